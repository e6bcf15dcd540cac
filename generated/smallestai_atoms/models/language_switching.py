from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class LanguageSwitching(Model):
    """When the agent follows the user into another language.

    Attributes:
        is_enabled: Whether the agent switches at all; false when left out.
        min_words_for_detection: Words needed before a language is guessed, 1 to 10; 2 when left
            out.
        strong_signal_threshold: Confidence that switches at once, 0.1 to 0.9; 0.7 when left
            out.
        weak_signal_threshold: Confidence that counts as a weak sign, 0.1 to 0.9; 0.3 when left
            out.
        min_consecutive_for_weak_threshold_switch: Weak signs in a row that switch, 1 to 5; 2
            when left out.
    """

    is_enabled: bool | Unset = UNSET
    min_words_for_detection: float | Unset = UNSET
    strong_signal_threshold: float | Unset = UNSET
    weak_signal_threshold: float | Unset = UNSET
    min_consecutive_for_weak_threshold_switch: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "isEnabled": self.is_enabled,
                "minWordsForDetection": self.min_words_for_detection,
                "strongSignalThreshold": self.strong_signal_threshold,
                "weakSignalThreshold": self.weak_signal_threshold,
                "minConsecutiveForWeakThresholdSwitch": self.min_consecutive_for_weak_threshold_switch,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            is_enabled=rest.pop("isEnabled", UNSET),
            min_words_for_detection=rest.pop("minWordsForDetection", UNSET),
            strong_signal_threshold=rest.pop("strongSignalThreshold", UNSET),
            weak_signal_threshold=rest.pop("weakSignalThreshold", UNSET),
            min_consecutive_for_weak_threshold_switch=rest.pop(
                "minConsecutiveForWeakThresholdSwitch", UNSET
            ),
        )
        result.additional_properties = rest
        return result
