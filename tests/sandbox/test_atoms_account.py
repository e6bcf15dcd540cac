"""The account, its plan and its credits, and the refusals that come of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from records_app import START, RecordsApp

from smallestai.sandbox import atoms
from smallestai.sandbox.faults import Fault
from smallestai.sandbox.faults_http import reply_of
from smallestai.sandbox.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEDGER = "/payment/v1/credits/ledger"


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(atoms) as opened:
        yield opened


def billing(app: RecordsApp, path: str, **query: Any) -> Any:
    """Read a route of billing; return `data`."""
    reply = app.send("GET", path, params=query)
    assert (reply.status_code, reply.json()["success"]) == (200, True), reply.text
    return reply.json()["data"]


def call(app: RecordsApp) -> str:
    """Have a call, to its end; return its id."""
    agent = app.data("POST", "/atoms/v1/agent", json={"name": "Desk"})
    body = {"agentId": agent, "phoneNumber": "+12025550111"}
    made: str = app.data("POST", "/atoms/v1/conversation/outbound", json=body)["conversationId"]
    app.clock.now += 60
    return made


def test_the_organisation_has_one_name(app: RecordsApp) -> None:
    """A new name is shown wherever the organisation is; a blank one is refused."""
    path = "/atoms/v1/account/update-org-name"
    reply = app.request("PUT", path, json={"name": "Tea Ltd"})
    assert reply.json() == {"success": True, "name": "Tea Ltd"}
    (shown,) = app.request("GET", "/atoms/v1/account/get-account-details").json()["organizations"]
    assert shown["name"] == app.data("GET", "/atoms/v1/organization")["name"] == "Tea Ltd"
    blank = app.request("PUT", path, json={"name": " "})
    assert (blank.status_code, blank.json()["success"]) == (400, False)
    assert blank.json()["message"]


def test_credits_are_what_calls_and_numbers_leave(app: RecordsApp) -> None:
    """The ledger adds up to the balance, entry by entry, and so does the breakdown."""
    before = billing(app, "/payment/v1/credits/balance")["creditBalance"]
    call_id = call(app)
    rented = {"phoneNumber": "+12025550123", "provider": "plivo"}
    app.data("POST", "/atoms/v1/product/rent-number", json=rented)
    ledger = billing(app, LEDGER)
    kinds = [entry["transactionType"] for entry in ledger["transactions"]]
    assert kinds == ["USAGE_DEDUCTION", "USAGE_DEDUCTION", "SIGNUP_BONUS"]
    assert call_id in {entry["callId"] for entry in ledger["transactions"]}
    balance = billing(app, "/payment/v1/credits/balance")["creditBalance"]
    assert balance < before
    assert ledger["transactions"][0]["balanceAfter"] == balance
    assert sum(entry["amount"] for entry in ledger["transactions"]) == pytest.approx(balance)
    used = billing(app, "/payment/v1/credits/usage/breakdown")
    assert sum(used.values()) == pytest.approx(before - balance)
    assert ledger["summary"]["totalCreditsConsumed"] == pytest.approx(before - balance)
    plan = app.data("GET", "/atoms/v1/user/subscription")
    assert (plan["totalCredits"], plan["currentCredits"]) == (before, balance)


def test_the_ledger_is_filtered_and_paged(app: RecordsApp) -> None:
    """By kind, part of the platform and time; `limit` and `offset` cut pages out."""
    for _ in range(4):
        call(app)
    whole = billing(app, LEDGER)["transactions"]
    pages = [billing(app, LEDGER, limit=2, offset=n) for n in (0, 2, 4, 6)]
    assert [entry for page in pages for entry in page["transactions"]] == whole
    assert [page["hasMore"] for page in pages] == [True, True, False, False]
    calls = billing(app, LEDGER, type="USAGE_DEDUCTION", scope="voice_ai")
    assert calls["total"] == 4
    assert billing(app, LEDGER, scope="voice_models")["transactions"] == []
    late = billing(app, LEDGER, **{"from": "2027-01-15T08:03:30Z"})
    assert late["total"] < 4


@pytest.mark.parametrize(
    "query",
    [{"limit": "0"}, {"limit": "x"}, {"type": "GIFT"}, {"from": "soon"}, {"to": "2020-01-01"}],
)
def test_billing_refuses_in_its_own_words(app: RecordsApp, query: dict[str, str]) -> None:
    """A bad parameter is a `validation_error` in an object."""
    reply = app.send("GET", LEDGER, params=query)
    assert reply.status_code == 400
    body = reply.json()
    assert (body["success"], body["error"]["code"]) == (False, "validation_error")
    assert body["error"]["message"]


def test_invoices_can_be_fetched(app: RecordsApp) -> None:
    """Each has a PDF behind a URL; an unknown one is a 404."""
    (invoice,) = billing(app, "/payment/v1/invoices")
    url = billing(app, f"/payment/v1/invoices/{invoice['id']}/pdf")["pdfUrl"]
    assert app.send("GET", url).content.startswith(b"%PDF")
    reply = app.send("GET", "/payment/v1/invoices/none/pdf")
    assert (reply.status_code, reply.json()["success"]) == (404, False)


GATED = {
    "campaigns": ("/campaign", {"name": "x", "audienceId": "x", "agentId": "x"}),
    "knowledgeBase": ("/knowledgebase", {"name": "x"}),
    "phoneNumbers": ("/product/rent-number", {"phoneNumber": "+12025550123", "provider": "plivo"}),
    "telephony": (
        "/product/import-phone-number",
        {"phoneNumber": "+12025550123", "sipTerminationUrl": "sip.example"},
    ),
    "integrations": (
        "/integration/modify-webengage-integration",
        {"integrationSets": [{"licenseCode": "a", "environment": "b", "apiKey": "c"}]},
    ),
}


@pytest.mark.parametrize("feature", GATED)
def test_a_feature_that_the_plan_leaves_out(app: RecordsApp, feature: str) -> None:
    """It is a 400 that speaks of an upgrade of the plan, before anything else is looked at."""
    path, body = GATED[feature]
    if feature == "campaigns":
        body = {**body, "agentId": app.data("POST", "/atoms/v1/agent", json={"name": "Desk"})}
    app.state.settings = evolve(app.state.settings, plan_excludes=(feature,))
    reply = app.request("POST", f"/atoms/v1{path}", json=body)
    assert reply.status_code == 400
    text = reply.json()["errors"][0].lower()
    assert "upgrade" in text
    assert "plan" in text
    shown = app.data("GET", "/atoms/v1/user/subscription")["features"]
    assert [name for name, on in shown.items() if not on] == [feature]


def test_a_feature_that_cannot_be_bought(app: RecordsApp) -> None:
    """It is a 403 that says so."""
    app.state.settings = evolve(app.state.settings, organization_excludes=("knowledgeBase",))
    reply = app.send("POST", "/atoms/v1/knowledgebase", json={"name": "x"})
    assert reply.status_code == 403
    assert reply.json() == {
        "status": False,
        "errors": ["This feature is not available for your organization"],
    }


@pytest.mark.parametrize(
    ("limit", "path", "body"),
    [
        ("agents", "/agent", {"name": "x"}),
        ("knowledgeBaseLimits", "/knowledgebase", {"name": "x"}),
    ],
)
def test_the_plan_has_room_for_so_many(
    app: RecordsApp, limit: str, path: str, body: dict[str, Any]
) -> None:
    """One more than the plan allows is a 400 that speaks of an upgrade; the rest stays."""
    app.state.settings = evolve(app.state.settings, plan_limits={limit: 1})
    assert app.data("GET", "/atoms/v1/user/subscription")["limits"][limit] == 1
    app.data("POST", f"/atoms/v1{path}", json=body)
    reply = app.request("POST", f"/atoms/v1{path}", json=body)
    assert reply.status_code == 400
    text = reply.json()["errors"][0]
    assert "Upgrade" in text
    assert "plan" in text


@pytest.mark.parametrize(
    ("name", "status", "keys"),
    [
        ("plan_gate", 400, {"status", "errors"}),
        ("organization_gate", 403, {"status", "errors"}),
        ("conflict", 409, {"status", "errors"}),
        ("retired_route", 409, {"status", "errors", "error_type"}),
        ("frozen", 423, {"status", "errors", "error_type"}),
        ("rate_limited", 429, {"status", "error", "code", "retry_after"}),
    ],
)
def test_faults_of_atoms_have_its_bodies(name: str, status: int, keys: set[str]) -> None:
    """What is asked for to go wrong looks as it does when the service does it."""
    reply = reply_of(Fault(name), "/atoms/v1/agent")
    assert reply.status_code == status
    body = json.loads(bytes(reply.body))
    assert set(body) == keys
    if name == "plan_gate":
        assert all(word in body["errors"][0].lower() for word in ("upgrade", "plan"))
    if name == "frozen":
        assert body["error_type"] == "config_freeze_active"
    if name == "retired_route":
        assert reply.headers["deprecation"] == "true"
    if name == "rate_limited":
        assert reply.headers["retry-after"] == str(body["retry_after"])


def test_records_outlive_the_server(tmp_path: Path) -> None:
    """What was made with a data file is there again afterwards, with its times."""
    with RecordsApp(atoms) as app:
        app.state.store.close()
        app.state.store = Store(tmp_path / "records", clock=app.clock)
        base = app.data("POST", "/atoms/v1/knowledgebase", json={"name": "Prices"})
        agent = app.data("POST", "/atoms/v1/agent", json={"name": "Desk"})
        branches = app.data("GET", f"/atoms/v1/agent/{agent}/branches")
        app.request("PUT", "/atoms/v1/account/update-org-name", json={"name": "Tea Ltd"})
    with RecordsApp(atoms) as again:
        again.state.store.close()
        again.state.store = Store(tmp_path / "records", clock=again.clock)
        again.clock.now = START + 3600
        (shown,) = again.data("GET", "/atoms/v1/knowledgebase")
        assert (shown["_id"], shown["createdAt"]) == (base, "2027-01-15T08:00:00.000Z")
        assert again.data("GET", f"/atoms/v1/agent/{agent}/branches") == branches
        assert again.data("GET", "/atoms/v1/organization")["name"] == "Tea Ltd"
