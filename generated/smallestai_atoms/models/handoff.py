from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.handoff_type import HandoffType


@_define(eq=False, repr=False)
class Handoff(Model):
    """What is said as a call is handed over.

    Attributes:
        type_: Whether the text is an instruction or is spoken as it stands.
        prompt: The text.
    """

    type_: HandoffType | Unset = UNSET
    prompt: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "type": self.type_, "prompt": self.prompt}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(type_=rest.pop("type", UNSET), prompt=rest.pop("prompt", UNSET))
        result.additional_properties = rest
        return result
