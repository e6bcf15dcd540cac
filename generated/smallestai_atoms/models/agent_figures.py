from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class AgentFigures(Model):
    """Figures of one agent.

    Attributes:
        agent_id: Id of the agent.
        total_calls: Calls.
        answered_calls: Calls that were answered.
        pickup_rate: Share of calls that were answered.
        avg_duration: Mean length.
        total_cost: What all calls cost.
    """

    agent_id: str | Unset = UNSET
    total_calls: float | Unset = UNSET
    answered_calls: float | Unset = UNSET
    pickup_rate: float | Unset = UNSET
    avg_duration: float | Unset = UNSET
    total_cost: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agentId": self.agent_id,
                "totalCalls": self.total_calls,
                "answeredCalls": self.answered_calls,
                "pickupRate": self.pickup_rate,
                "avgDuration": self.avg_duration,
                "totalCost": self.total_cost,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            agent_id=rest.pop("agentId", UNSET),
            total_calls=rest.pop("totalCalls", UNSET),
            answered_calls=rest.pop("answeredCalls", UNSET),
            pickup_rate=rest.pop("pickupRate", UNSET),
            avg_duration=rest.pop("avgDuration", UNSET),
            total_cost=rest.pop("totalCost", UNSET),
        )
        result.additional_properties = rest
        return result
