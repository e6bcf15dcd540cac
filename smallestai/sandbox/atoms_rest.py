"""What is left of Atoms: operations that nothing acts out, answered from the specification."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, PlainTextResponse, Response

from .atoms_operations import open_operation
from .examples import example
from .operations import operation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.routing import BaseRoute

    from .operations import Inputs
    from .state import State
    from .validation import Operation


def routes(state: State) -> list[BaseRoute]:
    """Return a route for every operation of the specification; they stand behind all others.

    A request is checked as anywhere; the reply is made up, and the same for the same request.
    """
    operations = sorted(state.specs.atoms.operations.values(), key=lambda each: each.path)
    fixed_first = sorted(operations, key=lambda each: each.path.count("{"))
    return [_route(state, each) for each in fixed_first]


def _route(state: State, declared: Operation) -> BaseRoute:
    make = open_operation if declared.body is None else operation
    return make(state, f"{declared.method} {declared.path}", partial(_answer, declared))


def _declared(state: State, declared: Operation) -> Mapping[str, Any]:
    path = state.specs.atoms.document["paths"][declared.path]
    found: Mapping[str, Any] = path[declared.method.lower()]
    return found


def _answer(declared: Operation, state: State, inputs: Inputs) -> Response:
    spec = state.specs.atoms
    responses = _declared(state, declared)["responses"]
    status = min(status for status in responses if status.startswith("2"))
    answer = responses[status]
    if "$ref" in answer:
        answer = spec.resolve(answer["$ref"].removeprefix("#"))[1]
    for kind, content in answer.get("content", {}).items():
        if kind == "application/json":
            seed = "&".join(f"{name}={value}" for name, value in sorted(inputs.path.items()))
            made = example(spec, content["schema"], f"{declared.id}?{seed}")
            return JSONResponse(made, int(status))
        return PlainTextResponse("", int(status), media_type=kind)
    return Response(status_code=int(status))
