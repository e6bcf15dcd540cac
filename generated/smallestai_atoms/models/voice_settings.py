from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.voice_settings_gender import VoiceSettingsGender
    from ..models.voice_settings_model import VoiceSettingsModel


@_define(eq=False, repr=False)
class VoiceSettings(Model):
    """Which voice of which model; nyah of waves_lightning_v3_1 when left out.

    Attributes:
        model: Speech model; waves_lightning_v3_1 when left out.
        voice_id: Id of the voice; nyah when left out.
        gender: Gender of the voice; female when left out.
    """

    model: VoiceSettingsModel | Unset = UNSET
    voice_id: str | Unset = UNSET
    gender: VoiceSettingsGender | Unset = UNSET
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
