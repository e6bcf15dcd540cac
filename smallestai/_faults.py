"""What httpx raises and what a server refuses, as errors of `smallestai.errors`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from smallestai._logging import mask, mask_bytes, redact
from smallestai.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    LocalProtocolError,
    RemoteProtocolError,
    SmallestError,
    api_error,
)

if TYPE_CHECKING:
    from smallestai._retry import Attempts

_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_WAITS: list[tuple[type[httpx.TimeoutException], str, str]] = [
    (httpx.ConnectTimeout, "connect", "no connection to"),
    (httpx.PoolTimeout, "connect", "no free connection to"),
    (httpx.WriteTimeout, "first", "the request could not be sent to"),
    (httpx.TimeoutException, "first", "nothing came from"),
]


def attempts_of(request: httpx.Request) -> Attempts:
    """Return the attempts a request carries."""
    attempts: Attempts = request.extensions["retry"]
    return attempts


def closed_error() -> LocalProtocolError:
    """Return the error for a use of what is closed."""
    return LocalProtocolError("the client is closed", hint="Make a new one, or close it later.")


def key_of(request: httpx.Request) -> str:
    """Return the key a request carries, to be masked wherever it comes back."""
    bearer: str = request.headers.get("authorization", "")
    return bearer.partition(" ")[2]


def refusal(response: httpx.Response, body: bytes) -> APIError:
    """Return the error for an answer that is no success."""
    key = key_of(response.request)
    headers = dict(response.headers)
    if key:
        body = mask_bytes(body, key)
        headers = {name: mask(value, key) for name, value in headers.items()}
    return api_error(response.status_code, headers, body)


def translation(error: Exception, request: httpx.Request) -> SmallestError | None:
    """Return the error of ours for an exception of httpx, None when it is not one."""
    host = request.url.netloc.decode("ascii")
    reason = redact(str(error), key_of(request)) or type(error).__name__
    if isinstance(error, httpx.TimeoutException):
        return _timeout(error, host, attempts_of(request))
    if isinstance(error, httpx.LocalProtocolError | httpx.UnsupportedProtocol | httpx.InvalidURL):
        return LocalProtocolError(f"the request cannot be sent: {reason}")
    if isinstance(error, httpx.DecodingError):
        return RemoteProtocolError(f"the answer of {host} cannot be decompressed: {reason}")
    if isinstance(error, httpx.TransportError):
        return _broken(
            f"{host}: {reason}", attempts_of(request), sent=not isinstance(error, _UNSENT)
        )
    if isinstance(error, httpx.HTTPError):
        return RemoteProtocolError(f"the answer of {host} cannot be used: {reason}")
    if isinstance(error, httpx.StreamError):
        return LocalProtocolError(f"the body cannot be read: {reason}")
    return None


def _timeout(error: httpx.TimeoutException, host: str, attempts: Attempts) -> APITimeoutError:
    if attempts.is_over():
        return attempts.expired()
    name, what = next((name, what) for kind, name, what in _WAITS if isinstance(error, kind))
    if attempts.is_streaming:
        name, what = "between", "nothing more came from"
    sent = not isinstance(error, _UNSENT)
    return APITimeoutError(
        f"{what} {host} within {getattr(attempts.timeout, name):g} s",
        timeout=name,
        sent=sent,
        hint=attempts.advice(name, sent=sent),
    )


def _broken(what: str, attempts: Attempts, *, sent: bool) -> APIConnectionError:
    if not sent:
        return APIConnectionError(f"no connection to {what}", sent=False)
    return APIConnectionError(f"the connection broke, to {what}", hint=attempts.doubt or None)
