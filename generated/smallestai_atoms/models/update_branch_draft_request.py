from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, first_of, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.background_sound import BackgroundSound
    from ..models.denoising import Denoising
    from ..models.idle_timeouts import IdleTimeouts
    from ..models.json import Json
    from ..models.language_model import LanguageModel
    from ..models.language_settings import LanguageSettings
    from ..models.redaction import Redaction
    from ..models.session_timeout import SessionTimeout
    from ..models.smart_turn import SmartTurn
    from ..models.stored_pre_call_api import StoredPreCallApi
    from ..models.synthesizer import Synthesizer
    from ..models.timezone import Timezone
    from ..models.voice_detection import VoiceDetection
    from ..models.voicemail_detection import VoicemailDetection
    from ..models.word_pronunciation import WordPronunciation


@_define(eq=False, repr=False)
class UpdateBranchDraftRequest(Model):
    """Settings to change in a draft; what is left out stays as it is.

    Attributes:
        expected_revision: Number of the draft's last edit that the change is based on; a 409
            when there are later ones.
        global_prompt: Instructions that hold in every part of the call.
        first_message: What the agent says first.
        slm_model: The language model that decides what the agent says; electron when left out.
        background_sound: Noise played behind the agent's voice; the empty text (also when left
            out) is silence.
        timezone: The time zone of the agent's clock, by its name or as settings.
        global_knowledge_base_id: Id of the knowledge base the agent may search.
        mute_user_until_first_bot_response: Whether the user is not heard until the agent has
            first spoken.
        allow_interruptions: Whether the user may interrupt the agent.
        wait_for_user_to_speak_first: Whether the agent waits for the user to speak first.
        interruption_backoff_timer: Seconds the agent stays silent after an interruption.
        enable_style_guide: Whether the platform's style guide for speech is added to the
            prompt.
        synthesizer: The agent's voice.
        language: The languages an agent speaks.
        default_variables: Values of variables that a call does not set.
        pre_call_api: The request the platform makes before each call, as stored.
        smart_turn_config: Detection of the end of the user's turn by meaning, not by silence
            alone.
        voice_detection_config: When sound counts as speech.
        voice_mail_detection_config: What to do when an answering machine picks up.
        denoising_config: Removal of noise from the user's audio.
        redaction_config: Removal of personal data from the call's record.
        pronunciation_dicts: How the agent is to pronounce certain words.
        llm_idle_timeout_config: How long the agent waits for a silent user.
        session_timeout_config: How long a call may last.
        call_disposition_config: How calls are sorted by their outcome.
        speech_formatting: Whether numbers, dates and the like are rewritten for speech.
    """

    expected_revision: int | Unset = UNSET
    global_prompt: str | Unset = UNSET
    first_message: str | Unset = UNSET
    slm_model: LanguageModel | Unset = UNSET
    background_sound: BackgroundSound | Unset = UNSET
    timezone: str | Timezone | Unset = UNSET
    global_knowledge_base_id: str | Unset = UNSET
    mute_user_until_first_bot_response: bool | Unset = UNSET
    allow_interruptions: bool | Unset = UNSET
    wait_for_user_to_speak_first: bool | Unset = UNSET
    interruption_backoff_timer: float | Unset = UNSET
    enable_style_guide: bool | Unset = UNSET
    synthesizer: Synthesizer | Unset = UNSET
    language: LanguageSettings | Unset = UNSET
    default_variables: Json | Unset = UNSET
    pre_call_api: StoredPreCallApi | Unset = UNSET
    smart_turn_config: SmartTurn | Unset = UNSET
    voice_detection_config: VoiceDetection | Unset = UNSET
    voice_mail_detection_config: VoicemailDetection | Unset = UNSET
    denoising_config: Denoising | Unset = UNSET
    redaction_config: Redaction | Unset = UNSET
    pronunciation_dicts: Json | list[WordPronunciation] | Unset = UNSET
    llm_idle_timeout_config: IdleTimeouts | Unset = UNSET
    session_timeout_config: SessionTimeout | Unset = UNSET
    call_disposition_config: Json | str | Unset = UNSET
    speech_formatting: Json | bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "expectedRevision": self.expected_revision,
                "globalPrompt": self.global_prompt,
                "firstMessage": self.first_message,
                "slmModel": self.slm_model,
                "backgroundSound": self.background_sound,
                "timezone": self.timezone,
                "globalKnowledgeBaseId": self.global_knowledge_base_id,
                "muteUserUntilFirstBotResponse": self.mute_user_until_first_bot_response,
                "allowInterruptions": self.allow_interruptions,
                "waitForUserToSpeakFirst": self.wait_for_user_to_speak_first,
                "interruptionBackoffTimer": self.interruption_backoff_timer,
                "enableStyleGuide": self.enable_style_guide,
                "synthesizer": self.synthesizer,
                "language": self.language,
                "defaultVariables": self.default_variables,
                "preCallAPI": self.pre_call_api,
                "smartTurnConfig": self.smart_turn_config,
                "voiceDetectionConfig": self.voice_detection_config,
                "voiceMailDetectionConfig": self.voice_mail_detection_config,
                "denoisingConfig": self.denoising_config,
                "redactionConfig": self.redaction_config,
                "pronunciationDicts": self.pronunciation_dicts,
                "llmIdleTimeoutConfig": self.llm_idle_timeout_config,
                "sessionTimeoutConfig": self.session_timeout_config,
                "callDispositionConfig": self.call_disposition_config,
                "speechFormatting": self.speech_formatting,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            expected_revision=rest.pop("expectedRevision", UNSET),
            global_prompt=rest.pop("globalPrompt", UNSET),
            first_message=rest.pop("firstMessage", UNSET),
            slm_model=rest.pop("slmModel", UNSET),
            background_sound=rest.pop("backgroundSound", UNSET),
            timezone=model(lambda: models.Timezone)(rest.pop("timezone", UNSET)),
            global_knowledge_base_id=rest.pop("globalKnowledgeBaseId", UNSET),
            mute_user_until_first_bot_response=rest.pop("muteUserUntilFirstBotResponse", UNSET),
            allow_interruptions=rest.pop("allowInterruptions", UNSET),
            wait_for_user_to_speak_first=rest.pop("waitForUserToSpeakFirst", UNSET),
            interruption_backoff_timer=rest.pop("interruptionBackoffTimer", UNSET),
            enable_style_guide=rest.pop("enableStyleGuide", UNSET),
            synthesizer=model(lambda: models.Synthesizer)(rest.pop("synthesizer", UNSET)),
            language=model(lambda: models.LanguageSettings)(rest.pop("language", UNSET)),
            default_variables=model(lambda: models.Json)(rest.pop("defaultVariables", UNSET)),
            pre_call_api=model(lambda: models.StoredPreCallApi)(rest.pop("preCallAPI", UNSET)),
            smart_turn_config=model(lambda: models.SmartTurn)(rest.pop("smartTurnConfig", UNSET)),
            voice_detection_config=model(lambda: models.VoiceDetection)(
                rest.pop("voiceDetectionConfig", UNSET)
            ),
            voice_mail_detection_config=model(lambda: models.VoicemailDetection)(
                rest.pop("voiceMailDetectionConfig", UNSET)
            ),
            denoising_config=model(lambda: models.Denoising)(rest.pop("denoisingConfig", UNSET)),
            redaction_config=model(lambda: models.Redaction)(rest.pop("redactionConfig", UNSET)),
            pronunciation_dicts=first_of(
                list_of(model(lambda: models.WordPronunciation)), model(lambda: models.Json)
            )(rest.pop("pronunciationDicts", UNSET)),
            llm_idle_timeout_config=model(lambda: models.IdleTimeouts)(
                rest.pop("llmIdleTimeoutConfig", UNSET)
            ),
            session_timeout_config=model(lambda: models.SessionTimeout)(
                rest.pop("sessionTimeoutConfig", UNSET)
            ),
            call_disposition_config=model(lambda: models.Json)(
                rest.pop("callDispositionConfig", UNSET)
            ),
            speech_formatting=model(lambda: models.Json)(rest.pop("speechFormatting", UNSET)),
        )
        result.additional_properties = rest
        return result
