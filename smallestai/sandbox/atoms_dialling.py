"""Many calls placed, or called off, at once; they get their lines in one go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from .atoms_calls_board import board_of, on_loop
from .atoms_calls_course import accompany
from .atoms_calls_lines import assign, record, tell_change
from .atoms_records import CALLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .state import State
    from .store import Document


def place_all(
    state: State,
    agent: Document,
    calls: Iterable[tuple[str, Mapping[str, Any], Mapping[str, Any]]],
) -> None:
    """Place calls by one agent that take their course.

    Args:
        state: The server's state.
        agent: Who speaks.
        calls: For each, the number, the values of variables besides the agent's own, and other
            fields of its record.
    """
    placed = [
        state.store.insert(
            CALLS, {**record(state, agent, to, "telephony_outbound", variables), **more}
        )
        for to, variables, more in calls
    ]
    assign(state)
    on_loop(partial(_follow, state, [call.body["callId"] for call in placed]))


def cancel_all(state: State, calls: Iterable[Document], reason: str) -> None:
    """Call off calls that nobody has taken yet."""
    called_off = {"cancelledAt": state.clock(), "cancelReason": reason}
    for call in calls:
        state.store.update(CALLS, call.id, called_off)
        tell_change(state, call)
    assign(state)


def _follow(state: State, call_ids: Iterable[str]) -> None:
    for call_id in call_ids:
        board_of(state).start(accompany(state, call_id))
