"""A spoken conversation: speech is transcribed, answered and spoken, and may be interrupted.

It is made of `stt.stream`, `chat.create` (`chat.run` with tools) and `tts.speak`, as a program of
your own would be: two threads or tasks, of which one listens and one answers (`_converse_talk`).
Blocking and async, side by side.
"""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from smallestai._contexts import AsyncIterated, Iterated
from smallestai.protocol.events import AudioChunk
from smallestai.protocol.transcription_events import TranscriptionEvent
from smallestai.waves._converse import Answered, Asked
from smallestai.waves._converse_options import ConverseOptions
from smallestai.waves._converse_talk import AsyncTalk, Talk

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from smallestai.waves.namespaces import AsyncWaves, Waves

__all__ = [
    "Answered",
    "Asked",
    "AsyncConversation",
    "Conversation",
    "ConversationEvent",
    "ConverseOptions",
]

ConversationEvent = TranscriptionEvent | AudioChunk | Asked | Answered

T = TypeVar("T", Talk, AsyncTalk)


class _Held(Generic[T]):
    """What the caller holds; who drops it hangs up."""

    _talk: T

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The history: what the user said, and of the answers what was heard."""
        return self._talk.messages

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the answers as a WAV, each where it was heard in the source, silence in between.

        Args:
            path: Where to write. The parent folder must exist.

        Raises:
            LocalProtocolError: Nothing was answered, or it was played instead.
            OutputError: The file cannot be written; nothing is left behind.
        """
        return self._talk.save(path)

    def __del__(self) -> None:
        talk = getattr(self, "_talk", None)
        if talk is not None and talk.is_under_way and not sys.is_finalizing():
            talk.abandon()
            message = "a conversation was never closed: use it in a with statement"
            warnings.warn(message, ResourceWarning, stacklevel=2, source=self)


class Conversation(_Held[Talk], Iterated[ConversationEvent]):
    """A spoken conversation; made by `Waves.converse`.

    Iterating gives what is heard of the user as `TranscriptionStream` tells it, `Asked` when a turn
    is answered, `AudioChunk` of the answer unless it is played, and `Answered`. It ends with the
    source. What fails is raised there.
    """

    def __init__(self, waves: Waves, source: Any, options: ConverseOptions) -> None:
        self._talk = Talk(waves, source, options)

    def __next__(self) -> ConversationEvent:
        if not self._talk.has_begun:
            self.open()
        event: ConversationEvent | None = self._talk.next()
        if event is None:
            raise StopIteration
        return event

    def _start(self) -> None:
        self.open()

    def open(self) -> None:
        """Begin to listen; the ``with`` statement does, and the first read."""
        self._talk.open()

    def close(self) -> None:
        """Fall silent and hang up; may be called from another thread. The history stays."""
        self._talk.close()


class AsyncConversation(_Held[AsyncTalk], AsyncIterated[ConversationEvent]):
    """A spoken conversation on an event loop; made by `AsyncWaves.converse`. See `Conversation`."""

    def __init__(self, waves: AsyncWaves, source: Any, options: ConverseOptions) -> None:
        self._talk = AsyncTalk(waves, source, options)

    async def __anext__(self) -> ConversationEvent:
        if not self._talk.has_begun:
            await self.open()
        event: ConversationEvent | None = await self._talk.next()
        if event is None:
            raise StopAsyncIteration
        return event

    async def _start(self) -> None:
        await self.open()

    async def open(self) -> None:
        """Begin to listen; the ``async with`` statement does, and the first read."""
        await self._talk.open()

    async def close(self) -> None:
        """Fall silent and hang up; may be called from another task. The history stays."""
        await self._talk.close()
