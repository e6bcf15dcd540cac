from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class WordPronunciation(Model):
    """How one word is to be said.

    Attributes:
        word: The word as written.
        pronunciation: The word as spoken.
    """

    word: str
    pronunciation: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("word", "pronunciation"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "word": self.word, "pronunciation": self.pronunciation}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(word=rest.pop("word", UNSET), pronunciation=rest.pop("pronunciation", UNSET))
        result.additional_properties = rest
        return result
