"""The specs in openapi/ are valid and say what the clients and the sandbox rely on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from scripts import check_spec

SPECS = check_spec.load(check_spec.SPECS)
SERVICES = {name: spec for name, spec in SPECS.items() if "openapi" in spec}
ATOMS: Any = SPECS["atoms.yaml"]

# Method of the client, and what it requests.
ATOMS_METHODS = {
    "user.get_user": "GET /user",
    "user.get_subscription": "GET /user/subscription",
    "agents.create_agent": "POST /agent",
    "agents.list_agents": "GET /agent",
    "agents.get_agent": "GET /agent/{id}",
    "agents.update_agent": "PATCH /agent/{id}",
    "agents.archive_agent": "DELETE /agent/{id}/archive",
    "agents.create_agent_with_ai": "POST /agent/with-ai",
    "agents.get_agent_prompt_config": "GET /agent/prompt-config",
    "agents.duplicate_agent": "POST /agent/{id}/duplicate",
    "agents.get_agent_workflow": "GET /agent/{id}/workflow",
    "agents.update_workflow_configuration": "PATCH /workflow/{id}",
    "agents.get_agent_call_logs": "GET /agent/{id}/call-logs",
    "agent_templates.list_agent_templates": "GET /agent/template",
    "agent_templates.create_agent_from_template": "POST /agent/from-template",
    "calls.start_outbound_call": "POST /conversation/outbound",
    "calls.list": "GET /conversation",
    "calls.search": "POST /conversation/search",
    "calls.get": "GET /conversation/{id}",
    "realtime.register_call": "POST /conversation/register-call",
    "conversations.list_retry_attempts": "GET /conversation/{callId}/retries",
    "conversations.cancel": "POST /conversation/cancel",
    "conversations.cancel_queued": "POST /conversation/{callId}/cancel",
    "live_transcripts.subscribe_to_live_events": "GET /events",
    "campaigns.list": "GET /campaign",
    "campaigns.create": "POST /campaign",
    "campaigns.get": "GET /campaign/{id}",
    "campaigns.delete": "DELETE /campaign/{id}",
    "campaigns.start_or_resume": "POST /campaign/{id}/start",
    "campaigns.pause": "POST /campaign/{id}/pause",
    "knowledge_base.list": "GET /knowledgebase",
    "knowledge_base.create": "POST /knowledgebase",
    "knowledge_base.get": "GET /knowledgebase/{id}",
    "knowledge_base.delete": "DELETE /knowledgebase/{id}",
    "knowledge_base.extract_sitemap_urls": "POST /knowledgebase/get-sitemap-urls",
    "knowledge_base.scrape_urls": "POST /knowledgebase/{id}/scrape-urls",
    "phone_numbers.list": "GET /product/phone-numbers",
    "phone_numbers.search_rentable": "GET /product/get-available-numbers",
    "phone_numbers.rent": "POST /product/rent-number",
    "phone_numbers.release": "POST /product/release-number",
    "phone_numbers.import_sip": "POST /product/import-phone-number",
    "compliance.submit": "POST /compliance/applications",
    "compliance.resubmit": "PATCH /compliance/applications/{id}",
    "webhooks.create": "POST /webhook",
    "webhooks.update": "PATCH /webhook/{id}",
    "webhooks.delete": "DELETE /webhook/{id}",
    "audience.list": "GET /audience",
    "audience.get": "GET /audience/{id}",
    "agent_versioning_drafts.create_draft": "POST /agent/{id}/drafts",
    "agent_versioning_drafts.rename_draft": "PATCH /agent/{id}/drafts/{draftId}",
    "agent_versioning_drafts.discard_draft": "DELETE /agent/{id}/drafts/{draftId}",
    "agent_versioning_drafts.publish_draft": "POST /agent/{id}/drafts/{draftId}/publish",
    "agent_versioning_drafts.update_draft_config": "PATCH /agent/{id}/drafts/{draftId}/config",
    "agent_versioning_versions.update_version_metadata": "PATCH /agent/{id}/versions/{versionId}",
    "agent_versioning_versions.activate_version": "PATCH /agent/{id}/versions/{versionId}/activate",
    "agent_versioning_branches.create_branch": "POST /agent/{id}/branches",
    "agent_versioning_branches.list": "GET /agent/{id}/branches",
    "agent_versioning_branches.get": "GET /agent/{id}/branches/{branchId}",
    "agent_versioning_branches.rename": "PATCH /agent/{id}/branches/{branchId}",
    "agent_versioning_branches.archive": "POST /agent/{id}/branches/{branchId}/archive",
    "agent_versioning_branches.make_live": "POST /agent/{id}/branches/{branchId}/live",
    "agent_versioning_branches.update_draft": "PUT /agent/{id}/branches/{branchId}/draft",
    "agent_versioning_branches.get_draft": "GET /agent/{id}/branches/{branchId}/draft",
    "agent_versioning_branches.discard_draft": "DELETE /agent/{id}/branches/{branchId}/draft",
    "agent_versioning_branches.publish_draft": "POST /agent/{id}/branches/{branchId}/draft/publish",
    "agent_versioning_branches.cancel_publish": (
        "POST /agent/{id}/branches/{branchId}/draft/publish/cancel"
    ),
    "agent_versioning_revisions.list": "GET /agent/{id}/branches/{branchId}/revisions",
    "agent_versioning_revisions.get": "GET /agent/{id}/branches/{branchId}/revisions/{revisionId}",
    "agent_versioning_revisions.get_history": (
        "GET /agent/{id}/branches/{branchId}/revisions/{revisionId}/history"
    ),
    "agent_versioning_revisions.restore": (
        "POST /agent/{id}/branches/{branchId}/revisions/{revisionId}/restore"
    ),
    "agent_versioning_branches.test_call": "POST /agent/{id}/branches/{branchId}/test-call",
    "agent_versioning_revisions.diff": "GET /agent/{id}/diff",
    "dnc.list": "GET /dnc",
    "billing.get_balance": "GET /payment/v1/credits/balance",
    "billing.get_ledger": "GET /payment/v1/credits/ledger",
    "billing.get_usage_breakdown": "GET /payment/v1/credits/usage/breakdown",
    "billing.list_invoices": "GET /payment/v1/invoices",
    "billing.get_invoice_pdf": "GET /payment/v1/invoices/{invoiceId}/pdf",
}


def operations(spec: Any) -> dict[str, tuple[str, str, Any]]:
    """Return method, path and operation of a service by operationId."""
    methods = check_spec.METHODS.split("|")
    return {
        item[method]["operationId"]: (method, path, item[method])
        for path, item in spec["paths"].items()
        for method in methods
        if method in item
    }


def snake(name: str) -> str:
    """Return a name the way the generator spells functions and folders."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|\W+", "_", name).lower()


def validator(spec: Any, component: str) -> Draft202012Validator:
    """Return a validator for a component."""
    schema = {"$ref": f"#/components/schemas/{component}", "components": spec["components"]}
    return Draft202012Validator(schema)


@pytest.mark.parametrize("name", SPECS)
def test_spec_keeps_the_house_rules(name: str) -> None:
    """No spec breaks a rule of scripts/check_spec.py."""
    assert check_spec.faults(SPECS[name], SPECS) == []


@pytest.mark.parametrize("name", SERVICES)
def test_service_is_valid_openapi(name: str) -> None:
    """Each service's spec is valid OpenAPI 3.1."""
    found = [error.message for error in OpenAPIV31SpecValidator(SERVICES[name]).iter_errors()]
    assert found == []


EXAMPLES = [
    pytest.param(file, component, example, id=f"{file}-{component}-{index}")
    for file, spec in SERVICES.items()
    for component, schema in spec["components"]["schemas"].items()
    for index, example in enumerate(schema.get("examples", []))
]


@pytest.mark.parametrize(("file", "component", "example"), EXAMPLES)
def test_example_is_an_instance(file: str, component: str, example: Any) -> None:
    """An example of a component satisfies the component."""
    validator(SERVICES[file], component).validate(example)


@pytest.mark.parametrize("method", ATOMS_METHODS)
def test_atoms_method_requests_its_route(method: str) -> None:
    """Tag and operationId give the methods of the client their names."""
    found = {}
    for operation_id, (verb, path, operation) in operations(ATOMS).items():
        tag = snake(operation["tags"][0])
        found[f"{tag}.{snake(operation_id).removeprefix(f'{tag}_')}"] = f"{verb.upper()} {path}"
    verb, _, path = ATOMS_METHODS[method].partition(" ")
    root = "" if path.startswith("/payment/") else "/atoms/v1"
    assert found[method] == f"{verb} {root}{path}"


def test_atoms_operations_share_their_refusals() -> None:
    """Every operation documents a bad key, too many requests, and a fault of the service."""
    shared = {"401": "Unauthorized", "429": "RateLimited", "500": "ServerFault"}
    for operation_id, (_, _, operation) in operations(ATOMS).items():
        for status, name in shared.items():
            answer = operation["responses"].get(status)
            assert answer == {"$ref": f"#/components/responses/{name}"}, operation_id


def test_atoms_method_names_are_unique() -> None:
    """No two operations become the same method."""
    found = []
    for operation_id, (_, _, operation) in operations(ATOMS).items():
        tag = snake(operation["tags"][0])
        found.append((tag, snake(operation_id).removeprefix(f"{tag}_")))
    assert len(set(found)) == len(found)


def test_atoms_deprecations() -> None:
    """What branches replace, the widget's routes, and routes of old clients are deprecated."""
    old = {"Agent Versioning - Drafts", "Agent Versioning - Versions", "Organization", "Widget"}
    single = {"getAgentWorkflow", "updateWorkflowConfiguration", "deleteAgent", "uploadText"}
    for operation_id, (_, _, operation) in operations(ATOMS).items():
        expected = bool(old & {*operation["tags"]}) or operation_id in single
        assert operation.get("deprecated", False) is expected, operation_id


def test_retired_routes_say_so() -> None:
    """A route that branches have replaced refuses with a 409 that tells since when."""
    answer = ATOMS["components"]["responses"]["RetiredRoute"]
    assert set(answer["headers"]) == {"Deprecation", "Sunset"}
    retired = {"createDraft", "listDrafts", "updateDraftConfig", "listVersions", "activateVersion"}
    for name in retired:
        refusal = operations(ATOMS)[name][2]["responses"]["409"]
        assert refusal == {"$ref": "#/components/responses/RetiredRoute"}


AGENT = {"name": "Receptionist"}
CALL = {"agentId": "665f1c2ab7d4e9f0a1b2c3d4", "phoneNumber": "+14155550123"}
ANSWERED = {"question": "What?", "answer": "x" * 50}
SESSION: dict[str, Any] = {"agent_id": "1"}
OPUS_16 = {"input_audio_format": "opus_16000"}
MULAW = {"input_audio_format": "mulaw_8000"}
CD = {"output_audio_format": "pcm_44100"}
VISITS = {"variables": {"visits": 3}}
CAMPAIGN: dict[str, Any] = {"name": "Reminders", "audienceId": "1", "agentId": "2"}
WEBHOOK = {
    "endpoint": "https://example.com/hook",
    "description": "Notes",
    "events": [{"agentId": "1", "eventType": "post-conversation"}],
}
BRANCH = {"sourceBranchId": "665f1c2ab7d4e9f0a1b2c3de", "name": "formal tone"}
LINES = {"agentId": "1", "webcall": 0, "outbound": 0, "inbound": 0, "chat": 0}
ACTION = {"agentId": "1", "category": "post-call", "provider": "salesforce", "config": {}}
ACCOUNT = {"licenseCode": "1", "environment": "in", "apiKey": "2"}
PRE_CALL = {"url": "https://example.com/before", "method": "POST"}


@pytest.mark.parametrize(
    ("component", "good", "bad"),
    [
        ("CreateAgentRequest", AGENT, {}),
        ("CreateAgentRequest", AGENT, {"name": 7}),
        *(
            ("CreateAgentRequest", AGENT | {field: good}, AGENT | {field: bad})
            for field, good, bad in [
                ("globalPrompt", "x" * 4000, "x" * 4001),
                ("firstMessage", "x" * 500, "x" * 501),
                ("backgroundSound", "", "rain"),
                ("slmModel", "electron", "electron-9"),
                ("interruptionBackoffTimer", 10, 10.1),
                ("language", {"default": "north_indic"}, {"default": "xx"}),
                ("language", {"supported": ["en", "or"]}, {"supported": ["xx"]}),
                ("preCallAPI", PRE_CALL | {"timeout": 30}, PRE_CALL | {"timeout": 31}),
                ("preCallAPI", PRE_CALL, {"url": "https://example.com/before"}),
                ("synthesizer", {"speed": 2}, {"speed": 2.1}),
                ("synthesizer", {"enhancement": 2}, {"enhancement": 3}),
                ("synthesizer", {"sampleRate": 44100}, {"sampleRate": 48000}),
                ("sessionTimeoutConfig", {"timeoutTimeInSecs": 3600}, {"timeoutTimeInSecs": 3601}),
            ]
        ),
        ("UpdateAgentRequest", {"visibleToEveryone": True}, {"globalPrompt": "Be brief."}),
        ("CreateAgentWithAiRequest", {"questions": [ANSWERED]}, {"name": "x" * 51}),
        ("AnsweredQuestion", ANSWERED, ANSWERED | {"answer": "x" * 49}),
        (
            "DuplicateAgentRequest",
            {"targetOrganizationId": "aF" * 12},
            {"targetOrganizationId": "a"},
        ),
        (
            "CreateAgentFromTemplateRequest",
            {"agentName": "A", "templateId": "1"},
            {"agentName": "A"},
        ),
        ("StartOutboundCallRequest", CALL, {"agentId": "665f1c2ab7d4e9f0a1b2c3d4"}),
        (
            "StartOutboundCallRequest",
            CALL | {"variables": {"a": "x", "b": 1.5, "c": True}},
            CALL | {"variables": {"a": ["x"]}},
        ),
        ("SearchCallsRequest", {"callIds": ["CALL-1"] * 100}, {"callIds": ["CALL-1"] * 101}),
        ("SearchCallsRequest", {"callIds": ["CALL-1"]}, {"callIds": []}),
        ("RegisterCallRequest", SESSION, {"mode": "chat"}),
        ("RegisterCallRequest", SESSION | OPUS_16, SESSION | {"input_audio_format": "opus_12000"}),
        ("RegisterCallRequest", SESSION | MULAW, SESSION | {"input_audio_format": "ulaw_8000"}),
        ("RegisterCallRequest", SESSION | CD, SESSION | {"output_audio_format": "pcm_48000"}),
        ("RegisterCallRequest", SESSION | VISITS, SESSION | {"variables": {"visits": [3]}}),
        ("CreateCampaignRequest", CAMPAIGN | {"maxRetries": 10}, CAMPAIGN | {"maxRetries": 11}),
        ("CreateCampaignRequest", CAMPAIGN | {"retryDelay": 1440}, CAMPAIGN | {"retryDelay": 0}),
        ("CreateCampaignRequest", CAMPAIGN, {"name": "Reminders"}),
        ("KnowledgeBaseRequest", {"name": "x" * 40}, {"name": "x" * 41}),
        ("ScrapeRequest", {"urls": ["https://example.com"]}, {"urls": []}),
        ("CreateWebhookRequest", WEBHOOK, WEBHOOK | {"events": [{"agentId": "1"}]}),
        ("ScorePromptRequest", {"versionId": "1"}, {"versionId": "1", "draftId": "2"}),
        ("ScorePromptRequest", {"draftId": "2"}, {}),
        ("CreateBranchRequest", BRANCH, BRANCH | {"name": "x" * 101}),
        ("CreateBranchRequest", BRANCH, BRANCH | {"sourceBranchId": "f" * 23}),
        ("UpdateBranchDraftRequest", {"timezone": "UTC"}, {"expectedRevision": -1}),
        ("UpdateBranchDraftRequest", {"timezone": {"offset": 0}}, {"slmModel": "electron-9"}),
        ("PublishDraftRequest", {"label": None}, {"label": "x" * 201}),
        ("UpdateReservationsRequest", {"reservations": [LINES]}, {"reservations": []}),
        ("LineReservation", LINES, LINES | {"chat": -1}),
        ("CreateCallActionRequest", ACTION, ACTION | {"category": "before-call"}),
        ("WebEngageRequest", {"integrationSets": [ACCOUNT]}, {"integrationSets": []}),
        ("AgentTextInput", {"type": "input_text.send", "text": "x"}, {"type": "input_text.send"}),
    ],
)
def test_request_limits(component: str, good: Any, bad: Any) -> None:
    """A request at its limit is valid, one beyond it is not."""
    check = validator(ATOMS, component)
    assert check.is_valid(good)
    assert not check.is_valid(bad)


def test_list_limits() -> None:
    """A page of calls holds 1 to 500, and pages count from 1."""
    parameters = operations(ATOMS)["callsList"][2]["parameters"]
    schemas = {parameter["name"]: parameter["schema"] for parameter in parameters}
    assert schemas["limit"] == {"type": "integer", "minimum": 1, "maximum": 500}
    assert schemas["page"] == {"type": "integer", "minimum": 1}


def test_archive_switch_is_text() -> None:
    """The query parameter `on`, a boolean in YAML 1.1 unless quoted, is the text true or false."""
    (parameter,) = operations(ATOMS)["archiveAgent"][2]["parameters"]
    assert parameter["name"] == "on"
    assert parameter["schema"] == {"type": "string", "enum": ["true", "false"]}


def test_answers_of_atoms_require_little() -> None:
    """Whoever answers may leave anything out of an agent or a call."""
    for component in ("Agent", "StoredPreCallApi", "CallLog", "Call", "ErrorResponse"):
        validator(ATOMS, component).validate({})


WEBHOOK_EVENTS = {
    "pre-conversation": "PreConversationEvent",
    "post-conversation": "PostConversationEvent",
    "analytics-completed": "AnalyticsCompletedEvent",
}


@pytest.mark.parametrize("name", WEBHOOK_EVENTS)
def test_webhook_events(name: str) -> None:
    """What a webhook is sent is signed, says its kind, and may leave out or add particulars."""
    operation = ATOMS["webhooks"][name]["post"]
    signature = ATOMS["components"]["parameters"]["Signature"]
    assert operation["parameters"] == [{"$ref": "#/components/parameters/Signature"}]
    assert (signature["name"], signature["in"]) == ("X-Signature", "header")
    body = operation["requestBody"]["content"]["application/json"]["schema"]
    assert body == {"$ref": f"#/components/schemas/{WEBHOOK_EVENTS[name]}"}
    metadata = {"agentId": "1", "eventType": name, "callId": "CALL-1", "new": True}
    event = {"url": "u", "description": "d", "event": f"1.{name}", "id": "2", "metadata": metadata}
    check = validator(ATOMS, WEBHOOK_EVENTS[name])
    check.validate(event)
    assert not check.is_valid(event | {"metadata": metadata | {"eventType": "else"}})


@pytest.mark.parametrize("status", ["no_answer", "no-answer", "cancelled", "canceled", "busy"])
def test_both_spellings_of_a_call_status(status: str) -> None:
    """Webhooks spell how a call ended in two ways."""
    validator(ATOMS, "WebhookCallData").validate({"callStatus": status})


@pytest.mark.parametrize(
    "frame",
    [
        {"event_type": "sse_init", "event_time": "2026-08-21T09:30:00.000Z"},
        {"event_type": "call_end", "timestamp": 1755768600.25, "metadata": None},
        {"event_type": "call_end", "timestamp": "2026-08-21T09:30:00.000Z"},
        {"event_type": "tts_completed", "tts_text": "Hello.", "tts_latency": 5.713},
        {"event_type": "metrics", "metrics": [{"processor": "tts", "model": None, "value": 0.2}]},
        {"event_type": "metrics", "metrics": [{"processor": "llm", "value": {"total_tokens": 9}}]},
        {"event_type": "tool_call_error", "error": "timeout"},
        {"event_type": "post_call_api", "response": [1]},
    ],
    ids=lambda frame: frame["event_type"],
)
def test_live_events(frame: Any) -> None:
    """An event of a call is one kind of event, whatever it holds besides; others are none."""
    check = validator(ATOMS, "LiveCallEvent")
    check.validate(frame | {"new": 1})
    assert not check.is_valid(frame | {"event_type": "unheard_of"})


@pytest.mark.parametrize("dot", ["agent.", "agent_"])
def test_both_spellings_of_talking(dot: str) -> None:
    """Servers spell the frames around an agent's turn in two ways."""
    validator(ATOMS, "AgentStartTalking").validate({"type": f"{dot}start_talking"})
    validator(ATOMS, "AgentStopTalking").validate({"type": f"{dot}stop_talking"})


def test_answers_have_no_promises() -> None:
    """No answer of an operation requires a field: whoever answers may leave anything out."""
    spec = check_spec.Spec(ATOMS)
    answers = [op["responses"] for _, _, op in operations(ATOMS).values()]
    requests = [op.get("requestBody") for _, _, op in operations(ATOMS).values()]
    settings = spec.reached(*requests)
    for pointer in spec.reached(*answers) - settings:
        schema: Any = spec.target(pointer)
        assert "required" not in schema or pointer == "#/components/schemas/WorkflowGraph", pointer
