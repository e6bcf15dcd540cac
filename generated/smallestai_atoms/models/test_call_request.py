from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.test_call_mode import TestCallMode


@_define(eq=False, repr=False)
class TestCallRequest(Model):
    """How to try a draft or a version.

    Attributes:
        mode: How a test call is carried; webcall when left out.
        to_phone: The number to dial; for telephony.
    """

    mode: TestCallMode | Unset = UNSET
    to_phone: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "mode": self.mode, "toPhone": self.to_phone}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(mode=rest.pop("mode", UNSET), to_phone=rest.pop("toPhone", UNSET))
        result.additional_properties = rest
        return result
