"""A server of live sessions at the pace of speech: transcripts, and replies of Hydra.

    python scripts/bench/live_server.py      # prints {"ws": "ws://127.0.0.1:..."}

Like `server.py` it runs in a process of its own and stops when its standard input closes. On
`/waves/v1/stt/live` an interim transcript comes every 50 ms, and every second a final with words;
on `/waves/v1/s2s` a session is configured, and then a reply without end comes in frames of 20 ms.
Both begin when the client has sent something, and what it sends after that is passed over. Every
frame says when it was written (`time.perf_counter_ns`, a clock that all processes of a machine
share): a transcript in its first twenty letters, audio in its first eight bytes.
"""

from __future__ import annotations

import asyncio
import json
import sys
from binascii import b2a_base64
from itertools import count
from pathlib import Path
from time import perf_counter_ns
from typing import TYPE_CHECKING, Any

from websockets.asyncio.server import ServerConnection, serve

if not __package__:  # as a script its own folder is on the path, not the project
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from scripts.bench.pipeline_server import STAMP, leave_a_core, serialized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TRANSCRIPT_SECONDS, DELTA_SECONDS = 0.05, 0.02
FINAL_EVERY = 20  # transcripts
RATE = 48_000  # samples per second of Hydra's speech
DIGITS = 20

_STAMP, _AUDIO_STAMP = "0" * DIGITS, "0" * (STAMP // 3 * 4)
_TEXT = " I would like to change the delivery address of my last order, please"
_TRANSCRIPT = {"type": "transcription", "status": "success", "session_id": "bench_session"}
_WORDS = ("I", "would", "like")
_REST = b2a_base64(bytes(int(RATE * DELTA_SECONDS) * 2 - STAMP), newline=False).decode()
_REPLY = {"response_id": "resp_bench", "item_id": "item_bench"}
_SETTINGS = {"output_audio_format": "pcm16", "output_audio_sample_rate": RATE}

CREATED = {"type": "session.created", "event_id": "evt_1", "session_id": "sess_bench"}
CONFIGURED = {"type": "session.configured", "event_id": "evt_2", "session": _SETTINGS}
REPLIES = {
    "type": "response.created",
    "event_id": "evt_3",
    "response": {"id": "resp_bench", "output": []},
}


def _halves(frame: dict[str, Any], hole: str) -> tuple[bytes, bytes]:
    head, tail = serialized(json.dumps(frame)).split(hole.encode(), 1)
    return head, tail


_INTERIM = _halves({**_TRANSCRIPT, "transcription": _STAMP + _TEXT, "is_final": False}, _STAMP)
_DELTA = _halves(
    {
        "type": "response.output_audio.delta",
        "event_id": "evt_delta",
        "delta": _AUDIO_STAMP + _REST,
        **_REPLY,
    },
    _AUDIO_STAMP,
)


def final(second: int) -> tuple[bytes, bytes]:
    """Return what stands before and behind the stamp of the final transcript of a second."""
    words = [
        {
            "word": word,
            "start": second + index / 3,
            "end": second + (index + 1) / 3,
            "confidence": 0.98,
        }
        for index, word in enumerate(_WORDS)
    ]
    text = f"{_STAMP} {' '.join(_WORDS)}"
    frame = {**_TRANSCRIPT, "transcription": text, "is_final": True, "language": "en"}
    return _halves({**frame, "words": words}, _STAMP)


def transcripts() -> Iterator[bytes]:
    """Yield transcripts, each stamped when it is asked for."""
    for number in count(1):
        halves = _INTERIM if number % FINAL_EVERY else final(number // FINAL_EVERY - 1)
        yield f"{perf_counter_ns():0{DIGITS}}".encode().join(halves)


def deltas() -> Iterator[bytes]:
    """Yield audio of a reply, each piece stamped when it is asked for."""
    while True:
        yield b2a_base64(perf_counter_ns().to_bytes(STAMP, "little"), newline=False).join(_DELTA)


class Pace:
    """Writes to one socket, every so many seconds.

    Args:
        connection: The socket.
        frames: What to write.
        seconds: From one frame to the next.
        phase: What part of that lies before the first.
    """

    def __init__(
        self, connection: ServerConnection, frames: Iterator[bytes], seconds: float, phase: float
    ) -> None:
        self._transport, self._loop = connection.transport, connection.loop
        self._next: Callable[[], bytes] = frames.__next__
        self._seconds = seconds
        self._set(self._loop.time() + seconds * phase)

    def stop(self) -> None:
        """Write no more."""
        self._timer.cancel()

    def _set(self, due: float) -> None:
        self._due = due
        self._timer = self._loop.call_at(due, self._write)

    def _write(self) -> None:
        # Written below the protocol: framing would take the time that the clients are given.
        self._transport.write(self._next())
        self._set(self._due + self._seconds)


class Sessions:
    """Answers sockets, each in its own phase."""

    def __init__(self) -> None:
        self._count = 0

    async def __call__(self, connection: ServerConnection) -> None:
        """Answer one socket until the client closes it."""
        self._count += 1
        phase = self._count * 0.618034 % 1
        request = connection.request
        if request is not None and request.path.startswith("/waves/v1/s2s"):
            await connection.send(json.dumps(CREATED))
            await connection.recv()
            await connection.send(json.dumps(CONFIGURED))
            await connection.send(json.dumps(REPLIES))
            pace = Pace(connection, deltas(), DELTA_SECONDS, phase)
        else:
            await connection.recv()
            pace = Pace(connection, transcripts(), TRANSCRIPT_SECONDS, phase)
        try:
            async for _ in connection:
                pass
        finally:
            pace.stop()


async def main() -> None:
    """Serve until standard input is closed."""
    leave_a_core()
    options: dict[str, Any] = {"compression": None, "ping_interval": None, "backlog": 4096}
    async with serve(Sessions(), "127.0.0.1", 0, **options) as sockets:
        port = sockets.sockets[0].getsockname()[1]
        print(json.dumps({"ws": f"ws://127.0.0.1:{port}"}), flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
