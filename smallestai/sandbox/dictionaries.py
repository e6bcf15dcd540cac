"""Pronunciation dictionaries: words and how they are spelled for the engine (see synthesis.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .issues import Issue, custom
from .operations import read_json
from .replies import timestamp, waves_error
from .synthesis import DICTIONARIES
from .validation import check_request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

    Handler = Callable[[State, Mapping[str, Any]], Response]

PATH = "/waves/v1/pronunciation-dicts"


def routes(state: State) -> list[BaseRoute]:
    """Return the four routes, one path with four methods."""
    handlers: dict[str, Handler] = {
        "GET": _list,
        "POST": _create,
        "PUT": _replace,
        "DELETE": _delete,
    }
    return [_route(state, method, handler) for method, handler in handlers.items()]


def _route(state: State, method: str, handler: Handler) -> Route:
    async def endpoint(request: Request) -> Response:
        content = await request.body()
        return await run_in_threadpool(_answer, state, method, content, handler)

    return Route(PATH, endpoint, methods=[method])


def _answer(state: State, method: str, content: bytes, handler: Handler) -> Response:
    spec = state.specs.waves
    try:
        body = read_json(content) if content else {}
    except ValueError:
        return _invalid([Issue("custom", (), "Invalid JSON")])
    issues = check_request(spec, spec.at(method, PATH).id, body=body)
    return _invalid(issues) if issues else handler(state, body)


def _invalid(issues: Sequence[Issue], error: str = "Invalid request body") -> Response:
    return waves_error(400, error, details=[issue.zod() for issue in issues])


def _unknown() -> Response:
    """Answer 400 to an id that nobody has; the routes have no 404."""
    message = "Pronunciation dictionary not found"
    return _invalid([custom("id", message)], message)


def _list(state: State, _: Mapping[str, Any]) -> Response:
    return JSONResponse([_shown(each) for each in state.store.list(DICTIONARIES)])


def _create(state: State, body: Mapping[str, Any]) -> Response:
    return JSONResponse(_shown(state.store.insert(DICTIONARIES, {"items": _items(body)})))


def _replace(state: State, body: Mapping[str, Any]) -> Response:
    if state.store.update(DICTIONARIES, body["id"], {"items": _items(body)}) is None:
        return _unknown()
    return JSONResponse({"id": body["id"], "items": _items(body)})


def _delete(state: State, body: Mapping[str, Any]) -> Response:
    if not state.store.delete(DICTIONARIES, body["id"]):
        return _unknown()
    return JSONResponse({"id": body["id"], "deleted": True})


def _items(body: Mapping[str, Any]) -> list[dict[str, str]]:
    return [
        {"word": item["word"], "pronunciation": item["pronunciation"]} for item in body["items"]
    ]


def _shown(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "items": document.body["items"],
        "createdAt": timestamp(document.created),
    }
