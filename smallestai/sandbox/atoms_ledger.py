"""Credits: what came in, what calls and numbers have cost, and what is left.

Nothing is booked. Every entry follows from a record: the organisation's own gives the first
credits, each call that has ended and each number that was rented takes some.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_account import ORGANIZATION, organization
from .atoms_figures import figures
from .atoms_progress import ended
from .atoms_records import NUMBERS
from .replies import timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .state import State

BONUS = 1000.0
"""The credits that an organisation begins with."""

NUMBER_PRICE = 5.0
"""What a rented number costs for a month, in credits."""

RELEASED = "released_numbers"
"""The collection of numbers that are rented no more: `rentedAt`. What they cost stays spent."""

VOICE_AI = "voice_ai"
PLATFORM = "platform"
VOICE_MODELS = "voice_models"

Entry = dict[str, Any]


def entries(state: State) -> Sequence[Entry]:
    """Return all movements of credits, oldest first, each with its `scope` and its time `at`."""
    left, movements = 0.0, []
    for movement in sorted(_movements(state), key=lambda each: (each["at"], each["id"])):
        left = round(left + movement["amount"], 5)
        shown = {"balanceAfter": left, "createdAt": timestamp(movement["at"])}
        movements.append({**movement, **shown})
    return movements


def balance(state: State) -> float:
    """Return the credits that are left."""
    left: float = sum(movement["amount"] for movement in _movements(state))
    return round(left, 5)


def spent(state: State) -> dict[str, float]:
    """Return the credits used on each part of the platform."""
    sums = dict.fromkeys((PLATFORM, VOICE_AI, VOICE_MODELS), 0.0)
    for movement in _movements(state):
        if movement["amount"] < 0:
            sums[movement["scope"]] -= movement["amount"]
    return {name: round(value, 5) for name, value in sums.items()}


def _movements(state: State) -> Iterator[Entry]:
    started = organization(state).created
    yield _movement(ORGANIZATION, "SIGNUP_BONUS", BONUS, started, PLATFORM, "First credits")
    for each in figures(state):
        if each.cost:
            call_id, agent_id = each.of("callId"), each.of("agentId")
            yield {
                **_usage(each.call.id, each.cost, ended(each.call), VOICE_AI, "Call"),
                "callId": call_id,
                "agentId": agent_id,
                "referenceId": call_id,
            }
    rented = state.store.list(NUMBERS, where={"productType": "telephony"})
    for number_id, at in (
        *((each.id, each.created) for each in rented),
        *((each.id, each.body["rentedAt"]) for each in state.store.list(RELEASED)),
    ):
        yield _usage(number_id, NUMBER_PRICE, at, PLATFORM, "Phone number")


def _usage(entry_id: str, price: float, at: float, scope: str, description: str) -> Entry:
    return _movement(entry_id, "USAGE_DEDUCTION", -price, at, scope, description)


def _movement(
    entry_id: str, kind: str, amount: float, at: float, scope: str, description: str
) -> Entry:
    absent = dict.fromkeys(("featureId", "referenceId", "callId", "agentId", "requestId"))
    return {
        **absent,
        "id": entry_id,
        "transactionType": kind,
        "amount": amount,
        "description": description,
        "scope": scope,
        "at": at,
    }
