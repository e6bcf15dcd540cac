from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class SttSpeechStarted(Model):
    """Speech has begun.

    Attributes:
        type_: Kind of frame.
        session_id: Id of the session.
        timestamp: Seconds from the first byte of audio.
    """

    type_: Literal["speech_started"] = "speech_started"
    session_id: str | Unset = UNSET
    timestamp: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "speech_started"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "session_id": self.session_id,
                "timestamp": self.timestamp,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            session_id=rest.pop("session_id", UNSET),
            timestamp=rest.pop("timestamp", UNSET),
        )
        result.additional_properties = rest
        return result
