"""Compliance: applications for numbers in countries that ask who will use them."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from .atoms_account import ORGANIZATION, USER
from .atoms_operations import OpenInputs, open_operation
from .atoms_resources import Resource, stamped
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

PATH = "/atoms/v1/compliance"
ONE = f"{PATH}/applications/{{id}}"

_SUBJECT = ("countryIso", "numberType", "userType")
_DOCUMENTS = {
    "individual": ("identity", "Proof of identity", "Passport or identity card"),
    "business": ("registration", "Proof of registration", "Extract from the trade register"),
}
_PENDING = ("draft", "submitted", "accepted")


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of compliance."""
    return [
        operation(state, f"GET {PATH}/status", _status),
        operation(state, f"GET {PATH}/requirements", _requirements),
        operation(state, f"POST {ONE}/refresh", _refresh),
        open_operation(state, f"POST {PATH}/applications", _submit),
        open_operation(state, f"PATCH {ONE}", _resubmit),
    ]


def _show(state: State, application: Document) -> dict[str, Any]:
    hidden = ("organization", "submittedAt")
    shown = {name: value for name, value in stamped(application).items() if name not in hidden}
    if application.body["status"] != "submitted":
        return shown
    seconds = state.settings.processing_seconds * state.settings.time_scale
    if state.clock() < application.body["submittedAt"] + seconds:
        return shown
    if application.body["documentFileNames"]:
        return {**shown, "status": "accepted"}
    return {**shown, "status": "rejected", "rejectionReason": "No documents were sent"}


_APPLICATION = Resource(
    noun="Application",
    collection="compliance_applications",
    fields={},
    show=_show,
)


def _status(state: State, inputs: Inputs) -> Response:
    found = _latest(state, inputs.query)
    shown = None if found is None else _show(state, found)
    step = "form" if shown is None or shown["status"] == "draft" else shown["status"]
    return atoms_ok(
        {
            "step": step,
            "application": shown,
            "requiredDocuments": _documents(inputs.query["userType"]),
        }
    )


def _requirements(_: State, inputs: Inputs) -> Response:
    subject = {name: inputs.query[name] for name in _SUBJECT}
    identity = sha256(json.dumps(subject).encode()).hexdigest()[:24]
    documents = _documents(subject["userType"])
    return atoms_ok({"requirementId": identity, **subject, "documentTypes": documents})


def _documents(user_type: str) -> list[dict[str, Any]]:
    kind, name, description = _DOCUMENTS[user_type]
    return [
        {
            "documentTypeId": f"doc_{kind}",
            "name": name,
            "description": description,
            "proofRequired": True,
            "requiredFields": [
                {
                    "fieldName": "number",
                    "friendlyName": "Number",
                    "helpText": "The number on the document",
                    "fieldType": "string",
                    "required": True,
                }
            ],
        }
    ]


def _latest(state: State, subject: Mapping[str, Any]) -> Document | None:
    where = {name: subject[name] for name in _SUBJECT}
    found = state.store.list(_APPLICATION.collection, where=where, newest_first=True, limit=1)
    return found[0] if found else None


def _submit(state: State, inputs: OpenInputs) -> Response:
    existing = _latest(state, inputs.body)
    if existing is not None and _show(state, existing)["status"] in _PENDING:
        return atoms_error(409, "There is an application for this already")
    user = _parsed(inputs, "endUser", dict)
    _parsed(inputs, "documents", list)
    application = {
        **{name: inputs.body[name] for name in _SUBJECT},
        "organizationId": ORGANIZATION,
        "createdBy": USER,
        "plivoComplianceId": sha256(inputs.body["endUser"].encode()).hexdigest()[:24],
        "alias": "-".join(inputs.body[name] for name in _SUBJECT),
        "endUserName": str(user.get("name", "")),
        "endUserLastName": user.get("lastName"),
        "endUserEmail": user.get("email"),
        "endUserCountry": user.get("country"),
        "rejectionReason": None,
        **_handed_in(state, inputs),
    }
    made = state.store.insert(_APPLICATION.collection, application)
    return atoms_ok(_show(state, made), 201)


def _resubmit(state: State, inputs: OpenInputs) -> Response:
    found = _APPLICATION.require(state, inputs.path["id"])
    if _show(state, found)["status"] == "accepted":
        return atoms_error(400, "The application was accepted already")
    _parsed(inputs, "documents", list)
    changes = {**_handed_in(state, inputs), "rejectionReason": None}
    changed = state.store.update(_APPLICATION.collection, found.id, changes)
    return atoms_ok(_show(state, changed or found))


def _handed_in(state: State, inputs: OpenInputs) -> dict[str, Any]:
    files = [file for file in inputs.files["files"] if file.data]
    return {
        "documentFileNames": [file.name for file in files],
        "status": "submitted",
        "submittedAt": state.clock(),
    }


def _parsed(inputs: OpenInputs, name: str, kind: type) -> Any:
    """Return what a field of JSON holds; refuse what is none, or of another kind."""
    try:
        value = json.loads(inputs.body[name])
    except ValueError:
        value = None
    if not isinstance(value, kind):
        expected = "an object" if kind is dict else "a list"
        raise RefusedError(atoms_error(400, f"{name}: must be {expected} in JSON"))
    return value


def _refresh(state: State, inputs: Inputs) -> Response:
    found = _APPLICATION.require(state, inputs.path["id"])
    shown = _show(state, found)
    outcome = {name: shown[name] for name in ("status", "rejectionReason")}
    changed = state.store.update(_APPLICATION.collection, found.id, outcome)
    return atoms_ok(_show(state, changed or found))
