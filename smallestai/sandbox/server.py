"""A sandbox: the whole platform on loopback, in a thread of the program that uses it."""

from __future__ import annotations

import ipaddress
import os
import socket
from contextlib import ExitStack
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Self

from smallestai.errors import ArgumentError

from .app import create_app
from .fault_names import checked
from .faults_sockets import with_cut
from .serving import Server
from .state import State

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from .settings import Settings


class Sandbox:
    """The voice platform, served on loopback: speech from a real engine, records in memory.

    It speaks HTTP, server-sent events and WebSockets as the service does, needs no key and no
    network, and leaves nothing behind. Several may run in one process.

        with Sandbox() as sandbox:
            client = SmallestAI("any-key", base_url=sandbox.url)

    The speech engine, eSpeak NG, is licensed under the GPL, version 3. It comes with the extra
    `smallestai[sandbox]` and is loaded at run time.

    Args:
        host: The address to listen on.
        port: The port; 0 has the system choose a free one.
        api_key: The only key that is accepted; None accepts any.
        data: A file that keeps agents, calls and the like between runs; None keeps them in memory.
        settings: How it behaves where sources disagree, and how slow it is.
        expose: Whether an address other than loopback is allowed. Nothing here is made to face
            a network of strangers.

    Raises:
        ArgumentError: An address other than loopback, without `expose`.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        api_key: str | None = None,
        data: str | Path | None = None,
        settings: Settings | None = None,
        expose: bool = False,
    ) -> None:
        if not (expose or _is_loopback(host)):
            raise ArgumentError(
                "host", host, "other machines could reach it; pass expose=True if they should"
            )
        self.host = host
        self.api_key = api_key
        self._port = port
        self._data = data
        self._settings = settings
        self._state: State | None = None
        self._lock = Lock()
        self._server: Server | None = None
        self._thread: Thread | None = None
        self._closed = False

    @property
    def url(self) -> str:
        """The base URL for clients, such as `http://127.0.0.1:40123`; it stays after `close`.

        Raises:
            RuntimeError: The sandbox was not started yet.
        """
        if self._thread is None:
            raise RuntimeError("this sandbox has no address before it is started")
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self._port}"

    def start(self) -> Self:
        """Listen; return when requests are answered. Starting again does nothing.

        Raises:
            OSError: The address or the port cannot be had.
        """
        with self._lock:
            if self._closed:
                raise RuntimeError("this sandbox is closed; make another")
            if self._thread is None:
                self._start()
        return self

    def close(self) -> None:
        """Stop listening, close every connection, end the threads. Closing again does nothing."""
        with self._lock:
            self._closed = True
            if self._server is not None and self._thread is not None:
                self._server.stop()
                self._thread.join()
            if self._state is not None:
                self._state.close()
            self._server = self._state = None

    def fail(
        self,
        name: str,
        target: str | None = None,
        *,
        times: int | None = 1,
        after: int = 0,
        **options: Any,
    ) -> None:
        """Have requests or sockets fail from now on; may be called from any thread.

            sandbox.fail("rate_limited", "POST /waves/v1/tts", times=2, retry_after=1)

        Args:
            name: What goes wrong; `smallestai.sandbox.fault_names` has all names, and says which
                module describes them.
            target: Method and path, with `{name}` for a part that may be anything; a socket is a
                `GET`. None is every route.
            times: For how many requests or sockets; None for all.
            after: The requests let through before; on a socket, the frames sent before.
            **options: What the name leaves open, such as `retry_after`.

        Raises:
            RuntimeError: The sandbox does not run.
            ArgumentError: An argument that makes no fault.
        """
        try:
            self._running().faults.add(checked(name), target, times, after, **options)
        except (TypeError, ValueError) as error:
            raise ArgumentError("fault", name, str(error)) from None

    def recover(self) -> None:
        """Take back every fault that waits; may be called from any thread.

        Raises:
            RuntimeError: The sandbox does not run.
        """
        self._running().faults.clear()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        state = "closed" if self._closed else "new" if self._thread is None else self.url
        return f"<Sandbox {state}>"

    def _running(self) -> State:
        state = self._state
        if state is None:
            raise RuntimeError("this sandbox does not run")
        return state

    def _start(self) -> None:
        with ExitStack() as undo:
            listener = undo.enter_context(_listen(self.host, self._port))
            port = listener.getsockname()[1]
            state = State(self._settings, api_key=self.api_key, data=self._data)
            undo.callback(state.close)
            state.engine.warm_up()
            server = Server(with_cut(create_app(state)))
            name = f"smallestai-sandbox-{port}"
            thread = Thread(target=server.serve_on, args=(listener,), name=name, daemon=True)
            thread.start()
            server.wait_until_ready()
            undo.pop_all()
        self._port, self._state, self._server, self._thread = port, state, server, thread


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's algorithm off only for sockets that name their protocol.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere the option would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
