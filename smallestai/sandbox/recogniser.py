"""Speech to text: the sandbox's own speech from memory, exactly, and other speech by guess.

Audio is taken as it comes and the time is that of the audio, so a recording and a live stream go
the same way. What of the speech is not found in memory is handed to PocketSphinx, if installed,
a stretch at a time.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from . import recogniser_sphinx as sphinx
from .recogniser_activity import Activity, SpeechEnded, SpeechStarted
from .recogniser_prints import SAMPLE_RATE, STEP, Printer
from .recogniser_search import Tracker

if TYPE_CHECKING:
    from .memory import Spoken, Voice
    from .recogniser_search import Span
    from .timing import Word

MEMORY, POCKETSPHINX, NONE = "memory", "pocketsphinx", "none"

_BYTES_PER_SECOND = 2 * SAMPLE_RATE
_LONGEST = 20.0  # seconds of a stretch
_LEAD = 0.3  # seconds kept from before the start of a stretch
_GRACE = 0.5  # seconds until memory is sure that it does not know a stretch
_SHORTEST = 0.3
_SLACK = 0.2  # seconds around what memory knows that belong to it
_CONFIDENCE = {MEMORY: 0.98, POCKETSPHINX: 0.6}


@frozen
class HeardWord:
    """A word that was recognised.

    Attributes:
        text: The word, with the signs at its ends.
        shown: The word in the text, with signs that stand alone beside it.
        start: When it begins, in seconds from the start of the audio.
        end: When it ends.
        confidence: 0 to 1.
        voice: Who says it; None if that is not known.
    """

    text: str
    shown: str
    start: float
    end: float
    confidence: float
    voice: Voice | None


class Recogniser:
    """Recognises the speech in 16-bit mono PCM at 16000 Hz. It blocks; use it in a thread.

    Attributes:
        activity: When there is speech.
        engines: Which engines have recognised something.

    Args:
        spoken: What the sandbox has said.
        english: Whether speech from elsewhere may be taken for English.
        activity: What finds speech.
    """

    def __init__(
        self, spoken: Spoken, *, english: bool = True, activity: Activity | None = None
    ) -> None:
        self.activity = activity or Activity()
        self.engines: set[str] = set()
        self._may_guess = english and sphinx.is_installed()
        self._printer = Printer()
        self._tracker = Tracker(spoken)
        self._known: deque[tuple[float, float]] = deque(maxlen=200)  # what memory knew
        self._words: list[HeardWord] = []
        self._odd = b""
        self._audio = _Window()
        self._start: float | None = None  # of the stretch of speech under way
        self._waiting: list[tuple[float, float]] = []  # stretches that may be unknown

    @property
    def seconds(self) -> float:
        """How much audio was taken."""
        return self._audio.end

    def words_since(self, seconds: float = 0.0) -> list[HeardWord]:
        """Return the words that begin at a time or later; the last ones may still change."""
        words, current = self._words, self._tracker.current
        if current is not None:
            # Enough of a word that begins then was said after that.
            late = evolve(current, start=max(current.start, int(seconds / STEP)))
            words = [*words, *self._remembered(late)]
        return [word for word in words if word.start >= seconds]

    @property
    def engine(self) -> str:
        """Which engines have recognised something, as the header `x-sandbox-engine` has it."""
        return ", ".join(sorted(self.engines)) or NONE

    def feed(self, pcm: bytes) -> list[SpeechStarted | SpeechEnded]:
        """Take audio of any length; return where speech starts and ends in it."""
        pcm = self._odd + pcm
        pcm, self._odd = pcm[: len(pcm) & ~1], pcm[len(pcm) & ~1 :]
        self._audio.add(pcm)
        self._tracker.feed(self._printer.feed(pcm))
        events = list(self.activity.feed(pcm))
        for event in events:
            self._note(event)
        if self._start is not None and self.seconds - self._start > _LONGEST:
            self._waiting.append((self._start, self.seconds))
            self._start = self.seconds
        self._learn()
        self._guess(self.seconds - _GRACE)
        return events

    def settle(self) -> None:
        """Decide on all that was taken so far; more may follow."""
        self._tracker.settle()
        self._learn()
        if self._start is not None:
            self._waiting.append((self._start, self.seconds))
            self._start = self.seconds
        self._guess(self.seconds)

    def end(self) -> None:
        """End the audio."""
        self._tracker.feed(self._printer.end())
        self._tracker.end()
        self.settle()

    def forget(self, before: float) -> None:
        """Drop the words that began before a time in seconds, and all the more what led to them."""
        self._words = [word for word in self._words if word.start >= before]

    def _note(self, event: SpeechStarted | SpeechEnded) -> None:
        if isinstance(event, SpeechStarted):
            self._start = event.at
        elif self._start is not None:
            self._waiting.append((self._start, event.at))
            self._start = None

    def _learn(self) -> None:
        """Take over what memory has decided on."""
        for span in self._tracker.take():
            self._known.append((span.start * STEP, span.end * STEP))
            self._add(self._remembered(span))
        if self._start is None and not self._waiting:
            self._audio.keep(self.seconds - _LEAD - _GRACE)

    def _remembered(self, span: Span) -> list[HeardWord]:
        self.engines.add(MEMORY)
        voice, sure = span.utterance.voice, _CONFIDENCE[MEMORY]
        return [
            HeardWord(word.text, word.shown, word.start, word.end, sure, voice)
            for word in span.words()
        ]

    def _guess(self, until: float) -> None:
        """Recognise the stretches that ended by a time and are not known to memory."""
        due = [stretch for stretch in self._waiting if stretch[1] <= until]
        self._waiting = [stretch for stretch in self._waiting if stretch[1] > until]
        if not self._may_guess:
            return
        for start, end in due:
            for piece in self._unknown(start, end):
                self._transcribe(*piece)

    def _unknown(self, start: float, end: float) -> list[tuple[float, float]]:
        """Return the parts of a stretch that memory does not know."""
        known = [*self._known]
        if current := self._tracker.current:
            known.append((current.start * STEP, current.end * STEP))
        pieces, at = [], start
        for known_start, known_end in sorted(known):
            if known_end + _SLACK <= at or known_start - _SLACK >= end:
                continue
            pieces.append((at, known_start - _SLACK))
            at = known_end + _SLACK
        pieces.append((at, end))
        return [piece for piece in pieces if piece[1] - piece[0] >= _SHORTEST]

    def _transcribe(self, start: float, end: float) -> None:
        begin = max(start - _LEAD, 0)
        words = sphinx.transcribe(self._audio.cut(begin, end))
        if words:
            self.engines.add(POCKETSPHINX)
        self._add([_guessed(word, begin) for word in words])

    def _add(self, words: list[HeardWord]) -> None:
        self._words += words
        self._words.sort(key=lambda word: word.start)


def _guessed(word: Word, begin: float) -> HeardWord:
    start, end = (round(begin + at, 3) for at in (word.start, word.end))
    return HeardWord(word.text, word.text, start, end, _CONFIDENCE[POCKETSPHINX], None)


class _Window:
    """The latest part of 16-bit mono PCM at 16000 Hz."""

    def __init__(self) -> None:
        self._pcm = bytearray()
        self._first = 0  # the byte of the audio that is the first one kept

    @property
    def end(self) -> float:
        """The seconds of audio so far."""
        return (self._first + len(self._pcm)) / _BYTES_PER_SECOND

    def add(self, pcm: bytes) -> None:
        """Take the next samples."""
        self._pcm += pcm

    def keep(self, start: float) -> None:
        """Drop what is older than a time in seconds."""
        drop = 2 * int(start * SAMPLE_RATE) - self._first
        if drop > _BYTES_PER_SECOND:
            del self._pcm[:drop]
            self._first += drop

    def cut(self, start: float, end: float) -> bytes:
        """Return the samples between two times in seconds."""
        first, last = (2 * int(at * SAMPLE_RATE) - self._first for at in (start, end))
        return bytes(self._pcm[max(first, 0) : max(last, 0)])
