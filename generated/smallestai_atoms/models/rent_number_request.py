from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object

if TYPE_CHECKING:
    from ..models.number_provider import NumberProvider


@_define(eq=False, repr=False)
class RentNumberRequest(Model):
    """Which number to rent.

    Attributes:
        phone_number: The number, one of search_rentable's.
        provider: A company that numbers are rented from.
    """

    phone_number: str
    provider: NumberProvider
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("phoneNumber", "provider"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "phoneNumber": self.phone_number,
                "provider": self.provider,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            phone_number=rest.pop("phoneNumber", UNSET), provider=rest.pop("provider", UNSET)
        )
        result.additional_properties = rest
        return result
