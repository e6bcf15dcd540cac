"""Speech to text.

One call for a recording, one for speech as it is spoken. Blocking and async, side by side.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Literal, Unpack, overload

from smallestai.errors import ArgumentError
from smallestai.waves._stt_request import recording_request
from smallestai.waves._stt_sources import Recording, check_size, open_source
from smallestai.waves._stt_upload import (
    Progress,
    Upload,
    answer_timeout,
    async_upload,
    parse,
    remote_request,
    upload,
)
from smallestai.waves.recordings import parts_of

if TYPE_CHECKING:
    import os
    from asyncio import Task

    from smallestai._config import Timeout
    from smallestai._http import AsyncTransport, Transport
    from smallestai.audio import Audio
    from smallestai.waves._stt_live import LiveOptions
    from smallestai.waves._stt_request import RecordingOptions, RecordingRequest
    from smallestai.waves._stt_upload import OnProgress
    from smallestai.waves.recordings import Part
    from smallestai.waves.transcript import Transcript, TranscriptionJob
    from smallestai.waves.transcription import AsyncTranscriptionStream, TranscriptionStream

    Source = str | os.PathLike[str] | bytes | IO[bytes] | Audio
    Split = Literal["auto"] | bool | float

_PARALLEL = 4
_MOST_PARALLEL = 25  # requests a minute on the standard plan


class STT:
    """`client.waves.stt`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @overload
    def transcribe(
        self,
        source: Source,
        *,
        webhook_url: None = None,
        split: Split = "auto",
        parallel: int = _PARALLEL,
        on_progress: OnProgress | None = None,
        timeout: Timeout | float | None = None,
        **options: Unpack[RecordingOptions],
    ) -> Transcript: ...

    @overload
    def transcribe(
        self,
        source: Source,
        *,
        webhook_url: str,
        split: Split = "auto",
        parallel: int = _PARALLEL,
        on_progress: OnProgress | None = None,
        timeout: Timeout | float | None = None,
        **options: Unpack[RecordingOptions],
    ) -> TranscriptionJob: ...

    def transcribe(
        self,
        source: Source,
        *,
        webhook_url: str | None = None,
        split: Split = "auto",
        parallel: int = _PARALLEL,
        on_progress: OnProgress | None = None,
        timeout: Timeout | float | None = None,
        **options: Unpack[RecordingOptions],
    ) -> Transcript | TranscriptionJob:
        """Transcribe a recording.

            transcript = client.waves.stt.transcribe("call.wav", word_timestamps=True)
            transcript.save("call.srt")

        A file is read while it is sent and never held whole. A long PCM WAV is sent in parts, cut
        where it is quietest and joined on one clock; a part whose connection breaks is sent again,
        and may then be billed twice.

        Args:
            source: A path, bytes, a file opened in binary mode, `Audio`, or an http(s) address that
                the service fetches itself (``pulse``). Any usual container: WAV, MP3, FLAC, Ogg,
                M4A, WebM and more, up to 250 MB in one piece.
            webhook_url: Have the transcript sent there (``pulse-pro``); what is returned is the
                receipt of the job.
            split: ``auto``: in parts of five minutes when it is longer than half an hour or larger
                than 250 MB. With ``diarize`` only when it is too large, since each part numbers its
                speakers by itself. True: when it is longer than five minutes. False: never. A
                number: parts of about so many seconds, 5 to 3600.
            parallel: How many parts are sent at once, 1 to 25. The standard plan takes 25 requests
                a minute; beyond that each part waits as long as the service asks.
            on_progress: Called with the bytes sent and their total (None for a stream of unknown
                length), from whichever thread sends. What it raises stops the upload.
            timeout: Seconds, or a `Timeout`. By default the client's, with its ``total`` for the
                answer: the service may work on a recording for ten minutes.
            **options: What is wanted; see `RecordingOptions`.

        Returns:
            The transcript; with ``webhook_url`` a `TranscriptionJob`.

        Raises:
            ArgumentError: The source cannot be sent, or an argument has a value the service
                refuses; nothing was sent.
            APIError: The service refused it.
            APIConnectionError, APITimeoutError: It could not be reached, or not in time.
            RemoteProtocolError: The answer is no transcript.
            SmallestError: Of parts: any of these, with what there is on ``error.received``.

        Source: operation `transcribe`.
        """
        config, transport = self._transport.config, self._transport
        transport.check_open()
        request = recording_request(config.base_url, webhook_url=webhook_url, **options)
        recording = open_source(source, request)
        if isinstance(recording, str):
            wanted = {"timeout": answer_timeout(config, timeout)}
            return transport.send(remote_request(request, recording), parse, wanted)
        try:
            parts = _parts(recording, request, split, parallel)
            if not parts:
                progress = Progress(on_progress, recording.size)
                whole = Upload(config, request, recording, None, progress, timeout)
                return upload(transport, whole)
            from smallestai.waves._stt_parts import Parts

            job = Parts(config, request, recording, parts, on_progress, timeout)
            return job.transcribe(transport, parallel)
        finally:
            recording.close()

    def stream(
        self, *, timeout: Timeout | float | None = None, **options: Unpack[LiveOptions]
    ) -> TranscriptionStream:
        """Transcribe speech while it is spoken.

            with client.waves.stt.stream(language="en") as stream:
                with stream.microphone() as microphone:
                    stream.feed(microphone)
                    for event in stream:
                        if isinstance(event, Final):
                            print(event.text)

        The socket is opened by the ``with`` statement, or by the first use.

        Args:
            timeout: Seconds, or a `Timeout`; the client's own by default. Silence is no timeout: a
                ping, ``finalize`` and the end of the session must be answered within ``between``.
            **options: How to transcribe it; see `LiveOptions`.

        Returns:
            A stream to send audio to and to iterate.

        Raises:
            ArgumentError: An argument has a value the service refuses; nothing is sent.

        Source: channel `sttLive`.
        """
        from smallestai.waves._stt_live import live_request
        from smallestai.waves.transcription import TranscriptionStream

        self._transport.check_open()
        config = self._transport.config
        return TranscriptionStream(config, live_request(config.base_url, **options), timeout)


class AsyncSTT:
    """`client.waves.stt` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    @overload
    async def transcribe(
        self,
        source: Source,
        *,
        webhook_url: None = None,
        split: Split = "auto",
        parallel: int = _PARALLEL,
        on_progress: OnProgress | None = None,
        timeout: Timeout | float | None = None,
        **options: Unpack[RecordingOptions],
    ) -> Transcript: ...

    @overload
    async def transcribe(
        self,
        source: Source,
        *,
        webhook_url: str,
        split: Split = "auto",
        parallel: int = _PARALLEL,
        on_progress: OnProgress | None = None,
        timeout: Timeout | float | None = None,
        **options: Unpack[RecordingOptions],
    ) -> TranscriptionJob: ...

    async def transcribe(
        self,
        source: Source,
        *,
        webhook_url: str | None = None,
        split: Split = "auto",
        parallel: int = _PARALLEL,
        on_progress: OnProgress | None = None,
        timeout: Timeout | float | None = None,
        **options: Unpack[RecordingOptions],
    ) -> Transcript | TranscriptionJob:
        """Transcribe a recording; see `STT.transcribe`. Files are read in threads."""
        from asyncio import to_thread

        config, transport = self._transport.config, self._transport
        transport.check_open()
        request = recording_request(config.base_url, webhook_url=webhook_url, **options)
        recording = await _opened(source, request)
        if isinstance(recording, str):
            wanted = {"timeout": answer_timeout(config, timeout)}
            return await transport.send(remote_request(request, recording), parse, wanted)
        try:
            parts = await to_thread(_parts, recording, request, split, parallel)
            if not parts:
                progress = Progress(on_progress, recording.size)
                whole = Upload(config, request, recording, None, progress, timeout)
                return await async_upload(transport, whole)
            from smallestai.waves._stt_parts import AsyncParts

            job = AsyncParts(config, request, recording, parts, on_progress, timeout)
            return await job.transcribe(transport, parallel)
        finally:
            recording.close()

    def stream(
        self, *, timeout: Timeout | float | None = None, **options: Unpack[LiveOptions]
    ) -> AsyncTranscriptionStream:
        """Transcribe speech while it is spoken; see `STT.stream`. Not awaited itself.

        async with client.waves.stt.stream(language="en") as stream:
            stream.feed(microphone)
            async for event in stream:
                print(event)
        """
        from smallestai.waves._stt_live import live_request
        from smallestai.waves.transcription import AsyncTranscriptionStream

        self._transport.check_open()
        config = self._transport.config
        return AsyncTranscriptionStream(config, live_request(config.base_url, **options), timeout)


async def _opened(source: Source, request: RecordingRequest) -> Recording | str:
    """Open a source in a thread; one that is open only after a cancellation is closed again."""
    from asyncio import CancelledError, create_task, shield, to_thread

    opening = create_task(to_thread(open_source, source, request))
    try:
        return await shield(opening)
    except CancelledError:
        opening.add_done_callback(_close)
        raise


def _close(opening: Task[Recording | str]) -> None:
    if not opening.cancelled() and opening.exception() is None:
        opened = opening.result()
        if not isinstance(opened, str):
            opened.close()


def _parts(
    recording: Recording, request: RecordingRequest, split: Split, parallel: int
) -> list[Part]:
    """Return the parts to send; none where the recording goes whole, which it must fit for."""
    if (
        isinstance(parallel, bool)
        or not isinstance(parallel, int)
        or not 1 <= parallel <= _MOST_PARALLEL
    ):
        remedy = f"must be a whole number from 1 to {_MOST_PARALLEL}"
        raise ArgumentError("parallel", parallel, remedy)
    wanted: Split = False if request.is_job and split == "auto" else split
    parts = parts_of(recording, wanted, diarize=request.diarize)
    if parts and request.is_job:
        remedy = "sends the transcript of one request: it does not go with split="
        raise ArgumentError("webhook_url", "...", remedy)
    if not parts:
        check_size(recording.name, recording.size or 0)
    return parts
