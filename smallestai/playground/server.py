"""The playground: a web server on loopback, in a thread of the program that uses it."""

from __future__ import annotations

import secrets
import socket
from contextlib import ExitStack
from threading import Thread
from typing import TYPE_CHECKING, Self

from smallestai.sandbox.serving import Server

from .app import create_app

if TYPE_CHECKING:
    from types import TracebackType

    from starlette.types import ASGIApp

    from smallestai import AsyncSmallestAI

_HOST = "127.0.0.1"
_TOKEN_BYTES = 24


class Playground:
    """Serves the page, and speaks with the service for it.

        with Playground(AsyncSmallestAI()) as page:
            webbrowser.open(page.url)

    Only this machine reaches it, and only who knows its address, which is another one each time;
    pages of other sites are refused even so. The key is in no answer, address or log line.

    Args:
        client: Speaks with the service, from the thread of the server; closed with the playground.
        port: The port; 0 has the system choose a free one.
        offline: Whether to tell on the page that the service is a sandbox.
    """

    def __init__(self, client: AsyncSmallestAI, *, port: int = 0, offline: bool = False) -> None:
        self._client = client
        self._port = port
        self._offline = offline
        self._token = secrets.token_urlsafe(_TOKEN_BYTES)
        self._server: Server | None = None
        self._thread: Thread | None = None

    @property
    def url(self) -> str:
        """The address of the page. Whoever has it can use the key.

        Raises:
            RuntimeError: The playground was not started yet.
        """
        if self._thread is None:
            raise RuntimeError("this playground has no address before it is started")
        return f"http://{_HOST}:{self._port}/{self._token}/"

    def start(self) -> Self:
        """Listen; return when the page is served.

        Raises:
            OSError: The port cannot be had.
        """
        with ExitStack() as undo:
            listener = undo.enter_context(socket.create_server((_HOST, self._port)))
            self._port = listener.getsockname()[1]
            app = create_app(self._client, self._token, self._port, offline=self._offline)
            server = _Server(app, self._client)
            thread = Thread(
                target=server.serve_on, args=(listener,), name="smallestai-playground", daemon=True
            )
            thread.start()
            server.wait_until_ready()
            undo.pop_all()
        self._server, self._thread = server, thread
        return self

    def close(self) -> None:
        """Stop listening and end every conversation. Closing again does nothing."""
        server, self._server = self._server, None
        if server is not None and self._thread is not None:
            server.stop()
            self._thread.join()

    def __enter__(self) -> Self:
        return self if self._thread is not None else self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Playground {'closed' if self._server is None else self._port}>"


class _Server(Server):
    """A server that ends with the client it works for."""

    def __init__(self, app: ASGIApp, client: AsyncSmallestAI) -> None:
        super().__init__(app)
        self.config.headers = []  # those that make a sandbox look like the service
        self._client = client

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, then let go of the connections to the service."""
        await super().shutdown(sockets)
        await self._client.close()
