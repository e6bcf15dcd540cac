"""Pauses between tries."""

from __future__ import annotations

import pytest

from smallestai._backoff import Backoff
from smallestai.errors import ArgumentError


def test_pauses_double_up_to_the_cap() -> None:
    """Each pause is twice the one before, and none is longer than the cap."""
    backoff = Backoff(1, 10, jitter=0)
    assert [backoff.next() for _ in range(6)] == [1, 2, 4, 8, 10, 10]


def test_reset_begins_again() -> None:
    """After things went well the first pause is the next one."""
    backoff = Backoff(1, 60, factor=3, jitter=0)
    assert [backoff.next(), backoff.next()] == [1, 3]
    backoff.reset()
    assert backoff.next() == 1


@pytest.mark.parametrize(("chance", "pauses"), [(0.0, [4, 8]), (1.0, [3, 6])])
def test_jitter_takes_a_part_away(chance: float, pauses: list[float]) -> None:
    """Chance shortens a pause by at most its part, and never lengthens it over the cap."""
    backoff = Backoff(4, 8, jitter=0.25, random=lambda: chance)
    assert [backoff.next(), backoff.next()] == pauses


@pytest.mark.parametrize(
    ("first", "cap", "options"),
    [(2, 1, {}), (-1, 1, {}), (1, 2, {"factor": 0.5}), (1, 2, {"jitter": 1.5})],
)
def test_what_cannot_be_is_refused(first: float, cap: float, options: dict[str, float]) -> None:
    """A backoff that would shrink or wait a negative time is not made."""
    with pytest.raises(ArgumentError):
        Backoff(first, cap, **options)
