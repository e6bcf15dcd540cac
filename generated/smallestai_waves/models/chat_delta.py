from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_tool_call_delta import ChatToolCallDelta


@_define(eq=False, repr=False)
class ChatDelta(Model):
    """What a piece adds to the message; empty, or missing altogether, in the last one.

    Attributes:
        role: `assistant`; in the first piece only.
        content: Text to append.
        tool_calls: Pieces of function calls.
    """

    role: str | Unset = UNSET
    content: str | None | Unset = UNSET
    tool_calls: list[ChatToolCallDelta] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "role": self.role,
                "content": self.content,
                "tool_calls": self.tool_calls,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            role=rest.pop("role", UNSET),
            content=rest.pop("content", UNSET),
            tool_calls=list_of(model(lambda: models.ChatToolCallDelta))(
                rest.pop("tool_calls", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
