from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.prompt_tokens import PromptTokens


@_define(eq=False, repr=False)
class ChatUsage(Model):
    """Tokens an answer has used.

    Attributes:
        prompt_tokens: Tokens read.
        completion_tokens: Tokens produced.
        total_tokens: Both together.
        prompt_tokens_details: Where the tokens read came from.
    """

    prompt_tokens: int | Unset = UNSET
    completion_tokens: int | Unset = UNSET
    total_tokens: int | Unset = UNSET
    prompt_tokens_details: PromptTokens | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "prompt_tokens": self.prompt_tokens,
                "completion_tokens": self.completion_tokens,
                "total_tokens": self.total_tokens,
                "prompt_tokens_details": self.prompt_tokens_details,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            prompt_tokens=rest.pop("prompt_tokens", UNSET),
            completion_tokens=rest.pop("completion_tokens", UNSET),
            total_tokens=rest.pop("total_tokens", UNSET),
            prompt_tokens_details=model(lambda: models.PromptTokens)(
                rest.pop("prompt_tokens_details", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
