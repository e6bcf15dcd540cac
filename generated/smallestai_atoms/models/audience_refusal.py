from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class AudienceRefusal(Model):
    """How a refusal looks on the route of an audience's members.

    Attributes:
        status: False, or a text.
        errors: What is wrong, one sentence each.
    """

    status: bool | str | Unset = UNSET
    errors: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "status": self.status, "errors": self.errors}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(status=rest.pop("status", UNSET), errors=rest.pop("errors", UNSET))
        result.additional_properties = rest
        return result
