from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class AnsweredQuestion(Model):
    """A question and its answer.

    Attributes:
        question: The question, 1 to 2000 characters.
        answer: The answer, 50 to 15000 characters.
    """

    question: str
    answer: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("question", "answer"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "question": self.question, "answer": self.answer}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(question=rest.pop("question", UNSET), answer=rest.pop("answer", UNSET))
        result.additional_properties = rest
        return result
