"""Files to and from the service's store, by URLs that are keys themselves: sent without ours.

Such a URL is not shown: errors and logs name its host and path, never what follows.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from smallestai._config import Timeout
from smallestai._pools import begin_body
from smallestai._retry import Attempts, async_repeated, repeated
from smallestai.atoms._files import PIECE, download
from smallestai.errors import RemoteProtocolError

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Iterator, Mapping
    from pathlib import Path

    from smallestai._http import AsyncTransport, Transport
    from smallestai.atoms._files import Progress, Upload


def send_file(transport: Transport, url: Any, file: Upload, options: Any = None) -> None:
    """Send a file with PUT.

    Raises:
        APIError: The store refused it.
        APIConnectionError: The store could not be reached, or not in time.
        RemoteProtocolError: The service gave no URL.
    """
    body = _Body(file)
    request = _request(transport, "PUT", url, options, content=body, headers=_headers(file))
    attempts = request.extensions["retry"]
    repeated(lambda: transport._pool.send(request), attempts).close()


async def async_send_file(
    transport: AsyncTransport, url: Any, file: Upload, options: Any = None
) -> None:
    """Send a file with PUT; see `send_file`. It is read in a thread."""
    body = _AsyncBody(file)
    request = _request(transport, "PUT", url, options, content=body, headers=_headers(file))
    attempts = request.extensions["retry"]
    answer = await async_repeated(lambda: transport._pool.send(request), attempts)
    await answer.aclose()


def save(
    transport: Transport,
    url: Any,
    path: str | os.PathLike[str],
    progress: Progress | None,
    options: Any = None,
) -> Path:
    """Fetch a URL into a file, written beside and renamed when it is whole.

    Raises:
        OutputError: The file could not be written.
        APIError: The store refused it.
        APIConnectionError: The store could not be reached, or the file broke off.
    """
    request = _request(transport, "GET", url, options)
    with download(path) as file, ExitStack() as stack:
        attempts = request.extensions["retry"]
        answer = repeated(lambda: transport._pool.send(request), attempts)
        stack.callback(answer.close)
        begin_body(request)
        total = _length(answer)
        with transport._pool.faults(request):
            for piece in answer.iter_bytes():
                file.write(piece)
                if progress is not None:
                    progress(file.size, total or file.size)
    return file.path


async def async_save(
    transport: AsyncTransport,
    url: Any,
    path: str | os.PathLike[str],
    progress: Progress | None,
    options: Any = None,
) -> Path:
    """Fetch a URL into a file; see `save`. It is written in a thread."""
    from asyncio import to_thread

    request = _request(transport, "GET", url, options)
    with download(path) as file:
        attempts = request.extensions["retry"]
        answer = await async_repeated(lambda: transport._pool.send(request), attempts)
        try:
            begin_body(request)
            total = _length(answer)
            with transport._pool.faults(request):
                async for piece in answer.aiter_bytes():
                    await to_thread(file.write, piece)
                    if progress is not None:
                        progress(file.size, total or file.size)
        finally:
            await answer.aclose()
    return file.path


class _Body:
    """A file as a body. Each walk through it begins at the beginning, which no file's own does."""

    def __init__(self, file: Upload) -> None:
        self._file = file

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(0)
        while piece := self._file.read(PIECE):
            yield piece


class _AsyncBody:
    """The same, asynchronous: the file is read in a thread."""

    def __init__(self, file: Upload) -> None:
        self._file = file

    async def __aiter__(self) -> AsyncIterator[bytes]:
        from asyncio import to_thread

        self._file.seek(0)
        while piece := await to_thread(self._file.read, PIECE):
            yield piece


def _headers(file: Upload) -> dict[str, str]:
    return {"Content-Type": file.content_type, "Content-Length": str(file.size)}


def _request(
    transport: Transport | AsyncTransport,
    method: str,
    url: Any,
    options: Mapping[str, Any] | None,
    **parts: Any,
) -> Any:
    address = urlsplit(url) if isinstance(url, str) else None
    if address is None or address.scheme not in {"http", "https"} or not address.hostname:
        raise RemoteProtocolError("the service gave no URL for the file")
    transport.check_open()
    chosen = dict(options or {})
    timeout = chosen.get("timeout")
    attempts = Attempts(
        f"{method} {address.scheme}://{address.hostname}{address.path}",
        method,
        transport.config.timeout if timeout is None else Timeout.of(timeout),
        chosen.get("max_retries", transport.config.max_retries),
    )
    request = transport._pool.client().build_request(
        method, url, extensions={"retry": attempts}, **parts
    )
    request.headers.pop("authorization", None)  # of a client of the caller's own
    return request


def _length(answer: Any) -> int:
    """Return how long the file will be; 0 where that is not told, or told of its packed form."""
    given = answer.headers.get("content-length", "")
    packed = "content-encoding" in answer.headers
    return int(given) if given.isdecimal() and not packed else 0
