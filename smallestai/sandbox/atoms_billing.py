"""The plan, the credits, and the invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import atoms_ledger
from .atoms_account import ORGANIZATION, organization
from .atoms_files import file_url
from .atoms_operations import open_operation
from .atoms_plan import features, limits
from .replies import atoms_ok, atoms_success, billing_error, timestamp
from .times import asked_time, shown_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .issues import Issue
    from .operations import Inputs
    from .state import State

_SUBSCRIPTION = "65a000000000000000000003"
_INVOICE = "in_65a000000000000000000004"
_PLAN = "sandbox"
_MONTH = 30 * 24 * 3600
_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of the subscription, the credits and the invoices."""
    handlers = {
        "GET /atoms/v1/user/subscription": _subscription,
        "GET /payment/v1/credits/balance": _balance,
        "GET /payment/v1/credits/ledger": _ledger,
        "GET /payment/v1/credits/usage/breakdown": _breakdown,
        "GET /payment/v1/invoices": _invoices,
        "GET /payment/v1/invoices/{invoiceId}/pdf": _pdf,
    }
    return [
        open_operation(state, target, handler, refuse=_refuse)
        for target, handler in handlers.items()
    ]


def _refuse(issues: Iterable[Issue]) -> Response:
    return billing_error(400, "; ".join(issue.text() for issue in issues))


def _subscription(state: State, _: Inputs) -> Response:
    renewal = (state.clock() // _MONTH + 1) * _MONTH
    return atoms_ok(
        {
            "_id": _SUBSCRIPTION,
            "organization": ORGANIZATION,
            "planId": _PLAN,
            "totalCredits": atoms_ledger.BONUS,
            "currentCredits": atoms_ledger.balance(state),
            "renewalDate": timestamp(renewal),
            "subscriptionActive": True,
            "onPremEnabled": False,
            "limits": limits(state),
            "features": features(state),
        }
    )


def _balance(state: State, _: Inputs) -> Response:
    left = atoms_ledger.balance(state)
    return atoms_success({"creditBalance": left, "planId": _PLAN, "isEnterprise": False})


def _ledger(state: State, inputs: Inputs) -> Response:
    query = inputs.query
    since = asked_time(query, "from", shown_time(organization(state).created), _no_time)
    until = asked_time(query, "to", state.clock(), _no_time)
    if since > until:
        return billing_error(400, "from must not be after to")
    found = [
        entry
        for entry in reversed(atoms_ledger.entries(state))
        if since <= shown_time(entry["at"]) <= until
        and query["type"] in {None, entry["transactionType"]}
        and query["scope"] in {None, entry["scope"]}
    ]
    offset, limit = query["offset"] or 0, query["limit"] or 50
    amounts = [entry["amount"] for entry in found]
    return atoms_success(
        {
            "transactions": [_shown(entry) for entry in found[offset : offset + limit]],
            "total": len(found),
            "hasMore": offset + limit < len(found),
            "summary": {
                "totalCreditsConsumed": -_sum(amount for amount in amounts if amount < 0),
                "totalCreditsAdded": _sum(amount for amount in amounts if amount > 0),
            },
            "period": {"from": timestamp(since), "to": timestamp(until)},
        }
    )


def _sum(amounts: Any) -> float:
    return round(sum(amounts, start=0.0), 5)


def _shown(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name not in {"at", "scope"}}


def _no_time(name: str) -> Response:
    return billing_error(400, f"{name}: Invalid datetime")


def _breakdown(state: State, _: Inputs) -> Response:
    used = atoms_ledger.spent(state)
    return atoms_success(
        {
            "platform": used[atoms_ledger.PLATFORM],
            "voiceAi": used[atoms_ledger.VOICE_AI],
            "voiceModels": used[atoms_ledger.VOICE_MODELS],
        }
    )


def _invoices(state: State, _: Inputs) -> Response:
    invoice = {
        "id": _INVOICE,
        "amount": 0,
        "currency": "USD",
        "status": "paid",
        "createdAt": timestamp(organization(state).created),
    }
    return atoms_success([invoice])


def _pdf(state: State, inputs: Inputs) -> Response:
    if inputs.path["invoiceId"] != _INVOICE:
        return billing_error(404, "Invoice not found", "not_found")
    url = file_url(state, inputs, f"invoices/{_INVOICE}.pdf", "application/pdf", _PDF)
    return atoms_success({"pdfUrl": url})
