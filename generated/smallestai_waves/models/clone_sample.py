from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class CloneSample(Model):
    """A sentence spoken with a clone.

    Attributes:
        text: The sentence.
        audio_url: URL of the audio.
    """

    text: str | Unset = UNSET
    audio_url: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "text": self.text, "audioUrl": self.audio_url}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(text=rest.pop("text", UNSET), audio_url=rest.pop("audioUrl", UNSET))
        result.additional_properties = rest
        return result
