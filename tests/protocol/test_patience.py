"""How long to wait, with the time as an argument."""

from __future__ import annotations

from smallestai.protocol.patience import Patience


def test_first_then_between() -> None:
    """The first frame has a limit of its own."""
    patience = Patience(first=30, between=5, total=600)
    assert patience.allowed == 30
    assert "did not begin within 30 s" in str(patience.exhausted())
    patience.received(2)
    assert patience.allowed == 5
    assert "next part" in str(patience.exhausted())


def test_total_counts_waiting() -> None:
    """Waits add up to the total, and the error names it."""
    patience = Patience(first=30, between=20, total=25)
    patience.received(10)
    patience.received(10)
    assert patience.allowed == 5
    error = patience.exhausted()
    assert "within 25 s" in str(error)
    assert "Timeout(total=...)" in str(error)


def test_remedy_names_the_argument() -> None:
    """Each limit's error says which part of the timeout to raise."""
    patience = Patience(1, 2, 600)
    assert "Timeout(first=...)" in str(patience.exhausted())
    patience.received(0)
    assert "Timeout(between=...)" in str(patience.exhausted())
