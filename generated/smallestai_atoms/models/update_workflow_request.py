from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.graph_update import GraphUpdate
    from ..models.single_prompt import SinglePrompt
    from ..models.workflow_type import WorkflowType


@_define(eq=False, repr=False)
class UpdateWorkflowRequest(Model):
    """The new content of a workflow, of the kind that its type names.

    Attributes:
        type_: How an agent is driven: by a graph of nodes or by one prompt (a new agent's, when
            left out).
        workflow_graph: Nodes of a conversation, and the ways between them.
        single_prompt_config: One prompt, and the tools it may use.
    """

    type_: WorkflowType
    workflow_graph: GraphUpdate | Unset = UNSET
    single_prompt_config: SinglePrompt | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "workflowGraph": self.workflow_graph,
                "singlePromptConfig": self.single_prompt_config,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            workflow_graph=model(lambda: models.GraphUpdate)(rest.pop("workflowGraph", UNSET)),
            single_prompt_config=model(lambda: models.SinglePrompt)(
                rest.pop("singlePromptConfig", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
