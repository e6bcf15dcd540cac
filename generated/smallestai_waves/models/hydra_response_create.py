from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json


@_define(eq=False, repr=False)
class HydraResponseCreate(Model):
    """Let the model go on, once, after all results of its calls have been handed over.

    Attributes:
        type_: Kind of frame.
        event_id: The client's id of this frame, quoted by errors about it.
        response: Any JSON object.
    """

    type_: Literal["response.create"] = "response.create"
    event_id: str | Unset = UNSET
    response: Json | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "response.create"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "event_id": self.event_id,
                "response": self.response,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            event_id=rest.pop("event_id", UNSET),
            response=model(lambda: models.Json)(rest.pop("response", UNSET)),
        )
        result.additional_properties = rest
        return result
