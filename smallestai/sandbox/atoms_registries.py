"""What an organisation keeps for all of its agents: tools, secrets, and the pace of its trunks.

The specification has none of these routes, so their requests are checked here. A secret goes in
and never comes out: replies show its name and when it was set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from .atoms_pages import bare
from .atoms_records import NUMBERS
from .atoms_resources import Resource, done, stamped
from .operations import Inputs, RefusedError, read_json
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .operations import Handler
    from .state import State
    from .store import Document

TOOL, SECRET, PRODUCT = "/atoms/v1/tool", "/atoms/v1/secret", "/atoms/v1/product"

_PACE = 1
_FASTEST = 100


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of tools, of secrets, and of the pace at which trunks dial."""
    handlers: dict[str, Handler] = {
        **_kept(TOOL, _TOOL, ("name", "description", "type")),
        **_kept(SECRET, _SECRET, ("name", "value")),
        f"GET {PRODUCT}/cps-limits": _paces,
        f"PATCH {PRODUCT}/custom-trunk/cps-limit": _set_pace,
    }
    return [_route(state, target, handler) for target, handler in handlers.items()]


def _show_secret(_: State, secret: Document) -> dict[str, Any]:
    return {name: value for name, value in stamped(secret).items() if name != "value"}


_TOOL = Resource(
    noun="Tool",
    collection="tools",
    fields={"name": ..., "description": ..., "type": ..., "config": {}},
)
_SECRET = Resource(
    noun="Secret",
    collection="secrets",
    fields={"name": ..., "value": ..., "description": ""},
    show=_show_secret,
)


def _kept(path: str, resource: Resource, required: tuple[str, ...]) -> dict[str, Handler]:
    """Return the handlers that make, list, read, change and delete a kind of thing."""
    one = f"{path}/{{id}}"
    return {
        f"GET {path}": resource.list(bare),
        f"POST {path}": resource.create(check=_check(resource, required)),
        f"GET {one}": resource.get(),
        f"PATCH {one}": resource.update(),
        f"DELETE {one}": resource.delete(done),
    }


def _check(
    resource: Resource, required: tuple[str, ...]
) -> Callable[[State, Mapping[str, Any]], None]:
    def check(state: State, body: Mapping[str, Any]) -> None:
        texts = {name: body.get(name) for name in required}
        missing = [name for name, text in texts.items() if not (isinstance(text, str) and text)]
        if missing:
            raise RefusedError(atoms_error(400, *(f"{name}: Required" for name in missing)))
        if state.store.find(resource.collection, "name", body["name"]) is not None:
            text = f"There is a {resource.noun.lower()} named '{body['name']}' already"
            raise RefusedError(atoms_error(409, text))

    return check


def _route(state: State, target: str, handler: Handler) -> BaseRoute:
    method, path = target.split()

    async def endpoint(request: Request) -> Response:
        try:
            body = read_json(await request.body() or b"{}")
        except ValueError:
            return atoms_error(400, "Invalid JSON")
        if not isinstance(body, dict):
            return atoms_error(400, "Expected object")
        inputs = Inputs(request.path_params, dict(request.query_params), request.headers, body)
        try:
            return await run_in_threadpool(handler, state, inputs)
        except RefusedError as refused:
            return refused.reply

    return Route(path, endpoint, methods=[method])


def _pace(number: Document) -> dict[str, Any]:
    return {
        "productId": number.id,
        "phoneNumber": number.body["attributes"]["phoneNumber"],
        "cpsLimit": number.body.get("cpsLimit", _PACE),
    }


def _paces(state: State, _: Inputs) -> Response:
    return atoms_ok([_pace(each) for each in state.store.list(NUMBERS, where=_IMPORTED)])


_IMPORTED = {"productType": "custom"}


def _set_pace(state: State, inputs: Inputs) -> Response:
    number = state.store.get(NUMBERS, str(inputs.body.get("productId")))
    if number is None or number.body["productType"] != "custom":
        return atoms_error(404, "Phone number not found")
    pace = inputs.body.get("cpsLimit")
    if type(pace) is not int or not 1 <= pace <= _FASTEST:
        return atoms_error(400, f"cpsLimit: must be a number of calls, 1 to {_FASTEST}, a second")
    return atoms_ok(_pace(state.store.update(NUMBERS, number.id, {"cpsLimit": pace}) or number))
