from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_entry import HydraEntry


@_define(eq=False, repr=False)
class HydraEntryAdded(Model):
    """An entry has been opened in the conversation.

    Attributes:
        type_: Kind of frame.
        event_id: The server's id of this frame.
        previous_item_id: Id of the entry before it.
        item: An entry of the conversation. A message has content, a call its name and
            arguments, a result its output.
    """

    type_: Literal["conversation.item.added"] = "conversation.item.added"
    event_id: str | Unset = UNSET
    previous_item_id: str | None | Unset = UNSET
    item: HydraEntry | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "conversation.item.added"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "event_id": self.event_id,
                "previous_item_id": self.previous_item_id,
                "item": self.item,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            event_id=rest.pop("event_id", UNSET),
            previous_item_id=rest.pop("previous_item_id", UNSET),
            item=model(lambda: models.HydraEntry)(rest.pop("item", UNSET)),
        )
        result.additional_properties = rest
        return result
