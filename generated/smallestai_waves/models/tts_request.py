from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.tts_language import TtsLanguage
    from ..models.tts_model import TtsModel
    from ..models.tts_output_format import TtsOutputFormat
    from ..models.tts_sample_rate import TtsSampleRate


@_define(eq=False, repr=False)
class TtsRequest(Model):
    """A text to speak, and how.

    Attributes:
        text: What to say, 1 to 8000 characters, not only white space. About 140 characters work
            best.
        voice_id: Id of a catalogue voice (`magnus`) or of a clone (`voice_...`).
        model: Synthesis model. Each has voices of its own: a pro voice on the standard model is
            not refused, but sounds wrong. The service takes `lightning_v3.1` when absent.
        sample_rate: Samples per second. The models speak at 44100 natively. Absent means 44100,
            on the older Lightning 3.1 routes 24000.
        speed: Rate of speech, 0.5 to 2; 1, the rate when absent, is natural.
        language: Language code, or `auto`. `lightning_v3.1` speaks en es fr de it nl sv pt pl
            ru hi mr gu pa bn or ta te kn ml (and he); `lightning_v3.1_pro` speaks those without he,
            and el fi no zh ja ko id ms vi tr ar. Absent, the pro model mixes English and Hindi. As
            `number_pronunciation_language` it governs how numbers are read, and the whole text when
            no `language` is given.
        number_pronunciation_language: Language code, or `auto`. `lightning_v3.1` speaks en es
            fr de it nl sv pt pl ru hi mr gu pa bn or ta te kn ml (and he); `lightning_v3.1_pro`
            speaks those without he, and el fi no zh ja ko id ms vi tr ar. Absent, the pro model
            mixes English and Hindi. As `number_pronunciation_language` it governs how numbers are
            read, and the whole text when no `language` is given.
        math_notation: Read signs such as × ÷ + = ^ between digits as words; `-` and `/` only
            with spaces around them. Off when absent.
        output_format: Form of the audio. `pcm` is headerless 16-bit little-endian mono, `wav`
            the same after a 44-byte header, `mp3` MPEG layer III, `ulaw` and `alaw` headerless
            8-bit G.711. The service takes `pcm` when absent.
        pronunciation_dicts: Ids of the pronunciation dictionaries to apply.
        word_timestamps: Only the socket sends word times; here the field is accepted and has no
            effect.
        session_id: The caller's own id of the session, sent back in X-External-Session-Id. At
            most 128 characters.
        request_id: The caller's own id of the request, sent back in X-External-Request-Id. At
            most 128 characters.
    """

    text: str
    voice_id: str
    model: TtsModel | Unset = UNSET
    sample_rate: TtsSampleRate | Unset = UNSET
    speed: float | Unset = UNSET
    language: TtsLanguage | Unset = UNSET
    number_pronunciation_language: TtsLanguage | Unset = UNSET
    math_notation: bool | Unset = UNSET
    output_format: TtsOutputFormat | Unset = UNSET
    pronunciation_dicts: list[str] | Unset = UNSET
    word_timestamps: bool | Unset = UNSET
    session_id: str | Unset = UNSET
    request_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("text", "voice_id"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "text": self.text,
                "voice_id": self.voice_id,
                "model": self.model,
                "sample_rate": self.sample_rate,
                "speed": self.speed,
                "language": self.language,
                "number_pronunciation_language": self.number_pronunciation_language,
                "math_notation": self.math_notation,
                "output_format": self.output_format,
                "pronunciation_dicts": self.pronunciation_dicts,
                "word_timestamps": self.word_timestamps,
                "session_id": self.session_id,
                "request_id": self.request_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            text=rest.pop("text", UNSET),
            voice_id=rest.pop("voice_id", UNSET),
            model=rest.pop("model", UNSET),
            sample_rate=rest.pop("sample_rate", UNSET),
            speed=rest.pop("speed", UNSET),
            language=rest.pop("language", UNSET),
            number_pronunciation_language=rest.pop("number_pronunciation_language", UNSET),
            math_notation=rest.pop("math_notation", UNSET),
            output_format=rest.pop("output_format", UNSET),
            pronunciation_dicts=rest.pop("pronunciation_dicts", UNSET),
            word_timestamps=rest.pop("word_timestamps", UNSET),
            session_id=rest.pop("session_id", UNSET),
            request_id=rest.pop("request_id", UNSET),
        )
        result.additional_properties = rest
        return result
