from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class AgentConcurrency(Model):
    """Calls at one time of one agent.

    Attributes:
        agent_id: Id of the agent.
        peak_concurrent: Most calls at one time.
        avg_concurrent: Mean number of calls at one time.
        total_calls: Calls.
    """

    agent_id: str | Unset = UNSET
    peak_concurrent: float | Unset = UNSET
    avg_concurrent: float | Unset = UNSET
    total_calls: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agentId": self.agent_id,
                "peakConcurrent": self.peak_concurrent,
                "avgConcurrent": self.avg_concurrent,
                "totalCalls": self.total_calls,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            agent_id=rest.pop("agentId", UNSET),
            peak_concurrent=rest.pop("peakConcurrent", UNSET),
            avg_concurrent=rest.pop("avgConcurrent", UNSET),
            total_calls=rest.pop("totalCalls", UNSET),
        )
        result.additional_properties = rest
        return result
