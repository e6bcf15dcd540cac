from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class TranscriptWord(Model):
    """A word and when it was said.

    Attributes:
        word: The word.
        start: Seconds from the start of the audio.
        end: Seconds from the start of the audio.
        confidence: How sure the model is, 0 to 1.
        speaker: Number of the speaker, from 0.
        speaker_confidence: How sure the model is of the speaker, 0 to 1.
    """

    word: str | Unset = UNSET
    start: float | Unset = UNSET
    end: float | Unset = UNSET
    confidence: float | Unset = UNSET
    speaker: int | Unset = UNSET
    speaker_confidence: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "word": self.word,
                "start": self.start,
                "end": self.end,
                "confidence": self.confidence,
                "speaker": self.speaker,
                "speaker_confidence": self.speaker_confidence,
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
            confidence=rest.pop("confidence", UNSET),
            speaker=rest.pop("speaker", UNSET),
            speaker_confidence=rest.pop("speaker_confidence", UNSET),
        )
        result.additional_properties = rest
        return result
