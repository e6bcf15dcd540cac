from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_choice import ChatChoice
    from ..models.chat_completion_object import ChatCompletionObject
    from ..models.chat_usage import ChatUsage


@_define(eq=False, repr=False)
class ChatCompletion(Model):
    """An answer.

    Attributes:
        id: Id of the answer.
        object_: Kind of object.
        created: When it was made, in seconds since 1970.
        model: Model that made it.
        choices: The answer, as a list of one.
        usage: Tokens an answer has used.
    """

    id: str | Unset = UNSET
    object_: ChatCompletionObject | Unset = UNSET
    created: int | Unset = UNSET
    model: str | Unset = UNSET
    choices: list[ChatChoice] | Unset = UNSET
    usage: ChatUsage | Unset = UNSET
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
            choices=list_of(model(lambda: models.ChatChoice))(rest.pop("choices", UNSET)),
            usage=model(lambda: models.ChatUsage)(rest.pop("usage", UNSET)),
        )
        result.additional_properties = rest
        return result
