from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import Model, model, wire_object

if TYPE_CHECKING:
    from ..models.draft_section import DraftSection


@_define(eq=False, repr=False)
class DraftSections(Model):
    """What became of each group of settings, by its name."""

    additional_properties: dict[str, DraftSection] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls()
        result.additional_properties = {
            name: model(lambda: models.DraftSection)(value) for name, value in rest.items()
        }
        return result
