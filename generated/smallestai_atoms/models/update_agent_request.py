from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class UpdateAgentRequest(Model):
    """The changes to an agent; what is left out stays as it is.

    Attributes:
        name: Name of the agent.
        description: What the agent is for.
        avatar_url: URL of the agent's picture.
        telephony_product_id: Ids of the phone numbers (products) the agent answers and calls
            from.
        allow_inbound_call: Whether the agent answers calls to its numbers.
        visible_to_everyone: Whether every member of the organisation sees the agent.
    """

    name: str | Unset = UNSET
    description: str | Unset = UNSET
    avatar_url: str | Unset = UNSET
    telephony_product_id: list[str] | Unset = UNSET
    allow_inbound_call: bool | Unset = UNSET
    visible_to_everyone: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "name": self.name,
                "description": self.description,
                "avatarUrl": self.avatar_url,
                "telephonyProductId": self.telephony_product_id,
                "allowInboundCall": self.allow_inbound_call,
                "visibleToEveryone": self.visible_to_everyone,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            avatar_url=rest.pop("avatarUrl", UNSET),
            telephony_product_id=rest.pop("telephonyProductId", UNSET),
            allow_inbound_call=rest.pop("allowInboundCall", UNSET),
            visible_to_everyone=rest.pop("visibleToEveryone", UNSET),
        )
        result.additional_properties = rest
        return result
