from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, one_of, wire_object

if TYPE_CHECKING:
    from ..models.stored_prompt import StoredPrompt
    from ..models.tool import Tool
    from ..models.workflow_graph import WorkflowGraph
    from ..models.workflow_type import WorkflowType


@_define(eq=False, repr=False)
class Workflow(Model):
    """What drives an agent.

    Attributes:
        prompt: The agent's instructions.
        tools: What the agent can do besides talking.
        type_: How an agent is driven: by a graph of nodes or by one prompt (a new agent's, when
            left out).
        data: A graph or a single prompt, as the type says.
    """

    prompt: str | Unset = UNSET
    tools: list[Tool] | Unset = UNSET
    type_: WorkflowType | Unset = UNSET
    data: WorkflowGraph | StoredPrompt | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "prompt": self.prompt,
                "tools": self.tools,
                "type": self.type_,
                "data": self.data,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            prompt=rest.pop("prompt", UNSET),
            tools=list_of(model(lambda: models.Tool))(rest.pop("tools", UNSET)),
            type_=rest.pop("type", UNSET),
            data=one_of(lambda: (models.WorkflowGraph, models.StoredPrompt))(
                rest.pop("data", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
