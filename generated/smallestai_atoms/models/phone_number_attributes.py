from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.number_provider import NumberProvider


@_define(eq=False, repr=False)
class PhoneNumberAttributes(Model):
    """What belongs to a phone number.

    Attributes:
        provider: A company that numbers are rented from.
        phone_number: The number, in E.164 form such as +14155550100.
        country_code: Country, two letters such as US.
        area_code: Area the number is in.
        compliance_application_id: Id of the application it was granted for.
        name: Name of a number that was brought along.
        outbound_sip_trunk_id: Id of the trunk for calls from it.
        inbound_sip_trunk_id: Id of the trunk for calls to it.
    """

    provider: NumberProvider | Unset = UNSET
    phone_number: str | Unset = UNSET
    country_code: str | Unset = UNSET
    area_code: str | None | Unset = UNSET
    compliance_application_id: str | None | Unset = UNSET
    name: str | None | Unset = UNSET
    outbound_sip_trunk_id: str | None | Unset = UNSET
    inbound_sip_trunk_id: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "provider": self.provider,
                "phoneNumber": self.phone_number,
                "countryCode": self.country_code,
                "areaCode": self.area_code,
                "complianceApplicationId": self.compliance_application_id,
                "name": self.name,
                "outboundSipTrunkId": self.outbound_sip_trunk_id,
                "inboundSipTrunkId": self.inbound_sip_trunk_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            provider=rest.pop("provider", UNSET),
            phone_number=rest.pop("phoneNumber", UNSET),
            country_code=rest.pop("countryCode", UNSET),
            area_code=rest.pop("areaCode", UNSET),
            compliance_application_id=rest.pop("complianceApplicationId", UNSET),
            name=rest.pop("name", UNSET),
            outbound_sip_trunk_id=rest.pop("outboundSipTrunkId", UNSET),
            inbound_sip_trunk_id=rest.pop("inboundSipTrunkId", UNSET),
        )
        result.additional_properties = rest
        return result
