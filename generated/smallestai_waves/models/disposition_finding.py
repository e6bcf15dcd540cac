from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class DispositionFinding(Model):
    """The answer to a question about a call.

    Attributes:
        identifier: Name of the metric.
        value: The answer as a text, whatever its kind.
        confidence: How sure the model is, 0 to 1.
        reasoning: What the answer rests on.
    """

    identifier: str | Unset = UNSET
    value: str | Unset = UNSET
    confidence: float | Unset = UNSET
    reasoning: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "identifier": self.identifier,
                "value": self.value,
                "confidence": self.confidence,
                "reasoning": self.reasoning,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            identifier=rest.pop("identifier", UNSET),
            value=rest.pop("value", UNSET),
            confidence=rest.pop("confidence", UNSET),
            reasoning=rest.pop("reasoning", UNSET),
        )
        result.additional_properties = rest
        return result
