from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class AgentSessionCreated(Model):
    """The session has begun. The first frame.

    Attributes:
        type_: Kind of frame.
        session_id: Id of the session.
        call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
        sample_rate: Rate (Hz) of the agent's audio.
        channels: Channels of the agent's audio; 1.
    """

    type_: Literal["session.created"] = "session.created"
    session_id: str | Unset = UNSET
    call_id: str | Unset = UNSET
    sample_rate: int | Unset = UNSET
    channels: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "session.created"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "session_id": self.session_id,
                "call_id": self.call_id,
                "sample_rate": self.sample_rate,
                "channels": self.channels,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            session_id=rest.pop("session_id", UNSET),
            call_id=rest.pop("call_id", UNSET),
            sample_rate=rest.pop("sample_rate", UNSET),
            channels=rest.pop("channels", UNSET),
        )
        result.additional_properties = rest
        return result
