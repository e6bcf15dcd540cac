"""Time from the request to the first audio, on a fresh connection and on one that is kept."""

from __future__ import annotations

from .field import ENTRIES, Entry, Field, Outcome, rounds

CHUNKS = 2
"""Chunks of an utterance: enough for a stream to go on after the first, and quickly over."""


def measure(field: Field, mode: str, *, count: int, repeat: int) -> dict[Entry, Outcome]:
    """Return milliseconds, medians of `count` rounds of `repeat` utterances, `cold` or `warm`."""

    def values(entry: Entry) -> list[float]:
        samples = field.listen(entry, mode, chunks=CHUNKS, repeat=repeat)
        return [sample["first"] * 1e3 for sample in samples]

    return rounds([entry for entry in ENTRIES if mode in entry.modes], count, values)
