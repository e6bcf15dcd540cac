"""What 4.3 added: `Call`, `Audience`, `Campaign`, `KB`, and the methods of `AtomsClient`."""

# ruff: noqa: E501  (a row of a table is a row)

from __future__ import annotations

import inspect
import json
import pickle
import warnings
from pathlib import Path
from typing import Any

import pytest
from servers import answer, http_server

from smallestai import atoms
from smallestai.atoms.atoms_client import Reply
from smallestai.atoms.exceptions import NotFoundException, ValidationError

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")

KEY = "sk_the-secret-key"
SENT = {"status": True, "data": {"_id": "x1"}}
KINDS = {"call": atoms.Call, "audience": atoms.Audience, "campaign": atoms.Campaign, "kb": atoms.KB}
RETRIES = {"maxRetries": 3, "retryDelay": 15}
ADA = {"phoneNumber": "+1415", "firstName": "Ada", "lastName": "Byron"}
USER = {"phoneNumber": "+1416", "firstName": "User", "lastName": "2"}
NAMES = [("Ada", "Byron")]
FILE = b"firstName,lastName,phoneNumber\nAda,Byron,+1415\nUser,2,+1416\n"

# Where it is, its signature, a call, and what that sends. Bytes are part of a form.
MANAGERS: list[tuple[str, str, tuple[Any, ...], str, Any]] = [
    ("call", "get_call(call_id)", ("v 1",), "GET /conversation/v%201", None),
    ("call", "get_calls(agent_id=None, campaign_id=None, page=1, limit=10, status=None, call_type=None, search=None)",
     (), "GET /conversation?page=1&limit=10", None),
    ("call", "get_calls(agent_id=None, campaign_id=None, page=1, limit=10, status=None, call_type=None, search=None)",
     ("a1", "c1", 2, 5, "completed", "webcall", "a b"),
     "GET /conversation?page=2&limit=5&agentIds=a1&campaignIds=c1&statusFilter=completed&callTypes=webcall&search=a%20b", None),
    ("call", "search_calls(call_ids)", (["v1", "v2"],), "POST /conversation/search", {"callIds": ["v1", "v2"]}),
    ("call", "get_post_call_config(agent_id)", ("a1",), "GET /agent/a1/post-call-analytics", None),
    ("call", "set_post_call_config(agent_id, summary_prompt=None, disposition_metrics=None)",
     ("a1",), "POST /agent/a1/post-call-analytics", {}),
    ("call", "set_post_call_config(agent_id, summary_prompt=None, disposition_metrics=None)",
     ("a1", "", [{"identifier": "sold"}]), "POST /agent/a1/post-call-analytics",
     {"summaryPrompt": "", "dispositionMetrics": [{"identifier": "sold"}]}),
    ("audience", "create(name, phone_numbers, names=None, description='', phone_number_column_name='phoneNumber')",
     ("June", ["+1415", "+1416"], NAMES), "POST /audience", FILE),
    ("audience", "get(audience_id)", ("u1",), "GET /audience/u1", None),
    ("audience", "get_members(audience_id, page=1, offset=10, search=None)",
     ("u1", 2, 5, "q"), "GET /audience/u1/members?page=2&offset=5&search=q", None),
    ("audience", "list()", (), "GET /audience", None),
    ("audience", "delete(audience_id)", ("u1",), "DELETE /audience/u1", None),
    ("audience", "add_contacts(audience_id, phone_numbers, names=None)",
     ("u1", ["+1415", "+1416"], NAMES), "POST /audience/u1/members", {"members": [ADA, USER]}),
    ("campaign", "create(name, agent_id, audience_id, phone_ids, description='', max_retries=3, retry_delay=15)",
     ("June", "a1", "u1", ["p1"]), "POST /campaign",
     {"name": "June", "agentId": "a1", "audienceId": "u1", "phoneNumberIds": ["p1"], "description": "", **RETRIES}),
    ("campaign", "get(campaign_id)", ("c1",), "GET /campaign/c1", None),
    ("campaign", "list(limit=50)", (), "GET /campaign?offset=50", None),
    ("campaign", "delete(campaign_id)", ("c1",), "DELETE /campaign/c1", None),
    ("campaign", "start(campaign_id)", ("c1",), "POST /campaign/c1/start", None),
    ("campaign", "stop(campaign_id)", ("c1",), "POST /campaign/c1/stop", None),
    ("campaign", "pause(campaign_id)", ("c1",), "POST /campaign/c1/pause", None),
    ("kb", "create(name=None, description=None, file_paths=None, urls=None, text=None)",
     ("Prices",), "POST /knowledgebase", {"name": "Prices"}),
    ("kb", "get(kb_id)", ("k1",), "GET /knowledgebase/k1", None),
    ("kb", "list()", (), "GET /knowledgebase", None),
    ("kb", "delete(kb_id)", ("k1",), "DELETE /knowledgebase/k1", None),
    ("kb", "get_items(kb_id)", ("k1",), "GET /knowledgebase/k1/items", None),
    ("kb", "delete_item(kb_id, item_id)", ("k1", "i1"), "DELETE /knowledgebase/k1/items/i1", None),
    ("kb", "add_file(kb_id, file_path)", ("k1", "a.pdf"), "POST /knowledgebase/k1/items/upload-media", b"%PDF"),
    ("kb", "scrape_urls(kb_id, urls)", ("k1", ["https://a.example"]),
     "POST /knowledgebase/k1/scrape-urls", {"urls": ["https://a.example"]}),
    ("kb", "get_scraped_urls(kb_id)", ("k1",), "GET /knowledgebase/k1/scraped-urls", None),
    ("kb", "add_url(kb_id, source_url)", ("k1", "https://a.example"),
     "POST /knowledgebase/k1/scrape-urls", {"urls": ["https://a.example"]}),
    ("kb", "add_text(kb_id, text)", ("k1", "Ten."),
     "POST /knowledgebase/k1/items/upload-text", {"title": "Ten.", "content": "Ten."}),
]  # fmt: skip

# The same of the methods of `AtomsClient`, and what they return.
FLAT: list[tuple[str, tuple[Any, ...], str, Any, type]] = [
    *[(signature, args, line, body, dict) for kind, signature, args, line, body in MANAGERS if kind == "call"],
    ("get_audiences()", (), "GET /audience", None, dict),
    ("get_audience_by_id(audience_id)", ("u1",), "GET /audience/u1", None, dict),
    ("create_audience(name, phone_numbers, phone_number_column_name='phoneNumber', description='', names=None)",
     ("June", ["+1415", "+1416"], "phoneNumber", "", NAMES), "POST /audience", FILE, dict),
    ("delete_audience(audience_id)", ("u1",), "DELETE /audience/u1", None, dict),
    ("get_audience_members(audience_id, page=1, offset=10)", ("u1",), "GET /audience/u1/members?page=1&offset=10", None, dict),
    ("add_audience_members(audience_id, members)", ("u1", [ADA]), "POST /audience/u1/members", {"members": [ADA]}, dict),
    ("get_phone_numbers()", (), "GET /product/phone-numbers", None, dict),
    ("new_agent(name, prompt=None, description='', kb_id=None, background_sound='')",
     ("Desk",), "POST /agent", {"name": "Desk", "description": "", "backgroundSound": ""}, atoms.CreateAgentFromTemplate200Response),
    ("new_agent(name, prompt=None, description='', kb_id=None, background_sound='')",
     ("Desk", "Be short.", "D", "k1", "office"), "POST /agent",
     {"name": "Desk", "globalPrompt": "Be short.", "description": "D", "globalKnowledgeBaseId": "k1", "backgroundSound": "office"},
     atoms.CreateAgentFromTemplate200Response),
    ("new_campaign(name, agent_id, audience_id, phone_ids, description='', max_retries=3, retry_delay=15)",
     ("June", "a1", "u1", ["p1"]), "POST /campaign",
     {"name": "June", "agentId": "a1", "audienceId": "u1", "phoneNumberIds": ["p1"], "description": "", **RETRIES},
     atoms.CreateCampaign201Response),
    ("new_kb(name, description='')", ("Prices",), "POST /knowledgebase", {"name": "Prices", "description": ""}, atoms.CreateKnowledgeBase201Response),
    ("delete_agent(id, **options)", ("a1",), "DELETE /agent/a1/archive", None, dict),
    ("get_agent_by_id(id, **options)", ("a1",), "GET /agent/a1", None, dict),
    ("get_campaign_by_id(id, **options)", ("c1",), "GET /campaign/c1", None, dict),
    ("start_campaign(id, **options)", ("c1",), "POST /campaign/c1/start", None, dict),
    ("get_agent_workflow(id)", ("a1",), "GET /agent/a1/workflow", None, atoms.AgentIdWorkflowGet200Response),
]  # fmt: skip

DONE = answer(json.dumps(SENT).encode(), "application/json")


def shown(method: Any) -> str:
    """Return a signature without types, and without what every operation takes."""
    parameters = list(inspect.signature(method).parameters.values())
    own = [each.replace(annotation=each.empty) for each in parameters if each.name[0] != "_"]
    return f"{method.__name__}({', '.join(map(str, own))})"


def check(request: bytes, line: str, body: Any) -> None:
    """Look at what was sent."""
    head, _, content = request.partition(b"\r\n\r\n")
    assert head.split(b"\r\n")[0].decode() == line.replace(" /", " /atoms/v1/", 1) + " HTTP/1.1"
    assert f"Authorization: Bearer {KEY}".encode() in head
    if isinstance(body, bytes):
        assert b"multipart/form-data" in head
        assert b"\r\n\r\n" + body + b"\r\n--" in content
    else:
        assert (json.loads(content) if content else None) == body


@pytest.fixture(autouse=True)
def file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")


@pytest.mark.parametrize(("kind", "signature", "args", "line", "body"), MANAGERS)
def test_managers(kind: str, signature: str, args: tuple[Any, ...], line: str, body: Any) -> None:
    """Each has its name and parameters, sends the same alone and as part of a client, and returns JSON."""
    name = signature.partition("(")[0]
    with http_server(DONE, DONE) as (url, requests):
        settings = atoms.Configuration(f"{url}/atoms/v1", access_token=KEY)
        with KINDS[kind](f"{url}/atoms/v1/", KEY) as alone, atoms.AtomsClient(settings) as client:
            assert shown(getattr(alone, name)) == signature
            for manager in (alone, getattr(client, kind)):
                assert type(manager) is KINDS[kind]
                assert getattr(manager, name)(*args) == SENT
    for request in requests:
        check(request, line, body)
    assert len(requests) == 2


@pytest.mark.parametrize(("signature", "args", "line", "body", "returned"), FLAT)
def test_flat(signature: str, args: tuple[Any, ...], line: str, body: Any, returned: type) -> None:
    """Each has its name and parameters, takes the key of its settings, and returns JSON or a model."""
    name = signature.partition("(")[0]
    with http_server(DONE) as (url, requests):
        settings = atoms.Configuration(f"{url}/atoms/v1", access_token=KEY)
        with atoms.AtomsClient(settings) as client:
            method = getattr(client, name)
            assert shown(method) == signature
            result = method(*args)
    check(requests[0], line, body)
    assert isinstance(result, returned)
    assert result["data"] == SENT["data"]
    assert json.loads(result.to_json() if returned is not dict else json.dumps(result))["status"]


def test_nothing_else_is_there() -> None:
    """The tables have every public method of the four, and they are where they were."""
    for kind, manager in KINDS.items():
        there = {name for name in vars(manager) if not name.startswith("_")}
        assert there == {row[1].partition("(")[0] for row in MANAGERS if row[0] == kind}
    from smallestai.atoms.call import Call
    from smallestai.atoms.campaign import Campaign
    from smallestai.atoms.kb import KB

    assert (Call, Campaign, KB) == (atoms.Call, atoms.Campaign, atoms.KB)
    client = atoms.AtomsClient()
    for kind in KINDS:
        assert getattr(client, kind) is getattr(client, kind)


def test_a_dict_with_the_attributes_of_its_model() -> None:
    """What was a model in 3.x and a dict in 4.3 can be read as both, and pickles."""
    sent = {"status": True, "data": {"_id": "a1", "name": "Desk", "new": 1}}
    with http_server(answer(json.dumps(sent).encode(), "application/json")) as (url, _):
        with atoms.AtomsClient(atoms.Configuration(url, access_token=KEY)) as client:
            agent = client.get_agent_by_id("a1", _request_timeout=5, color="red")
    assert agent == json.loads(json.dumps(agent)) == sent
    assert (agent.status, agent.data.id, agent.data.name) == (True, "a1", "Desk")
    assert pickle.loads(pickle.dumps(agent)).data.name == "Desk"
    assert type(agent) is Reply
    with pytest.raises(AttributeError):
        _ = agent.nothing


def test_a_model_with_the_items_of_its_dict() -> None:
    """What was a model in 3.x and a dict from 4.0.1 on can be read as both too."""
    campaign = {"_id": "c1", "name": "June", "status": "draft"}
    answers = [{"data": campaign}, {"data": {"campaigns": [campaign]}}]
    pages = [answer(json.dumps(each).encode(), "application/json") for each in answers]
    with http_server(*pages) as (url, _):
        with atoms.AtomsClient(atoms.Configuration(url, access_token=KEY)) as client:
            made = client.create_campaign({"name": "June", "audience_id": "u", "agent_id": "a"})
            listed = client.get_campaigns({}).data
    assert (made.data["_id"], made.data.id, made.data["status"]) == ("c1", "c1", "draft")
    assert ("name" in made.data, made.data.get("x", 7)) == (True, 7)
    assert (listed.campaigns[0]["_id"], listed[0].id) == ("c1", "c1")
    made.data.name = "July"
    assert (made.data["name"], made.data.get("status")) == ("July", None)


def test_a_knowledge_base_is_made_and_filled() -> None:
    """Files, pages and text follow; what is returned is the id."""
    made = answer(b'{"status": true, "data": "k1"}', "application/json", status="201 Created")
    with http_server(made, DONE, DONE, DONE) as (url, requests), atoms.KB(url, KEY) as bases:
        pages = ["https://a.example"]
        answered = bases.create("Prices", "All of them", [Path("a.pdf")], pages, "Ten.")
    assert answered == {"status": True, "data": {"_id": "k1"}}
    lines = [each.split(b" HTTP")[0].decode() for each in requests]
    assert lines == [
        "POST /knowledgebase",
        "POST /knowledgebase/k1/items/upload-media",
        "POST /knowledgebase/k1/scrape-urls",
        "POST /knowledgebase/k1/items/upload-text",
    ]
    assert b'name="media"; filename="a.pdf"\r\nContent-Type: application/pdf' in requests[1]


def test_a_knowledge_base_that_cannot_be_filled() -> None:
    """A file that is not there is found before anything is sent; a refusal later tells the id."""
    made = answer(b'{"status": true, "data": {"_id": "k1"}}', "application/json")
    refused = answer(b"{}", "application/json", status="404 No")
    with http_server(made, refused, refused) as (url, requests), atoms.KB(url, KEY) as bases:
        with pytest.raises(FileNotFoundError):
            bases.create("Prices", file_paths=["a.pdf", "b.pdf"])
        assert requests == []
        with pytest.raises(NotFoundException) as caught:
            bases.create("Prices", file_paths=["a.pdf"])
        assert bases.add_text("k1", "Ten.")["status"] is False
    assert caught.value.__notes__ == ["the knowledge base k1 was created"]


def test_contacts_are_quoted() -> None:
    """Commas and quotes in names stay in their columns; the column of numbers has its name."""
    with http_server(DONE) as (url, requests), atoms.Audience(url, KEY) as audiences:
        names = [("Ada, Countess", 'of "L"'), ("No", "body")]
        audiences.create("June", ["+1415"], names, phone_number_column_name="phone")
    assert b'firstName,lastName,phone\n"Ada, Countess","of ""L""",+1415\n\r\n--' in requests[0]
    assert b'name="phoneNumberColumnName"\r\n\r\nphone\r\n' in requests[0]
    assert b"No,body" not in requests[0]


def test_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Address and key are arguments or variables; the address may be whole, as it was then."""
    for given, used in [
        ("http://127.0.0.1:1", "http://127.0.0.1:1/atoms/v1"),
        ("http://127.0.0.1:1/atoms/v1/", "http://127.0.0.1:1/atoms/v1"),
        ("https://atoms.smallest.ai/api/v1", "https://api.smallest.ai/atoms/v1"),
    ]:
        monkeypatch.setenv("SMALLEST_BASE_URL", given)
        monkeypatch.setenv("SMALLEST_API_KEY", KEY)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            calls = atoms.Call()
        assert (calls.base_url.rpartition("//")[2], calls.api_key) == (
            used.rpartition("//")[2],
            KEY,
        )
    assert atoms.KB("http://127.0.0.1:2/x", "other").base_url == "http://127.0.0.1:2/x"
    assert KEY not in repr(calls)
    monkeypatch.delenv("SMALLEST_API_KEY")
    assert atoms.Audience("http://127.0.0.1:1").api_key == ""
    with http_server(DONE, DONE) as (url, requests), atoms.Campaign("http://127.0.0.1:1") as one:
        one.base_url, one.api_key = url, KEY
        one.get("c1")
        one.api_key = ""
        one.get("c1")
    assert [f"Bearer {KEY}".encode() in each for each in requests] == [True, False]


def test_an_empty_success() -> None:
    """It is an empty dict."""
    with http_server(answer(b"", "application/json")) as (url, _), atoms.Call(url, KEY) as calls:
        assert calls.get_call("v1") == {}


@pytest.mark.parametrize(
    ("kind", "name", "args"),
    [
        ("call", "get_call", ("",)),
        ("call", "get_call", (7,)),
        ("call", "search_calls", ("v1",)),
        ("audience", "get", ("..",)),
        ("audience", "create", ("June", "+1415")),
        ("audience", "add_contacts", ("u1", [1415])),
        ("campaign", "create", ("June", "a1", "u1", "p1")),
        ("kb", "create", ("Prices", None, "a.pdf")),
        ("kb", "scrape_urls", ("k1", 7)),
        ("kb", "create", ("Prices", None, None, "https://a.example")),
    ],
)
def test_bad_arguments(kind: str, name: str, args: tuple[Any, ...]) -> None:
    """They are a `ValueError` of the old kind, and nothing is sent."""
    with http_server() as (url, requests), KINDS[kind](url, KEY) as manager:
        with pytest.raises(ValidationError) as caught:
            getattr(manager, name)(*args)
    assert isinstance(caught.value, ValueError)
    assert requests == []


@pytest.mark.parametrize("kind", KINDS.values())
def test_it_says_that_it_is_old(kind: type[Any]) -> None:
    """Once, at the line that makes it; not when it is part of a client."""
    with pytest.warns(DeprecationWarning, match=f"^{kind.__name__} is kept") as told:
        kind("http://127.0.0.1:1", KEY)
    assert [each.filename for each in told] == [__file__]
    with pytest.warns(DeprecationWarning, match="^AtomsClient is kept") as told:
        client = atoms.AtomsClient()
        assert client.call
        assert client.kb
    assert len(told) == 1
