"""What happens beside a call: its events go out to the webhooks of its agent."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from .atoms_calls_board import board_of
from .atoms_progress import ended, starts
from .atoms_records import CALLS
from .atoms_webhooks_delivery import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from .atoms_calls_board import Follower
    from .state import State
    from .store import Document


async def accompany(state: State, call_id: str) -> None:
    """Send the webhooks of a call that takes its course."""
    call = await run_in_threadpool(state.store.find, CALLS, "callId", call_id)
    if call is None:
        raise LookupError(f"call {call_id} is gone")
    with board_of(state).follow(call_id) as follower:
        call = await _reach(state, call, follower, lambda call: min(starts(call), ended(call)))
        if starts(call) <= state.clock():
            await announce(state, call_id, "pre-conversation")
        await _reach(state, call, follower, ended)
    await conclude(state, call_id)


async def conclude(state: State, call_id: str) -> None:
    """Send the webhooks that follow the end of a call."""
    await announce(state, call_id, "post-conversation")
    await announce(state, call_id, "analytics-completed")


async def _reach(
    state: State, call: Document, follower: Follower, due: Callable[[Document], float]
) -> Document:
    """Return the record of a call at a moment of it, which may change until then."""
    while True:
        call = state.store.get(CALLS, call.id) or call
        left = due(call) - state.clock()
        if left <= 0:
            return call
        await follower.next(left if math.isfinite(left) else None)
