"""Whether a request is sent again, and after how long.

What can be repeated without harm is: GET, HEAD, PUT, DELETE and OPTIONS are sent again after 408,
429, 502, 503, 504, a broken connection or a timeout, and once after 500. POST and PATCH start
calls, buy numbers and bill speech, and the service knows no idempotency key: they are sent again
only where the service certainly did not act, which is after 429, after 503 with Retry-After, and
where no connection was made. Nothing is sent again when the service asks for more than a minute, or
when the time for the whole call would be over.
"""

from __future__ import annotations

from math import inf
from random import uniform
from time import monotonic, sleep
from typing import TYPE_CHECKING, TypeVar

from smallestai._logging import logger
from smallestai.errors import APIConnectionError, APIError, APITimeoutError, SmallestError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from smallestai._config import Timeout

T = TypeVar("T")

_IDEMPOTENT = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PUT"})
_STATUSES = frozenset({408, 429, 502, 503, 504})
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_LONGEST_ASKED = 60.0


class Attempts:
    """The attempts of one request: how many, until when, and which errors lead to another.

    Args:
        name: Method and URL, for the log.
        method: The HTTP method.
        timeout: The timeouts of the call; the whole of it starts now.
        max_retries: How often the request may be sent again.
    """

    def __init__(self, name: str, method: str, timeout: Timeout, max_retries: int) -> None:
        self.name = name
        self.timeout = timeout
        self.is_idempotent = method.upper() in _IDEMPOTENT
        self.is_streaming = False
        self._deadline = monotonic() + timeout.total
        self._max_retries = max_retries
        self._retries = 0
        self._had_fault = False

    def left(self) -> float:
        """Return the seconds left for the whole call, or raise `APITimeoutError`."""
        left = self._deadline - monotonic()
        if left <= 0:
            raise self.expired()
        return left

    def is_over(self) -> bool:
        """Tell whether the time for the whole call has run out."""
        return monotonic() >= self._deadline

    def begin_stream(self) -> None:
        """Lift the limit on the whole call: its answer has begun, and is read as it comes."""
        self.is_streaming = True
        self._deadline = inf

    def expired(self) -> APITimeoutError:
        """Return the error for a call that took too long altogether."""
        return APITimeoutError(
            f"{self.name} did not finish within {self.timeout.total:g} s",
            timeout="total",
            hint=self.advice("total", sent=True),
        )

    @property
    def doubt(self) -> str:
        """What to know when a request broke off that is not sent again; empty where it is."""
        return "" if self.is_idempotent else "The request may have been carried out all the same."

    def advice(self, timeout: str, *, sent: bool) -> str:
        """Return what to do about a timeout."""
        remedy = f"Raise it with timeout=Timeout({timeout}=...)."
        return f"{remedy} {self.doubt}".rstrip() if sent else remedy

    def phases(self) -> dict[str, float]:
        """Return the timeouts of one attempt as httpx names them, none longer than what is left."""
        left = self.left()
        connect, first = min(self.timeout.connect, left), min(self.timeout.first, left)
        return {"connect": connect, "pool": connect, "write": first, "read": first}

    def pause_after(self, error: SmallestError) -> float | None:
        """Return the seconds to wait before the next attempt; None when there is none."""
        if self._retries >= self._max_retries or not self._may_repeat(error):
            return None
        asked: float | None = getattr(error, "retry_after", None)
        pause = self._backoff() if asked is None else asked
        if pause > _LONGEST_ASKED or monotonic() + pause >= self._deadline:
            return None
        self._retries += 1
        cause = f"status {error.status}" if isinstance(error, APIError) else type(error).__name__
        counts = self._retries, self._max_retries
        logger.info("%s: retry %d of %d in %.2f s after %s", self.name, *counts, pause, cause)
        return pause

    def _backoff(self) -> float:
        """Return a pause that doubles each time, up to half of it left to chance."""
        return min(_FIRST_PAUSE * 2.0**self._retries, _LONGEST_PAUSE) * uniform(0.5, 1)  # noqa: S311

    def _may_repeat(self, error: SmallestError) -> bool:
        if isinstance(error, APIConnectionError):
            return self.is_idempotent or not error.sent
        if not isinstance(error, APIError):
            return False
        if error.status == 500 and self.is_idempotent and not self._had_fault:
            self._had_fault = True
            return True
        refused = error.status == 429 or (error.status == 503 and error.retry_after is not None)
        return refused or (self.is_idempotent and error.status in _STATUSES)


def repeated(attempt: Callable[[], T], attempts: Attempts) -> T:
    """Call until it succeeds or there is no other attempt."""
    while True:
        try:
            return attempt()
        except SmallestError as error:
            pause = attempts.pause_after(error)
            if pause is None:
                raise
        sleep(pause)


async def async_repeated(attempt: Callable[[], Awaitable[T]], attempts: Attempts) -> T:
    """Await until it succeeds or there is no other attempt."""
    while True:
        try:
            return await attempt()
        except SmallestError as error:
            pause = attempts.pause_after(error)
            if pause is None:
                raise
        await async_sleep(pause)


async def async_sleep(seconds: float) -> None:
    """Sleep on the event loop, which who blocks need not load."""
    from asyncio import sleep

    await sleep(seconds)
