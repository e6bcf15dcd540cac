"""The speaking half of a live socket: segments in, frames out, in order."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import time
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Any

from attrs import evolve
from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocketDisconnect, WebSocketState

from smallestai.waves.catalogue import WORD_TIMESTAMP_VOICES

from . import analytics
from .faults_sockets import Breaker
from .synthesis import chunk_bytes, log, new_id, speak, speech_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.websockets import WebSocket

    from .faults import Fault
    from .live_buffers import Segment
    from .settings import Settings
    from .state import State
    from .timing import Word

_log = logging.getLogger(__name__)


class Line:
    """The way out of a socket; both halves write to it.

    Args:
        websocket: The socket, accepted.
        settings: The server's settings.
        fault: What goes wrong on it, if anything does.
    """

    def __init__(self, websocket: WebSocket, settings: Settings, fault: Fault | None) -> None:
        self._websocket = websocket
        self._settings = settings
        self._breaker = Breaker(fault, websocket, self._send_fault)

    async def opened(self) -> None:
        """Act out a fault that waits for no frame; `WebSocketDisconnect` if it closes."""
        await self._breaker.opened()

    async def send(self, frame: Mapping[str, Any]) -> None:
        """Send a frame; `WebSocketDisconnect` once either side has closed."""
        await self._breaker.send(json.dumps(frame, separators=(",", ":"), ensure_ascii=False))

    async def send_error(self, message: str, **extra: Any) -> None:
        """Send an error frame of the shape that the settings name."""
        if self._settings.error_frame == "message":
            await self.send({"status": "error", "message": message, **extra})
        else:
            error = {"message": message, "code": "error"}
            await self.send({"status": "error", "error": error, **extra})

    async def close(self, code: int = 1000) -> None:
        """Close the socket, if it is open."""
        if self._websocket.application_state is WebSocketState.CONNECTED:
            await self._websocket.close(code)

    async def _send_fault(self, _: str, message: str) -> None:
        await self.send_error(message)


class Speaker:
    """Speaks one segment after the other and tells where each synthesis, or a burst, ends.

    Args:
        state: The server's state.
        line: Where the frames go.
        sample_rate: The rate when a request names none.
        expires: Whether the log forgets the texts after seven days.
    """

    def __init__(
        self, state: State, line: Line, sample_rate: int, *, expires: bool = False
    ) -> None:
        self._state = state
        self._settings = state.settings
        self._line = line
        self._sample_rate = sample_rate
        self._expires = expires
        self._session_id = new_id("ws")
        self._opened = time.monotonic()
        self._segments: asyncio.Queue[Segment] = asyncio.Queue()
        self._plain = 0  # requests without a context that wait or are being spoken
        self._endings: set[asyncio.Task[None]] = set()  # `complete` frames yet to be sent
        self._burst: asyncio.Task[None] | None = None  # the one of those that a request puts off
        self._task = asyncio.create_task(self._run())

    def say(self, segment: Segment) -> None:
        """Speak a segment after those before it."""
        if not segment.in_context:
            self._plain += 1
            if self._burst is not None:
                self._burst.cancel()
        self._segments.put_nowait(segment)

    async def stop(self) -> None:
        """Fall silent at once."""
        tasks = [self._task, *self._endings]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        seconds = time.monotonic() - self._opened
        await run_in_threadpool(analytics.record, self._state, "tts_socket", seconds=seconds)

    async def _run(self) -> None:
        with suppress(WebSocketDisconnect):  # whoever listens learns of it too
            while True:
                await self._speak(await self._segments.get())

    async def _speak(self, segment: Segment) -> None:
        ids = self._ids(segment)
        try:
            await self._synthesize(segment, ids)
        except WebSocketDisconnect:
            raise
        except Exception:
            _log.exception("The engine failed on request %s", ids["request_id"])
            await self._line.send_error("Internal server error")
        if not segment.in_context:
            self._plain -= 1
        await self._end(segment, ids)

    async def _synthesize(self, segment: Segment, ids: Mapping[str, str]) -> None:
        body = segment.body
        speech = speech_of(self._state, body, sample_rate=self._sample_rate)
        words = body.get("word_timestamps", False) and body["voice_id"] in WORD_TIMESTAMP_VOICES
        speech = evolve(speech, words=words)
        started = time.monotonic()
        sound = speak(self._state, speech, chunk_bytes(self._state, speech))
        async with aclosing(sound):
            async for item in sound:
                frame = _chunk(item) if isinstance(item, bytes) else _word(item)
                await self._line.send({**ids, **frame})
        expires = self._expires
        await log(self._state, body, speech, request_type="ws", started=started, expires=expires)

    async def _end(self, segment: Segment, ids: Mapping[str, str]) -> None:
        settings = self._settings
        in_burst = not (segment.in_context or settings.complete_per_request)
        if in_burst and self._plain:
            return
        usual = settings.context_backoff_ms if segment.in_context else settings.complete_backoff_ms
        delay = segment.body.get("complete_backoff_ms", usual) / 1000 * settings.time_scale
        closes = settings.close_after_complete and not segment.in_context
        if not delay:
            await self._complete(ids, closes=closes)
            return
        ending = asyncio.create_task(self._complete_after(delay, ids, closes=closes))
        self._endings.add(ending)
        ending.add_done_callback(self._endings.discard)
        if in_burst:
            self._burst = ending

    async def _complete_after(self, delay: float, ids: Mapping[str, str], *, closes: bool) -> None:
        await asyncio.sleep(delay)
        with suppress(WebSocketDisconnect):
            await self._complete(ids, closes=closes)

    async def _complete(self, ids: Mapping[str, str], *, closes: bool) -> None:
        await self._line.send({**ids, "status": "complete"})
        if closes:
            await self._line.close()

    def _ids(self, segment: Segment) -> dict[str, str]:
        ids = {"session_id": self._session_id, "request_id": new_id("task")}
        for name in ("session_id", "request_id"):
            if name in segment.body:
                ids[f"external_{name}"] = segment.body[name]
        return ids


def _chunk(pcm: bytes) -> dict[str, Any]:
    return {"status": "chunk", "data": {"audio": base64.b64encode(pcm).decode()}}


def _word(word: Word) -> dict[str, Any]:
    data = {"id": word.index, "word": word.text, "start": word.start, "end": word.end}
    return {"status": "word_timestamp", "data": data}
