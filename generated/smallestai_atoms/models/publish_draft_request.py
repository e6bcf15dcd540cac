from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class PublishDraftRequest(Model):
    """What the new version is called, and whether it goes live.

    Attributes:
        label: Label of the version, at most 200 characters.
        description: What it is about, at most 2000 characters.
        activate: Whether it goes live at once; false when left out.
    """

    label: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    activate: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "label": self.label,
                "description": self.description,
                "activate": self.activate,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            label=rest.pop("label", UNSET),
            description=rest.pop("description", UNSET),
            activate=rest.pop("activate", UNSET),
        )
        result.additional_properties = rest
        return result
