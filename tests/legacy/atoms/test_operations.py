"""The operations of the old clients, each with its three methods and its newer name."""

# ruff: noqa: E501  (a row of a table is a row)

from __future__ import annotations

import inspect
import json
from dataclasses import dataclass
from typing import Any

import pytest
from servers import answer, http_server

from smallestai import atoms
from smallestai.atoms import api
from smallestai.atoms.api_response import ApiResponse
from smallestai.atoms.legacy.operations import OPERATIONS

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")

AGENT = {"_id": "a1", "name": "Desk", "slmModel": "gpt-9", "createdAt": "2026-01-02T03:04:05.678Z"}
BASE = {"_id": "k1", "name": "Prices", "organization": "o1"}
CAMPAIGN = {"_id": "c1", "name": "June", "participantsCount": 2}
ITEM = {"_id": "i1", "itemType": "text", "knowledgeBaseId": "k1", "processingStatus": "new"}
ITEM["createdAt"] = "2026-01-02T03:04:05Z"
NAMED = {"name": "Desk"}
CALL = {"agentId": "a1", "phoneNumber": "+15550100"}
PLANNED = {"name": "June", "audienceId": "x", "agentId": "a1"}
TEXT = {"title": "Prices", "content": "All is free."}
TEMPLATE = {"agentName": "Desk", "templateId": "t1"}
DONE = "DeleteAgent200Response"
GRAPH = {"type": "workflow_graph", "data": {"nodes": [{"position": {"x": 1.5}}], "edges": []}}
HOOKS, HOOK = "agent_agent_id_webhook_subscriptions", "AgentAgentIdWebhookSubscriptions"
HOOKED = {"eventTypes": ["post-conversation"], "webhookId": "w1"}


@dataclass(frozen=True)
class Case:
    """An operation: how it is called, what it sends, and what it makes of the answer."""

    api: str
    name: str
    newer: str
    args: tuple[Any, ...]
    line: str
    body: Any
    status: int
    data: Any
    kind: str
    found: str

    def __str__(self) -> str:
        return self.name


CASES = [
    Case(*row)
    for row in [
        ("AgentTemplatesApi", "create_agent_from_template", "agent_from_template_post", (TEMPLATE,),
         "POST /agent/from-template", TEMPLATE, 200, "a1", "CreateAgentFromTemplate200Response", "'a1'"),
        ("AgentTemplatesApi", "get_agent_templates", "agent_template_get", (),
         "GET /agent/template", None, 200, [{"id": "t1", "name": "Desk", "avatarUrl": "u"}], "GetAgentTemplates200Response", "[0].avatar_url='u'"),
        ("AgentsApi", "create_agent", "agent_post", (NAMED,),
         "POST /agent", NAMED, 201, "a1", "CreateAgentFromTemplate200Response", "'a1'"),
        ("AgentsApi", "delete_agent", "agent_id_delete", ("a1",),
         "DELETE /agent/a1", None, 200, None, DONE, ""),
        ("AgentsApi", "get_agent_by_id", "agent_id_get", ("a b/1",),
         "GET /agent/a%20b%2F1", None, 200, AGENT, "GetAgentById200Response", ".slm_model='gpt-9'"),
        ("AgentsApi", "get_agents", "agent_get", (2, 5, "front desk"),
         "GET /agent?page=2&offset=5&search=front%20desk", None, 200, {"agents": [AGENT], "totalCount": 1}, "GetAgents200Response", ".total_count=1"),
        ("AgentsApi", "update_agent", "agent_id_patch", ("a1", NAMED),
         "PATCH /agent/a1", NAMED, 200, "done", "UpdateAgent200Response", "'done'"),
        ("CallsApi", "start_outbound_call", "conversation_outbound_post", (CALL,),
         "POST /conversation/outbound", CALL, 200, {"conversationId": "v1"}, "StartOutboundCall200Response", ".conversation_id='v1'"),
        ("CampaignsApi", "create_campaign", "campaign_post", (PLANNED,),
         "POST /campaign", PLANNED, 201, CAMPAIGN, "CreateCampaign201Response", ".participants_count=2"),
        ("CampaignsApi", "delete_campaign", "campaign_id_delete", ("c1",),
         "DELETE /campaign/c1", None, 200, None, DONE, ""),
        ("CampaignsApi", "get_campaign_by_id", "campaign_id_get", ("c1",),
         "GET /campaign/c1", None, 200, {"campaign": CAMPAIGN}, "GetCampaignById200Response", ".id='c1'"),
        ("CampaignsApi", "get_campaigns", "campaign_get", ({"page": 3, "limit": 7},),
         "GET /campaign?page=3&offset=7", None, 200, {"campaigns": [CAMPAIGN]}, "GetCampaigns200Response", "[0].id='c1'"),
        ("CampaignsApi", "pause_campaign", "campaign_id_pause_post", ("c1",),
         "POST /campaign/c1/pause", None, 200, None, DONE, ""),
        ("CampaignsApi", "start_campaign", "campaign_id_start_post", ("c1",),
         "POST /campaign/c1/start", None, 201, None, DONE, ""),
        ("KnowledgeBaseApi", "create_knowledge_base", "knowledgebase_post", ({"name": "Prices"},),
         "POST /knowledgebase", {"name": "Prices"}, 201, "k1", "CreateKnowledgeBase201Response", "'k1'"),
        ("KnowledgeBaseApi", "delete_knowledge_base", "knowledgebase_id_delete", ("k1",),
         "DELETE /knowledgebase/k1", None, 200, None, DONE, ""),
        ("KnowledgeBaseApi", "delete_knowledge_base_item", "knowledgebase_knowledge_base_id_items_knowledge_base_item_id_delete", ("k1", "i1"),
         "DELETE /knowledgebase/k1/items/i1", None, 200, None, DONE, ""),
        ("KnowledgeBaseApi", "get_knowledge_base_by_id", "knowledgebase_id_get", ("k1",),
         "GET /knowledgebase/k1", None, 200, BASE, "GetKnowledgeBaseById200Response", ".organization='o1'"),
        ("KnowledgeBaseApi", "get_knowledge_base_items", "knowledgebase_id_items_get", ("k1",),
         "GET /knowledgebase/k1/items", None, 200, [ITEM], "GetKnowledgeBaseItems200Response", "[0].processing_status='new'"),
        ("KnowledgeBaseApi", "get_knowledge_bases", "knowledgebase_get", (),
         "GET /knowledgebase", None, 200, [BASE], "GetKnowledgeBases200Response", "[0].id='k1'"),
        ("KnowledgeBaseApi", "upload_media_to_knowledge_base", "knowledgebase_id_items_upload_media_post", ("k1", ("a.pdf", b"%PDF")),
         "POST /knowledgebase/k1/items/upload-media", ..., 201, None, DONE, ""),
        ("KnowledgeBaseApi", "upload_text_to_knowledge_base", "knowledgebase_id_items_upload_text_post", ("k1", TEXT),
         "POST /knowledgebase/k1/items/upload-text", TEXT, 201, None, DONE, ""),
        ("LogsApi", "get_conversation_logs", "conversation_id_get", ("v1",),
         "GET /conversation/v1", None, 200, {"from": "+1", "transcript": [{"role": "agent"}]}, "GetConversationLogs200Response", ".var_from='+1'"),
        ("OrganizationApi", "get_organization", "organization_get", (),
         "GET /organization", None, 200, {"subscription": {"planId": "p"}}, "GetOrganization200Response", ".subscription.plan_id='p'"),
        ("UserApi", "get_current_user", "user_get", (),
         "GET /user", None, 200, {"userEmail": "a@b.example"}, "GetCurrentUser200Response", ".user_email='a@b.example'"),
        ("AgentsApi", "agent_id_workflow_get", "agent_id_workflow_get", ("a1",),
         "GET /agent/a1/workflow", None, 200, GRAPH, "AgentIdWorkflowGet200Response", ".nodes[0].position.x=1.5"),
        ("AgentsApi", f"{HOOKS}_get", f"{HOOKS}_get", ("a1",),
         "GET /agent/a1/webhook-subscriptions", None, 200, [{"webhookId": "w1"}], f"{HOOK}Get200Response", "[0].webhook_id='w1'"),
        ("AgentsApi", f"{HOOKS}_post", f"{HOOKS}_post", ("a1", HOOKED),
         "POST /agent/a1/webhook-subscriptions", HOOKED, 201, "w1", f"{HOOK}Post201Response", "'w1'"),
        ("AgentsApi", f"{HOOKS}_delete", f"{HOOKS}_delete", ("a1",),
         "DELETE /agent/a1/webhook-subscriptions", None, 200, "gone", f"{HOOK}Delete200Response", "'gone'"),
    ]
]  # fmt: skip


def reply(status: int, value: Any, kind: str = "application/json") -> bytes:
    """Return an answer with JSON."""
    return answer(json.dumps(value).encode(), kind, status=f"{status} Something")


def holds(model: Any, found: str) -> bool:
    """Tell whether what a model's data has is what is written after the equals sign."""
    path, _, wanted = found.rpartition("=")
    return bool(eval(f"data{path}", {"data": model.data}) == eval(wanted))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_operation(case: Case) -> None:
    """All names and variants send the same, and return the model, more than it, or the answer."""
    sent = {"status": True} | ({} if case.data is None else {"data": case.data})
    names = [case.name, case.newer, f"{case.name}_with_http_info"]
    names += [f"{case.newer}_with_http_info", f"{case.name}_without_preload_content"]
    names += [f"{case.newer}_without_preload_content"]
    with http_server(*[reply(case.status, sent)] * 6) as (url, requests):
        configuration = atoms.Configuration(host=f"{url}/atoms/v1/", access_token="the-key")
        with atoms.ApiClient(configuration) as client:
            instance = getattr(atoms, case.api)(client)
            results = [getattr(instance, name)(*case.args) for name in names]
    heads = [each.split(b"\r\n")[0].decode() for each in requests]
    method, _, target = case.line.partition(" ")
    assert heads == [f"{method} /atoms/v1{target} HTTP/1.1"] * 6
    for request in requests:
        head, _, body = request.partition(b"\r\n\r\n")
        assert b"Authorization: Bearer the-key" in head
        assert b"Accept: application/json" in head
        if case.body is ...:
            assert b'name="media"; filename="a.pdf"\r\nContent-Type: application/pdf' in body
        else:
            assert (json.loads(body) if body else None) == case.body
    models = results[:2] + [each.data for each in results[2:4]]
    for model in models:
        assert type(model) is getattr(atoms, case.kind)
        assert model.status is True
        assert not case.found or holds(model, case.found)
    for info in results[2:4]:
        assert isinstance(info, ApiResponse)
        assert info.status_code == case.status
        assert json.loads(info.raw_data) == sent
        assert info.headers is not None
        assert info.headers["x-request-id"] == "req-1"
    for raw in results[4:]:
        assert raw.status == case.status
        assert raw.json() == json.loads(raw.data) == json.loads(raw.read()) == sent
        assert raw.getheader("X-Request-ID") == "req-1"
        assert b"".join(raw.stream(3)) == raw.data


def test_the_cases_are_all_operations() -> None:
    """There are 25 of 3.x in 8 classes, with 75 methods, and 4 that 4.0.1 added."""
    assert [each.name for each in OPERATIONS] == [case.name for case in CASES]
    assert len([case for case in CASES if case.name != case.newer]) == 25
    assert len(CASES) == 29
    assert sorted({case.api for case in CASES}) == sorted(api.__all__)
    endings = ("", "_with_http_info", "_without_preload_content")
    for case in CASES:
        for name in (case.name, case.newer):
            for ending in endings:
                method = getattr(getattr(atoms, case.api), name + ending)
                taken = list(inspect.signature(method).parameters)
                assert taken[-5:] == [
                    *("_request_timeout", "_request_auth", "_content_type"),
                    *("_headers", "_host_index"),
                ]
        assert hasattr(atoms.AtomsClient, case.name) == (case.name != case.newer)


@pytest.mark.parametrize(
    ("name", "old", "new", "body"),
    [
        ("update_agent", "update_agent_request", "agent_id_patch_request", NAMED),
        ("start_outbound_call", "start_outbound_call_request", "conversation_outbound_post_request", CALL),
        ("create_campaign", "create_campaign_request", "campaign_post_request", PLANNED),
        ("get_campaigns", "get_campaigns_request", "campaign_get_request", {}),
        ("create_knowledge_base", "create_knowledge_base_request", "knowledgebase_post_request", NAMED),
        ("upload_text_to_knowledge_base", "upload_text_to_knowledge_base_request", "knowledgebase_id_items_upload_text_post_request", TEXT),
    ],
)  # fmt: skip
def test_keywords(name: str, old: str, new: str, body: dict[str, str]) -> None:
    """`AtomsClient` takes the keywords of 3.x and of 4.x."""
    with http_server(*[reply(200, {"status": True})] * 2) as (url, requests):
        configuration = atoms.Configuration(host=url, access_token="k")
        with atoms.AtomsClient(configuration) as client:
            ids = {"id": "x1"} if name[:6] in ("update", "upload") else {}
            for keyword in (old, new):
                getattr(client, name)(**ids, **{keyword: body})
    first, second = requests
    assert first == second


def test_a_rename_keeps_the_rest() -> None:
    """Defaults are read and not sent; what is set in a dict within a dict is sent."""
    wanted = {"name": "New", "synthesizer": {"voiceConfig": {"model": "waves", "voiceId": "nyah"}}}
    made = atoms.UpdateAgentRequest(**wanted)
    assert made.slm_model == "electron-v1"
    assert made.synthesizer.voice_config.actual_instance.voice_id == "nyah"
    assert made.to_dict() == wanted
    with http_server(reply(200, {})) as (url, requests):
        with atoms.ApiClient(atoms.Configuration(host=url, access_token="k")) as client:
            atoms.AgentsApi(client).update_agent("a1", wanted)
    body = json.loads(requests[0].partition(b"\r\n\r\n")[2])
    voice = {"voiceConfig": {"model": "waves_lightning_v3_1", "voiceId": "nyah"}}
    assert body == {"name": "New", "synthesizer": voice}


def test_another_status_of_success() -> None:
    """A 200 where a 201 was usual is read all the same."""
    with http_server(reply(200, {"status": True, "data": "a1"})) as (url, _):
        with atoms.ApiClient(atoms.Configuration(host=url, access_token="k")) as client:
            assert atoms.AgentsApi(client).create_agent(NAMED).data == "a1"


@pytest.mark.parametrize(
    ("name", "args", "named", "said"),
    [
        ("get_agent_by_id", (7,), {}, "must be an id"),
        ("get_agent_by_id", ("",), {}, "must be an id"),
        ("get_agent_by_id", ("..",), {}, "must be an id"),
        ("get_agent_by_id", (), {}, "missing a required argument: 'id'"),
        ("get_agents", (), {"page": "1"}, "must be a whole number"),
        ("get_agents", (), {"_host_index": 1}, "must be 0"),
        ("get_agents", (), {"_request_timeout": -1}, "must be seconds above 0"),
        ("get_agents", (), {"_request_timeout": (1, 2, 3)}, "must be seconds above 0"),
        ("create_agent", ({},), {}, "CreateAgentRequest.name: is required"),
        ("create_agent", ("Desk",), {}, "must be a CreateAgentRequest or a dict"),
        ("create_agent", (NAMED,), {"nmae": 1}, "unexpected keyword argument 'nmae'"),
    ],
)
def test_bad_arguments(name: str, args: tuple[Any, ...], named: dict[str, Any], said: str) -> None:
    """They are a `ValueError` of the old kind, and nothing is sent."""
    with http_server() as (url, requests):
        with atoms.AtomsClient(atoms.Configuration(host=url, access_token="k")) as client:
            with pytest.raises(atoms.ApiValueError, match=said):
                getattr(client, name)(*args, **named)
    assert requests == []
