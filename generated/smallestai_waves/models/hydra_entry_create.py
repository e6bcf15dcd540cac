from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_tool_output import HydraToolOutput


@_define(eq=False, repr=False)
class HydraEntryCreate(Model):
    """Hand over the result of a function call.

    Attributes:
        type_: Kind of frame.
        item: Result of a function call.
        event_id: The client's id of this frame, quoted by errors about it.
    """

    item: HydraToolOutput
    type_: Literal["conversation.item.create"] = "conversation.item.create"
    event_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "item"))
    _CONSTANTS = {"type": "conversation.item.create"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "item": self.item,
                "event_id": self.event_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            item=model(lambda: models.HydraToolOutput)(rest.pop("item", UNSET)),
            event_id=rest.pop("event_id", UNSET),
        )
        result.additional_properties = rest
        return result
