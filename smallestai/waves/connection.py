"""One socket for many utterances. Blocking and async, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from smallestai._config import Timeout
from smallestai._contexts import AsyncContext, Context
from smallestai.waves._one_socket import AsyncOneSocket, OneSocket
from smallestai.waves._shelf import Wanted
from smallestai.waves._socket_links import AsyncSocketLink, SocketLink
from smallestai.waves._sockets_pool import AsyncSocketPool, SocketPool
from smallestai.waves.request import SpeechOptions, speech_request
from smallestai.waves.speech import AsyncSpeechStream, SpeechStream

if TYPE_CHECKING:
    from collections.abc import Callable

    from smallestai._config import Config
    from smallestai._http import AsyncTransport, Transport
    from smallestai.audio import Audio
    from smallestai.waves._sockets_pool import AsyncSockets, Sockets


def socket_stream(
    sockets: Sockets,
    config: Config,
    text: str,
    timeout: Timeout | float | None,
    options: SpeechOptions,
) -> SpeechStream:
    """Return the stream of a text over one of these sockets."""
    request = speech_request(text, "websocket", **options)
    link = SocketLink(sockets, with_timeout(config, timeout), request)
    return SpeechStream(link, request, request.text)


def async_socket_stream(
    sockets: AsyncSockets,
    config: Config,
    text: str,
    timeout: Timeout | float | None,
    options: SpeechOptions,
) -> AsyncSpeechStream:
    """Return the stream of a text over one of these sockets."""
    request = speech_request(text, "websocket", **options)
    link = AsyncSocketLink(sockets, with_timeout(config, timeout), request)
    return AsyncSpeechStream(link, request, request.text)


def pooled_stream(
    transport: Transport,
    text: str,
    timeout: Timeout | float | None,
    options: SpeechOptions,
) -> SpeechStream:
    """Return the stream of a text over a socket that the client keeps."""
    sockets = transport.attached(SocketPool)
    return socket_stream(sockets, transport.config, text, timeout, options)


def async_pooled_stream(
    transport: AsyncTransport,
    text: str,
    timeout: Timeout | float | None,
    options: SpeechOptions,
) -> AsyncSpeechStream:
    """Return the stream of a text over a socket that the client keeps."""
    sockets = transport.attached(AsyncSocketPool)
    return async_socket_stream(sockets, transport.config, text, timeout, options)


def with_timeout(config: Config, timeout: Timeout | float | None) -> Config:
    """Return the settings with the timeout of one call."""
    return config if timeout is None else config.replace(timeout=Timeout.of(timeout))


class SpeechConnection(Context):
    """One socket that speaks one utterance after another; made by `TTS.connect`.

        with client.waves.tts.connect(voice_id="meher") as connection:
            for sentence in sentences:
                for chunk in connection.stream(sentence):
                    player.write(chunk)

    The second utterance pays no handshake. Between utterances the socket is kept alive by the
    protocol's own ping; when the service or a proxy has closed it all the same, the next utterance
    opens it again. Threads may share a connection, but one utterance has it at a time.
    """

    def __init__(
        self,
        config: Config,
        options: SpeechOptions,
        in_turn: Callable[[SpeechStream, Timeout | float | None], SpeechStream],
    ) -> None:
        self._in_turn = in_turn
        self._config = config
        self._options = options
        self._headers = speech_request("warm", "websocket", **options).headers
        self._sockets = OneSocket()

    def open(self) -> None:
        """Open the socket ahead of the first utterance; the ``with`` statement does."""
        wanted = Wanted(self._config, self._headers)
        socket, _ = self._sockets.acquire(wanted)
        self._sockets.release(wanted, socket)

    def _start(self) -> None:
        self.open()

    def stream(
        self, text: str, *, timeout: Timeout | float | None = None, **options: Unpack[SpeechOptions]
    ) -> SpeechStream:
        """Speak a text and give the audio as it arrives; see `TTS.stream`.

        Raises:
            ArgumentError: An argument has a value the service refuses; nothing is sent.
            LocalProtocolError: When it is read: another utterance is under way.
        """
        chosen: SpeechOptions = {**self._options, **options}
        made = socket_stream(self._sockets, self._config, text, timeout, chosen)
        return self._in_turn(made, timeout)

    def synthesize(
        self, text: str, *, timeout: Timeout | float | None = None, **options: Unpack[SpeechOptions]
    ) -> Audio:
        """Speak a text and return the whole audio; see `TTS.synthesize`."""
        with self.stream(text, timeout=timeout, **options) as stream:
            return stream.read()

    def close(self) -> None:
        """Close the socket; one that an utterance has is closed at its end."""
        self._sockets.close()


class AsyncSpeechConnection(AsyncContext):
    """One socket that speaks one utterance after another, on an event loop.

    Made by `AsyncTTS.connect`; see `SpeechConnection`.
    """

    def __init__(
        self,
        config: Config,
        options: SpeechOptions,
        in_turn: Callable[[AsyncSpeechStream, Timeout | float | None], AsyncSpeechStream],
    ) -> None:
        self._in_turn = in_turn
        self._config = config
        self._options = options
        self._headers = speech_request("warm", "websocket", **options).headers
        self._sockets = AsyncOneSocket()

    async def open(self) -> None:
        """Open the socket ahead of the first utterance; the ``async with`` statement does."""
        wanted = Wanted(self._config, self._headers)
        socket, _ = await self._sockets.acquire(wanted)
        await self._sockets.release(wanted, socket)

    async def _start(self) -> None:
        await self.open()

    def stream(
        self, text: str, *, timeout: Timeout | float | None = None, **options: Unpack[SpeechOptions]
    ) -> AsyncSpeechStream:
        """Speak a text and give the audio as it arrives; see `SpeechConnection.stream`."""
        chosen: SpeechOptions = {**self._options, **options}
        made = async_socket_stream(self._sockets, self._config, text, timeout, chosen)
        return self._in_turn(made, timeout)

    async def synthesize(
        self, text: str, *, timeout: Timeout | float | None = None, **options: Unpack[SpeechOptions]
    ) -> Audio:
        """Speak a text and return the whole audio; see `TTS.synthesize`."""
        async with self.stream(text, timeout=timeout, **options) as stream:
            return await stream.read()

    async def close(self) -> None:
        """Close the socket; one that an utterance has is closed at its end."""
        await self._sockets.close()
