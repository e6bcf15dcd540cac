from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_settings import HydraSettings


@_define(eq=False, repr=False)
class HydraSessionConfigure(Model):
    """First frame of the client, once; later ones are ignored.

    Attributes:
        type_: Kind of frame.
        session: How the session shall behave. Every field is optional; unknown ones are
            ignored.
        event_id: The client's id of this frame, quoted by errors about it.
    """

    session: HydraSettings
    type_: Literal["session.configure"] = "session.configure"
    event_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "session"))
    _CONSTANTS = {"type": "session.configure"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "session": self.session,
                "event_id": self.event_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            session=model(lambda: models.HydraSettings)(rest.pop("session", UNSET)),
            event_id=rest.pop("event_id", UNSET),
        )
        result.additional_properties = rest
        return result
