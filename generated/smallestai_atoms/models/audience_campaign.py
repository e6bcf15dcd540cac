from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class AudienceCampaign(Model):
    """A campaign that uses an audience.

    Attributes:
        id: Id of the campaign.
        name: Name of the campaign.
        status: How the campaign stands, mostly a CampaignStatus.
        created_at: When the campaign was made.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET
    status: str | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "name": self.name,
                "status": self.status,
                "createdAt": self.created_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            name=rest.pop("name", UNSET),
            status=rest.pop("status", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
        )
        result.additional_properties = rest
        return result
