from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.diff_section import DiffSection


@_define(eq=False, repr=False)
class Diff(Model):
    """Where two states of an agent differ.

    Attributes:
        unchanged_sections: Groups of settings that are the same.
        diffs: Groups of settings that differ.
    """

    unchanged_sections: list[str] | Unset = UNSET
    diffs: list[DiffSection] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "unchangedSections": self.unchanged_sections,
                "diffs": self.diffs,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            unchanged_sections=rest.pop("unchangedSections", UNSET),
            diffs=list_of(model(lambda: models.DiffSection))(rest.pop("diffs", UNSET)),
        )
        result.additional_properties = rest
        return result
