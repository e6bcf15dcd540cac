"""Waiting for what the service finishes after its answer: looking again, less and less often."""

from __future__ import annotations

import threading
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from smallestai._backoff import Backoff
from smallestai._config import Timeout
from smallestai._retry import async_sleep
from smallestai.errors import APITimeoutError, SmallestError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from smallestai._config import Config
    from smallestai._http import AsyncTransport, Transport

T = TypeVar("T")

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 10.0
_PART = 0.1


class Watch(Generic[T]):
    """A record that is looked at until it is final. Knows the clock, and waits for nothing itself.

    Only looking is repeated, never the request that began the work.

    Args:
        what: The record, in words, for the error.
        timeout: Seconds for all looks and pauses.
        is_final: Whether nothing more will happen to a record.
        config: The client's settings; a look has their timeouts, or what is left when that is less.

    Raises:
        ArgumentError: The timeout is not a number above 0.
    """

    def __init__(
        self, what: str, timeout: float, is_final: Callable[[T], bool], config: Config
    ) -> None:
        self._what = what
        self._seconds = Timeout.of(timeout).first
        self._is_final = is_final
        self._timeout = config.timeout
        self._deadline = monotonic() + self._seconds
        self._backoff = Backoff(_FIRST_PAUSE, _LONGEST_PAUSE)
        self.record: T | None = None

    def options(self) -> Any:
        """Return the request options of the next look."""
        left = max(self._deadline - monotonic(), 0.001)
        return {"timeout": replace(self._timeout, total=min(self._timeout.total, left))}

    def seen(self, record: T) -> float | None:
        """Take a record; return the seconds until the next look, None when it is final.

        Raises:
            APITimeoutError: The time is over.
        """
        self.record = record
        if self._is_final(record):
            return None
        left = self._deadline - monotonic()
        if left <= 0:
            raise self.expired()
        return min(self._backoff.next(), left)

    def expired(self) -> APITimeoutError:
        """Return the error for a record that was not final in time."""
        return APITimeoutError(
            f"{self._what} was not done within {self._seconds:g} s",
            timeout="total",
            hint="It goes on by itself: wait again, with more time. "
            "How it stood last is on error.received.",
        )

    def blamed(self, error: SmallestError) -> SmallestError:
        """Return the error that ends the waiting, with the record as it stood last."""
        if isinstance(error, APITimeoutError) and monotonic() >= self._deadline:
            error = self.expired()
        vars(error)["received"] = self.record
        return error


def wait(
    transport: Transport,
    look: Callable[[Any], T],
    watch: Watch[T],
    cancel: threading.Event | None,
) -> T:
    """Look until the record is final, or ``cancel`` is set, and return it.

    Closing the client ends the waiting too, with the error of a closed client.
    """
    closing = transport.attached(_Pauses)
    try:
        while True:
            record = look(watch.options())
            pause = watch.seen(record)
            if pause is None:
                return record
            if cancel is None:
                closing.wait(pause)
                continue
            for part in _parts(pause):
                if cancel.wait(part):
                    return record
                transport.check_open()
    except SmallestError as error:
        raise watch.blamed(error) from None


async def async_wait(
    transport: AsyncTransport,
    look: Callable[[Any], Awaitable[T]],
    watch: Watch[T],
    cancel: threading.Event | None,
) -> T:
    """Look until the record is final, or ``cancel`` is set, and return it.

    Closing the client ends the waiting too, and so does cancelling the task.
    """
    transport.check_open()
    try:
        while True:
            record = await look(watch.options())
            pause = watch.seen(record)
            if pause is None:
                return record
            for part in _parts(pause):
                if cancel is not None and cancel.is_set():
                    return record
                await async_sleep(part)
                transport.check_open()
    except SmallestError as error:
        raise watch.blamed(error) from None


def _parts(pause: float) -> Iterator[float]:
    """Cut a pause into parts, after each of which two things can be looked at, not one."""
    end = monotonic() + pause
    yield min(pause, _PART)
    while (left := end - monotonic()) > 0:
        yield min(left, _PART)


class _Pauses:
    """Waits that end at once when the client is closed."""

    def __init__(self) -> None:
        self._closed = threading.Event()

    def wait(self, seconds: float) -> bool:
        return self._closed.wait(seconds)

    def close(self) -> None:
        self._closed.set()


def status_of(record: Any) -> str:
    """Return a status in the spelling of the specification, whichever the service used."""
    status = getattr(record, "status", None)
    if not isinstance(status, str):
        return ""
    return status.lower().replace("-", "_").replace("canceled", "cancelled")
