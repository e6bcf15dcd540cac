from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_function_delta import ChatFunctionDelta
    from ..models.chat_tool_call_delta_type import ChatToolCallDeltaType


@_define(eq=False, repr=False)
class ChatToolCallDelta(Model):
    """A piece of a function call. The first names the call, later ones append to its arguments.

    Attributes:
        index: Which call of the message, from 0.
        id: Id of the call.
        type_: Kind of tool.
        function: A piece of a function's name and arguments.
    """

    index: int | Unset = UNSET
    id: str | Unset = UNSET
    type_: ChatToolCallDeltaType | Unset = UNSET
    function: ChatFunctionDelta | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "index": self.index,
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
            index=rest.pop("index", UNSET),
            id=rest.pop("id", UNSET),
            type_=rest.pop("type", UNSET),
            function=model(lambda: models.ChatFunctionDelta)(rest.pop("function", UNSET)),
        )
        result.additional_properties = rest
        return result
