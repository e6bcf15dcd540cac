"""Failures on request, so that a program can be tried against them.

A fault has a name, and a target: a method and a path, or every route. It is asked for ahead of
time, with `Sandbox.fail` or `POST /sandbox/faults`, or by a request itself, with the header
`X-Sandbox-Fault` or the query parameter `sandbox_fault`. Faults over HTTP act on any route, see
faults_http.py for their names; those of a socket are acted out by its handler, see
faults_sockets.py for the names that sockets share.
"""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, Any

from attrs import asdict, field, frozen
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .fault_names import checked
from .operations import read_json
from .replies import waves_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from .state import State

HEADER = "x-sandbox-fault"
QUERY = "sandbox_fault"
PATH = "/sandbox/faults"

_TARGET = re.compile(r"[A-Z]+ /\S*")


@frozen
class Fault:
    """A failure that was asked for.

    Attributes:
        name: What goes wrong.
        target: Where: `POST /waves/v1/tts`, with `{name}` for a part of the path that may be
            anything. None is every route. A socket is a `GET`.
        times: For how many requests or sockets; None for all from now on.
        after: Over HTTP, the requests that are let through before it; on a socket, the frames
            the server sends before it.
        options: What the name leaves open, such as `retry_after`.
    """

    name: str
    target: str | None = None
    times: int | None = 1
    after: int = 0
    options: dict[str, Any] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        if not (isinstance(self.name, str) and self.name):
            raise ValueError("name must be a text")
        if self.target is not None and not _TARGET.fullmatch(self.target):
            raise ValueError("target must be a method and a path, such as 'POST /waves/v1/tts'")
        if self.times is not None and self.times < 1:
            raise ValueError("times must be at least 1, or null for all")
        if self.after < 0:
            raise ValueError("after must be at least 0")

    def meets(self, method: str, path: str) -> bool:
        """Return whether a request is to its target."""
        if self.target is None:
            return True
        parts = re.split(r"\{[^}]*\}", self.target)
        pattern = "[^/]+".join(re.escape(part) for part in parts)
        return re.fullmatch(pattern, f"{method} {path}") is not None


class Faults:
    """The faults of one server. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._faults: list[_Armed] = []

    def add(
        self,
        name: str,
        target: str | None = None,
        times: int | None = 1,
        after: int = 0,
        **options: Any,
    ) -> Fault:
        """Ask for a fault; those asked for first act first.

        Raises:
            ValueError: An empty name, a target that is none, a negative number.
            TypeError: A value of the wrong type.
        """
        fault = Fault(name, target, times, after, options)
        with self._lock:
            self._faults.append(_Armed(fault))
        return fault

    def clear(self) -> None:
        """Take back all faults that wait."""
        with self._lock:
            self._faults.clear()

    def waiting(self) -> list[Fault]:
        """Return the faults that still wait, in order."""
        with self._lock:
            return [armed.fault for armed in self._faults]

    def take(
        self, method: str, path: str, headers: Mapping[str, str], query: Mapping[str, str]
    ) -> Fault | None:
        """Return the fault of a socket that opens, and count it; None for none.

        Args:
            method: `GET`.
            path: The path of the request.
            headers: Its headers, looked up by lower-case name.
            query: Its query parameters.
        """
        return self._take(method, path, headers, query, passes=0)

    def take_request(
        self, method: str, path: str, headers: Mapping[str, str], query: Mapping[str, str]
    ) -> Fault | None:
        """Return the fault of a request over HTTP; `after` counts the requests before it."""
        return self._take(method, path, headers, query, passes=1)

    def _take(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        query: Mapping[str, str],
        *,
        passes: int,
    ) -> Fault | None:
        if own := headers.get(HEADER) or query.get(QUERY):
            return Fault(own)
        with self._lock:
            for armed in self._faults:
                if armed.fault.meets(method, path) and armed.trips(passes):
                    if armed.left == 0:
                        self._faults.remove(armed)
                    return armed.fault
        return None


class _Armed:
    """A fault that waits, and its counts."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.left = fault.times
        self._passed = 0

    def trips(self, passes: int) -> bool:
        if self._passed < self.fault.after * passes:
            self._passed += 1
            return False
        if self.left is not None:
            self.left -= 1
        return True


def routes(state: State) -> list[BaseRoute]:
    """Return the route that arms faults (`POST`), lists them (`GET`) and clears them (`DELETE`)."""

    async def endpoint(request: Request) -> Response:
        if request.method == "POST":
            return _add(state, await request.body())
        if request.method == "DELETE":
            state.faults.clear()
            return Response(status_code=204)
        return JSONResponse([asdict(fault) for fault in state.faults.waiting()])

    return [Route(PATH, endpoint, methods=["GET", "POST", "DELETE"])]


def _add(state: State, body: bytes) -> Response:
    try:
        fields = read_json(body)
        options = fields.pop("options", {})
        checked(fields.get("name"))
        fault = state.faults.add(**fields, **options)
    except (ValueError, TypeError, AttributeError) as error:
        return waves_error(400, f"This is no fault: {error}")
    return JSONResponse(asdict(fault), 201)
