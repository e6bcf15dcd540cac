"""The data models. Each loads on first use."""

TYPE_CHECKING = False  # type checkers take it for true, and importing typing takes milliseconds

if TYPE_CHECKING:
    from .account import Account
    from .account_organization import AccountOrganization
    from .account_refusal import AccountRefusal
    from .add_members_request import AddMembersRequest
    from .added_members import AddedMembers
    from .added_members_response import AddedMembersResponse
    from .agent import Agent
    from .agent_audio_append import AgentAudioAppend
    from .agent_audio_commit import AgentAudioCommit
    from .agent_audio_delta import AgentAudioDelta
    from .agent_call import AgentCall
    from .agent_calls import AgentCalls
    from .agent_calls_response import AgentCallsResponse
    from .agent_concurrency import AgentConcurrency
    from .agent_config_source import AgentConfigSource
    from .agent_connect_query import AgentConnectQuery
    from .agent_connect_query_mode import AgentConnectQueryMode
    from .agent_connect_query_sample_rate import AgentConnectQuerySampleRate
    from .agent_error_frame import AgentErrorFrame
    from .agent_figures import AgentFigures
    from .agent_function_call import AgentFunctionCall
    from .agent_function_result import AgentFunctionResult
    from .agent_id_response import AgentIdResponse
    from .agent_interruption import AgentInterruption
    from .agent_language import AgentLanguage
    from .agent_lines import AgentLines
    from .agent_list import AgentList
    from .agent_list_response import AgentListResponse
    from .agent_performance import AgentPerformance
    from .agent_performance_response import AgentPerformanceResponse
    from .agent_response import AgentResponse
    from .agent_session_close import AgentSessionClose
    from .agent_session_closed import AgentSessionClosed
    from .agent_session_created import AgentSessionCreated
    from .agent_session_update import AgentSessionUpdate
    from .agent_session_updated import AgentSessionUpdated
    from .agent_start_talking import AgentStartTalking
    from .agent_start_talking_type import AgentStartTalkingType
    from .agent_stop_talking import AgentStopTalking
    from .agent_stop_talking_type import AgentStopTalkingType
    from .agent_template import AgentTemplate
    from .agent_template_call_type import AgentTemplateCallType
    from .agent_template_default_language import AgentTemplateDefaultLanguage
    from .agent_template_region import AgentTemplateRegion
    from .agent_template_workflow_type import AgentTemplateWorkflowType
    from .agent_templates_response import AgentTemplatesResponse
    from .agent_text_input import AgentTextInput
    from .agent_transcript import AgentTranscript
    from .agent_transcript_delta import AgentTranscriptDelta
    from .agent_transcript_delta_role import AgentTranscriptDeltaRole
    from .agent_transcript_role import AgentTranscriptRole
    from .agent_version import AgentVersion
    from .agent_version_config import AgentVersionConfig
    from .agent_version_config_response import AgentVersionConfigResponse
    from .agent_version_list import AgentVersionList
    from .agent_version_list_response import AgentVersionListResponse
    from .agent_version_response import AgentVersionResponse
    from .agent_version_status import AgentVersionStatus
    from .all_phone_numbers import AllPhoneNumbers
    from .all_phone_numbers_response import AllPhoneNumbersResponse
    from .analytics_completed import AnalyticsCompleted
    from .analytics_completed_event import AnalyticsCompletedEvent
    from .analytics_summary import AnalyticsSummary
    from .analytics_summary_response import AnalyticsSummaryResponse
    from .answered_question import AnsweredQuestion
    from .archive_agent_on import ArchiveAgentOn
    from .archive_outcome import ArchiveOutcome
    from .archive_outcome_message import ArchiveOutcomeMessage
    from .archive_response import ArchiveResponse
    from .archived_branch import ArchivedBranch
    from .archived_branch_response import ArchivedBranchResponse
    from .attempt_cohort import AttemptCohort
    from .attempt_cohort_response import AttemptCohortResponse
    from .attempt_cohorts import AttemptCohorts
    from .audience import Audience
    from .audience_campaign import AudienceCampaign
    from .audience_list_response import AudienceListResponse
    from .audience_member import AudienceMember
    from .audience_refusal import AudienceRefusal
    from .audience_response import AudienceResponse
    from .avatar_upload import AvatarUpload
    from .avatar_upload_request import AvatarUploadRequest
    from .avatar_upload_response import AvatarUploadResponse
    from .background_sound import BackgroundSound
    from .balance import Balance
    from .balance_response import BalanceResponse
    from .billing_error import BillingError
    from .billing_refusal import BillingRefusal
    from .blocked_number import BlockedNumber
    from .blocked_number_list import BlockedNumberList
    from .blocked_number_list_response import BlockedNumberListResponse
    from .branch import Branch
    from .branch_list import BranchList
    from .branch_list_response import BranchListResponse
    from .branch_response import BranchResponse
    from .branch_status import BranchStatus
    from .branch_summary import BranchSummary
    from .branch_summary_response import BranchSummaryResponse
    from .branch_test_call_request import BranchTestCallRequest
    from .call import Call
    from .call_action import CallAction
    from .call_action_action_type import CallActionActionType
    from .call_action_category import CallActionCategory
    from .call_action_condition import CallActionCondition
    from .call_action_config import CallActionConfig
    from .call_action_list import CallActionList
    from .call_action_list_response import CallActionListResponse
    from .call_action_response import CallActionResponse
    from .call_analysis import CallAnalysis
    from .call_counts_by_day_response import CallCountsByDayResponse
    from .call_counts_log import CallCountsLog
    from .call_counts_log_entry import CallCountsLogEntry
    from .call_counts_log_response import CallCountsLogResponse
    from .call_log import CallLog
    from .call_outcomes import CallOutcomes
    from .call_outcomes_point import CallOutcomesPoint
    from .call_outcomes_response import CallOutcomesResponse
    from .call_outcomes_totals import CallOutcomesTotals
    from .call_page import CallPage
    from .call_response import CallResponse
    from .call_retries import CallRetries
    from .call_starts import CallStarts
    from .call_starts_point import CallStartsPoint
    from .call_starts_response import CallStartsResponse
    from .call_status import CallStatus
    from .call_type import CallType
    from .call_variables import CallVariables
    from .call_volume import CallVolume
    from .call_volume_point import CallVolumePoint
    from .call_volume_response import CallVolumeResponse
    from .calls_list_sort_by import CallsListSortBy
    from .calls_response import CallsResponse
    from .campaign import Campaign
    from .campaign_agent import CampaignAgent
    from .campaign_audience import CampaignAudience
    from .campaign_detail import CampaignDetail
    from .campaign_event import CampaignEvent
    from .campaign_list import CampaignList
    from .campaign_list_response import CampaignListResponse
    from .campaign_metrics import CampaignMetrics
    from .campaign_response import CampaignResponse
    from .campaign_results import CampaignResults
    from .campaign_status import CampaignStatus
    from .campaigns_list_sort_field import CampaignsListSortField
    from .cancel_call_request import CancelCallRequest
    from .cancelled_call import CancelledCall
    from .cancelled_call_response import CancelledCallResponse
    from .cancelled_publish import CancelledPublish
    from .cancelled_publish_response import CancelledPublishResponse
    from .client_tool import ClientTool
    from .complete_upload_request import CompleteUploadRequest
    from .compliance_application import ComplianceApplication
    from .compliance_application_response import ComplianceApplicationResponse
    from .compliance_application_status import ComplianceApplicationStatus
    from .compliance_requirement import ComplianceRequirement
    from .compliance_requirement_response import ComplianceRequirementResponse
    from .compliance_status import ComplianceStatus
    from .compliance_status_response import ComplianceStatusResponse
    from .compliance_status_step import ComplianceStatusStep
    from .concurrency_point import ConcurrencyPoint
    from .concurrency_response import ConcurrencyResponse
    from .concurrency_timeseries import ConcurrencyTimeseries
    from .concurrency_timeseries_response import ConcurrencyTimeseriesResponse
    from .condition_operator import ConditionOperator
    from .conversation_details import ConversationDetails
    from .conversation_details_response import ConversationDetailsResponse
    from .conversation_event import ConversationEvent
    from .conversation_turn import ConversationTurn
    from .create_agent_from_template_request import CreateAgentFromTemplateRequest
    from .create_agent_request import CreateAgentRequest
    from .create_agent_with_ai_request import CreateAgentWithAiRequest
    from .create_agent_with_ai_request_type import CreateAgentWithAiRequestType
    from .create_audience_request import CreateAudienceRequest
    from .create_branch_request import CreateBranchRequest
    from .create_call_action_request import CreateCallActionRequest
    from .create_call_action_request_action_type import CreateCallActionRequestActionType
    from .create_campaign_request import CreateCampaignRequest
    from .create_draft_request import CreateDraftRequest
    from .create_webhook_request import CreateWebhookRequest
    from .created_audience_response import CreatedAudienceResponse
    from .created_campaign import CreatedCampaign
    from .created_campaign_response import CreatedCampaignResponse
    from .daily_call_counts import DailyCallCounts
    from .daily_call_summary import DailyCallSummary
    from .daily_call_summary_response import DailyCallSummaryResponse
    from .dashboard import Dashboard
    from .dashboard_response import DashboardResponse
    from .date_range import DateRange
    from .day_count import DayCount
    from .day_credits import DayCredits
    from .deleted_audience_response import DeletedAudienceResponse
    from .denoising import Denoising
    from .diff import Diff
    from .diff_change import DiffChange
    from .diff_response import DiffResponse
    from .diff_section import DiffSection
    from .discarded_draft import DiscardedDraft
    from .discarded_draft_response import DiscardedDraftResponse
    from .disposition_metric import DispositionMetric
    from .disposition_metric_disposition_metric_type import DispositionMetricDispositionMetricType
    from .dnc_list_sort_field import DncListSortField
    from .download_url_response import DownloadUrlResponse
    from .draft_config_request import DraftConfigRequest
    from .draft_conflict import DraftConflict
    from .draft_conflict_detail import DraftConflictDetail
    from .draft_conflict_response import DraftConflictResponse
    from .draft_detail import DraftDetail
    from .draft_diff import DraftDiff
    from .draft_diff_response import DraftDiffResponse
    from .draft_edit import DraftEdit
    from .draft_history import DraftHistory
    from .draft_history_entry import DraftHistoryEntry
    from .draft_history_response import DraftHistoryResponse
    from .draft_list_response import DraftListResponse
    from .draft_response import DraftResponse
    from .draft_section import DraftSection
    from .draft_sections import DraftSections
    from .draft_test_call import DraftTestCall
    from .draft_test_call_response import DraftTestCallResponse
    from .duplicate_agent_request import DuplicateAgentRequest
    from .duplicated_agent import DuplicatedAgent
    from .duplicated_agent_response import DuplicatedAgentResponse
    from .duration_stats import DurationStats
    from .duration_stats_response import DurationStatsResponse
    from .empty_response import EmptyResponse
    from .end_user_type import EndUserType
    from .error_response import ErrorResponse
    from .export_campaign_results_by_audience_member_format import (
        ExportCampaignResultsByAudienceMemberFormat,
    )
    from .extracted_variable import ExtractedVariable
    from .found_calls import FoundCalls
    from .found_calls_response import FoundCallsResponse
    from .freeze_response import FreezeResponse
    from .freeze_response_error_type import FreezeResponseErrorType
    from .generated_agent_response import GeneratedAgentResponse
    from .get_analytics_concurrency_include_agents import GetAnalyticsConcurrencyIncludeAgents
    from .get_ledger_scope import GetLedgerScope
    from .graph_update import GraphUpdate
    from .handoff import Handoff
    from .handoff_type import HandoffType
    from .hour_performance import HourPerformance
    from .hourly_performance import HourlyPerformance
    from .hourly_performance_response import HourlyPerformanceResponse
    from .http_method import HttpMethod
    from .idle_timeouts import IdleTimeouts
    from .import_number_request import ImportNumberRequest
    from .input_audio_format import InputAudioFormat
    from .integration_response import IntegrationResponse
    from .invoice_list_response import InvoiceListResponse
    from .invoice_pdf import InvoicePdf
    from .invoice_pdf_response import InvoicePdfResponse
    from .json import Json
    from .knowledge_base import KnowledgeBase
    from .knowledge_base_id_response import KnowledgeBaseIdResponse
    from .knowledge_base_list_response import KnowledgeBaseListResponse
    from .knowledge_base_request import KnowledgeBaseRequest
    from .knowledge_base_response import KnowledgeBaseResponse
    from .knowledge_entry import KnowledgeEntry
    from .knowledge_entry_item_type import KnowledgeEntryItemType
    from .knowledge_list_response import KnowledgeListResponse
    from .language_model import LanguageModel
    from .language_settings import LanguageSettings
    from .language_switching import LanguageSwitching
    from .ledger import Ledger
    from .ledger_entry import LedgerEntry
    from .ledger_period import LedgerPeriod
    from .ledger_response import LedgerResponse
    from .ledger_summary import LedgerSummary
    from .line_reservation import LineReservation
    from .line_use import LineUse
    from .list_agent_templates_region import ListAgentTemplatesRegion
    from .list_agents_sort_field import ListAgentsSortField
    from .live_agent_note import LiveAgentNote
    from .live_agent_note_event_type import LiveAgentNoteEventType
    from .live_api_request import LiveApiRequest
    from .live_api_request_event_type import LiveApiRequestEventType
    from .live_call_cancelled import LiveCallCancelled
    from .live_call_ended import LiveCallEnded
    from .live_call_recording import LiveCallRecording
    from .live_call_started import LiveCallStarted
    from .live_interim_transcript import LiveInterimTranscript
    from .live_knowledge_lookup import LiveKnowledgeLookup
    from .live_metric import LiveMetric
    from .live_metrics import LiveMetrics
    from .live_node_context import LiveNodeContext
    from .live_node_hop import LiveNodeHop
    from .live_node_state import LiveNodeState
    from .live_reply_completed import LiveReplyCompleted
    from .live_speech_completed import LiveSpeechCompleted
    from .live_stream_closed import LiveStreamClosed
    from .live_stream_opened import LiveStreamOpened
    from .live_tool_call import LiveToolCall
    from .live_tool_call_event_type import LiveToolCallEventType
    from .live_turn_latency import LiveTurnLatency
    from .live_user_transcript import LiveUserTranscript
    from .live_variable_extraction import LiveVariableExtraction
    from .member_counts import MemberCounts
    from .member_list import MemberList
    from .member_list_response import MemberListResponse
    from .member_result import MemberResult
    from .member_search import MemberSearch
    from .member_search_info import MemberSearchInfo
    from .member_search_info_search_type import MemberSearchInfoSearchType
    from .member_search_response import MemberSearchResponse
    from .message_response import MessageResponse
    from .metric_column import MetricColumn
    from .metric_template import MetricTemplate
    from .metric_template_disposition_metric_type import MetricTemplateDispositionMetricType
    from .metric_template_list_response import MetricTemplateListResponse
    from .metric_value import MetricValue
    from .named_value import NamedValue
    from .number_pickup import NumberPickup
    from .number_provider import NumberProvider
    from .number_trend import NumberTrend
    from .number_trend_point import NumberTrendPoint
    from .number_trends import NumberTrends
    from .number_trends_response import NumberTrendsResponse
    from .number_type import NumberType
    from .object_response import ObjectResponse
    from .offset_pagination import OffsetPagination
    from .organization import Organization
    from .organization_member import OrganizationMember
    from .organization_name_response import OrganizationNameResponse
    from .organization_plan import OrganizationPlan
    from .organization_response import OrganizationResponse
    from .outcome import Outcome
    from .output_audio_format import OutputAudioFormat
    from .page_url import PageUrl
    from .page_url_response import PageUrlResponse
    from .pagination import Pagination
    from .parameter_kind import ParameterKind
    from .payment_due import PaymentDue
    from .payment_due_response import PaymentDueResponse
    from .pending_publish import PendingPublish
    from .pending_publish_state import PendingPublishState
    from .phone_number import PhoneNumber
    from .phone_number_attributes import PhoneNumberAttributes
    from .phone_number_list_response import PhoneNumberListResponse
    from .phone_number_product_type import PhoneNumberProductType
    from .phone_number_response import PhoneNumberResponse
    from .pickup_rate import PickupRate
    from .pickup_rate_response import PickupRateResponse
    from .plan_features import PlanFeatures
    from .plan_limits import PlanLimits
    from .point import Point
    from .post_call_analytics import PostCallAnalytics
    from .post_conversation import PostConversation
    from .post_conversation_event import PostConversationEvent
    from .pre_call_api import PreCallApi
    from .pre_conversation import PreConversation
    from .pre_conversation_event import PreConversationEvent
    from .processing_status import ProcessingStatus
    from .prompt_dimension import PromptDimension
    from .prompt_question import PromptQuestion
    from .prompt_questions import PromptQuestions
    from .prompt_questions_response import PromptQuestionsResponse
    from .prompt_score import PromptScore
    from .prompt_score_response import PromptScoreResponse
    from .proration import Proration
    from .proration_response import ProrationResponse
    from .publication import Publication
    from .publication_state import PublicationState
    from .publish_branch_draft_request import PublishBranchDraftRequest
    from .publish_draft_request import PublishDraftRequest
    from .publish_response import PublishResponse
    from .rate_limit import RateLimit
    from .rate_limit_response import RateLimitResponse
    from .recording_download import RecordingDownload
    from .redaction import Redaction
    from .register_call_request import RegisterCallRequest
    from .register_call_request_mode import RegisterCallRequestMode
    from .registered_call import RegisteredCall
    from .registered_call_response import RegisteredCallResponse
    from .release_number_request import ReleaseNumberRequest
    from .released_number import ReleasedNumber
    from .released_number_response import ReleasedNumberResponse
    from .remove_members_request import RemoveMembersRequest
    from .removed_members import RemovedMembers
    from .removed_members_response import RemovedMembersResponse
    from .rename_branch_request import RenameBranchRequest
    from .rename_draft_request import RenameDraftRequest
    from .rename_organization_request import RenameOrganizationRequest
    from .renamed_draft import RenamedDraft
    from .renamed_draft_response import RenamedDraftResponse
    from .rent_number_request import RentNumberRequest
    from .rentable_number import RentableNumber
    from .rentable_numbers_response import RentableNumbersResponse
    from .rented_number import RentedNumber
    from .rented_number_response import RentedNumberResponse
    from .replace_subscriptions_request import ReplaceSubscriptionsRequest
    from .required_detail import RequiredDetail
    from .required_document import RequiredDocument
    from .resolved_config import ResolvedConfig
    from .response_variable import ResponseVariable
    from .resubmit_application_request import ResubmitApplicationRequest
    from .retired_route_response import RetiredRouteResponse
    from .retired_route_response_error_type import RetiredRouteResponseErrorType
    from .retries_response import RetriesResponse
    from .revision import Revision
    from .revision_config import RevisionConfig
    from .revision_config_response import RevisionConfigResponse
    from .revision_history import RevisionHistory
    from .revision_history_response import RevisionHistoryResponse
    from .revision_list import RevisionList
    from .revision_list_response import RevisionListResponse
    from .revision_response import RevisionResponse
    from .revision_status import RevisionStatus
    from .revision_step import RevisionStep
    from .score_prompt_request import ScorePromptRequest
    from .scrape_request import ScrapeRequest
    from .scraped_url import ScrapedUrl
    from .scraped_url_list_response import ScrapedUrlListResponse
    from .search_calls_request import SearchCallsRequest
    from .security_check import SecurityCheck
    from .session_timeout import SessionTimeout
    from .single_prompt import SinglePrompt
    from .sitemap import Sitemap
    from .sitemap_request import SitemapRequest
    from .sitemap_response import SitemapResponse
    from .smart_turn import SmartTurn
    from .sort_order import SortOrder
    from .start_outbound_call_request import StartOutboundCallRequest
    from .start_outbound_call_x_test_call import StartOutboundCallXTestCall
    from .started_call import StartedCall
    from .started_call_response import StartedCallResponse
    from .started_campaign import StartedCampaign
    from .started_campaign_response import StartedCampaignResponse
    from .status_response import StatusResponse
    from .stored_pre_call_api import StoredPreCallApi
    from .stored_prompt import StoredPrompt
    from .string_map import StringMap
    from .submit_application_request import SubmitApplicationRequest
    from .subscription import Subscription
    from .subscription_list_response import SubscriptionListResponse
    from .subscription_response import SubscriptionResponse
    from .success_metric import SuccessMetric
    from .success_metric_success_metric_type import SuccessMetricSuccessMetricType
    from .success_response import SuccessResponse
    from .synthesizer import Synthesizer
    from .synthesizer_enhancement import SynthesizerEnhancement
    from .synthesizer_sample_rate import SynthesizerSampleRate
    from .template_prompt import TemplatePrompt
    from .template_tool import TemplateTool
    from .test_call import TestCall
    from .test_call_mode import TestCallMode
    from .test_call_request import TestCallRequest
    from .test_call_response import TestCallResponse
    from .text_response import TextResponse
    from .timezone import Timezone
    from .token_counts import TokenCounts
    from .tool import Tool
    from .tool_on_hold_music import ToolOnHoldMusic
    from .tool_parameter import ToolParameter
    from .tool_type import ToolType
    from .transaction_kind import TransactionKind
    from .transcript_turn import TranscriptTurn
    from .transcript_turn_role import TranscriptTurnRole
    from .transfer_option import TransferOption
    from .transfer_option_type import TransferOptionType
    from .trend_metric import TrendMetric
    from .turn_latencies import TurnLatencies
    from .turn_transition import TurnTransition
    from .update_agent_request import UpdateAgentRequest
    from .update_branch_draft_request import UpdateBranchDraftRequest
    from .update_call_action_request import UpdateCallActionRequest
    from .update_call_action_request_action_type import UpdateCallActionRequestActionType
    from .update_reservations_request import UpdateReservationsRequest
    from .update_version_request import UpdateVersionRequest
    from .update_webhook_request import UpdateWebhookRequest
    from .update_widget_request import UpdateWidgetRequest
    from .update_workflow_request import UpdateWorkflowRequest
    from .updated_reservations import UpdatedReservations
    from .updated_reservations_response import UpdatedReservationsResponse
    from .upload_media_request import UploadMediaRequest
    from .upload_text_request import UploadTextRequest
    from .upload_url import UploadUrl
    from .upload_url_request import UploadUrlRequest
    from .upload_url_response import UploadUrlResponse
    from .usage_breakdown import UsageBreakdown
    from .usage_breakdown_response import UsageBreakdownResponse
    from .usage_timeseries import UsageTimeseries
    from .usage_timeseries_response import UsageTimeseriesResponse
    from .used_voice import UsedVoice
    from .user import User
    from .user_response import UserResponse
    from .version_blocks import VersionBlocks
    from .versioned_workflow import VersionedWorkflow
    from .voice_detection import VoiceDetection
    from .voice_settings import VoiceSettings
    from .voice_settings_gender import VoiceSettingsGender
    from .voice_settings_model import VoiceSettingsModel
    from .voicemail_detection import VoicemailDetection
    from .web_engage_account import WebEngageAccount
    from .web_engage_request import WebEngageRequest
    from .web_session import WebSession
    from .web_session_request import WebSessionRequest
    from .web_session_response import WebSessionResponse
    from .webhook import Webhook
    from .webhook_agent import WebhookAgent
    from .webhook_analysis import WebhookAnalysis
    from .webhook_call_data import WebhookCallData
    from .webhook_call_data_call_direction import WebhookCallDataCallDirection
    from .webhook_call_data_call_status import WebhookCallDataCallStatus
    from .webhook_event_type import WebhookEventType
    from .webhook_id_response import WebhookIdResponse
    from .webhook_list_response import WebhookListResponse
    from .webhook_metric import WebhookMetric
    from .webhook_status import WebhookStatus
    from .webhook_subscriber import WebhookSubscriber
    from .webhook_subscription import WebhookSubscription
    from .webhook_transcript_turn import WebhookTranscriptTurn
    from .webhook_transcript_turn_role import WebhookTranscriptTurnRole
    from .webhook_trigger import WebhookTrigger
    from .week_trend import WeekTrend
    from .weekly_trends import WeeklyTrends
    from .weekly_trends_response import WeeklyTrendsResponse
    from .widget_config import WidgetConfig
    from .widget_config_mode import WidgetConfigMode
    from .widget_config_position import WidgetConfigPosition
    from .widget_config_size import WidgetConfigSize
    from .widget_config_theme import WidgetConfigTheme
    from .widget_response import WidgetResponse
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
        "Account": ".account",
        "AccountOrganization": ".account_organization",
        "AccountRefusal": ".account_refusal",
        "AddMembersRequest": ".add_members_request",
        "AddedMembers": ".added_members",
        "AddedMembersResponse": ".added_members_response",
        "Agent": ".agent",
        "AgentAudioAppend": ".agent_audio_append",
        "AgentAudioCommit": ".agent_audio_commit",
        "AgentAudioDelta": ".agent_audio_delta",
        "AgentCall": ".agent_call",
        "AgentCalls": ".agent_calls",
        "AgentCallsResponse": ".agent_calls_response",
        "AgentConcurrency": ".agent_concurrency",
        "AgentConfigSource": ".agent_config_source",
        "AgentConnectQuery": ".agent_connect_query",
        "AgentConnectQueryMode": ".agent_connect_query_mode",
        "AgentConnectQuerySampleRate": ".agent_connect_query_sample_rate",
        "AgentErrorFrame": ".agent_error_frame",
        "AgentFigures": ".agent_figures",
        "AgentFunctionCall": ".agent_function_call",
        "AgentFunctionResult": ".agent_function_result",
        "AgentIdResponse": ".agent_id_response",
        "AgentInterruption": ".agent_interruption",
        "AgentLanguage": ".agent_language",
        "AgentLines": ".agent_lines",
        "AgentList": ".agent_list",
        "AgentListResponse": ".agent_list_response",
        "AgentPerformance": ".agent_performance",
        "AgentPerformanceResponse": ".agent_performance_response",
        "AgentResponse": ".agent_response",
        "AgentSessionClose": ".agent_session_close",
        "AgentSessionClosed": ".agent_session_closed",
        "AgentSessionCreated": ".agent_session_created",
        "AgentSessionUpdate": ".agent_session_update",
        "AgentSessionUpdated": ".agent_session_updated",
        "AgentStartTalking": ".agent_start_talking",
        "AgentStartTalkingType": ".agent_start_talking_type",
        "AgentStopTalking": ".agent_stop_talking",
        "AgentStopTalkingType": ".agent_stop_talking_type",
        "AgentTemplate": ".agent_template",
        "AgentTemplateCallType": ".agent_template_call_type",
        "AgentTemplateDefaultLanguage": ".agent_template_default_language",
        "AgentTemplateRegion": ".agent_template_region",
        "AgentTemplateWorkflowType": ".agent_template_workflow_type",
        "AgentTemplatesResponse": ".agent_templates_response",
        "AgentTextInput": ".agent_text_input",
        "AgentTranscript": ".agent_transcript",
        "AgentTranscriptDelta": ".agent_transcript_delta",
        "AgentTranscriptDeltaRole": ".agent_transcript_delta_role",
        "AgentTranscriptRole": ".agent_transcript_role",
        "AgentVersion": ".agent_version",
        "AgentVersionConfig": ".agent_version_config",
        "AgentVersionConfigResponse": ".agent_version_config_response",
        "AgentVersionList": ".agent_version_list",
        "AgentVersionListResponse": ".agent_version_list_response",
        "AgentVersionResponse": ".agent_version_response",
        "AgentVersionStatus": ".agent_version_status",
        "AllPhoneNumbers": ".all_phone_numbers",
        "AllPhoneNumbersResponse": ".all_phone_numbers_response",
        "AnalyticsCompleted": ".analytics_completed",
        "AnalyticsCompletedEvent": ".analytics_completed_event",
        "AnalyticsSummary": ".analytics_summary",
        "AnalyticsSummaryResponse": ".analytics_summary_response",
        "AnsweredQuestion": ".answered_question",
        "ArchiveAgentOn": ".archive_agent_on",
        "ArchiveOutcome": ".archive_outcome",
        "ArchiveOutcomeMessage": ".archive_outcome_message",
        "ArchiveResponse": ".archive_response",
        "ArchivedBranch": ".archived_branch",
        "ArchivedBranchResponse": ".archived_branch_response",
        "AttemptCohort": ".attempt_cohort",
        "AttemptCohortResponse": ".attempt_cohort_response",
        "AttemptCohorts": ".attempt_cohorts",
        "Audience": ".audience",
        "AudienceCampaign": ".audience_campaign",
        "AudienceListResponse": ".audience_list_response",
        "AudienceMember": ".audience_member",
        "AudienceRefusal": ".audience_refusal",
        "AudienceResponse": ".audience_response",
        "AvatarUpload": ".avatar_upload",
        "AvatarUploadRequest": ".avatar_upload_request",
        "AvatarUploadResponse": ".avatar_upload_response",
        "BackgroundSound": ".background_sound",
        "Balance": ".balance",
        "BalanceResponse": ".balance_response",
        "BillingError": ".billing_error",
        "BillingRefusal": ".billing_refusal",
        "BlockedNumber": ".blocked_number",
        "BlockedNumberList": ".blocked_number_list",
        "BlockedNumberListResponse": ".blocked_number_list_response",
        "Branch": ".branch",
        "BranchList": ".branch_list",
        "BranchListResponse": ".branch_list_response",
        "BranchResponse": ".branch_response",
        "BranchStatus": ".branch_status",
        "BranchSummary": ".branch_summary",
        "BranchSummaryResponse": ".branch_summary_response",
        "BranchTestCallRequest": ".branch_test_call_request",
        "Call": ".call",
        "CallAction": ".call_action",
        "CallActionActionType": ".call_action_action_type",
        "CallActionCategory": ".call_action_category",
        "CallActionCondition": ".call_action_condition",
        "CallActionConfig": ".call_action_config",
        "CallActionList": ".call_action_list",
        "CallActionListResponse": ".call_action_list_response",
        "CallActionResponse": ".call_action_response",
        "CallAnalysis": ".call_analysis",
        "CallCountsByDayResponse": ".call_counts_by_day_response",
        "CallCountsLog": ".call_counts_log",
        "CallCountsLogEntry": ".call_counts_log_entry",
        "CallCountsLogResponse": ".call_counts_log_response",
        "CallLog": ".call_log",
        "CallOutcomes": ".call_outcomes",
        "CallOutcomesPoint": ".call_outcomes_point",
        "CallOutcomesResponse": ".call_outcomes_response",
        "CallOutcomesTotals": ".call_outcomes_totals",
        "CallPage": ".call_page",
        "CallResponse": ".call_response",
        "CallRetries": ".call_retries",
        "CallStarts": ".call_starts",
        "CallStartsPoint": ".call_starts_point",
        "CallStartsResponse": ".call_starts_response",
        "CallStatus": ".call_status",
        "CallType": ".call_type",
        "CallVariables": ".call_variables",
        "CallVolume": ".call_volume",
        "CallVolumePoint": ".call_volume_point",
        "CallVolumeResponse": ".call_volume_response",
        "CallsListSortBy": ".calls_list_sort_by",
        "CallsResponse": ".calls_response",
        "Campaign": ".campaign",
        "CampaignAgent": ".campaign_agent",
        "CampaignAudience": ".campaign_audience",
        "CampaignDetail": ".campaign_detail",
        "CampaignEvent": ".campaign_event",
        "CampaignList": ".campaign_list",
        "CampaignListResponse": ".campaign_list_response",
        "CampaignMetrics": ".campaign_metrics",
        "CampaignResponse": ".campaign_response",
        "CampaignResults": ".campaign_results",
        "CampaignStatus": ".campaign_status",
        "CampaignsListSortField": ".campaigns_list_sort_field",
        "CancelCallRequest": ".cancel_call_request",
        "CancelledCall": ".cancelled_call",
        "CancelledCallResponse": ".cancelled_call_response",
        "CancelledPublish": ".cancelled_publish",
        "CancelledPublishResponse": ".cancelled_publish_response",
        "ClientTool": ".client_tool",
        "CompleteUploadRequest": ".complete_upload_request",
        "ComplianceApplication": ".compliance_application",
        "ComplianceApplicationResponse": ".compliance_application_response",
        "ComplianceApplicationStatus": ".compliance_application_status",
        "ComplianceRequirement": ".compliance_requirement",
        "ComplianceRequirementResponse": ".compliance_requirement_response",
        "ComplianceStatus": ".compliance_status",
        "ComplianceStatusResponse": ".compliance_status_response",
        "ComplianceStatusStep": ".compliance_status_step",
        "ConcurrencyPoint": ".concurrency_point",
        "ConcurrencyResponse": ".concurrency_response",
        "ConcurrencyTimeseries": ".concurrency_timeseries",
        "ConcurrencyTimeseriesResponse": ".concurrency_timeseries_response",
        "ConditionOperator": ".condition_operator",
        "ConversationDetails": ".conversation_details",
        "ConversationDetailsResponse": ".conversation_details_response",
        "ConversationEvent": ".conversation_event",
        "ConversationTurn": ".conversation_turn",
        "CreateAgentFromTemplateRequest": ".create_agent_from_template_request",
        "CreateAgentRequest": ".create_agent_request",
        "CreateAgentWithAiRequest": ".create_agent_with_ai_request",
        "CreateAgentWithAiRequestType": ".create_agent_with_ai_request_type",
        "CreateAudienceRequest": ".create_audience_request",
        "CreateBranchRequest": ".create_branch_request",
        "CreateCallActionRequest": ".create_call_action_request",
        "CreateCallActionRequestActionType": ".create_call_action_request_action_type",
        "CreateCampaignRequest": ".create_campaign_request",
        "CreateDraftRequest": ".create_draft_request",
        "CreateWebhookRequest": ".create_webhook_request",
        "CreatedAudienceResponse": ".created_audience_response",
        "CreatedCampaign": ".created_campaign",
        "CreatedCampaignResponse": ".created_campaign_response",
        "DailyCallCounts": ".daily_call_counts",
        "DailyCallSummary": ".daily_call_summary",
        "DailyCallSummaryResponse": ".daily_call_summary_response",
        "Dashboard": ".dashboard",
        "DashboardResponse": ".dashboard_response",
        "DateRange": ".date_range",
        "DayCount": ".day_count",
        "DayCredits": ".day_credits",
        "DeletedAudienceResponse": ".deleted_audience_response",
        "Denoising": ".denoising",
        "Diff": ".diff",
        "DiffChange": ".diff_change",
        "DiffResponse": ".diff_response",
        "DiffSection": ".diff_section",
        "DiscardedDraft": ".discarded_draft",
        "DiscardedDraftResponse": ".discarded_draft_response",
        "DispositionMetric": ".disposition_metric",
        "DispositionMetricDispositionMetricType": ".disposition_metric_disposition_metric_type",
        "DncListSortField": ".dnc_list_sort_field",
        "DownloadUrlResponse": ".download_url_response",
        "DraftConfigRequest": ".draft_config_request",
        "DraftConflict": ".draft_conflict",
        "DraftConflictDetail": ".draft_conflict_detail",
        "DraftConflictResponse": ".draft_conflict_response",
        "DraftDetail": ".draft_detail",
        "DraftDiff": ".draft_diff",
        "DraftDiffResponse": ".draft_diff_response",
        "DraftEdit": ".draft_edit",
        "DraftHistory": ".draft_history",
        "DraftHistoryEntry": ".draft_history_entry",
        "DraftHistoryResponse": ".draft_history_response",
        "DraftListResponse": ".draft_list_response",
        "DraftResponse": ".draft_response",
        "DraftSection": ".draft_section",
        "DraftSections": ".draft_sections",
        "DraftTestCall": ".draft_test_call",
        "DraftTestCallResponse": ".draft_test_call_response",
        "DuplicateAgentRequest": ".duplicate_agent_request",
        "DuplicatedAgent": ".duplicated_agent",
        "DuplicatedAgentResponse": ".duplicated_agent_response",
        "DurationStats": ".duration_stats",
        "DurationStatsResponse": ".duration_stats_response",
        "EmptyResponse": ".empty_response",
        "EndUserType": ".end_user_type",
        "ErrorResponse": ".error_response",
        "ExportCampaignResultsByAudienceMemberFormat": ".export_campaign_results_by_audience_member_format",
        "ExtractedVariable": ".extracted_variable",
        "FoundCalls": ".found_calls",
        "FoundCallsResponse": ".found_calls_response",
        "FreezeResponse": ".freeze_response",
        "FreezeResponseErrorType": ".freeze_response_error_type",
        "GeneratedAgentResponse": ".generated_agent_response",
        "GetAnalyticsConcurrencyIncludeAgents": ".get_analytics_concurrency_include_agents",
        "GetLedgerScope": ".get_ledger_scope",
        "GraphUpdate": ".graph_update",
        "Handoff": ".handoff",
        "HandoffType": ".handoff_type",
        "HourPerformance": ".hour_performance",
        "HourlyPerformance": ".hourly_performance",
        "HourlyPerformanceResponse": ".hourly_performance_response",
        "HttpMethod": ".http_method",
        "IdleTimeouts": ".idle_timeouts",
        "ImportNumberRequest": ".import_number_request",
        "InputAudioFormat": ".input_audio_format",
        "IntegrationResponse": ".integration_response",
        "InvoiceListResponse": ".invoice_list_response",
        "InvoicePdf": ".invoice_pdf",
        "InvoicePdfResponse": ".invoice_pdf_response",
        "Json": ".json",
        "KnowledgeBase": ".knowledge_base",
        "KnowledgeBaseIdResponse": ".knowledge_base_id_response",
        "KnowledgeBaseListResponse": ".knowledge_base_list_response",
        "KnowledgeBaseRequest": ".knowledge_base_request",
        "KnowledgeBaseResponse": ".knowledge_base_response",
        "KnowledgeEntry": ".knowledge_entry",
        "KnowledgeEntryItemType": ".knowledge_entry_item_type",
        "KnowledgeListResponse": ".knowledge_list_response",
        "LanguageModel": ".language_model",
        "LanguageSettings": ".language_settings",
        "LanguageSwitching": ".language_switching",
        "Ledger": ".ledger",
        "LedgerEntry": ".ledger_entry",
        "LedgerPeriod": ".ledger_period",
        "LedgerResponse": ".ledger_response",
        "LedgerSummary": ".ledger_summary",
        "LineReservation": ".line_reservation",
        "LineUse": ".line_use",
        "ListAgentTemplatesRegion": ".list_agent_templates_region",
        "ListAgentsSortField": ".list_agents_sort_field",
        "LiveAgentNote": ".live_agent_note",
        "LiveAgentNoteEventType": ".live_agent_note_event_type",
        "LiveApiRequest": ".live_api_request",
        "LiveApiRequestEventType": ".live_api_request_event_type",
        "LiveCallCancelled": ".live_call_cancelled",
        "LiveCallEnded": ".live_call_ended",
        "LiveCallRecording": ".live_call_recording",
        "LiveCallStarted": ".live_call_started",
        "LiveInterimTranscript": ".live_interim_transcript",
        "LiveKnowledgeLookup": ".live_knowledge_lookup",
        "LiveMetric": ".live_metric",
        "LiveMetrics": ".live_metrics",
        "LiveNodeContext": ".live_node_context",
        "LiveNodeHop": ".live_node_hop",
        "LiveNodeState": ".live_node_state",
        "LiveReplyCompleted": ".live_reply_completed",
        "LiveSpeechCompleted": ".live_speech_completed",
        "LiveStreamClosed": ".live_stream_closed",
        "LiveStreamOpened": ".live_stream_opened",
        "LiveToolCall": ".live_tool_call",
        "LiveToolCallEventType": ".live_tool_call_event_type",
        "LiveTurnLatency": ".live_turn_latency",
        "LiveUserTranscript": ".live_user_transcript",
        "LiveVariableExtraction": ".live_variable_extraction",
        "MemberCounts": ".member_counts",
        "MemberList": ".member_list",
        "MemberListResponse": ".member_list_response",
        "MemberResult": ".member_result",
        "MemberSearch": ".member_search",
        "MemberSearchInfo": ".member_search_info",
        "MemberSearchInfoSearchType": ".member_search_info_search_type",
        "MemberSearchResponse": ".member_search_response",
        "MessageResponse": ".message_response",
        "MetricColumn": ".metric_column",
        "MetricTemplate": ".metric_template",
        "MetricTemplateDispositionMetricType": ".metric_template_disposition_metric_type",
        "MetricTemplateListResponse": ".metric_template_list_response",
        "MetricValue": ".metric_value",
        "NamedValue": ".named_value",
        "NumberPickup": ".number_pickup",
        "NumberProvider": ".number_provider",
        "NumberTrend": ".number_trend",
        "NumberTrendPoint": ".number_trend_point",
        "NumberTrends": ".number_trends",
        "NumberTrendsResponse": ".number_trends_response",
        "NumberType": ".number_type",
        "ObjectResponse": ".object_response",
        "OffsetPagination": ".offset_pagination",
        "Organization": ".organization",
        "OrganizationMember": ".organization_member",
        "OrganizationNameResponse": ".organization_name_response",
        "OrganizationPlan": ".organization_plan",
        "OrganizationResponse": ".organization_response",
        "Outcome": ".outcome",
        "OutputAudioFormat": ".output_audio_format",
        "PageUrl": ".page_url",
        "PageUrlResponse": ".page_url_response",
        "Pagination": ".pagination",
        "ParameterKind": ".parameter_kind",
        "PaymentDue": ".payment_due",
        "PaymentDueResponse": ".payment_due_response",
        "PendingPublish": ".pending_publish",
        "PendingPublishState": ".pending_publish_state",
        "PhoneNumber": ".phone_number",
        "PhoneNumberAttributes": ".phone_number_attributes",
        "PhoneNumberListResponse": ".phone_number_list_response",
        "PhoneNumberProductType": ".phone_number_product_type",
        "PhoneNumberResponse": ".phone_number_response",
        "PickupRate": ".pickup_rate",
        "PickupRateResponse": ".pickup_rate_response",
        "PlanFeatures": ".plan_features",
        "PlanLimits": ".plan_limits",
        "Point": ".point",
        "PostCallAnalytics": ".post_call_analytics",
        "PostConversation": ".post_conversation",
        "PostConversationEvent": ".post_conversation_event",
        "PreCallApi": ".pre_call_api",
        "PreConversation": ".pre_conversation",
        "PreConversationEvent": ".pre_conversation_event",
        "ProcessingStatus": ".processing_status",
        "PromptDimension": ".prompt_dimension",
        "PromptQuestion": ".prompt_question",
        "PromptQuestions": ".prompt_questions",
        "PromptQuestionsResponse": ".prompt_questions_response",
        "PromptScore": ".prompt_score",
        "PromptScoreResponse": ".prompt_score_response",
        "Proration": ".proration",
        "ProrationResponse": ".proration_response",
        "Publication": ".publication",
        "PublicationState": ".publication_state",
        "PublishBranchDraftRequest": ".publish_branch_draft_request",
        "PublishDraftRequest": ".publish_draft_request",
        "PublishResponse": ".publish_response",
        "RateLimit": ".rate_limit",
        "RateLimitResponse": ".rate_limit_response",
        "RecordingDownload": ".recording_download",
        "Redaction": ".redaction",
        "RegisterCallRequest": ".register_call_request",
        "RegisterCallRequestMode": ".register_call_request_mode",
        "RegisteredCall": ".registered_call",
        "RegisteredCallResponse": ".registered_call_response",
        "ReleaseNumberRequest": ".release_number_request",
        "ReleasedNumber": ".released_number",
        "ReleasedNumberResponse": ".released_number_response",
        "RemoveMembersRequest": ".remove_members_request",
        "RemovedMembers": ".removed_members",
        "RemovedMembersResponse": ".removed_members_response",
        "RenameBranchRequest": ".rename_branch_request",
        "RenameDraftRequest": ".rename_draft_request",
        "RenameOrganizationRequest": ".rename_organization_request",
        "RenamedDraft": ".renamed_draft",
        "RenamedDraftResponse": ".renamed_draft_response",
        "RentNumberRequest": ".rent_number_request",
        "RentableNumber": ".rentable_number",
        "RentableNumbersResponse": ".rentable_numbers_response",
        "RentedNumber": ".rented_number",
        "RentedNumberResponse": ".rented_number_response",
        "ReplaceSubscriptionsRequest": ".replace_subscriptions_request",
        "RequiredDetail": ".required_detail",
        "RequiredDocument": ".required_document",
        "ResolvedConfig": ".resolved_config",
        "ResponseVariable": ".response_variable",
        "ResubmitApplicationRequest": ".resubmit_application_request",
        "RetiredRouteResponse": ".retired_route_response",
        "RetiredRouteResponseErrorType": ".retired_route_response_error_type",
        "RetriesResponse": ".retries_response",
        "Revision": ".revision",
        "RevisionConfig": ".revision_config",
        "RevisionConfigResponse": ".revision_config_response",
        "RevisionHistory": ".revision_history",
        "RevisionHistoryResponse": ".revision_history_response",
        "RevisionList": ".revision_list",
        "RevisionListResponse": ".revision_list_response",
        "RevisionResponse": ".revision_response",
        "RevisionStatus": ".revision_status",
        "RevisionStep": ".revision_step",
        "ScorePromptRequest": ".score_prompt_request",
        "ScrapeRequest": ".scrape_request",
        "ScrapedUrl": ".scraped_url",
        "ScrapedUrlListResponse": ".scraped_url_list_response",
        "SearchCallsRequest": ".search_calls_request",
        "SecurityCheck": ".security_check",
        "SessionTimeout": ".session_timeout",
        "SinglePrompt": ".single_prompt",
        "Sitemap": ".sitemap",
        "SitemapRequest": ".sitemap_request",
        "SitemapResponse": ".sitemap_response",
        "SmartTurn": ".smart_turn",
        "SortOrder": ".sort_order",
        "StartOutboundCallRequest": ".start_outbound_call_request",
        "StartOutboundCallXTestCall": ".start_outbound_call_x_test_call",
        "StartedCall": ".started_call",
        "StartedCallResponse": ".started_call_response",
        "StartedCampaign": ".started_campaign",
        "StartedCampaignResponse": ".started_campaign_response",
        "StatusResponse": ".status_response",
        "StoredPreCallApi": ".stored_pre_call_api",
        "StoredPrompt": ".stored_prompt",
        "StringMap": ".string_map",
        "SubmitApplicationRequest": ".submit_application_request",
        "Subscription": ".subscription",
        "SubscriptionListResponse": ".subscription_list_response",
        "SubscriptionResponse": ".subscription_response",
        "SuccessMetric": ".success_metric",
        "SuccessMetricSuccessMetricType": ".success_metric_success_metric_type",
        "SuccessResponse": ".success_response",
        "Synthesizer": ".synthesizer",
        "SynthesizerEnhancement": ".synthesizer_enhancement",
        "SynthesizerSampleRate": ".synthesizer_sample_rate",
        "TemplatePrompt": ".template_prompt",
        "TemplateTool": ".template_tool",
        "TestCall": ".test_call",
        "TestCallMode": ".test_call_mode",
        "TestCallRequest": ".test_call_request",
        "TestCallResponse": ".test_call_response",
        "TextResponse": ".text_response",
        "Timezone": ".timezone",
        "TokenCounts": ".token_counts",
        "Tool": ".tool",
        "ToolOnHoldMusic": ".tool_on_hold_music",
        "ToolParameter": ".tool_parameter",
        "ToolType": ".tool_type",
        "TransactionKind": ".transaction_kind",
        "TranscriptTurn": ".transcript_turn",
        "TranscriptTurnRole": ".transcript_turn_role",
        "TransferOption": ".transfer_option",
        "TransferOptionType": ".transfer_option_type",
        "TrendMetric": ".trend_metric",
        "TurnLatencies": ".turn_latencies",
        "TurnTransition": ".turn_transition",
        "UpdateAgentRequest": ".update_agent_request",
        "UpdateBranchDraftRequest": ".update_branch_draft_request",
        "UpdateCallActionRequest": ".update_call_action_request",
        "UpdateCallActionRequestActionType": ".update_call_action_request_action_type",
        "UpdateReservationsRequest": ".update_reservations_request",
        "UpdateVersionRequest": ".update_version_request",
        "UpdateWebhookRequest": ".update_webhook_request",
        "UpdateWidgetRequest": ".update_widget_request",
        "UpdateWorkflowRequest": ".update_workflow_request",
        "UpdatedReservations": ".updated_reservations",
        "UpdatedReservationsResponse": ".updated_reservations_response",
        "UploadMediaRequest": ".upload_media_request",
        "UploadTextRequest": ".upload_text_request",
        "UploadUrl": ".upload_url",
        "UploadUrlRequest": ".upload_url_request",
        "UploadUrlResponse": ".upload_url_response",
        "UsageBreakdown": ".usage_breakdown",
        "UsageBreakdownResponse": ".usage_breakdown_response",
        "UsageTimeseries": ".usage_timeseries",
        "UsageTimeseriesResponse": ".usage_timeseries_response",
        "UsedVoice": ".used_voice",
        "User": ".user",
        "UserResponse": ".user_response",
        "VersionBlocks": ".version_blocks",
        "VersionedWorkflow": ".versioned_workflow",
        "VoiceDetection": ".voice_detection",
        "VoiceSettings": ".voice_settings",
        "VoiceSettingsGender": ".voice_settings_gender",
        "VoiceSettingsModel": ".voice_settings_model",
        "VoicemailDetection": ".voicemail_detection",
        "WebEngageAccount": ".web_engage_account",
        "WebEngageRequest": ".web_engage_request",
        "WebSession": ".web_session",
        "WebSessionRequest": ".web_session_request",
        "WebSessionResponse": ".web_session_response",
        "Webhook": ".webhook",
        "WebhookAgent": ".webhook_agent",
        "WebhookAnalysis": ".webhook_analysis",
        "WebhookCallData": ".webhook_call_data",
        "WebhookCallDataCallDirection": ".webhook_call_data_call_direction",
        "WebhookCallDataCallStatus": ".webhook_call_data_call_status",
        "WebhookEventType": ".webhook_event_type",
        "WebhookIdResponse": ".webhook_id_response",
        "WebhookListResponse": ".webhook_list_response",
        "WebhookMetric": ".webhook_metric",
        "WebhookStatus": ".webhook_status",
        "WebhookSubscriber": ".webhook_subscriber",
        "WebhookSubscription": ".webhook_subscription",
        "WebhookTranscriptTurn": ".webhook_transcript_turn",
        "WebhookTranscriptTurnRole": ".webhook_transcript_turn_role",
        "WebhookTrigger": ".webhook_trigger",
        "WeekTrend": ".week_trend",
        "WeeklyTrends": ".weekly_trends",
        "WeeklyTrendsResponse": ".weekly_trends_response",
        "WidgetConfig": ".widget_config",
        "WidgetConfigMode": ".widget_config_mode",
        "WidgetConfigPosition": ".widget_config_position",
        "WidgetConfigSize": ".widget_config_size",
        "WidgetConfigTheme": ".widget_config_theme",
        "WidgetResponse": ".widget_response",
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
    "Account",
    "AccountOrganization",
    "AccountRefusal",
    "AddMembersRequest",
    "AddedMembers",
    "AddedMembersResponse",
    "Agent",
    "AgentAudioAppend",
    "AgentAudioCommit",
    "AgentAudioDelta",
    "AgentCall",
    "AgentCalls",
    "AgentCallsResponse",
    "AgentConcurrency",
    "AgentConfigSource",
    "AgentConnectQuery",
    "AgentConnectQueryMode",
    "AgentConnectQuerySampleRate",
    "AgentErrorFrame",
    "AgentFigures",
    "AgentFunctionCall",
    "AgentFunctionResult",
    "AgentIdResponse",
    "AgentInterruption",
    "AgentLanguage",
    "AgentLines",
    "AgentList",
    "AgentListResponse",
    "AgentPerformance",
    "AgentPerformanceResponse",
    "AgentResponse",
    "AgentSessionClose",
    "AgentSessionClosed",
    "AgentSessionCreated",
    "AgentSessionUpdate",
    "AgentSessionUpdated",
    "AgentStartTalking",
    "AgentStartTalkingType",
    "AgentStopTalking",
    "AgentStopTalkingType",
    "AgentTemplate",
    "AgentTemplateCallType",
    "AgentTemplateDefaultLanguage",
    "AgentTemplateRegion",
    "AgentTemplateWorkflowType",
    "AgentTemplatesResponse",
    "AgentTextInput",
    "AgentTranscript",
    "AgentTranscriptDelta",
    "AgentTranscriptDeltaRole",
    "AgentTranscriptRole",
    "AgentVersion",
    "AgentVersionConfig",
    "AgentVersionConfigResponse",
    "AgentVersionList",
    "AgentVersionListResponse",
    "AgentVersionResponse",
    "AgentVersionStatus",
    "AllPhoneNumbers",
    "AllPhoneNumbersResponse",
    "AnalyticsCompleted",
    "AnalyticsCompletedEvent",
    "AnalyticsSummary",
    "AnalyticsSummaryResponse",
    "AnsweredQuestion",
    "ArchiveAgentOn",
    "ArchiveOutcome",
    "ArchiveOutcomeMessage",
    "ArchiveResponse",
    "ArchivedBranch",
    "ArchivedBranchResponse",
    "AttemptCohort",
    "AttemptCohortResponse",
    "AttemptCohorts",
    "Audience",
    "AudienceCampaign",
    "AudienceListResponse",
    "AudienceMember",
    "AudienceRefusal",
    "AudienceResponse",
    "AvatarUpload",
    "AvatarUploadRequest",
    "AvatarUploadResponse",
    "BackgroundSound",
    "Balance",
    "BalanceResponse",
    "BillingError",
    "BillingRefusal",
    "BlockedNumber",
    "BlockedNumberList",
    "BlockedNumberListResponse",
    "Branch",
    "BranchList",
    "BranchListResponse",
    "BranchResponse",
    "BranchStatus",
    "BranchSummary",
    "BranchSummaryResponse",
    "BranchTestCallRequest",
    "Call",
    "CallAction",
    "CallActionActionType",
    "CallActionCategory",
    "CallActionCondition",
    "CallActionConfig",
    "CallActionList",
    "CallActionListResponse",
    "CallActionResponse",
    "CallAnalysis",
    "CallCountsByDayResponse",
    "CallCountsLog",
    "CallCountsLogEntry",
    "CallCountsLogResponse",
    "CallLog",
    "CallOutcomes",
    "CallOutcomesPoint",
    "CallOutcomesResponse",
    "CallOutcomesTotals",
    "CallPage",
    "CallResponse",
    "CallRetries",
    "CallStarts",
    "CallStartsPoint",
    "CallStartsResponse",
    "CallStatus",
    "CallType",
    "CallVariables",
    "CallVolume",
    "CallVolumePoint",
    "CallVolumeResponse",
    "CallsListSortBy",
    "CallsResponse",
    "Campaign",
    "CampaignAgent",
    "CampaignAudience",
    "CampaignDetail",
    "CampaignEvent",
    "CampaignList",
    "CampaignListResponse",
    "CampaignMetrics",
    "CampaignResponse",
    "CampaignResults",
    "CampaignStatus",
    "CampaignsListSortField",
    "CancelCallRequest",
    "CancelledCall",
    "CancelledCallResponse",
    "CancelledPublish",
    "CancelledPublishResponse",
    "ClientTool",
    "CompleteUploadRequest",
    "ComplianceApplication",
    "ComplianceApplicationResponse",
    "ComplianceApplicationStatus",
    "ComplianceRequirement",
    "ComplianceRequirementResponse",
    "ComplianceStatus",
    "ComplianceStatusResponse",
    "ComplianceStatusStep",
    "ConcurrencyPoint",
    "ConcurrencyResponse",
    "ConcurrencyTimeseries",
    "ConcurrencyTimeseriesResponse",
    "ConditionOperator",
    "ConversationDetails",
    "ConversationDetailsResponse",
    "ConversationEvent",
    "ConversationTurn",
    "CreateAgentFromTemplateRequest",
    "CreateAgentRequest",
    "CreateAgentWithAiRequest",
    "CreateAgentWithAiRequestType",
    "CreateAudienceRequest",
    "CreateBranchRequest",
    "CreateCallActionRequest",
    "CreateCallActionRequestActionType",
    "CreateCampaignRequest",
    "CreateDraftRequest",
    "CreateWebhookRequest",
    "CreatedAudienceResponse",
    "CreatedCampaign",
    "CreatedCampaignResponse",
    "DailyCallCounts",
    "DailyCallSummary",
    "DailyCallSummaryResponse",
    "Dashboard",
    "DashboardResponse",
    "DateRange",
    "DayCount",
    "DayCredits",
    "DeletedAudienceResponse",
    "Denoising",
    "Diff",
    "DiffChange",
    "DiffResponse",
    "DiffSection",
    "DiscardedDraft",
    "DiscardedDraftResponse",
    "DispositionMetric",
    "DispositionMetricDispositionMetricType",
    "DncListSortField",
    "DownloadUrlResponse",
    "DraftConfigRequest",
    "DraftConflict",
    "DraftConflictDetail",
    "DraftConflictResponse",
    "DraftDetail",
    "DraftDiff",
    "DraftDiffResponse",
    "DraftEdit",
    "DraftHistory",
    "DraftHistoryEntry",
    "DraftHistoryResponse",
    "DraftListResponse",
    "DraftResponse",
    "DraftSection",
    "DraftSections",
    "DraftTestCall",
    "DraftTestCallResponse",
    "DuplicateAgentRequest",
    "DuplicatedAgent",
    "DuplicatedAgentResponse",
    "DurationStats",
    "DurationStatsResponse",
    "EmptyResponse",
    "EndUserType",
    "ErrorResponse",
    "ExportCampaignResultsByAudienceMemberFormat",
    "ExtractedVariable",
    "FoundCalls",
    "FoundCallsResponse",
    "FreezeResponse",
    "FreezeResponseErrorType",
    "GeneratedAgentResponse",
    "GetAnalyticsConcurrencyIncludeAgents",
    "GetLedgerScope",
    "GraphUpdate",
    "Handoff",
    "HandoffType",
    "HourPerformance",
    "HourlyPerformance",
    "HourlyPerformanceResponse",
    "HttpMethod",
    "IdleTimeouts",
    "ImportNumberRequest",
    "InputAudioFormat",
    "IntegrationResponse",
    "InvoiceListResponse",
    "InvoicePdf",
    "InvoicePdfResponse",
    "Json",
    "KnowledgeBase",
    "KnowledgeBaseIdResponse",
    "KnowledgeBaseListResponse",
    "KnowledgeBaseRequest",
    "KnowledgeBaseResponse",
    "KnowledgeEntry",
    "KnowledgeEntryItemType",
    "KnowledgeListResponse",
    "LanguageModel",
    "LanguageSettings",
    "LanguageSwitching",
    "Ledger",
    "LedgerEntry",
    "LedgerPeriod",
    "LedgerResponse",
    "LedgerSummary",
    "LineReservation",
    "LineUse",
    "ListAgentTemplatesRegion",
    "ListAgentsSortField",
    "LiveAgentNote",
    "LiveAgentNoteEventType",
    "LiveApiRequest",
    "LiveApiRequestEventType",
    "LiveCallCancelled",
    "LiveCallEnded",
    "LiveCallRecording",
    "LiveCallStarted",
    "LiveInterimTranscript",
    "LiveKnowledgeLookup",
    "LiveMetric",
    "LiveMetrics",
    "LiveNodeContext",
    "LiveNodeHop",
    "LiveNodeState",
    "LiveReplyCompleted",
    "LiveSpeechCompleted",
    "LiveStreamClosed",
    "LiveStreamOpened",
    "LiveToolCall",
    "LiveToolCallEventType",
    "LiveTurnLatency",
    "LiveUserTranscript",
    "LiveVariableExtraction",
    "MemberCounts",
    "MemberList",
    "MemberListResponse",
    "MemberResult",
    "MemberSearch",
    "MemberSearchInfo",
    "MemberSearchInfoSearchType",
    "MemberSearchResponse",
    "MessageResponse",
    "MetricColumn",
    "MetricTemplate",
    "MetricTemplateDispositionMetricType",
    "MetricTemplateListResponse",
    "MetricValue",
    "NamedValue",
    "NumberPickup",
    "NumberProvider",
    "NumberTrend",
    "NumberTrendPoint",
    "NumberTrends",
    "NumberTrendsResponse",
    "NumberType",
    "ObjectResponse",
    "OffsetPagination",
    "Organization",
    "OrganizationMember",
    "OrganizationNameResponse",
    "OrganizationPlan",
    "OrganizationResponse",
    "Outcome",
    "OutputAudioFormat",
    "PageUrl",
    "PageUrlResponse",
    "Pagination",
    "ParameterKind",
    "PaymentDue",
    "PaymentDueResponse",
    "PendingPublish",
    "PendingPublishState",
    "PhoneNumber",
    "PhoneNumberAttributes",
    "PhoneNumberListResponse",
    "PhoneNumberProductType",
    "PhoneNumberResponse",
    "PickupRate",
    "PickupRateResponse",
    "PlanFeatures",
    "PlanLimits",
    "Point",
    "PostCallAnalytics",
    "PostConversation",
    "PostConversationEvent",
    "PreCallApi",
    "PreConversation",
    "PreConversationEvent",
    "ProcessingStatus",
    "PromptDimension",
    "PromptQuestion",
    "PromptQuestions",
    "PromptQuestionsResponse",
    "PromptScore",
    "PromptScoreResponse",
    "Proration",
    "ProrationResponse",
    "Publication",
    "PublicationState",
    "PublishBranchDraftRequest",
    "PublishDraftRequest",
    "PublishResponse",
    "RateLimit",
    "RateLimitResponse",
    "RecordingDownload",
    "Redaction",
    "RegisterCallRequest",
    "RegisterCallRequestMode",
    "RegisteredCall",
    "RegisteredCallResponse",
    "ReleaseNumberRequest",
    "ReleasedNumber",
    "ReleasedNumberResponse",
    "RemoveMembersRequest",
    "RemovedMembers",
    "RemovedMembersResponse",
    "RenameBranchRequest",
    "RenameDraftRequest",
    "RenameOrganizationRequest",
    "RenamedDraft",
    "RenamedDraftResponse",
    "RentNumberRequest",
    "RentableNumber",
    "RentableNumbersResponse",
    "RentedNumber",
    "RentedNumberResponse",
    "ReplaceSubscriptionsRequest",
    "RequiredDetail",
    "RequiredDocument",
    "ResolvedConfig",
    "ResponseVariable",
    "ResubmitApplicationRequest",
    "RetiredRouteResponse",
    "RetiredRouteResponseErrorType",
    "RetriesResponse",
    "Revision",
    "RevisionConfig",
    "RevisionConfigResponse",
    "RevisionHistory",
    "RevisionHistoryResponse",
    "RevisionList",
    "RevisionListResponse",
    "RevisionResponse",
    "RevisionStatus",
    "RevisionStep",
    "ScorePromptRequest",
    "ScrapeRequest",
    "ScrapedUrl",
    "ScrapedUrlListResponse",
    "SearchCallsRequest",
    "SecurityCheck",
    "SessionTimeout",
    "SinglePrompt",
    "Sitemap",
    "SitemapRequest",
    "SitemapResponse",
    "SmartTurn",
    "SortOrder",
    "StartOutboundCallRequest",
    "StartOutboundCallXTestCall",
    "StartedCall",
    "StartedCallResponse",
    "StartedCampaign",
    "StartedCampaignResponse",
    "StatusResponse",
    "StoredPreCallApi",
    "StoredPrompt",
    "StringMap",
    "SubmitApplicationRequest",
    "Subscription",
    "SubscriptionListResponse",
    "SubscriptionResponse",
    "SuccessMetric",
    "SuccessMetricSuccessMetricType",
    "SuccessResponse",
    "Synthesizer",
    "SynthesizerEnhancement",
    "SynthesizerSampleRate",
    "TemplatePrompt",
    "TemplateTool",
    "TestCall",
    "TestCallMode",
    "TestCallRequest",
    "TestCallResponse",
    "TextResponse",
    "Timezone",
    "TokenCounts",
    "Tool",
    "ToolOnHoldMusic",
    "ToolParameter",
    "ToolType",
    "TransactionKind",
    "TranscriptTurn",
    "TranscriptTurnRole",
    "TransferOption",
    "TransferOptionType",
    "TrendMetric",
    "TurnLatencies",
    "TurnTransition",
    "UpdateAgentRequest",
    "UpdateBranchDraftRequest",
    "UpdateCallActionRequest",
    "UpdateCallActionRequestActionType",
    "UpdateReservationsRequest",
    "UpdateVersionRequest",
    "UpdateWebhookRequest",
    "UpdateWidgetRequest",
    "UpdateWorkflowRequest",
    "UpdatedReservations",
    "UpdatedReservationsResponse",
    "UploadMediaRequest",
    "UploadTextRequest",
    "UploadUrl",
    "UploadUrlRequest",
    "UploadUrlResponse",
    "UsageBreakdown",
    "UsageBreakdownResponse",
    "UsageTimeseries",
    "UsageTimeseriesResponse",
    "UsedVoice",
    "User",
    "UserResponse",
    "VersionBlocks",
    "VersionedWorkflow",
    "VoiceDetection",
    "VoiceSettings",
    "VoiceSettingsGender",
    "VoiceSettingsModel",
    "VoicemailDetection",
    "WebEngageAccount",
    "WebEngageRequest",
    "WebSession",
    "WebSessionRequest",
    "WebSessionResponse",
    "Webhook",
    "WebhookAgent",
    "WebhookAnalysis",
    "WebhookCallData",
    "WebhookCallDataCallDirection",
    "WebhookCallDataCallStatus",
    "WebhookEventType",
    "WebhookIdResponse",
    "WebhookListResponse",
    "WebhookMetric",
    "WebhookStatus",
    "WebhookSubscriber",
    "WebhookSubscription",
    "WebhookTranscriptTurn",
    "WebhookTranscriptTurnRole",
    "WebhookTrigger",
    "WeekTrend",
    "WeeklyTrends",
    "WeeklyTrendsResponse",
    "WidgetConfig",
    "WidgetConfigMode",
    "WidgetConfigPosition",
    "WidgetConfigSize",
    "WidgetConfigTheme",
    "WidgetResponse",
    "WordPronunciation",
    "Workflow",
    "WorkflowEdge",
    "WorkflowGraph",
    "WorkflowNode",
    "WorkflowResponse",
    "WorkflowType",
)
