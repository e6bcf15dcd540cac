"""Names of agents' models from 4.0.1 to 4.3, and those of 3.x that mean the same."""

from __future__ import annotations

from smallestai.atoms.legacy.newer_tables import NEWER

_PARTS = {
    "AgentFromTemplatePost200Response": "CreateAgentFromTemplate200Response",
    "CampaignPost201Response": "CreateCampaign201Response",
    "CampaignPostRequest": "CreateCampaignRequest",
    "CampaignGetRequest": "GetCampaignsRequest",
    "CampaignGet200Response": "GetCampaigns200Response",
    "CampaignIdGet200Response": "GetCampaignById200Response + Data",
    "AgentIdDelete200Response": "DeleteAgent200Response",
    "AgentIdGet200Response": "GetAgentById200Response",
    "AgentGet200Response": "GetAgents200Response + Data",
    "AgentTemplateGet200Response": "GetAgentTemplates200Response + DataInner",
    "AgentIdPatch200Response": "UpdateAgent200Response",
    "KnowledgebaseGet200Response": "GetKnowledgeBases200Response",
    "KnowledgebaseIdGet200Response": "GetKnowledgeBaseById200Response",
    "KnowledgebaseIdItemsGet200Response": "GetKnowledgeBaseItems200Response",
    "KnowledgebasePost201Response": "CreateKnowledgeBase201Response",
    "KnowledgebasePostRequest": "CreateKnowledgeBaseRequest",
    "KnowledgebaseIdItemsUploadTextPostRequest": "UploadTextToKnowledgeBaseRequest",
    "KnowledgeBase": "KnowledgeBaseDTO",
    "KnowledgeBaseItem": "KnowledgeBaseItemDTO",
    "ConversationIdGet200Response": "GetConversationLogs200Response + Data",
    "ConversationOutboundPostRequest": "StartOutboundCallRequest",
    "ConversationOutboundPost200Response": "StartOutboundCall200Response + Data",
    "UserGet200Response": "GetCurrentUser200Response + Data",
    "OrganizationGet200Response": (
        "GetOrganization200Response + Data DataMembersInner DataSubscription"
    ),
    "AgentIdPatchRequest": (
        "UpdateAgentRequest + Language Synthesizer SynthesizerVoiceConfig"
        " SynthesizerVoiceConfigOneOf SynthesizerVoiceConfigOneOf1"
    ),
}

RENAMED: dict[str, str] = {
    new + ending: old.split()[0] + ending
    for new, old in _PARTS.items()
    for ending in ("", *old.split()[2:])
}
"""The name of 3.x by that of 4.x."""

NEWER_NAMES = (*RENAMED, *NEWER)
"""Every name of a model that 3.x has not."""
