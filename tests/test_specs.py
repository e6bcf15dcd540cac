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
    assert found[method] == f"{verb} /atoms/v1{path}"


def test_atoms_operations_share_their_refusals() -> None:
    """Every operation documents a bad key, too many requests, and a fault of the service."""
    shared = {"401": "Unauthorized", "429": "RateLimited", "500": "ServerFault"}
    for operation_id, (_, _, operation) in operations(ATOMS).items():
        for status, name in shared.items():
            answer = operation["responses"].get(status)
            assert answer == {"$ref": f"#/components/responses/{name}"}, operation_id


def test_atoms_deprecations() -> None:
    """The workflow routes, which the branches of an agent replace, are deprecated."""
    found = {name for name, (_, _, op) in operations(ATOMS).items() if op.get("deprecated")}
    assert found >= {"getAgentWorkflow", "updateWorkflowConfiguration"}
    assert not found & {"createAgent", "listAgents", "getAgent", "updateAgent", "archiveAgent"}


AGENT = {"name": "Receptionist"}
CALL = {"agentId": "665f1c2ab7d4e9f0a1b2c3d4", "phoneNumber": "+14155550123"}
ANSWERED = {"question": "What?", "answer": "x" * 50}
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
