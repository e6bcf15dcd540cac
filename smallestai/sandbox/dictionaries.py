"""To be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from .state import State


def routes(state: State) -> list[BaseRoute]:  # noqa: ARG001 - every route module takes the state
    """Return nothing yet."""
    return []
