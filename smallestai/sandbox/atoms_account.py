"""The account behind every key of the sandbox: one user in one organisation."""

from __future__ import annotations

import secrets
from contextlib import suppress
from sqlite3 import IntegrityError
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from .operations import Inputs, operation
from .replies import account_error, atoms_ok

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

USER = "65a000000000000000000001"
ORGANIZATION = "65a000000000000000000002"

_COLLECTION = "organizations"
_NAME = "Sandbox"
_EMAIL = "user@sandbox.example"
_OWNER_ROLE = 1


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of the user, the account and the organisation, which begins now."""
    organization(state)
    handlers = {
        "GET /atoms/v1/user": _user,
        "GET /atoms/v1/account/get-account-details": _account,
        "PUT /atoms/v1/account/update-org-name": _rename,
        "GET /atoms/v1/organization": _organization,
    }
    return [operation(state, target, handler) for target, handler in handlers.items()]


def organization(state: State) -> Document:
    """Return the organisation's record, which is made when there is none.

    Its `secret` signs addresses of files and is never shown.
    """
    found = state.store.get(_COLLECTION, ORGANIZATION)
    if found is None:
        with suppress(IntegrityError):  # another request was faster
            made = {"name": _NAME, "secret": secrets.token_hex(16)}
            state.store.insert(_COLLECTION, made, document_id=ORGANIZATION)
        return organization(state)
    return found


def _user(_: State, __: Inputs) -> Response:
    return atoms_ok(
        {
            "_id": USER,
            "firstName": "Sandbox",
            "lastName": "User",
            "userEmail": _EMAIL,
            "authProvider": "email",
            "isEmailVerified": True,
            "organizationId": ORGANIZATION,
        }
    )


def _account(state: State, _: Inputs) -> Response:
    return JSONResponse(
        {
            "userId": USER,
            "email": _EMAIL,
            "firstName": "Sandbox",
            "lastName": "User",
            "phone": None,
            "picture": "",
            "hasOnboarded": True,
            "organizations": [
                {
                    "orgId": ORGANIZATION,
                    "name": organization(state).body["name"],
                    "ownerEmail": _EMAIL,
                    "roleId": _OWNER_ROLE,
                    "onPremEnabled": False,
                }
            ],
        }
    )


def _rename(state: State, inputs: Inputs) -> Response:
    name = inputs.body["name"].strip()
    if not name:
        return account_error(400, "Organization name is required")
    state.store.update(_COLLECTION, organization(state).id, {"name": name})
    return JSONResponse({"success": True, "name": name})


def _organization(state: State, _: Inputs) -> Response:
    return atoms_ok(
        {
            "_id": ORGANIZATION,
            "name": organization(state).body["name"],
            "members": [{"_id": USER, "userEmail": _EMAIL}],
            "subscription": {"planId": "sandbox"},
        }
    )
