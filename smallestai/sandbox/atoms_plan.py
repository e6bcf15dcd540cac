"""What the plan allows: features that it may leave out, and how many of a thing there may be.

A gate is the service's own: a 400 whose text speaks of an upgrade of the plan, or a 403 for what
cannot be bought. `Settings.plan_excludes`, `Settings.organization_excludes` and
`Settings.plan_limits` set them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .operations import RefusedError
from .replies import atoms_error

if TYPE_CHECKING:
    from .state import State

FEATURES = (
    "campaigns",
    "integrations",
    "knowledgeBase",
    "phoneNumbers",
    "telephony",
    "webhooks",
)
"""What a plan may leave out."""

LIMITS = {
    "agents": 100,
    "campaigns": 100,
    "numbers": 10,
    "dailyCalls": 1000,
    "concurrentCalls": 20,
    "knowledgeBaseItemLimit": 100,
    "knowledgeBaseLimits": 20,
}
"""How many of each there may be, unless the settings say otherwise."""

_COUNTED = {
    "agents": "agents",
    "campaigns": "campaigns",
    "numbers": "phone numbers",
    "knowledgeBaseItemLimit": "items in a knowledge base",
    "knowledgeBaseLimits": "knowledge bases",
}


def features(state: State) -> dict[str, bool]:
    """Return for each feature whether the plan includes it."""
    return {name: name not in state.settings.plan_excludes for name in FEATURES}


def limits(state: State) -> dict[str, int]:
    """Return how many of each there may be."""
    return {**LIMITS, **state.settings.plan_limits}


def require_feature(state: State, feature: str) -> None:
    """Refuse the request when the plan leaves out a feature, or the organisation may not have it.

    Raises:
        RefusedError: With a 400, or a 403 for what cannot be bought.
    """
    if feature in state.settings.organization_excludes:
        text = "This feature is not available for your organization"
        raise RefusedError(atoms_error(403, text))
    if feature in state.settings.plan_excludes:
        text = "This feature is not part of your plan. Upgrade your plan to use it."
        raise RefusedError(atoms_error(400, text))


def require_room(state: State, limit: str, present: int, added: int = 1) -> None:
    """Refuse the request when there would be more of a thing than the plan allows.

    Args:
        state: The server's state.
        limit: The name of the limit, such as `agents`.
        present: How many there are.
        added: How many the request would add.

    Raises:
        RefusedError: With a 400.
    """
    most = limits(state)[limit]
    if present + added > most:
        text = f"Your plan allows {most} {_COUNTED[limit]}. Upgrade your plan to have more."
        raise RefusedError(atoms_error(400, text))
