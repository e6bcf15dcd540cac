from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.agent_language import AgentLanguage
    from ..models.denoising import Denoising
    from ..models.idle_timeouts import IdleTimeouts
    from ..models.json import Json
    from ..models.language_switching import LanguageSwitching
    from ..models.post_call_analytics import PostCallAnalytics
    from ..models.redaction import Redaction
    from ..models.session_timeout import SessionTimeout
    from ..models.smart_turn import SmartTurn
    from ..models.stored_pre_call_api import StoredPreCallApi
    from ..models.tool import Tool
    from ..models.voice_detection import VoiceDetection


@_define(eq=False, repr=False)
class ResolvedConfig(Model):
    """The settings in effect.

    Attributes:
        prompt: The agent's instructions.
        tools: What the agent can do besides talking.
        post_call_analytics_config: What is worked out about each call after it ends.
        call_disposition_config: How calls are sorted by their outcome.
        model_name: The language model.
        transcriber_type: What turns the user's speech into text.
        default_language: Language code.
        supported_languages: Languages the agent can switch to.
        language_switching: When the agent follows the user into another language.
        first_message: What the agent says first.
        global_prompt: Instructions that hold in every part of the call.
        pre_call_api: The request made before each call.
        workflow_graph: The graph that drives the agent.
        mute_user_until_first_bot_response: Whether the user is not heard until the agent has
            spoken.
        allow_interruptions: Whether the user may interrupt the agent.
        voice_detection_config: When sound counts as speech.
        smart_turn_config: Detection of the end of the user's turn.
        background_sound: Noise played behind the agent's voice.
        denoising_config: Removal of noise from the user's audio.
        redaction_config: Removal of personal data from the call's record.
        llm_idle_timeout_config: How long the agent waits for a silent user.
        session_timeout_config: How long a call may last.
    """

    prompt: str | Unset = UNSET
    tools: list[Tool] | Unset = UNSET
    post_call_analytics_config: PostCallAnalytics | None | Unset = UNSET
    call_disposition_config: str | Unset = UNSET
    model_name: str | Unset = UNSET
    transcriber_type: str | Unset = UNSET
    default_language: AgentLanguage | Unset = UNSET
    supported_languages: list[str] | Unset = UNSET
    language_switching: LanguageSwitching | None | Unset = UNSET
    first_message: str | Unset = UNSET
    global_prompt: str | Unset = UNSET
    pre_call_api: StoredPreCallApi | None | Unset = UNSET
    workflow_graph: Json | None | Unset = UNSET
    mute_user_until_first_bot_response: bool | Unset = UNSET
    allow_interruptions: bool | Unset = UNSET
    voice_detection_config: VoiceDetection | None | Unset = UNSET
    smart_turn_config: SmartTurn | None | Unset = UNSET
    background_sound: str | Unset = UNSET
    denoising_config: Denoising | None | Unset = UNSET
    redaction_config: Redaction | None | Unset = UNSET
    llm_idle_timeout_config: IdleTimeouts | None | Unset = UNSET
    session_timeout_config: SessionTimeout | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "prompt": self.prompt,
                "tools": self.tools,
                "postCallAnalyticsConfig": self.post_call_analytics_config,
                "callDispositionConfig": self.call_disposition_config,
                "modelName": self.model_name,
                "transcriberType": self.transcriber_type,
                "defaultLanguage": self.default_language,
                "supportedLanguages": self.supported_languages,
                "languageSwitching": self.language_switching,
                "firstMessage": self.first_message,
                "globalPrompt": self.global_prompt,
                "preCallAPI": self.pre_call_api,
                "workflowGraph": self.workflow_graph,
                "muteUserUntilFirstBotResponse": self.mute_user_until_first_bot_response,
                "allowInterruptions": self.allow_interruptions,
                "voiceDetectionConfig": self.voice_detection_config,
                "smartTurnConfig": self.smart_turn_config,
                "backgroundSound": self.background_sound,
                "denoisingConfig": self.denoising_config,
                "redactionConfig": self.redaction_config,
                "llmIdleTimeoutConfig": self.llm_idle_timeout_config,
                "sessionTimeoutConfig": self.session_timeout_config,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            prompt=rest.pop("prompt", UNSET),
            tools=list_of(model(lambda: models.Tool))(rest.pop("tools", UNSET)),
            post_call_analytics_config=model(lambda: models.PostCallAnalytics)(
                rest.pop("postCallAnalyticsConfig", UNSET)
            ),
            call_disposition_config=rest.pop("callDispositionConfig", UNSET),
            model_name=rest.pop("modelName", UNSET),
            transcriber_type=rest.pop("transcriberType", UNSET),
            default_language=rest.pop("defaultLanguage", UNSET),
            supported_languages=rest.pop("supportedLanguages", UNSET),
            language_switching=model(lambda: models.LanguageSwitching)(
                rest.pop("languageSwitching", UNSET)
            ),
            first_message=rest.pop("firstMessage", UNSET),
            global_prompt=rest.pop("globalPrompt", UNSET),
            pre_call_api=model(lambda: models.StoredPreCallApi)(rest.pop("preCallAPI", UNSET)),
            workflow_graph=model(lambda: models.Json)(rest.pop("workflowGraph", UNSET)),
            mute_user_until_first_bot_response=rest.pop("muteUserUntilFirstBotResponse", UNSET),
            allow_interruptions=rest.pop("allowInterruptions", UNSET),
            voice_detection_config=model(lambda: models.VoiceDetection)(
                rest.pop("voiceDetectionConfig", UNSET)
            ),
            smart_turn_config=model(lambda: models.SmartTurn)(rest.pop("smartTurnConfig", UNSET)),
            background_sound=rest.pop("backgroundSound", UNSET),
            denoising_config=model(lambda: models.Denoising)(rest.pop("denoisingConfig", UNSET)),
            redaction_config=model(lambda: models.Redaction)(rest.pop("redactionConfig", UNSET)),
            llm_idle_timeout_config=model(lambda: models.IdleTimeouts)(
                rest.pop("llmIdleTimeoutConfig", UNSET)
            ),
            session_timeout_config=model(lambda: models.SessionTimeout)(
                rest.pop("sessionTimeoutConfig", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
