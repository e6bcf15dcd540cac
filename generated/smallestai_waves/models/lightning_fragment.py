from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.tts_language import TtsLanguage
    from ..models.tts_sample_rate import TtsSampleRate


@_define(eq=False, repr=False)
class LightningFragment(Model):
    """A piece of text for the older Lightning 3.1 socket.

    Attributes:
        text: What to say. May be empty with `flush`.
        voice_id: Id of a voice of the `lightning-v3.1` pool, or of a clone.
        sample_rate: Samples per second. The models speak at 44100 natively. Absent means 44100,
            on the older Lightning 3.1 routes 24000.
        speed: Rate of speech, 0.5 to 2; 1 when absent.
        language: Language code, or `auto`. `lightning_v3.1` speaks en es fr de it nl sv pt pl
            ru hi mr gu pa bn or ta te kn ml (and he); `lightning_v3.1_pro` speaks those without he,
            and el fi no zh ja ko id ms vi tr ar. Absent, the pro model mixes English and Hindi. As
            `number_pronunciation_language` it governs how numbers are read, and the whole text when
            no `language` is given.
        similarity: Older models' dial, 0 to 1.
        enhancement: Older models' dial, 0 to 2.
        pronunciation_dicts: Ids of the pronunciation dictionaries to apply.
        continue_: Hold this text until a frame with `flush`.
        flush: Speak what is held.
        max_buffer_flush_ms: Milliseconds after which held text is spoken anyway, 0 to 1000; 0
            is never.
    """

    text: str
    voice_id: str
    sample_rate: TtsSampleRate | Unset = UNSET
    speed: float | Unset = UNSET
    language: TtsLanguage | Unset = UNSET
    similarity: float | Unset = UNSET
    enhancement: float | Unset = UNSET
    pronunciation_dicts: list[str] | Unset = UNSET
    continue_: bool | Unset = UNSET
    flush: bool | Unset = UNSET
    max_buffer_flush_ms: int | Unset = UNSET
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
                "similarity": self.similarity,
                "enhancement": self.enhancement,
                "pronunciation_dicts": self.pronunciation_dicts,
                "continue": self.continue_,
                "flush": self.flush,
                "max_buffer_flush_ms": self.max_buffer_flush_ms,
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
            similarity=rest.pop("similarity", UNSET),
            enhancement=rest.pop("enhancement", UNSET),
            pronunciation_dicts=rest.pop("pronunciation_dicts", UNSET),
            continue_=rest.pop("continue", UNSET),
            flush=rest.pop("flush", UNSET),
            max_buffer_flush_ms=rest.pop("max_buffer_flush_ms", UNSET),
        )
        result.additional_properties = rest
        return result
