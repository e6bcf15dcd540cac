"""Text to speech.

One call for a finished piece, one for a stream. Blocking and async, side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from smallestai._config import Timeout
from smallestai.waves.request import speech_request
from smallestai.waves.speech import AsyncSpeechStream, SpeechStream

if TYPE_CHECKING:
    from smallestai._http import AsyncTransport, Transport
    from smallestai.audio import Audio
    from smallestai.waves._links import AsyncLink, Link
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
        with self.stream(text, transport=transport, timeout=timeout, **options) as stream:
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
        request = speech_request(text, transport, **options)
        config = self._transport.config
        if timeout is not None:
            config = config.replace(timeout=Timeout.of(timeout))
        link: Link
        if transport == "websocket":
            from smallestai.waves._socket_links import SocketLink

            self._transport.check_open()
            link = SocketLink(config, request)
        else:
            from smallestai.waves._reply_links import ReplyLink

            link = ReplyLink(
                self._transport.with_config(config), request, events=transport == "sse"
            )
        return SpeechStream(link, request.format)


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
        async with self.stream(text, transport=transport, timeout=timeout, **options) as stream:
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
        request = speech_request(text, transport, **options)
        config = self._transport.config
        if timeout is not None:
            config = config.replace(timeout=Timeout.of(timeout))
        link: AsyncLink
        if transport == "websocket":
            from smallestai.waves._socket_links import AsyncSocketLink

            self._transport.check_open()
            link = AsyncSocketLink(config, request)
        else:
            from smallestai.waves._reply_links import AsyncReplyLink

            link = AsyncReplyLink(
                self._transport.with_config(config), request, events=transport == "sse"
            )
        return AsyncSpeechStream(link, request.format)
