"""The one adapter over websockets: connecting, and its errors as ours.

Two libraries' names pass through here and nowhere else: `ClientConnection` (blocking),
`AsyncClientConnection`, and `ConnectionClosed`, which a shell hands on to its protocol with
`close_of`.
"""

from __future__ import annotations

import functools
import ipaddress
import logging
import ssl
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection as AsyncClientConnection
from websockets.asyncio.client import connect as _connect_async
from websockets.exceptions import (
    ConnectionClosed,
    InvalidHandshake,
    InvalidMessage,
    InvalidProxy,
    InvalidStatus,
    InvalidURI,
)
from websockets.protocol import State
from websockets.sync.client import ClientConnection
from websockets.sync.client import connect as _connect

from smallestai._logging import mask, mask_bytes, redact, telling
from smallestai.errors import (
    APIConnectionError,
    APITimeoutError,
    ConfigurationError,
    RemoteProtocolError,
    SmallestError,
    api_error,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smallestai._config import Config

__all__ = [
    "AsyncClientConnection",
    "ClientConnection",
    "ConnectionClosed",
    "close_of",
    "connect",
    "connect_async",
    "is_open",
]

# What websockets says at DEBUG includes the handshake, and so the key: it has a logger of its own,
# kept above that.
_wire = logging.getLogger("smallestai.websockets")
_wire.setLevel(logging.INFO)

# Seconds the peer has to answer our close; a listener who has stopped listening should not wait for
# it.
_CLOSE_TIMEOUT = 1.0
_NO_STATUS = 1006


def connect(config: Config, path: str, headers: Mapping[str, str]) -> ClientConnection:
    """Open a WebSocket, blocking.

    Args:
        config: Where the service is, the key, and the connect timeout.
        path: Path below the base URL, for example ``/waves/v1/tts/live``.
        headers: Sent with the upgrade, besides the key.

    Raises:
        APIError: The service refused the upgrade; which kind depends on its status.
        APIConnectionError: It could not be reached, or not in time (`APITimeoutError`).
        RemoteProtocolError: What answered is no WebSocket server.
    """
    url = config.socket_url(path)
    try:
        # Entered by hand: from 17.1 on a connection that is not used as a context manager warns.
        connection: ClientConnection = _connect(url, **_arguments(config, url, headers))
        return connection.__enter__()
    except Exception as error:
        raise _mapped(error, config, url) from telling(error, config.api_key)


async def connect_async(
    config: Config, path: str, headers: Mapping[str, str]
) -> AsyncClientConnection:
    """Open a WebSocket on the running event loop; see `connect`."""
    url = config.socket_url(path)
    try:
        return await _connect_async(url, **_arguments(config, url, headers))
    except Exception as error:
        raise _mapped(error, config, url) from telling(error, config.api_key)


def is_open(socket: ClientConnection | AsyncClientConnection) -> bool:
    """Return whether a socket is open, as far as is known here."""
    return socket.state is State.OPEN


def close_of(error: ConnectionClosed) -> tuple[int, str]:
    """Return the code and the reason the connection was closed with.

    1006 where no close frame came.
    """
    received = error.rcvd
    return (received.code, received.reason) if received else (_NO_STATUS, "the connection was lost")


def _arguments(config: Config, url: str, headers: Mapping[str, str]) -> dict[str, Any]:
    sent = {**config.request_headers(), **headers}
    agent = sent.pop("User-Agent", None)
    arguments: dict[str, Any] = {
        "additional_headers": sent,
        "user_agent_header": agent,
        "open_timeout": config.timeout.connect,
        "close_timeout": _CLOSE_TIMEOUT,
        # Audio in base64 hardly shrinks, and a frame may be as large as the service likes.
        "compression": None,
        "max_size": None,
        # The library's 16 frames make a burst of audio stop and go.
        "max_queue": 64,
        # The protocol has a ping of its own, and every wait has a deadline.
        "ping_interval": None,
        "logger": _wire,
    }
    if url.startswith("wss:"):
        arguments["ssl"] = _tls()
    if _is_loopback(url):
        arguments["proxy"] = None
    return arguments


@functools.cache
def _tls() -> ssl.SSLContext:
    """Return one context for all sockets.

    Reading the certificates takes longer than a handshake.
    """
    return ssl.create_default_context()


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _mapped(error: Exception, config: Config, url: str) -> SmallestError:
    host = urlsplit(url).netloc.rpartition("@")[2]
    reason = redact(str(error), config.api_key)
    if isinstance(error, InvalidStatus):
        response = error.response
        key = config.api_key
        body = mask_bytes(bytes(response.body or b""), key)
        if response.status_code < 300:
            return _no_socket(host, body)
        fields = {name.lower(): mask(value, key) for name, value in response.headers.raw_items()}
        return api_error(response.status_code, fields, body)
    if isinstance(error, TimeoutError):
        return APITimeoutError(
            f"no WebSocket to {host} within {config.timeout.connect:g} s",
            timeout="connect",
            sent=False,
            hint="Raise it with timeout=Timeout(connect=...).",
        )
    if isinstance(error, InvalidURI | InvalidProxy | ValueError):  # of a proxy's port
        return ConfigurationError(f"no WebSocket can be opened to {host}: {type(error).__name__}")
    if isinstance(error, InvalidMessage) and isinstance(error.__cause__, EOFError | OSError):
        return APIConnectionError(
            f"{host} closed the connection during the WebSocket handshake", sent=False
        )
    if isinstance(error, InvalidHandshake | ConnectionClosed):
        return RemoteProtocolError(f"{host} does not answer as a WebSocket server: {reason}")
    if isinstance(error, OSError):
        return APIConnectionError(f"{host} could not be reached: {reason}", sent=False)
    raise error


def _no_socket(host: str, body: bytes) -> RemoteProtocolError:
    shown = body[:200].decode("utf-8", "replace")
    return RemoteProtocolError(
        f"{host} answers HTTP where a WebSocket was due; is the base URL right?", body=shown
    )
