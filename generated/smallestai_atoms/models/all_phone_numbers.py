from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.phone_number import PhoneNumber


@_define(eq=False, repr=False)
class AllPhoneNumbers(Model):
    """All numbers, by where they come from.

    Attributes:
        telephony_products: Those rented from the platform.
        custom_products: Those brought along.
    """

    telephony_products: list[PhoneNumber] | Unset = UNSET
    custom_products: list[PhoneNumber] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "telephonyProducts": self.telephony_products,
                "customProducts": self.custom_products,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            telephony_products=list_of(model(lambda: models.PhoneNumber))(
                rest.pop("telephonyProducts", UNSET)
            ),
            custom_products=list_of(model(lambda: models.PhoneNumber))(
                rest.pop("customProducts", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
