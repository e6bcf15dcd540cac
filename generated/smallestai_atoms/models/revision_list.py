from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.revision import Revision


@_define(eq=False, repr=False)
class RevisionList(Model):
    """One page of revisions.

    Attributes:
        revisions: The revisions of this page.
        total: Revisions on all pages together.
    """

    revisions: list[Revision] | Unset = UNSET
    total: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "revisions": self.revisions, "total": self.total}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            revisions=list_of(model(lambda: models.Revision))(rest.pop("revisions", UNSET)),
            total=rest.pop("total", UNSET),
        )
        result.additional_properties = rest
        return result
