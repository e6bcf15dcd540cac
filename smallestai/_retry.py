"""Whether a request is sent again, and after how long.

What can be repeated without harm is: GET, HEAD, PUT, DELETE and OPTIONS are sent again after 408,
429, 502, 503, 504, a broken connection or a timeout, and once after 500. POST and PATCH start
calls, buy numbers and bill speech, and the service knows no idempotency key: they are sent again
only where the service certainly did not act, which is after 429, after 503 with Retry-After, and
where no connection was made. Nothing is sent again when the service asks for more than a minute, or
when the time for the whole call would be over.
"""

from __future__ import annotations

import copy
from asyncio import sleep as async_sleep
from math import inf
from time import monotonic, sleep
from typing import TYPE_CHECKING

from httpx_retries import Retry

from smallestai._logging import logger
from smallestai.errors import APIConnectionError, APIError, APITimeoutError

if TYPE_CHECKING:
    from smallestai._config import Timeout

_IDEMPOTENT = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PUT"})
_STATUSES = frozenset({408, 429, 502, 503, 504})
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_LONGEST_ASKED = 60.0


class Attempts(Retry):
    """The attempts of one request: `httpx_retries` counts and repeats, this decides.

    Args:
        name: Method and URL, for the log.
        method: The HTTP method.
        timeout: The timeouts of the call; the whole of it starts now.
        max_retries: How often the request may be sent again.
    """

    def __init__(self, name: str, method: str, timeout: Timeout, max_retries: int) -> None:
        super().__init__(
            total=max_retries,
            backoff_factor=_FIRST_PAUSE,
            max_backoff_wait=_LONGEST_PAUSE,
            backoff_jitter=0.5,
        )
        self.name = name
        self.timeout = timeout
        self.is_idempotent = method.upper() in _IDEMPOTENT
        self.is_streaming = False
        self._deadline = monotonic() + timeout.total
        self._pause: float | None = None
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

    def is_retryable_method(self, method: str) -> bool:  # noqa: ARG002
        """Every method has its rule."""
        return True

    def is_retryable_status_code(self, status_code: int) -> bool:  # noqa: ARG002
        """Refusals come as errors, so a status that is seen is a success."""
        return False

    def is_retryable_exception(self, exception: Exception) -> bool:
        """Tell whether there is another attempt, and note after how long."""
        self._pause = self._pause_after(exception) if self._may_repeat(exception) else None
        return self._pause is not None

    def increment(self) -> Attempts:
        """Return the same rules with one attempt more made."""
        following = copy.copy(self)
        following.attempts_made += 1
        return following

    def sleep(self, response: object) -> None:
        """Wait before the next attempt."""
        sleep(self._announced(response))

    async def asleep(self, response: object) -> None:
        """Wait before the next attempt."""
        await async_sleep(self._announced(response))

    def _may_repeat(self, error: Exception) -> bool:
        if isinstance(error, APIConnectionError):
            return self.is_idempotent or not error.sent
        if not isinstance(error, APIError):
            return False
        if error.status == 500 and self.is_idempotent and not self._had_fault:
            self._had_fault = True
            return True
        refused = error.status == 429 or (error.status == 503 and error.retry_after is not None)
        return refused or (self.is_idempotent and error.status in _STATUSES)

    def _pause_after(self, error: Exception) -> float | None:
        asked = getattr(error, "retry_after", None)
        pause = self.backoff_strategy() if asked is None else float(asked)
        fits = pause <= _LONGEST_ASKED and monotonic() + pause < self._deadline
        return pause if fits else None

    def _announced(self, error: object) -> float:
        pause = self._pause or 0.0
        cause = f"status {error.status}" if isinstance(error, APIError) else type(error).__name__
        logger.info(
            "%s: retry %d of %d in %.2f s after %s",
            self.name,
            self.attempts_made,
            self.total,
            pause,
            cause,
        )
        return pause
