"""The health check of Waves, which needs no key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from .state import State


def routes(state: State) -> list[BaseRoute]:  # noqa: ARG001 - every route module takes the state
    """Return the health check."""
    return [Route("/waves/v1/health", _health, methods=["GET"])]


async def _health(_: Request) -> JSONResponse:
    up = {"status": "connected"}
    return JSONResponse({"status": "ok", "mongo": up, "redis": up, "rabbitmq": up})
