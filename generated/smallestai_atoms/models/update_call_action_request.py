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
    from ..models.update_call_action_request_action_type import UpdateCallActionRequestActionType


@_define(eq=False, repr=False)
class UpdateCallActionRequest(Model):
    """The changes to an action; what is left out stays as it is.

    Attributes:
        category: Whether something elsewhere places calls (trigger) or calls lead to something
            elsewhere (post-call).
        provider: The other system.
        action_type: What is done there, or what happens there.
        object_: The kind of record there.
        config: How an action works.
    """

    category: CallActionCategory | Unset = UNSET
    provider: str | Unset = UNSET
    action_type: UpdateCallActionRequestActionType | Unset = UNSET
    object_: str | Unset = UNSET
    config: CallActionConfig | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "category": self.category,
                "provider": self.provider,
                "action_type": self.action_type,
                "object": self.object_,
                "config": self.config,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            category=rest.pop("category", UNSET),
            provider=rest.pop("provider", UNSET),
            action_type=rest.pop("action_type", UNSET),
            object_=rest.pop("object", UNSET),
            config=model(lambda: models.CallActionConfig)(rest.pop("config", UNSET)),
        )
        result.additional_properties = rest
        return result
