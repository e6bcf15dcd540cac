"""The namespace `SpeechToText` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.expire_content import ExpireContent
    from ...models.remote_audio import RemoteAudio
    from ...models.stt_encoding import SttEncoding
    from ...models.stt_language import SttLanguage
    from ...models.stt_model import SttModel
    from ...models.stt_numerals import SttNumerals
    from ...models.toggle import Toggle
    from ...models.transcript import Transcript
    from ...models.transcription_job import TranscriptionJob
    from ...models.webhook_method import WebhookMethod
    from ...types import Unset, Upload
    from .. import AsyncSend, RequestOptions, Send


class SpeechToText:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawSpeechToText:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawSpeechToText(self._send)

    def transcribe(
        self,
        *,
        body: Upload | RemoteAudio | Mapping[str, Any],
        model: SttModel,
        language: SttLanguage,
        word_timestamps: bool | Unset = UNSET,
        diarize: bool | Unset = UNSET,
        webhook_url: str | Unset = UNSET,
        webhook_method: WebhookMethod | Unset = UNSET,
        webhook_extra: str | Unset = UNSET,
        redact_pii: Toggle | Unset = UNSET,
        redact_pci: Toggle | Unset = UNSET,
        emotion_detection: Toggle | Unset = UNSET,
        gender_detection: Toggle | Unset = UNSET,
        x_expire_content: ExpireContent | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> Transcript | TranscriptionJob:
        """Transcribe a recording.

        The body is the recording itself, whose container the service detects, or the URL of one
        (`pulse` only). At most 250 MB. With `webhook_url` (`pulse-pro` only) the reply comes at
        once and the transcript is sent to that address later: the same Transcript with status
        `success` or `failed`, its `request_id`, and the pairs of `webhook_extra`; a 2xx
        acknowledges it, a 5xx has it sent again, up to ten times. The final slash belongs to the
        path.

        Args:
            model: Transcription model.
            language: Language of the recording; `pulse-pro` knows `en` only.
            word_timestamps: Add words with their times, and with `pulse` utterances. Off when
                absent.
            diarize: Tell speakers apart. `pulse` only; `pulse-pro` ignores it. Off when absent.
            webhook_url: Address to send the transcript to. `pulse-pro` only.
            webhook_method: Method of that delivery; POST when absent.
            webhook_extra: Pairs to send along, as `key:value,key:value`.
            redact_pii: Mask personal data. English and Hindi only; off when absent.
            redact_pci: Mask payment card data. English and Hindi only; off when absent.
            emotion_detection: Add scores of the speaker's mood. `pulse` only; off when absent.
            gender_detection: Add the speaker's gender. `pulse` only; off when absent.
            x_expire_content: `true` has the content of this request deleted after seven days.
                Enterprise plans only; other plans ignore it.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The transcript, or with `webhook_url` the receipt of the job.
        """
        from . import transcribe as _operation

        return self._send(
            _operation._get_kwargs(
                body=body,
                model=model,
                language=language,
                word_timestamps=word_timestamps,
                diarize=diarize,
                webhook_url=webhook_url,
                webhook_method=webhook_method,
                webhook_extra=webhook_extra,
                redact_pii=redact_pii,
                redact_pci=redact_pci,
                emotion_detection=emotion_detection,
                gender_detection=gender_detection,
                x_expire_content=x_expire_content,
            ),
            _operation._parse,
            request_options,
        )

    def speech_to_text(
        self,
        *,
        body: Upload | RemoteAudio | Mapping[str, Any],
        language: SttLanguage | Unset = UNSET,
        encoding: SttEncoding | Unset = UNSET,
        word_timestamps: bool | Unset = UNSET,
        diarize: bool | Unset = UNSET,
        gender_detection: Toggle | Unset = UNSET,
        emotion_detection: Toggle | Unset = UNSET,
        format_: Toggle | Unset = UNSET,
        punctuate: Toggle | Unset = UNSET,
        capitalize: Toggle | Unset = UNSET,
        numerals: SttNumerals | Unset = UNSET,
        redact_pii: Toggle | Unset = UNSET,
        redact_pci: Toggle | Unset = UNSET,
        webhook_url: str | Unset = UNSET,
        webhook_method: WebhookMethod | Unset = UNSET,
        webhook_extra: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> Transcript:
        """Transcribe a recording on the older Pulse route.

        Superseded by `POST /waves/v1/stt/`, and closed to short-lived tokens. The body is the
        recording itself or the URL of one, at most 250 MB.

        Args:
            language: Language of the recording; `multi-eu` when absent.
            encoding: Encoding of the recording. Has no effect, since the container is detected.
            word_timestamps: Add words and utterances with their times. Off when absent.
            diarize: Tell speakers apart. Off when absent.
            gender_detection: Add the speaker's gender. Off when absent.
            emotion_detection: Add scores of the speaker's mood. Off when absent.
            format_: Format the text; `false` switches punctuation and capitals off as well. On
                when absent.
            punctuate: Write punctuation. On when absent.
            capitalize: Write capitals. On when absent.
            numerals: Write numbers as digits. `auto` when absent.
            redact_pii: Mask personal data. English and Hindi only; off when absent.
            redact_pci: Mask payment card data. English and Hindi only; off when absent.
            webhook_url: Address to send the transcript to.
            webhook_method: Method of that delivery; POST when absent.
            webhook_extra: Pairs to send along, as `key:value,key:value`.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The transcript.
        """
        from . import speech_to_text as _operation

        return self._send(
            _operation._get_kwargs(
                body=body,
                language=language,
                encoding=encoding,
                word_timestamps=word_timestamps,
                diarize=diarize,
                gender_detection=gender_detection,
                emotion_detection=emotion_detection,
                format_=format_,
                punctuate=punctuate,
                capitalize=capitalize,
                numerals=numerals,
                redact_pii=redact_pii,
                redact_pci=redact_pci,
                webhook_url=webhook_url,
                webhook_method=webhook_method,
                webhook_extra=webhook_extra,
            ),
            _operation._parse,
            request_options,
        )


class RawSpeechToText:
    """The operations of `SpeechToText`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = SpeechToText(raw(send))

    transcribe = RawMethod(SpeechToText.transcribe)
    speech_to_text = RawMethod(SpeechToText.speech_to_text)


class AsyncSpeechToText:
    """The awaitable twin of `SpeechToText`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawSpeechToText:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawSpeechToText(self._send)

    async def transcribe(
        self,
        *,
        body: Upload | RemoteAudio | Mapping[str, Any],
        model: SttModel,
        language: SttLanguage,
        word_timestamps: bool | Unset = UNSET,
        diarize: bool | Unset = UNSET,
        webhook_url: str | Unset = UNSET,
        webhook_method: WebhookMethod | Unset = UNSET,
        webhook_extra: str | Unset = UNSET,
        redact_pii: Toggle | Unset = UNSET,
        redact_pci: Toggle | Unset = UNSET,
        emotion_detection: Toggle | Unset = UNSET,
        gender_detection: Toggle | Unset = UNSET,
        x_expire_content: ExpireContent | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> Transcript | TranscriptionJob:
        """Transcribe a recording.

        The body is the recording itself, whose container the service detects, or the URL of one
        (`pulse` only). At most 250 MB. With `webhook_url` (`pulse-pro` only) the reply comes at
        once and the transcript is sent to that address later: the same Transcript with status
        `success` or `failed`, its `request_id`, and the pairs of `webhook_extra`; a 2xx
        acknowledges it, a 5xx has it sent again, up to ten times. The final slash belongs to the
        path.

        Args:
            model: Transcription model.
            language: Language of the recording; `pulse-pro` knows `en` only.
            word_timestamps: Add words with their times, and with `pulse` utterances. Off when
                absent.
            diarize: Tell speakers apart. `pulse` only; `pulse-pro` ignores it. Off when absent.
            webhook_url: Address to send the transcript to. `pulse-pro` only.
            webhook_method: Method of that delivery; POST when absent.
            webhook_extra: Pairs to send along, as `key:value,key:value`.
            redact_pii: Mask personal data. English and Hindi only; off when absent.
            redact_pci: Mask payment card data. English and Hindi only; off when absent.
            emotion_detection: Add scores of the speaker's mood. `pulse` only; off when absent.
            gender_detection: Add the speaker's gender. `pulse` only; off when absent.
            x_expire_content: `true` has the content of this request deleted after seven days.
                Enterprise plans only; other plans ignore it.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The transcript, or with `webhook_url` the receipt of the job.
        """
        from . import transcribe as _operation

        return await self._send(
            _operation._get_kwargs(
                body=body,
                model=model,
                language=language,
                word_timestamps=word_timestamps,
                diarize=diarize,
                webhook_url=webhook_url,
                webhook_method=webhook_method,
                webhook_extra=webhook_extra,
                redact_pii=redact_pii,
                redact_pci=redact_pci,
                emotion_detection=emotion_detection,
                gender_detection=gender_detection,
                x_expire_content=x_expire_content,
            ),
            _operation._parse,
            request_options,
        )

    async def speech_to_text(
        self,
        *,
        body: Upload | RemoteAudio | Mapping[str, Any],
        language: SttLanguage | Unset = UNSET,
        encoding: SttEncoding | Unset = UNSET,
        word_timestamps: bool | Unset = UNSET,
        diarize: bool | Unset = UNSET,
        gender_detection: Toggle | Unset = UNSET,
        emotion_detection: Toggle | Unset = UNSET,
        format_: Toggle | Unset = UNSET,
        punctuate: Toggle | Unset = UNSET,
        capitalize: Toggle | Unset = UNSET,
        numerals: SttNumerals | Unset = UNSET,
        redact_pii: Toggle | Unset = UNSET,
        redact_pci: Toggle | Unset = UNSET,
        webhook_url: str | Unset = UNSET,
        webhook_method: WebhookMethod | Unset = UNSET,
        webhook_extra: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> Transcript:
        """Transcribe a recording on the older Pulse route.

        Superseded by `POST /waves/v1/stt/`, and closed to short-lived tokens. The body is the
        recording itself or the URL of one, at most 250 MB.

        Args:
            language: Language of the recording; `multi-eu` when absent.
            encoding: Encoding of the recording. Has no effect, since the container is detected.
            word_timestamps: Add words and utterances with their times. Off when absent.
            diarize: Tell speakers apart. Off when absent.
            gender_detection: Add the speaker's gender. Off when absent.
            emotion_detection: Add scores of the speaker's mood. Off when absent.
            format_: Format the text; `false` switches punctuation and capitals off as well. On
                when absent.
            punctuate: Write punctuation. On when absent.
            capitalize: Write capitals. On when absent.
            numerals: Write numbers as digits. `auto` when absent.
            redact_pii: Mask personal data. English and Hindi only; off when absent.
            redact_pci: Mask payment card data. English and Hindi only; off when absent.
            webhook_url: Address to send the transcript to.
            webhook_method: Method of that delivery; POST when absent.
            webhook_extra: Pairs to send along, as `key:value,key:value`.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The transcript.
        """
        from . import speech_to_text as _operation

        return await self._send(
            _operation._get_kwargs(
                body=body,
                language=language,
                encoding=encoding,
                word_timestamps=word_timestamps,
                diarize=diarize,
                gender_detection=gender_detection,
                emotion_detection=emotion_detection,
                format_=format_,
                punctuate=punctuate,
                capitalize=capitalize,
                numerals=numerals,
                redact_pii=redact_pii,
                redact_pci=redact_pci,
                webhook_url=webhook_url,
                webhook_method=webhook_method,
                webhook_extra=webhook_extra,
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawSpeechToText:
    """The operations of `AsyncSpeechToText`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncSpeechToText(raw(send))

    transcribe = AsyncRawMethod(AsyncSpeechToText.transcribe)
    speech_to_text = AsyncRawMethod(AsyncSpeechToText.speech_to_text)
