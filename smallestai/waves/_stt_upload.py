"""A recording, or a part of one, on its way to the service. Blocking and async, side by side.

It is read a block at a time while it is sent. When that fails it may be sent again, from its
beginning:

- After 429 it always may: the service has done nothing. The pause is what the service asks for.
- A whole recording also where no connection was made, where not all of it had been sent, and after
  503 with Retry-After. Else it may have been transcribed, and is not paid for a second time.
- A part of a recording after every fault that may pass, so that the other parts are not in vain.
"""

from __future__ import annotations

import asyncio
import threading
from time import sleep
from typing import TYPE_CHECKING, Any

from smallestai._backoff import Backoff
from smallestai._config import Timeout
from smallestai.errors import (
    APIConnectionError,
    ArgumentError,
    RateLimitError,
    ServerError,
    SmallestError,
)
from smallestai.waves._stt_request import PATH
from smallestai.waves.transcript import Transcript, TranscriptionJob, reply_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    import httpx

    from smallestai._config import Config
    from smallestai._http import AsyncTransport, Transport
    from smallestai.waves._stt_request import RecordingRequest
    from smallestai.waves._stt_sources import Recording
    from smallestai.waves.recordings import Part

    OnProgress = Callable[[int, int | None], object]

_MOST_WAITS = 10  # for the service's own limit
_LONGEST_ASKED = 60.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0


class Progress:
    """Counts the bytes sent of all parts; never goes back, also where a part is sent again.

    Args:
        tell: Called with the bytes sent and their total, which is None where it is not known.
        total: Bytes.
    """

    def __init__(self, tell: OnProgress | None, total: int | None) -> None:
        if tell is not None and not callable(tell):
            raise ArgumentError("on_progress", tell, "must be callable with two numbers")
        self._tell = tell
        self._total = total
        self._lock = threading.Lock()
        self._sent: dict[int, int] = {}

    def note(self, index: int, sent: int) -> None:
        """Note how many bytes of a part have been sent."""
        if self._tell is None:
            return
        with self._lock:
            before = self._sent.get(index, 0)
            if sent > before:
                self._sent[index] = sent
                self._tell(sum(self._sent.values()), self._total)


class Body:
    """The bytes of one request, read as they are sent.

    Args:
        recording: Where they come from.
        part: Which of them; None for all.
        progress: Is told how far it is.
    """

    def __init__(self, recording: Recording, part: Part | None, progress: Progress) -> None:
        self.is_complete = False
        self.size = recording.size if part is None else part.size
        self._recording = recording
        self._part = part
        self._progress = progress
        self._sent = 0

    def __iter__(self) -> Iterator[bytes]:
        for block in self.blocks():
            yield block
            self.note(block)
        self.is_complete = True

    def blocks(self) -> Iterator[bytes]:
        """Read them, without telling of it."""
        part = self._part
        if part is None:
            yield from self._recording.blocks()
        else:
            yield part.head
            yield from self._recording.blocks(part.start, part.end)

    def note(self, block: bytes) -> None:
        """Note that a block has been sent."""
        self._sent += len(block)
        self._progress.note(0 if self._part is None else self._part.index, self._sent)


class AsyncBody:
    """The same bytes for an event loop: they are read in a thread, and told of on the loop."""

    def __init__(self, body: Body) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        blocks = self._body.blocks()
        while (block := await asyncio.to_thread(next, blocks, None)) is not None:
            yield block
            self._body.note(block)
        self._body.is_complete = True


class Upload:
    """One recording or part, with what decides whether it is sent again.

    Args:
        config: The client's settings.
        request: What is asked.
        recording: What is sent.
        part: Which part of it; None for all.
        progress: Is told how far it is.
        timeout: Of this call; None for the client's, with as long for an answer as for all.
    """

    def __init__(
        self,
        config: Config,
        request: RecordingRequest,
        recording: Recording,
        part: Part | None,
        progress: Progress,
        timeout: Timeout | float | None,
    ) -> None:
        self._content = recording, part, progress
        self._request = request
        self._again = recording.is_rewindable
        self._is_part = part is not None
        self._retries = config.max_retries
        self._waits = _MOST_WAITS if self._is_part else config.max_retries
        self._backoff = Backoff(_FIRST_PAUSE, _LONGEST_PAUSE)
        self.options = {"timeout": answer_timeout(config, timeout), "max_retries": 0}

    def attempt(self) -> dict[str, Any]:
        """Begin with the first byte; return the request in httpx's words."""
        self._body = Body(*self._content)
        headers = {"Content-Type": "application/octet-stream", **self._request.headers}
        if self._body.size is not None:
            headers["Content-Length"] = str(self._body.size)
        made = {"method": "POST", "url": PATH, "params": self._request.query}
        return {**made, "headers": headers, "content": self._body}

    def pause_after(self, error: SmallestError) -> float:
        """Return the seconds to wait before it is sent again; raises where it is not."""
        asked: float | None = getattr(error, "retry_after", None)
        if not self._again or (asked or 0.0) > _LONGEST_ASKED:
            raise error
        if isinstance(error, RateLimitError):
            self._waits -= 1
            left = self._waits
        else:
            self._retries -= 1
            left = self._retries if self._may_repeat(error) else -1
        if left < 0:
            raise error
        return self._backoff.next() if asked is None else asked

    def _may_repeat(self, error: SmallestError) -> bool:
        if isinstance(error, APIConnectionError):
            return self._is_part or not error.sent or not self._body.is_complete
        if not isinstance(error, ServerError):
            return False
        return self._is_part or (error.status == 503 and error.retry_after is not None)


def upload(
    transport: Transport, sent: Upload, pause: Callable[[float], object] = sleep
) -> Transcript | TranscriptionJob:
    """Send it and return the answer.

    Raises:
        SmallestError: It failed, and is not sent again.
    """
    while True:
        try:
            return transport.send(sent.attempt(), parse, sent.options)
        except SmallestError as error:
            seconds = sent.pause_after(error)
        pause(seconds)


async def async_upload(
    transport: AsyncTransport,
    sent: Upload,
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> Transcript | TranscriptionJob:
    """Send it and return the answer; see `upload`."""
    while True:
        request = sent.attempt()
        request["content"] = AsyncBody(request["content"])
        try:
            return await transport.send(request, parse, sent.options)
        except SmallestError as error:
            seconds = sent.pause_after(error)
        await pause(seconds)


def remote_request(request: RecordingRequest, url: str) -> dict[str, Any]:
    """Return the request for a recording that the service fetches itself."""
    made = {"method": "POST", "url": PATH, "params": request.query}
    return {**made, "headers": request.headers, "json": {"url": url}}


def answer_timeout(config: Config, timeout: Timeout | float | None) -> Timeout:
    """Return the timeouts of a call whose answer takes as long as the transcription does."""
    if timeout is not None:
        return Timeout.of(timeout)
    usual = config.timeout
    return Timeout(usual.connect, usual.total, usual.between, usual.total)


def parse(response: httpx.Response) -> Transcript | TranscriptionJob:
    """Read an answer."""
    return reply_of(response.content, response.headers.get("x-request-id"))
