from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class TtsWord(Model):
    """A spoken word. Times start at zero with every request, and with every segment of a context.

    Attributes:
        word: The word as it stands in the text.
        start: Seconds from the start of the audio.
        end: Seconds from the start of the audio.
        id: Position of the word in the text, from 0.
    """

    word: str
    start: float
    end: float
    id: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("word", "start", "end"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "word": self.word,
                "start": self.start,
                "end": self.end,
                "id": self.id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            word=rest.pop("word", UNSET),
            start=rest.pop("start", UNSET),
            end=rest.pop("end", UNSET),
            id=rest.pop("id", UNSET),
        )
        result.additional_properties = rest
        return result
