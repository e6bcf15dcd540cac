from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class CreateAgentFromTemplateRequest(Model):
    """Which template to copy, and the new agent's name.

    Attributes:
        agent_name: Name of the new agent.
        template_id: Id of the template.
        agent_description: What the new agent is for.
    """

    agent_name: str
    template_id: str
    agent_description: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("agentName", "templateId"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agentName": self.agent_name,
                "templateId": self.template_id,
                "agentDescription": self.agent_description,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            agent_name=rest.pop("agentName", UNSET),
            template_id=rest.pop("templateId", UNSET),
            agent_description=rest.pop("agentDescription", UNSET),
        )
        result.additional_properties = rest
        return result
