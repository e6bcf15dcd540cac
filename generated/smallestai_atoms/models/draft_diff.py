from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.draft_sections import DraftSections


@_define(eq=False, repr=False)
class DraftDiff(Model):
    """Where a draft differs from a version.

    Attributes:
        sections: What became of each group of settings, by its name.
        has_changes: Whether anything differs.
    """

    sections: DraftSections | Unset = UNSET
    has_changes: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "sections": self.sections,
                "hasChanges": self.has_changes,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            sections=model(lambda: models.DraftSections)(rest.pop("sections", UNSET)),
            has_changes=rest.pop("hasChanges", UNSET),
        )
        result.additional_properties = rest
        return result
