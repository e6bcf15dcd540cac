"""The models that 4.0.1 to 4.3 have and 3.x has not; `tables` tells how to read them.

Most are of no method: they could be imported, and still can.
"""

from __future__ import annotations

_ERRORS = """
AgentAgentIdWebhookSubscriptionsGet404Response AgentAgentIdWebhookSubscriptionsPost400Response
AgentIdWorkflowGet404Response AudienceIdDelete400Response AudienceIdGet400Response
AudienceIdGet403Response AudienceIdGet404Response AudienceIdMembersGet400Response
AudienceIdMembersGet500Response AudienceIdMembersPost400Response AudienceIdMembersPost403Response
AudienceIdMembersSearchGet400Response AudienceIdMembersSearchGet500Response
AudiencePost400Response WebhookIdDelete404Response
"""
_EVENTS = "{pre-conversation|post-conversation|analytics-completed}"
_MEMBER = "AudienceIdMembersGet200ResponseDataMembersInner"
_WEBHOOK = (
    "id=_id str; url str; description str; status str; organization_id str; created_by str; "
    "subscriptions [WebhookSubscriptionPopulated]; decrypted_secret_key str; "
    "created_at datetime; updated_at datetime"
)
_WORKFLOW = "AgentIdWorkflowGet200ResponseData"

NEWER: dict[str, str] = {
    **dict.fromkeys(_ERRORS.split(), "status bool; errors [str]"),
    "AgentAgentIdWebhookSubscriptionsDelete200Response": "status bool; data str",
    "AgentAgentIdWebhookSubscriptionsGet200Response": "status bool; data [WebhookSubscription]",
    "AgentAgentIdWebhookSubscriptionsPost201Response": "status bool; data str",
    "AgentAgentIdWebhookSubscriptionsPostRequest": f"event_types [str]! {_EVENTS}; webhook_id str!",
    "AgentDTOLanguageSwitching": (
        "is_enabled bool; min_words_for_detection number; strong_signal_threshold number; "
        "weak_signal_threshold number; min_consecutive_for_weak_threshold_switch number"
    ),
    "AgentIdPatchRequestLanguageSwitching": (
        "is_enabled bool False; min_words_for_detection number 2; "
        "strong_signal_threshold number 0.7; weak_signal_threshold number 0.3; "
        "min_consecutive_for_weak_threshold_switch number 2"
    ),
    "AgentIdWorkflowGet200Response": f"status bool; data {_WORKFLOW}",
    _WORKFLOW: f"nodes [{_WORKFLOW}NodesInner]; edges [{_WORKFLOW}EdgesInner]",
    f"{_WORKFLOW}EdgesInner": (
        "id str; source str; source_handle str; target str; target_handle str; type str; "
        "label str; description str; selected bool; animated bool; "
        f"marker_end {_WORKFLOW}EdgesInnerMarkerEnd; data {_WORKFLOW}EdgesInnerData"
    ),
    f"{_WORKFLOW}EdgesInnerData": (
        "label str; description str; is_conditional_edge=is_conditional_edge bool"
    ),
    f"{_WORKFLOW}EdgesInnerMarkerEnd": "type str; width number; height number",
    f"{_WORKFLOW}NodesInner": (
        f"id str; type str; position {_WORKFLOW}NodesInnerPosition; "
        f"position_absolute {_WORKFLOW}NodesInnerPosition; data {_WORKFLOW}NodesInnerData; "
        "width number; height number; selected bool; dragging bool"
    ),
    f"{_WORKFLOW}NodesInnerData": (
        "label str; action str; is_start_node bool; static_text bool; knowledge_base str; "
        "use_global_knowledge_base bool; is_disconnected bool; type str; "
        f"variables {_WORKFLOW}NodesInnerDataVariables; has_error bool; "
        "validation_errors [str]; http_request object; response_data object"
    ),
    f"{_WORKFLOW}NodesInnerDataVariables": (
        f"is_enabled bool; data [{_WORKFLOW}NodesInnerDataVariablesDataInner]"
    ),
    f"{_WORKFLOW}NodesInnerDataVariablesDataInner": "name str; type str; description str",
    f"{_WORKFLOW}NodesInnerPosition": "x number; y number",
    "AudienceGet200Response": "status bool; data [AudienceGet200ResponseDataInner]",
    "AudienceGet200ResponseDataInner": (
        "id=_id str; name str; description str; phone_number_column_name str; "
        "organization str; created_by str; created_at datetime; updated_at datetime"
    ),
    "AudienceIdDelete200Response": "status bool; data [str]",
    "AudienceIdGet200Response": "status bool; data AudienceGet200ResponseDataInner",
    "AudienceIdMembersDelete200Response": (
        "status bool; data AudienceIdMembersDelete200ResponseData"
    ),
    "AudienceIdMembersDelete200ResponseData": "deleted_count int",
    "AudienceIdMembersDeleteRequest": "member_ids [str]!",
    "AudienceIdMembersGet200Response": "status bool; data AudienceIdMembersGet200ResponseData",
    "AudienceIdMembersGet200ResponseData": (
        f"members [{_MEMBER}]; total_count int; total_pages int; has_more bool"
    ),
    _MEMBER: "id=_id str; data object",
    "AudienceIdMembersPost200Response": (
        "status bool; data [AudienceIdMembersPost200ResponseDataInner]"
    ),
    "AudienceIdMembersPost200ResponseDataInner": (
        "message str; data AudienceIdMembersPost200ResponseDataInnerData"
    ),
    "AudienceIdMembersPost200ResponseDataInnerData": "added int; skipped int",
    "AudienceIdMembersPostRequest": "members [object]!",
    "AudienceIdMembersSearchGet200Response": (
        "status bool; data AudienceIdMembersSearchGet200ResponseData"
    ),
    "AudienceIdMembersSearchGet200ResponseData": (
        f"members [{_MEMBER}]; search_info AudienceIdMembersSearchGet200ResponseDataSearchInfo"
    ),
    "AudienceIdMembersSearchGet200ResponseDataSearchInfo": (
        "search_type str; search_term str; search_fields [str]; total_results int"
    ),
    "AudiencePost200Response": "status bool; data AudiencePost200ResponseData",
    "AudiencePost200ResponseData": (
        "id=_id str; name str; description str; phone_number_column_name str; "
        "identifier_column_name str; organization str; created_by str; created_at datetime; "
        "updated_at datetime"
    ),
    "CampaignGet200ResponseData": "campaigns [object]",
    "ProductPhoneNumbersGet200Response": (
        "status bool; data [ProductPhoneNumbersGet200ResponseDataInner]"
    ),
    "ProductPhoneNumbersGet200ResponseDataInner": (
        "id=_id str; is_active bool; "
        "attributes ProductPhoneNumbersGet200ResponseDataInnerAttributes; "
        "created_at datetime; updated_at datetime"
    ),
    "ProductPhoneNumbersGet200ResponseDataInnerAttributes": "provider str; phone_number str",
    "Webhook": _WEBHOOK,
    "WebhookAgent": "id=_id str; name str; description str",
    "WebhookEvent": (
        "id=_id str; webhook_id str; event_type str; payload object; status str; "
        "created_at datetime"
    ),
    "WebhookGet200Response": "status bool; data WebhookGet200ResponseData",
    "WebhookGet200ResponseData": _WEBHOOK,
    "WebhookPost201Response": "status bool; data str",
    "WebhookPostRequest": (
        "endpoint str!; description str!; events [WebhookPostRequestEventsInner]!"
    ),
    "WebhookPostRequestEventsInner": f"agent_id str; event_type str {_EVENTS}",
    "WebhookSubscription": (
        "id=_id str; webhook_id str; agent_id str; event_type str; created_at datetime; "
        "updated_at datetime"
    ),
    "WebhookSubscriptionPopulated": (
        "id=_id str; webhook_id str; agent_id WebhookAgent; event_type str; "
        "created_at datetime; updated_at datetime"
    ),
}
"""The fields of each."""
