"""The data models. Each loads on first use."""

TYPE_CHECKING = False  # type checkers take it for true, and importing typing takes milliseconds

if TYPE_CHECKING:
    from .acknowledgement import Acknowledgement
    from .call_analysis import CallAnalysis
    from .call_analysis_request import CallAnalysisRequest
    from .call_generation import CallGeneration
    from .call_generation_request import CallGenerationRequest
    from .catalog_voice import CatalogVoice
    from .catalog_voice_list import CatalogVoiceList
    from .chat_choice import ChatChoice
    from .chat_chunk_choice import ChatChunkChoice
    from .chat_completion import ChatCompletion
    from .chat_completion_chunk import ChatCompletionChunk
    from .chat_completion_chunk_object import ChatCompletionChunkObject
    from .chat_completion_object import ChatCompletionObject
    from .chat_completion_request import ChatCompletionRequest
    from .chat_delta import ChatDelta
    from .chat_error import ChatError
    from .chat_error_detail import ChatErrorDetail
    from .chat_function_call import ChatFunctionCall
    from .chat_function_delta import ChatFunctionDelta
    from .chat_function_name import ChatFunctionName
    from .chat_function_spec import ChatFunctionSpec
    from .chat_message import ChatMessage
    from .chat_named_tool import ChatNamedTool
    from .chat_named_tool_type import ChatNamedToolType
    from .chat_reply_format import ChatReplyFormat
    from .chat_reply_format_type import ChatReplyFormatType
    from .chat_stream_options import ChatStreamOptions
    from .chat_tool import ChatTool
    from .chat_tool_call import ChatToolCall
    from .chat_tool_call_delta import ChatToolCallDelta
    from .chat_tool_call_delta_type import ChatToolCallDeltaType
    from .chat_tool_call_type import ChatToolCallType
    from .chat_tool_mode import ChatToolMode
    from .chat_tool_type import ChatToolType
    from .chat_usage import ChatUsage
    from .clone_language import CloneLanguage
    from .clone_sample import CloneSample
    from .clone_status import CloneStatus
    from .count_timeseries import CountTimeseries
    from .create_pronunciation_dict_request import CreatePronunciationDictRequest
    from .credits_timeseries import CreditsTimeseries
    from .delete_pronunciation_dict_request import DeletePronunciationDictRequest
    from .disposition_finding import DispositionFinding
    from .disposition_metric import DispositionMetric
    from .disposition_metric_disposition_metric_type import DispositionMetricDispositionMetricType
    from .emotion_scores import EmotionScores
    from .expire_content import ExpireContent
    from .finish_reason import FinishReason
    from .granularity import Granularity
    from .health_report import HealthReport
    from .hydra_arguments_delta import HydraArgumentsDelta
    from .hydra_arguments_done import HydraArgumentsDone
    from .hydra_audio_append import HydraAudioAppend
    from .hydra_audio_delta import HydraAudioDelta
    from .hydra_audio_done import HydraAudioDone
    from .hydra_content_part import HydraContentPart
    from .hydra_content_part_type import HydraContentPartType
    from .hydra_ending import HydraEnding
    from .hydra_entry import HydraEntry
    from .hydra_entry_added import HydraEntryAdded
    from .hydra_entry_create import HydraEntryCreate
    from .hydra_entry_done import HydraEntryDone
    from .hydra_entry_role import HydraEntryRole
    from .hydra_entry_status import HydraEntryStatus
    from .hydra_entry_type import HydraEntryType
    from .hydra_error_detail import HydraErrorDetail
    from .hydra_error_frame import HydraErrorFrame
    from .hydra_failure import HydraFailure
    from .hydra_query import HydraQuery
    from .hydra_query_model import HydraQueryModel
    from .hydra_reply import HydraReply
    from .hydra_reply_status import HydraReplyStatus
    from .hydra_response_cancel import HydraResponseCancel
    from .hydra_response_create import HydraResponseCreate
    from .hydra_response_created import HydraResponseCreated
    from .hydra_response_done import HydraResponseDone
    from .hydra_session_configure import HydraSessionConfigure
    from .hydra_session_configured import HydraSessionConfigured
    from .hydra_session_created import HydraSessionCreated
    from .hydra_session_state import HydraSessionState
    from .hydra_session_update import HydraSessionUpdate
    from .hydra_session_updated import HydraSessionUpdated
    from .hydra_settings import HydraSettings
    from .hydra_speech_started import HydraSpeechStarted
    from .hydra_speech_stopped import HydraSpeechStopped
    from .hydra_tool import HydraTool
    from .hydra_tool_output import HydraToolOutput
    from .hydra_toolset import HydraToolset
    from .hydra_usage import HydraUsage
    from .hydra_warning import HydraWarning
    from .json import Json
    from .lightning_fragment import LightningFragment
    from .lightning_request import LightningRequest
    from .logged_transport import LoggedTransport
    from .model_record import ModelRecord
    from .prompt_tokens import PromptTokens
    from .pronunciation_dict import PronunciationDict
    from .pronunciation_dict_deletion import PronunciationDictDeletion
    from .pronunciation_entry import PronunciationEntry
    from .remote_audio import RemoteAudio
    from .retired_model_error import RetiredModelError
    from .service_status import ServiceStatus
    from .stt_close_stream import SttCloseStream
    from .stt_encoding import SttEncoding
    from .stt_error import SttError
    from .stt_error_frame import SttErrorFrame
    from .stt_finalize import SttFinalize
    from .stt_language import SttLanguage
    from .stt_live_language import SttLiveLanguage
    from .stt_live_query import SttLiveQuery
    from .stt_live_query_model import SttLiveQueryModel
    from .stt_live_query_sample_rate import SttLiveQuerySampleRate
    from .stt_log_entry import SttLogEntry
    from .stt_log_page import SttLogPage
    from .stt_model import SttModel
    from .stt_numerals import SttNumerals
    from .stt_speech_ended import SttSpeechEnded
    from .stt_speech_started import SttSpeechStarted
    from .stt_transcript_frame import SttTranscriptFrame
    from .stt_transcript_frame_gender import SttTranscriptFrameGender
    from .synthesize_speech_accept import SynthesizeSpeechAccept
    from .toggle import Toggle
    from .token_bias import TokenBias
    from .token_grant import TokenGrant
    from .token_request import TokenRequest
    from .transcript import Transcript
    from .transcript_gender import TranscriptGender
    from .transcript_statistics import TranscriptStatistics
    from .transcript_word import TranscriptWord
    from .transcription_job import TranscriptionJob
    from .tts_audio import TtsAudio
    from .tts_chunk_frame import TtsChunkFrame
    from .tts_complete_frame import TtsCompleteFrame
    from .tts_error_detail import TtsErrorDetail
    from .tts_error_frame import TtsErrorFrame
    from .tts_fragment import TtsFragment
    from .tts_language import TtsLanguage
    from .tts_live_query import TtsLiveQuery
    from .tts_log_entry import TtsLogEntry
    from .tts_log_page import TtsLogPage
    from .tts_model import TtsModel
    from .tts_output_format import TtsOutputFormat
    from .tts_ping import TtsPing
    from .tts_ping_type import TtsPingType
    from .tts_pong import TtsPong
    from .tts_request import TtsRequest
    from .tts_sample_rate import TtsSampleRate
    from .tts_sse_chunk import TtsSseChunk
    from .tts_sse_end import TtsSseEnd
    from .tts_word import TtsWord
    from .tts_word_frame import TtsWordFrame
    from .update_pronunciation_dict_request import UpdatePronunciationDictRequest
    from .utterance import Utterance
    from .validation_error import ValidationError
    from .validation_issue import ValidationIssue
    from .values_timeseries import ValuesTimeseries
    from .voice import Voice
    from .voice_clone import VoiceClone
    from .voice_clone_entry import VoiceCloneEntry
    from .voice_clone_entry_cloning_type import VoiceCloneEntryCloningType
    from .voice_clone_error import VoiceCloneError
    from .voice_clone_error_error_code import VoiceCloneErrorErrorCode
    from .voice_clone_list import VoiceCloneList
    from .voice_clone_request import VoiceCloneRequest
    from .voice_clone_result import VoiceCloneResult
    from .voice_list import VoiceList
    from .voice_pool import VoicePool
    from .voice_traits import VoiceTraits
    from .waves_error import WavesError
    from .webhook_log_entry import WebhookLogEntry
    from .webhook_log_page import WebhookLogPage
    from .webhook_method import WebhookMethod
else:
    from importlib import import_module

    _HOMES = {
        "Acknowledgement": ".acknowledgement",
        "CallAnalysis": ".call_analysis",
        "CallAnalysisRequest": ".call_analysis_request",
        "CallGeneration": ".call_generation",
        "CallGenerationRequest": ".call_generation_request",
        "CatalogVoice": ".catalog_voice",
        "CatalogVoiceList": ".catalog_voice_list",
        "ChatChoice": ".chat_choice",
        "ChatChunkChoice": ".chat_chunk_choice",
        "ChatCompletion": ".chat_completion",
        "ChatCompletionChunk": ".chat_completion_chunk",
        "ChatCompletionChunkObject": ".chat_completion_chunk_object",
        "ChatCompletionObject": ".chat_completion_object",
        "ChatCompletionRequest": ".chat_completion_request",
        "ChatDelta": ".chat_delta",
        "ChatError": ".chat_error",
        "ChatErrorDetail": ".chat_error_detail",
        "ChatFunctionCall": ".chat_function_call",
        "ChatFunctionDelta": ".chat_function_delta",
        "ChatFunctionName": ".chat_function_name",
        "ChatFunctionSpec": ".chat_function_spec",
        "ChatMessage": ".chat_message",
        "ChatNamedTool": ".chat_named_tool",
        "ChatNamedToolType": ".chat_named_tool_type",
        "ChatReplyFormat": ".chat_reply_format",
        "ChatReplyFormatType": ".chat_reply_format_type",
        "ChatStreamOptions": ".chat_stream_options",
        "ChatTool": ".chat_tool",
        "ChatToolCall": ".chat_tool_call",
        "ChatToolCallDelta": ".chat_tool_call_delta",
        "ChatToolCallDeltaType": ".chat_tool_call_delta_type",
        "ChatToolCallType": ".chat_tool_call_type",
        "ChatToolMode": ".chat_tool_mode",
        "ChatToolType": ".chat_tool_type",
        "ChatUsage": ".chat_usage",
        "CloneLanguage": ".clone_language",
        "CloneSample": ".clone_sample",
        "CloneStatus": ".clone_status",
        "CountTimeseries": ".count_timeseries",
        "CreatePronunciationDictRequest": ".create_pronunciation_dict_request",
        "CreditsTimeseries": ".credits_timeseries",
        "DeletePronunciationDictRequest": ".delete_pronunciation_dict_request",
        "DispositionFinding": ".disposition_finding",
        "DispositionMetric": ".disposition_metric",
        "DispositionMetricDispositionMetricType": ".disposition_metric_disposition_metric_type",
        "EmotionScores": ".emotion_scores",
        "ExpireContent": ".expire_content",
        "FinishReason": ".finish_reason",
        "Granularity": ".granularity",
        "HealthReport": ".health_report",
        "HydraArgumentsDelta": ".hydra_arguments_delta",
        "HydraArgumentsDone": ".hydra_arguments_done",
        "HydraAudioAppend": ".hydra_audio_append",
        "HydraAudioDelta": ".hydra_audio_delta",
        "HydraAudioDone": ".hydra_audio_done",
        "HydraContentPart": ".hydra_content_part",
        "HydraContentPartType": ".hydra_content_part_type",
        "HydraEnding": ".hydra_ending",
        "HydraEntry": ".hydra_entry",
        "HydraEntryAdded": ".hydra_entry_added",
        "HydraEntryCreate": ".hydra_entry_create",
        "HydraEntryDone": ".hydra_entry_done",
        "HydraEntryRole": ".hydra_entry_role",
        "HydraEntryStatus": ".hydra_entry_status",
        "HydraEntryType": ".hydra_entry_type",
        "HydraErrorDetail": ".hydra_error_detail",
        "HydraErrorFrame": ".hydra_error_frame",
        "HydraFailure": ".hydra_failure",
        "HydraQuery": ".hydra_query",
        "HydraQueryModel": ".hydra_query_model",
        "HydraReply": ".hydra_reply",
        "HydraReplyStatus": ".hydra_reply_status",
        "HydraResponseCancel": ".hydra_response_cancel",
        "HydraResponseCreate": ".hydra_response_create",
        "HydraResponseCreated": ".hydra_response_created",
        "HydraResponseDone": ".hydra_response_done",
        "HydraSessionConfigure": ".hydra_session_configure",
        "HydraSessionConfigured": ".hydra_session_configured",
        "HydraSessionCreated": ".hydra_session_created",
        "HydraSessionState": ".hydra_session_state",
        "HydraSessionUpdate": ".hydra_session_update",
        "HydraSessionUpdated": ".hydra_session_updated",
        "HydraSettings": ".hydra_settings",
        "HydraSpeechStarted": ".hydra_speech_started",
        "HydraSpeechStopped": ".hydra_speech_stopped",
        "HydraTool": ".hydra_tool",
        "HydraToolOutput": ".hydra_tool_output",
        "HydraToolset": ".hydra_toolset",
        "HydraUsage": ".hydra_usage",
        "HydraWarning": ".hydra_warning",
        "Json": ".json",
        "LightningFragment": ".lightning_fragment",
        "LightningRequest": ".lightning_request",
        "LoggedTransport": ".logged_transport",
        "ModelRecord": ".model_record",
        "PromptTokens": ".prompt_tokens",
        "PronunciationDict": ".pronunciation_dict",
        "PronunciationDictDeletion": ".pronunciation_dict_deletion",
        "PronunciationEntry": ".pronunciation_entry",
        "RemoteAudio": ".remote_audio",
        "RetiredModelError": ".retired_model_error",
        "ServiceStatus": ".service_status",
        "SttCloseStream": ".stt_close_stream",
        "SttEncoding": ".stt_encoding",
        "SttError": ".stt_error",
        "SttErrorFrame": ".stt_error_frame",
        "SttFinalize": ".stt_finalize",
        "SttLanguage": ".stt_language",
        "SttLiveLanguage": ".stt_live_language",
        "SttLiveQuery": ".stt_live_query",
        "SttLiveQueryModel": ".stt_live_query_model",
        "SttLiveQuerySampleRate": ".stt_live_query_sample_rate",
        "SttLogEntry": ".stt_log_entry",
        "SttLogPage": ".stt_log_page",
        "SttModel": ".stt_model",
        "SttNumerals": ".stt_numerals",
        "SttSpeechEnded": ".stt_speech_ended",
        "SttSpeechStarted": ".stt_speech_started",
        "SttTranscriptFrame": ".stt_transcript_frame",
        "SttTranscriptFrameGender": ".stt_transcript_frame_gender",
        "SynthesizeSpeechAccept": ".synthesize_speech_accept",
        "Toggle": ".toggle",
        "TokenBias": ".token_bias",
        "TokenGrant": ".token_grant",
        "TokenRequest": ".token_request",
        "Transcript": ".transcript",
        "TranscriptGender": ".transcript_gender",
        "TranscriptStatistics": ".transcript_statistics",
        "TranscriptWord": ".transcript_word",
        "TranscriptionJob": ".transcription_job",
        "TtsAudio": ".tts_audio",
        "TtsChunkFrame": ".tts_chunk_frame",
        "TtsCompleteFrame": ".tts_complete_frame",
        "TtsErrorDetail": ".tts_error_detail",
        "TtsErrorFrame": ".tts_error_frame",
        "TtsFragment": ".tts_fragment",
        "TtsLanguage": ".tts_language",
        "TtsLiveQuery": ".tts_live_query",
        "TtsLogEntry": ".tts_log_entry",
        "TtsLogPage": ".tts_log_page",
        "TtsModel": ".tts_model",
        "TtsOutputFormat": ".tts_output_format",
        "TtsPing": ".tts_ping",
        "TtsPingType": ".tts_ping_type",
        "TtsPong": ".tts_pong",
        "TtsRequest": ".tts_request",
        "TtsSampleRate": ".tts_sample_rate",
        "TtsSseChunk": ".tts_sse_chunk",
        "TtsSseEnd": ".tts_sse_end",
        "TtsWord": ".tts_word",
        "TtsWordFrame": ".tts_word_frame",
        "UpdatePronunciationDictRequest": ".update_pronunciation_dict_request",
        "Utterance": ".utterance",
        "ValidationError": ".validation_error",
        "ValidationIssue": ".validation_issue",
        "ValuesTimeseries": ".values_timeseries",
        "Voice": ".voice",
        "VoiceClone": ".voice_clone",
        "VoiceCloneEntry": ".voice_clone_entry",
        "VoiceCloneEntryCloningType": ".voice_clone_entry_cloning_type",
        "VoiceCloneError": ".voice_clone_error",
        "VoiceCloneErrorErrorCode": ".voice_clone_error_error_code",
        "VoiceCloneList": ".voice_clone_list",
        "VoiceCloneRequest": ".voice_clone_request",
        "VoiceCloneResult": ".voice_clone_result",
        "VoiceList": ".voice_list",
        "VoicePool": ".voice_pool",
        "VoiceTraits": ".voice_traits",
        "WavesError": ".waves_error",
        "WebhookLogEntry": ".webhook_log_entry",
        "WebhookLogPage": ".webhook_log_page",
        "WebhookMethod": ".webhook_method",
    }

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(_HOMES[name], __name__), name)
        return value

    def __dir__():
        return sorted({*globals(), *_HOMES})


__all__ = (
    "Acknowledgement",
    "CallAnalysis",
    "CallAnalysisRequest",
    "CallGeneration",
    "CallGenerationRequest",
    "CatalogVoice",
    "CatalogVoiceList",
    "ChatChoice",
    "ChatChunkChoice",
    "ChatCompletion",
    "ChatCompletionChunk",
    "ChatCompletionChunkObject",
    "ChatCompletionObject",
    "ChatCompletionRequest",
    "ChatDelta",
    "ChatError",
    "ChatErrorDetail",
    "ChatFunctionCall",
    "ChatFunctionDelta",
    "ChatFunctionName",
    "ChatFunctionSpec",
    "ChatMessage",
    "ChatNamedTool",
    "ChatNamedToolType",
    "ChatReplyFormat",
    "ChatReplyFormatType",
    "ChatStreamOptions",
    "ChatTool",
    "ChatToolCall",
    "ChatToolCallDelta",
    "ChatToolCallDeltaType",
    "ChatToolCallType",
    "ChatToolMode",
    "ChatToolType",
    "ChatUsage",
    "CloneLanguage",
    "CloneSample",
    "CloneStatus",
    "CountTimeseries",
    "CreatePronunciationDictRequest",
    "CreditsTimeseries",
    "DeletePronunciationDictRequest",
    "DispositionFinding",
    "DispositionMetric",
    "DispositionMetricDispositionMetricType",
    "EmotionScores",
    "ExpireContent",
    "FinishReason",
    "Granularity",
    "HealthReport",
    "HydraArgumentsDelta",
    "HydraArgumentsDone",
    "HydraAudioAppend",
    "HydraAudioDelta",
    "HydraAudioDone",
    "HydraContentPart",
    "HydraContentPartType",
    "HydraEnding",
    "HydraEntry",
    "HydraEntryAdded",
    "HydraEntryCreate",
    "HydraEntryDone",
    "HydraEntryRole",
    "HydraEntryStatus",
    "HydraEntryType",
    "HydraErrorDetail",
    "HydraErrorFrame",
    "HydraFailure",
    "HydraQuery",
    "HydraQueryModel",
    "HydraReply",
    "HydraReplyStatus",
    "HydraResponseCancel",
    "HydraResponseCreate",
    "HydraResponseCreated",
    "HydraResponseDone",
    "HydraSessionConfigure",
    "HydraSessionConfigured",
    "HydraSessionCreated",
    "HydraSessionState",
    "HydraSessionUpdate",
    "HydraSessionUpdated",
    "HydraSettings",
    "HydraSpeechStarted",
    "HydraSpeechStopped",
    "HydraTool",
    "HydraToolOutput",
    "HydraToolset",
    "HydraUsage",
    "HydraWarning",
    "Json",
    "LightningFragment",
    "LightningRequest",
    "LoggedTransport",
    "ModelRecord",
    "PromptTokens",
    "PronunciationDict",
    "PronunciationDictDeletion",
    "PronunciationEntry",
    "RemoteAudio",
    "RetiredModelError",
    "ServiceStatus",
    "SttCloseStream",
    "SttEncoding",
    "SttError",
    "SttErrorFrame",
    "SttFinalize",
    "SttLanguage",
    "SttLiveLanguage",
    "SttLiveQuery",
    "SttLiveQueryModel",
    "SttLiveQuerySampleRate",
    "SttLogEntry",
    "SttLogPage",
    "SttModel",
    "SttNumerals",
    "SttSpeechEnded",
    "SttSpeechStarted",
    "SttTranscriptFrame",
    "SttTranscriptFrameGender",
    "SynthesizeSpeechAccept",
    "Toggle",
    "TokenBias",
    "TokenGrant",
    "TokenRequest",
    "Transcript",
    "TranscriptGender",
    "TranscriptStatistics",
    "TranscriptWord",
    "TranscriptionJob",
    "TtsAudio",
    "TtsChunkFrame",
    "TtsCompleteFrame",
    "TtsErrorDetail",
    "TtsErrorFrame",
    "TtsFragment",
    "TtsLanguage",
    "TtsLiveQuery",
    "TtsLogEntry",
    "TtsLogPage",
    "TtsModel",
    "TtsOutputFormat",
    "TtsPing",
    "TtsPingType",
    "TtsPong",
    "TtsRequest",
    "TtsSampleRate",
    "TtsSseChunk",
    "TtsSseEnd",
    "TtsWord",
    "TtsWordFrame",
    "UpdatePronunciationDictRequest",
    "Utterance",
    "ValidationError",
    "ValidationIssue",
    "ValuesTimeseries",
    "Voice",
    "VoiceClone",
    "VoiceCloneEntry",
    "VoiceCloneEntryCloningType",
    "VoiceCloneError",
    "VoiceCloneErrorErrorCode",
    "VoiceCloneList",
    "VoiceCloneRequest",
    "VoiceCloneResult",
    "VoiceList",
    "VoicePool",
    "VoiceTraits",
    "WavesError",
    "WebhookLogEntry",
    "WebhookLogPage",
    "WebhookMethod",
)
