"""Text to speech.

One call for a finished piece, one for a stream. Blocking and async, side by side.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from smallestai._config import Timeout
from smallestai.waves._gate import AsyncGates, Gates
from smallestai.waves._line import Priority
from smallestai.waves._turns import AsyncTurn, Turn
from smallestai.waves.request import TRANSPORTS, check_one_of, speech_request
from smallestai.waves.speech import AsyncSpeechStream, SpeechStream

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from smallestai._http import AsyncTransport, Transport
    from smallestai.audio import Audio
    from smallestai.waves._gate import AsyncGate, Gate
    from smallestai.waves.connection import AsyncSpeechConnection, SpeechConnection
    from smallestai.waves.pipeline import SpeakOptions
    from smallestai.waves.request import SpeechOptions
    from smallestai.waves.request import Transport as TransportName


class TTS:
    """`client.waves.tts`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def synthesize(
        self,
        text: str,
        *,
        transport: TransportName = "http",
        timeout: Timeout | float | None = None,
        **options: Unpack[SpeechOptions],
    ) -> Audio:
        """Speak a text and return the whole audio.

            audio = client.waves.tts.synthesize("Your parcel leaves tonight.", voice_id="meher")
            audio.save("parcel.wav")

        Args:
            text: What to speak: 1 to 8000 characters, sent as they are.
            transport: ``http`` (default; the only one for ``output_format`` other than PCM),
                ``sse`` or ``websocket``.
            timeout: Seconds, or a `Timeout`; the client's own by default.
            **options: How to speak it: ``voice_id``, ``model``, ``sample_rate``, ``output_format``,
                ``speed``, ``language`` and more; see `SpeechOptions`.

        Returns:
            The audio with its format; `Audio.save` writes it to a file.

        Raises:
            ArgumentError: An argument has a value the service refuses; nothing was sent.
            APIError: The service refused the request, for example an unknown voice or a wrong key.
            APIConnectionError: It could not be reached, or the connection broke.
            APITimeoutError: It took longer than the timeout.
            StreamError, StreamClosedError: A stream failed or ended early; what came is on
                ``error.audio``.
            RemoteProtocolError: What came is no audio, or only a part of it.

        Source: operations `synthesizeSpeech` and `synthesizeSpeechSse`, channel `ttsLive`.
        """
        made = self._stream(text, transport, timeout, options)
        limits = self._transport.config.timeout if timeout is None else Timeout.of(timeout)
        with made.through(Turn(self._gate, Priority.BATCH), limits.total) as stream:
            return stream.read()

    def stream(
        self,
        text: str,
        *,
        transport: TransportName = "websocket",
        timeout: Timeout | float | None = None,
        **options: Unpack[SpeechOptions],
    ) -> SpeechStream:
        """Speak a text and give the audio as it arrives.

            with client.waves.tts.stream("Your parcel leaves tonight.") as stream:
                for chunk in stream:
                    player.write(chunk)

        The connection is opened by the ``with`` statement, or by the first read. The end is known,
        not guessed: the socket says ``complete``, the event stream ``done``, and the HTTP body
        ends.

        Args:
            text: What to speak: 1 to 8000 characters, sent as they are.
            transport: ``websocket`` (default), ``sse`` or ``http``.
            timeout: Seconds, or a `Timeout`; the client's own by default.
            **options: How to speak it; see `SpeechOptions`.

        Returns:
            A stream to iterate; its errors are those of `synthesize`.

        Raises:
            ArgumentError: An argument has a value the service refuses; nothing is sent.
        """
        return self._in_turn(self._stream(text, transport, timeout, options), timeout)

    def speak(
        self,
        tokens: Iterable[Any],
        *,
        transport: TransportName = "websocket",
        timeout: Timeout | float | None = None,
        **options: Unpack[SpeakOptions],
    ) -> SpeechStream:
        """Speak tokens as they come: an LLM's answer is heard while it is still being written.

            tokens = (chunk.choices[0].delta.content or "" for chunk in completion)
            with client.waves.tts.speak(tokens, voice_id="meher") as stream:
                for chunk in stream:
                    player.write(chunk)

        The text is cut where it sounds right: an early clause first, then whole sentences. Source
        and audio run side by side, and the source is read only a few pieces ahead of what is
        spoken. While the source stalls, what it gave is spoken as far as it can stand alone, after
        ``flush_after`` seconds. When the source fails, the audio of what it gave is delivered, then
        its exception is raised as it was. When a connection breaks, complete pieces are not asked
        for again, and of the interrupted one what was delivered is left out of the new audio.

        The end is known, not guessed: every piece is answered by one ``complete``, or over HTTP by
        the end of its body, and the stream ends when the source has ended and all are complete.

        Args:
            tokens: Text, or chunks of an OpenAI-compatible or Anthropic stream, from any iterable;
                it is read in a thread.
            transport: ``websocket`` (default), ``sse`` or ``http``: one request for each piece.
            timeout: Seconds, or a `Timeout`; the client's own by default. Waiting for the source
                does not count.
            **options: How to speak it; see `SpeakOptions`.

        Returns:
            A stream to iterate; its `events` tell where pieces begin and end as well.

        Raises:
            ArgumentError: An argument has a value the service refuses, or (when it is read) an item
                of the source is no text.
        """
        from smallestai.waves import pipeline

        timed = self._timed(timeout)
        if transport == "websocket":
            from smallestai.waves._sockets_pool import SocketPool

            sockets = timed.attached(SocketPool)
            made = pipeline.speak_over_socket(sockets, timed.config, tokens, options)
            return self._in_turn(made, timeout)
        check_one_of("transport", transport, TRANSPORTS)
        made = pipeline.speak_over_http(timed, tokens, options, events=transport == "sse")
        return self._in_turn(made, timeout)

    def connect(self, **options: Unpack[SpeechOptions]) -> SpeechConnection:
        """Return a connection for many utterances, one after another, over one socket.

            with client.waves.tts.connect(voice_id="meher") as connection:
                for chunk in connection.stream("Your parcel leaves tonight."):
                    player.write(chunk)

        Args:
            **options: How to speak on it, unless an utterance says otherwise; see `SpeechOptions`.

        Raises:
            ArgumentError: An argument has a value the service refuses; nothing is sent.
        """
        from smallestai.waves.connection import SpeechConnection

        self._transport.check_open()
        return SpeechConnection(self._transport.config, options, self._in_turn)

    @property
    def concurrency_limit(self) -> int | None:
        """How many utterances of this key the client has under way at once; None for no limit.

        10 by default: the service's pages differ, and that is what the Pro model's card says of the
        standard plan. Who comes later waits for a turn: a stream at most the ``first`` of its
        timeout, `synthesize` the ``total``, then `ConcurrencyLimitError` is raised. Streams go
        first, but no more than four of them before a `synthesize` that waits. The wait is in the
        metrics.
        """
        return self._gate.limit

    @concurrency_limit.setter
    def concurrency_limit(self, limit: int | None) -> None:
        self._gate.limit = limit

    @cached_property
    def _gate(self) -> Gate:
        return self._transport.attached(Gates).of(self._transport.config)

    def _in_turn(self, stream: SpeechStream, timeout: Timeout | float | None) -> SpeechStream:
        """Have a stream that somebody listens to wait for its turn."""
        limits = self._transport.config.timeout if timeout is None else Timeout.of(timeout)
        return stream.through(Turn(self._gate, Priority.LIVE), limits.first)

    def _stream(
        self,
        text: str,
        transport: TransportName,
        timeout: Timeout | float | None,
        options: SpeechOptions,
    ) -> SpeechStream:
        if transport == "websocket":
            from smallestai.waves.connection import pooled_stream

            return pooled_stream(self._transport, text, timeout, options)
        from smallestai.waves._reply_links import ReplyLink

        request = speech_request(text, transport, **options)
        link = ReplyLink(self._timed(timeout), request, events=transport == "sse")
        return SpeechStream(link, request, request.text)

    def _timed(self, timeout: Timeout | float | None) -> Transport:
        if timeout is None:
            return self._transport
        config = self._transport.config.replace(timeout=Timeout.of(timeout))
        return self._transport.with_config(config)


class AsyncTTS:
    """`client.waves.tts` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def synthesize(
        self,
        text: str,
        *,
        transport: TransportName = "http",
        timeout: Timeout | float | None = None,
        **options: Unpack[SpeechOptions],
    ) -> Audio:
        """Speak a text and return the whole audio; see `TTS.synthesize`."""
        made = self._stream(text, transport, timeout, options)
        limits = self._transport.config.timeout if timeout is None else Timeout.of(timeout)
        async with made.through(AsyncTurn(self._gate, Priority.BATCH), limits.total) as stream:
            return await stream.read()

    def stream(
        self,
        text: str,
        *,
        transport: TransportName = "websocket",
        timeout: Timeout | float | None = None,
        **options: Unpack[SpeechOptions],
    ) -> AsyncSpeechStream:
        """Speak a text and give the audio as it arrives; see `TTS.stream`. Not awaited itself.

        async with client.waves.tts.stream("Your parcel leaves tonight.") as stream:
            async for chunk in stream:
                await player.write(chunk)
        """
        return self._in_turn(self._stream(text, transport, timeout, options), timeout)

    def speak(
        self,
        tokens: AsyncIterable[Any] | Iterable[Any],
        *,
        transport: TransportName = "websocket",
        timeout: Timeout | float | None = None,
        **options: Unpack[SpeakOptions],
    ) -> AsyncSpeechStream:
        """Speak tokens as they come; see `TTS.speak`. Not awaited itself.

        The tokens may come from an iterable that blocks: it is read in threads, never on the loop.

            async with client.waves.tts.speak(tokens, voice_id="meher") as stream:
                async for chunk in stream:
                    await player.write(chunk)
        """
        from smallestai.waves import pipeline

        timed = self._timed(timeout)
        if transport == "websocket":
            from smallestai.waves._sockets_pool import AsyncSocketPool

            sockets = timed.attached(AsyncSocketPool)
            made = pipeline.async_speak_over_socket(sockets, timed.config, tokens, options)
            return self._in_turn(made, timeout)
        check_one_of("transport", transport, TRANSPORTS)
        made = pipeline.async_speak_over_http(timed, tokens, options, events=transport == "sse")
        return self._in_turn(made, timeout)

    def connect(self, **options: Unpack[SpeechOptions]) -> AsyncSpeechConnection:
        """Return a connection for many utterances over one socket; see `TTS.connect`.

        async with client.waves.tts.connect(voice_id="meher") as connection:
            async for chunk in connection.stream("Your parcel leaves tonight."):
                await player.write(chunk)
        """
        from smallestai.waves.connection import AsyncSpeechConnection

        self._transport.check_open()
        return AsyncSpeechConnection(self._transport.config, options, self._in_turn)

    @property
    def concurrency_limit(self) -> int | None:
        """How many utterances may be under way at once; see `TTS.concurrency_limit`."""
        return self._gate.limit

    @concurrency_limit.setter
    def concurrency_limit(self, limit: int | None) -> None:
        self._gate.limit = limit

    @cached_property
    def _gate(self) -> AsyncGate:
        return self._transport.attached(AsyncGates).of(self._transport.config)

    def _in_turn(
        self, stream: AsyncSpeechStream, timeout: Timeout | float | None
    ) -> AsyncSpeechStream:
        """Have a stream that somebody listens to wait for its turn."""
        limits = self._transport.config.timeout if timeout is None else Timeout.of(timeout)
        return stream.through(AsyncTurn(self._gate, Priority.LIVE), limits.first)

    def _stream(
        self,
        text: str,
        transport: TransportName,
        timeout: Timeout | float | None,
        options: SpeechOptions,
    ) -> AsyncSpeechStream:
        if transport == "websocket":
            from smallestai.waves.connection import async_pooled_stream

            return async_pooled_stream(self._transport, text, timeout, options)
        from smallestai.waves._reply_links import AsyncReplyLink

        request = speech_request(text, transport, **options)
        link = AsyncReplyLink(self._timed(timeout), request, events=transport == "sse")
        return AsyncSpeechStream(link, request, request.text)

    def _timed(self, timeout: Timeout | float | None) -> AsyncTransport:
        if timeout is None:
            return self._transport
        config = self._transport.config.replace(timeout=Timeout.of(timeout))
        return self._transport.with_config(config)
