"""What the sandbox has said: the prints of its audio, with the text and the times of its words.

Speech that the sandbox made itself is recognised by these prints, exactly, however it was
resampled, companded or cut meanwhile. Of the audio nothing is kept.
"""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING

from attrs import define, evolve, field, frozen

from .engine import Resampler
from .recogniser_catalogue import Catalogue
from .recogniser_prints import NO_PRINTS, SAMPLE_RATE, STEP, Printer, Prints
from .recogniser_search import Tracker

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from .timing import Word

MOST_SECONDS = 2 * 60 * 60
"""How much speech is remembered; the oldest goes first."""

_BATCH_SECONDS = 0.25
_SURE_SECONDS = 0.12
_TOKEN = re.compile(r"\S+")
_SOUND = re.compile(r"\w")


@frozen
class Voice:
    """Who said something.

    Attributes:
        name: The id of the voice.
        gender: "female" or "male".
        language: A language code.
    """

    name: str = ""
    gender: str = "female"
    language: str = "en"


@frozen
class SpokenWord:
    """A word that was said.

    Attributes:
        text: The word as written.
        shown: The word with the signs around it that nobody hears, such as a dash of its own.
        start: When it begins, in seconds from the start of its audio.
        end: When it ends.
    """

    text: str
    shown: str
    start: float
    end: float

    @property
    def sure(self) -> float:
        """When enough of it was said; its end may lie in the pause that follows."""
        return min((self.start + self.end) / 2, self.start + _SURE_SECONDS)


@define(eq=False)
class Utterance:
    """One speech of the sandbox, perhaps still under way.

    Attributes:
        text: What was said, or is being said.
        voice: Who says it.
        prints: The prints so far.
        words: The words so far.
        is_over: Whether nothing is added any more.
        key: Tells it from others that sound different; utterances that are not over are unlike
            all others.
    """

    text: str
    voice: Voice
    prints: Prints = NO_PRINTS
    words: list[SpokenWord] = field(factory=list)
    is_over: bool = False
    key: Hashable = field(factory=object)

    def heard(self, start: int, end: int) -> list[SpokenWord]:
        """Return the words that are under way between two prints."""
        return [word for word in self.words if start <= word.sure / STEP < end]


class Recording:
    """Remembers an utterance while it is made.

    Args:
        utterance: What it adds to.
        sample_rate: The rate of the audio, in hertz.
    """

    def __init__(self, utterance: Utterance, sample_rate: int) -> None:
        self.utterance = utterance
        self._lock = Lock()
        self._batch = 2 * round(sample_rate * _BATCH_SECONDS)
        self._resampler = Resampler(sample_rate, SAMPLE_RATE)
        self._printer = Printer()
        self._pcm = bytearray()
        self._tokens = _TOKEN.findall(utterance.text)
        self._told = 0  # tokens that are in the words, or in what is shown beside them

    def feed(self, pcm: bytes) -> None:
        """Take 16-bit mono PCM, whole samples."""
        with self._lock:
            self._pcm += pcm
            if len(self._pcm) >= self._batch:
                self._print()

    def add(self, word: Word) -> None:
        """Take the next word."""
        with self._lock:
            unheard = self._tokens[self._told : word.index]
            lead = [] if self.utterance.words else unheard
            self._show_with_last(unheard)
            shown = " ".join([*lead, word.text])
            self.utterance.words.append(SpokenWord(word.text, shown, word.start, word.end))
            self._told = word.index + 1

    def flush(self) -> None:
        """Print what waits for more, so that it can be found."""
        with self._lock:
            if self._pcm:
                self._print()

    def end(self) -> None:
        """Take no more; ending again does nothing."""
        with self._lock:
            if self.utterance.is_over:
                return
            self._print()
            rest = self._printer.feed(self._resampler.finish()) + self._printer.end()
            self.utterance.prints += rest
            left = self._tokens[self._told :]
            if not any(_SOUND.search(token) for token in left):  # else it was broken off
                self._show_with_last(left)
            self.utterance.key = (self.utterance.text, self.utterance.prints.bits.tobytes())
            self.utterance.is_over = True

    def _show_with_last(self, tokens: list[str]) -> None:
        words = self.utterance.words
        if tokens and words:
            words[-1] = evolve(words[-1], shown=" ".join([words[-1].shown, *tokens]))

    def _print(self) -> None:
        pcm, self._pcm = bytes(self._pcm), bytearray()
        self.utterance.prints += self._printer.feed(self._resampler.feed(pcm))


@frozen
class Match:
    """Speech of the sandbox that was found in audio.

    Attributes:
        text: What is said.
        words: The words, with their times in that audio.
        voice: Who says the first of them.
    """

    text: str
    words: tuple[SpokenWord, ...]
    voice: Voice


class Spoken:
    """What one server has said lately. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._utterances: list[Utterance] = []
        self._open: list[Recording] = []
        self._catalogue = Catalogue(())

    def begin(self, text: str, sample_rate: int, voice: Voice | None = None) -> Recording:
        """Return what remembers an utterance while it is made.

        Args:
            text: What is going to be said.
            sample_rate: The rate of the audio, in hertz.
            voice: Who says it.
        """
        recording = Recording(Utterance(text, voice or Voice()), sample_rate)
        with self._lock:
            self._forget()
            self._utterances.append(recording.utterance)
            self._open.append(recording)
        return recording

    def add(
        self,
        samples: bytes,
        sample_rate: int,
        text: str,
        words: Iterable[Word],
        voice: Voice | None = None,
    ) -> None:
        """Remember an utterance that is made already.

        Args:
            samples: 16-bit little-endian mono PCM.
            sample_rate: Its rate, in hertz.
            text: What it says.
            words: When it says which word.
            voice: Who says it.
        """
        recording = self.begin(text, sample_rate, voice)
        for word in words:
            recording.add(word)
        recording.feed(samples)
        recording.end()

    def catalogue(self) -> Catalogue:
        """Return all that can be recognised now, what is still being said included."""
        with self._lock:
            utterances, recordings = [*self._utterances], [*self._open]
        for recording in recordings:
            recording.flush()
        if not self._catalogue.holds(utterances):
            self._catalogue = Catalogue(utterances)
        return self._catalogue

    def find(self, pcm: bytes, sample_rate: int) -> Match | None:
        """Return what of the sandbox's own speech audio holds; None for none.

        Args:
            pcm: 16-bit little-endian mono PCM.
            sample_rate: Its rate, in hertz.
        """
        resampler, printer, tracker = Resampler(sample_rate, SAMPLE_RATE), Printer(), Tracker(self)
        tracker.feed(printer.feed(resampler.feed(pcm)))
        tracker.feed(printer.feed(resampler.finish()) + printer.end())
        tracker.end()
        spans = [span for span in tracker.take() if span.words()]
        words = tuple(word for span in spans for word in span.words())
        if not words:
            return None
        return Match(" ".join(word.shown for word in words), words, spans[0].utterance.voice)

    def _forget(self) -> None:
        """Keep of what sounds the same the last, and no more than may be kept."""
        self._open = [each for each in self._open if not each.utterance.is_over]
        latest: dict[Hashable, Utterance] = {}
        for utterance in self._utterances:
            latest.pop(utterance.key, None)
            if utterance.words or not utterance.is_over:
                latest[utterance.key] = utterance
        kept, prints = [], 0
        for utterance in reversed(latest.values()):
            prints += len(utterance.prints)
            if prints <= MOST_SECONDS / STEP or not utterance.is_over:
                kept.append(utterance)
        self._utterances = kept[::-1]
