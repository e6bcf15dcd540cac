"""The old client of agents with all operations on one object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai.atoms.api import (
    AgentsApi,
    AgentTemplatesApi,
    CallsApi,
    CampaignsApi,
    KnowledgeBaseApi,
    LogsApi,
    OrganizationApi,
    UserApi,
)
from smallestai.atoms.api_client import ApiClient
from smallestai.atoms.legacy.fields import snake
from smallestai.atoms.legacy.operations import OPERATIONS, Operation
from smallestai.atoms.models import ApiResponse

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from smallestai.atoms.configuration import Configuration

__all__ = ["AtomsClient"]


class _Connections(ApiClient):
    """Those of an `AtomsClient`, which is what its user has made."""

    _kind = "AtomsClient"


class AtomsClient:
    """Has every operation of the ``...Api`` classes as a method, under its name of 3.x.

        client = AtomsClient(Configuration(access_token="..."))
        client.start_outbound_call(
            start_outbound_call_request={"agent_id": "...", "phone_number": "+15550100"}
        ).data.conversation_id

    The keywords of 3.x and of 4.x are taken alike. New programs use `smallestai.SmallestAI`.

    Args:
        configuration: The settings; `Configuration.get_default` when it is left out.
    """

    def __init__(self, configuration: Configuration | None = None) -> None:
        self.api_client: ApiClient = _Connections(configuration)
        self.agents_api = AgentsApi(self.api_client)
        self.knowledge_base_api = KnowledgeBaseApi(self.api_client)
        self.calls_api = CallsApi(self.api_client)
        self.user_api = UserApi(self.api_client)
        self.organization_api = OrganizationApi(self.api_client)
        self.campaigns_api = CampaignsApi(self.api_client)
        self.agent_templates_api = AgentTemplatesApi(self.api_client)
        self.logs_api = LogsApi(self.api_client)

    def get_agent_workflow(self, id: str, **options: Any) -> Any:  # noqa: A002 - the old name
        """Return the workflow of an agent, as 4.0.1 to 4.3 have it: an `ApiResponse` model."""
        auth = options.get("_request_auth")
        serialized = self.api_client.param_serialize(
            "GET", "/agent/{id}/workflow", {"id": id}, _request_auth=auth
        )
        answer = self.api_client.call_api(
            *serialized, _request_timeout=options.get("_request_timeout")
        )
        kind = ApiResponse.__name__
        return self.api_client.response_deserialize(answer, {"200": kind, "400": kind}).data

    def close(self) -> None:
        """Close the connections; a later call opens new ones."""
        self.api_client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Callable[..., Any]: ...


def _delegate(operation: Operation) -> Callable[..., Any]:
    place, name = snake(operation.api), operation.name

    def method(self: AtomsClient, *args: Any, **kwargs: Any) -> Any:
        return getattr(getattr(self, place), name)(*args, **kwargs)

    method.__name__, method.__qualname__ = name, f"AtomsClient.{name}"
    method.__doc__ = f"Call `{operation.api}.{name}`."
    method.__signature__ = operation.signature  # type: ignore[attr-defined]
    return method


for _each in OPERATIONS:
    setattr(AtomsClient, _each.name, _delegate(_each))
