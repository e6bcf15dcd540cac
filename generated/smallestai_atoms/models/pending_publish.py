from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.pending_publish_state import PendingPublishState


@_define(eq=False, repr=False)
class PendingPublish(Model):
    """A publication under way.

    Attributes:
        state: Whether it goes on.
        started_by: Id of the user who began it.
        started_at: When it began.
    """

    state: PendingPublishState | Unset = UNSET
    started_by: str | Unset = UNSET
    started_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "state": self.state,
                "startedBy": self.started_by,
                "startedAt": self.started_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            state=rest.pop("state", UNSET),
            started_by=rest.pop("startedBy", UNSET),
            started_at=timestamp(rest.pop("startedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
