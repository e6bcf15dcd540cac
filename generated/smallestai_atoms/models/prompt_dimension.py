from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class PromptDimension(Model):
    """One thing that was looked at.

    Attributes:
        tier: Weight of it, 1 to 3.
        level: How good it is, such as Strong, Adequate, Weak, Missing or Not Applicable.
        evidence_span: The place in the prompt.
        title: What was looked at.
        description: What to say about it.
    """

    tier: int | Unset = UNSET
    level: str | Unset = UNSET
    evidence_span: str | Unset = UNSET
    title: str | Unset = UNSET
    description: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "tier": self.tier,
                "level": self.level,
                "evidence_span": self.evidence_span,
                "title": self.title,
                "description": self.description,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            tier=rest.pop("tier", UNSET),
            level=rest.pop("level", UNSET),
            evidence_span=rest.pop("evidence_span", UNSET),
            title=rest.pop("title", UNSET),
            description=rest.pop("description", UNSET),
        )
        result.additional_properties = rest
        return result
