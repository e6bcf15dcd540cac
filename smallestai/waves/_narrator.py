"""What speaks a text that is still being written, as far as it does not wait."""

from __future__ import annotations

import logging
from math import inf
from time import monotonic, perf_counter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from smallestai.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    SmallestError,
    StreamClosedError,
)
from smallestai.protocol.events import AudioChunk, Complete, PieceStarted
from smallestai.protocol.patience import Patience
from smallestai.waves._links import Facts
from smallestai.waves._tokens import text_of

if TYPE_CHECKING:
    from smallestai._config import Config
    from smallestai.audio import AudioFormat
    from smallestai.protocol.events import SpeechEvent
    from smallestai.protocol.narration import Narration
    from smallestai.protocol.pause import Pause
    from smallestai.text import Piece, TextChunker

log = logging.getLogger("smallestai.waves")

OnDisconnect = Literal["resume", "raise"]
ON_DISCONNECT: tuple[OnDisconnect, ...] = ("resume", "raise")

# How often a connection may break without a sample in between, and the pauses before the next one.
MOST_FAILURES = 4
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 2.0
_LONGEST_ASKED = 60.0
PING_SECONDS = 20.0


class Script(NamedTuple):
    """What is decided of a spoken text before it is begun.

    Attributes:
        narration: Asks for pieces.
        chunker: Cuts them.
        pause: Decides how long text is held back.
        format: That of the audio.
        on_disconnect: Whether to go on over another connection.
    """

    narration: Narration
    chunker: TextChunker
    pause: Pause
    format: AudioFormat
    on_disconnect: OnDisconnect


class Narrator:
    """The source, the pieces and the failures of one spoken text; each world adds its waiting."""

    def __init__(self, config: Config, script: Script) -> None:
        self.narration = script.narration
        self.facts = Facts()
        self._chunker = script.chunker
        self._pause_of_source = script.pause
        self._format = script.format
        self._resumes = script.on_disconnect == "resume"
        self._source_text = ""
        self._asked_at: dict[int, float] = {}
        self._timeout = config.timeout
        self._audio = bytearray()
        self._audible_at = 0.0
        self._failures = 0
        self._fault: BaseException | None = None
        self._stopped = False
        self._renew_patience()

    @property
    def audio(self) -> bytes:
        """The samples received so far."""
        return bytes(self._audio)

    @property
    def request_id(self) -> str | None:
        """The service's id of the first piece's request."""
        return self.narration.request_id

    def _take_item(self, item: Any) -> None:
        """Cut what the source gave into pieces."""
        text = text_of(item)
        if text:
            self._pause_of_source.heard(monotonic())
            if self.facts.first_text_at is None:
                self.facts.first_text_at = perf_counter()
        self._source_text += text
        for piece in self._chunker.feed(text):
            self._add(piece)

    def _end_source(self, fault: BaseException | None) -> None:
        """Take the source's end, or its failure, which counts once all its text is spoken."""
        self._fault = fault
        for piece in self._chunker.flush():
            self._add(piece)
        self.narration.end()

    def _due(self) -> float:
        """Return when what is held back is to be spoken, by `monotonic`."""
        heard = self._format.seconds(len(self._audio)) if self._audio else -inf
        return self._pause_of_source.due(self._audible_at + heard)

    def _speak_up(self) -> None:
        """Speak what is held back and can stand alone, where the source is silent for too long."""
        now = monotonic()
        if now >= self._due():
            pieces = self._chunker.release()
            self._pause_of_source.spoken(now, some=bool(pieces))
            for piece in pieces:
                self._add(piece)

    def _add(self, piece: Piece) -> None:
        # The service refuses text without a word in it; between pieces it is silence anyway.
        if piece.speakable:
            self.narration.add(piece)

    def _kept(self, events: list[SpeechEvent]) -> list[SpeechEvent]:
        """Note what arrived."""
        for at, event in enumerate(events):
            if type(event) is AudioChunk:
                if not self._audio:
                    self._audible_at = monotonic()
                self._audio += event.data
                self._failures = 0
            elif type(event) is PieceStarted:
                events[at] = self._begun(event)
        return events

    def _begun(self, event: PieceStarted) -> PieceStarted:
        """Note that a piece begins, and add what it was made of."""
        self.facts.piece_latencies.append(perf_counter() - self._asked_at[event.index])
        source = self._source_text[event.start : event.end]
        return PieceStarted(event.index, event.text, event.start, event.end, source)

    def _frames(self) -> list[str]:
        """Return the messages that ask for the pieces that may be asked for now."""
        frames = self.narration.frames_to_send()
        self._note_asks()
        return frames

    def _texts(self) -> list[str]:
        """Return the pieces that may be asked for now."""
        texts = self.narration.texts_to_send()
        self._note_asks()
        return texts

    def _note_asks(self) -> None:
        for index in self.narration.asked:
            self._asked_at.setdefault(index, perf_counter())

    def _final(self) -> list[SpeechEvent]:
        """Return the end of the stream, or raise what the source raised."""
        if self._fault is not None:
            raise self._fault
        return [Complete()]

    def _pause_after(self, error: SmallestError) -> float:
        """Return the seconds to wait before another connection.

        Where there is none the error is raised, with what was received; or what the source raised,
        which matters more.
        """
        self._failures += 1
        asked: float = getattr(error, "retry_after", None) or 0.0
        may_resume = self._resumes and _may_resume(error) and asked <= _LONGEST_ASKED
        if self._failures > MOST_FAILURES or not may_resume:
            error.audio = self.audio
            raise error if self._fault is None else self._fault
        self.facts.reconnects += 1
        log.debug("resuming after %s, failure %d", type(error).__name__, self._failures)
        if self._failures == 1:
            return asked
        return max(asked, min(_FIRST_PAUSE * 2.0 ** (self._failures - 2), _LONGEST_PAUSE))

    @property
    def _waits_for_source(self) -> bool:
        """Whether nothing is to be spoken before the source gives more."""
        narration = self.narration
        return narration.is_idle and not narration.is_done and not self._stopped

    def _renew_patience(self) -> None:
        """Give the first frame of a new connection its own time."""
        timeout = self._timeout
        self._patience = Patience(timeout.first, timeout.between, timeout.total)


def _may_resume(error: SmallestError) -> bool:
    """Whether the connection was to blame. Silence of the service has been waited for already."""
    if isinstance(error, APITimeoutError):
        return not error.sent
    if isinstance(error, APIError):
        return error.retryable
    return isinstance(error, StreamClosedError | APIConnectionError)
