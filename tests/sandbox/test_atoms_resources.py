"""Numbers, compliance, call actions, integrations and concurrency in the sandbox."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from records_app import RecordsApp

from smallestai.sandbox import atoms

if TYPE_CHECKING:
    from collections.abc import Iterator

PRODUCT = "/atoms/v1/product"
ACTIONS = "/atoms/v1/call-actions"
COMPLIANCE = "/atoms/v1/compliance"
NOBODY = "0" * 24
SUBJECT = {"countryIso": "IN", "numberType": "local", "userType": "individual"}


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(atoms) as opened:
        yield opened


@pytest.fixture
def agent(app: RecordsApp) -> str:
    made: str = app.data("POST", "/atoms/v1/agent", json={"name": "Desk"})
    return made


def rentable(app: RecordsApp, **query: str) -> list[dict[str, Any]]:
    asked = {"countryCode": "US", "provider": "plivo", **query}
    found: list[dict[str, Any]] = app.data("GET", f"{PRODUCT}/get-available-numbers", params=asked)
    return found


def test_a_number_is_rented_and_released(app: RecordsApp, agent: str) -> None:
    """It is offered no more while it is rented, belongs to an agent, and is free afterwards."""
    offered = rentable(app)
    assert rentable(app) == offered
    number = offered[0]["phoneNumber"]
    body = {"phoneNumber": number, "provider": "plivo"}
    assert app.data("POST", f"{PRODUCT}/rent-number", json=body) == {"requiresAction": False}
    assert number not in {each["phoneNumber"] for each in rentable(app)}
    assert app.request("POST", f"{PRODUCT}/rent-number", json=body).status_code == 400
    (rented,) = app.data("GET", f"{PRODUCT}/phone-numbers")
    assert rented["attributes"]["phoneNumber"] == number
    assert (rented["productType"], rented["agentId"]) == ("telephony", None)
    held = {"telephonyProductId": [rented["_id"]]}
    app.request("PATCH", f"/atoms/v1/agent/{agent}", json=held)
    assert app.data("GET", f"{PRODUCT}/phone-numbers")[0]["agentId"] == agent
    release = {"productId": rented["_id"]}
    assert app.data("POST", f"{PRODUCT}/release-number", json=release) == {"success": True}
    assert app.data("GET", f"{PRODUCT}/phone-numbers") == []
    assert rentable(app) == offered
    assert app.request("POST", f"{PRODUCT}/release-number", json=release).status_code == 400


def test_numbers_are_offered_by_country_and_area(app: RecordsApp) -> None:
    """Each country, area and provider has numbers of its own; some countries have none."""
    here, there = rentable(app), rentable(app, countryCode="GB")
    assert all(each["phoneNumber"].startswith("+1") for each in here)
    assert all(each["phoneNumber"].startswith("+44") for each in there)
    area = rentable(app, areaCode="415")
    assert all(each["phoneNumber"].startswith("+1415") for each in area)
    assert {each["areaCode"] for each in area} == {"415"}
    query = {"countryCode": "ZZ", "provider": "plivo"}
    assert app.request("GET", f"{PRODUCT}/get-available-numbers", params=query).status_code == 400
    query = {"countryCode": "US", "provider": "carrier"}
    assert app.request("GET", f"{PRODUCT}/get-available-numbers", params=query).status_code == 400


def test_a_number_is_brought_along(app: RecordsApp) -> None:
    """It is listed beside those that are rented, and what its trunk is opened with never is."""
    body = {
        "phoneNumber": "+442079460000",
        "sipTerminationUrl": "sip.example",
        "sipUsername": "me",
        "sipPassword": "secret",
    }
    made = app.data("POST", f"{PRODUCT}/import-phone-number", json=body)
    assert made["productType"] == "custom"
    reply = app.request("GET", f"{PRODUCT}/all-numbers")
    listed = {**made, "productType": "custom-telephony"}
    assert reply.json()["data"] == {"telephonyProducts": [], "customProducts": [listed]}
    assert "secret" not in reply.text
    assert app.data("GET", f"{PRODUCT}/phone-numbers") == []
    again = app.request("POST", f"{PRODUCT}/import-phone-number", json=body)
    assert again.status_code == 400
    bad = {**body, "phoneNumber": "42"}
    assert app.request("POST", f"{PRODUCT}/import-phone-number", json=bad).status_code == 400


def test_what_a_number_costs(app: RecordsApp) -> None:
    """A part of the month's price, from the day on."""
    cost = app.data("GET", f"{PRODUCT}/proration-amount")
    assert (cost["daysInMonth"], cost["daysRemaining"]) == (31, 17)
    assert 0 < cost["immediateCharge"] < cost["monthlyRate"]


def submit(app: RecordsApp, **fields: Any) -> Any:
    """Send an application; return the reply."""
    user = {"name": "Ada", "lastName": "Byron"}
    form = {**SUBJECT, "endUser": json.dumps(user), "documents": "[]", **fields}
    files = {"files": ("passport.pdf", b"%PDF", "application/pdf")}
    return app.request("POST", f"{COMPLIANCE}/applications", data=form, files=files)


def step(app: RecordsApp) -> str:
    shown: str = app.data("GET", f"{COMPLIANCE}/status", params=SUBJECT)["step"]
    return shown


def test_an_application_is_examined(app: RecordsApp) -> None:
    """It goes from the form over being submitted to being accepted, in its time."""
    assert step(app) == "form"
    assert app.data("GET", f"{COMPLIANCE}/requirements", params=SUBJECT)["documentTypes"]
    made = submit(app)
    assert made.status_code == 201
    application = made.json()["data"]
    assert (application["status"], application["endUserName"]) == ("submitted", "Ada")
    assert application["documentFileNames"] == ["passport.pdf"]
    assert step(app) == "submitted"
    assert submit(app).status_code == 409
    path = f"{COMPLIANCE}/applications/{application['_id']}"
    assert app.data("POST", f"{path}/refresh")["status"] == "submitted"
    app.clock.now += 10
    assert app.data("POST", f"{path}/refresh")["status"] == "accepted"
    assert step(app) == "accepted"


def test_a_rejected_application_is_handed_in_again(app: RecordsApp) -> None:
    """Empty documents are rejected; new ones are examined anew."""
    form = {**SUBJECT, "endUser": "{}", "documents": "[]"}
    empty = {"files": ("passport.pdf", b"", "application/pdf")}
    made = app.data("POST", f"{COMPLIANCE}/applications", data=form, files=empty)
    app.clock.now += 10
    path = f"{COMPLIANCE}/applications/{made['_id']}"
    assert app.data("POST", f"{path}/refresh")["status"] == "rejected"
    files = {"files": ("passport.pdf", b"%PDF", "application/pdf")}
    again = app.data("PATCH", path, data={"documents": "[]"}, files=files)
    assert (again["status"], again["rejectionReason"]) == ("submitted", None)
    app.clock.now += 10
    assert step(app) == "accepted"


@pytest.mark.parametrize(
    "fields", [{"endUser": "Ada"}, {"endUser": "[]"}, {"documents": "{}"}, {"countryIso": "IND"}]
)
def test_a_bad_application_is_refused(app: RecordsApp, fields: dict[str, str]) -> None:
    """The refusal names the field."""
    reply = submit(app, **fields)
    assert reply.status_code == 400
    assert reply.json()["errors"][0].startswith(next(iter(fields)))
    assert step(app) == "form"


def test_an_unknown_application(app: RecordsApp) -> None:
    """It is a 404."""
    path = f"{COMPLIANCE}/applications/{NOBODY}"
    assert app.request("POST", f"{path}/refresh").status_code == 404
    files = {"files": ("a.pdf", b"%PDF", "application/pdf")}
    assert app.request("PATCH", path, data={"documents": "[]"}, files=files).status_code == 404


def action(app: RecordsApp, agent: str, **fields: Any) -> Any:
    """Make a call action; return it."""
    config = {
        "phoneNumberFieldName": "Phone",
        "conditions": [{"field": "status", "operator": "eq", "value": "new"}],
        "body": "{}",
    }
    body = {"agentId": agent, "category": "trigger", "provider": "crm", "config": config, **fields}
    return app.data("POST", ACTIONS, json=body)


def test_a_call_action_from_first_to_last(app: RecordsApp, agent: str) -> None:
    """It is made, read, changed in part and deleted; the replies say `success`."""
    made = action(app, agent, object="Lead")
    path = f"{ACTIONS}/{made['_id']}"
    assert app.request("GET", path).json() == {"success": True, "data": made}
    app.clock.now += 5
    changed = app.data("PUT", path, json={"provider": "other", "agentId": agent})
    assert (changed["provider"], changed["object"]) == ("other", "Lead")
    assert changed["updatedAt"] > changed["createdAt"]
    assert app.data("DELETE", path)["message"]
    for method in ("GET", "PUT", "DELETE"):
        assert app.request(method, path, json={}).status_code == 404


def test_call_actions_are_listed(app: RecordsApp, agent: str) -> None:
    """Those of one agent, in pages, by category and provider."""
    other = app.data("POST", "/atoms/v1/agent", json={"name": "Other"})
    action(app, other)
    made = [action(app, agent, provider=f"p{n % 2}")["_id"] for n in range(5)]
    query = {"agentId": agent}
    whole = app.data("GET", ACTIONS, params=query)
    assert [each["_id"] for each in whole["callActions"]] == made[::-1]
    assert (whole["totalCount"], whole["page"], whole["limit"]) == (5, 1, 10)
    page = app.data("GET", ACTIONS, params={**query, "page": 2, "limit": 2})
    assert [each["_id"] for each in page["callActions"]] == [made[2], made[1]]
    some = app.data("GET", ACTIONS, params={**query, "provider": "p1"})
    assert some["totalCount"] == 2
    none = app.data("GET", ACTIONS, params={**query, "category": "post-call"})
    assert none["callActions"] == []
    assert app.request("GET", ACTIONS).status_code == 400


def test_a_call_action_needs_an_agent(app: RecordsApp) -> None:
    """An unknown one is a 400, and so is a condition that compares in no known way."""
    body = {"agentId": NOBODY, "category": "trigger", "provider": "crm", "config": {}}
    reply = app.request("POST", ACTIONS, json=body)
    assert (reply.status_code, reply.json()) == (400, {"errors": ["No agent found"]})
    wrong = {"conditions": [{"field": "a", "operator": "like", "value": "b"}]}
    assert app.request("POST", ACTIONS, json={**body, "config": wrong}).status_code == 400


def test_an_integration_never_shows_its_key(app: RecordsApp) -> None:
    """What is set replaces what was; of a key only the end is shown."""
    path = "/atoms/v1/integration"
    assert app.data("GET", f"{path}/get-webengage-details")["integrationSets"] == []
    for code in ("one", "two"):
        each = {"licenseCode": code, "environment": "test", "apiKey": f"very-secret-{code}9"}
        body = {"integrationSets": [each]}
        assert (
            "very-secret"
            not in app.request("POST", f"{path}/modify-webengage-integration", json=body).text
        )
    reply = app.request("GET", f"{path}/get-webengage-details")
    (shown,) = reply.json()["data"]["integrationSets"]
    assert (shown["licenseCode"], shown["apiKey"]) == ("two", "****two9")
    empty = {"integrationSets": []}
    refused = app.request("POST", f"{path}/modify-webengage-integration", json=empty)
    assert refused.status_code == 400


def test_lines_are_set_aside(app: RecordsApp, agent: str) -> None:
    """They are taken from the organisation's; more than there are is a 400 and changes nothing."""
    path = "/atoms/v1/concurrency"
    lines = {"agentId": agent, "webcall": 1, "outbound": 2, "inbound": 3, "chat": 0}
    asked = {"reservations": [lines]}
    assert app.data("PUT", f"{path}/reservations", json=asked) == {"updated": 1}
    shown = app.data("GET", path)
    assert (shown["orgLimit"], shown["totalReserved"], shown["unreservedPool"]) == (20, 6, 14)
    assert shown["agents"] == [{**lines, "agentName": "Desk", "avatarUrl": None}]
    much = {"reservations": [{**lines, "outbound": 20}]}
    assert app.request("PUT", f"{path}/reservations", json=much).status_code == 400
    unknown = {"reservations": [{**lines, "agentId": NOBODY}]}
    assert app.request("PUT", f"{path}/reservations", json=unknown).status_code == 400
    assert app.data("GET", path) == shown


def test_ready_made_metrics(app: RecordsApp) -> None:
    """Each can stand in an agent's post-call analytics as it is."""
    templates = app.data("GET", "/atoms/v1/disposition-metric-templates")
    names = [each["identifier"] for each in templates]
    assert names
    assert len(set(names)) == len(names)


def test_a_secret_goes_in_and_never_comes_out(app: RecordsApp) -> None:
    """It is listed, replaced and deleted by its name and its id; its value is in no reply."""
    path = "/atoms/v1/secret"
    body = {"name": "crm", "value": "hush-hush"}
    made = app.send("POST", path, json=body)
    assert made.status_code == 201
    one = f"{path}/{made.json()['data']['_id']}"
    replies = [
        made,
        app.send("GET", path),
        app.send("GET", one),
        app.send("PATCH", one, json={"value": "hush-hush-hush"}),
    ]
    assert all(reply.is_success for reply in replies)
    assert not any("hush" in reply.text for reply in replies)
    assert app.state.store.find("secrets", "name", "crm").body["value"] == "hush-hush-hush"
    assert app.send("POST", path, json=body).status_code == 409
    assert app.send("DELETE", one).json() == {"status": True}
    assert app.send("GET", one).status_code == 404


def test_tools_are_kept_for_all_agents(app: RecordsApp) -> None:
    """What a tool must have is named when it lacks; what cannot be read is a 400."""
    path = "/atoms/v1/tool"
    lacking = app.send("POST", path, json={"name": "find"})
    assert (lacking.status_code, lacking.json()["errors"]) == (
        400,
        ["description: Required", "type: Required"],
    )
    body = {"name": "find", "description": "Finds", "type": "api_call", "config": {"url": "x"}}
    made = app.send("POST", path, json=body).json()["data"]
    assert app.send("GET", path).json()["data"] == [made]
    changed = app.send("PATCH", f"{path}/{made['_id']}", json={"description": "Searches"})
    assert changed.json()["data"]["config"] == {"url": "x"}
    for content in (b"{", b"[]"):
        assert app.send("POST", path, content=content).status_code == 400


def test_the_pace_of_a_trunk(app: RecordsApp) -> None:
    """A number that was brought along dials once a second until another pace is set."""
    body = {"phoneNumber": "+442079460000", "sipTerminationUrl": "sip.example"}
    number = app.data("POST", f"{PRODUCT}/import-phone-number", json=body)["_id"]
    (pace,) = app.send("GET", f"{PRODUCT}/cps-limits").json()["data"]
    assert (pace["productId"], pace["cpsLimit"]) == (number, 1)
    path = f"{PRODUCT}/custom-trunk/cps-limit"
    for wrong in (0, 101, "5", True, None):
        refused = app.send("PATCH", path, json={"productId": number, "cpsLimit": wrong})
        assert refused.status_code == 400
    done = app.send("PATCH", path, json={"productId": number, "cpsLimit": 5}).json()["data"]
    assert app.send("GET", f"{PRODUCT}/cps-limits").json()["data"] == [done]
    assert done["cpsLimit"] == 5
    assert app.send("PATCH", path, json={"productId": NOBODY, "cpsLimit": 5}).status_code == 404
