"""The first way of versioning agents, whose routes answer only that branches took their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from .replies import route_retired

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State

_SUNSET = "Mon, 20 Apr 2026 00:00:00 GMT"
_METHODS = ("GET", "POST", "PATCH", "DELETE")


def routes(state: State) -> list[BaseRoute]:  # noqa: ARG001 - every route module takes the state
    """Return the routes of drafts and versions, each with all that lies below it."""
    return [
        Route(f"/atoms/v1/agent/{{id}}/{kind}{below}", _moved, methods=_METHODS)
        for kind in ("drafts", "versions")
        for below in ("", "/{rest:path}")
    ]


async def _moved(_: Request) -> Response:
    return route_retired(
        "versioning_v2_migration_required",
        "Drafts and versions are now part of an agent's branches",
        sunset=_SUNSET,
    )
