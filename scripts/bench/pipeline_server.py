"""A speech server at the pace of speech: on every socket 100 ms of audio every 100 ms.

    python scripts/bench/pipeline_server.py      # prints {"ws": "ws://127.0.0.1:..."}

Like `server.py` it runs in a process of its own and stops when its standard input closes. Each text
is spoken at 15 characters a second and answered by one `complete`; texts that come in the meantime
wait their turn. What is marked with `continue` waits for a `flush`, as on the real socket. The
first eight bytes of a chunk say when it was written: `time.perf_counter_ns`, a clock that all
processes of a machine share.

Streams that begin together are to be as unlike as if they had been going on for long: each has its
own phase, and of its first text only the rest is spoken.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from binascii import b2a_base64
from collections import deque
from time import perf_counter_ns
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.frames import Frame, Opcode

SECONDS, SIZE = 0.1, 4800  # a chunk of PCM16 at 24 kHz
PIECE = 100  # chunks of a long piece
CHARACTERS = 15  # spoken in a second
STAMP = 9  # bytes that are encoded for themselves: eight, and one to make whole base64 quantums
IDS = {"session_id": "bench_session", "request_id": "bench_request"}


def serialized(payload: str) -> bytes:
    """Return the bytes of one unmasked WebSocket text frame."""
    return Frame(Opcode.TEXT, payload.encode()).serialize(mask=False)


_REST = b2a_base64(bytes(range(256)) * 18 + bytes(SIZE - 256 * 18 - STAMP), newline=False).decode()
_HOLE = "0" * (STAMP // 3 * 4)
_CHUNK = serialized(json.dumps({**IDS, "status": "chunk", "data": {"audio": _HOLE + _REST}}))
_HEAD, _TAIL = _CHUNK.split(_HOLE.encode(), 1)
_COMPLETE = serialized(json.dumps({**IDS, "status": "complete"}))


def stamped(now: int) -> bytes:
    """Return a chunk's frame, all but the stamp encoded beforehand."""
    return _HEAD + b2a_base64(now.to_bytes(STAMP, "little"), newline=False) + _TAIL


def chunks_of(text: str) -> int:
    """Return how many chunks it takes to speak a text."""
    return max(1, round(len(text) / CHARACTERS / SECONDS))


class Voice:
    """Speaks on one socket.

    Args:
        connection: The socket.
        phase: What part of a chunk's time lies between a request and its first chunk, when nothing
            is being spoken.
        spoken: What part of the first text is left out, or of a piece if that is less.
    """

    def __init__(self, connection: ServerConnection, phase: float, spoken: float) -> None:
        self._transport = connection.transport
        self._loop = connection.loop
        self._phase = phase * SECONDS
        self._spoken = spoken
        self._left: deque[int] = deque()  # chunks of each text
        self._timer: asyncio.TimerHandle | None = None

    def say(self, text: str) -> None:
        """Speak a text after what is being spoken."""
        count = chunks_of(text)
        self._left.append(count - int(min(count, PIECE) * self._spoken))
        self._spoken = 0.0
        if self._timer is None:
            self._set(self._loop.time() + self._phase)

    def stop(self) -> None:
        """Say no more."""
        if self._timer is not None:
            self._timer.cancel()

    def _set(self, due: float) -> None:
        self._due = due
        self._timer = self._loop.call_at(due, self._write)

    def _write(self) -> None:
        # Written below the protocol: framing would take the time that the clients are given.
        self._transport.write(stamped(perf_counter_ns()))
        self._left[0] -= 1
        if not self._left[0]:
            self._left.popleft()
            self._transport.write(_COMPLETE)
        self._timer = None
        if self._left:
            self._set(self._due + SECONDS)


class Speech:
    """Answers sockets, each in its own phase."""

    def __init__(self) -> None:
        self._count = 0

    async def __call__(self, connection: ServerConnection) -> None:
        """Answer the messages of one socket until the client closes it."""
        self._count += 1
        voice = Voice(connection, self._count * 0.618034 % 1, self._count * 0.754878 % 1)
        text = ""
        try:
            async for message in connection:
                request: dict[str, Any] = json.loads(message)
                text += request.get("text", "")
                if text.strip() and (request.get("flush") or not request.get("continue")):
                    voice.say(text)
                    text = ""
        finally:
            voice.stop()


def leave_a_core() -> None:
    """Stay off the first core, which is the client's, where there is another."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[1:] or {0})


async def main() -> None:
    """Serve until standard input is closed."""
    leave_a_core()
    options: dict[str, Any] = {"compression": None, "ping_interval": None, "backlog": 4096}
    async with serve(Speech(), "127.0.0.1", 0, **options) as sockets:
        port = sockets.sockets[0].getsockname()[1]
        print(json.dumps({"ws": f"ws://127.0.0.1:{port}"}), flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
