from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.draft_conflict import DraftConflict


@_define(eq=False, repr=False)
class DraftConflictDetail(Model):
    """Detail of a refused change.

    Attributes:
        conflict: How a draft has changed meanwhile.
    """

    conflict: DraftConflict | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "conflict": self.conflict})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(conflict=model(lambda: models.DraftConflict)(rest.pop("conflict", UNSET)))
        result.additional_properties = rest
        return result
