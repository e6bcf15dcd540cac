from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.pronunciation_entry import PronunciationEntry


@_define(eq=False, repr=False)
class PronunciationDict(Model):
    """A pronunciation dictionary.

    Attributes:
        id: Id to pass in `pronunciation_dicts`.
        items: The entries.
        created_at: When it was created; absent from the answer to an update.
    """

    id: str
    items: list[PronunciationEntry] | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("id",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "id": self.id,
                "items": self.items,
                "createdAt": self.created_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("id", UNSET),
            items=list_of(model(lambda: models.PronunciationEntry))(rest.pop("items", UNSET)),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
        )
        result.additional_properties = rest
        return result
