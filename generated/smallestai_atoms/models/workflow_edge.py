from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class WorkflowEdge(Model):
    """A way from one node to another.

    Attributes:
        id: Id of the edge.
        source: Id of the node it leaves.
        target: Id of the node it leads to.
        type_: Kind of edge.
    """

    id: str | Unset = UNSET
    source: str | Unset = UNSET
    target: str | Unset = UNSET
    type_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "id": self.id,
                "source": self.source,
                "target": self.target,
                "type": self.type_,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("id", UNSET),
            source=rest.pop("source", UNSET),
            target=rest.pop("target", UNSET),
            type_=rest.pop("type", UNSET),
        )
        result.additional_properties = rest
        return result
