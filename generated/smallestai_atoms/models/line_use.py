from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.agent_lines import AgentLines


@_define(eq=False, repr=False)
class LineUse(Model):
    """How many calls may run at one time, and for whom lines are set aside.

    Attributes:
        org_limit: Calls that may run at one time.
        total_reserved: Lines set aside for agents.
        unreserved_pool: Lines for whoever comes first.
        agents: The agents with lines of their own.
    """

    org_limit: float | Unset = UNSET
    total_reserved: float | Unset = UNSET
    unreserved_pool: float | Unset = UNSET
    agents: list[AgentLines] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "orgLimit": self.org_limit,
                "totalReserved": self.total_reserved,
                "unreservedPool": self.unreserved_pool,
                "agents": self.agents,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            org_limit=rest.pop("orgLimit", UNSET),
            total_reserved=rest.pop("totalReserved", UNSET),
            unreserved_pool=rest.pop("unreservedPool", UNSET),
            agents=list_of(model(lambda: models.AgentLines))(rest.pop("agents", UNSET)),
        )
        result.additional_properties = rest
        return result
