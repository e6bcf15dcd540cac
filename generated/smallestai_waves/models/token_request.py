from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class TokenRequest(Model):
    """How long the token shall live.

    Attributes:
        ttl_seconds: Life of the token in seconds, 30 to 900; 300 when absent.
    """

    ttl_seconds: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "ttl_seconds": self.ttl_seconds})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(ttl_seconds=rest.pop("ttl_seconds", UNSET))
        result.additional_properties = rest
        return result
