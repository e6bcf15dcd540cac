from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class AccountOrganization(Model):
    """An organisation a person belongs to.

    Attributes:
        org_id: Id of the organisation.
        name: Name of the organisation.
        owner_email: E-mail address of its owner.
        role_id: Id of the person's role in it.
        on_prem_enabled: Whether it may run the platform on its own machines.
    """

    org_id: str | Unset = UNSET
    name: str | Unset = UNSET
    owner_email: str | Unset = UNSET
    role_id: int | Unset = UNSET
    on_prem_enabled: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "orgId": self.org_id,
                "name": self.name,
                "ownerEmail": self.owner_email,
                "roleId": self.role_id,
                "onPremEnabled": self.on_prem_enabled,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            org_id=rest.pop("orgId", UNSET),
            name=rest.pop("name", UNSET),
            owner_email=rest.pop("ownerEmail", UNSET),
            role_id=rest.pop("roleId", UNSET),
            on_prem_enabled=rest.pop("onPremEnabled", UNSET),
        )
        result.additional_properties = rest
        return result
