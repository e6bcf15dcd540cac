from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.call_action_category import CallActionCategory
    from ..models.call_action_config import CallActionConfig
    from ..models.create_call_action_request_action_type import CreateCallActionRequestActionType


@_define(eq=False, repr=False)
class CreateCallActionRequest(Model):
    """What is tied to an agent's calls.

    Attributes:
        agent_id: Id of the agent.
        category: Whether something elsewhere places calls (trigger) or calls lead to something
            elsewhere (post-call).
        provider: The other system.
        config: How an action works.
        action_type: What is done there, or what happens there.
        object_: The kind of record there.
    """

    agent_id: str
    category: CallActionCategory
    provider: str
    config: CallActionConfig
    action_type: CreateCallActionRequestActionType | Unset = UNSET
    object_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("agentId", "category", "provider", "config"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agentId": self.agent_id,
                "category": self.category,
                "provider": self.provider,
                "config": self.config,
                "action_type": self.action_type,
                "object": self.object_,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            agent_id=rest.pop("agentId", UNSET),
            category=rest.pop("category", UNSET),
            provider=rest.pop("provider", UNSET),
            config=model(lambda: models.CallActionConfig)(rest.pop("config", UNSET)),
            action_type=rest.pop("action_type", UNSET),
            object_=rest.pop("object", UNSET),
        )
        result.additional_properties = rest
        return result
