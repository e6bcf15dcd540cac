"""The data models. Each loads on first use."""

TYPE_CHECKING = False  # type checkers take it for true, and importing typing takes milliseconds

if TYPE_CHECKING:
    from .agent import Agent
    from .agent_call import AgentCall
    from .agent_calls import AgentCalls
    from .agent_calls_response import AgentCallsResponse
    from .agent_config_source import AgentConfigSource
    from .agent_id_response import AgentIdResponse
    from .agent_language import AgentLanguage
    from .agent_list import AgentList
    from .agent_list_response import AgentListResponse
    from .agent_response import AgentResponse
    from .agent_template import AgentTemplate
    from .agent_template_call_type import AgentTemplateCallType
    from .agent_template_default_language import AgentTemplateDefaultLanguage
    from .agent_template_region import AgentTemplateRegion
    from .agent_template_workflow_type import AgentTemplateWorkflowType
    from .agent_templates_response import AgentTemplatesResponse
    from .answered_question import AnsweredQuestion
    from .archive_agent_on import ArchiveAgentOn
    from .archive_outcome import ArchiveOutcome
    from .archive_outcome_message import ArchiveOutcomeMessage
    from .archive_response import ArchiveResponse
    from .background_sound import BackgroundSound
    from .call import Call
    from .call_analysis import CallAnalysis
    from .call_log import CallLog
    from .call_page import CallPage
    from .call_response import CallResponse
    from .call_status import CallStatus
    from .call_type import CallType
    from .call_variables import CallVariables
    from .calls_list_sort_by import CallsListSortBy
    from .calls_response import CallsResponse
    from .create_agent_from_template_request import CreateAgentFromTemplateRequest
    from .create_agent_request import CreateAgentRequest
    from .create_agent_with_ai_request import CreateAgentWithAiRequest
    from .create_agent_with_ai_request_type import CreateAgentWithAiRequestType
    from .denoising import Denoising
    from .disposition_metric import DispositionMetric
    from .disposition_metric_disposition_metric_type import DispositionMetricDispositionMetricType
    from .duplicate_agent_request import DuplicateAgentRequest
    from .duplicated_agent import DuplicatedAgent
    from .duplicated_agent_response import DuplicatedAgentResponse
    from .error_response import ErrorResponse
    from .extracted_variable import ExtractedVariable
    from .found_calls import FoundCalls
    from .found_calls_response import FoundCallsResponse
    from .generated_agent_response import GeneratedAgentResponse
    from .graph_update import GraphUpdate
    from .handoff import Handoff
    from .handoff_type import HandoffType
    from .http_method import HttpMethod
    from .idle_timeouts import IdleTimeouts
    from .json import Json
    from .language_model import LanguageModel
    from .language_settings import LanguageSettings
    from .language_switching import LanguageSwitching
    from .list_agent_templates_region import ListAgentTemplatesRegion
    from .list_agents_sort_field import ListAgentsSortField
    from .metric_column import MetricColumn
    from .metric_value import MetricValue
    from .named_value import NamedValue
    from .pagination import Pagination
    from .parameter_kind import ParameterKind
    from .plan_features import PlanFeatures
    from .plan_limits import PlanLimits
    from .point import Point
    from .post_call_analytics import PostCallAnalytics
    from .pre_call_api import PreCallApi
    from .prompt_question import PromptQuestion
    from .prompt_questions import PromptQuestions
    from .prompt_questions_response import PromptQuestionsResponse
    from .rate_limit_response import RateLimitResponse
    from .redaction import Redaction
    from .resolved_config import ResolvedConfig
    from .response_variable import ResponseVariable
    from .search_calls_request import SearchCallsRequest
    from .session_timeout import SessionTimeout
    from .single_prompt import SinglePrompt
    from .smart_turn import SmartTurn
    from .sort_order import SortOrder
    from .start_outbound_call_request import StartOutboundCallRequest
    from .start_outbound_call_x_test_call import StartOutboundCallXTestCall
    from .started_call import StartedCall
    from .started_call_response import StartedCallResponse
    from .stored_pre_call_api import StoredPreCallApi
    from .stored_prompt import StoredPrompt
    from .string_map import StringMap
    from .subscription import Subscription
    from .subscription_response import SubscriptionResponse
    from .success_metric import SuccessMetric
    from .success_metric_success_metric_type import SuccessMetricSuccessMetricType
    from .synthesizer import Synthesizer
    from .synthesizer_enhancement import SynthesizerEnhancement
    from .synthesizer_sample_rate import SynthesizerSampleRate
    from .template_prompt import TemplatePrompt
    from .template_tool import TemplateTool
    from .text_response import TextResponse
    from .timezone import Timezone
    from .tool import Tool
    from .tool_on_hold_music import ToolOnHoldMusic
    from .tool_parameter import ToolParameter
    from .tool_type import ToolType
    from .transcript_turn import TranscriptTurn
    from .transcript_turn_role import TranscriptTurnRole
    from .transfer_option import TransferOption
    from .transfer_option_type import TransferOptionType
    from .turn_latencies import TurnLatencies
    from .turn_transition import TurnTransition
    from .update_agent_request import UpdateAgentRequest
    from .update_workflow_request import UpdateWorkflowRequest
    from .used_voice import UsedVoice
    from .user import User
    from .user_response import UserResponse
    from .versioned_workflow import VersionedWorkflow
    from .voice_detection import VoiceDetection
    from .voice_settings import VoiceSettings
    from .voice_settings_gender import VoiceSettingsGender
    from .voice_settings_model import VoiceSettingsModel
    from .voicemail_detection import VoicemailDetection
    from .widget_config import WidgetConfig
    from .widget_config_mode import WidgetConfigMode
    from .widget_config_position import WidgetConfigPosition
    from .widget_config_size import WidgetConfigSize
    from .widget_config_theme import WidgetConfigTheme
    from .word_pronunciation import WordPronunciation
    from .workflow import Workflow
    from .workflow_edge import WorkflowEdge
    from .workflow_graph import WorkflowGraph
    from .workflow_node import WorkflowNode
    from .workflow_response import WorkflowResponse
    from .workflow_type import WorkflowType
else:
    from importlib import import_module

    _HOMES = {
        "Agent": ".agent",
        "AgentCall": ".agent_call",
        "AgentCalls": ".agent_calls",
        "AgentCallsResponse": ".agent_calls_response",
        "AgentConfigSource": ".agent_config_source",
        "AgentIdResponse": ".agent_id_response",
        "AgentLanguage": ".agent_language",
        "AgentList": ".agent_list",
        "AgentListResponse": ".agent_list_response",
        "AgentResponse": ".agent_response",
        "AgentTemplate": ".agent_template",
        "AgentTemplateCallType": ".agent_template_call_type",
        "AgentTemplateDefaultLanguage": ".agent_template_default_language",
        "AgentTemplateRegion": ".agent_template_region",
        "AgentTemplateWorkflowType": ".agent_template_workflow_type",
        "AgentTemplatesResponse": ".agent_templates_response",
        "AnsweredQuestion": ".answered_question",
        "ArchiveAgentOn": ".archive_agent_on",
        "ArchiveOutcome": ".archive_outcome",
        "ArchiveOutcomeMessage": ".archive_outcome_message",
        "ArchiveResponse": ".archive_response",
        "BackgroundSound": ".background_sound",
        "Call": ".call",
        "CallAnalysis": ".call_analysis",
        "CallLog": ".call_log",
        "CallPage": ".call_page",
        "CallResponse": ".call_response",
        "CallStatus": ".call_status",
        "CallType": ".call_type",
        "CallVariables": ".call_variables",
        "CallsListSortBy": ".calls_list_sort_by",
        "CallsResponse": ".calls_response",
        "CreateAgentFromTemplateRequest": ".create_agent_from_template_request",
        "CreateAgentRequest": ".create_agent_request",
        "CreateAgentWithAiRequest": ".create_agent_with_ai_request",
        "CreateAgentWithAiRequestType": ".create_agent_with_ai_request_type",
        "Denoising": ".denoising",
        "DispositionMetric": ".disposition_metric",
        "DispositionMetricDispositionMetricType": ".disposition_metric_disposition_metric_type",
        "DuplicateAgentRequest": ".duplicate_agent_request",
        "DuplicatedAgent": ".duplicated_agent",
        "DuplicatedAgentResponse": ".duplicated_agent_response",
        "ErrorResponse": ".error_response",
        "ExtractedVariable": ".extracted_variable",
        "FoundCalls": ".found_calls",
        "FoundCallsResponse": ".found_calls_response",
        "GeneratedAgentResponse": ".generated_agent_response",
        "GraphUpdate": ".graph_update",
        "Handoff": ".handoff",
        "HandoffType": ".handoff_type",
        "HttpMethod": ".http_method",
        "IdleTimeouts": ".idle_timeouts",
        "Json": ".json",
        "LanguageModel": ".language_model",
        "LanguageSettings": ".language_settings",
        "LanguageSwitching": ".language_switching",
        "ListAgentTemplatesRegion": ".list_agent_templates_region",
        "ListAgentsSortField": ".list_agents_sort_field",
        "MetricColumn": ".metric_column",
        "MetricValue": ".metric_value",
        "NamedValue": ".named_value",
        "Pagination": ".pagination",
        "ParameterKind": ".parameter_kind",
        "PlanFeatures": ".plan_features",
        "PlanLimits": ".plan_limits",
        "Point": ".point",
        "PostCallAnalytics": ".post_call_analytics",
        "PreCallApi": ".pre_call_api",
        "PromptQuestion": ".prompt_question",
        "PromptQuestions": ".prompt_questions",
        "PromptQuestionsResponse": ".prompt_questions_response",
        "RateLimitResponse": ".rate_limit_response",
        "Redaction": ".redaction",
        "ResolvedConfig": ".resolved_config",
        "ResponseVariable": ".response_variable",
        "SearchCallsRequest": ".search_calls_request",
        "SessionTimeout": ".session_timeout",
        "SinglePrompt": ".single_prompt",
        "SmartTurn": ".smart_turn",
        "SortOrder": ".sort_order",
        "StartOutboundCallRequest": ".start_outbound_call_request",
        "StartOutboundCallXTestCall": ".start_outbound_call_x_test_call",
        "StartedCall": ".started_call",
        "StartedCallResponse": ".started_call_response",
        "StoredPreCallApi": ".stored_pre_call_api",
        "StoredPrompt": ".stored_prompt",
        "StringMap": ".string_map",
        "Subscription": ".subscription",
        "SubscriptionResponse": ".subscription_response",
        "SuccessMetric": ".success_metric",
        "SuccessMetricSuccessMetricType": ".success_metric_success_metric_type",
        "Synthesizer": ".synthesizer",
        "SynthesizerEnhancement": ".synthesizer_enhancement",
        "SynthesizerSampleRate": ".synthesizer_sample_rate",
        "TemplatePrompt": ".template_prompt",
        "TemplateTool": ".template_tool",
        "TextResponse": ".text_response",
        "Timezone": ".timezone",
        "Tool": ".tool",
        "ToolOnHoldMusic": ".tool_on_hold_music",
        "ToolParameter": ".tool_parameter",
        "ToolType": ".tool_type",
        "TranscriptTurn": ".transcript_turn",
        "TranscriptTurnRole": ".transcript_turn_role",
        "TransferOption": ".transfer_option",
        "TransferOptionType": ".transfer_option_type",
        "TurnLatencies": ".turn_latencies",
        "TurnTransition": ".turn_transition",
        "UpdateAgentRequest": ".update_agent_request",
        "UpdateWorkflowRequest": ".update_workflow_request",
        "UsedVoice": ".used_voice",
        "User": ".user",
        "UserResponse": ".user_response",
        "VersionedWorkflow": ".versioned_workflow",
        "VoiceDetection": ".voice_detection",
        "VoiceSettings": ".voice_settings",
        "VoiceSettingsGender": ".voice_settings_gender",
        "VoiceSettingsModel": ".voice_settings_model",
        "VoicemailDetection": ".voicemail_detection",
        "WidgetConfig": ".widget_config",
        "WidgetConfigMode": ".widget_config_mode",
        "WidgetConfigPosition": ".widget_config_position",
        "WidgetConfigSize": ".widget_config_size",
        "WidgetConfigTheme": ".widget_config_theme",
        "WordPronunciation": ".word_pronunciation",
        "Workflow": ".workflow",
        "WorkflowEdge": ".workflow_edge",
        "WorkflowGraph": ".workflow_graph",
        "WorkflowNode": ".workflow_node",
        "WorkflowResponse": ".workflow_response",
        "WorkflowType": ".workflow_type",
    }

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(_HOMES[name], __name__), name)
        return value

    def __dir__():
        return sorted({*globals(), *_HOMES})


__all__ = (
    "Agent",
    "AgentCall",
    "AgentCalls",
    "AgentCallsResponse",
    "AgentConfigSource",
    "AgentIdResponse",
    "AgentLanguage",
    "AgentList",
    "AgentListResponse",
    "AgentResponse",
    "AgentTemplate",
    "AgentTemplateCallType",
    "AgentTemplateDefaultLanguage",
    "AgentTemplateRegion",
    "AgentTemplateWorkflowType",
    "AgentTemplatesResponse",
    "AnsweredQuestion",
    "ArchiveAgentOn",
    "ArchiveOutcome",
    "ArchiveOutcomeMessage",
    "ArchiveResponse",
    "BackgroundSound",
    "Call",
    "CallAnalysis",
    "CallLog",
    "CallPage",
    "CallResponse",
    "CallStatus",
    "CallType",
    "CallVariables",
    "CallsListSortBy",
    "CallsResponse",
    "CreateAgentFromTemplateRequest",
    "CreateAgentRequest",
    "CreateAgentWithAiRequest",
    "CreateAgentWithAiRequestType",
    "Denoising",
    "DispositionMetric",
    "DispositionMetricDispositionMetricType",
    "DuplicateAgentRequest",
    "DuplicatedAgent",
    "DuplicatedAgentResponse",
    "ErrorResponse",
    "ExtractedVariable",
    "FoundCalls",
    "FoundCallsResponse",
    "GeneratedAgentResponse",
    "GraphUpdate",
    "Handoff",
    "HandoffType",
    "HttpMethod",
    "IdleTimeouts",
    "Json",
    "LanguageModel",
    "LanguageSettings",
    "LanguageSwitching",
    "ListAgentTemplatesRegion",
    "ListAgentsSortField",
    "MetricColumn",
    "MetricValue",
    "NamedValue",
    "Pagination",
    "ParameterKind",
    "PlanFeatures",
    "PlanLimits",
    "Point",
    "PostCallAnalytics",
    "PreCallApi",
    "PromptQuestion",
    "PromptQuestions",
    "PromptQuestionsResponse",
    "RateLimitResponse",
    "Redaction",
    "ResolvedConfig",
    "ResponseVariable",
    "SearchCallsRequest",
    "SessionTimeout",
    "SinglePrompt",
    "SmartTurn",
    "SortOrder",
    "StartOutboundCallRequest",
    "StartOutboundCallXTestCall",
    "StartedCall",
    "StartedCallResponse",
    "StoredPreCallApi",
    "StoredPrompt",
    "StringMap",
    "Subscription",
    "SubscriptionResponse",
    "SuccessMetric",
    "SuccessMetricSuccessMetricType",
    "Synthesizer",
    "SynthesizerEnhancement",
    "SynthesizerSampleRate",
    "TemplatePrompt",
    "TemplateTool",
    "TextResponse",
    "Timezone",
    "Tool",
    "ToolOnHoldMusic",
    "ToolParameter",
    "ToolType",
    "TranscriptTurn",
    "TranscriptTurnRole",
    "TransferOption",
    "TransferOptionType",
    "TurnLatencies",
    "TurnTransition",
    "UpdateAgentRequest",
    "UpdateWorkflowRequest",
    "UsedVoice",
    "User",
    "UserResponse",
    "VersionedWorkflow",
    "VoiceDetection",
    "VoiceSettings",
    "VoiceSettingsGender",
    "VoiceSettingsModel",
    "VoicemailDetection",
    "WidgetConfig",
    "WidgetConfigMode",
    "WidgetConfigPosition",
    "WidgetConfigSize",
    "WidgetConfigTheme",
    "WordPronunciation",
    "Workflow",
    "WorkflowEdge",
    "WorkflowGraph",
    "WorkflowNode",
    "WorkflowResponse",
    "WorkflowType",
)
