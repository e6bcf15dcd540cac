"""Where today's service says the same in another form: bodies made new, answers made old."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_LANGUAGE_MODELS = dict.fromkeys(("atoms-slm-v1", "electron-v1", "electron-v2"), "electron")
_VOICE_MODEL = "waves_lightning_v3_1"
_SPEECH = ("speed", "consistency", "similarity", "enhancement")


class Campaigns(list[Any]):
    """Campaigns as 3.x has them, in a list, and as 4.0.1 has them, in an attribute."""

    @property
    def campaigns(self) -> list[Any]:
        """The list."""
        return self


def request_of(model: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return what today's service takes for the body of an old model."""
    made = dict(body)
    if model not in ("CreateAgentRequest", "UpdateAgentRequest"):
        return made
    number = made.get("telephonyProductId")
    if isinstance(number, str):
        made["telephonyProductId"] = [number]
    if "slmModel" in made:
        made["slmModel"] = _LANGUAGE_MODELS.get(made["slmModel"], made["slmModel"])
    if "language" in made:
        made |= _language(made["language"])
    if "voiceConfig" in made.get("synthesizer", ()):
        voice = {**made["synthesizer"]["voiceConfig"], "model": _VOICE_MODEL}
        made["synthesizer"] = {**made["synthesizer"], "voiceConfig": voice}
    return made


def answer_of(model: str, answer: dict[str, Any]) -> dict[str, Any]:
    """Return what the service answered in the form of an old model."""
    data = answer.get("data")
    if model == "GetAgentTemplates200Response" and isinstance(data, list):
        # What makes an agent is the other id by now.
        known = [each for each in data if isinstance(each, dict)]
        return {**answer, "data": [{**each, **_id_of(each)} for each in known]}
    if not isinstance(data, dict):
        return answer
    if model == "GetCampaigns200Response":
        listed = data.get("campaigns")
        return {**answer, "data": Campaigns(listed) if isinstance(listed, list) else data}
    if model == "GetCampaignById200Response":
        return {**answer, "data": data.get("campaign", data)}
    if model == "AgentIdWorkflowGet200Response" and isinstance(data.get("data"), dict):
        return {**answer, "data": {**data, **data["data"]}}
    if model == "GetAgents200Response" and "total" in data:
        return {**answer, "data": {"totalCount": data["total"], **data}}
    return answer


def _id_of(template: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": template["_id"]} if "_id" in template else {}


def _language(language: Mapping[str, Any]) -> dict[str, Any]:
    """Return the language of an agent, and its voice, which stood within it once."""
    voice = {name: language[name] for name in _SPEECH if name in language}
    voice |= language.get("synthesizer", {})
    moved = {*_SPEECH, "synthesizer", "enabled"}
    spoken = {name: value for name, value in language.items() if name not in moved}
    if "enabled" in language:
        spoken = {"default": language["enabled"], **spoken}
    if isinstance(spoken.get("switching"), bool):
        spoken["switching"] = {"isEnabled": spoken["switching"]}
    return {"language": spoken, **({"synthesizer": voice} if voice else {})}
