from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.agent import Agent


@_define(eq=False, repr=False)
class AgentList(Model):
    """One page of agents.

    Attributes:
        agents: The agents of this page.
        total: Agents on all pages together.
    """

    agents: list[Agent] | Unset = UNSET
    total: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "agents": self.agents, "total": self.total}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            agents=list_of(model(lambda: models.Agent))(rest.pop("agents", UNSET)),
            total=rest.pop("total", UNSET),
        )
        result.additional_properties = rest
        return result
