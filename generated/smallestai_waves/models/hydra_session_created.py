from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class HydraSessionCreated(Model):
    """First frame of the server, after at most a warning.

    Attributes:
        type_: Kind of frame.
        event_id: The server's id of this frame.
        session_id: Id of the session.
    """

    type_: Literal["session.created"] = "session.created"
    event_id: str | Unset = UNSET
    session_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "session.created"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "event_id": self.event_id,
                "session_id": self.session_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            event_id=rest.pop("event_id", UNSET),
            session_id=rest.pop("session_id", UNSET),
        )
        result.additional_properties = rest
        return result
