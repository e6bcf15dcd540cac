"""The account behind every key of the sandbox: one user, one organisation, one plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .operations import Inputs, operation
from .replies import atoms_ok, timestamp

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State

USER = "65a000000000000000000001"
ORGANIZATION = "65a000000000000000000002"

_SUBSCRIPTION = "65a000000000000000000003"
_MONTH = 30 * 24 * 3600


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of the user and the subscription."""
    return [
        operation(state, "GET /atoms/v1/user", _user),
        operation(state, "GET /atoms/v1/user/subscription", _subscription),
    ]


def _user(_: State, __: Inputs) -> Response:
    return atoms_ok(
        {
            "_id": USER,
            "firstName": "Sandbox",
            "lastName": "User",
            "userEmail": "user@sandbox.example",
            "authProvider": "email",
            "isEmailVerified": True,
            "organizationId": ORGANIZATION,
        }
    )


def _subscription(state: State, _: Inputs) -> Response:
    renewal = (state.clock() // _MONTH + 1) * _MONTH
    return atoms_ok(
        {
            "_id": _SUBSCRIPTION,
            "organization": ORGANIZATION,
            "planId": "sandbox",
            "totalCredits": 1000,
            "currentCredits": 1000,
            "renewalDate": timestamp(renewal),
            "subscriptionActive": True,
            "onPremEnabled": False,
            "limits": _limits(),
            "features": {"campaigns": True, "knowledgeBase": True, "webhooks": True},
        }
    )


def _limits() -> dict[str, Any]:
    return {
        "agents": 100,
        "campaigns": 100,
        "numbers": 10,
        "dailyCalls": 1000,
        "concurrentCalls": 20,
        "knowledgeBaseItemLimit": 100,
        "knowledgeBaseLimits": 20,
    }
