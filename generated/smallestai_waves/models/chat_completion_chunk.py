from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_chunk_choice import ChatChunkChoice
    from ..models.chat_completion_chunk_object import ChatCompletionChunkObject
    from ..models.chat_usage import ChatUsage


@_define(eq=False, repr=False)
class ChatCompletionChunk(Model):
    """Data of one event of a streamed answer. The event after the last one is the text `[DONE]`.

    Attributes:
        id: Id of the answer.
        object_: Kind of object.
        created: When the answer was begun, in seconds since 1970.
        model: Model that makes it.
        choices: The piece, as a list of one; empty in the chunk that counts the tokens.
        usage: Tokens used; in the last chunk, when asked for.
    """

    id: str | Unset = UNSET
    object_: ChatCompletionChunkObject | Unset = UNSET
    created: int | Unset = UNSET
    model: str | Unset = UNSET
    choices: list[ChatChunkChoice] | Unset = UNSET
    usage: ChatUsage | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "id": self.id,
                "object": self.object_,
                "created": self.created,
                "model": self.model,
                "choices": self.choices,
                "usage": self.usage,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("id", UNSET),
            object_=rest.pop("object", UNSET),
            created=rest.pop("created", UNSET),
            model=rest.pop("model", UNSET),
            choices=list_of(model(lambda: models.ChatChunkChoice))(rest.pop("choices", UNSET)),
            usage=model(lambda: models.ChatUsage)(rest.pop("usage", UNSET)),
        )
        result.additional_properties = rest
        return result
