from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class LiveStreamOpened(Model):
    """The stream begins. The first event.

    Attributes:
        event_type: Kind of event.
        event_time: When the stream began.
    """

    event_type: Literal["sse_init"] = "sse_init"
    event_time: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("event_type",))
    _CONSTANTS = {"event_type": "sse_init"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "event_type": self.event_type,
                "event_time": self.event_time,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            event_type=rest.pop("event_type", UNSET),
            event_time=timestamp(rest.pop("event_time", UNSET)),
        )
        result.additional_properties = rest
        return result
