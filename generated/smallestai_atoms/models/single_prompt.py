from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.tool import Tool


@_define(eq=False, repr=False)
class SinglePrompt(Model):
    """One prompt, and the tools it may use.

    Attributes:
        prompt: The agent's instructions.
        tools: What the agent can do besides talking; nothing when left out.
    """

    prompt: str
    tools: list[Tool] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("prompt",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "prompt": self.prompt, "tools": self.tools}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            prompt=rest.pop("prompt", UNSET),
            tools=list_of(model(lambda: models.Tool))(rest.pop("tools", UNSET)),
        )
        result.additional_properties = rest
        return result
