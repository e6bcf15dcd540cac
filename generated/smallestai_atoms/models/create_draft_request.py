from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class CreateDraftRequest(Model):
    """What the draft starts from, and its name.

    Attributes:
        source_version_id: Id of the version to start from, 24 hexadecimal digits.
        source_draft_id: Id of the draft to start from.
        draft_name: Name of the draft, 1 to 100 characters.
    """

    source_version_id: str | Unset = UNSET
    source_draft_id: str | Unset = UNSET
    draft_name: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "sourceVersionId": self.source_version_id,
                "sourceDraftId": self.source_draft_id,
                "draftName": self.draft_name,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            source_version_id=rest.pop("sourceVersionId", UNSET),
            source_draft_id=rest.pop("sourceDraftId", UNSET),
            draft_name=rest.pop("draftName", UNSET),
        )
        result.additional_properties = rest
        return result
