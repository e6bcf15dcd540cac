from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_function_name import ChatFunctionName
    from ..models.chat_named_tool_type import ChatNamedToolType


@_define(eq=False, repr=False)
class ChatNamedTool(Model):
    """The one function to call.

    Attributes:
        type_: Kind of tool.
        function: Name of a function.
    """

    type_: ChatNamedToolType
    function: ChatFunctionName
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "function"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "type": self.type_, "function": self.function}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            function=model(lambda: models.ChatFunctionName)(rest.pop("function", UNSET)),
        )
        result.additional_properties = rest
        return result
