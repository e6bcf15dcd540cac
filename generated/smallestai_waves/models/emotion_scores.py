from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class EmotionScores(Model):
    """How strongly each mood is heard, 0 to 1. Further moods may be added.

    Attributes:
        happiness: Score of happiness.
        sadness: Score of sadness.
        disgust: Score of disgust.
        fear: Score of fear.
        anger: Score of anger.
    """

    happiness: float | Unset = UNSET
    sadness: float | Unset = UNSET
    disgust: float | Unset = UNSET
    fear: float | Unset = UNSET
    anger: float | Unset = UNSET
    additional_properties: dict[str, float] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "happiness": self.happiness,
                "sadness": self.sadness,
                "disgust": self.disgust,
                "fear": self.fear,
                "anger": self.anger,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            happiness=rest.pop("happiness", UNSET),
            sadness=rest.pop("sadness", UNSET),
            disgust=rest.pop("disgust", UNSET),
            fear=rest.pop("fear", UNSET),
            anger=rest.pop("anger", UNSET),
        )
        result.additional_properties = rest
        return result
