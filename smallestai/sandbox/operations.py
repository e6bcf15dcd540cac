"""Routes whose requests are checked against their specification before a handler sees them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from .replies import atoms_issues, waves_issues
from .validation import Issue, check_request, read_query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from .state import State
    from .validation import Spec

T = TypeVar("T")


@frozen
class Inputs:
    """What a checked request says.

    Attributes:
        path: Path parameters.
        query: Every declared query parameter as its declared type; None when it was left out.
        headers: Headers, looked up by name in any case.
        body: The JSON body; an empty object when there was none.
    """

    path: Mapping[str, str]
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    body: Mapping[str, Any]


Handler = Callable[["State", Inputs], Response]


class RefusedError(Exception):
    """Raised by a handler to end the request with a reply other than its own."""

    def __init__(self, reply: Response) -> None:
        super().__init__(reply.status_code)
        self.reply = reply


def operation(state: State, target: str, handler: Handler) -> Route:
    """Return the route of an operation.

    The handler runs in a thread, so it may block. A request that breaks the specification never
    reaches it: the reply is the service's own 400.

    Args:
        state: The server's state, handed to the handler.
        target: Method and path, such as `GET /atoms/v1/agent/{id}`.
        handler: Takes the state and the inputs, returns the reply.
    """
    method, path = target.split()

    async def endpoint(request: Request) -> Response:
        inputs = await _inputs(state, method, path, request)
        if isinstance(inputs, Response):
            return inputs
        try:
            return await run_in_threadpool(handler, state, inputs)
        except RefusedError as refused:
            return refused.reply

    return Route(path, endpoint, methods=[method])


async def _inputs(state: State, method: str, path: str, request: Request) -> Inputs | Response:
    atoms = path.startswith("/atoms/")
    spec = state.specs.atoms if atoms else state.specs.waves
    refuse = atoms_issues if atoms else waves_issues
    body = await _body(request)
    issues = [body] if isinstance(body, Issue) else _issues(spec, method, path, request, body)
    if issues:
        return refuse(issues)
    query = read_query(spec, spec.at(method, path).id, _query(request))
    return Inputs(request.path_params, query, request.headers, body or {})


def _issues(spec: Spec, method: str, path: str, request: Request, body: Any) -> list[Issue]:
    return check_request(
        spec,
        spec.at(method, path).id,
        path=request.path_params,
        query=_query(request),
        headers=request.headers,
        body=body,
    )


async def _body(request: Request) -> Any:
    content = await request.body()
    try:
        return read_json(content) if content else None
    except ValueError:
        return Issue("custom", (), "Invalid JSON")


def read_json(content: bytes) -> Any:
    """Return the value of a JSON text.

    Raises:
        ValueError: It is none, is nested too deep, or has half a surrogate pair in it, which could
            be read, but never written.
    """
    try:
        value = json.loads(content)
        if b"\\ud" in content.lower():
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    return value


def _query(request: Request) -> dict[str, Any]:
    """Return the query; a parameter given more than once as a list."""
    values: dict[str, Any] = {}
    for name, value in request.query_params.multi_items():
        earlier = values.get(name)
        if earlier is None:
            values[name] = value
        else:
            values[name] = [*(earlier if isinstance(earlier, list) else [earlier]), value]
    return values


def page_of(items: Sequence[T], number: int | None, size: int) -> Sequence[T]:
    """Return one page; `number` counts from 1, which is also what None and anything less mean."""
    start = (max(number or 1, 1) - 1) * size
    return items[start : start + size]
