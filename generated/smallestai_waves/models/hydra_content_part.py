from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.hydra_content_part_type import HydraContentPartType


@_define(eq=False, repr=False)
class HydraContentPart(Model):
    """A part of a message.

    Attributes:
        type_: Kind of part.
        text: The text; null for audio, which is not transcribed.
    """

    type_: HydraContentPartType | Unset = UNSET
    text: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "type": self.type_, "text": self.text})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(type_=rest.pop("type", UNSET), text=rest.pop("text", UNSET))
        result.additional_properties = rest
        return result
