"""Recordings that the sandbox fetches itself: from this machine only."""

from __future__ import annotations

import ipaddress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote, urlsplit

import httpx

if TYPE_CHECKING:
    from .state import State

_TIMEOUT = 30.0


class FetchError(Exception):
    """A recording that could not be had; the text says why."""


class TooLargeError(Exception):
    """A recording is larger than may be."""


def is_here(url: object) -> bool:
    """Return whether something is an HTTP address of this machine."""
    try:
        parts = urlsplit(url) if isinstance(url, str) else None
        host = parts.hostname if parts and parts.scheme in ("http", "https") else None
        return host == "localhost" or (host is not None and ipaddress.ip_address(host).is_loopback)
    except ValueError:
        return False


def name_of(url: str) -> str:
    """Return the name of the file at an address."""
    return unquote(PurePosixPath(urlsplit(url).path).name)


def fetch(state: State, url: str, file: BinaryIO) -> int:
    """Fetch a recording into a file; return its size in bytes. It blocks.

    Raises:
        FetchError: It is not on this machine, or cannot be had.
        TooLargeError: It is larger than the settings allow.
    """
    if not is_here(url):
        raise FetchError("This sandbox fetches recordings from this machine only (127.0.0.1)")
    size = 0
    try:
        with httpx.stream("GET", url, timeout=_TIMEOUT, trust_env=False) as reply:
            if reply.status_code != httpx.codes.OK:
                raise FetchError(f"The address of the recording answered {reply.status_code}")
            for part in reply.iter_bytes():
                size += len(part)
                if size > state.settings.transcription_bytes:
                    raise TooLargeError
                file.write(part)
    except httpx.HTTPError as error:
        raise FetchError(f"The recording could not be fetched: {error}") from error
    return size
