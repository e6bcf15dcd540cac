"""What `client.waves` offers, each part loaded on first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smallestai_waves.api import Api, AsyncApi

    from smallestai._http import AsyncTransport, Transport
    from smallestai.waves.tts import TTS, AsyncTTS
    from smallestai.waves.voices import AsyncVoices, Voices


class Waves:
    """Speech: `tts`, `voices`, and under `api` every operation as the specification has it.

    client.waves.tts.synthesize("Hello.").save("hello.wav")
    client.waves.api.tokens.create_access_token(ttl_seconds=60)
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @cached_property
    def tts(self) -> TTS:
        """Text to speech."""
        from smallestai.waves.tts import TTS

        return TTS(self._transport)

    @cached_property
    def voices(self) -> Voices:
        """The voice catalogue."""
        from smallestai.waves.voices import Voices

        return Voices(self._transport)

    @cached_property
    def api(self) -> Api:
        """Every operation of the specification, one namespace per tag."""
        from smallestai_waves.api import Api

        return Api(self._transport.send)


class AsyncWaves:
    """The same as `Waves`, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    @cached_property
    def tts(self) -> AsyncTTS:
        """Text to speech."""
        from smallestai.waves.tts import AsyncTTS

        return AsyncTTS(self._transport)

    @cached_property
    def voices(self) -> AsyncVoices:
        """The voice catalogue."""
        from smallestai.waves.voices import AsyncVoices

        return AsyncVoices(self._transport)

    @cached_property
    def api(self) -> AsyncApi:
        """Every operation of the specification, one namespace per tag."""
        from smallestai_waves.api import AsyncApi

        return AsyncApi(self._transport.send)
