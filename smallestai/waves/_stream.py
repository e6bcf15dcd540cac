"""A reply that is being spoken, as far as nothing is waited for: what both worlds share."""

from __future__ import annotations

import sys
import warnings
from collections import deque
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from smallestai.audio import Audio
from smallestai.errors import LocalProtocolError, RemoteProtocolError
from smallestai.protocol.events import AudioChunk, Complete, PieceStarted, SpeechEvent
from smallestai.waves._words import WordClock
from smallestai.waves.metrics import SpeechMetrics

if TYPE_CHECKING:
    from smallestai._playback import Playback
    from smallestai.timeline import Heard, Timeline
    from smallestai.waves._links import AsyncLink, Link
    from smallestai.waves._telemetry import Recorder
    from smallestai.waves._turns import AsyncTurn, Turn
    from smallestai.waves.request import SpeechRequest

L = TypeVar("L", bound="Link | AsyncLink")
T = TypeVar("T", bound="Turn | AsyncTurn")


class Stream(Generic[L, T]):
    """What both worlds share: everything that does not wait."""

    def __init__(self, link: L, request: SpeechRequest, text: str = "") -> None:
        self.format = form = request.format
        self.metrics = SpeechMetrics(form)
        self.metrics.characters = len(text)
        self._link = link
        self._request = request
        self._recorder: Recorder | None = None
        self._turn: T | None = None
        self._player: Playback | None = None
        self._queue_timeout: float | None = None
        self._words = WordClock(form, text)
        self._per_byte = 0.0 if form.encoding in ("mp3", "wav") else form.seconds(1)
        self._ready: deque[SpeechEvent] = deque()
        self._open = False
        self._ended = False
        self._released = False  # the connection has been let go
        self._closed = False  # by the caller, or by a failure

    def __repr__(self) -> str:
        states = {"closed": self._closed, "ended": self._ended, "open": self._open, "new": True}
        state = next(name for name, holds in states.items() if holds)
        received = f"{self.metrics.bytes} bytes of {self.format.encoding}"
        return f"<{type(self).__name__} {state}, {received}>"

    @property
    def request_id(self) -> str | None:
        """The service's id of the request, once it is known."""
        return self._link.request_id

    @property
    def timeline(self) -> Timeline:
        """When each word so far is spoken and where it stands in the text; for PCM and G.711.

        Words come where ``word_timestamps=True`` asked for them and the voice has them. The
        timeline writes subtitles: ``stream.timeline.save("speech.srt")``.
        """
        return self._words.timeline(self.metrics.bytes)

    def heard(self, seconds: float) -> Heard:
        """Return which part of the text had been heard when that much of the audio was played.

        For the history of a conversation that was interrupted: `Heard.text` is what to keep. It is
        exact from word times, else estimated and marked so.

        Args:
            seconds: The player's position in the audio of the stream.
        """
        return self.timeline.heard(seconds)

    def through(self, turn: T, timeout: float) -> Self:
        """Have the stream wait for its turn when it begins, at most that many seconds."""
        self._turn = turn
        self._queue_timeout = timeout
        return self

    def _begin(self) -> None:
        if self._closed:
            raise LocalProtocolError("the stream is closed: ask for another one")
        self._open = True
        self.metrics.begin()
        if "opentelemetry" in sys.modules:
            from smallestai.waves._telemetry import recorder

            self._recorder = recorder(**self._request.about)

    def _note(self) -> None:
        """Take over what the link knows."""
        metrics, facts = self.metrics, self._link.facts
        metrics.reconnects = facts.reconnects
        metrics.piece_latencies = tuple(facts.piece_latencies)
        if facts.first_text_at is not None:
            metrics.first_text_at = facts.first_text_at

    def _finished(self, error: BaseException | None = None) -> None:
        """Record the stream, where somebody collects."""
        self._note()
        if self._recorder is not None:
            self._recorder.finished(self.metrics, error)

    def _arrived(self, events: list[SpeechEvent] | None) -> bool:
        """Take what a link gave; whether nothing more will come."""
        if events is None:
            return True
        metrics = self.metrics
        for event in events:
            if type(event) is AudioChunk:
                size = len(event.data)
                metrics.count(size, size * self._per_byte)
            else:
                if type(event) is PieceStarted:
                    metrics.characters += len(event.text)
                self._note()
                event = self._words.take(event, metrics.bytes)
                self._ended = type(event) is Complete
            self._ready.append(event)
        return self._ended

    def _audio(self) -> Audio:
        if not self._ended:
            raise LocalProtocolError("the stream was closed before its end: its audio is not whole")
        data = self._link.audio
        if not data and self.metrics.characters:
            raise RemoteProtocolError("the service spoke no audio for this text")
        audio = Audio(data, self.format, self.request_id)
        try:
            _ = audio.duration  # a container that is cut short is told apart here
        except RemoteProtocolError as error:
            error.audio = data
            raise
        return audio

    def _leaked(self) -> bool:
        """Whether a connection is still open that nobody can close any more; says so."""
        if not self._open or self._released:
            return False
        self._recorder = None  # its exporter may hold a lock of the thread that collects us
        message = f"{self!r} was never closed: use it in a with statement"
        warnings.warn(message, ResourceWarning, stacklevel=3, source=self)
        return True
