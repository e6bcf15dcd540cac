from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.number_provider import NumberProvider


@_define(eq=False, repr=False)
class RentableNumber(Model):
    """A number that can be rented.

    Attributes:
        phone_number: The number.
        country_code: Country, two letters such as US.
        provider: A company that numbers are rented from.
        area_code: Area the number is in.
    """

    phone_number: str | Unset = UNSET
    country_code: str | Unset = UNSET
    provider: NumberProvider | Unset = UNSET
    area_code: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "phoneNumber": self.phone_number,
                "countryCode": self.country_code,
                "provider": self.provider,
                "areaCode": self.area_code,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            phone_number=rest.pop("phoneNumber", UNSET),
            country_code=rest.pop("countryCode", UNSET),
            provider=rest.pop("provider", UNSET),
            area_code=rest.pop("areaCode", UNSET),
        )
        result.additional_properties = rest
        return result
