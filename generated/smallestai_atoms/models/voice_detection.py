from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class VoiceDetection(Model):
    """When sound counts as speech.

    Attributes:
        confidence: Least confidence that a sound is speech, 0 to 1.
        min_volume: Least volume, 0 to 1.
        trigger_time_in_secs: Seconds of sound that start a turn, 0 to 10.
        release_time_in_secs: Seconds of silence that end a turn, 0 to 10.
    """

    confidence: float | Unset = UNSET
    min_volume: float | Unset = UNSET
    trigger_time_in_secs: float | Unset = UNSET
    release_time_in_secs: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "confidence": self.confidence,
                "minVolume": self.min_volume,
                "triggerTimeInSecs": self.trigger_time_in_secs,
                "releaseTimeInSecs": self.release_time_in_secs,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            confidence=rest.pop("confidence", UNSET),
            min_volume=rest.pop("minVolume", UNSET),
            trigger_time_in_secs=rest.pop("triggerTimeInSecs", UNSET),
            release_time_in_secs=rest.pop("releaseTimeInSecs", UNSET),
        )
        result.additional_properties = rest
        return result
