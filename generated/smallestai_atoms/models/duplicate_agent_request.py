from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class DuplicateAgentRequest(Model):
    """Where the copy goes.

    Attributes:
        target_organization_id: Id of the organisation that gets the copy, 24 hexadecimal
            digits.
    """

    target_organization_id: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("targetOrganizationId",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "targetOrganizationId": self.target_organization_id}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(target_organization_id=rest.pop("targetOrganizationId", UNSET))
        result.additional_properties = rest
        return result
