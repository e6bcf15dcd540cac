from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.revision import Revision
    from ..models.revision_step import RevisionStep


@_define(eq=False, repr=False)
class RevisionHistory(Model):
    """How a revision came about.

    Attributes:
        revision: A published state of a branch, or its draft.
        published_by: Name of the user who published it.
        trail: The edits that led to it.
    """

    revision: Revision | Unset = UNSET
    published_by: str | Unset = UNSET
    trail: list[RevisionStep] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "revision": self.revision,
                "publishedBy": self.published_by,
                "trail": self.trail,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            revision=model(lambda: models.Revision)(rest.pop("revision", UNSET)),
            published_by=rest.pop("publishedBy", UNSET),
            trail=list_of(model(lambda: models.RevisionStep))(rest.pop("trail", UNSET)),
        )
        result.additional_properties = rest
        return result
