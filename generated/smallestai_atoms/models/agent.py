from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.agent_config_source import AgentConfigSource
    from ..models.background_sound import BackgroundSound
    from ..models.denoising import Denoising
    from ..models.idle_timeouts import IdleTimeouts
    from ..models.json import Json
    from ..models.language_model import LanguageModel
    from ..models.language_settings import LanguageSettings
    from ..models.post_call_analytics import PostCallAnalytics
    from ..models.redaction import Redaction
    from ..models.resolved_config import ResolvedConfig
    from ..models.session_timeout import SessionTimeout
    from ..models.smart_turn import SmartTurn
    from ..models.stored_pre_call_api import StoredPreCallApi
    from ..models.synthesizer import Synthesizer
    from ..models.timezone import Timezone
    from ..models.versioned_workflow import VersionedWorkflow
    from ..models.voice_detection import VoiceDetection
    from ..models.voicemail_detection import VoicemailDetection
    from ..models.widget_config import WidgetConfig
    from ..models.word_pronunciation import WordPronunciation
    from ..models.workflow_type import WorkflowType


@_define(eq=False, repr=False)
class Agent(Model):
    """A voice agent with its settings.

    Attributes:
        id: Id of the agent.
        name: Name of the agent.
        description: What the agent is for.
        avatar_url: URL of the agent's picture.
        organization: Id of the organisation that owns the agent.
        created_by: Id of the user who made the agent.
        created_at: When the agent was made.
        updated_at: When the agent was last changed.
        archived: Whether the agent is out of use.
        archived_at: When the agent was taken out of use.
        visible_to_everyone: Whether every member of the organisation sees the agent.
        total_calls: Calls the agent has had.
        phone_number: The agent's phone numbers.
        allow_inbound_call: Whether the agent answers calls to its numbers.
        active_version_id: Id of the live version.
        version_id: Id of the version shown.
        workflow_id: Id of the agent's workflow.
        workflow_type: How an agent is driven: by a graph of nodes or by one prompt (a new
            agent's, when left out).
        language: The languages an agent speaks.
        synthesizer: The agent's voice.
        slm_model: The language model that decides what the agent says; electron when left out.
        transcriber_type: What turns the user's speech into text.
        background_sound: Noise played behind the agent's voice; the empty text (also when left
            out) is silence.
        global_prompt: Instructions that hold in every part of the call.
        global_knowledge_base_id: Id of the knowledge base the agent may search.
        default_variables: Values of variables that a call does not set.
        pre_call_api: The request made before each call.
        first_message: What the agent says first.
        mute_user_until_first_bot_response: Whether the user is not heard until the agent has
            spoken.
        allow_interruptions: Whether the user may interrupt the agent.
        wait_for_user_to_speak_first: Whether the agent waits for the user to speak first.
        interruption_backoff_timer: Seconds the agent stays silent after an interruption.
        smart_turn_config: Detection of the end of the user's turn by meaning, not by silence
            alone.
        voice_detection_config: When sound counts as speech.
        voice_mail_detection_config: What to do when an answering machine picks up.
        denoising_config: Removal of noise from the user's audio.
        redaction_config: Removal of personal data from the call's record.
        pronunciation_dicts: How the agent is to pronounce certain words.
        llm_idle_timeout_config: How long the agent waits for a silent user.
        session_timeout_config: How long a call may last.
        timezone: The time zone of the agent's clock.
        call_disposition_config: How calls are sorted by their outcome.
        post_call_analytics_config: What is worked out about each call after it ends.
        enable_style_guide: Whether the platform's style guide for speech is part of the prompt.
        speech_formatting: Whether numbers, dates and the like are rewritten for speech.
        widget_config: Look and behaviour of the agent's widget for web pages.
        resolved_config: The settings in effect, after the version's have been laid over the
            agent's.
        config_source: Where the settings in effect come from.
        versioned_workflow: The workflow of the version shown.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET
    description: str | Unset = UNSET
    avatar_url: str | None | Unset = UNSET
    organization: str | Unset = UNSET
    created_by: str | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    archived: bool | Unset = UNSET
    archived_at: datetime.datetime | None | Unset = UNSET
    visible_to_everyone: bool | Unset = UNSET
    total_calls: float | Unset = UNSET
    phone_number: list[str] | Unset = UNSET
    allow_inbound_call: bool | Unset = UNSET
    active_version_id: str | None | Unset = UNSET
    version_id: str | None | Unset = UNSET
    workflow_id: str | Unset = UNSET
    workflow_type: WorkflowType | Unset = UNSET
    language: LanguageSettings | Unset = UNSET
    synthesizer: Synthesizer | Unset = UNSET
    slm_model: LanguageModel | Unset = UNSET
    transcriber_type: str | Unset = UNSET
    background_sound: BackgroundSound | Unset = UNSET
    global_prompt: str | Unset = UNSET
    global_knowledge_base_id: str | None | Unset = UNSET
    default_variables: Json | Unset = UNSET
    pre_call_api: StoredPreCallApi | None | Unset = UNSET
    first_message: str | Unset = UNSET
    mute_user_until_first_bot_response: bool | Unset = UNSET
    allow_interruptions: bool | Unset = UNSET
    wait_for_user_to_speak_first: bool | Unset = UNSET
    interruption_backoff_timer: float | Unset = UNSET
    smart_turn_config: SmartTurn | Unset = UNSET
    voice_detection_config: VoiceDetection | Unset = UNSET
    voice_mail_detection_config: VoicemailDetection | Unset = UNSET
    denoising_config: Denoising | Unset = UNSET
    redaction_config: Redaction | Unset = UNSET
    pronunciation_dicts: list[WordPronunciation] | Unset = UNSET
    llm_idle_timeout_config: IdleTimeouts | Unset = UNSET
    session_timeout_config: SessionTimeout | Unset = UNSET
    timezone: Timezone | Unset = UNSET
    call_disposition_config: str | Unset = UNSET
    post_call_analytics_config: PostCallAnalytics | None | Unset = UNSET
    enable_style_guide: bool | Unset = UNSET
    speech_formatting: bool | Unset = UNSET
    widget_config: WidgetConfig | None | Unset = UNSET
    resolved_config: ResolvedConfig | None | Unset = UNSET
    config_source: AgentConfigSource | Unset = UNSET
    versioned_workflow: VersionedWorkflow | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "name": self.name,
                "description": self.description,
                "avatarUrl": self.avatar_url,
                "organization": self.organization,
                "createdBy": self.created_by,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
                "archived": self.archived,
                "archivedAt": self.archived_at,
                "visibleToEveryone": self.visible_to_everyone,
                "totalCalls": self.total_calls,
                "phoneNumber": self.phone_number,
                "allowInboundCall": self.allow_inbound_call,
                "activeVersionId": self.active_version_id,
                "versionId": self.version_id,
                "workflowId": self.workflow_id,
                "workflowType": self.workflow_type,
                "language": self.language,
                "synthesizer": self.synthesizer,
                "slmModel": self.slm_model,
                "transcriberType": self.transcriber_type,
                "backgroundSound": self.background_sound,
                "globalPrompt": self.global_prompt,
                "globalKnowledgeBaseId": self.global_knowledge_base_id,
                "defaultVariables": self.default_variables,
                "preCallAPI": self.pre_call_api,
                "firstMessage": self.first_message,
                "muteUserUntilFirstBotResponse": self.mute_user_until_first_bot_response,
                "allowInterruptions": self.allow_interruptions,
                "waitForUserToSpeakFirst": self.wait_for_user_to_speak_first,
                "interruptionBackoffTimer": self.interruption_backoff_timer,
                "smartTurnConfig": self.smart_turn_config,
                "voiceDetectionConfig": self.voice_detection_config,
                "voiceMailDetectionConfig": self.voice_mail_detection_config,
                "denoisingConfig": self.denoising_config,
                "redactionConfig": self.redaction_config,
                "pronunciationDicts": self.pronunciation_dicts,
                "llmIdleTimeoutConfig": self.llm_idle_timeout_config,
                "sessionTimeoutConfig": self.session_timeout_config,
                "timezone": self.timezone,
                "callDispositionConfig": self.call_disposition_config,
                "postCallAnalyticsConfig": self.post_call_analytics_config,
                "enableStyleGuide": self.enable_style_guide,
                "speechFormatting": self.speech_formatting,
                "widgetConfig": self.widget_config,
                "_resolvedConfig": self.resolved_config,
                "_configSource": self.config_source,
                "_versionedWorkflow": self.versioned_workflow,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            avatar_url=rest.pop("avatarUrl", UNSET),
            organization=rest.pop("organization", UNSET),
            created_by=rest.pop("createdBy", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
            archived=rest.pop("archived", UNSET),
            archived_at=timestamp(rest.pop("archivedAt", UNSET)),
            visible_to_everyone=rest.pop("visibleToEveryone", UNSET),
            total_calls=rest.pop("totalCalls", UNSET),
            phone_number=rest.pop("phoneNumber", UNSET),
            allow_inbound_call=rest.pop("allowInboundCall", UNSET),
            active_version_id=rest.pop("activeVersionId", UNSET),
            version_id=rest.pop("versionId", UNSET),
            workflow_id=rest.pop("workflowId", UNSET),
            workflow_type=rest.pop("workflowType", UNSET),
            language=model(lambda: models.LanguageSettings)(rest.pop("language", UNSET)),
            synthesizer=model(lambda: models.Synthesizer)(rest.pop("synthesizer", UNSET)),
            slm_model=rest.pop("slmModel", UNSET),
            transcriber_type=rest.pop("transcriberType", UNSET),
            background_sound=rest.pop("backgroundSound", UNSET),
            global_prompt=rest.pop("globalPrompt", UNSET),
            global_knowledge_base_id=rest.pop("globalKnowledgeBaseId", UNSET),
            default_variables=model(lambda: models.Json)(rest.pop("defaultVariables", UNSET)),
            pre_call_api=model(lambda: models.StoredPreCallApi)(rest.pop("preCallAPI", UNSET)),
            first_message=rest.pop("firstMessage", UNSET),
            mute_user_until_first_bot_response=rest.pop("muteUserUntilFirstBotResponse", UNSET),
            allow_interruptions=rest.pop("allowInterruptions", UNSET),
            wait_for_user_to_speak_first=rest.pop("waitForUserToSpeakFirst", UNSET),
            interruption_backoff_timer=rest.pop("interruptionBackoffTimer", UNSET),
            smart_turn_config=model(lambda: models.SmartTurn)(rest.pop("smartTurnConfig", UNSET)),
            voice_detection_config=model(lambda: models.VoiceDetection)(
                rest.pop("voiceDetectionConfig", UNSET)
            ),
            voice_mail_detection_config=model(lambda: models.VoicemailDetection)(
                rest.pop("voiceMailDetectionConfig", UNSET)
            ),
            denoising_config=model(lambda: models.Denoising)(rest.pop("denoisingConfig", UNSET)),
            redaction_config=model(lambda: models.Redaction)(rest.pop("redactionConfig", UNSET)),
            pronunciation_dicts=list_of(model(lambda: models.WordPronunciation))(
                rest.pop("pronunciationDicts", UNSET)
            ),
            llm_idle_timeout_config=model(lambda: models.IdleTimeouts)(
                rest.pop("llmIdleTimeoutConfig", UNSET)
            ),
            session_timeout_config=model(lambda: models.SessionTimeout)(
                rest.pop("sessionTimeoutConfig", UNSET)
            ),
            timezone=model(lambda: models.Timezone)(rest.pop("timezone", UNSET)),
            call_disposition_config=rest.pop("callDispositionConfig", UNSET),
            post_call_analytics_config=model(lambda: models.PostCallAnalytics)(
                rest.pop("postCallAnalyticsConfig", UNSET)
            ),
            enable_style_guide=rest.pop("enableStyleGuide", UNSET),
            speech_formatting=rest.pop("speechFormatting", UNSET),
            widget_config=model(lambda: models.WidgetConfig)(rest.pop("widgetConfig", UNSET)),
            resolved_config=model(lambda: models.ResolvedConfig)(
                rest.pop("_resolvedConfig", UNSET)
            ),
            config_source=rest.pop("_configSource", UNSET),
            versioned_workflow=model(lambda: models.VersionedWorkflow)(
                rest.pop("_versionedWorkflow", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
