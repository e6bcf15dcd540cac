from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class TokenCounts(Model):
    """Tokens of a language model.

    Attributes:
        prompt_tokens: Tokens of the prompt.
        completion_tokens: Tokens of the answer.
        total_tokens: Both together.
        cache_read_input_tokens: Tokens of the prompt taken from the cache.
        cache_creation_input_tokens: Tokens of the prompt put into the cache.
    """

    prompt_tokens: int | Unset = UNSET
    completion_tokens: int | Unset = UNSET
    total_tokens: int | Unset = UNSET
    cache_read_input_tokens: int | None | Unset = UNSET
    cache_creation_input_tokens: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "prompt_tokens": self.prompt_tokens,
                "completion_tokens": self.completion_tokens,
                "total_tokens": self.total_tokens,
                "cache_read_input_tokens": self.cache_read_input_tokens,
                "cache_creation_input_tokens": self.cache_creation_input_tokens,
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
            cache_read_input_tokens=rest.pop("cache_read_input_tokens", UNSET),
            cache_creation_input_tokens=rest.pop("cache_creation_input_tokens", UNSET),
        )
        result.additional_properties = rest
        return result
