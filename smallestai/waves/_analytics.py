"""Pages of logs and numbers over time, as far as nothing is waited for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

from smallestai.errors import ArgumentError, RemoteProtocolError
from smallestai.waves._answers import of_answer
from smallestai.waves.request import check_one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ON_A_PAGE = 100
Granularity = Literal["hour", "day"]
Measure = Literal[
    "stt_requests", "tts_requests", "tts_credits", "tts_concurrency", "tts_connections"
]

OPERATIONS: dict[Measure, str] = {
    "stt_requests": "get_streaming_speech_to_text_usage_timeseries",
    "tts_requests": "get_text_to_speech_usage_timeseries",
    "tts_credits": "get_text_to_speech_credits_timeseries",
    "tts_concurrency": "get_text_to_speech_concurrency_timeseries",
    "tts_connections": "get_text_to_speech_websocket_connections_timeseries",
}


@dataclass(frozen=True, slots=True)
class Point:
    """A step of a series.

    Attributes:
        time: When it begins.
        value: How many there were in it.
    """

    time: datetime.datetime
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers over time; iterating gives its points.

    Attributes:
        points: One for each hour or day.
        total: Of the whole period; None where the service gives none.
    """

    points: list[Point] = field(default_factory=list)
    total: float | None = None

    def __iter__(self) -> Iterator[Point]:
        return iter(self.points)

    def __len__(self) -> int:
        return len(self.points)


class Pager:
    """Which page of a log is asked for next. Knows nothing of waiting."""

    def __init__(self, page_size: int) -> None:
        is_whole = isinstance(page_size, int) and not isinstance(page_size, bool)
        if not is_whole or not 1 <= page_size <= MOST_ON_A_PAGE:
            raise ArgumentError("page_size", page_size, f"must be from 1 to {MOST_ON_A_PAGE}")
        self.page: int | None = 1
        self.size = page_size

    def take(self, answer: Any) -> list[Any]:
        """Return the entries of a page, and move on; a log without a count ends by a short page."""
        entries, pages, given = _page_of(answer)
        page, size = self.page or 1, given or self.size
        more = page < pages if isinstance(pages, int) else len(entries) >= size
        self.page = page + 1 if more and entries else None
        return entries


@of_answer
def _page_of(answer: Any) -> tuple[list[Any], Any, int]:
    """Return the entries, the number of pages and the entries on a page, as far as it says."""
    size = answer.page_size
    return list(answer.data or ()), answer.total_pages, size if isinstance(size, int) else 0


def period(
    measure: Measure,
    start: datetime.datetime | None,
    end: datetime.datetime | None,
    granularity: Granularity,
) -> dict[str, Any]:
    """Return the arguments that ask for a series.

    Raises:
        ArgumentError: The measure is not known, or the period cannot be.
    """
    check_one_of("measure", measure, tuple(OPERATIONS))
    check_one_of("granularity", granularity, get_args(Granularity))
    for name, when in (("start", start), ("end", end)):
        if when is not None and (not isinstance(when, datetime.datetime) or when.tzinfo is None):
            raise ArgumentError(name, when, "must be a datetime with a time zone")
    if start is not None and end is not None and start >= end:
        raise ArgumentError("end", end, f"must be after the start, {start}")
    given = {"from_": start, "to": end, "granularity": granularity}
    return {name: value for name, value in given.items() if value is not None}


@of_answer
def series_of(answer: Any) -> Series:
    """Return the series of an answer.

    Raises:
        RemoteProtocolError: It has another number of times than of values.
    """
    times, values = answer.timestamps or [], answer.values or []
    if len(times) != len(values):
        message = f"the series has {len(times)} times and {len(values)} values"
        raise RemoteProtocolError(message, body=answer.to_dict())
    totals = (getattr(answer, name, None) for name in ("total_request_count", "total_credits"))
    total = next((each for each in totals if isinstance(each, int | float)), None)
    return Series([Point(*each) for each in zip(times, values, strict=True)], total)


def checked_id(request_id: str) -> str:
    """Return the id of a request, or raise `ArgumentError` where it is empty."""
    if not isinstance(request_id, str) or not request_id.strip():
        raise ArgumentError("request_id", request_id, "must be the id of a request")
    return request_id
