from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_reply import HydraReply


@_define(eq=False, repr=False)
class HydraResponseCreated(Model):
    """The model begins a reply. Drop audio of any other.

    Attributes:
        type_: Kind of frame.
        response: A reply of the model. At its start only the id is known.
        event_id: The server's id of this frame.
    """

    response: HydraReply
    type_: Literal["response.created"] = "response.created"
    event_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "response"))
    _CONSTANTS = {"type": "response.created"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "response": self.response,
                "event_id": self.event_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            response=model(lambda: models.HydraReply)(rest.pop("response", UNSET)),
            event_id=rest.pop("event_id", UNSET),
        )
        result.additional_properties = rest
        return result
