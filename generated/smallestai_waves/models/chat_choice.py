from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_message import ChatMessage
    from ..models.finish_reason import FinishReason


@_define(eq=False, repr=False)
class ChatChoice(Model):
    """An answer and why it ended.

    Attributes:
        index: Place in the list, from 0.
        message: A message of the conversation.
        finish_reason: Why an answer ended.
    """

    index: int | Unset = UNSET
    message: ChatMessage | Unset = UNSET
    finish_reason: FinishReason | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "index": self.index,
                "message": self.message,
                "finish_reason": self.finish_reason,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            index=rest.pop("index", UNSET),
            message=model(lambda: models.ChatMessage)(rest.pop("message", UNSET)),
            finish_reason=rest.pop("finish_reason", UNSET),
        )
        result.additional_properties = rest
        return result
