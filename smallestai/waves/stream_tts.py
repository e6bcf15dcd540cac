"""The old ways to speak a text that is still being written.

`TextToAudioStream` is of the releases up to 3.1, `WavesStreamingTTS` of those from 4.0 on. New code
calls ``client.waves.tts.speak(tokens)``.
"""

from __future__ import annotations

import asyncio
import inspect
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._backoff import Backoff
from smallestai.text import TextChunker
from smallestai.waves._legacy_client import OldClient
from smallestai.waves._legacy_source import END, Reader
from smallestai.waves._legacy_streaming import TTSConfig, WavesStreamingTTS
from smallestai.waves._tokens import text_of
from smallestai.waves.exceptions import APIError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, Iterable

__all__ = ["TTSConfig", "TextToAudioStream", "WavesStreamingTTS"]

_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0
_LARGE, _USUAL = 140, 250


class TextToAudioStream:
    """Speaks the answer of a language model while it is being written.

        processor = TextToAudioStream(tts_instance=client)
        async for pcm in processor.process(tokens):
            ...

    It may be used again and again, and leaves the options of the client as they are.

    Args:
        tts_instance: An old client, blocking or async.
        queue_timeout: Seconds to wait for new text; then what there is is spoken, as far as it can
            stand alone. None waits for as long as the source does.
        max_retries: How often a piece is tried again, where another attempt may do better.
        verbose: Whether `request_logs` is kept and a summary printed.
    """

    def __init__(
        self,
        tts_instance: Any,
        queue_timeout: float | None = 5.0,
        max_retries: int = 3,
        verbose: bool = False,
    ) -> None:
        self.tts_instance = tts_instance
        self.queue_timeout = queue_timeout
        self.max_retries = max_retries
        self.verbose = verbose
        self.buffer_size = _LARGE if tts_instance.opts.model == "lightning-large" else _USUAL
        self.end_time: float | None = None
        self._begin()

    async def process(
        self, llm_output: AsyncIterable[Any] | Iterable[Any]
    ) -> AsyncGenerator[bytes, None]:
        """Speak a text and give headerless PCM, piece by piece.

        Args:
            llm_output: Text, or chunks of a chat completion. It is read in a thread of its own, an
                async source on a loop of its own, so it may block.

        Raises:
            APIError: The service refused a piece, as often as it was tried.
            Exception: What the source raised, once all of its text is spoken.
        """
        reader = Reader(llm_output)
        self._begin()
        try:
            async for text in self._pieces(reader):
                if data := await self._spoken(text):
                    yield data
        finally:
            reader.stop()
            self.end_time = monotonic()
            if self.verbose:
                self._report()

    async def _pieces(self, reader: Reader) -> AsyncGenerator[str, None]:
        chunker = TextChunker(limit=self.buffer_size, best=min(_LARGE, self.buffer_size))
        wait, item, fault = self.queue_timeout, None, None
        while item is not END:
            try:
                async with asyncio.timeout(wait):
                    item, fault = await reader.get()
            except TimeoutError:
                pieces, wait = chunker.release(), None
            else:
                pieces = chunker.flush() if item is END else chunker.feed(text_of(item))
                wait = self.queue_timeout
            for piece in pieces:
                if piece.speakable:
                    yield piece.text.strip()
        if fault is not None:
            raise fault

    async def _spoken(self, text: str) -> bytes:
        began, backoff = monotonic(), Backoff(_FIRST_PAUSE, _LONGEST_PAUSE)
        for attempt in range(self.max_retries + 1):
            try:
                data = await self._attempt(text)
            except APIError as error:
                if attempt == self.max_retries or not _is_passing(error):
                    raise
                asked = getattr(error.__cause__, "retry_after", None) or 0.0
                await asyncio.sleep(max(asked, backoff.next()))
            else:
                self._note(text, began, attempt)
                return data
        raise APIError("max_retries must not be negative")

    async def _attempt(self, text: str) -> bytes:
        options: dict[str, Any] = {"add_wav_header": False}
        if isinstance(self.tts_instance, OldClient):
            options["output_format"] = "pcm"
        speak = self.tts_instance.synthesize
        if inspect.iscoroutinefunction(speak):
            data: bytes = await speak(text, **options)
        else:
            data = await asyncio.to_thread(speak, text, **options)
        return data

    def _begin(self) -> None:
        self.request_count = 0
        self.request_logs: list[dict[str, Any]] = []
        self.start_time = monotonic()
        self.first_api_response_time: float | None = None
        self.end_time = None

    def _note(self, text: str, began: float, retries: int) -> None:
        now = monotonic()
        self.request_count += 1
        if self.first_api_response_time is None:
            self.first_api_response_time = now - self.start_time
        if self.verbose:
            entry = {
                "id": self.request_count,
                "text": text,
                "start_time": began - self.start_time,
                "end_time": now - self.start_time,
                "duration": now - began,
                "char_count": len(text),
                "retries": retries,
            }
            self.request_logs.append(entry)

    def _report(self) -> None:
        for each in self.request_logs:
            print(  # noqa: T201 - what verbose asks for
                f"{each['id']}: {each['char_count']} characters in {each['duration']:.2f} s,"
                f" {each['retries']} retries"
            )
        first = self.first_api_response_time
        said = "nothing spoken" if first is None else f"first audio after {first:.2f} s"
        print(f"{self.request_count} requests, {said}")  # noqa: T201


def _is_passing(error: APIError) -> bool:
    """Whether another attempt may do better; what is not known to be final may."""
    return bool(getattr(error.__cause__, "retryable", True))
