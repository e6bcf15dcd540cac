from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class User(Model):
    """The account behind an API key.

    Attributes:
        id: Id of the user.
        first_name: Given name.
        last_name: Family name.
        user_email: E-mail address.
        auth_provider: How the user signs in.
        is_email_verified: Whether the e-mail address has been confirmed.
        organization_id: Id of the organisation the user belongs to.
    """

    id: str | Unset = UNSET
    first_name: str | Unset = UNSET
    last_name: str | Unset = UNSET
    user_email: str | Unset = UNSET
    auth_provider: str | Unset = UNSET
    is_email_verified: bool | Unset = UNSET
    organization_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "firstName": self.first_name,
                "lastName": self.last_name,
                "userEmail": self.user_email,
                "authProvider": self.auth_provider,
                "isEmailVerified": self.is_email_verified,
                "organizationId": self.organization_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            first_name=rest.pop("firstName", UNSET),
            last_name=rest.pop("lastName", UNSET),
            user_email=rest.pop("userEmail", UNSET),
            auth_provider=rest.pop("authProvider", UNSET),
            is_email_verified=rest.pop("isEmailVerified", UNSET),
            organization_id=rest.pop("organizationId", UNSET),
        )
        result.additional_properties = rest
        return result
