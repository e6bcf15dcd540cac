from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class CreateBranchRequest(Model):
    """Where the new branch starts, and its name.

    Attributes:
        source_branch_id: Id of the branch to start from, 24 hexadecimal digits.
        name: Name of the branch, 1 to 100 characters.
    """

    source_branch_id: str
    name: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("sourceBranchId", "name"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "sourceBranchId": self.source_branch_id,
                "name": self.name,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            source_branch_id=rest.pop("sourceBranchId", UNSET), name=rest.pop("name", UNSET)
        )
        result.additional_properties = rest
        return result
