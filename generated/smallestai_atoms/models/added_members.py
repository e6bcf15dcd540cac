from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.member_counts import MemberCounts


@_define(eq=False, repr=False)
class AddedMembers(Model):
    """How many people were added, in words and in numbers.

    Attributes:
        message: The outcome, as the service words it.
        data: How many people were added.
    """

    message: str | Unset = UNSET
    data: MemberCounts | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "message": self.message, "data": self.data}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            message=rest.pop("message", UNSET),
            data=model(lambda: models.MemberCounts)(rest.pop("data", UNSET)),
        )
        result.additional_properties = rest
        return result
