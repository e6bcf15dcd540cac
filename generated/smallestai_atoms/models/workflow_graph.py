from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.workflow_edge import WorkflowEdge
    from ..models.workflow_node import WorkflowNode


@_define(eq=False, repr=False)
class WorkflowGraph(Model):
    """Nodes of a conversation, and the ways between them.

    Attributes:
        nodes: The nodes.
        edges: The ways from node to node.
    """

    nodes: list[WorkflowNode]
    edges: list[WorkflowEdge] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("nodes",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "nodes": self.nodes, "edges": self.edges})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            nodes=list_of(model(lambda: models.WorkflowNode))(rest.pop("nodes", UNSET)),
            edges=list_of(model(lambda: models.WorkflowEdge))(rest.pop("edges", UNSET)),
        )
        result.additional_properties = rest
        return result
