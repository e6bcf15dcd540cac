from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class HydraUsage(Model):
    """Tokens a reply has used.

    Attributes:
        input_tokens: Tokens read.
        output_tokens: Tokens produced.
        total_tokens: Both together.
    """

    input_tokens: int | Unset = UNSET
    output_tokens: int | Unset = UNSET
    total_tokens: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "input_tokens": self.input_tokens,
                "output_tokens": self.output_tokens,
                "total_tokens": self.total_tokens,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            input_tokens=rest.pop("input_tokens", UNSET),
            output_tokens=rest.pop("output_tokens", UNSET),
            total_tokens=rest.pop("total_tokens", UNSET),
        )
        result.additional_properties = rest
        return result
