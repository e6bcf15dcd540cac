"""What `client.waves` offers, each part loaded on first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterable, Iterable

    from smallestai_waves.api import Api, AsyncApi, RequestOptions

    from smallestai._http import AsyncTransport, Transport
    from smallestai.waves.analysis import Analysis, AsyncAnalysis
    from smallestai.waves.analytics import Analytics, AsyncAnalytics
    from smallestai.waves.chat import AsyncChat, Chat
    from smallestai.waves.converse import AsyncConversation, Conversation, ConverseOptions
    from smallestai.waves.health import Health
    from smallestai.waves.hydra import AsyncHydra, Hydra
    from smallestai.waves.pronunciation import AsyncPronunciation, Pronunciation
    from smallestai.waves.stt import STT, AsyncSTT
    from smallestai.waves.tokens import AsyncTokens, Tokens
    from smallestai.waves.tts import TTS, AsyncTTS
    from smallestai.waves.voices import AsyncVoices, Voices


class Waves:
    """Speech, both ways; under `api` every operation as the specification has it.

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
    def stt(self) -> STT:
        """Speech to text."""
        from smallestai.waves.stt import STT

        return STT(self._transport)

    @cached_property
    def hydra(self) -> Hydra:
        """Speech to speech: sessions that listen and speak at once."""
        from smallestai.waves.hydra import Hydra

        return Hydra(self._transport)

    @cached_property
    def voices(self) -> Voices:
        """The voice catalogue, and voices cloned from recordings."""
        from smallestai.waves.voices import Voices

        return Voices(self._transport)

    @cached_property
    def pronunciation(self) -> Pronunciation:
        """Pronunciation dictionaries."""
        from smallestai.waves.pronunciation import Pronunciation

        return Pronunciation(self._transport)

    @cached_property
    def chat(self) -> Chat:
        """Chat completions (Electron)."""
        from smallestai.waves.chat import Chat

        return Chat(self._transport)

    @cached_property
    def analysis(self) -> Analysis:
        """Post-call analysis."""
        from smallestai.waves.analysis import Analysis

        return Analysis(self._transport)

    @cached_property
    def analytics(self) -> Analytics:
        """Logs and usage."""
        from smallestai.waves.analytics import Analytics

        return Analytics(self._transport)

    @cached_property
    def tokens(self) -> Tokens:
        """Short-lived access tokens."""
        from smallestai.waves.tokens import Tokens

        return Tokens(self._transport)

    @cached_property
    def api(self) -> Api:
        """Every operation of the specification, one namespace per tag."""
        from smallestai_waves.api import Api

        return Api(self._transport.send)

    def converse(
        self,
        source: str | os.PathLike[str] | Iterable[bytes] | None = None,
        **options: Unpack[ConverseOptions],
    ) -> Conversation:
        """Hold a spoken conversation: listen, let a language model answer, speak, and start over.

            with client.waves.converse(system="Answer briefly.") as conversation:
                for event in conversation:
                    if isinstance(event, Answered):
                        print(event.text)

        The user may interrupt: the answer falls silent, and what was heard of it goes into the
        history. Without ``play`` nothing sounds: what is heard is counted on the clock of the
        source, as if each answer began where the user's turn ended. So a file, which is read
        faster than it lasts, always gives the same conversation.

        Args:
            source: The user's voice: a WAV file, or blocks of PCM16 mono at the rate of ``listen``
                (16 kHz by default). None is the microphone (needs ``[audio]``).
            **options: How it goes; see `ConverseOptions`.

        Raises:
            ArgumentError: An option has a value the service refuses; nothing was sent.

        Source: channel `sttLive`, operation `electronChatCompletions`, channel `ttsLive`.
        """
        from smallestai.waves.converse import Conversation

        return Conversation(self, source, options)

    def health(self, *, request_options: RequestOptions | None = None) -> Health:
        """Ask whether the service and what it depends on are up; no key is needed.

        Source: operation `getWavesHealth`.
        """
        from smallestai.waves.health import health

        return health(self._transport, request_options=request_options)


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
    def stt(self) -> AsyncSTT:
        """Speech to text."""
        from smallestai.waves.stt import AsyncSTT

        return AsyncSTT(self._transport)

    @cached_property
    def hydra(self) -> AsyncHydra:
        """Speech to speech: sessions that listen and speak at once."""
        from smallestai.waves.hydra import AsyncHydra

        return AsyncHydra(self._transport)

    @cached_property
    def voices(self) -> AsyncVoices:
        """The voice catalogue, and voices cloned from recordings."""
        from smallestai.waves.voices import AsyncVoices

        return AsyncVoices(self._transport)

    @cached_property
    def pronunciation(self) -> AsyncPronunciation:
        """Pronunciation dictionaries."""
        from smallestai.waves.pronunciation import AsyncPronunciation

        return AsyncPronunciation(self._transport)

    @cached_property
    def chat(self) -> AsyncChat:
        """Chat completions (Electron)."""
        from smallestai.waves.chat import AsyncChat

        return AsyncChat(self._transport)

    @cached_property
    def analysis(self) -> AsyncAnalysis:
        """Post-call analysis."""
        from smallestai.waves.analysis import AsyncAnalysis

        return AsyncAnalysis(self._transport)

    @cached_property
    def analytics(self) -> AsyncAnalytics:
        """Logs and usage."""
        from smallestai.waves.analytics import AsyncAnalytics

        return AsyncAnalytics(self._transport)

    @cached_property
    def tokens(self) -> AsyncTokens:
        """Short-lived access tokens."""
        from smallestai.waves.tokens import AsyncTokens

        return AsyncTokens(self._transport)

    @cached_property
    def api(self) -> AsyncApi:
        """Every operation of the specification, one namespace per tag."""
        from smallestai_waves.api import AsyncApi

        return AsyncApi(self._transport.send)

    def converse(
        self,
        source: str | os.PathLike[str] | AsyncIterable[bytes] | Iterable[bytes] | None = None,
        **options: Unpack[ConverseOptions],
    ) -> AsyncConversation:
        """Hold a spoken conversation; see `Waves.converse`. Not awaited itself.

        async with client.waves.converse(system="Answer briefly.") as conversation:
            async for event in conversation:
                print(event)
        """
        from smallestai.waves.converse import AsyncConversation

        return AsyncConversation(self, source, options)

    async def health(self, *, request_options: RequestOptions | None = None) -> Health:
        """Ask whether the service is up; see `Waves.health`."""
        from smallestai.waves.health import async_health

        return await async_health(self._transport, request_options=request_options)
