"""Where audio that is heard stands in what the sandbox has said.

Prints of a quarter of a second are looked for everywhere. Every place that fits is followed from
there, side by side, while it goes on fitting; the one that lasts longest was it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
from attrs import define, evolve, field, frozen

from .recogniser_catalogue import BLOCK, GAP, LONG, SHORT
from .recogniser_prints import NO_PRINTS, STEP, Prints

if TYPE_CHECKING:
    import numpy.typing as npt

    from .memory import SpokenWord, Utterance
    from .recogniser_catalogue import Catalogue

_STRIDE = 10  # prints between two decisions
_WINDOW = 12  # prints that decide whether a place still fits
_FINE, _UNLIKE = 0.18, 0.27
_LATE = 5  # prints until the window tells that something else is being said
_FARTHEST = 100  # prints that a block may be late
_PATIENCE = 60  # prints that an utterance which is still being made may lag behind
_KEPT = 3000  # heard prints, and the fewest that are dropped at a time


class Source(Protocol):
    """Whatever knows what was said."""

    def catalogue(self) -> Catalogue:
        """Return all that can be found now."""
        ...


@frozen
class Span:
    """A stretch of audio that is a part of an utterance.

    Attributes:
        utterance: The utterance.
        start: The first print of the stretch, counted from the start of the audio.
        end: The print after its last.
        delay: How many prints later the audio is than the utterance.
    """

    utterance: Utterance
    start: int
    end: int
    delay: int

    def words(self) -> list[SpokenWord]:
        """Return the words of the stretch, with their times in the audio."""
        seconds = self.delay * STEP
        heard = self.utterance.heard(self.start - self.delay, self.end - self.delay)
        return [
            evolve(
                word,
                start=round(max(word.start + seconds, 0), 3),
                end=round(max(word.end + seconds, 0), 3),
            )
            for word in heard
        ]


@define(eq=False)
class _Track:
    """A place that is followed."""

    utterance: Utterance
    start: int
    delay: int
    checked: int
    good: int
    all_wrong: int = 0
    all_counted: int = 0
    wrong: npt.NDArray[np.uint8] = field(factory=lambda: np.zeros(0, np.uint8))
    counted: npt.NDArray[np.bool_] = field(factory=lambda: np.zeros(0, np.bool_))
    is_live: bool = True

    @property
    def error(self) -> float:
        """The share of bits that differ, since it is followed."""
        return self.all_wrong / max(32 * self.all_counted, 1)

    def follow(self, heard: Prints, first: int, until: int) -> None:
        """Compare what was heard since; `first` is the number of the first heard print."""
        said, over = self.utterance.prints, self.utterance.is_over
        until_said = min(until, len(said) + self.delay)
        if until_said > self.checked:
            ours = heard[self.checked - first : until_said - first]
            theirs = said[self.checked - self.delay : until_said - self.delay]
            self._compare(ours, theirs)
        if until_said < until and (over or until - until_said > _PATIENCE):
            self.is_live = False

    def _compare(self, ours: Prints, theirs: Prints) -> None:
        new = len(ours)
        counted = ours.loud | theirs.loud
        wrong = np.bitwise_count(ours.bits ^ theirs.bits) * counted
        self.all_wrong += int(wrong.sum())
        self.all_counted += int(counted.sum())
        self.wrong = np.concatenate([self.wrong[-_WINDOW:], wrong])
        self.counted = np.concatenate([self.counted[-_WINDOW:], counted])
        error, amount = _running(self.wrong, self.counted)
        bad = ((amount >= SHORT) & (error > _UNLIKE))[-new:]
        fine = ((amount >= SHORT // 2) & (error < _FINE))[-new:] & ours.loud & theirs.loud
        if bad.any():
            self.is_live = False
            fine = fine[: int(np.argmax(bad))]
        if fine.any():
            self.good = self.checked + int(np.flatnonzero(fine)[-1]) + 1
        if bad.any():
            self.good = max(self.good - _LATE, self.start)
        self.checked += new

    def reach_back(self, heard: Prints, first: int, floor: int) -> None:
        """Put the start back to where the utterance began to fit, not before a heard print."""
        floor = max(floor, first, self.delay, self.start - _FARTHEST)
        if floor >= self.start:
            return
        ours = heard[floor - first : self.start - first][::-1]
        theirs = self.utterance.prints[floor - self.delay : self.start - self.delay][::-1]
        counted = ours.loud | theirs.loud
        wrong = np.bitwise_count(ours.bits ^ theirs.bits) * counted
        error, amount = _running(wrong, counted)
        bad = (amount >= SHORT // 2) & (error > _UNLIKE)
        fits = int(np.argmax(bad)) - SHORT // 2 if bad.any() else len(ours)
        self.start -= max(fits, 0)
        if self.start - floor <= _WINDOW:  # too little to be anything else
            self.start = floor


class Tracker:
    """Follows audio through what was said.

    Args:
        source: What knows what was said.
    """

    def __init__(self, source: Source) -> None:
        self._spans: list[Span] = []
        self._source = source
        self._heard = NO_PRINTS
        self._first = 0  # the number of the first print that is kept
        self._decided = 0  # prints up to which all is decided
        self._floor = 0  # prints before this one belong to a span or to the past
        self._live: list[_Track] = []
        self._over: list[_Track] = []

    @property
    def current(self) -> Span | None:
        """The stretch that is being recognised, as it looks now."""
        return self._best([*self._live, *self._over])

    def feed(self, prints: Prints) -> None:
        """Take the next prints of the audio."""
        self._heard += prints
        end = self._first + len(self._heard)
        while self._decided + _STRIDE <= end:
            self._decided += _STRIDE
            self._decide()
        self._trim()

    def take(self) -> list[Span]:
        """Return the stretches that were recognised since the last time, those that are over."""
        spans, self._spans = self._spans, []
        return spans

    def settle(self) -> None:
        """Decide on all prints so far; more may follow."""
        self._decided = self._first + len(self._heard)
        self._decide(is_pause=True)

    def end(self) -> None:
        """End the audio."""
        self.feed(GAP + GAP)
        self._commit()

    def _decide(self, *, is_pause: bool = False) -> None:
        for track in self._live:
            track.follow(self._heard, self._first, self._decided)
        self._over += [track for track in self._live if not track.is_live]
        self._live = [track for track in self._live if track.is_live]
        if self._live:
            return
        self._commit()
        self._search(is_pause=is_pause)

    def _commit(self) -> None:
        span = self._best([*self._live, *self._over])
        self._live, self._over = [], []
        if span is not None and span.end > span.start:
            self._spans.append(span)
            self._floor = span.end

    def _best(self, tracks: list[_Track]) -> Span | None:
        if not tracks:
            return None
        last = max(each.good for each in tracks)
        # Several may go as far: those with a word that is alike, and the same speech said twice.
        track = min(
            (each for each in tracks if each.good >= last - SHORT), key=lambda each: each.error
        )
        return Span(track.utterance, track.start, track.good, track.delay)

    def _search(self, *, is_pause: bool) -> None:
        start = self._decided - BLOCK
        if start < max(self._floor, self._first):
            return
        block = self._heard[start - self._first : self._decided - self._first]
        loud = int(block.loud.sum())
        faded = is_pause or not block.loud[-_STRIDE:].any()
        if loud < SHORT or (loud < LONG and not faded):
            return
        for place in self._source.catalogue().places(block):
            delay = start - place.position
            # What lies before the utterance is silence, and needs no comparison.
            track = _Track(place.utterance, start, delay, max(start, delay), start)
            track.reach_back(self._heard, self._first, self._floor)
            track.follow(self._heard, self._first, self._decided)
            (self._live if track.is_live else self._over).append(track)

    def _trim(self) -> None:
        needed = min([self._decided - BLOCK - _FARTHEST, *(track.checked for track in self._live)])
        if needed - self._first > _KEPT:
            self._heard = self._heard[needed - self._first :]
            self._first = needed


def _running(
    wrong: npt.NDArray[np.uint8], counted: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Return the share of wrong bits in the window up to each print, and how many count."""
    errors, amount = _sums(wrong), _sums(counted)
    return errors / np.maximum(32 * amount, 1), amount


def _sums(values: npt.NDArray[np.generic]) -> npt.NDArray[np.int64]:
    total = np.concatenate([np.zeros(_WINDOW, np.int64), np.cumsum(values, dtype=np.int64)])
    sums: npt.NDArray[np.int64] = total[_WINDOW:] - total[:-_WINDOW]
    return sums
