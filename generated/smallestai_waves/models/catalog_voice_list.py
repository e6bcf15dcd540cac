from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.catalog_voice import CatalogVoice


@_define(eq=False, repr=False)
class CatalogVoiceList(Model):
    """The voices of all models.

    Attributes:
        voices: The voices.
    """

    voices: list[CatalogVoice] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "voices": self.voices})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(voices=list_of(model(lambda: models.CatalogVoice))(rest.pop("voices", UNSET)))
        result.additional_properties = rest
        return result
