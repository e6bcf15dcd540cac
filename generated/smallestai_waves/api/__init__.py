"""The operations: `Api` and `AsyncApi` hold one namespace per tag; the modules below hold one operation each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypedDict, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

    from .analytics import Analytics, AsyncAnalytics
    from .llm import AsyncLlm, Llm
    from .ops import AsyncOps, Ops
    from .post_call_analysis import AsyncPostCallAnalysis, PostCallAnalysis
    from .pronunciation_dictionaries import (
        AsyncPronunciationDictionaries,
        PronunciationDictionaries,
    )
    from .speech_to_text import AsyncSpeechToText, SpeechToText
    from .text_to_speech import AsyncTextToSpeech, TextToSpeech
    from .tokens import AsyncTokens, Tokens
    from .voice_cloning import AsyncVoiceCloning, VoiceCloning
    from .voices import AsyncVoices, Voices

T = TypeVar("T")


class RequestOptions(TypedDict, total=False):
    """Settings of one call.

    Attributes:
        timeout: Seconds to wait for an answer; None means the client's own setting.
        headers: Sent besides the client's.
        max_retries: How often the request may be sent again where that is safe.
    """

    timeout: float | None
    headers: Mapping[str, str]
    max_retries: int


class Send(Protocol):
    """Sends a request and returns what `parse` makes of the answer.

    `request` holds keyword arguments for `httpx.Client.request`. `parse` is for answers that mean success;
    the sender raises for the others.
    """

    def __call__(
        self,
        request: dict[str, Any],
        parse: Callable[[httpx.Response], T],
        options: RequestOptions | None,
        /,
    ) -> T: ...


class AsyncSend(Protocol):
    """The awaitable twin of `Send`."""

    async def __call__(
        self,
        request: dict[str, Any],
        parse: Callable[[httpx.Response], T],
        options: RequestOptions | None,
        /,
    ) -> T: ...


class Api:
    """Every operation, by tag. A namespace loads on first use."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @cached_property
    def analytics(self) -> Analytics:
        from .analytics import Analytics

        return Analytics(self._send)

    @cached_property
    def llm(self) -> Llm:
        from .llm import Llm

        return Llm(self._send)

    @cached_property
    def ops(self) -> Ops:
        from .ops import Ops

        return Ops(self._send)

    @cached_property
    def post_call_analysis(self) -> PostCallAnalysis:
        from .post_call_analysis import PostCallAnalysis

        return PostCallAnalysis(self._send)

    @cached_property
    def pronunciation_dictionaries(self) -> PronunciationDictionaries:
        from .pronunciation_dictionaries import PronunciationDictionaries

        return PronunciationDictionaries(self._send)

    @cached_property
    def speech_to_text(self) -> SpeechToText:
        from .speech_to_text import SpeechToText

        return SpeechToText(self._send)

    @cached_property
    def text_to_speech(self) -> TextToSpeech:
        from .text_to_speech import TextToSpeech

        return TextToSpeech(self._send)

    @cached_property
    def tokens(self) -> Tokens:
        from .tokens import Tokens

        return Tokens(self._send)

    @cached_property
    def voice_cloning(self) -> VoiceCloning:
        from .voice_cloning import VoiceCloning

        return VoiceCloning(self._send)

    @cached_property
    def voices(self) -> Voices:
        from .voices import Voices

        return Voices(self._send)


class AsyncApi:
    """Every operation, by tag. A namespace loads on first use."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @cached_property
    def analytics(self) -> AsyncAnalytics:
        from .analytics import AsyncAnalytics

        return AsyncAnalytics(self._send)

    @cached_property
    def llm(self) -> AsyncLlm:
        from .llm import AsyncLlm

        return AsyncLlm(self._send)

    @cached_property
    def ops(self) -> AsyncOps:
        from .ops import AsyncOps

        return AsyncOps(self._send)

    @cached_property
    def post_call_analysis(self) -> AsyncPostCallAnalysis:
        from .post_call_analysis import AsyncPostCallAnalysis

        return AsyncPostCallAnalysis(self._send)

    @cached_property
    def pronunciation_dictionaries(self) -> AsyncPronunciationDictionaries:
        from .pronunciation_dictionaries import AsyncPronunciationDictionaries

        return AsyncPronunciationDictionaries(self._send)

    @cached_property
    def speech_to_text(self) -> AsyncSpeechToText:
        from .speech_to_text import AsyncSpeechToText

        return AsyncSpeechToText(self._send)

    @cached_property
    def text_to_speech(self) -> AsyncTextToSpeech:
        from .text_to_speech import AsyncTextToSpeech

        return AsyncTextToSpeech(self._send)

    @cached_property
    def tokens(self) -> AsyncTokens:
        from .tokens import AsyncTokens

        return AsyncTokens(self._send)

    @cached_property
    def voice_cloning(self) -> AsyncVoiceCloning:
        from .voice_cloning import AsyncVoiceCloning

        return AsyncVoiceCloning(self._send)

    @cached_property
    def voices(self) -> AsyncVoices:
        from .voices import AsyncVoices

        return AsyncVoices(self._send)
