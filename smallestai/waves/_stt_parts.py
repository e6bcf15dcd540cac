"""A recording that is sent in parts, several at once. Blocking and async, side by side.

A part that is done is kept. When one fails for good no further one is begun, those under way are
waited for, and the error has what there is: ``error.received``, with its gaps in ``missing``.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from smallestai.errors import RemoteProtocolError, SmallestError
from smallestai.waves._stt_upload import Progress, Upload, async_upload, upload
from smallestai.waves.recordings import join
from smallestai.waves.transcript import Transcript, TranscriptionJob

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smallestai._config import Config, Timeout
    from smallestai._http import AsyncTransport, Transport
    from smallestai.waves._stt_request import RecordingRequest
    from smallestai.waves._stt_sources import Recording
    from smallestai.waves._stt_upload import OnProgress
    from smallestai.waves.recordings import Part


class _Parts:
    """What both worlds share: which part is next, and what has come of them."""

    def __init__(
        self,
        config: Config,
        request: RecordingRequest,
        recording: Recording,
        parts: Sequence[Part],
        on_progress: OnProgress | None,
        timeout: Timeout | float | None,
    ) -> None:
        self._call = config, request, recording
        self._parts = parts
        self._timeout = timeout
        self._progress = Progress(on_progress, sum(part.size for part in parts))
        self._waiting = deque(parts)
        self._made: dict[int, Transcript] = {}
        self._failure: BaseException | None = None

    def _next(self) -> Part | None:
        try:
            return None if self._failure else self._waiting.popleft()
        except IndexError:
            return None

    def _upload(self, part: Part) -> Upload:
        return Upload(*self._call, part, self._progress, self._timeout)

    def _done(self, part: Part, answer: Transcript | TranscriptionJob) -> None:
        if isinstance(answer, TranscriptionJob):
            raise RemoteProtocolError("the receipt of a job came where a transcript was due")
        self._made[part.index] = answer

    def _failed(self, error: BaseException) -> None:
        self._failure = self._failure or error

    def _joined(self) -> Transcript:
        transcript = join(self._parts, [self._made.get(part.index) for part in self._parts])
        if self._failure is None:
            return transcript
        if isinstance(self._failure, SmallestError):
            self._failure.received = transcript
        raise self._failure


class Parts(_Parts):
    """The blocking half: each of a few threads sends one part after another."""

    def transcribe(self, transport: Transport, parallel: int) -> Transcript:
        """Send all parts and return the whole transcript.

        Raises:
            SmallestError: A part failed; what there is, is on ``error.received``.
        """
        self._stopped = threading.Event()
        workers = [
            threading.Thread(
                target=self._work, args=(transport,), name="smallestai-part", daemon=True
            )
            for _ in range(min(parallel, len(self._parts)))
        ]
        try:
            for worker in workers:
                worker.start()
            for worker in workers:
                worker.join()
        except BaseException as error:  # the user's interrupt: what is under way ends by itself
            self._failed(error)
            self._stopped.set()
            raise
        return self._joined()

    def _work(self, transport: Transport) -> None:
        while (part := self._next()) is not None:
            try:
                self._done(part, upload(transport, self._upload(part), self._pause))
            except BaseException as error:
                self._failed(error)
                self._stopped.set()

    def _pause(self, seconds: float) -> None:
        """Wait; once another part has failed for good, give this one up."""
        if self._stopped.wait(seconds) and self._failure is not None:
            raise self._failure


class AsyncParts(_Parts):
    """The async half: each of a few tasks sends one part after another."""

    async def transcribe(self, transport: AsyncTransport, parallel: int) -> Transcript:
        """Send all parts and return the whole transcript; see `Parts.transcribe`."""
        self._stopped = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            for _ in range(min(parallel, len(self._parts))):
                group.create_task(self._work(transport))
        return self._joined()

    async def _work(self, transport: AsyncTransport) -> None:
        while (part := self._next()) is not None:
            try:
                self._done(part, await async_upload(transport, self._upload(part), self._pause))
            except Exception as error:
                self._failed(error)
                self._stopped.set()

    async def _pause(self, seconds: float) -> None:
        """Wait; once another part has failed for good, give this one up."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopped.wait()
        if self._failure is not None:
            raise self._failure
