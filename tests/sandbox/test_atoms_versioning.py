"""Branches, drafts and revisions of agents in the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from records_app import RecordsApp

from smallestai.sandbox import atoms

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = "0" * 24


class Agent:
    """An agent under test, and its default branch."""

    def __init__(self, app: RecordsApp) -> None:
        self.app = app
        body = {"name": "Desk", "firstMessage": "Hello."}
        self.id = app.data("POST", "/atoms/v1/agent", json=body)
        self.path = f"/atoms/v1/agent/{self.id}"
        (only,) = self.branches()
        self.main = only["branch"]["_id"]

    def branches(self) -> list[dict[str, Any]]:
        """Return the summaries of its branches."""
        found: list[dict[str, Any]] = self.app.data("GET", f"{self.path}/branches")["branches"]
        return found

    def get(self, **query: str) -> dict[str, Any]:
        """Return the agent as it is shown."""
        shown: dict[str, Any] = self.app.data("GET", self.path, params=query)
        return shown

    def at(self, below: str = "", branch: str | None = None) -> str:
        """Return a path below a branch, the default one unless another is named."""
        return f"{self.path}/branches/{branch or self.main}{below}"

    def edit(self, branch: str | None = None, **fields: Any) -> Any:
        """Change a branch's draft."""
        return self.app.data("PUT", self.at("/draft", branch), json=fields)

    def publish(self, branch: str | None = None, **fields: Any) -> Any:
        """Publish a branch's draft."""
        return self.app.data("POST", self.at("/draft/publish", branch), json=fields)

    def branch_off(self, name: str = "trial") -> str:
        """Make another branch; return its id."""
        body = {"sourceBranchId": self.main, "name": name}
        made: str = self.app.data("POST", f"{self.path}/branches", json=body)["_id"]
        return made


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(atoms) as opened:
        yield opened


@pytest.fixture
def agent(app: RecordsApp) -> Agent:
    return Agent(app)


def test_a_new_agent_has_one_live_branch(agent: Agent) -> None:
    """Its head is the agent's active version, and the first revision of all."""
    (summary,) = agent.branches()
    assert summary["isLive"] is True
    assert summary["branch"]["isDefault"] is True
    assert summary["branch"]["headRevisionId"] == agent.get()["activeVersionId"]
    assert (summary["revisionsCount"], summary["headRevisionNumber"]) == (1, 1)
    assert summary["hasOpenDraft"] is False
    assert agent.app.data("GET", agent.at()) == summary


def test_a_published_edit_is_live(agent: Agent) -> None:
    """A draft leaves the agent alone until it is published on the live branch."""
    draft = agent.edit(firstMessage="Good morning.")
    assert (draft["status"], draft["draftRevision"]) == ("draft", 1)
    assert agent.get()["firstMessage"] == "Hello."
    shown = agent.get(draftId=draft["draftId"])
    assert shown["_configSource"] == "draft"
    assert shown["_resolvedConfig"]["firstMessage"] == "Good morning."
    before = agent.get()["activeVersionId"]
    done = agent.publish(label="Polite")
    assert done["state"] == "committed"
    revision = done["revision"]
    assert (revision["status"], revision["label"]) == ("published", "Polite")
    assert (revision["revisionNumber"], revision["isActive"]) == (2, True)
    now = agent.get()
    assert (now["firstMessage"], now["activeVersionId"]) == ("Good morning.", revision["_id"])
    old = agent.get(versionId=before)
    assert old["_resolvedConfig"]["firstMessage"] == "Hello."


def test_edits_of_a_draft_add_up(agent: Agent) -> None:
    """Each edit keeps what it does not name, objects included, and is told of in the history."""
    agent.edit(firstMessage="One.")
    agent.edit(synthesizer={"speed": 1.5}, expectedRevision=1)
    detail = agent.app.data("GET", agent.at("/draft"))
    assert detail["editCount"] == 2
    assert detail["latest"]["draftRevision"] == 2
    sections = [edit["changedSections"] for edit in detail["editHistory"]]
    assert sections == [["voice"], ["workflow_prompt"]]
    numbers = [edit["revision"]["draftRevision"] for edit in detail["editHistory"]]
    assert numbers == [2, 1]
    revision = agent.publish()["revision"]["_id"]
    history = agent.app.data("GET", agent.at(f"/revisions/{revision}/history"))
    assert [step["changedSections"] for step in history["trail"]] == sections
    now = agent.get()
    assert now["firstMessage"] == "One."
    assert now["synthesizer"]["speed"] == 1.5
    assert now["synthesizer"]["sampleRate"] == 16000


def test_a_prompt_is_edited_in_a_draft(agent: Agent) -> None:
    """`singlePromptConfig` of a draft becomes the prompt of the workflow when published."""
    agent.edit(singlePromptConfig={"prompt": "Be brief.", "tools": []})
    assert agent.app.data("GET", f"{agent.path}/workflow")["prompt"] == ""
    agent.publish()
    assert agent.app.data("GET", f"{agent.path}/workflow")["prompt"] == "Be brief."


def test_an_edit_of_an_older_draft_is_a_conflict(agent: Agent) -> None:
    """The refusal says both numbers and where the two differ, and changes nothing."""
    agent.edit(firstMessage="One.")
    body = {"firstMessage": "Two.", "expectedRevision": 0}
    reply = agent.app.request("PUT", agent.at("/draft"), json=body)
    assert reply.status_code == 409
    conflict = reply.json()["data"]["conflict"]
    assert (conflict["expectedRevision"], conflict["latestRevision"]) == (0, 1)
    (section,) = conflict["diffs"]
    assert section["changes"] == [{"path": "firstMessage", "oldValue": "One.", "newValue": "Two."}]
    assert agent.app.data("GET", agent.at("/draft"))["editCount"] == 1


def test_a_dropped_draft_is_gone(agent: Agent) -> None:
    """The branch's head stays, and there is no draft to read, drop or publish any more."""
    agent.edit(firstMessage="One.")
    assert agent.app.data("DELETE", agent.at("/draft")) == {"discarded": True}
    for method, below in (("GET", ""), ("DELETE", ""), ("POST", "/publish")):
        assert agent.app.request(method, agent.at(f"/draft{below}")).status_code == 404
    assert agent.branches()[0]["revisionsCount"] == 1


def test_a_branch_goes_live(agent: Agent) -> None:
    """Another branch has no head until something is published on it; then it can be made live."""
    trial = agent.branch_off()
    reply = agent.app.request("POST", agent.at("/live", trial))
    assert (reply.status_code, reply.json()["error_type"]) == (409, "branch_has_no_revision")
    agent.edit(trial, firstMessage="Trial.")
    agent.publish(trial)
    assert agent.get()["firstMessage"] == "Hello."
    live = agent.app.data("POST", agent.at("/live", trial))
    assert (live["isLive"], live["headRevisionNumber"]) == (True, 1)
    assert agent.get()["firstMessage"] == "Trial."
    assert [each["isLive"] for each in agent.branches()] == [False, True]
    agent.app.data("POST", agent.at("/live"))
    assert agent.get()["firstMessage"] == "Hello."


def test_branches_have_names_of_their_own(agent: Agent) -> None:
    """A name that is taken is a 409; renaming to the same name is none."""
    trial = agent.branch_off()
    body = {"sourceBranchId": agent.main, "name": "trial"}
    taken = agent.app.request("POST", f"{agent.path}/branches", json=body)
    assert (taken.status_code, taken.json()["error_type"]) == (409, "branch_name_taken")
    assert agent.app.request("PATCH", agent.at(), json={"name": "trial"}).status_code == 409
    assert agent.app.data("PATCH", agent.at("", trial), json={"name": "trial"})["name"] == "trial"
    assert agent.app.data("PATCH", agent.at("", trial), json={"name": "test"})["name"] == "test"


def test_archiving_branches(agent: Agent) -> None:
    """The default and the live branch stay; an archived one takes no changes."""
    trial = agent.branch_off()
    assert agent.app.request("POST", agent.at("/archive")).status_code == 400
    agent.edit(trial, firstMessage="Trial.")
    agent.publish(trial)
    agent.app.data("POST", agent.at("/live", trial))
    assert agent.app.request("POST", agent.at("/archive", trial)).status_code == 400
    agent.app.data("POST", agent.at("/live"))
    assert agent.app.data("POST", agent.at("/archive", trial)) == {"archived": True}
    refused = agent.app.request("PUT", agent.at("/draft", trial), json={"firstMessage": "x"})
    assert (refused.status_code, refused.json()["error_type"]) == (409, "branch_archived")


def test_an_older_revision_is_restored(agent: Agent) -> None:
    """Its settings become the new head, which says so; an open draft is in the way."""
    first = agent.get()["activeVersionId"]
    agent.edit(firstMessage="Two.")
    agent.publish()
    agent.edit(firstMessage="Three.")
    path = agent.at(f"/revisions/{first}/restore")
    blocked = agent.app.request("POST", path)
    assert (blocked.status_code, blocked.json()["error_type"]) == (409, "draft_open")
    agent.app.data("DELETE", agent.at("/draft"))
    revision = agent.app.data("POST", path)["revision"]
    assert revision["restoredFromRevisionId"] == first
    assert revision["restoredFromLabel"] == "Revision 1"
    assert revision["revisionNumber"] == 3
    assert agent.get()["firstMessage"] == "Hello."


def test_revisions_are_listed_newest_first(agent: Agent) -> None:
    """`skip` and `limit` cut pages out; each revision can be read with its settings."""
    for number in range(4):
        agent.edit(firstMessage=f"{number}")
        agent.publish()
    path = agent.at("/revisions")
    whole = agent.app.data("GET", path)
    assert [each["revisionNumber"] for each in whole["revisions"]] == [5, 4, 3, 2, 1]
    page = agent.app.data("GET", path, params={"skip": 1, "limit": 2})
    assert (page["revisions"], page["total"]) == (whole["revisions"][1:3], 5)
    third = whole["revisions"][2]["_id"]
    read = agent.app.data("GET", f"{path}/{third}")
    assert read["revision"] == whole["revisions"][2]
    assert read["resolvedConfig"]["firstMessage"] == "1"


def test_two_states_are_compared(agent: Agent) -> None:
    """Revisions, drafts and branches can stand on either side; what is unknown is a 404."""
    first = agent.get()["activeVersionId"]
    draft = agent.edit(firstMessage="New.")
    query = {"a": first, "b": draft["draftId"]}
    diff = agent.app.data("GET", f"{agent.path}/diff", params=query)
    assert [each["section"] for each in diff["diffs"]] == ["workflow_prompt"]
    (change,) = diff["diffs"][0]["changes"]
    assert (change["oldValue"], change["newValue"]) == ("Hello.", "New.")
    assert "voice" in diff["unchangedSections"]
    same = agent.app.data("GET", f"{agent.path}/diff", params={"a": first, "b": agent.main})
    assert same["diffs"] == []
    query = {"a": first, "b": NOBODY}
    assert agent.app.request("GET", f"{agent.path}/diff", params=query).status_code == 404


def test_a_publication_is_checked_first(app: RecordsApp, agent: Agent) -> None:
    """With a security check it is a 202; it can be called off until it has passed."""
    app.state.settings = evolve(app.state.settings, publish_seconds=60.0)
    agent.edit(firstMessage="Checked.")
    reply = app.request("POST", agent.at("/draft/publish"))
    assert (reply.status_code, reply.json()["data"]["state"]) == (202, "scanning")
    draft = app.data("GET", agent.at("/draft"))["latest"]
    assert draft["pendingPublish"]["state"] == "active"
    assert draft["securityCheck"]["status"] == "running"
    busy = app.request("PUT", agent.at("/draft"), json={"firstMessage": "x"})
    assert (busy.status_code, busy.json()["error_type"]) == (409, "publish_in_progress")
    assert app.data("POST", agent.at("/draft/publish/cancel")) == {"cancelled": True}
    assert app.request("POST", agent.at("/draft/publish/cancel")).status_code == 400
    assert app.request("POST", agent.at("/draft/publish")).status_code == 202
    app.clock.now += 61
    assert agent.get()["firstMessage"] == "Checked."
    assert agent.branches()[0]["headRevisionNumber"] == 2


def test_the_old_ways_of_changing_settings_make_revisions(agent: Agent) -> None:
    """A workflow or a widget that is changed directly is the head of the live branch at once."""
    workflow = agent.get()["workflowId"]
    body = {"type": "single_prompt", "singlePromptConfig": {"prompt": "Be kind."}}
    agent.app.request("PATCH", f"/atoms/v1/workflow/{workflow}", json=body)
    assert agent.branches()[0]["revisionsCount"] == 2
    widget = {"widgetConfig": {"theme": "dark"}}
    agent.app.data("PATCH", f"{agent.path}/widget-config", json=widget)
    assert agent.branches()[0]["revisionsCount"] == 3
    shown = agent.app.data("GET", f"{agent.path}/widget-config")
    assert (shown["theme"], shown["size"]) == ("dark", "full")
    agent.edit(firstMessage="Later.")
    agent.publish()
    assert agent.app.data("GET", f"{agent.path}/workflow")["prompt"] == "Be kind."


def test_test_calls(agent: Agent) -> None:
    """A room for the web, a call for a telephone, each with the revision it was asked for."""
    app = agent.app
    room = app.data("POST", agent.at("/test-call"))
    assert room["token"]
    assert room["host"].startswith("wss://")
    refused = app.request("POST", agent.at("/test-call"), json={"mode": "telephony"})
    assert (refused.status_code, refused.json()["errors"]) == (400, ["toPhone: Required"])
    body = {"mode": "telephony", "toPhone": "+12025550111"}
    call = app.data("POST", agent.at("/test-call"), json=body)
    (log,) = app.data("POST", "/atoms/v1/conversation/search", json={"callIds": [call["callId"]]})[
        "logs"
    ]
    assert (log["isTest"], log["versionId"]) == (True, agent.get()["activeVersionId"])
    unknown = {"revisionId": NOBODY}
    assert app.request("POST", agent.at("/test-call"), json=unknown).status_code == 404


@pytest.mark.parametrize("below", ["", "/draft", "/revisions", f"/revisions/{NOBODY}"])
def test_what_does_not_exist_is_a_404(agent: Agent, below: str) -> None:
    """An unknown agent, and a branch that the agent does not have."""
    strange = Agent(agent.app)
    for path in (
        f"/atoms/v1/agent/{NOBODY}/branches/{agent.main}{below}",
        agent.at(below, NOBODY),
        agent.at(below, strange.main),
    ):
        reply = agent.app.request("GET", path)
        assert (reply.status_code, reply.json()["status"]) == (404, False)


def test_prompts_are_judged(agent: Agent) -> None:
    """An empty prompt is poor, one that speaks of all is excellent; the same has the same score."""
    path = "/atoms/v1/prompt-scoring/score"
    empty = agent.app.data("POST", path, json={"versionId": agent.get()["activeVersionId"]})
    assert (empty["overall_score"], empty["overall_grade"]) == (0, "Poor")
    prompt = "You are a clerk.\nAnswer questions.\nNever guess.\nSay goodbye."
    draft = agent.edit(singlePromptConfig={"prompt": prompt})["draftId"]
    good = agent.app.data("POST", path, json={"draftId": draft})
    assert good["overall_grade"] == "Excellent"
    assert agent.app.data("POST", path, json={"draftId": draft}) == good
    assert agent.app.request("POST", path, json={"draftId": NOBODY}).status_code == 404
    assert agent.app.request("POST", path, json={}).status_code == 400


def test_a_copy_has_versions_of_its_own(agent: Agent) -> None:
    """A duplicate starts with one revision and leaves those of the first alone."""
    organization = agent.app.data("GET", "/atoms/v1/user")["organizationId"]
    agent.edit(firstMessage="Two.")
    agent.publish()
    body = {"targetOrganizationId": organization}
    copy = agent.app.data("POST", f"{agent.path}/duplicate", json=body)["_id"]
    (only,) = agent.app.data("GET", f"/atoms/v1/agent/{copy}/branches")["branches"]
    assert only["revisionsCount"] == 1
    assert agent.branches()[0]["revisionsCount"] == 2
