from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.prompt_question import PromptQuestion


@_define(eq=False, repr=False)
class PromptQuestions(Model):
    """The questions about an agent to be.

    Attributes:
        questions: The questions.
        example_labels: Names of the sets of example answers.
        default_label: Name of the set to show first.
    """

    questions: list[PromptQuestion] | Unset = UNSET
    example_labels: list[str] | Unset = UNSET
    default_label: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "questions": self.questions,
                "exampleLabels": self.example_labels,
                "defaultLabel": self.default_label,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            questions=list_of(model(lambda: models.PromptQuestion))(rest.pop("questions", UNSET)),
            example_labels=rest.pop("exampleLabels", UNSET),
            default_label=rest.pop("defaultLabel", UNSET),
        )
        result.additional_properties = rest
        return result
