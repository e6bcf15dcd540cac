"""Times as requests say them and as replies show them: ISO 8601, to the millisecond."""

from __future__ import annotations

from datetime import UTC, datetime

from .replies import timestamp


def read_time(text: str) -> float | None:
    """Return the Unix time of a text, in UTC unless it names a zone; None when it is no time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def shown_time(seconds: float) -> float:
    """Return a Unix time as replies show it.

    A range that begins or ends at a time taken from a reply holds the entry that it was taken from.
    """
    return datetime.fromisoformat(timestamp(seconds)).timestamp()
