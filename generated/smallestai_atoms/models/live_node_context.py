from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class LiveNodeContext(Model):
    """What was said at a node.

    Attributes:
        user_response: What the user said.
        agent_response: What the agent said.
    """

    user_response: str | None | Unset = UNSET
    agent_response: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "user_response": self.user_response,
                "agent_response": self.agent_response,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            user_response=rest.pop("user_response", UNSET),
            agent_response=rest.pop("agent_response", UNSET),
        )
        result.additional_properties = rest
        return result
