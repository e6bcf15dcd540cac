from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_session_state import HydraSessionState


@_define(eq=False, repr=False)
class HydraSessionUpdated(Model):
    """What an update has changed; an update without effect gets no answer.

    Attributes:
        type_: Kind of frame.
        event_id: The server's id of this frame.
        session: Settings of a session.
    """

    type_: Literal["session.updated"] = "session.updated"
    event_id: str | Unset = UNSET
    session: HydraSessionState | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "session.updated"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "event_id": self.event_id,
                "session": self.session,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            event_id=rest.pop("event_id", UNSET),
            session=model(lambda: models.HydraSessionState)(rest.pop("session", UNSET)),
        )
        result.additional_properties = rest
        return result
