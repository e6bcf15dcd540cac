from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class ScorePromptRequest(Model):
    """Whose prompt to judge, a version's or a draft's.

    Attributes:
        version_id: Id of the version; not together with draftId.
        draft_id: Id of the draft; not together with versionId.
    """

    version_id: str | Unset = UNSET
    draft_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "versionId": self.version_id, "draftId": self.draft_id}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(version_id=rest.pop("versionId", UNSET), draft_id=rest.pop("draftId", UNSET))
        result.additional_properties = rest
        return result
