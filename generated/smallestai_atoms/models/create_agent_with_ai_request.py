from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.answered_question import AnsweredQuestion
    from ..models.create_agent_with_ai_request_type import CreateAgentWithAiRequestType


@_define(eq=False, repr=False)
class CreateAgentWithAiRequest(Model):
    """What the new agent is to be and do.

    Attributes:
        name: Name of the agent; at most 50 characters.
        description: What the agent is for; at most 15000 characters.
        questions: The platform's questions, with answers.
        type_: Kind of workflow.
        emotive_toggle: Whether the agent speaks with emotion.
        voice_id: Id of the voice.
        voice_model: Speech model of the voice.
        knowledge_base_id: Id of the knowledge base the agent may search.
    """

    name: str | Unset = UNSET
    description: str | Unset = UNSET
    questions: list[AnsweredQuestion] | Unset = UNSET
    type_: CreateAgentWithAiRequestType | Unset = UNSET
    emotive_toggle: bool | Unset = UNSET
    voice_id: str | Unset = UNSET
    voice_model: str | Unset = UNSET
    knowledge_base_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "name": self.name,
                "description": self.description,
                "questions": self.questions,
                "type": self.type_,
                "emotiveToggle": self.emotive_toggle,
                "voiceId": self.voice_id,
                "voiceModel": self.voice_model,
                "knowledgeBaseId": self.knowledge_base_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            questions=list_of(model(lambda: models.AnsweredQuestion))(rest.pop("questions", UNSET)),
            type_=rest.pop("type", UNSET),
            emotive_toggle=rest.pop("emotiveToggle", UNSET),
            voice_id=rest.pop("voiceId", UNSET),
            voice_model=rest.pop("voiceModel", UNSET),
            knowledge_base_id=rest.pop("knowledgeBaseId", UNSET),
        )
        result.additional_properties = rest
        return result
