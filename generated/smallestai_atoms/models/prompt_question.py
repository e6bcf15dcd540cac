from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.string_map import StringMap


@_define(eq=False, repr=False)
class PromptQuestion(Model):
    """One question about the agent to be.

    Attributes:
        text: The question.
        type_: Kind of answer expected.
        options: Answers to choose from, where there are any.
        examples: An example answer by the name of each set.
    """

    text: str | Unset = UNSET
    type_: str | Unset = UNSET
    options: list[str] | Unset = UNSET
    examples: StringMap | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "text": self.text,
                "type": self.type_,
                "options": self.options,
                "examples": self.examples,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            text=rest.pop("text", UNSET),
            type_=rest.pop("type", UNSET),
            options=rest.pop("options", UNSET),
            examples=model(lambda: models.StringMap)(rest.pop("examples", UNSET)),
        )
        result.additional_properties = rest
        return result
