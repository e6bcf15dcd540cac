"""Answers as the old clients give them, with the names that people know from urllib3."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from smallestai.atoms.exceptions import ApiException, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["ApiException", "ApiValueError", "RESTResponse", "RESTResponseType"]

_CREDENTIALS = {"authorization", "cookie", "set-cookie"}


@dataclass(frozen=True)
class RESTResponse:
    """An answer, of whatever status, its body read.

    Attributes:
        status: The HTTP status.
        reason: What it means.
        headers: The headers; names are found in any case.
        data: The body.
        cause: The error of `smallestai.errors` that it amounts to; None for a success.
    """

    status: int
    reason: str
    headers: Mapping[str, str]
    data: bytes = field(repr=False)
    cause: Exception | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.data.decode("utf-8", "replace")

    def read(self) -> bytes:
        """Return the body, as often as it is asked for."""
        return self.data

    def json(self) -> Any:
        """Return the JSON value of the body; `ValueError` where it is none."""
        return json.loads(self.data)

    def stream(self, amt: int = 65536) -> Iterator[bytes]:
        """Give the body in parts of ``amt`` bytes."""
        for start in range(0, len(self.data), amt):
            yield self.data[start : start + amt]

    def getheaders(self) -> dict[str, str]:
        """Return the headers, without cookies."""
        shown = dict(self.headers)
        return {name: value for name, value in shown.items() if name.lower() not in _CREDENTIALS}

    def getheader(self, name: str, default: str | None = None) -> str | None:
        """Return a header, or the default."""
        return self.headers.get(name, default)

    def close(self) -> None:
        """Do nothing: the connection is free again already."""

    release_conn = close


RESTResponseType: TypeAlias = RESTResponse
