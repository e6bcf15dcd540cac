"""Times as requests say them and as replies show them: ISO 8601, to the millisecond."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from .operations import RefusedError
from .replies import timestamp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.responses import Response


def read_time(text: str) -> float | None:
    """Return the Unix time of a text, in UTC unless it names a zone; None when it is no time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def asked_time(
    query: Mapping[str, Any],
    name: str,
    default: float,
    refuse: Callable[[str], Response],
    *,
    earliest: float = -math.inf,
    latest: float = math.inf,
) -> float:
    """Return the Unix time that a parameter says, or the default where it is left out.

    Raises:
        RefusedError: It is no time, or none between these two; `refuse` makes the reply, of the
            parameter's name.
    """
    text = query.get(name)
    if text is None:
        return default
    moment = read_time(text)
    if moment is None or not earliest <= moment <= latest:
        raise RefusedError(refuse(name))
    return moment


def shown_time(seconds: float) -> float:
    """Return a Unix time as replies show it.

    A range that begins or ends at a time taken from a reply holds the entry that it was taken from.
    """
    return datetime.fromisoformat(timestamp(seconds)).timestamp()
