from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.synthesizer_enhancement import SynthesizerEnhancement
    from ..models.synthesizer_sample_rate import SynthesizerSampleRate
    from ..models.voice_settings import VoiceSettings


@_define(eq=False, repr=False)
class Synthesizer(Model):
    """The agent's voice.

    Attributes:
        voice_config: Which voice of which model; nyah of waves_lightning_v3_1 when left out.
        speed: Rate of speech, 0 to 2; 1.2 when left out.
        consistency: Steadiness of the voice, 0 to 1; 0.5 when left out.
        similarity: Closeness to the reference voice, 0 to 1; 0 when left out.
        enhancement: Degree of enhancement, 0, 1 or 2; 1 when left out.
        sample_rate: Samples per second (Hz); 16000 when left out.
    """

    voice_config: VoiceSettings | Unset = UNSET
    speed: float | Unset = UNSET
    consistency: float | Unset = UNSET
    similarity: float | Unset = UNSET
    enhancement: SynthesizerEnhancement | Unset = UNSET
    sample_rate: SynthesizerSampleRate | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "voiceConfig": self.voice_config,
                "speed": self.speed,
                "consistency": self.consistency,
                "similarity": self.similarity,
                "enhancement": self.enhancement,
                "sampleRate": self.sample_rate,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            voice_config=model(lambda: models.VoiceSettings)(rest.pop("voiceConfig", UNSET)),
            speed=rest.pop("speed", UNSET),
            consistency=rest.pop("consistency", UNSET),
            similarity=rest.pop("similarity", UNSET),
            enhancement=rest.pop("enhancement", UNSET),
            sample_rate=rest.pop("sampleRate", UNSET),
        )
        result.additional_properties = rest
        return result
