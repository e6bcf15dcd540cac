from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_delta import ChatDelta
    from ..models.finish_reason import FinishReason


@_define(eq=False, repr=False)
class ChatChunkChoice(Model):
    """A piece of an answer.

    Attributes:
        index: Place in the list, from 0.
        delta: What a piece adds to the message; empty, or missing altogether, in the last one.
        finish_reason: Why the answer ended; null before its last piece.
    """

    index: int | Unset = UNSET
    delta: ChatDelta | Unset = UNSET
    finish_reason: FinishReason | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "index": self.index,
                "delta": self.delta,
                "finish_reason": self.finish_reason,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            index=rest.pop("index", UNSET),
            delta=model(lambda: models.ChatDelta)(rest.pop("delta", UNSET)),
            finish_reason=rest.pop("finish_reason", UNSET),
        )
        result.additional_properties = rest
        return result
