from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.background_sound import BackgroundSound
    from ..models.denoising import Denoising
    from ..models.idle_timeouts import IdleTimeouts
    from ..models.json import Json
    from ..models.language_model import LanguageModel
    from ..models.language_settings import LanguageSettings
    from ..models.post_call_analytics import PostCallAnalytics
    from ..models.redaction import Redaction
    from ..models.session_timeout import SessionTimeout
    from ..models.single_prompt import SinglePrompt
    from ..models.smart_turn import SmartTurn
    from ..models.stored_pre_call_api import StoredPreCallApi
    from ..models.synthesizer import Synthesizer
    from ..models.timezone import Timezone
    from ..models.voice_detection import VoiceDetection
    from ..models.voicemail_detection import VoicemailDetection
    from ..models.widget_config import WidgetConfig
    from ..models.word_pronunciation import WordPronunciation
    from ..models.workflow_type import WorkflowType


@_define(eq=False, repr=False)
class DraftConfigRequest(Model):
    """Settings to change in a draft; what is left out stays as it is.

    Attributes:
        single_prompt_config: One prompt, and the tools it may use.
        post_call_analytics_config: What is worked out about each call after it ends.
        language: The languages an agent speaks.
        synthesizer: The agent's voice.
        slm_model: The language model that decides what the agent says; electron when left out.
        transcriber_type: What turns the user's speech into text.
        custom_llm_web_socket_url: URL of a socket of one's own that takes the language model's
            place.
        widget_config: Look and behaviour of the agent's widget for web pages.
        default_variables: Values of variables that a call does not set.
        pre_call_api: The request the platform makes before each call, as stored.
        global_prompt: Instructions that hold in every part of the call; at most 4000
            characters.
        global_knowledge_base_id: Id of the knowledge base the agent may search.
        first_message: What the agent says first.
        allow_interruptions: Whether the user may interrupt the agent.
        wait_for_user_to_speak_first: Whether the agent waits for the user to speak first.
        mute_user_until_first_bot_response: Whether the user is not heard until the agent has
            first spoken.
        interruption_backoff_timer: Seconds the agent stays silent after an interruption, 0 to
            10.
        background_sound: Noise played behind the agent's voice; the empty text (also when left
            out) is silence.
        smart_turn_config: Detection of the end of the user's turn by meaning, not by silence
            alone.
        voice_detection_config: When sound counts as speech.
        voice_mail_detection_config: What to do when an answering machine picks up.
        denoising_config: Removal of noise from the user's audio.
        redaction_config: Removal of personal data from the call's record.
        pronunciation_dicts: How the agent is to pronounce certain words.
        llm_idle_timeout_config: How long the agent waits for a silent user.
        session_timeout_config: How long a call may last.
        workflow_type: How an agent is driven: by a graph of nodes or by one prompt (a new
            agent's, when left out).
        timezone: The time zone of the agent's clock.
        call_disposition_config: How calls are sorted by their outcome.
        enable_style_guide: Whether the platform's style guide for speech is added to the
            prompt.
        speech_formatting: Whether numbers, dates and the like are rewritten for speech.
    """

    single_prompt_config: SinglePrompt | Unset = UNSET
    post_call_analytics_config: PostCallAnalytics | Unset = UNSET
    language: LanguageSettings | Unset = UNSET
    synthesizer: Synthesizer | Unset = UNSET
    slm_model: LanguageModel | Unset = UNSET
    transcriber_type: str | Unset = UNSET
    custom_llm_web_socket_url: str | Unset = UNSET
    widget_config: WidgetConfig | Unset = UNSET
    default_variables: Json | Unset = UNSET
    pre_call_api: StoredPreCallApi | Unset = UNSET
    global_prompt: str | Unset = UNSET
    global_knowledge_base_id: str | Unset = UNSET
    first_message: str | Unset = UNSET
    allow_interruptions: bool | Unset = UNSET
    wait_for_user_to_speak_first: bool | Unset = UNSET
    mute_user_until_first_bot_response: bool | Unset = UNSET
    interruption_backoff_timer: float | Unset = UNSET
    background_sound: BackgroundSound | Unset = UNSET
    smart_turn_config: SmartTurn | Unset = UNSET
    voice_detection_config: VoiceDetection | Unset = UNSET
    voice_mail_detection_config: VoicemailDetection | Unset = UNSET
    denoising_config: Denoising | Unset = UNSET
    redaction_config: Redaction | Unset = UNSET
    pronunciation_dicts: list[WordPronunciation] | Unset = UNSET
    llm_idle_timeout_config: IdleTimeouts | Unset = UNSET
    session_timeout_config: SessionTimeout | Unset = UNSET
    workflow_type: WorkflowType | Unset = UNSET
    timezone: Timezone | Unset = UNSET
    call_disposition_config: str | Unset = UNSET
    enable_style_guide: bool | Unset = UNSET
    speech_formatting: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "singlePromptConfig": self.single_prompt_config,
                "postCallAnalyticsConfig": self.post_call_analytics_config,
                "language": self.language,
                "synthesizer": self.synthesizer,
                "slmModel": self.slm_model,
                "transcriberType": self.transcriber_type,
                "customLLMWebSocketUrl": self.custom_llm_web_socket_url,
                "widgetConfig": self.widget_config,
                "defaultVariables": self.default_variables,
                "preCallAPI": self.pre_call_api,
                "globalPrompt": self.global_prompt,
                "globalKnowledgeBaseId": self.global_knowledge_base_id,
                "firstMessage": self.first_message,
                "allowInterruptions": self.allow_interruptions,
                "waitForUserToSpeakFirst": self.wait_for_user_to_speak_first,
                "muteUserUntilFirstBotResponse": self.mute_user_until_first_bot_response,
                "interruptionBackoffTimer": self.interruption_backoff_timer,
                "backgroundSound": self.background_sound,
                "smartTurnConfig": self.smart_turn_config,
                "voiceDetectionConfig": self.voice_detection_config,
                "voiceMailDetectionConfig": self.voice_mail_detection_config,
                "denoisingConfig": self.denoising_config,
                "redactionConfig": self.redaction_config,
                "pronunciationDicts": self.pronunciation_dicts,
                "llmIdleTimeoutConfig": self.llm_idle_timeout_config,
                "sessionTimeoutConfig": self.session_timeout_config,
                "workflowType": self.workflow_type,
                "timezone": self.timezone,
                "callDispositionConfig": self.call_disposition_config,
                "enableStyleGuide": self.enable_style_guide,
                "speechFormatting": self.speech_formatting,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            single_prompt_config=model(lambda: models.SinglePrompt)(
                rest.pop("singlePromptConfig", UNSET)
            ),
            post_call_analytics_config=model(lambda: models.PostCallAnalytics)(
                rest.pop("postCallAnalyticsConfig", UNSET)
            ),
            language=model(lambda: models.LanguageSettings)(rest.pop("language", UNSET)),
            synthesizer=model(lambda: models.Synthesizer)(rest.pop("synthesizer", UNSET)),
            slm_model=rest.pop("slmModel", UNSET),
            transcriber_type=rest.pop("transcriberType", UNSET),
            custom_llm_web_socket_url=rest.pop("customLLMWebSocketUrl", UNSET),
            widget_config=model(lambda: models.WidgetConfig)(rest.pop("widgetConfig", UNSET)),
            default_variables=model(lambda: models.Json)(rest.pop("defaultVariables", UNSET)),
            pre_call_api=model(lambda: models.StoredPreCallApi)(rest.pop("preCallAPI", UNSET)),
            global_prompt=rest.pop("globalPrompt", UNSET),
            global_knowledge_base_id=rest.pop("globalKnowledgeBaseId", UNSET),
            first_message=rest.pop("firstMessage", UNSET),
            allow_interruptions=rest.pop("allowInterruptions", UNSET),
            wait_for_user_to_speak_first=rest.pop("waitForUserToSpeakFirst", UNSET),
            mute_user_until_first_bot_response=rest.pop("muteUserUntilFirstBotResponse", UNSET),
            interruption_backoff_timer=rest.pop("interruptionBackoffTimer", UNSET),
            background_sound=rest.pop("backgroundSound", UNSET),
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
            workflow_type=rest.pop("workflowType", UNSET),
            timezone=model(lambda: models.Timezone)(rest.pop("timezone", UNSET)),
            call_disposition_config=rest.pop("callDispositionConfig", UNSET),
            enable_style_guide=rest.pop("enableStyleGuide", UNSET),
            speech_formatting=rest.pop("speechFormatting", UNSET),
        )
        result.additional_properties = rest
        return result
