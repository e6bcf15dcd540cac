"""The old client of agents with all operations on one object."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from inspect import Parameter, Signature
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
from smallestai.atoms.legacy.calls import bound, send
from smallestai.atoms.legacy.fields import snake
from smallestai.atoms.legacy.flat import Flat
from smallestai.atoms.legacy.operations import OPERATIONS, Operation
from smallestai.atoms.legacy.owner import Connections
from smallestai.atoms.legacy.refusals import answer_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from smallestai.atoms.api_client import ApiClient
    from smallestai.atoms.configuration import Configuration

__all__ = ["AtomsClient"]

# What returns a dict from 4.3 on.
_DICTS = {"delete_agent", "get_agent_by_id", "get_campaign_by_id", "start_campaign"}
# The name that has here what 4.0.1 added, where it is here at all.
_NAMES = {"agent_id_workflow_get": "get_agent_workflow"}


class AtomsClient(Flat):
    """Has every operation of the ``...Api`` classes as a method, under its name of 3.x.

        client = AtomsClient(Configuration(access_token="..."))
        client.start_outbound_call(
            start_outbound_call_request={"agent_id": "...", "phone_number": "+15550100"}
        ).data.conversation_id

    The keywords of 3.x and of 4.x are taken alike. What 4.3 added is there too. What returns a
    model in one release and a dict in another returns a dict with the attributes of the model. New
    programs use `smallestai.SmallestAI`.

    Args:
        configuration: The settings; `Configuration.get_default` when it is left out.
    """

    def __init__(self, configuration: Configuration | None = None) -> None:
        self.api_client: ApiClient = Connections("AtomsClient", configuration)
        self.agents_api = AgentsApi(self.api_client)
        self.knowledge_base_api = KnowledgeBaseApi(self.api_client)
        self.calls_api = CallsApi(self.api_client)
        self.user_api = UserApi(self.api_client)
        self.organization_api = OrganizationApi(self.api_client)
        self.campaigns_api = CampaignsApi(self.api_client)
        self.agent_templates_api = AgentTemplatesApi(self.api_client)
        self.logs_api = LogsApi(self.api_client)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Callable[..., Any]: ...


class Reply(dict[str, Any]):
    """The JSON of an answer, with the attributes of its model.

    Args:
        answer: The JSON.
        model: The model.
    """

    def __init__(self, answer: dict[str, Any], model: Any) -> None:
        super().__init__(answer)
        self._model = model

    def __getattr__(self, name: str) -> Any:
        if name == "_model":  # not yet there, while it is unpickled
            raise AttributeError(name)
        return getattr(self._model, name)


def _delegate(operation: Operation, name: str) -> Callable[..., Any]:
    place, there = snake(operation.api), operation.name

    def method(self: AtomsClient, *args: Any, **kwargs: Any) -> Any:
        return getattr(getattr(self, place), there)(*args, **kwargs)

    return _named(method, name, f"Call `{operation.api}.{there}`.", operation.method_signature)


def _delegate_to_dict(operation: Operation) -> Callable[..., Any]:
    if operation.name == "delete_agent":
        operation = replace(operation, path=f"{operation.path}/archive")
    taken = operation.method_signature.parameters
    ignored = Parameter("options", Parameter.VAR_KEYWORD)

    def method(self: AtomsClient, *args: Any, **kwargs: Any) -> Reply:
        known = {name: value for name, value in kwargs.items() if name in taken}
        given = bound(operation, args, known)
        client = self.api_client
        whole = answer_to(client, partial(send, client, operation, given), operation.types)
        return Reply(json.loads(whole.raw_data or b"{}"), whole.data)

    text = f"Call {operation.method} {operation.path}; return the JSON, and its model's attributes."
    return _named(method, operation.name, text, Signature([*taken.values(), ignored]))


def _named(
    method: Callable[..., Any], name: str, text: str, signature: Signature
) -> Callable[..., Any]:
    method.__name__, method.__qualname__ = name, f"AtomsClient.{name}"
    method.__doc__ = text
    method.__signature__ = signature  # type: ignore[attr-defined]
    return method


def _add_operations() -> None:
    for each in OPERATIONS:
        name = _NAMES.get(each.name, each.name)
        if name in _DICTS:
            setattr(AtomsClient, name, _delegate_to_dict(each))
        elif name != each.newer:  # the others of 4.0.1 are on its ``...Api`` classes alone
            setattr(AtomsClient, name, _delegate(each, name))


_add_operations()
