from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class UsedVoice(Model):
    """A voice and its model.

    Attributes:
        model: Speech model.
        voice_id: Id of the voice.
        gender: Gender of the voice.
    """

    model: str | Unset = UNSET
    voice_id: str | Unset = UNSET
    gender: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "model": self.model,
                "voiceId": self.voice_id,
                "gender": self.gender,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            model=rest.pop("model", UNSET),
            voice_id=rest.pop("voiceId", UNSET),
            gender=rest.pop("gender", UNSET),
        )
        result.additional_properties = rest
        return result
