from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json
    from ..models.point import Point


@_define(eq=False, repr=False)
class WorkflowNode(Model):
    """One step of a conversation.

    Attributes:
        id: Id of the node.
        type_: Kind of node.
        position: A place in the editor's drawing.
        data: Settings of the node.
    """

    id: str | Unset = UNSET
    type_: str | Unset = UNSET
    position: Point | Unset = UNSET
    data: Json | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "id": self.id,
                "type": self.type_,
                "position": self.position,
                "data": self.data,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("id", UNSET),
            type_=rest.pop("type", UNSET),
            position=model(lambda: models.Point)(rest.pop("position", UNSET)),
            data=model(lambda: models.Json)(rest.pop("data", UNSET)),
        )
        result.additional_properties = rest
        return result
