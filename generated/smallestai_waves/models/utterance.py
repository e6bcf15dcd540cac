from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class Utterance(Model):
    """A sentence and when it was said.

    Attributes:
        text: The sentence.
        start: Seconds from the start of the audio.
        end: Seconds from the start of the audio.
        speaker: Number of the speaker, from 0.
    """

    text: str | Unset = UNSET
    start: float | Unset = UNSET
    end: float | Unset = UNSET
    speaker: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "text": self.text,
                "start": self.start,
                "end": self.end,
                "speaker": self.speaker,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            text=rest.pop("text", UNSET),
            start=rest.pop("start", UNSET),
            end=rest.pop("end", UNSET),
            speaker=rest.pop("speaker", UNSET),
        )
        result.additional_properties = rest
        return result
