"""Servers on loopback that do just what a test says: scripted WebSockets, raw bytes over TCP."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from conversations import Conversation, frame_of
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Script:
    """Plays the server's part of a conversation and keeps what the client did wrong."""

    def __init__(self, conversation: Conversation) -> None:
        self.faults: list[str] = []
        self.headers: dict[str, str] = {}
        self._conversation = conversation

    def __call__(self, connection: ServerConnection) -> None:
        assert connection.request is not None
        self.headers = dict(connection.request.headers.raw_items())
        for step in self._conversation.wire:
            if "client" in step:
                self._expect(step["client"], connection.recv(5))
            elif "server" in step:
                connection.send(frame_of(step))
            else:
                connection.close(*step["close"])
        with suppress(ConnectionClosed, TimeoutError):
            self.faults.append(f"unexpected: {connection.recv(5)!r}")

    def _expect(self, wanted: dict[str, Any], frame: str | bytes) -> None:
        sent = json.loads(frame)
        wrong = {name: sent.get(name) for name in wanted if sent.get(name) != wanted[name]}
        if wrong:
            self.faults.append(f"wanted {wanted}, differs in {wrong}")


@contextmanager
def websocket_server(handler: Callable[[ServerConnection], None]) -> Iterator[str]:
    """Serve WebSockets; gives the base URL."""
    with serve(
        handler, "127.0.0.1", 0, compression=None, close_timeout=1, ping_interval=None
    ) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.socket.getsockname()[1]}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def tcp_server(handler: Callable[[socket.socket], None]) -> Iterator[str]:
    """Serve raw connections, each on a thread of its own; gives the base URL."""
    listener = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def talk(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            handler(connection)

    def accept() -> None:
        with suppress(OSError):
            while True:
                thread = threading.Thread(target=talk, args=(listener.accept()[0],))
                thread.start()
                threads.append(thread)

    acceptor = threading.Thread(target=accept)
    acceptor.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        acceptor.join()
        for thread in threads:
            thread.join()


def read_request(connection: socket.socket) -> bytes:
    """Read one HTTP request, its body by Content-Length."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += _receive(connection)
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    while len(body) < length:
        body += _receive(connection)
    return head + b"\r\n\r\n" + body


def _receive(connection: socket.socket) -> bytes:
    if data := connection.recv(65536):
        return data
    raise ConnectionAbortedError


def answer(body: bytes, kind: str, *, status: str = "200 OK", length: int | None = None) -> bytes:
    """Return an HTTP reply; a length larger than the body makes it one that breaks off."""
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\n"
    return (head + "X-Request-Id: req-1\r\nConnection: close\r\n\r\n").encode() + body


@contextmanager
def http_server(*replies: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """Answer every request with the next of these bytes; gives the base URL and the requests."""
    requests: list[bytes] = []
    left = iter(replies)

    def reply(connection: socket.socket) -> None:
        requests.append(read_request(connection))
        connection.sendall(next(left))

    with tcp_server(reply) as url:
        yield url, requests


def stays(thread: threading.Thread) -> bool:
    """Return whether a thread is there to stay: one that is ending is given the time."""
    thread.join(5)
    return thread.is_alive()
