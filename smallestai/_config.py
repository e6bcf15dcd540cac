"""What a client is set up with: key, address, timeouts, retries, headers. Checked, then fixed."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode, urlsplit

from smallestai._hints import KEY_HINT
from smallestai._version import __version__
from smallestai.errors import ArgumentError, ConfigurationError

BASE_URL = "https://api.smallest.ai"
REGIONS = {"us": "https://api.us.smallest.ai", "india": "https://api.india.smallest.ai"}
SOURCE = f"smallestai-python/{__version__}"

_LONGEST = 86_400.0
_MOST_RETRIES = 20
_HEADER_NAME = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"


@dataclass(frozen=True, slots=True)
class Timeout:
    """How long to wait, in seconds; nothing waits for ever.

    Args:
        connect: For a connection, a free place in the pool included.
        first: For the first byte or frame of an answer, and for sending a request.
        between: From one frame of a stream to the next.
        total: For a whole call, retries and the waits between them included.

    Raises:
        ArgumentError: One of them is not a number above 0 and up to 86400.
    """

    connect: float = 10.0
    first: float = 30.0
    between: float = 20.0
    total: float = 600.0

    def __post_init__(self) -> None:
        for name in ("connect", "first", "between", "total"):
            _check_seconds(f"timeout.{name}", getattr(self, name))

    @classmethod
    def of(cls, value: Timeout | float | None) -> Timeout:
        """Return the timeout that an argument means.

        A number sets ``connect``, ``first`` and ``between``, and ``total`` too where that would be
        less. None means the defaults.
        """
        if value is None:
            return cls()
        if isinstance(value, Timeout):
            return value
        seconds = _check_seconds("timeout", value)
        return cls(seconds, seconds, seconds, max(seconds, cls().total))


@dataclass(frozen=True)
class Config:
    """The settings of one client.

    Args:
        api_key: The key, or an access token.
        base_url: Where the service is; a path is kept as a prefix of every route.
        timeout: See `Timeout`.
        max_retries: How often a request is sent again, 0 to 20.
        headers: Sent with every request, besides the client's own.

    Raises:
        ConfigurationError: The key or the address cannot be used.
        ArgumentError: Another value cannot be used.
    """

    api_key: str = field(repr=False)
    base_url: str = BASE_URL
    timeout: Timeout = field(default_factory=Timeout)
    max_retries: int = 2
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        checked = {
            "api_key": _check_key(self.api_key),
            "base_url": _check_url(self.base_url),
            "max_retries": check_retries(self.max_retries),
            "headers": check_headers(self.headers),
        }
        for name, value in checked.items():
            object.__setattr__(self, name, value)

    @classmethod
    def resolve(
        cls,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        region: str | None = None,
        timeout: Timeout | float | None = None,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
    ) -> Config:
        """Return the settings that arguments and environment amount to.

        An argument comes before ``SMALLEST_API_KEY`` or ``SMALLEST_BASE_URL``; an empty variable
        counts as none.
        """
        key = _environment("SMALLEST_API_KEY") if api_key is None else api_key
        return cls(
            api_key=key,
            base_url=_address(base_url, region),
            timeout=Timeout.of(timeout),
            max_retries=max_retries,
            headers=headers or {},
        )

    def replace(self, **changes: Any) -> Config:
        """Return these settings with some of them changed."""
        return replace(self, **changes)

    def socket_url(self, path: str, **query: object) -> str:
        """Return the WebSocket address of a path: ws for http, wss for https.

        Args:
            path: Below the base URL, beginning with a slash.
            **query: Query values; None is left out, a list is repeated, a bool is true or false.
        """
        given = {name: _wire(value) for name, value in query.items() if value is not None}
        parameters = f"?{urlencode(given, doseq=True)}" if given else ""
        return f"ws{self.base_url.removeprefix('http')}{path}{parameters}"

    def request_headers(self) -> dict[str, str]:
        """Return the headers of every request and handshake, the key among them."""
        ours = {
            "Authorization": f"Bearer {self.api_key}",
            "X-Source": SOURCE,
            "User-Agent": SOURCE,
        }
        spelling = {name.lower(): name for name in ours}
        theirs = {spelling.get(name.lower(), name): value for name, value in self.headers.items()}
        return ours | theirs


def digest(*parts: object) -> str:
    """Return what stands for a key and what goes with it where they are told apart, unseen."""
    return sha256(repr(parts).encode()).hexdigest()


def check_retries(value: int, argument: str = "max_retries") -> int:
    """Return a number of retries, or raise `ArgumentError`."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_RETRIES:
        raise ArgumentError(argument, value, f"must be a whole number from 0 to {_MOST_RETRIES}")
    return value


def check_headers(headers: Mapping[str, str], argument: str = "headers") -> dict[str, str]:
    """Return a copy of further headers, or raise `ArgumentError`. Their values are never shown."""
    if not isinstance(headers, Mapping):
        raise ArgumentError(argument, type(headers), "must map header names to values")
    for name, value in headers.items():
        if not isinstance(name, str) or not re.fullmatch(_HEADER_NAME, name):
            raise ArgumentError(argument, name, "is not a header name")
        if name.lower() == "authorization":
            raise ArgumentError(argument, name, "is made from api_key; pass that instead")
        if not isinstance(value, str) or not _is_visible(value):
            raise ArgumentError(
                f"{argument}[{name!r}]", type(value), "must be one line of ASCII text"
            )
    return dict(headers)


def _check_seconds(argument: str, value: float) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not 0 < value <= _LONGEST:
        raise ArgumentError(argument, value, f"must be seconds above 0 and up to {_LONGEST:g}")
    return float(value)


def _check_key(key: str) -> str:
    # No message here may quote the key, or what was taken for one.
    key = key.strip() if isinstance(key, str) else ""
    if not key:
        raise ConfigurationError(
            "there is no API key",
            hint=f"{KEY_HINT} SmallestAI.sandbox() needs none.",
        )
    if key.lower().startswith("bearer "):
        raise ConfigurationError("the API key begins with 'Bearer'", hint="Give the key alone.")
    if not _is_visible(key) or " " in key:
        raise ConfigurationError(
            "the API key has a space, a line break or a letter outside ASCII in it",
            hint="Copy it again, without what stands around it.",
        )
    return key


def _address(base_url: str | None, region: str | None) -> str:
    if region is None:
        return base_url or _environment("SMALLEST_BASE_URL") or BASE_URL
    if base_url is not None:
        raise ConfigurationError(f"region={region!r} and base_url= contradict: give one of them")
    if not isinstance(region, str) or region not in REGIONS:
        names = " or ".join(map(repr, REGIONS))
        raise ConfigurationError(f"region={region!r}: must be {names}")
    return REGIONS[region]


def _check_url(url: str) -> str:
    problem = _problem_of(url)
    if problem is not None:
        # A URL may hold a password, and what is none may be a key: then it is not shown.
        may_show = isinstance(url, str) and "://" in url and not {"@", "?", "#"} & set(url)
        shown = url if may_show else "..."
        raise ConfigurationError(f"base_url={shown!r}: {problem}, for example {BASE_URL!r}")
    return url.strip().rstrip("/")


def _problem_of(url: str) -> str | None:
    if not isinstance(url, str):
        return "must be a string"
    try:
        parts = urlsplit(url.strip())
        host, _port = parts.hostname, parts.port
    except ValueError:
        return "is no URL"
    if parts.scheme not in {"http", "https"}:
        return "must begin with http:// or https:// (sockets follow by themselves)"
    if not host or not _is_visible(url.strip()) or " " in url.strip():
        return "must name a host, without spaces or letters outside ASCII"
    if "@" in parts.netloc:
        return "must not hold a name or a password"
    if "?" in url or "#" in url:
        return "must end before any ? or #"
    return None


def _is_visible(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _environment(name: str) -> str:
    return os.environ.get(name, "").strip()


def _wire(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return [_wire(each) for each in value]
    return value
