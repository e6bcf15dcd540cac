from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class VoiceTraits(Model):
    """What is known about a voice. The listing of all models fills fewer of these.

    Attributes:
        language: Languages as lower-case English names, such as `english`; not codes.
        accent: Accent, such as `american`.
        gender: `male` or `female`.
        age: Age group, such as `young` or `middle-aged`.
        emotions: Moods the voice suits.
        usecases: Uses the voice suits.
    """

    language: list[str] | Unset = UNSET
    accent: str | Unset = UNSET
    gender: str | Unset = UNSET
    age: str | Unset = UNSET
    emotions: list[str] | Unset = UNSET
    usecases: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "language": self.language,
                "accent": self.accent,
                "gender": self.gender,
                "age": self.age,
                "emotions": self.emotions,
                "usecases": self.usecases,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            language=rest.pop("language", UNSET),
            accent=rest.pop("accent", UNSET),
            gender=rest.pop("gender", UNSET),
            age=rest.pop("age", UNSET),
            emotions=rest.pop("emotions", UNSET),
            usecases=rest.pop("usecases", UNSET),
        )
        result.additional_properties = rest
        return result
