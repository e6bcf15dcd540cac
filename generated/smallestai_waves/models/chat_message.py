from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_tool_call import ChatToolCall


@_define(eq=False, repr=False)
class ChatMessage(Model):
    """A message of the conversation.

    Attributes:
        role: `system`, `user`, `assistant` or `tool`.
        content: The text; may be null beside tool calls.
        tool_calls: Calls the assistant asks for; null when there are none.
        tool_call_id: Id of the call this message answers, with role `tool`.
    """

    role: str
    content: str | None | Unset = UNSET
    tool_calls: list[ChatToolCall] | None | Unset = UNSET
    tool_call_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("role",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "role": self.role,
                "content": self.content,
                "tool_calls": self.tool_calls,
                "tool_call_id": self.tool_call_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            role=rest.pop("role", UNSET),
            content=rest.pop("content", UNSET),
            tool_calls=list_of(model(lambda: models.ChatToolCall))(rest.pop("tool_calls", UNSET)),
            tool_call_id=rest.pop("tool_call_id", UNSET),
        )
        result.additional_properties = rest
        return result
