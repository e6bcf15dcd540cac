from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.template_tool import TemplateTool


@_define(eq=False, repr=False)
class TemplatePrompt(Model):
    """The prompt of a template.

    Attributes:
        id: Id of the prompt.
        prompt: The instructions.
        tools: The tools of the prompt.
    """

    id: str | Unset = UNSET
    prompt: str | Unset = UNSET
    tools: list[TemplateTool] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "prompt": self.prompt,
                "tools": self.tools,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            prompt=rest.pop("prompt", UNSET),
            tools=list_of(model(lambda: models.TemplateTool))(rest.pop("tools", UNSET)),
        )
        result.additional_properties = rest
        return result
