"""The one adapter over httpx: requests in, values or errors of `smallestai.errors` out.

From the outside in: a transport builds the request and parses the answer; `_retry` repeats what may
be repeated; a pool makes one attempt and turns whatever is no success into an error. Retries stand
over the pool, so they and the errors are the same for the caller's own httpx client.

Times: connecting has ``timeout.connect``, each wait for bytes ``timeout.first``, and a whole call,
its retries and pauses included, ``timeout.total``. The last is looked at before each attempt and
pause and between the pieces of a body; a name look-up that hangs is out of its reach. The pieces of
a stream have ``timeout.between`` and no end: whoever reads it may do so at the pace of speech.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import httpx

from smallestai._bodies import AsyncByteStream, ByteStream
from smallestai._config import Timeout, check_headers, check_retries
from smallestai._envelopes import BODY_LENGTH, shorten
from smallestai._faults import attempts_of, closed_error
from smallestai._logging import redact
from smallestai._pools import AsyncPool, Pool, begin_body
from smallestai._retry import Attempts, async_repeated, repeated
from smallestai.errors import ArgumentError, RemoteProtocolError, SmallestError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from smallestai._config import Config

    Parse = Callable[[httpx.Response], "T"]

T = TypeVar("T")
P = TypeVar("P", Pool, AsyncPool)
R = TypeVar("R")

_OPTIONS = {"timeout", "headers", "max_retries"}


class _Transport(Generic[P]):
    """What both transports have in common: all of it but waiting."""

    _pool: P

    def __init__(self, config: Config, pool: P, *, owner: bool) -> None:
        self.config = config
        self._pool = pool
        self._owner = owner
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether no request can be sent any more."""
        return self._closed or self._pool.closed

    def attached(self, make: Callable[[], R]) -> R:
        """Return what is closed with the connections of this, made on first use."""
        return self._pool.attached(make)

    def check_open(self) -> None:
        """Raise `LocalProtocolError` when this is closed."""
        if self.closed:
            raise closed_error()

    def _built(
        self, given: Mapping[str, Any], options: Mapping[str, object] | None
    ) -> httpx.Request:
        self.check_open()
        chosen = _checked_options(options)
        headers = httpx.Headers(self.config.request_headers())
        headers.update(given.get("headers"))
        headers.update(chosen.get("headers"))
        method = given["method"].upper()
        url = self.config.base_url + _checked_path(method, given["url"])
        parts = {**given, "method": method, "url": url, "headers": headers}
        parts["extensions"] = {"retry": self._attempts(parts, chosen)}
        client = self._pool.client()
        try:
            return cast("httpx.Request", client.build_request(**parts))
        except (TypeError, ValueError, httpx.InvalidURL) as error:
            raise ArgumentError("request", given["url"], f"cannot be encoded: {error}") from error

    def _attempts(self, parts: Mapping[str, Any], chosen: Mapping[str, Any]) -> Attempts:
        timeout = chosen.get("timeout")
        retries = chosen.get("max_retries", self.config.max_retries)
        return Attempts(
            redact(f"{parts['method']} {parts['url']}", self.config.api_key),
            parts["method"],
            self.config.timeout if timeout is None else Timeout.of(timeout),
            retries if _is_repeatable(parts) else 0,
        )

    def _parsed(self, response: httpx.Response, parse: Parse[T]) -> T:
        try:
            return parse(response)
        except SmallestError:
            raise
        except Exception as error:
            raise self._unparsable(response) from error

    def _unparsable(self, response: httpx.Response) -> RemoteProtocolError:
        kind = response.headers.get("content-type") or "no content type"
        what = f"{len(response.content)} bytes of {kind}" if response.content else "an empty body"
        request = response.request
        return RemoteProtocolError(
            f"{what} came where {request.method} {request.url.path} has another answer",
            body=redact(shorten(response.text, BODY_LENGTH), self.config.api_key),
            status=response.status_code,
            request_id=response.headers.get("x-request-id"),
        )


class Transport(_Transport[Pool]):
    """Sends requests, blocking. Threads may share it.

    Args:
        config: Where to send them and with what.
        http_client: The caller's own connections, which are not closed with this.
    """

    def __init__(
        self, config: Config, http_client: httpx.Client | None = None, *, pool: Pool | None = None
    ) -> None:
        super().__init__(config, pool or Pool(http_client), owner=pool is None)

    def send(
        self,
        request: dict[str, Any],
        parse: Parse[T],
        options: Mapping[str, object] | None = None,
    ) -> T:
        """Send a request and return what ``parse`` makes of the success.

        Args:
            request: Arguments of `httpx.Client.request`; ``url`` is a path below the base URL.
            parse: Gets the response, read.
            options: ``timeout`` (seconds or `Timeout`), ``headers``, ``max_retries`` of this call.

        Raises:
            APIError: The service refused it.
            APIConnectionError: The service could not be reached, or not in time.
            RemoteProtocolError: The success could not be parsed.
            ArgumentError: The request cannot be made of these arguments.
        """
        with self._opened(request, options) as response:
            with self._pool.faults(response.request):
                response.read()
            return self._parsed(response, parse)

    @contextmanager
    def stream(
        self, request: dict[str, Any], options: Mapping[str, object] | None = None
    ) -> Iterator[ByteStream]:
        """Send a request and give the body of the success as it comes; see `send`."""
        with self._opened(request, options) as response:
            begin_body(response.request)
            yield ByteStream(response, self._pool)

    def with_config(self, config: Config) -> Transport:
        """Return a transport with other settings over the same connections."""
        return Transport(config, pool=self._pool)

    def close(self) -> None:
        """Close this, and the connections unless they are another's."""
        self._closed = True
        if self._owner:
            self._pool.close()

    @contextmanager
    def _opened(
        self, request: dict[str, Any], options: Mapping[str, object] | None
    ) -> Iterator[httpx.Response]:
        built = self._built(request, options)
        response = repeated(lambda: self._pool.send(built), attempts_of(built))
        try:
            yield response
        finally:
            response.close()


class AsyncTransport(_Transport[AsyncPool]):
    """The same as `Transport`, with ``await``. Tasks of one event loop may share it."""

    def __init__(
        self,
        config: Config,
        http_client: httpx.AsyncClient | None = None,
        *,
        pool: AsyncPool | None = None,
    ) -> None:
        super().__init__(config, pool or AsyncPool(http_client), owner=pool is None)

    async def send(
        self,
        request: dict[str, Any],
        parse: Parse[T],
        options: Mapping[str, object] | None = None,
    ) -> T:
        """Send a request and return what ``parse`` makes of the success; see `Transport.send`."""
        async with self._opened(request, options) as response:
            with self._pool.faults(response.request):
                await response.aread()
            return self._parsed(response, parse)

    @asynccontextmanager
    async def stream(
        self, request: dict[str, Any], options: Mapping[str, object] | None = None
    ) -> AsyncIterator[AsyncByteStream]:
        """Send a request and give the body of the success as it comes; see `Transport.send`."""
        async with self._opened(request, options) as response:
            begin_body(response.request)
            yield AsyncByteStream(response, self._pool)

    def with_config(self, config: Config) -> AsyncTransport:
        """Return a transport with other settings over the same connections."""
        return AsyncTransport(config, pool=self._pool)

    async def close(self) -> None:
        """Close this, and the connections unless they are another's."""
        self._closed = True
        if self._owner:
            await self._pool.aclose()

    @asynccontextmanager
    async def _opened(
        self, request: dict[str, Any], options: Mapping[str, object] | None
    ) -> AsyncIterator[httpx.Response]:
        built = self._built(request, options)
        response = await async_repeated(lambda: self._pool.send(built), attempts_of(built))
        try:
            yield response
        finally:
            await response.aclose()


def _checked_options(given: Mapping[str, object] | None) -> dict[str, Any]:
    known = ", ".join(sorted(_OPTIONS))
    if not isinstance(given, Mapping | None):
        raise ArgumentError("request_options", given, f"must be a mapping with any of {known}")
    options: dict[str, Any] = dict(given or {})
    for name in options:
        if name not in _OPTIONS:
            raise ArgumentError("request_options", name, f"is not among {known}")
    check_headers(options.get("headers") or {}, "request_options['headers']")
    check_retries(options.get("max_retries", 0), "request_options['max_retries']")
    return options


def _checked_path(method: str, url: str) -> str:
    # An empty or dotted id would address another route: DELETE /agent/.. deletes no agent.
    path = url.partition("?")[0]
    start, *segments = path.lower().replace("%2e", ".").split("/")
    empty = "" in (segments if method != "POST" else segments[:-1])
    if start or empty or not {".", ".."}.isdisjoint(segments):
        raise ArgumentError("url", path, "holds an empty or dotted part: is an id missing?")
    return url


def _is_repeatable(given: Mapping[str, Any]) -> bool:
    """Tell whether a body can be sent a second time: an iterator or a pipe cannot."""
    files = given.get("files") or {}
    parts = files.values() if isinstance(files, dict) else [part for _, part in files]
    return isinstance(given.get("content", b""), str | bytes) and all(map(_can_rewind, parts))


def _can_rewind(part: Any) -> bool:
    payload = part[1] if isinstance(part, tuple) else part
    seekable = getattr(payload, "seekable", None)
    return seekable is None or bool(seekable())
