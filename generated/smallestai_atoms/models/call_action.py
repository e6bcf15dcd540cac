from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.call_action_action_type import CallActionActionType
    from ..models.call_action_category import CallActionCategory
    from ..models.call_action_config import CallActionConfig


@_define(eq=False, repr=False)
class CallAction(Model):
    """What is tied to an agent's calls.

    Attributes:
        id: Id of the action.
        organization: Id of the organisation.
        agent_id: Id of the agent.
        category: Whether something elsewhere places calls (trigger) or calls lead to something
            elsewhere (post-call).
        provider: The other system.
        action_type: What is done there, or what happens there.
        object_: The kind of record there.
        config: How an action works.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    id: str | Unset = UNSET
    organization: str | Unset = UNSET
    agent_id: str | Unset = UNSET
    category: CallActionCategory | Unset = UNSET
    provider: str | Unset = UNSET
    action_type: CallActionActionType | Unset = UNSET
    object_: str | None | Unset = UNSET
    config: CallActionConfig | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "organization": self.organization,
                "agentId": self.agent_id,
                "category": self.category,
                "provider": self.provider,
                "action_type": self.action_type,
                "object": self.object_,
                "config": self.config,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            organization=rest.pop("organization", UNSET),
            agent_id=rest.pop("agentId", UNSET),
            category=rest.pop("category", UNSET),
            provider=rest.pop("provider", UNSET),
            action_type=rest.pop("action_type", UNSET),
            object_=rest.pop("object", UNSET),
            config=model(lambda: models.CallActionConfig)(rest.pop("config", UNSET)),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
