from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class CampaignMetrics(Model):
    """How many people were reached.

    Attributes:
        total_participants: People to call.
        contacts_called: People called.
        contacts_connected: People who answered.
    """

    total_participants: int | Unset = UNSET
    contacts_called: int | Unset = UNSET
    contacts_connected: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "total_participants": self.total_participants,
                "contacts_called": self.contacts_called,
                "contacts_connected": self.contacts_connected,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            total_participants=rest.pop("total_participants", UNSET),
            contacts_called=rest.pop("contacts_called", UNSET),
            contacts_connected=rest.pop("contacts_connected", UNSET),
        )
        result.additional_properties = rest
        return result
