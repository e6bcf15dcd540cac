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
class TtsFragment(Model):
    """A piece of text for the live socket; settings travel with every piece. Alone it is a whole
    request. With `continue` it is held until a piece with `flush`. With `context_id` it joins a
    continuation context, which speaks at sentence ends by itself and must not use `flush` or
    `max_buffer_flush_ms`. Audio is always 16-bit PCM.

    Attributes:
        text: What to say, at most 8000 characters. May be empty with `flush`, and absent when a
            context is ended.
        voice_id: Id of a catalogue voice or of a clone. May be absent with `context_close`.
        model: Synthesis model. Each has voices of its own: a pro voice on the standard model is
            not refused, but sounds wrong. The service takes `lightning_v3.1` when absent.
        sample_rate: Samples per second. The models speak at 44100 natively. Absent means 44100,
            on the older Lightning 3.1 routes 24000.
        speed: Rate of speech, 0.5 to 2; 1 when absent.
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
        math_notation: Read signs between digits as words. Off when absent.
        output_format: Form of the audio. `pcm` is headerless 16-bit little-endian mono, `wav`
            the same after a 44-byte header, `mp3` MPEG layer III, `ulaw` and `alaw` headerless
            8-bit G.711. The service takes `pcm` when absent.
        pronunciation_dicts: Ids of the pronunciation dictionaries to apply.
        word_timestamps: Ask for word frames; voices without timings send none. Off when absent.
        session_id: The caller's own id of the session, echoed as `external_session_id`.
        request_id: The caller's own id of the request, echoed as `external_request_id`.
        continue_: More text follows. Without a context the text waits for a `flush`; in a
            context it waits for a sentence end.
        flush: Speak what is held. Not in a context.
        max_buffer_flush_ms: Milliseconds after which held text is spoken anyway, 0 to 1000; 0,
            the value when absent, is never. Not in a context.
        complete_backoff_ms: Milliseconds between the last chunk and the complete frame, 0 to
            10000; 4000 when absent.
        context_id: The caller's id of the continuation context. At most 128 characters.
        max_buffer_delay_ms: Longest wait for a sentence end in a context, in milliseconds from
            the first fragment still held, 0 to 5000; 3000 when absent.
        context_close: Speak what the context holds and drop the context now.
        cancel_request: Discard what the context holds unspoken; the context stays usable.
    """

    text: str | Unset = UNSET
    voice_id: str | Unset = UNSET
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
    continue_: bool | Unset = UNSET
    flush: bool | Unset = UNSET
    max_buffer_flush_ms: int | Unset = UNSET
    complete_backoff_ms: float | Unset = UNSET
    context_id: str | Unset = UNSET
    max_buffer_delay_ms: int | Unset = UNSET
    context_close: bool | Unset = UNSET
    cancel_request: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

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
                "continue": self.continue_,
                "flush": self.flush,
                "max_buffer_flush_ms": self.max_buffer_flush_ms,
                "complete_backoff_ms": self.complete_backoff_ms,
                "context_id": self.context_id,
                "max_buffer_delay_ms": self.max_buffer_delay_ms,
                "context_close": self.context_close,
                "cancel_request": self.cancel_request,
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
            continue_=rest.pop("continue", UNSET),
            flush=rest.pop("flush", UNSET),
            max_buffer_flush_ms=rest.pop("max_buffer_flush_ms", UNSET),
            complete_backoff_ms=rest.pop("complete_backoff_ms", UNSET),
            context_id=rest.pop("context_id", UNSET),
            max_buffer_delay_ms=rest.pop("max_buffer_delay_ms", UNSET),
            context_close=rest.pop("context_close", UNSET),
            cancel_request=rest.pop("cancel_request", UNSET),
        )
        result.additional_properties = rest
        return result
