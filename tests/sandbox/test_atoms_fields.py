"""Every field that a request to Atoms may have: what was written is read back, as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from records_app import SPECS, START, RecordsApp

from smallestai.sandbox import atoms, atoms_events, atoms_realtime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SPEC = SPECS.atoms
NOBODY = "0" * 24
AGENT = "/atoms/v1/agent"
CALLS = "/atoms/v1/conversation"
CAMPAIGN = "/atoms/v1/campaign"
PRODUCT = "/atoms/v1/product"
KNOWLEDGE = "/atoms/v1/knowledgebase"
DOCUMENT = Path(__file__).parents[2] / "docs" / "sandbox.md"
TABLE = {"file": ("a.csv", "phone,name\n+12025550111,Ada\n+12025550122,Bo\n", "text/csv")}


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(atoms_realtime, atoms_events, atoms) as opened:
        yield opened


@pytest.fixture
def agent(app: RecordsApp) -> str:
    made: str = make(app, AGENT, name="Desk")
    return made


def make(app: RecordsApp, path: str, **body: Any) -> Any:
    """Create something; return its id, or what the reply shows."""
    return app.data("POST", path, json=body)


def properties(operation: str) -> Mapping[str, Any]:
    """Return the schemas of the fields of an operation's JSON body."""
    pointer = SPEC.operations[operation].body
    assert pointer is not None
    found: Mapping[str, Any] = SPEC.resolve(pointer)[1]["properties"]
    return found


def unusual(schema: Mapping[str, Any], name: str) -> Any:
    """Return a value that a schema allows and that no default of the service is."""
    if "$ref" in schema:
        schema = SPEC.resolve(schema["$ref"].removeprefix("#"))[1]
    for choice in ("oneOf", "anyOf"):
        if choice in schema:
            real = [each for each in schema[choice] if each.get("type") != "null"]
            return unusual(real[-1], name)
    kinds = schema.get("type", "object")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if "enum" in schema:
        return schema["enum"][-2]  # no default is the last but one
    if kind == "object":
        inner, other = schema.get("properties", {}), schema.get("additionalProperties")
        named = {key: unusual(each, key) for key, each in inner.items()}
        any_name = {"a": unusual(other, "a") if isinstance(other, dict) else {"b": [1.5, None]}}
        return named or any_name
    if kind == "array":
        return [unusual(schema["items"], name)]
    if kind == "string":
        return "https://example.test/a" if schema.get("format") == "uri" else f"my {name}"
    # The default of these three booleans is true, that of all others false.
    true = ("allowInterruptions", "allowInboundCall", "enableStyleGuide")
    return name not in true if kind == "boolean" else schema.get("maximum", 7)


def number_of(app: RecordsApp, index: int = 0, **query: str) -> dict[str, Any]:
    """Rent a number that is offered; return it as it is listed."""
    asked = {"countryCode": "US", "provider": "plivo", **query}
    offered = app.data("GET", f"{PRODUCT}/get-available-numbers", params=asked)[index]
    body = {"phoneNumber": offered["phoneNumber"], "provider": offered["provider"]}
    app.data("POST", f"{PRODUCT}/rent-number", json=body)
    found = app.data("GET", f"{PRODUCT}/phone-numbers")
    (rented,) = (n for n in found if n["attributes"]["phoneNumber"] == offered["phoneNumber"])
    shown = {name: rented["attributes"][name] for name in offered}
    assert shown == offered
    return dict(rented)


def test_settings_of_a_new_agent(app: RecordsApp) -> None:
    """Each setting is in the agent and in its list entry; all others are as by default."""
    default = app.data("GET", f"{AGENT}/{make(app, AGENT, name='my name')}")
    for name, schema in properties("createAgent").items():
        value = unusual(schema, name)
        made = make(app, AGENT, **{"name": "my name", name: value})
        shown = app.data("GET", f"{AGENT}/{made}")
        assert name == "name" or default.get(name) != value, name
        assert shown[name] == value, name
        (entry, *_) = app.data("GET", AGENT, params={"offset": 1})["agents"]
        assert (entry["_id"], entry[name]) == (made, value)
        own = {"_id", "workflowId", "activeVersionId", "_resolvedConfig", name}
        assert {key for key in shown if shown[key] != default.get(key)} <= own, name


def test_what_is_no_setting_is_ignored(app: RecordsApp) -> None:
    """A field that agents do not have, or that the server sets, changes nothing."""
    strange = {"_id": "x", "archived": True, "totalCalls": 9, "organization": "x", "secret": "x"}
    shown = app.data("GET", f"{AGENT}/{make(app, AGENT, name='Desk', **strange)}")
    assert {name: shown.get(name) for name in strange}.items().isdisjoint(strange.items())


def test_settings_in_a_draft(app: RecordsApp, agent: str) -> None:
    """Each is in the draft at once and in the agent when it is published; the others stay."""
    path = f"{AGENT}/{agent}"
    branch = app.data("GET", f"{path}/branches")["branches"][0]["branch"]["_id"]
    draft = f"{path}/branches/{branch}/draft"
    for name, schema in properties("updateDraft").items():
        if name == "expectedRevision":
            continue
        before, value = app.data("GET", path), unusual(schema, name)
        draft_id = app.data("PUT", draft, json={name: value})["draftId"]
        assert app.data("GET", path, params={"draftId": draft_id})[name] == value, name
        assert app.data("GET", path) == before, name
        published = app.data("POST", f"{draft}/publish", json={"label": name})["revision"]
        assert published["label"] == name
        after = app.data("GET", path)
        assert after[name] == value, name
        own = {name, "activeVersionId", "updatedAt", "_resolvedConfig"}
        assert {key for key in after if after[key] != before.get(key)} <= own, name


def test_an_agents_presentation(app: RecordsApp, agent: str) -> None:
    """A field that is changed is read back, and no other has changed."""
    number = number_of(app)
    path = f"{AGENT}/{agent}"
    for name, schema in properties("updateAgent").items():
        before = app.data("GET", path)
        value = [number["_id"]] if name == "telephonyProductId" else unusual(schema, name)
        app.request("PATCH", path, json={name: value})
        after = app.data("GET", path)
        assert after[name] == value != before.get(name), name
        own = {name, "updatedAt", "phoneNumber"}
        assert {key for key in after if after[key] != before.get(key)} <= own, name


def test_a_widget(app: RecordsApp, agent: str) -> None:
    """Each field of its settings is in the widget and in the agent, and the earlier ones stay."""
    path, sent = f"{AGENT}/{agent}/widget-config", dict[str, Any]()
    schema = properties("updateAgentWidgetConfig")["widgetConfig"]
    for name, value in unusual(schema, "widgetConfig").items():
        sent[name] = value
        app.request("PATCH", path, json={"widgetConfig": {name: value}})
        assert {key: app.data("GET", path)[key] for key in sent} == sent
        assert app.data("GET", f"{AGENT}/{agent}")["widgetConfig"] == sent


def test_workflows(app: RecordsApp, agent: str) -> None:
    """A prompt with tools of all fields, and a graph, are read back whole."""
    shown = app.data("GET", f"{AGENT}/{agent}")
    prompt = unusual(properties("updateWorkflowConfiguration")["singlePromptConfig"], "prompt")
    graph = {
        "nodes": [{"id": "n", "type": "start", "position": {"x": 1, "y": 2.5}, "data": {"a": [1]}}],
        "edges": [{"id": "e", "source": "n", "target": "n", "type": "default"}],
    }
    for kind, field, value in (
        ("single_prompt", "singlePromptConfig", prompt),
        ("workflow_graph", "workflowGraph", graph),
    ):
        path = f"/atoms/v1/workflow/{shown['workflowId']}"
        assert app.request("PATCH", path, json={"type": kind, field: value}).status_code == 200
        workflow = app.data("GET", f"{AGENT}/{agent}/workflow")
        assert (workflow["type"], workflow["data"]) == (kind, value)
        assert app.data("GET", f"{AGENT}/{agent}")["workflowType"] == kind
    assert (workflow["prompt"], workflow["tools"]) == (prompt["prompt"], prompt["tools"])


def test_agents_made_of_something(app: RecordsApp) -> None:
    """From answers and from a template: what the request says of the agent is in it."""
    body = {
        "name": "Bob",
        "description": "Sells bread.",
        "questions": [{"question": "Whom does it serve?", "answer": "Everybody in town. " * 4}],
        "voiceId": "magnus",
        "voiceModel": "gpt-realtime",
        "knowledgeBaseId": make(app, KNOWLEDGE, name="Bread"),
    }
    shown = app.data("GET", f"{AGENT}/{make(app, f'{AGENT}/with-ai', **body)}")
    assert (shown["name"], shown["description"]) == (body["name"], body["description"])
    voice = {"voiceId": "magnus", "model": "gpt-realtime"}
    assert shown["synthesizer"]["voiceConfig"].items() >= voice.items()
    assert shown["globalKnowledgeBaseId"] == body["knowledgeBaseId"]
    for part in ("Sells bread.", "Whom does it serve?", "Everybody in town."):
        assert part in shown["_resolvedConfig"]["prompt"]
    (first, second, *_) = app.data("GET", f"{AGENT}/template")
    for template in (first, second):
        body = {"agentName": "Eve", "agentDescription": "Mine", "templateId": template["_id"]}
        shown = app.data("GET", f"{AGENT}/{make(app, f'{AGENT}/from-template', **body)}")
        assert (shown["name"], shown["description"]) == ("Eve", "Mine")
        assert shown["_resolvedConfig"]["prompt"] == template["singlePromptConfig"]["prompt"]


def audience_of(app: RecordsApp, **fields: str) -> Any:
    """Make an audience of two people; return it."""
    form = {"name": "All", "phoneNumberColumnName": "phone", **fields}
    return app.data("POST", "/atoms/v1/audience", data=form, files=TABLE)


def test_an_audience(app: RecordsApp) -> None:
    """Its fields are in it and in its list entry; another column holds the numbers if named."""
    fields = {"name": "My", "description": "All of them", "identifierColumnName": "name"}
    made = audience_of(app, **fields)["_id"]
    path = f"/atoms/v1/audience/{made}"
    for shown in (app.data("GET", path), app.data("GET", "/atoms/v1/audience")[0]):
        assert shown.items() >= {**fields, "phoneNumberColumnName": "phone"}.items()
        assert shown["memberCount"] == 2
    people = [{"phone": "+12025550133", "name": "Cy", "more": 1}, {"name": "no number"}]
    (outcome,) = make(app, f"{path}/members", members=people)
    assert outcome["data"] == {"added": 1, "skipped": 1}
    members = app.data("GET", f"{path}/members")["members"]
    assert [each["data"]["name"] for each in members] == ["Ada", "Bo", "Cy"]
    assert members[2]["data"] == people[0]
    gone = {"memberIds": [members[0]["_id"], NOBODY]}
    assert app.data("DELETE", f"{path}/members", json=gone) == {"deletedCount": 1}
    left = app.data("GET", f"{path}/members")
    assert (left["members"], left["totalCount"]) == (members[1:], 2)
    assert app.data("GET", path)["memberCount"] == 2
    numbers = audience_of(app, phoneNumberColumnName="name")["_id"]
    assert app.data("GET", f"/atoms/v1/audience/{numbers}")["phoneNumberColumnName"] == "name"


def test_a_campaign(app: RecordsApp, agent: str) -> None:
    """Its fields are in it and in its list entry; the agent and the audience by their names."""
    audience = audience_of(app)["_id"]
    fields = {"name": "My", "description": "Mine", "maxRetries": 0, "retryDelay": 9}
    fields["scheduledAt"] = "2027-02-01T00:00:00.000Z"
    parts = {"agentId": agent, "audienceId": audience}
    made = make(app, CAMPAIGN, **fields, **parts)
    assert made.items() >= {**fields, **parts, "participantsCount": 2}.items()
    shown = app.data("GET", f"{CAMPAIGN}/{made['_id']}")["campaign"]
    (entry,) = app.data("GET", CAMPAIGN)["campaigns"]
    for each in (shown, entry):
        assert each.items() >= fields.items()
        assert (each["agent"]["_id"], each["agent"]["name"]) == (agent, "Desk")
        assert (each["audience"]["_id"], each["audience"]["name"]) == (audience, "All")
    (used,) = app.data("GET", "/atoms/v1/audience")
    assert [(each["_id"], each["status"]) for each in used["campaigns"]] == [
        (made["_id"], "scheduled")
    ]
    plain = make(app, CAMPAIGN, name="Plain", **parts)
    assert (plain["maxRetries"], plain["retryDelay"], plain["status"]) == (3, 15, "draft")


def test_further_attempts_of_a_campaign(app: RecordsApp, agent: str) -> None:
    """They name the call that they repeat and their number; both ends of the relation agree."""
    outcomes = {"+12025550111": "no_answer"}
    app.state.settings = evolve(app.state.settings, call_outcomes=outcomes)
    body = {"agentId": agent, "audienceId": audience_of(app)["_id"], "retryDelay": 1}
    campaign = make(app, CAMPAIGN, name="My", maxRetries=2, **body)["_id"]
    app.data("POST", f"{CAMPAIGN}/{campaign}/start")
    for _ in range(3):
        app.clock.now += 90
        app.data("GET", f"{CAMPAIGN}/{campaign}")
    third, second, _, first = app.data("GET", CALLS)["logs"]
    assert [each["retryAttemptNumber"] for each in (first, second, third)] == [None, 1, 2]
    assert [each["retryCallId"] for each in (first, second, third)] == [
        None,
        *(2 * [first["callId"]]),
    ]
    assert [each["retryCount"] for each in (first, second, third)] == [2, 0, 0]
    retries = app.data("GET", f"{CALLS}/{first['callId']}/retries")["retries"]
    assert [each["callId"] for each in retries] == [second["callId"], third["callId"]]


def test_numbers_of_campaigns_and_agents(app: RecordsApp, agent: str) -> None:
    """Calls come from the number named, else from the agent's, in turn where there are several."""
    one, two, three = (number_of(app, index=0) for _ in range(3))
    texts = [each["attributes"]["phoneNumber"] for each in (one, two, three)]
    to = {"agentId": agent, "phoneNumber": "+12025550111"}
    for change, more, expected in (
        ([], {}, "+12025550100"),
        ([one["_id"]], {}, texts[0]),
        ([one["_id"]], {"fromProductId": two["_id"]}, texts[1]),
    ):
        app.request("PATCH", f"{AGENT}/{agent}", json={"telephonyProductId": change})
        call = make(app, f"{CALLS}/outbound", **to, **more)["conversationId"]
        assert app.data("GET", f"{CALLS}/{call}")["from"] == expected
    body = {**to, "fromProductId": NOBODY}
    assert app.request("POST", f"{CALLS}/outbound", json=body).status_code == 400
    named = {"phoneNumberIds": [two["_id"], three["_id"]]}
    parts = {"agentId": agent, "audienceId": audience_of(app)["_id"], **named}
    campaign = make(app, CAMPAIGN, name="My", **parts)["_id"]
    app.data("POST", f"{CAMPAIGN}/{campaign}/start")
    logs = app.data("GET", CALLS, params={"campaignIds": campaign, "sortOrder": "asc"})["logs"]
    assert [each["from"] for each in logs] == texts[1:]


def test_a_number_belongs_to_one_agent(app: RecordsApp, agent: str) -> None:
    """Agent and number agree on it, however it was given; a copy of the agent has none."""
    number = number_of(app)
    path, text = f"{AGENT}/{agent}", number["attributes"]["phoneNumber"]
    other = make(app, AGENT, name="Other", telephonyProductId=[number["_id"]])
    for owner in (other, agent):
        held = {"telephonyProductId": [number["_id"]]}
        app.request("PATCH", f"{AGENT}/{owner}", json=held)
        assert app.data("GET", f"{PRODUCT}/phone-numbers")[0]["agentId"] == owner
        copy = {"targetOrganizationId": app.data("GET", path)["organization"]}
        copied = make(app, f"{path}/duplicate", **copy)["_id"]
        for each in (other, agent, copied):
            shown = app.data("GET", f"{AGENT}/{each}")
            assert shown["phoneNumber"] == ([text] if each == owner else [])
    app.data("POST", f"{PRODUCT}/release-number", json={"productId": number["_id"]})
    assert app.data("GET", path)["phoneNumber"] == []


@pytest.mark.parametrize(
    ("country", "area"),
    [("US", None), ("US", "415"), ("CA", None), ("CA", "416"), ("GB", "121"), ("IN", "22")],
)
def test_a_rented_number_is_the_one_offered(
    app: RecordsApp, country: str, area: str | None
) -> None:
    """Its country, area and company are those that it was offered with."""
    query = {"countryCode": country} | ({} if area is None else {"areaCode": area})
    attributes = number_of(app, index=2, **query)["attributes"]
    assert attributes["countryCode"] == country
    assert area in (None, attributes["areaCode"])


@pytest.mark.parametrize(
    ("country", "area"), [("US", "416"), ("CA", "415"), ("US", "x"), ("GB", "0")]
)
def test_an_area_of_no_such_country(app: RecordsApp, country: str, area: str) -> None:
    """There are no numbers in it."""
    query = {"countryCode": country, "provider": "twilio", "areaCode": area}
    assert app.data("GET", f"{PRODUCT}/get-available-numbers", params=query) == []


def test_a_call_by_a_version(app: RecordsApp) -> None:
    """A call has the settings of the version that it is placed with, and keeps them."""
    agent = make(app, AGENT, name="Desk", firstMessage="One", defaultVariables={"n": 1})
    path = f"{AGENT}/{agent}"
    first = app.data("GET", path)["activeVersionId"]
    branch = app.data("GET", f"{path}/branches")["branches"][0]["branch"]["_id"]
    edit = {
        "firstMessage": "Two",
        "defaultVariables": {"n": 2},
        "slmModel": "gpt-4o",
        "synthesizer": {"voiceConfig": {"voiceId": "magnus"}},
    }
    app.data("PUT", f"{path}/branches/{branch}/draft", json=edit)
    app.data("POST", f"{path}/branches/{branch}/draft/publish")
    second = app.data("GET", path)["activeVersionId"]
    app.data("PUT", f"{path}/branches/{branch}/draft", json={"firstMessage": "Three"})
    to = {"agentId": agent, "phoneNumber": "+12025550111"}
    test_call = f"{path}/branches/{branch}/test-call"
    calls = {
        "One": make(app, f"{CALLS}/outbound", **to, versionId=first)["conversationId"],
        "Two": make(app, f"{CALLS}/outbound", **to)["conversationId"],
        "Three": make(app, test_call, includeDraft=True)["callId"],
    }
    older = make(app, test_call, revisionId=first, mode="telephony", toPhone="+1202")["callId"]
    app.clock.now += 60
    found = {key: app.data("GET", f"{CALLS}/{call}") for key, call in calls.items()}
    for said, call in found.items():
        assert call["transcript"][0]["content"] == said
    assert (found["One"]["slmModelUsed"], found["Two"]["slmModelUsed"]) == ("electron", "gpt-4o")
    assert found["One"]["voiceConfigUsed"]["voiceId"] == "nyah"
    assert found["Two"]["voiceConfigUsed"]["voiceId"] == "magnus"
    assert [found[said]["variables"]["n"] for said in found] == [1, 2, 2]
    assert [found[said]["versionNumber"] for said in found] == [1, 2, None]
    assert [found[said]["versionId"] for said in ("One", "Two")] == [first, second]
    shown = app.data("GET", f"{CALLS}/{older}")
    assert (shown["transcript"][0]["content"], shown["to"]) == ("One", "+1202")
    for wrong in (NOBODY, branch):
        body = {**to, "versionId": wrong}
        assert app.request("POST", f"{CALLS}/outbound", json=body).status_code == 400


def test_metrics_of_calls(app: RecordsApp, agent: str) -> None:
    """A page of calls names the metrics that the calls on it have values for, each once."""
    branch = app.data("GET", f"{AGENT}/{agent}/branches")["branches"][0]["branch"]["_id"]
    metrics = [
        {
            "identifier": name,
            "dispositionMetricPrompt": "?",
            "dispositionMetricType": kind,
        }
        for name, kind in (("sold", "BOOLEAN"), ("amount", "INTEGER"))
    ]
    draft = f"{AGENT}/{agent}/branches/{branch}/draft"
    app.data("PUT", draft, json={"postCallAnalyticsConfig": {"dispositionMetrics": metrics}})
    to = {"agentId": agent, "phoneNumber": "+12025550111"}
    make(app, f"{CALLS}/outbound", **to)
    app.data("POST", f"{draft}/publish")
    for _ in range(2):
        make(app, f"{CALLS}/outbound", **to)
    columns = [
        {"identifier": "sold", "type": "BOOLEAN"},
        {"identifier": "amount", "type": "INTEGER"},
    ]
    assert app.data("GET", CALLS)["dispositionMetricsConfig"] == columns
    last = app.data("GET", CALLS, params={"limit": 1, "page": 3})
    assert last["dispositionMetricsConfig"] == []


def test_a_call_that_is_called_off(app: RecordsApp, agent: str) -> None:
    """The reason given is the reason shown, in the call and in the log that asks for it."""
    to = {
        "agentId": agent,
        "phoneNumber": "+12025550111",
        "variables": {"a": "b", "c": 1.5, "d": True},
    }
    call = make(app, f"{CALLS}/outbound", **to)["conversationId"]
    app.data("POST", f"{CALLS}/cancel", json={"callId": call, "reason": "wrong_number"})
    assert app.data("GET", f"{CALLS}/{call}")["variables"] == to["variables"]
    for reason, expected in (("wrong_number", [call]), ("cancelled", [])):
        logs = app.data("GET", CALLS, params={"disconnectReasonFilter": reason})["logs"]
        assert [each["callId"] for each in logs] == expected


def test_knowledge_bases(app: RecordsApp) -> None:
    """Name and description are replaced one by one; what is held is shown as it was sent."""
    base = make(app, KNOWLEDGE, name="First", description="Mine")
    path = f"{KNOWLEDGE}/{base}"
    for body, expected in (
        ({"name": "Second"}, ("Second", "Mine")),
        ({"name": "Second", "description": "Yours"}, ("Second", "Yours")),
    ):
        app.request("POST", path, json=body)
        for shown in (app.data("GET", path), app.data("GET", KNOWLEDGE)[0]):
            assert (shown["name"], shown["description"]) == expected
    app.request(
        "POST", f"{path}/items/upload-media", files={"media": ("a.txt", b"abc", "text/plain")}
    )
    app.request("POST", f"{path}/items/upload-text", json={"title": "T", "content": "Words"})
    file, text = app.data("GET", f"{path}/items")
    assert file.items() >= {"fileName": "a.txt", "contentType": "text/plain", "size": 3}.items()
    assert text.items() >= {"title": "T", "content": "Words", "itemType": "text"}.items()
    assert {each["knowledgeBaseId"] for each in (file, text)} == {base}
    app.data("POST", f"{path}/scrape-urls", json={"urls": ["https://a.test/", "https://b.test/"]})
    a, b = app.data("GET", f"{path}/scraped-urls")
    assert (a["url"], b["url"]) == ("https://a.test/", "https://b.test/")
    other = make(app, KNOWLEDGE, name="Other")
    for kind, each, left in (("items", file, [text]), ("scraped-urls", a, [b])):
        strange = f"{KNOWLEDGE}/{other}/{kind}/{each['_id']}"
        assert app.request("DELETE", strange).status_code == 400
        assert app.request("DELETE", f"{path}/{kind}/{each['_id']}").status_code == 200
        assert app.data("GET", f"{path}/{kind}") == left
        assert app.data("GET", f"{KNOWLEDGE}/{other}/{kind}") == []


def test_call_actions(app: RecordsApp, agent: str) -> None:
    """Each field is changed by itself; an action stays with its agent."""
    path = "/atoms/v1/call-actions"
    condition = {"field": "city", "operator": "neq", "value": "Pune"}
    body = {
        "agentId": agent,
        "category": "trigger",
        "provider": "crm",
        "action_type": "update",
        "object": "lead",
        "config": {"phoneNumberFieldName": "phone", "conditions": [condition], "body": "{}"},
    }
    made = make(app, path, **body)
    assert made.items() >= body.items()
    for name, schema in properties("updateCallAction").items():
        before = app.data("GET", f"{path}/{made['_id']}")
        value = {"category": "post-call", "action_type": "create"}.get(name, unusual(schema, name))
        app.request("PUT", f"{path}/{made['_id']}", json={name: value})
        after = app.data("GET", f"{path}/{made['_id']}")
        assert after == {**before, name: value, "updatedAt": after["updatedAt"]} != before, name
    app.request("PUT", f"{path}/{made['_id']}", json={"agentId": NOBODY})
    assert app.data("GET", path, params={"agentId": agent})["totalCount"] == 1


def test_webhooks(app: RecordsApp, agent: str) -> None:
    """Each field is changed by itself; subscriptions are the same from both ends."""
    path, address = "/atoms/v1/webhook", "http://127.0.0.1:9/a"
    events = [{"agentId": agent, "eventType": "pre-conversation"}]
    made = make(app, path, endpoint=address, description="Mine", events=events)
    other = make(app, path, endpoint=address, description="Other", events=[])
    one = {"webhookId": made}
    for body, expected in (
        ({"url": "ftp://elsewhere"}, (address, "Mine")),
        ({"description": "Yours"}, (address, "Yours")),
        ({"endpoint": f"{address}b"}, (f"{address}b", "Yours")),
        ({"headers": {"X-Mine": "1"}}, (f"{address}b", "Yours")),
    ):
        app.request("PATCH", f"{path}/{made}", json=body)
        shown = app.data("GET", path, params=one)
        assert (shown["url"], shown["description"]) == expected
    assert app.state.store.get("webhooks", made).body["headers"] == {"X-Mine": "1"}
    subscriptions = f"{AGENT}/{agent}/webhook-subscriptions"

    def ends() -> tuple[Any, Any]:
        hooks = app.data("GET", path)
        there = {(h["_id"], s["eventType"]) for h in hooks for s in h["subscriptions"]}
        assert {s["agentId"]["_id"] for h in hooks for s in h["subscriptions"]} <= {agent}
        here = {(s["webhookId"], s["eventType"]) for s in app.data("GET", subscriptions)}
        return here, there

    assert ends() == ({(made, "pre-conversation")},) * 2
    kinds = ["post-conversation", "analytics-completed"]
    make(app, subscriptions, webhookId=other, eventTypes=kinds)
    assert ends() == ({(other, kind) for kind in kinds},) * 2
    assert app.request("DELETE", f"{path}/{other}").status_code == 400
    app.data("DELETE", subscriptions)
    assert ends() == (set(), set())
    app.data("DELETE", f"{path}/{other}")
    assert [each["_id"] for each in app.data("GET", path)] == [made]


def test_an_application(app: RecordsApp) -> None:
    """It has the subject, the person and the files of the form; others have no part in it."""
    user = {"name": "Ada", "lastName": "Byron", "email": "ada@example.test", "country": "IN"}
    subject = {"countryIso": "IN", "numberType": "mobile", "userType": "business"}
    form = {**subject, "endUser": json.dumps(user), "documents": "[]"}
    path = "/atoms/v1/compliance"
    files = [("files", (name, b"%PDF", "application/pdf")) for name in ("a.pdf", "b.pdf")]
    made = app.data("POST", f"{path}/applications", data=form, files=files)
    expected = {
        **subject,
        "documentFileNames": ["a.pdf", "b.pdf"],
        "endUserName": "Ada",
        "endUserLastName": "Byron",
        "endUserEmail": "ada@example.test",
        "endUserCountry": "IN",
    }
    assert made.items() >= expected.items()
    assert app.data("GET", f"{path}/status", params=subject)["application"] == made
    for name, value in (("countryIso", "GB"), ("numberType", "local"), ("userType", "individual")):
        other = {**subject, name: value}
        assert app.data("GET", f"{path}/status", params=other)["application"] is None
        found = app.data("GET", f"{path}/requirements", params=other)
        assert {key: found[key] for key in subject} == other
    again = {"data": {"documents": "[]"}, "files": files[:1]}
    app.data("PATCH", f"{path}/applications/{made['_id']}", **again)
    shown = app.data("GET", f"{path}/status", params=subject)["application"]
    assert shown["documentFileNames"] == ["a.pdf"]


def test_a_number_from_elsewhere(app: RecordsApp) -> None:
    """It has its name; how its trunk is opened shows nowhere."""
    body = {
        "phoneNumber": "+442079460001",
        "sipTerminationUrl": "sip.example.test",
        "name": "Mine",
        "sipUsername": "me",
        "sipPassword": "hush",
    }
    made = make(app, f"{PRODUCT}/import-phone-number", **body)
    assert (
        made["attributes"].items() >= {"name": "Mine", "phoneNumber": body["phoneNumber"]}.items()
    )
    (shown,) = app.data("GET", f"{PRODUCT}/all-numbers")["customProducts"]
    assert shown["attributes"] == made["attributes"]
    assert shown["_id"] == made["_id"]


def test_lines_and_accounts(app: RecordsApp, agent: str) -> None:
    """Lines that are set aside, and accounts elsewhere, are read back."""
    lines = {"webcall": 1, "outbound": 2, "inbound": 3, "chat": 4}
    sent = {"reservations": [{"agentId": agent, **lines}]}
    app.data("PUT", "/atoms/v1/concurrency/reservations", json=sent)
    shown = app.data("GET", "/atoms/v1/concurrency")
    assert shown["agents"] == [{"agentId": agent, "agentName": "Desk", "avatarUrl": None, **lines}]
    assert shown["totalReserved"] == 10 == shown["orgLimit"] - shown["unreservedPool"]
    account = {"licenseCode": "l", "environment": "e", "apiKey": "0123456789"}
    integration = "/atoms/v1/integration"
    make(app, f"{integration}/modify-webengage-integration", integrationSets=[account])
    (found,) = app.data("GET", f"{integration}/get-webengage-details")["integrationSets"]
    assert found == {**account, "apiKey": "****6789"}


def test_blocked_numbers(app: RecordsApp, agent: str) -> None:
    """They are listed by agent, by text, in both orders of either field, in pages."""
    numbers = ("+12025550001", "+12025550002")
    app.state.settings = evolve(app.state.settings, do_not_call=numbers)
    app.clock.now = START + 5
    other = make(app, AGENT, name="Other")
    for query, expected in (
        ({}, 4),
        ({"agentId": agent}, 2),
        ({"agentId": agent, "search": "0002"}, 1),
        ({"search": "0002"}, 2),
        ({"search": "0003"}, 0),
        ({"offset": "3"}, 3),
        ({"offset": "3", "page": "2"}, 1),
    ):
        found = app.data("GET", "/atoms/v1/dnc", params=query)["entries"]
        assert len(found) == expected, query
        asked = {agent} if "agentId" in query else {agent, other}
        assert {each["agentId"] for each in found} <= asked, query
    for field in ("phoneNumber", "createdAt"):
        for order, wanted in (("asc", numbers), ("desc", numbers[::-1])):
            query = {"agentId": agent, "sortField": field, "sortOrder": order}
            found = app.data("GET", "/atoms/v1/dnc", params=query)["entries"]
            assert tuple(each["phoneNumber"] for each in found) == wanted


def test_a_released_number_has_still_cost(app: RecordsApp) -> None:
    """What was spent stays spent, and stays in the ledger."""
    before = app.data("GET", "/atoms/v1/user/subscription")["currentCredits"]
    number = number_of(app)
    rented = app.send("GET", "/payment/v1/credits/ledger").json()["data"]["transactions"]
    app.data("POST", f"{PRODUCT}/release-number", json={"productId": number["_id"]})
    after = app.send("GET", "/payment/v1/credits/ledger").json()["data"]["transactions"]
    assert after == rented
    assert app.data("GET", "/atoms/v1/user/subscription")["currentCredits"] == before - 5


HERE = {
    *("createAgent", "updateDraft", "agentVersioningBranchesPublishDraft", "updateAgent"),
    *("updateAgentWidgetConfig", "updateWorkflowConfiguration", "createAgentWithAi"),
    *("createAgentFromTemplate", "duplicateAgent", "testCall", "startOutboundCall"),
    *("conversationsCancel", "audienceCreate", "addMembers", "removeMembers", "campaignsCreate"),
    *("knowledgeBaseCreate", "knowledgeBaseUpdate", "uploadMedia", "uploadText", "scrapeUrls"),
    *("createCallAction", "updateCallAction", "webhooksCreate", "webhooksUpdate"),
    *("replaceSubscriptions", "complianceSubmit", "complianceResubmit", "phoneNumbersRent"),
    *("phoneNumbersRelease", "importSip", "updateConcurrencyReservations"),
    "modifyWebEngageIntegration",
}
ELSEWHERE = {
    "agentVersioningBranchesRename": "test_atoms_versioning.py",
    "callsSearch": "test_atoms_calls.py",
    "completeUpload": "test_atoms_knowledge.py",
    "createBranch": "test_atoms_versioning.py",
    "extractSitemapUrls": "test_atoms_knowledge.py",
    "getAgentAvatarPresignedUrl": "test_atoms_knowledge.py",
    "getUploadUrl": "test_atoms_knowledge.py",
    "promptScoringScore": "test_atoms_versioning.py",
    "registerCall": "test_atoms_realtime.py",
    "startWebCallConversation": "test_atoms_conversations.py",
    "startWebChatConversation": "test_atoms_conversations.py",
    "updateOrganizationName": "test_atoms_account.py",
}
"""Where the fields of other operations are read back."""


def test_no_body_is_forgotten() -> None:
    """The fields of every operation that takes a body are read back, here or elsewhere."""
    retired = ("/drafts", "/versions")
    taking = {
        each.id
        for each in SPEC.operations.values()
        if "requestBody" in SPEC.document["paths"][_below(each.path)][each.method.lower()]
        and not any(part in each.path for part in retired)
    }
    assert taking == HERE | ELSEWHERE.keys()
    folder = Path(__file__).parent
    assert all((folder / name).exists() for name in ELSEWHERE.values())


def _below(path: str) -> str:
    """Return a path as the document has it, which may be without the prefix of its server."""
    return path if path in SPEC.document["paths"] else path.removeprefix("/atoms/v1")


UNUSED = (
    *("allowInboundCall", "backgroundSound", "callDispositionConfig", "denoisingConfig"),
    *("documents", "emotiveToggle", "enableStyleGuide", "globalKnowledgeBaseId"),
    *("interruptionBackoffTimer", "language", "operatorData"),
    *("operatorId", "preCallAPI", "pronunciationDicts", "redactionConfig", "reservations"),
    *("sipPassword", "sipTerminationUrl", "sipUsername", "slmModel", "smartTurnConfig"),
    *("speechFormatting", "telephony_inbound", "timezone", "visibleToEveryone"),
    *("voiceDetectionConfig", "voiceMailDetectionConfig", "widgetConfig", "X-Organization-Id"),
)


@pytest.mark.parametrize("name", UNUSED)
def test_what_has_no_effect_is_said(name: str) -> None:
    """The document of the sandbox names it."""
    (section,) = (
        each for each in DOCUMENT.read_text("utf-8").split("\n## ") if "no effect" in each[:20]
    )
    assert f"`{name}`" in section
