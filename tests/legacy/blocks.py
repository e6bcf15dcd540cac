"""Which code blocks of the old documents are run here, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F")

README_3, README_0 = "README of smallestai 3.0.0", "README of smallest 0.1.0"
EXAMPLE, PAGE = "Lightning Large streaming example", "page on streaming"
HYDRA = "page on audio with Hydra"

# How many there are.
BLOCKS = {
    README_3: set(range(1, 15)),
    README_0: set(range(1, 7)),
    EXAMPLE: set(range(1, 4)),
    HYDRA: set(range(1, 8)),
    PAGE: set(range(1, 10)),
}
COVERED: dict[str, set[int]] = {name: set() for name in BLOCKS}


def covers(document: str, *numbers: int) -> Callable[[F], F]:
    """Mark a test as that of some blocks of a document, counted from 1."""

    def note(test: F) -> F:
        COVERED[document].update(numbers)
        return test

    return note
