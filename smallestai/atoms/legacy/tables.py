"""The models of the old clients: their fields, as text that `fields` reads.

A field is ``name=json type! default {values}``: ``=json`` where the JSON name is not the camel
case of the name, ``!`` where it is required, then its default and its possible values.
``number01`` is a number from 0 to 1; ``[X]`` is a list of X.
"""

from __future__ import annotations

from smallestai.atoms.legacy.newer_tables import NEWER

FIELDS: dict[str, str] = {
    **NEWER,
    "AgentDTO": (
        "id=_id str!; name str!; description str; organization str; workflow_id str; "
        "created_by str; global_knowledge_base_id str; language AgentDTOLanguage; "
        "synthesizer AgentDTOSynthesizer; slm_model str {electron-v1|electron-v2|gpt-4o-mini}; "
        "default_variables object; created_at datetime; updated_at datetime"
    ),
    "AgentDTOLanguage": "enabled str; switching bool; supported [str]",
    "AgentDTOSynthesizer": (
        "voice_config AgentDTOSynthesizerVoiceConfig; speed number 1.2; "
        "consistency number 0.5; similarity number 0; enhancement number 1"
    ),
    "AgentDTOSynthesizerVoiceConfig": (
        "model str waves_lightning_large"
        " {waves|waves_lightning_large|waves_lightning_large_voice_clone}; "
        "voice_id str nyah; gender str female {male|female}"
    ),
    "ApiResponse": "status bool; data object",
    "BadRequestErrorResponse": "status bool; errors [str]",
    "CreateAgentFromTemplate200Response": "status bool; data str",
    "CreateAgentFromTemplateRequest": "agent_name str!; agent_description str; template_id str!",
    "CreateAgentRequest": (
        "name str!; description str; language CreateAgentRequestLanguage; "
        "global_knowledge_base_id str; "
        "slm_model str electron-v1 {electron-v1|electron-v2|gpt-4o-mini}; "
        "default_variables object; telephony_product_id str"
    ),
    "CreateAgentRequestLanguage": (
        "enabled str {en|hi|ta|kn}; switching bool|object False; "
        "synthesizer CreateAgentRequestLanguageSynthesizer; speed number 1.2; "
        "consistency number01 0.5; similarity number01 0; enhancement number 1 {0|1|2}"
    ),
    "CreateAgentRequestLanguageSynthesizer": (
        "voice_config CreateAgentRequestLanguageSynthesizerVoiceConfig; speed number 1.2; "
        "consistency number01 0.5; similarity number01 0; enhancement number 1 {0|1|2}"
    ),
    "CreateCampaign201Response": "status bool; data CreateCampaign201ResponseData",
    "CreateCampaign201ResponseData": (
        "id=_id str; name str; description str; organization str; agent_id str; "
        "audience_id str; participants_count int; created_at datetime; updated_at datetime"
    ),
    "CreateCampaignRequest": "name str!; description str; audience_id str!; agent_id str!",
    "CreateKnowledgeBase201Response": "status bool; data str",
    "CreateKnowledgeBaseRequest": "name str!; description str",
    "DeleteAgent200Response": "status bool",
    "GetAgentById200Response": "status bool; data AgentDTO",
    "GetAgentTemplates200Response": "status bool; data [GetAgentTemplates200ResponseDataInner]",
    "GetAgentTemplates200ResponseDataInner": (
        "id str!; name str!; description str; avatar_url str; reference_url str; category str"
    ),
    "GetAgents200Response": "status bool; data GetAgents200ResponseData",
    "GetAgents200ResponseData": (
        "agents [AgentDTO]; total_count int; has_more bool; is_search_results bool"
    ),
    "GetCampaignById200Response": "status bool; data GetCampaignById200ResponseData",
    "GetCampaignById200ResponseData": (
        "id=_id str; name str; description str; organization str; agent_id str; "
        "created_by str; audience_id str; participants_count int; created_at datetime; "
        "updated_at datetime; is_campaign_in_progress bool; is_campaign_completed bool"
    ),
    "GetCampaigns200Response": "status bool; data [GetCampaigns200ResponseDataInner]",
    "GetCampaigns200ResponseDataInner": (
        "id=_id str!; name str!; description str; organization str; "
        "agent GetCampaigns200ResponseDataInnerAgent; created_by str; "
        "audience GetCampaigns200ResponseDataInnerAudience; participants_count int; "
        "created_at datetime; updated_at datetime; is_campaign_in_progress bool; "
        "is_campaign_completed bool"
    ),
    "GetCampaigns200ResponseDataInnerAgent": "id=_id str; name str",
    "GetCampaigns200ResponseDataInnerAudience": "id=_id str; name str",
    "GetCampaignsRequest": "page number 1; limit number 10",
    "GetConversationLogs200Response": "status bool; data GetConversationLogs200ResponseData",
    "GetConversationLogs200ResponseData": (
        "id=_id str; call_id str; agent AgentDTO; status str; duration number; "
        "recording_url str; var_from=from str; to str; transcript [str]; "
        "average_transcriber_latency=average_transcriber_latency number; "
        "average_agent_latency=average_agent_latency number; "
        "average_synthesizer_latency=average_synthesizer_latency number; "
        "type str {telephony_inbound|telephony_outbound|chat}"
    ),
    "GetCurrentUser200Response": "status bool; data GetCurrentUser200ResponseData",
    "GetCurrentUser200ResponseData": (
        "id=_id str; first_name str; last_name str; user_email str; auth_provider str; "
        "is_email_verified bool; organization_id str"
    ),
    "GetKnowledgeBaseById200Response": "status bool; data KnowledgeBaseDTO",
    "GetKnowledgeBaseItems200Response": "status bool; data [KnowledgeBaseItemDTO]",
    "GetKnowledgeBases200Response": "status bool; data [KnowledgeBaseDTO]",
    "GetOrganization200Response": "status bool; data GetOrganization200ResponseData",
    "GetOrganization200ResponseData": (
        "id=_id str; name str; members [GetOrganization200ResponseDataMembersInner]; "
        "subscription GetOrganization200ResponseDataSubscription"
    ),
    "GetOrganization200ResponseDataMembersInner": "id=_id str; user_email str",
    "GetOrganization200ResponseDataSubscription": "plan_id str",
    "InternalServerErrorResponse": "status bool; errors [str]",
    "KnowledgeBaseDTO": "id=_id str!; name str!; description str; organization str!",
    "KnowledgeBaseItemDTO": (
        "id=_id str!; item_type str! {file|text}; metadata object; knowledge_base_id str!; "
        "processing_status str! {pending|processing|completed|failed}; content_type str; "
        "size number; key str; title str; content str; created_at datetime!; "
        "updated_at datetime"
    ),
    "StartOutboundCall200Response": "status bool; data StartOutboundCall200ResponseData",
    "StartOutboundCall200ResponseData": "conversation_id str",
    "StartOutboundCallRequest": "agent_id str!; phone_number str!",
    "UnauthorizedErrorReponse": "status bool; errors [str]",
    "UpdateAgent200Response": "status bool; data str",
    "UpdateAgentRequest": (
        "name str; description str; language UpdateAgentRequestLanguage; "
        "synthesizer UpdateAgentRequestSynthesizer; global_knowledge_base_id str; "
        "slm_model str electron-v1 {electron-v1|electron-v2|gpt-4o-mini}; "
        "default_variables object; telephony_product_id str"
    ),
    "UpdateAgentRequestLanguage": "enabled str {en|hi|ta|kn}; switching bool|object False",
    "UpdateAgentRequestSynthesizer": (
        "voice_config UpdateAgentRequestSynthesizerVoiceConfig; speed number 1.2; "
        "consistency number01 0.5; similarity number01 0; enhancement number 1 {0|1|2}"
    ),
    "UpdateAgentRequestSynthesizerVoiceConfigOneOf": (
        "model str {waves_lightning_large_voice_clone}; voice_id str; gender str {male|female}"
    ),
    "UpdateAgentRequestSynthesizerVoiceConfigOneOf1": (
        "model str {waves|waves_lightning_large}; voice_id str nyah"
    ),
    "UploadTextToKnowledgeBaseRequest": "title str!; content str!",
}
"""The models of 3.1, and those that came later, but for those of `ONE_OF`."""

_VOICES = (
    "UpdateAgentRequestSynthesizerVoiceConfigOneOf",
    "UpdateAgentRequestSynthesizerVoiceConfigOneOf1",
)

ONE_OF: dict[str, tuple[str, ...]] = {
    "CreateAgentRequestLanguageSynthesizerVoiceConfig": _VOICES,
    "UpdateAgentRequestSynthesizerVoiceConfig": _VOICES,
}
"""Models that hold one of some others."""

ADDED: dict[str, str] = {
    "AgentDTO": "background_sound any",
    "AgentDTOLanguage": "default str",
    "CreateAgentRequest": "background_sound any; global_prompt str",
    "UpdateAgentRequest": "global_prompt str",
    "CreateCampaignRequest": "phone_number_ids [str]; max_retries int; retry_delay int",
    "GetAgents200ResponseData": "total int",
    "GetCampaignById200ResponseData": (
        "agent GetCampaigns200ResponseDataInnerAgent; "
        "audience GetCampaigns200ResponseDataInnerAudience"
    ),
    "KnowledgeBaseDTO": "created_by str; created_at datetime; updated_at datetime",
    "KnowledgeBaseItemDTO": "file_name str",
}
"""Fields of 3.0.0, and of 4.0.1 to 4.3, that 3.1 has not."""

STALE: dict[str, str] = {
    "CreateCampaign200Response": "status bool; data CreateCampaign200ResponseData",
    "CreateCampaign200ResponseData": (
        "id=_id str; name str; description str; organization str; agent_id str; "
        "created_by str; audience_id str; participants_count int; created_at datetime; "
        "updated_at datetime"
    ),
    "CreateCampaign200ResponseInner": (
        "id=_id str; name str; description str; organization str; agent_id str; "
        "created_by str; audience_id str; participants_count int; created_at datetime; "
        "updated_at datetime"
    ),
    "GetConversation200Response": "status bool; data GetConversation200ResponseData",
    "GetConversation200ResponseData": (
        "id=_id str; call_id str; agent AgentDTO; status str; duration number; "
        "recording_url str; var_from=from str; to str; transcript [str]; "
        "average_transcriber_latency=average_transcriber_latency number; "
        "average_agent_latency=average_agent_latency number; "
        "average_synthesizer_latency=average_synthesizer_latency number; "
        "type str {telephony_inbound|telephony_outbound|chat}"
    ),
}
"""Models of 3.0.0 alone, found in their own modules only."""
