from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class DraftSection(Model):
    """What became of a group of settings.

    Attributes:
        before: The settings in the version.
        after: The settings in the draft.
        changed: Whether they differ.
    """

    before: Any | Unset = UNSET
    after: Any | Unset = UNSET
    changed: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "before": self.before,
                "after": self.after,
                "changed": self.changed,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            before=rest.pop("before", UNSET),
            after=rest.pop("after", UNSET),
            changed=rest.pop("changed", UNSET),
        )
        result.additional_properties = rest
        return result
