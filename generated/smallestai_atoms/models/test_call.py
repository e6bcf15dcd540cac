from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class TestCall(Model):
    """A test call, and how to join it.

    Attributes:
        conversation_id: Id of the conversation.
        call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
        token: Token for LiveKit; for webcall and chat.
        room_name: Name of the LiveKit room; for webcall and chat.
        host: URL of the LiveKit server; for webcall and chat.
    """

    conversation_id: str | Unset = UNSET
    call_id: str | Unset = UNSET
    token: str | Unset = _field(default=UNSET, repr=False)
    room_name: str | Unset = UNSET
    host: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "conversationId": self.conversation_id,
                "callId": self.call_id,
                "token": self.token,
                "roomName": self.room_name,
                "host": self.host,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            conversation_id=rest.pop("conversationId", UNSET),
            call_id=rest.pop("callId", UNSET),
            token=rest.pop("token", UNSET),
            room_name=rest.pop("roomName", UNSET),
            host=rest.pop("host", UNSET),
        )
        result.additional_properties = rest
        return result
