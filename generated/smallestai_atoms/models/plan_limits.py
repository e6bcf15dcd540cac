from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class PlanLimits(Model):
    """How much of each thing the plan allows.

    Attributes:
        agents: Agents.
        campaigns: Campaigns.
        numbers: Phone numbers.
        daily_calls: Calls a day.
        concurrent_calls: Calls at one time.
        knowledge_base_item_limit: Documents in one knowledge base.
        knowledge_base_limits: Knowledge bases.
    """

    agents: int | Unset = UNSET
    campaigns: int | Unset = UNSET
    numbers: int | Unset = UNSET
    daily_calls: int | Unset = UNSET
    concurrent_calls: int | Unset = UNSET
    knowledge_base_item_limit: int | Unset = UNSET
    knowledge_base_limits: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agents": self.agents,
                "campaigns": self.campaigns,
                "numbers": self.numbers,
                "dailyCalls": self.daily_calls,
                "concurrentCalls": self.concurrent_calls,
                "knowledgeBaseItemLimit": self.knowledge_base_item_limit,
                "knowledgeBaseLimits": self.knowledge_base_limits,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            agents=rest.pop("agents", UNSET),
            campaigns=rest.pop("campaigns", UNSET),
            numbers=rest.pop("numbers", UNSET),
            daily_calls=rest.pop("dailyCalls", UNSET),
            concurrent_calls=rest.pop("concurrentCalls", UNSET),
            knowledge_base_item_limit=rest.pop("knowledgeBaseItemLimit", UNSET),
            knowledge_base_limits=rest.pop("knowledgeBaseLimits", UNSET),
        )
        result.additional_properties = rest
        return result
