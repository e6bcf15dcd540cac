"""The namespace `TextToSpeech` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from ...models.expire_content import ExpireContent
    from ...models.synthesize_speech_accept import SynthesizeSpeechAccept
    from ...models.tts_language import TtsLanguage
    from ...models.tts_model import TtsModel
    from ...models.tts_output_format import TtsOutputFormat
    from ...models.tts_sample_rate import TtsSampleRate
    from ...types import File, Unset
    from .. import AsyncSend, RequestOptions, Send


class TextToSpeech:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawTextToSpeech:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawTextToSpeech(self._send)

    def synthesize_speech(
        self,
        *,
        text: str,
        voice_id: str,
        accept: SynthesizeSpeechAccept,
        model: TtsModel | Unset = UNSET,
        sample_rate: TtsSampleRate | Unset = UNSET,
        speed: float | Unset = UNSET,
        language: TtsLanguage | Unset = UNSET,
        number_pronunciation_language: TtsLanguage | Unset = UNSET,
        math_notation: bool | Unset = UNSET,
        output_format: TtsOutputFormat | Unset = UNSET,
        pronunciation_dicts: list[str] | Unset = UNSET,
        word_timestamps: bool | Unset = UNSET,
        session_id: str | Unset = UNSET,
        request_id: str | Unset = UNSET,
        x_expire_content: ExpireContent | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> File:
        """Synthesise a text and return the whole audio.

        The body of the reply is audio in the requested `output_format`. Its Content-Type is
        `audio/wav` whatever the format, so the container follows from the request, not from the
        header.

        Args:
            text: What to say, 1 to 8000 characters, not only white space. About 140 characters
                work best.
            voice_id: Id of a catalogue voice (`magnus`) or of a clone (`voice_...`).
            model: Synthesis model. Each has voices of its own: a pro voice on the standard
                model is not refused, but sounds wrong. The service takes `lightning_v3.1` when
                absent.
            sample_rate: Samples per second. The models speak at 44100 natively. Absent means
                44100, on the older Lightning 3.1 routes 24000.
            speed: Rate of speech, 0.5 to 2; 1, the rate when absent, is natural.
            language: Language code, or `auto`. `lightning_v3.1` speaks en es fr de it nl sv pt
                pl ru hi mr gu pa bn or ta te kn ml (and he); `lightning_v3.1_pro` speaks those
                without he, and el fi no zh ja ko id ms vi tr ar. Absent, the pro model mixes
                English and Hindi. As `number_pronunciation_language` it governs how numbers are
                read, and the whole text when no `language` is given.
            number_pronunciation_language: Language code, or `auto`. `lightning_v3.1` speaks en
                es fr de it nl sv pt pl ru hi mr gu pa bn or ta te kn ml (and he);
                `lightning_v3.1_pro` speaks those without he, and el fi no zh ja ko id ms vi tr ar.
                Absent, the pro model mixes English and Hindi. As `number_pronunciation_language` it
                governs how numbers are read, and the whole text when no `language` is given.
            math_notation: Read signs such as × ÷ + = ^ between digits as words; `-` and `/`
                only with spaces around them. Off when absent.
            output_format: Form of the audio. `pcm` is headerless 16-bit little-endian mono,
                `wav` the same after a 44-byte header, `mp3` MPEG layer III, `ulaw` and `alaw`
                headerless 8-bit G.711. The service takes `pcm` when absent.
            pronunciation_dicts: Ids of the pronunciation dictionaries to apply.
            word_timestamps: Only the socket sends word times; here the field is accepted and
                has no effect.
            session_id: The caller's own id of the session, sent back in X-External-Session-Id.
                At most 128 characters.
            request_id: The caller's own id of the request, sent back in X-External-Request-Id.
                At most 128 characters.
            accept: Always `audio/wav`; without it, some servers answer with an empty body.
            x_expire_content: `true` has the content of this request deleted after seven days.
                Enterprise plans only; other plans ignore it.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Audio bytes.
        """
        from . import synthesize_speech as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "text": text,
                    "voice_id": voice_id,
                    "model": model,
                    "sample_rate": sample_rate,
                    "speed": speed,
                    "language": language,
                    "number_pronunciation_language": number_pronunciation_language,
                    "math_notation": math_notation,
                    "output_format": output_format,
                    "pronunciation_dicts": pronunciation_dicts,
                    "word_timestamps": word_timestamps,
                    "session_id": session_id,
                    "request_id": request_id,
                },
                accept=accept,
                x_expire_content=x_expire_content,
            ),
            _operation._parse,
            request_options,
        )

    def synthesize_lightning_v31(
        self,
        *,
        text: str,
        voice_id: str,
        sample_rate: TtsSampleRate | Unset = UNSET,
        speed: float | Unset = UNSET,
        language: TtsLanguage | Unset = UNSET,
        output_format: TtsOutputFormat | Unset = UNSET,
        pronunciation_dicts: list[str] | Unset = UNSET,
        consistency: float | Unset = UNSET,
        similarity: float | Unset = UNSET,
        enhancement: float | Unset = UNSET,
        add_wav_header: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> File:
        """Synthesise a text on the older Lightning 3.1 route.

        Deprecated. Superseded by `POST /waves/v1/tts`, which takes the model in its body.

        Args:
            text: What to say, not only white space.
            voice_id: Id of a voice of the `lightning-v3.1` pool, or of a clone.
            sample_rate: Samples per second. The models speak at 44100 natively. Absent means
                44100, on the older Lightning 3.1 routes 24000.
            speed: Rate of speech, 0.5 to 2; 1 when absent.
            language: Language code, or `auto`. `lightning_v3.1` speaks en es fr de it nl sv pt
                pl ru hi mr gu pa bn or ta te kn ml (and he); `lightning_v3.1_pro` speaks those
                without he, and el fi no zh ja ko id ms vi tr ar. Absent, the pro model mixes
                English and Hindi. As `number_pronunciation_language` it governs how numbers are
                read, and the whole text when no `language` is given.
            output_format: Form of the audio. `pcm` is headerless 16-bit little-endian mono,
                `wav` the same after a 44-byte header, `mp3` MPEG layer III, `ulaw` and `alaw`
                headerless 8-bit G.711. The service takes `pcm` when absent.
            pronunciation_dicts: Ids of the pronunciation dictionaries to apply.
            consistency: Older models' dial, 0 to 1.
            similarity: Older models' dial, 0 to 1.
            enhancement: Older models' dial, 0 to 2.
            add_wav_header: Older spelling of a `wav` output format.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Audio bytes.
        """
        from . import synthesize_lightning_v31 as _operation

        warnings.warn("synthesize_lightning_v31 is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(
                body={
                    "text": text,
                    "voice_id": voice_id,
                    "sample_rate": sample_rate,
                    "speed": speed,
                    "language": language,
                    "output_format": output_format,
                    "pronunciation_dicts": pronunciation_dicts,
                    "consistency": consistency,
                    "similarity": similarity,
                    "enhancement": enhancement,
                    "add_wav_header": add_wav_header,
                }
            ),
            _operation._parse,
            request_options,
        )


class RawTextToSpeech:
    """The operations of `TextToSpeech`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = TextToSpeech(raw(send))

    synthesize_speech = RawMethod(TextToSpeech.synthesize_speech)
    synthesize_lightning_v31 = RawMethod(TextToSpeech.synthesize_lightning_v31)


class AsyncTextToSpeech:
    """The awaitable twin of `TextToSpeech`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawTextToSpeech:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawTextToSpeech(self._send)

    async def synthesize_speech(
        self,
        *,
        text: str,
        voice_id: str,
        accept: SynthesizeSpeechAccept,
        model: TtsModel | Unset = UNSET,
        sample_rate: TtsSampleRate | Unset = UNSET,
        speed: float | Unset = UNSET,
        language: TtsLanguage | Unset = UNSET,
        number_pronunciation_language: TtsLanguage | Unset = UNSET,
        math_notation: bool | Unset = UNSET,
        output_format: TtsOutputFormat | Unset = UNSET,
        pronunciation_dicts: list[str] | Unset = UNSET,
        word_timestamps: bool | Unset = UNSET,
        session_id: str | Unset = UNSET,
        request_id: str | Unset = UNSET,
        x_expire_content: ExpireContent | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> File:
        """Synthesise a text and return the whole audio.

        The body of the reply is audio in the requested `output_format`. Its Content-Type is
        `audio/wav` whatever the format, so the container follows from the request, not from the
        header.

        Args:
            text: What to say, 1 to 8000 characters, not only white space. About 140 characters
                work best.
            voice_id: Id of a catalogue voice (`magnus`) or of a clone (`voice_...`).
            model: Synthesis model. Each has voices of its own: a pro voice on the standard
                model is not refused, but sounds wrong. The service takes `lightning_v3.1` when
                absent.
            sample_rate: Samples per second. The models speak at 44100 natively. Absent means
                44100, on the older Lightning 3.1 routes 24000.
            speed: Rate of speech, 0.5 to 2; 1, the rate when absent, is natural.
            language: Language code, or `auto`. `lightning_v3.1` speaks en es fr de it nl sv pt
                pl ru hi mr gu pa bn or ta te kn ml (and he); `lightning_v3.1_pro` speaks those
                without he, and el fi no zh ja ko id ms vi tr ar. Absent, the pro model mixes
                English and Hindi. As `number_pronunciation_language` it governs how numbers are
                read, and the whole text when no `language` is given.
            number_pronunciation_language: Language code, or `auto`. `lightning_v3.1` speaks en
                es fr de it nl sv pt pl ru hi mr gu pa bn or ta te kn ml (and he);
                `lightning_v3.1_pro` speaks those without he, and el fi no zh ja ko id ms vi tr ar.
                Absent, the pro model mixes English and Hindi. As `number_pronunciation_language` it
                governs how numbers are read, and the whole text when no `language` is given.
            math_notation: Read signs such as × ÷ + = ^ between digits as words; `-` and `/`
                only with spaces around them. Off when absent.
            output_format: Form of the audio. `pcm` is headerless 16-bit little-endian mono,
                `wav` the same after a 44-byte header, `mp3` MPEG layer III, `ulaw` and `alaw`
                headerless 8-bit G.711. The service takes `pcm` when absent.
            pronunciation_dicts: Ids of the pronunciation dictionaries to apply.
            word_timestamps: Only the socket sends word times; here the field is accepted and
                has no effect.
            session_id: The caller's own id of the session, sent back in X-External-Session-Id.
                At most 128 characters.
            request_id: The caller's own id of the request, sent back in X-External-Request-Id.
                At most 128 characters.
            accept: Always `audio/wav`; without it, some servers answer with an empty body.
            x_expire_content: `true` has the content of this request deleted after seven days.
                Enterprise plans only; other plans ignore it.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Audio bytes.
        """
        from . import synthesize_speech as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "text": text,
                    "voice_id": voice_id,
                    "model": model,
                    "sample_rate": sample_rate,
                    "speed": speed,
                    "language": language,
                    "number_pronunciation_language": number_pronunciation_language,
                    "math_notation": math_notation,
                    "output_format": output_format,
                    "pronunciation_dicts": pronunciation_dicts,
                    "word_timestamps": word_timestamps,
                    "session_id": session_id,
                    "request_id": request_id,
                },
                accept=accept,
                x_expire_content=x_expire_content,
            ),
            _operation._parse,
            request_options,
        )

    async def synthesize_lightning_v31(
        self,
        *,
        text: str,
        voice_id: str,
        sample_rate: TtsSampleRate | Unset = UNSET,
        speed: float | Unset = UNSET,
        language: TtsLanguage | Unset = UNSET,
        output_format: TtsOutputFormat | Unset = UNSET,
        pronunciation_dicts: list[str] | Unset = UNSET,
        consistency: float | Unset = UNSET,
        similarity: float | Unset = UNSET,
        enhancement: float | Unset = UNSET,
        add_wav_header: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> File:
        """Synthesise a text on the older Lightning 3.1 route.

        Deprecated. Superseded by `POST /waves/v1/tts`, which takes the model in its body.

        Args:
            text: What to say, not only white space.
            voice_id: Id of a voice of the `lightning-v3.1` pool, or of a clone.
            sample_rate: Samples per second. The models speak at 44100 natively. Absent means
                44100, on the older Lightning 3.1 routes 24000.
            speed: Rate of speech, 0.5 to 2; 1 when absent.
            language: Language code, or `auto`. `lightning_v3.1` speaks en es fr de it nl sv pt
                pl ru hi mr gu pa bn or ta te kn ml (and he); `lightning_v3.1_pro` speaks those
                without he, and el fi no zh ja ko id ms vi tr ar. Absent, the pro model mixes
                English and Hindi. As `number_pronunciation_language` it governs how numbers are
                read, and the whole text when no `language` is given.
            output_format: Form of the audio. `pcm` is headerless 16-bit little-endian mono,
                `wav` the same after a 44-byte header, `mp3` MPEG layer III, `ulaw` and `alaw`
                headerless 8-bit G.711. The service takes `pcm` when absent.
            pronunciation_dicts: Ids of the pronunciation dictionaries to apply.
            consistency: Older models' dial, 0 to 1.
            similarity: Older models' dial, 0 to 1.
            enhancement: Older models' dial, 0 to 2.
            add_wav_header: Older spelling of a `wav` output format.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Audio bytes.
        """
        from . import synthesize_lightning_v31 as _operation

        warnings.warn("synthesize_lightning_v31 is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(
                body={
                    "text": text,
                    "voice_id": voice_id,
                    "sample_rate": sample_rate,
                    "speed": speed,
                    "language": language,
                    "output_format": output_format,
                    "pronunciation_dicts": pronunciation_dicts,
                    "consistency": consistency,
                    "similarity": similarity,
                    "enhancement": enhancement,
                    "add_wav_header": add_wav_header,
                }
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawTextToSpeech:
    """The operations of `AsyncTextToSpeech`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncTextToSpeech(raw(send))

    synthesize_speech = AsyncRawMethod(AsyncTextToSpeech.synthesize_speech)
    synthesize_lightning_v31 = AsyncRawMethod(AsyncTextToSpeech.synthesize_lightning_v31)
