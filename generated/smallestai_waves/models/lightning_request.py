from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.tts_language import TtsLanguage
    from ..models.tts_output_format import TtsOutputFormat
    from ..models.tts_sample_rate import TtsSampleRate


@_define(eq=False, repr=False)
class LightningRequest(Model):
    """Body of the older Lightning 3.1 routes.

    Attributes:
        text: What to say, not only white space.
        voice_id: Id of a voice of the `lightning-v3.1` pool, or of a clone.
        sample_rate: Samples per second. The models speak at 44100 natively. Absent means 44100,
            on the older Lightning 3.1 routes 24000.
        speed: Rate of speech, 0.5 to 2; 1 when absent.
        language: Language code, or `auto`. `lightning_v3.1` speaks en es fr de it nl sv pt pl
            ru hi mr gu pa bn or ta te kn ml (and he); `lightning_v3.1_pro` speaks those without he,
            and el fi no zh ja ko id ms vi tr ar. Absent, the pro model mixes English and Hindi. As
            `number_pronunciation_language` it governs how numbers are read, and the whole text when
            no `language` is given.
        output_format: Form of the audio. `pcm` is headerless 16-bit little-endian mono, `wav`
            the same after a 44-byte header, `mp3` MPEG layer III, `ulaw` and `alaw` headerless
            8-bit G.711. The service takes `pcm` when absent.
        pronunciation_dicts: Ids of the pronunciation dictionaries to apply.
        consistency: Older models' dial, 0 to 1.
        similarity: Older models' dial, 0 to 1.
        enhancement: Older models' dial, 0 to 2.
        add_wav_header: Older spelling of a `wav` output format.
    """

    text: str
    voice_id: str
    sample_rate: TtsSampleRate | Unset = UNSET
    speed: float | Unset = UNSET
    language: TtsLanguage | Unset = UNSET
    output_format: TtsOutputFormat | Unset = UNSET
    pronunciation_dicts: list[str] | Unset = UNSET
    consistency: float | Unset = UNSET
    similarity: float | Unset = UNSET
    enhancement: float | Unset = UNSET
    add_wav_header: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("text", "voice_id"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "text": self.text,
                "voice_id": self.voice_id,
                "sample_rate": self.sample_rate,
                "speed": self.speed,
                "language": self.language,
                "output_format": self.output_format,
                "pronunciation_dicts": self.pronunciation_dicts,
                "consistency": self.consistency,
                "similarity": self.similarity,
                "enhancement": self.enhancement,
                "add_wav_header": self.add_wav_header,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            text=rest.pop("text", UNSET),
            voice_id=rest.pop("voice_id", UNSET),
            sample_rate=rest.pop("sample_rate", UNSET),
            speed=rest.pop("speed", UNSET),
            language=rest.pop("language", UNSET),
            output_format=rest.pop("output_format", UNSET),
            pronunciation_dicts=rest.pop("pronunciation_dicts", UNSET),
            consistency=rest.pop("consistency", UNSET),
            similarity=rest.pop("similarity", UNSET),
            enhancement=rest.pop("enhancement", UNSET),
            add_wav_header=rest.pop("add_wav_header", UNSET),
        )
        result.additional_properties = rest
        return result
