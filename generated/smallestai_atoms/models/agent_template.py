from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.agent_template_call_type import AgentTemplateCallType
    from ..models.agent_template_default_language import AgentTemplateDefaultLanguage
    from ..models.agent_template_region import AgentTemplateRegion
    from ..models.agent_template_workflow_type import AgentTemplateWorkflowType
    from ..models.template_prompt import TemplatePrompt


@_define(eq=False, repr=False)
class AgentTemplate(Model):
    """A ready-made agent.

    Attributes:
        _id: Id of the template in the database.
        id: Id of the template.
        name: Name of the template.
        description: What agents made from it are for.
        avatar_url: URL of the picture.
        reference_url: URL of a page about the template.
        industry: Trade it is made for.
        use_case: Task it is made for.
        call_type: Whether its agents answer calls or place them.
        workflow_type: How its agents are driven.
        region: Region it is made for.
        trending: Whether it is much used at present.
        default_language: Language its agents speak.
        single_prompt_config: The prompt of its agents.
    """

    _id: str | Unset = _field(default=UNSET, alias="_id")
    id: str | Unset = UNSET
    name: str | Unset = UNSET
    description: str | Unset = UNSET
    avatar_url: str | Unset = UNSET
    reference_url: str | Unset = UNSET
    industry: str | Unset = UNSET
    use_case: str | Unset = UNSET
    call_type: AgentTemplateCallType | Unset = UNSET
    workflow_type: AgentTemplateWorkflowType | Unset = UNSET
    region: AgentTemplateRegion | Unset = UNSET
    trending: bool | Unset = UNSET
    default_language: AgentTemplateDefaultLanguage | Unset = UNSET
    single_prompt_config: TemplatePrompt | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self._id,
                "id": self.id,
                "name": self.name,
                "description": self.description,
                "avatarUrl": self.avatar_url,
                "referenceUrl": self.reference_url,
                "industry": self.industry,
                "useCase": self.use_case,
                "callType": self.call_type,
                "workflowType": self.workflow_type,
                "region": self.region,
                "trending": self.trending,
                "defaultLanguage": self.default_language,
                "singlePromptConfig": self.single_prompt_config,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            _id=rest.pop("_id", UNSET),
            id=rest.pop("id", UNSET),
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            avatar_url=rest.pop("avatarUrl", UNSET),
            reference_url=rest.pop("referenceUrl", UNSET),
            industry=rest.pop("industry", UNSET),
            use_case=rest.pop("useCase", UNSET),
            call_type=rest.pop("callType", UNSET),
            workflow_type=rest.pop("workflowType", UNSET),
            region=rest.pop("region", UNSET),
            trending=rest.pop("trending", UNSET),
            default_language=rest.pop("defaultLanguage", UNSET),
            single_prompt_config=model(lambda: models.TemplatePrompt)(
                rest.pop("singlePromptConfig", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
