"""Account, templates, agents and workflows of the sandbox."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from records_app import START, RecordsApp

from smallestai.sandbox import atoms

if TYPE_CHECKING:
    from collections.abc import Iterator

AGENT = "/atoms/v1/agent"
NOBODY = "0" * 24
ANSWER = "The agent greets the caller and writes down what the call is about."


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(atoms) as opened:
        yield opened


def create(app: RecordsApp, name: str = "Receptionist", **settings: Any) -> str:
    app.clock.now += 1
    agent_id: str = app.data("POST", AGENT, json={"name": name, **settings})
    return agent_id


def names(app: RecordsApp, **query: Any) -> list[str]:
    return [each["name"] for each in app.data("GET", AGENT, params=query)["agents"]]


def organization(app: RecordsApp) -> str:
    return str(app.data("GET", "/atoms/v1/user")["organizationId"])


def test_the_account(app: RecordsApp) -> None:
    """User and subscription belong to one organisation, and the plan renews in the future."""
    user = app.data("GET", "/atoms/v1/user")
    subscription = app.data("GET", "/atoms/v1/user/subscription")
    assert user["organizationId"] == subscription["organization"]
    assert subscription["subscriptionActive"] is True
    assert subscription["renewalDate"] > "2027-01-15T08:00:00.000Z"


def test_a_created_agent_can_be_read(app: RecordsApp) -> None:
    """Creation answers 201 with the id; the agent has what was set and the service's defaults."""
    reply = app.request("POST", AGENT, json={"name": "Receptionist", "slmModel": "gpt-4o"})
    assert reply.status_code == 201
    assert reply.json()["status"] is True
    agent_id = reply.json()["data"]
    assert re.fullmatch(r"[0-9a-f]{24}", agent_id)
    agent = app.data("GET", f"{AGENT}/{agent_id}")
    assert (agent["_id"], agent["name"], agent["slmModel"]) == (
        agent_id,
        "Receptionist",
        "gpt-4o",
    )
    assert agent["workflowType"] == "single_prompt"
    assert agent["synthesizer"]["voiceConfig"]["voiceId"] == "nyah"
    assert agent["archived"] is False
    assert agent["totalCalls"] == 0
    assert agent["createdAt"] == agent["updatedAt"] == "2027-01-15T08:00:00.000Z"
    assert agent["organization"] == organization(app)
    assert agent["_configSource"] == "active"


def test_partial_settings_keep_the_other_defaults(app: RecordsApp) -> None:
    """A setting inside an object leaves its neighbours at their defaults."""
    agent_id = create(app, synthesizer={"speed": 1.5, "voiceConfig": {"voiceId": "magnus"}})
    synthesizer = app.data("GET", f"{AGENT}/{agent_id}")["synthesizer"]
    assert synthesizer["speed"] == 1.5
    assert synthesizer["sampleRate"] == 16000
    assert synthesizer["voiceConfig"]["voiceId"] == "magnus"
    assert synthesizer["voiceConfig"]["model"] == "waves_lightning_v3_1"


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({}, ["name: Required"]),
        ({"name": 3}, ["name: Expected string, received number"]),
        (
            {"name": "x", "interruptionBackoffTimer": 11},
            ["interruptionBackoffTimer: Number must be less than or equal to 10"],
        ),
        (
            {"name": "x", "synthesizer": {"speed": 3}},
            ["synthesizer.speed: Number must be less than or equal to 2"],
        ),
    ],
)
def test_a_bad_agent_is_refused(app: RecordsApp, body: dict[str, Any], errors: list[str]) -> None:
    """A body that breaks the specification is a 400, one text per fault, and nothing is kept."""
    reply = app.request("POST", AGENT, json=body)
    assert reply.status_code == 400
    assert reply.json() == {"status": False, "errors": errors}
    assert names(app) == []


def test_a_body_that_is_no_json_is_refused(app: RecordsApp) -> None:
    """A body that cannot be parsed is a 400 like any other."""
    reply = app.request("POST", AGENT, content=b"{")
    assert (reply.status_code, reply.json()["errors"]) == (400, ["Invalid JSON"])


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None),
        ("PATCH", "", {"name": "x"}),
        ("DELETE", "/archive", None),
        ("POST", "/duplicate", {"targetOrganizationId": NOBODY}),
    ],
)
def test_an_unknown_agent_is_a_400(
    app: RecordsApp, method: str, path: str, body: dict[str, Any] | None
) -> None:
    """An id that no agent has, or that is no id, is a 400 without `status`."""
    unknown = app.request(method, f"{AGENT}/{NOBODY}{path}", json=body)
    assert (unknown.status_code, unknown.json()) == (400, {"errors": ["No agent found"]})
    invalid = app.request(method, f"{AGENT}/connect{path}", json=body)
    assert (invalid.status_code, invalid.json()) == (400, {"errors": ["Invalid agent id"]})


def test_agents_are_listed_in_pages(app: RecordsApp) -> None:
    """Newest first, ten a page unless `offset` says otherwise; the total counts all pages."""
    for number in range(12):
        create(app, f"agent {number}")
    first = app.data("GET", AGENT)
    assert [each["name"] for each in first["agents"]] == [f"agent {n}" for n in range(11, 1, -1)]
    assert first["total"] == 12
    assert names(app, page=2) == ["agent 1", "agent 0"]
    assert names(app, page=3, offset=5) == ["agent 1", "agent 0"]
    assert names(app, page=9) == []


def test_agents_are_searched_sorted_and_filtered(app: RecordsApp) -> None:
    """Search ignores case; sorting and the type filter take the documented values."""
    create(app, "Beta", workflowType="workflow_graph")
    create(app, "alpha")
    create(app, "gamma")
    assert names(app, search="ALPH") == ["alpha"]
    assert names(app, sortField="name", sortOrder="asc") == ["alpha", "Beta", "gamma"]
    assert names(app, sortOrder="asc") == ["Beta", "alpha", "gamma"]
    assert names(app, type="workflow_graph") == ["Beta"]


@pytest.mark.parametrize(
    "query", [{"page": "x"}, {"sortField": "color"}, {"type": "poem"}, {"archived": "maybe"}]
)
def test_a_bad_query_is_refused(app: RecordsApp, query: dict[str, str]) -> None:
    """A parameter out of its range is a 400 that names it."""
    reply = app.request("GET", AGENT, params=query)
    assert reply.status_code == 400
    assert [error.split(":")[0] for error in reply.json()["errors"]] == list(query)


def test_an_agent_can_be_renamed(app: RecordsApp) -> None:
    """What presents an agent can be changed; the rest and the time of creation stay."""
    agent_id = create(app, description="before")
    app.clock.now = START + 60
    changes = {
        "name": "Front desk",
        "avatarUrl": "https://example.com/a.png",
        "telephonyProductId": [NOBODY],
        "allowInboundCall": False,
        "visibleToEveryone": True,
    }
    reply = app.request("PATCH", f"{AGENT}/{agent_id}", json={**changes, "unknown": 1})
    assert (reply.status_code, reply.json()["status"]) == (200, True)
    agent = app.data("GET", f"{AGENT}/{agent_id}")
    assert {name: agent[name] for name in changes} == changes
    assert "unknown" not in agent
    assert agent["description"] == "before"
    assert agent["createdAt"] == "2027-01-15T08:00:01.000Z"
    assert agent["updatedAt"] == "2027-01-15T08:01:00.000Z"


@pytest.mark.parametrize(
    "field",
    ["slmModel", "globalPrompt", "language", "synthesizer", "firstMessage", "singlePromptConfig"],
)
def test_settings_of_behaviour_cannot_be_patched(app: RecordsApp, field: str) -> None:
    """A field that belongs to the agent's versions is a 400, and nothing of the request is done."""
    agent_id = create(app)
    reply = app.request("PATCH", f"{AGENT}/{agent_id}", json={"name": "Other", field: "x"})
    assert reply.status_code == 400
    assert reply.json()["status"] is False
    assert field in reply.json()["errors"][0]
    assert app.data("GET", f"{AGENT}/{agent_id}")["name"] == "Receptionist"


def test_archiving_and_bringing_back(app: RecordsApp) -> None:
    """An archived agent leaves the list for that of the archived ones, until it is brought back."""
    agent_id, path = create(app), "archive"
    done = app.data("DELETE", f"{AGENT}/{agent_id}/{path}")
    assert done == {"message": "Agent archived"}
    assert names(app) == []
    assert names(app, archived="true") == ["Receptionist"]
    agent = app.data("GET", f"{AGENT}/{agent_id}")
    assert agent["archived"] is True
    assert agent["archivedAt"] == "2027-01-15T08:00:01.000Z"
    done = app.data("DELETE", f"{AGENT}/{agent_id}/{path}", params={"on": "false"})
    assert done == {"message": "Agent unarchived"}
    assert names(app) == ["Receptionist"]
    assert "archivedAt" not in app.data("GET", f"{AGENT}/{agent_id}")


def test_archive_takes_the_two_texts_only(app: RecordsApp) -> None:
    """`on` is the text true or false."""
    agent_id = create(app)
    assert app.request("DELETE", f"{AGENT}/{agent_id}/archive?on=1").status_code == 400
    assert app.data("DELETE", f"{AGENT}/{agent_id}/archive?on=true")["message"] == "Agent archived"


def test_a_copy_is_an_agent_of_its_own(app: RecordsApp) -> None:
    """A duplicate has the settings and the workflow, and changing it leaves the first alone."""
    agent_id = create(app, firstMessage="Hello!")
    workflow = app.data("GET", f"{AGENT}/{agent_id}")["workflowId"]
    prompt = {"type": "single_prompt", "singlePromptConfig": {"prompt": "Be brief."}}
    app.request("PATCH", f"/atoms/v1/workflow/{workflow}", json=prompt)
    body = {"targetOrganizationId": organization(app)}
    reply = app.request("POST", f"{AGENT}/{agent_id}/duplicate", json=body)
    assert reply.status_code == 201
    copy_id = reply.json()["data"]["_id"]
    copy = app.data("GET", f"{AGENT}/{copy_id}")
    assert (copy["firstMessage"], copy["name"]) == ("Hello!", "Receptionist (copy)")
    assert copy["workflowId"] != workflow
    assert app.data("GET", f"{AGENT}/{copy_id}/workflow")["prompt"] == "Be brief."
    graph = {"nodes": [{"id": "n1"}], "edges": []}
    body = {"type": "workflow_graph", "workflowGraph": graph}
    app.request("PATCH", f"/atoms/v1/workflow/{copy['workflowId']}", json=body)
    body = {"targetOrganizationId": organization(app)}
    third = app.data("POST", f"{AGENT}/{copy_id}/duplicate", json=body)["_id"]
    assert app.data("GET", f"{AGENT}/{third}/workflow")["data"] == graph
    assert app.data("GET", f"{AGENT}/{agent_id}/workflow")["type"] == "single_prompt"
    app.request("PATCH", f"{AGENT}/{copy_id}", json={"name": "Second"})
    assert app.data("GET", f"{AGENT}/{agent_id}")["name"] == "Receptionist"


def test_a_copy_into_a_strange_organisation_is_forbidden(app: RecordsApp) -> None:
    """The key's own organisation is the only target; an id that is none is a 400."""
    path = f"{AGENT}/{create(app)}/duplicate"
    assert app.request("POST", path, json={"targetOrganizationId": NOBODY}).status_code == 403
    assert app.request("POST", path, json={"targetOrganizationId": "x"}).status_code == 400
    assert len(names(app)) == 1


def test_an_agent_from_answers(app: RecordsApp) -> None:
    """The answers become the prompt; the reply says `success`."""
    body = {
        "name": "Desk",
        "questions": [{"question": "What does it do?", "answer": ANSWER}],
        "voiceId": "magnus",
    }
    reply = app.request("POST", f"{AGENT}/with-ai", json=body)
    assert (reply.status_code, reply.json()["success"]) == (201, True)
    agent = app.data("GET", f"{AGENT}/{reply.json()['data']}")
    assert ANSWER in agent["_resolvedConfig"]["prompt"]
    assert agent["synthesizer"]["voiceConfig"]["voiceId"] == "magnus"


def test_a_short_answer_is_refused(app: RecordsApp) -> None:
    """Answers need fifty characters."""
    body = {"questions": [{"question": "What?", "answer": "Talk."}]}
    reply = app.request("POST", f"{AGENT}/with-ai", json=body)
    assert reply.status_code == 400
    assert reply.json()["errors"][0].startswith("questions.0.answer: ")


def test_the_questions_for_an_agent_from_answers(app: RecordsApp) -> None:
    """Every label names an example in every question, and the default is one of the labels."""
    config = app.data("GET", f"{AGENT}/prompt-config")
    assert config["defaultLabel"] in config["exampleLabels"]
    for question in config["questions"]:
        assert set(question["examples"]) == set(config["exampleLabels"])


def test_templates_by_region(app: RecordsApp) -> None:
    """Each region has templates of its own; without a region all are listed."""
    listed = {
        region: app.data("GET", f"{AGENT}/template", params={"region": region} if region else {})
        for region in ("us", "in", "")
    }
    assert {each["region"] for each in listed["us"]} == {"US"}
    assert {each["region"] for each in listed["in"]} == {"India"}
    assert len(listed[""]) == len(listed["us"]) + len(listed["in"])
    assert app.request("GET", f"{AGENT}/template?region=eu").status_code == 400


def test_an_agent_from_a_template(app: RecordsApp) -> None:
    """The agent has the template's prompt, tools and language, and the given name."""
    for template in app.data("GET", f"{AGENT}/template"):
        body = {"agentName": "Mine", "templateId": template["_id"]}
        reply = app.request("POST", f"{AGENT}/from-template", json=body)
        assert reply.status_code == 200
        agent = app.data("GET", f"{AGENT}/{reply.json()['data']}")
        resolved = agent["_resolvedConfig"]
        assert agent["name"] == "Mine"
        assert resolved["prompt"] == template["singlePromptConfig"]["prompt"]
        assert resolved["tools"] == template["singlePromptConfig"]["tools"]
        assert resolved["defaultLanguage"] == template["defaultLanguage"][:2].lower()


def test_an_unknown_template_is_refused(app: RecordsApp) -> None:
    """A template that does not exist is a 400, and no agent is made."""
    body = {"agentName": "Mine", "templateId": NOBODY}
    assert app.request("POST", f"{AGENT}/from-template", json=body).status_code == 400
    assert names(app) == []


def test_a_workflow_can_be_read_and_replaced(app: RecordsApp) -> None:
    """A workflow changes between prompt and graph, and the agent's type with it."""
    agent_id = create(app)
    workflow = app.data("GET", f"{AGENT}/{agent_id}")["workflowId"]
    assert app.data("GET", f"{AGENT}/{agent_id}/workflow") == {
        "prompt": "",
        "tools": [],
        "type": "single_prompt",
        "data": {"prompt": "", "tools": []},
    }
    graph = {"nodes": [{"id": "n1", "type": "start"}], "edges": []}
    body = {"type": "workflow_graph", "workflowGraph": graph}
    reply = app.request("PATCH", f"/atoms/v1/workflow/{workflow}", json=body)
    assert (reply.status_code, reply.content) == (200, b"")
    assert app.data("GET", f"{AGENT}/{agent_id}/workflow")["data"] == graph
    assert app.data("GET", f"{AGENT}/{agent_id}")["workflowType"] == "workflow_graph"


def test_a_workflow_update_needs_its_content(app: RecordsApp) -> None:
    """The content that the type calls for must be there; an unknown workflow is a 404."""
    workflow = app.data("GET", f"{AGENT}/{create(app)}")["workflowId"]
    reply = app.request("PATCH", f"/atoms/v1/workflow/{workflow}", json={"type": "workflow_graph"})
    assert (reply.status_code, reply.json()["errors"]) == (400, ["workflowGraph: Required"])
    body = {"type": "single_prompt", "singlePromptConfig": {"prompt": "x"}}
    assert app.request("PATCH", f"/atoms/v1/workflow/{NOBODY}", json=body).status_code == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "drafts"),
        ("PATCH", "drafts/d1/config"),
        ("GET", "versions"),
        ("PATCH", "versions/v1/activate"),
    ],
)
def test_the_first_versioning_has_moved(app: RecordsApp, method: str, path: str) -> None:
    """The routes of drafts and versions answer 409 with the headers of a deprecation."""
    reply = app.send(method, f"{AGENT}/{create(app)}/{path}")
    assert reply.status_code == 409
    assert reply.json()["error_type"] == "versioning_v2_migration_required"
    assert reply.headers["deprecation"] == "true"
    assert reply.headers["sunset"].endswith("GMT")


def test_only_the_live_version_can_be_asked_for(app: RecordsApp) -> None:
    """The active version is shown as such; a draft or another version is not found."""
    agent_id = create(app)
    version = app.data("GET", f"{AGENT}/{agent_id}")["activeVersionId"]
    shown = app.data("GET", f"{AGENT}/{agent_id}", params={"versionId": version})
    assert shown["_configSource"] == "version"
    assert app.request("GET", f"{AGENT}/{agent_id}?versionId={NOBODY}").status_code == 400
    assert app.request("GET", f"{AGENT}/{agent_id}?draftId={NOBODY}").status_code == 400
