"""Every operation of Atoms, called once with the least that it asks for."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import shutil
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from attrs import evolve
from records_app import SPECS, START, Clock
from starlette.applications import Starlette

from smallestai.sandbox import atoms, atoms_events, atoms_realtime
from smallestai.sandbox.examples import example
from smallestai.sandbox.settings import Settings
from smallestai.sandbox.state import State
from smallestai.sandbox.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ATOMS = SPECS.atoms
LIVE_EVENTS = "subscribeToLiveEvents"
OPERATIONS = sorted(ATOMS.operations.keys() - {LIVE_EVENTS})
RETIRED = {"Agent Versioning - Drafts", "Agent Versioning - Versions"}
FORM, TABLE = "multipart/form-data", "text/csv"
NUMBER = "+12025550111"
SETTINGS = Settings(call_seconds=10.0, do_not_call=("+12025550199",))


def declared(operation_id: str) -> dict[str, Any]:
    """Return an operation as the specification has it."""
    one = ATOMS.operations[operation_id]
    found: dict[str, Any] = ATOMS.document["paths"][one.path][one.method.lower()]
    return found


class World:
    """A sandbox's Atoms with one thing of each kind, whose ids requests can name."""

    def __init__(self, data: Path) -> None:
        self.clock = Clock()
        self.data_file = data
        self.state = State(SETTINGS, data=data, clock=self.clock)
        self.state.specs = SPECS
        modules = (atoms_realtime, atoms_events, atoms)
        self.app = Starlette(routes=[r for each in modules for r in each.routes(self.state)])
        self.ids: dict[str, str] = {}

    def restore(self, copy: Path) -> None:
        """Undo all that was done since the world was furnished, with a copy of its records."""
        self.state.store.close()
        shutil.copy(self.data_file, copy)
        self.state.store = Store(copy, clock=self.clock)
        self.state.settings = SETTINGS
        self.clock.now = START

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Send a request and return the whole reply."""
        return asyncio.run(self._send(method, path, options))

    def data(self, method: str, path: str, **options: Any) -> Any:
        """Send a request that must succeed; return what is in its `data`."""
        reply = self.request(method, f"/atoms/v1{path}", **options)
        assert reply.is_success, reply.text
        return reply.json().get("data")

    async def _send(self, method: str, path: str, options: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
            return await client.request(method, path, **options)

    def furnish(self) -> None:
        """Make one thing of each kind."""
        ids = self.ids
        ids["agent"] = self.data("POST", "/agent", json={"name": "Desk"})
        agent = f"/agent/{ids['agent']}"
        ids["workflow"] = self.data("GET", agent)["workflowId"]
        branch = self.data("GET", f"{agent}/branches")["branches"][0]["branch"]
        ids["branch"], ids["revision"] = branch["_id"], branch["headRevisionId"]
        other = {"sourceBranchId": ids["branch"], "name": "trial"}
        ids["other_branch"] = self.data("POST", f"{agent}/branches", json=other)["_id"]
        body = {"agentId": ids["agent"], "phoneNumber": NUMBER}
        ids["call"] = self.data("POST", "/conversation/outbound", json=body)["conversationId"]
        ids["audience"] = self.data(
            "POST",
            "/audience",
            data={"name": "Customers", "phoneNumberColumnName": "phone"},
            files={"file": ("c.csv", f"phone,name\n{NUMBER},Ada\n", TABLE)},
        )["_id"]
        members = self.data("GET", f"/audience/{ids['audience']}/members")["members"]
        ids["member"] = members[0]["_id"]
        body = {"name": "Spring", "audienceId": ids["audience"], "agentId": ids["agent"]}
        ids["campaign"] = self.data("POST", "/campaign", json=body)["_id"]
        ids["base"] = self.data("POST", "/knowledgebase", json={"name": "Prices"})
        text = {"title": "Tea", "content": "Two pounds."}
        self.data("POST", f"/knowledgebase/{ids['base']}/items/upload-text", json=text)
        ids["item"] = self.data("GET", f"/knowledgebase/{ids['base']}/items")[0]["_id"]
        urls = {"urls": ["https://example.com/a"]}
        self.data("POST", f"/knowledgebase/{ids['base']}/scrape-urls", json=urls)
        ids["page"] = self.data("GET", f"/knowledgebase/{ids['base']}/scraped-urls")[0]["_id"]
        config = {"agentId": ids["agent"], "category": "trigger", "provider": "x", "config": {}}
        ids["action"] = self.data("POST", "/call-actions", json=config)["_id"]
        rented = {"phoneNumber": "+12025550123", "provider": "plivo"}
        self.data("POST", "/product/rent-number", json=rented)
        ids["number"] = self.data("GET", "/product/phone-numbers")[0]["_id"]
        form = {"countryIso": "IN", "numberType": "local", "userType": "individual"}
        ids["application"] = self.data(
            "POST",
            "/compliance/applications",
            data={**form, "endUser": "{}", "documents": "[]"},
            files={"files": ("id.pdf", b"%PDF", "application/pdf")},
        )["_id"]
        ids["template"] = self.data("GET", "/agent/template")[0]["_id"]
        ids["organization"] = self.data("GET", "/user")["organizationId"]
        webhook = {"endpoint": "http://127.0.0.1:9/hook", "description": "d", "events": []}
        ids["webhook"] = self.data("POST", "/webhook", json=webhook)
        upload = {"knowledgeBaseId": ids["base"], "fileName": "a.txt", "fileSize": 3}
        upload["contentType"] = "text/plain"
        url = self.data("POST", "/knowledgebase/get-presigned-url", json=upload)
        ids["key"] = url["key"]
        headers = {"Content-Type": "text/plain"}
        sent = self.request("PUT", url["url"], content=b"tea", headers=headers)
        assert sent.status_code == 200


PATHS = {
    "agentVersioning": "branch",
    "/agent/": "agent",
    "/workflow/": "workflow",
    "/audience/": "audience",
    "/campaign/": "campaign",
    "/knowledgebase/": "base",
    "/call-actions/": "action",
    "/compliance/": "application",
    "/webhook/": "webhook",
    "/conversation/": "call",
}
"""Whose `{id}` stands in which paths."""

NAMES = {
    "agentId": "agent",
    "agent_id": "agent",
    "branchId": "branch",
    "revisionId": "revision",
    "callId": "call",
    "knowledgeBaseId": "base",
    "knowledgeBaseItemId": "item",
    "knowledgeBaseScrapedUrlsId": "page",
    "audienceId": "audience",
    "productId": "number",
    "sourceBranchId": "branch",
    "targetOrganizationId": "organization",
    "templateId": "template",
    "versionId": "revision",
    "webhookId": "webhook",
    "key": "key",
}
"""Which id stands in which field or parameter."""

BODIES: dict[str, dict[str, Any]] = {
    "completeUpload": {"fileName": "a.txt", "fileSize": 3, "contentType": "text/plain"},
    "getAgentAvatarPresignedUrl": {"contentType": "image/png", "fileSize": 9},
    "getUploadUrl": {"contentType": "text/plain", "fileSize": 9},
    "importSip": {"phoneNumber": "+12025550177"},
    "phoneNumbersRent": {"phoneNumber": "+12025550188"},
    "callsSearch": {"callIds": ["CALL-1700000000000-a1b2c3"]},
    "startOutboundCall": {"phoneNumber": NUMBER},
    "webhooksCreate": {"endpoint": "http://127.0.0.1:9/hook"},
    "updateWorkflowConfiguration": {
        "type": "single_prompt",
        "singlePromptConfig": {"prompt": "Be kind."},
    },
    "createAgentWithAi": {"name": "Desk"},
    "campaignsCreate": {"name": "Autumn"},
}
"""What the specification leaves open in a body."""

STATES = {
    "agentVersioningBranchesGetDraft": "draft",
    "agentVersioningBranchesDiscardDraft": "draft",
    "agentVersioningBranchesPublishDraft": "draft",
    "campaignsPause": "started",
    "cancelPublish": "publishing",
    "audienceDelete": "no campaign",
    "getRecordingDownloadUrl": "ended",
}
"""What must have been done before."""


def prepare(world: World, operation_id: str) -> None:
    """Bring the world into the state that an operation needs."""
    draft = f"/agent/{world.ids['agent']}/branches/{world.ids['branch']}/draft"
    wanted = STATES.get(operation_id)
    if wanted == "ended":
        world.clock.now += 60
    if wanted == "no campaign":
        world.data("DELETE", f"/campaign/{world.ids['campaign']}")
    if wanted == "started":
        world.data("POST", f"/campaign/{world.ids['campaign']}/start")
    if wanted in {"draft", "publishing"}:
        world.data("PUT", draft, json={"firstMessage": "Hello!"})
    if wanted == "publishing":
        world.state.settings = evolve(SETTINGS, publish_seconds=60.0)
        world.data("POST", f"{draft}/publish")


def least(world: World, schema: dict[str, Any]) -> Any:
    """Return the least object that a schema allows, ids of the world in place of invented ones."""
    schema = ATOMS.resolve(schema["$ref"].removeprefix("#"))[1] if "$ref" in schema else schema
    properties = schema.get("properties", {})
    names = schema.get("required") or [*reversed(properties)][: schema.get("minProperties", 0)]
    return {name: value_for(world, name, properties[name]) for name in names}


def value_for(world: World, name: str, schema: dict[str, Any]) -> Any:
    schema = ATOMS.resolve(schema["$ref"].removeprefix("#"))[1] if "$ref" in schema else schema
    if name in NAMES:
        return world.ids[NAMES[name]]
    if name == "memberIds":
        return [world.ids["member"]]
    if schema.get("type") == "array":
        count = max(schema.get("minItems", 0), 1)
        return [value_for(world, "", schema["items"]) for _ in range(count)]
    if schema.get("required"):
        return least(world, schema)
    return example(ATOMS, schema, name)


def path_of(world: World, operation_id: str, strange: Mapping[str, str] | None = None) -> str:
    """Return the path of an operation with ids of the world, or with strange ones."""
    path = ATOMS.operations[operation_id].path
    for name, value in (strange or {}).items():
        path = path.replace(f"{{{name}}}", value)
    own = next((each for part, each in PATHS.items() if part in path), "")
    names = {**NAMES, "id": own, "draftId": "agent", "invoiceId": ""}
    if operation_id == "agentVersioningBranchesArchive":
        names["branchId"] = "other_branch"
    for name, thing in names.items():
        value = world.ids.get(thing, "in_65a000000000000000000004")
        path = path.replace(f"{{{name}}}", value)
    return path


def options_for(world: World, operation_id: str) -> dict[str, Any]:
    """Return the query and the body that an operation asks for."""
    query: dict[str, str] = {}
    for pointer, parameter in ATOMS.operations[operation_id].parameters:
        if parameter["in"] == "query" and parameter.get("required"):
            schema = ATOMS.resolve(pointer)[1]
            name = parameter["name"]
            query[name] = str(value_for(world, name, schema))
    if operation_id == "searchMembers":
        query["query"] = "ada"
    if operation_id == "searchRentable":
        query["countryCode"] = "US"
    if operation_id == "agentVersioningRevisionsDiff":
        query = dict.fromkeys("ab", world.ids["revision"])
    options: dict[str, Any] = {"params": query} if query else {}
    content = declared(operation_id).get("requestBody", {}).get("content", {})
    if FORM in content:
        return {**options, **form_for(operation_id)}
    if "application/json" in content:
        body = least(world, content["application/json"]["schema"])
        options["json"] = {**body, **BODIES.get(operation_id, {})}
    return options


def form_for(operation_id: str) -> dict[str, Any]:
    """Return the form that an operation asks for."""
    pdf = ("a.pdf", b"%PDF", "application/pdf")
    subject = {"countryIso": "GB", "numberType": "local", "userType": "business"}
    forms: dict[str, Any] = {
        "audienceCreate": {
            "data": {"name": "Others", "phoneNumberColumnName": "phone"},
            "files": {"file": ("c.csv", b"phone\n+12025550133\n", TABLE)},
        },
        "uploadMedia": {"files": {"media": pdf}},
        "complianceSubmit": {
            "data": {**subject, "endUser": "{}", "documents": "[]"},
            "files": {"files": pdf},
        },
        "complianceResubmit": {"data": {"documents": "[]"}, "files": {"files": pdf}},
    }
    found: dict[str, Any] = forms[operation_id]
    return found


def answer_of(operation_id: str, status: int) -> dict[str, Any]:
    """Return what the specification says of an operation's replies with a status."""
    answer = declared(operation_id)["responses"][str(status)]
    if "$ref" in answer:
        answer = ATOMS.resolve(answer["$ref"].removeprefix("#"))[1]
    found: dict[str, Any] = answer
    return found


def check(operation_id: str, reply: httpx.Response) -> None:
    """Hold a reply to what the specification says of its status."""
    content = answer_of(operation_id, reply.status_code).get("content", {})
    kind = reply.headers.get("content-type", "").partition(";")[0]
    if not content:
        assert reply.content == b""
        return
    assert kind in content
    if kind == TABLE:
        rows = list(csv.reader(io.StringIO(reply.text)))
        assert len({len(row) for row in rows}) == 1
    elif kind == "application/json":
        method = ATOMS.operations[operation_id].method.lower()
        place = ATOMS.operations[operation_id].path.replace("/", "~1")
        pointer, _ = ATOMS.resolve(f"/paths/{place}/{method}/responses/{reply.status_code}")
        validator = ATOMS.validator(f"{pointer}/content/application~1json/schema")
        assert [error.message for error in validator.iter_errors(reply.json())] == []


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, httpx.Response]:
    """The reply of each operation, each in a world where nothing else was done."""
    folder = tmp_path_factory.mktemp("worlds")
    world = World(folder / "first")
    world.furnish()
    replies = {}
    for operation_id in OPERATIONS:
        world.restore(folder / operation_id)
        prepare(world, operation_id)
        method, path = ATOMS.operations[operation_id].method, path_of(world, operation_id)
        replies[operation_id] = world.request(method, path, **options_for(world, operation_id))
    world.state.close()
    return replies


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_every_operation_answers_as_specified(
    walked: dict[str, httpx.Response], operation_id: str
) -> None:
    """The least valid request succeeds, and its reply is what the specification says.

    The routes of the first versioning answer that they have moved. Live events have tests of their
    own.
    """
    reply = walked[operation_id]
    if RETIRED & set(declared(operation_id)["tags"]):
        assert reply.status_code == 409, reply.text
        assert reply.json()["error_type"] == "versioning_v2_migration_required"
        assert {"deprecation", "sunset"} <= set(reply.headers)
        return
    assert reply.is_success, reply.text
    check(operation_id, reply)


EMPTY = {"listCallActions", "listScrapedUrls"}
"""Lists of what belongs to a thing, which are empty for a thing that there is not."""


def places(world: World, operation_id: str) -> Iterator[tuple[str, str]]:
    """Yield where an operation takes an id: in the path, the query or the body; and its name."""
    for name in re.findall(r"{(\w+)}", ATOMS.operations[operation_id].path):
        yield "path", name
    options = options_for(world, operation_id)
    for place in ("params", "json"):
        yield from ((place, name) for name in options.get(place, {}) if name in NAMES)


def test_ids_of_others_are_refused(tmp_path: Path) -> None:
    """An id of nobody, or of another kind of thing, is an error that the operation may have."""
    world = World(tmp_path / "first")
    world.furnish()
    for operation_id in OPERATIONS:
        if RETIRED & set(declared(operation_id)["tags"]):
            continue
        for place, name in places(world, operation_id):
            for strange in ("0" * 24, world.ids["template"]):
                if name == "templateId" and strange == world.ids["template"]:
                    continue
                world.restore(tmp_path / "copy")
                prepare(world, operation_id)
                options = options_for(world, operation_id)
                if place != "path":
                    options[place][name] = strange
                swapped = {name: strange} if place == "path" else {}
                path = path_of(world, operation_id, swapped)
                method = ATOMS.operations[operation_id].method
                reply = world.request(method, path, **options)
                what = (operation_id, name, strange, reply.text)
                assert reply.is_client_error != (operation_id in EMPTY), what
                check(operation_id, reply)
                if operation_id in EMPTY:
                    assert "_id" not in reply.text
    world.state.close()
