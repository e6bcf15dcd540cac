from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.diff_change import DiffChange


@_define(eq=False, repr=False)
class DiffSection(Model):
    """A group of settings that differ.

    Attributes:
        section: Name of the group.
        changes: The differences.
    """

    section: str | Unset = UNSET
    changes: list[DiffChange] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "section": self.section, "changes": self.changes}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            section=rest.pop("section", UNSET),
            changes=list_of(model(lambda: models.DiffChange))(rest.pop("changes", UNSET)),
        )
        result.additional_properties = rest
        return result
