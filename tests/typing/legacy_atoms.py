"""How the old clients of agents are typed. Never run: type checkers read it."""

from collections.abc import Mapping
from typing import Any, assert_type

from smallestai import AtomsClient as SameAtomsClient
from smallestai import CreateAgentRequest
from smallestai.atoms import (
    AgentDTO,
    AgentsApi,
    ApiClient,
    ApiException,
    AtomsClient,
    Call,
    Configuration,
)
from smallestai.atoms.api_response import ApiResponse
from smallestai.atoms.exceptions import NotFoundException, ValidationError
from smallestai.atoms.rest import RESTResponse


def settings() -> Configuration:
    configuration = Configuration(access_token="...", retries=0)
    assert_type(configuration.host, str)
    assert_type(configuration.access_token, str | None)
    return configuration


def managers() -> None:
    assert_type(Call().get_call("c"), dict[str, Any])
    assert_type(AtomsClient().call, Call)
    assert_type(AtomsClient().get_calls(limit=5), dict[str, Any])


def one_api(agent: AgentDTO) -> None:
    with ApiClient(settings()) as client:
        assert_type(client, ApiClient)
        agents = AgentsApi(client)
        answer: RESTResponse = agents.get_agents_without_preload_content()
        assert_type(answer, RESTResponse)
        assert_type(answer.status, int)
        assert_type(answer.data, bytes)
        info: ApiResponse = agents.get_agent_by_id_with_http_info(agent.id)
        assert_type(info, ApiResponse)
        assert_type(info.headers, Mapping[str, str] | None)


def all_of_them() -> None:
    client: SameAtomsClient = AtomsClient(settings())
    try:
        assert_type(client.create_agent(CreateAgentRequest(name="Desk")), Any)
    except NotFoundException as error:
        assert_type(error.body, str | None)
    except ApiException as error:
        assert_type(error.status, int | None)
    except ValidationError as error:
        assert_type(error.errors(), list[dict[str, Any]])
