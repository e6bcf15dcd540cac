"""CPU time per chunk: what a client's process spends from the first audio to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .field import ENTRIES, Entry, Field, Outcome, rounds
from .processes import ContenderError
from .server import CHUNK

if TYPE_CHECKING:
    from collections.abc import Iterator


def measure(field: Field, *, count: int, chunks: int) -> dict[Entry, Outcome]:
    """Return microseconds per chunk, the least of `count` utterances of `chunks` chunks.

    The least, because whatever else the machine does only adds to CPU time.
    """

    def values(entry: Entry) -> Iterator[float]:
        for sample in field.listen(entry, entry.modes[0], chunks=chunks, repeat=1):
            if sample["size"] != chunks * len(CHUNK):
                raise ContenderError("audio is missing")
            yield sample["cpu"] / chunks * 1e6

    return rounds(ENTRIES, count, values, min)
