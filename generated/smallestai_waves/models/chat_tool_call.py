from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_function_call import ChatFunctionCall
    from ..models.chat_tool_call_type import ChatToolCallType


@_define(eq=False, repr=False)
class ChatToolCall(Model):
    """A function call asked for by the assistant.

    Attributes:
        id: Id of the call.
        type_: Kind of tool.
        function: A function and its arguments.
    """

    id: str
    type_: ChatToolCallType
    function: ChatFunctionCall
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("id", "type", "function"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "id": self.id,
                "type": self.type_,
                "function": self.function,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("id", UNSET),
            type_=rest.pop("type", UNSET),
            function=model(lambda: models.ChatFunctionCall)(rest.pop("function", UNSET)),
        )
        result.additional_properties = rest
        return result
