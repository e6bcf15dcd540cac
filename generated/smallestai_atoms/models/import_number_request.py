from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class ImportNumberRequest(Model):
    """The number to bring along, and its trunk.

    Attributes:
        phone_number: The number, in E.164 form such as +14155550100.
        sip_termination_url: Address of the trunk that calls go out through.
        name: Name of the number.
        sip_username: User name for the trunk.
        sip_password: Password for the trunk.
    """

    phone_number: str
    sip_termination_url: str
    name: str | Unset = UNSET
    sip_username: str | Unset = UNSET
    sip_password: str | Unset = _field(default=UNSET, repr=False)
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("phoneNumber", "sipTerminationUrl"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "phoneNumber": self.phone_number,
                "sipTerminationUrl": self.sip_termination_url,
                "name": self.name,
                "sipUsername": self.sip_username,
                "sipPassword": self.sip_password,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            phone_number=rest.pop("phoneNumber", UNSET),
            sip_termination_url=rest.pop("sipTerminationUrl", UNSET),
            name=rest.pop("name", UNSET),
            sip_username=rest.pop("sipUsername", UNSET),
            sip_password=rest.pop("sipPassword", UNSET),
        )
        result.additional_properties = rest
        return result
