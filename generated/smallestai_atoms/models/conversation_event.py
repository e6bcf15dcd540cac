from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class ConversationEvent(Model):
    """Something that happened in a call.

    Attributes:
        event_type: What happened.
        timestamp: When it happened.
    """

    event_type: str | Unset = UNSET
    timestamp: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "eventType": self.event_type,
                "timestamp": self.timestamp,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            event_type=rest.pop("eventType", UNSET),
            timestamp=timestamp(rest.pop("timestamp", UNSET)),
        )
        result.additional_properties = rest
        return result
