from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.client_tool import ClientTool


@_define(eq=False, repr=False)
class AgentSessionUpdate(Model):
    """The client's tools, in place of all it named before. The agent's own tools stay.

    Attributes:
        type_: Kind of frame.
        tools: The tools.
    """

    type_: Literal["session.update"] = "session.update"
    tools: list[ClientTool] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "session.update"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "type": self.type_, "tools": self.tools})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            tools=list_of(model(lambda: models.ClientTool))(rest.pop("tools", UNSET)),
        )
        result.additional_properties = rest
        return result
