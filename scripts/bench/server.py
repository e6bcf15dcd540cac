"""A speech server that costs nothing: it answers in no time, from frames encoded beforehand.

    python scripts/bench/server.py      # prints {"http": "http://127.0.0.1:...", "ws": "ws://127.0.0.1:..."}

It runs in a process of its own, so that its CPU time is not the client's, and stops when its
standard input closes. The request's text says how much to speak: `"40 chunks"` is answered with
forty chunks of 100 ms at 24 kHz. Text marked with `continue` waits for the message that is not, as
it does on the real socket.
"""

from __future__ import annotations

import asyncio
import base64
import json
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.frames import Frame, Opcode

CHUNK = bytes(range(256)) * 18 + bytes(192)  # 100 ms of PCM16 at 24 kHz: 4800 bytes
BASE64 = base64.b64encode(CHUNK).decode()
IDS = {"session_id": "bench_session", "request_id": "bench_request"}
CHUNK_FRAME = json.dumps({**IDS, "status": "chunk", "data": {"audio": BASE64}})
COMPLETE_FRAME = json.dumps({**IDS, "status": "complete"})
CHUNK_EVENT = (
    f"event: audio\ndata: {json.dumps({'audio': BASE64, 'done': False, 'status': '206'})}\n\n"
)
AGENT = {
    "_id": "665f1c2e9b3e4a0012ab34cd",
    "name": "Receptionist",
    "description": "Answers the phone",
    "organization": "665f1c2e9b3e4a0012ab34ce",
    "workflowId": "665f1c2e9b3e4a0012ab34cf",
    "workflowType": "single_prompt",
    "createdBy": "665f1c2e9b3e4a0012ab34d0",
    "createdAt": "2026-01-31T09:30:00.000Z",
    "updatedAt": "2026-01-31T09:30:00.000Z",
    "archived": False,
    "language": {"default": "en", "supported": ["en"]},
    "slmModel": "electron",
    "globalPrompt": "You answer the phone of a hotel. Be brief, and ask for one thing at a time.",
}
AGENTS = {"status": True, "data": {"agents": [AGENT] * 10, "total": 10}}
DONE_EVENT = f"data: {json.dumps({'status': '200', 'done': True})}\n\n"


def chunks_in(text: str) -> int:
    """Return the number that `text` starts with, the number of chunks it asks for."""
    number = re.match(r"\s*(\d+)", text)
    return int(number[1]) if number else 1


def serialized(payload: str) -> bytes:
    """Return the bytes of one unmasked WebSocket text frame."""
    return Frame(Opcode.TEXT, payload.encode()).serialize(mask=False)


CHUNK_BYTES, COMPLETE_BYTES = serialized(CHUNK_FRAME), serialized(COMPLETE_FRAME)


async def speak(connection: ServerConnection) -> None:
    """Answer the messages of one socket until the client closes it."""
    text = ""
    async for message in connection:
        request: dict[str, Any] = json.loads(message)
        if request.get("type") == "ping":
            await connection.send('{"type":"pong"}')
            continue
        text += request.get("text", "")
        if text.strip() and not request.get("continue"):
            # Written below the protocol, in one piece: framing would set the client's pace.
            connection.transport.write(CHUNK_BYTES * chunks_in(text) + COMPLETE_BYTES)
            text = ""


class Speech(BaseHTTPRequestHandler):
    """Plain audio on `/tts`, server-sent events on `/tts/live`, agents on `/agent`.

    The connection stays open.
    """

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        """Answer a request for the agents."""
        self._answer("application/json", json.dumps(AGENTS).encode())

    def do_POST(self) -> None:
        """Answer one request."""
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        count = chunks_in(request["text"])
        if self.path.endswith("/live"):
            self._answer("text/event-stream", CHUNK_EVENT.encode() * count + DONE_EVENT.encode())
        else:
            self._answer("audio/wav", CHUNK * count)

    def _answer(self, content_type: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


async def main() -> None:
    """Serve until standard input is closed."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), Speech)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    async with serve(speak, "127.0.0.1", 0, compression=None) as sockets:
        addresses = {"http": http.server_port, "ws": sockets.sockets[0].getsockname()[1]}
        print(json.dumps({k: f"{k}://127.0.0.1:{v}" for k, v in addresses.items()}), flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
