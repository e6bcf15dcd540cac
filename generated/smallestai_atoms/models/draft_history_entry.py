from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class DraftHistoryEntry(Model):
    """One edit of a draft.

    Attributes:
        revision: Number of the edit.
        changed_sections: Groups of settings that it changed.
        editor_name: Name of the user who made it.
        editor_id: Id of the user who made it.
        timestamp: When it was made.
    """

    revision: int | Unset = UNSET
    changed_sections: list[str] | Unset = UNSET
    editor_name: str | None | Unset = UNSET
    editor_id: str | None | Unset = UNSET
    timestamp: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "revision": self.revision,
                "changedSections": self.changed_sections,
                "editorName": self.editor_name,
                "editorId": self.editor_id,
                "timestamp": self.timestamp,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            revision=rest.pop("revision", UNSET),
            changed_sections=rest.pop("changedSections", UNSET),
            editor_name=rest.pop("editorName", UNSET),
            editor_id=rest.pop("editorId", UNSET),
            timestamp=timestamp(rest.pop("timestamp", UNSET)),
        )
        result.additional_properties = rest
        return result
