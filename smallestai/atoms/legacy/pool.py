"""The connections of an old client: those of the package, which tell what a refusal looked like."""

from __future__ import annotations

import threading
from http import HTTPStatus
from http.cookiejar import DefaultCookiePolicy
from typing import TYPE_CHECKING, Any

from smallestai._faults import key_of
from smallestai._logging import MASK
from smallestai._pools import Pool
from smallestai.atoms.rest import RESTResponse

if TYPE_CHECKING:
    from smallestai.errors import APIError


class LegacyPool(Pool):
    """Blocking connections that keep the last refusal of each thread.

    Args:
        options: What the connections are made with, besides the package's own settings.
    """

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__()
        self._options = options
        self._last = threading.local()

    def refused(self, cause: APIError) -> RESTResponse:
        """Return the answer of this thread that is no success."""
        response = self._last.response
        text: bytes = response.content
        key = key_of(response.request)
        if key:
            text = text.replace(key.encode(), MASK.encode())
        status = response.status_code
        return RESTResponse(status, reason_of(status), response.headers, text, cause)

    def _made(self) -> Any:
        if self._own is None and self._options:
            self._own = self.kind(**self._options)
            self._own.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=()))
        client = super()._made()
        client.event_hooks = {"request": [_without_empty_key], "response": [self._note]}
        return client

    def _note(self, response: Any) -> None:
        if not response.is_success:
            response.read()
            self._last.response = response


def reason_of(status: int) -> str:
    """Return what a status means, or nothing where it is none that has a meaning."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def success_of(response: Any) -> RESTResponse:
    """Return a success as the old clients give it."""
    status = response.status_code
    return RESTResponse(status, reason_of(status), response.headers, response.content)


def _without_empty_key(request: Any) -> None:
    if not request.headers.get("authorization"):
        request.headers.pop("authorization", None)
