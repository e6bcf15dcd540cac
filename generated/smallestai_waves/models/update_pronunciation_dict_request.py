from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.pronunciation_entry import PronunciationEntry


@_define(eq=False, repr=False)
class UpdatePronunciationDictRequest(Model):
    """A dictionary and its new content.

    Attributes:
        id: Id of the dictionary.
        items: All entries it shall have.
    """

    id: str
    items: list[PronunciationEntry]
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("id", "items"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "id": self.id, "items": self.items})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("id", UNSET),
            items=list_of(model(lambda: models.PronunciationEntry))(rest.pop("items", UNSET)),
        )
        result.additional_properties = rest
        return result
