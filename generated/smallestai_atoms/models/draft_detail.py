from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.draft_edit import DraftEdit
    from ..models.revision import Revision


@_define(eq=False, repr=False)
class DraftDetail(Model):
    """A draft and its edits.

    Attributes:
        latest: A published state of a branch, or its draft.
        edit_count: Edits so far.
        edit_history: The edits.
    """

    latest: Revision | Unset = UNSET
    edit_count: int | Unset = UNSET
    edit_history: list[DraftEdit] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "latest": self.latest,
                "editCount": self.edit_count,
                "editHistory": self.edit_history,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            latest=model(lambda: models.Revision)(rest.pop("latest", UNSET)),
            edit_count=rest.pop("editCount", UNSET),
            edit_history=list_of(model(lambda: models.DraftEdit))(rest.pop("editHistory", UNSET)),
        )
        result.additional_properties = rest
        return result
