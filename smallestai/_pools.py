"""Connections that transports share, and one attempt over them: a success, or one error of ours.

A pool is an httpx client, made on first use, or the caller's own, which is used as it is: its
hooks, headers and proxies stay, and it is not closed.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager, suppress
from http.cookiejar import DefaultCookiePolicy
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

from smallestai._faults import attempts_of, closed_error, key_of, refusal, translation
from smallestai._logging import logger, telling
from smallestai._steady import Steady
from smallestai.errors import ConfigurationError, SmallestError

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import AsyncIterator, Callable, Iterator

    from smallestai._retry import Attempts

R = TypeVar("R")

_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=30.0)
# A proxy is of no use on the way to this machine itself, whatever the environment says.
_DIRECT = dict.fromkeys(("all://localhost", "all://127.0.0.1", "all://[::1]"))
_LARGEST_REFUSAL = 65_536


class _Pool:
    """What both kinds of pool have in common."""

    kind: type[httpx.Client | httpx.AsyncClient]

    def __init__(self, http_client: Any = None) -> None:
        if not isinstance(http_client, self.kind | None):
            name = type(http_client).__name__
            raise ConfigurationError(f"http_client={name}: must be httpx.{self.kind.__name__}")
        self._given = http_client
        self._own: Any = None
        self._lock = threading.Lock()
        self._process = os.getpid()
        self._closed = False
        self._attached: dict[Any, Any] = {}

    @property
    def closed(self) -> bool:
        """Whether no request can be sent any more."""
        return self._closed or (self._given is not None and self._given.is_closed)

    def client(self) -> Any:
        """Return the httpx client, made now where there is none yet."""
        self._follow_process()
        with self._lock:
            if self.closed:
                raise closed_error()
            return self._given or self._made()

    def attached(self, make: Callable[[], R]) -> R:
        """Return what is closed with these connections, made now where there is none yet."""
        self._follow_process()
        with self._lock:
            if self.closed:
                raise closed_error()
            if make not in self._attached:
                self._attached[make] = make()
            made: R = self._attached[make]
            return made

    def _follow_process(self) -> None:
        """Begin anew after a fork: the connections are the parent's, and their threads are there.

        They are dropped as they are. To close them would be to speak on them.
        """
        if self._process != os.getpid():
            self._process, self._lock = os.getpid(), threading.Lock()
            self._own, self._attached = None, {}

    def _made(self) -> Any:
        if self._own is None:
            try:
                self._own = self.kind(limits=_LIMITS, mounts=_DIRECT)
            except ImportError as error:  # the environment names a SOCKS proxy
                raise ConfigurationError(
                    "a SOCKS proxy needs socksio: pip install 'httpx[socks]'"
                ) from error
            except (ValueError, httpx.InvalidURL):  # which may hold a password
                raise ConfigurationError(
                    "the environment names a proxy that cannot be used: "
                    "see HTTP_PROXY, HTTPS_PROXY and ALL_PROXY"
                ) from None
            # The key alone says who asks: a cookie would outlive a change of it.
            self._own.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=()))
        return self._own

    def _taken(self) -> list[Any]:
        """Count as closed from now on, and return what is to be closed."""
        with self._lock:
            self._closed, own, self._own = True, self._own, None
            attached, self._attached = list(self._attached.values()), {}
        return [*attached, *([own] if own is not None else [])]

    @contextmanager
    def faults(self, request: httpx.Request) -> Iterator[None]:
        """Raise what httpx raises within as an error of ours."""
        try:
            yield
        except SmallestError:
            raise
        except Exception as error:
            ours = closed_error() if self.closed else translation(error, request)
            if ours is None:
                raise
            raise ours from telling(error, key_of(request))


class Pool(_Pool):
    """Blocking connections."""

    kind = httpx.Client

    def send(self, request: httpx.Request) -> httpx.Response:
        """Make one attempt.

        Returns:
            A success, its body not read yet.

        Raises:
            SmallestError: For anything else.
        """
        started = _begin(request)
        with self.faults(request):
            try:
                response: httpx.Response = self.client().send(
                    request, stream=True, follow_redirects=False
                )
            except httpx.HTTPStatusError as error:  # raised by a hook of the caller's client
                response = error.response
        _log(request, response, started)
        response.stream = _TimedStream(response.stream, attempts_of(request))
        if response.is_success:
            return response
        raise refusal(response, _beginning(response))

    def close(self) -> None:
        """Close the connections; a client that was given stays open."""
        for each in self._taken():
            each.close()

    def __del__(self) -> None:
        with suppress(Exception):
            self.close()


class AsyncPool(_Pool):
    """Connections of one event loop; another loop gets another set of them."""

    kind = httpx.AsyncClient
    _loop: AbstractEventLoop | None = None

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Make one attempt; see `Pool.send`."""
        started = _begin(request)
        with self.faults(request):
            try:
                sending = self.client().send(request, stream=True, follow_redirects=False)
                response: httpx.Response = await Steady(sending, httpx.Response.aclose)
            except httpx.HTTPStatusError as error:  # raised by a hook of the caller's client
                response = error.response
        _log(request, response, started)
        response.stream = _AsyncTimedStream(response.stream, attempts_of(request))
        if response.is_success:
            return response
        raise refusal(response, await _async_beginning(response))

    async def aclose(self) -> None:
        """Close the connections; a client that was given stays open."""
        for each in self._taken():
            await (each.aclose() if isinstance(each, httpx.AsyncClient) else each.close())

    def _made(self) -> Any:
        # Connections work on the loop they were opened on alone.
        from asyncio import get_running_loop

        loop = get_running_loop()
        if self._loop is not loop:
            self._loop, self._own = loop, None
        return super()._made()


class _TimedStream(httpx.SyncByteStream):
    """A body that ends with an error when the time for the whole call is over."""

    def __init__(self, stream: Any, attempts: Attempts) -> None:
        self._stream = stream
        self._attempts = attempts

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._stream:
            self._attempts.left()
            yield piece

    def close(self) -> None:
        self._stream.close()


class _AsyncTimedStream(httpx.AsyncByteStream):
    """The same, asynchronous."""

    def __init__(self, stream: Any, attempts: Attempts) -> None:
        self._stream = stream
        self._attempts = attempts

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = aiter(self._stream)
        while (piece := await Steady(anext(pieces, None))) is not None:
            self._attempts.left()
            yield piece

    async def aclose(self) -> None:
        await Steady(self._stream.aclose())


def _begin(request: httpx.Request) -> float:
    """Give the attempt its timeouts, none longer than what is left of the whole."""
    request.extensions["timeout"] = attempts_of(request).phases()
    return perf_counter()


def begin_body(request: httpx.Request) -> None:
    """Give each piece of the body that comes now its timeout; the whole has none any more."""
    attempts = attempts_of(request)
    attempts.begin_stream()
    # httpcore looks the read timeout up here when the body begins.
    request.extensions["timeout"]["read"] = attempts.timeout.between


def _log(request: httpx.Request, response: httpx.Response, started: float) -> None:
    logger.debug(
        "%s: %d in %.0f ms, request id %s",
        attempts_of(request).name,
        response.status_code,
        (perf_counter() - started) * 1000,
        response.headers.get("x-request-id"),
    )


def _beginning(response: httpx.Response) -> bytes:
    """Return what can be had of a refusal's body: the status counts even when it breaks off."""
    body = b""
    with suppress(httpx.HTTPError, httpx.StreamError, SmallestError):
        for piece in response.iter_bytes():
            body += piece
            if len(body) >= _LARGEST_REFUSAL:
                break
    response.close()
    return body[:_LARGEST_REFUSAL]


async def _async_beginning(response: httpx.Response) -> bytes:
    """Return the same, asynchronously."""
    body = b""
    with suppress(httpx.HTTPError, httpx.StreamError, SmallestError):
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) >= _LARGEST_REFUSAL:
                break
    await response.aclose()
    return body[:_LARGEST_REFUSAL]
