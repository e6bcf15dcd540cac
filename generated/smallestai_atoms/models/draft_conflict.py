from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json


@_define(eq=False, repr=False)
class DraftConflict(Model):
    """How a draft has changed meanwhile.

    Attributes:
        expected_revision: Number of the edit the change was based on.
        latest_revision: Number of the draft's last edit.
        diffs: Where they differ.
    """

    expected_revision: int | Unset = UNSET
    latest_revision: int | Unset = UNSET
    diffs: list[Json] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "expectedRevision": self.expected_revision,
                "latestRevision": self.latest_revision,
                "diffs": self.diffs,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            expected_revision=rest.pop("expectedRevision", UNSET),
            latest_revision=rest.pop("latestRevision", UNSET),
            diffs=list_of(model(lambda: models.Json))(rest.pop("diffs", UNSET)),
        )
        result.additional_properties = rest
        return result
