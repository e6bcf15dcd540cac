"""A spoken conversation, as far as the two worlds do not differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai.errors import LocalProtocolError
from smallestai.waves import _converse
from smallestai.waves._converse import Dialogue, Turn
from smallestai.waves._converse_options import ConverseOptions, plan_of

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from smallestai.audio import AudioFormat


class ConversationState:
    """History, plan and failure, and what an interruption means."""

    def __init__(self, source: Any, options: ConverseOptions, *, blocking: bool) -> None:
        self._source = source
        self._plan = plan_of(source, options, blocking=blocking)
        self._dialogue = Dialogue(self._plan.messages)
        self._form: AudioFormat | None = None
        self._microphone: Any = None
        self._failure: BaseException | None = None
        self._began = False
        self._closed = False

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The history."""
        return list(self._dialogue.messages)

    @property
    def has_begun(self) -> bool:
        """Whether it was opened."""
        return self._began

    @property
    def is_under_way(self) -> bool:
        """Whether it was opened, and neither closed nor over."""
        return self._began and not (self._closed or self._dialogue.is_over)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the answers; see `Conversation.save`."""
        return _converse.save(path, self._form, self._dialogue)

    def _begin(self) -> None:
        if self._began or self._closed:
            raise LocalProtocolError("the conversation is over: make another one")
        self._began = True

    def _failed(self, error: BaseException) -> None:
        if self._failure is None and not self._closed:
            self._failure = error

    def _raise_failure(self) -> None:
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def _to_cut(self, turn: Turn | None) -> list[Any]:
        """Return the streams to close where the answer is to be broken off at once."""
        if turn is None or not turn.streams or not self._is_moot(turn):
            return []
        turn.is_cut = True
        return list(turn.streams)

    def _is_moot(self, turn: Turn) -> bool:
        """Whether nothing more of an answer is to be heard; else what was heard is counted."""
        return self._closed or (turn.until is not None and (self._plan.play or turn.until <= 0))

    def _blame(self, error: LocalProtocolError, turn: Turn) -> None:
        """Let an error pass that comes of closing the streams of a turn."""
        if not (turn.is_cut or self._closed):
            raise error

    def _kept(self, turn: Turn, samples: bytes, form: AudioFormat) -> float:
        """Keep what was heard of an answer; return how much that is, in seconds."""
        seconds = total = form.seconds(len(samples))
        if turn.until is not None:
            seconds = min(total, turn.until)
            turn.is_cut |= seconds < total
        self._form = form
        size = (form.frame_size or 1) * round(seconds * form.sample_rate)
        self._dialogue.replies.append((turn.start, samples[:size]))
        return seconds
