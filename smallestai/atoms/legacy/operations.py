"""The operations of the old clients, under their names of 3.x and of 4.x."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import Parameter, Signature
from typing import Any

from smallestai.atoms.legacy.fields import snake
from smallestai.atoms.legacy.renamed import RENAMED

COMMON = {
    "_request_timeout": None,
    "_request_auth": None,
    "_content_type": None,
    "_headers": None,
    "_host_index": 0,
}
"""The arguments that every method takes, and their defaults."""

_NEWER = {old: new for new, old in RENAMED.items()}
_SHORT = {
    "Bad": "BadRequestErrorResponse",
    "Unauthorized": "UnauthorizedErrorReponse",
    "Internal": "InternalServerErrorResponse",
    "Api": "ApiResponse",
}
_USUAL = "400=Bad 401=Unauthorized 500=Internal"
ERRORS = {each[:3]: _SHORT[each[4:]] for each in _USUAL.split()}
"""The model of a refusal for each status, where an operation has no others."""


@dataclass(frozen=True)
class Operation:
    """An operation.

    Attributes:
        api: The class that has it.
        name: Its name in 3.x; the newer one where 3.x has not got it.
        newer: Its name in 4.x.
        method: The HTTP method.
        path: The path below the host, with its parameters in braces.
        body: The model of its JSON body, or None.
        query: Its query parameters.
        has_file: Whether it uploads a file.
        types: The model of the answer for each status, as text.
    """

    api: str
    name: str
    newer: str
    method: str
    path: str
    body: str | None
    query: tuple[str, ...]
    has_file: bool
    types: dict[str, str]

    @property
    def path_names(self) -> dict[str, str]:
        """The names of the path's parameters in Python, and as the path has them."""
        return {snake(name): name for name in re.findall(r"{(\w+)}", self.path)}

    @property
    def body_names(self) -> list[str]:
        """The names of the body in 3.x, and in 4.x where it is another."""
        return [snake(name) for name in (self.body, _NEWER.get(self.body or "")) if name]

    @property
    def method_signature(self) -> Signature:
        """The arguments with ``self`` before them."""
        first = Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)
        return Signature([first, *self.signature.parameters.values()])

    @property
    def signature(self) -> Signature:
        """The arguments of the method: those of its own, and those that every method takes."""
        needed = [*self.path_names, *(["media"] if self.has_file else []), *self.body_names[:1]]
        defaults: dict[str, Any] = {**dict.fromkeys(self.query), **COMMON}
        either = Parameter.POSITIONAL_OR_KEYWORD
        return Signature(
            [Parameter(name, either) for name in needed]
            + [Parameter(name, either, default=value) for name, value in defaults.items()]
        )


def _of(line: str) -> Operation:
    api, name, newer, method, path, status, answer, *rest = line.split()
    named = dict(part.partition("=")[::2] for part in rest)
    errors = " ".join(part for part in rest if part[0].isdigit()) or _USUAL
    types = {status: answer}
    types |= {each[:3]: _SHORT.get(each[4:], each[4:]) for each in errors.split()}
    query = tuple(filter(None, named.get("query", "").split(",")))
    return Operation(
        api, name, newer, method, path, named.get("body"), query, "file" in named, types
    )


_TEMPLATES = "AgentTemplatesApi"
_AGENTS, _CALLS, _CAMPAIGNS, _LOGS = "AgentsApi", "CallsApi", "CampaignsApi", "LogsApi"
_BASES, _ORGANIZATION, _USER = "KnowledgeBaseApi", "OrganizationApi", "UserApi"
_DONE = "DeleteAgent200Response"
_ITEMS = "/knowledgebase/{id}/items"
_HOOKS = "agent_agent_id_webhook_subscriptions"
_HOOK = "AgentAgentIdWebhookSubscriptions"
_HOOKED = f"401=Unauthorized 404={_HOOK}Get404Response 500=Internal"

_LINES = f"""
{_TEMPLATES} create_agent_from_template agent_from_template_post POST /agent/from-template \
    200 CreateAgentFromTemplate200Response body=CreateAgentFromTemplateRequest
{_TEMPLATES} get_agent_templates agent_template_get GET /agent/template \
    200 GetAgentTemplates200Response
{_AGENTS} create_agent agent_post POST /agent \
    201 CreateAgentFromTemplate200Response body=CreateAgentRequest
{_AGENTS} delete_agent agent_id_delete DELETE /agent/{{id}} 200 {_DONE} 400=Bad 401=Api 403=Api
{_AGENTS} get_agent_by_id agent_id_get GET /agent/{{id}} 200 GetAgentById200Response
{_AGENTS} get_agents agent_get GET /agent 200 GetAgents200Response query=page,offset,search
{_AGENTS} update_agent agent_id_patch PATCH /agent/{{id}} \
    200 UpdateAgent200Response body=UpdateAgentRequest 400=Bad 401=Api 500=Internal
{_CALLS} start_outbound_call conversation_outbound_post POST /conversation/outbound \
    200 StartOutboundCall200Response body=StartOutboundCallRequest
{_CAMPAIGNS} create_campaign campaign_post POST /campaign \
    201 CreateCampaign201Response body=CreateCampaignRequest
{_CAMPAIGNS} delete_campaign campaign_id_delete DELETE /campaign/{{id}} 200 {_DONE}
{_CAMPAIGNS} get_campaign_by_id campaign_id_get GET /campaign/{{id}} 200 GetCampaignById200Response
{_CAMPAIGNS} get_campaigns campaign_get GET /campaign \
    200 GetCampaigns200Response body=GetCampaignsRequest
{_CAMPAIGNS} pause_campaign campaign_id_pause_post POST /campaign/{{id}}/pause 200 {_DONE}
{_CAMPAIGNS} start_campaign campaign_id_start_post POST /campaign/{{id}}/start 201 {_DONE}
{_BASES} create_knowledge_base knowledgebase_post POST /knowledgebase \
    201 CreateKnowledgeBase201Response body=CreateKnowledgeBaseRequest
{_BASES} delete_knowledge_base knowledgebase_id_delete DELETE /knowledgebase/{{id}} 200 {_DONE}
{_BASES} delete_knowledge_base_item \
    knowledgebase_knowledge_base_id_items_knowledge_base_item_id_delete \
    DELETE /knowledgebase/{{knowledgeBaseId}}/items/{{knowledgeBaseItemId}} 200 {_DONE}
{_BASES} get_knowledge_base_by_id knowledgebase_id_get GET /knowledgebase/{{id}} \
    200 GetKnowledgeBaseById200Response
{_BASES} get_knowledge_base_items knowledgebase_id_items_get GET {_ITEMS} \
    200 GetKnowledgeBaseItems200Response
{_BASES} get_knowledge_bases knowledgebase_get GET /knowledgebase \
    200 GetKnowledgeBases200Response 401=Unauthorized 500=Internal
{_BASES} upload_media_to_knowledge_base knowledgebase_id_items_upload_media_post \
    POST {_ITEMS}/upload-media 201 {_DONE} file=media
{_BASES} upload_text_to_knowledge_base knowledgebase_id_items_upload_text_post \
    POST {_ITEMS}/upload-text 201 {_DONE} body=UploadTextToKnowledgeBaseRequest
{_LOGS} get_conversation_logs conversation_id_get GET /conversation/{{id}} \
    200 GetConversationLogs200Response
{_ORGANIZATION} get_organization organization_get GET /organization \
    200 GetOrganization200Response 401=Unauthorized 500=Internal
{_USER} get_current_user user_get GET /user \
    200 GetCurrentUser200Response 401=Unauthorized 500=Internal
{_AGENTS} agent_id_workflow_get agent_id_workflow_get GET /agent/{{id}}/workflow \
    200 AgentIdWorkflowGet200Response {_USUAL} 404=AgentIdWorkflowGet404Response
{_AGENTS} {_HOOKS}_get {_HOOKS}_get GET /agent/{{agentId}}/webhook-subscriptions \
    200 {_HOOK}Get200Response 400=Bad {_HOOKED}
{_AGENTS} {_HOOKS}_post {_HOOKS}_post POST /agent/{{agentId}}/webhook-subscriptions \
    201 {_HOOK}Post201Response body={_HOOK}PostRequest 400={_HOOK}Post400Response {_HOOKED}
{_AGENTS} {_HOOKS}_delete {_HOOKS}_delete DELETE /agent/{{agentId}}/webhook-subscriptions \
    200 {_HOOK}Delete200Response 400=Bad {_HOOKED}
"""

OPERATIONS: tuple[Operation, ...] = tuple(_of(each) for each in _LINES.strip().splitlines())
"""The operations of 3.x, and those that 4.0.1 added."""
