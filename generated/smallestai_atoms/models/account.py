from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.account_organization import AccountOrganization


@_define(eq=False, repr=False)
class Account(Model):
    """A person and the organisations that person belongs to.

    Attributes:
        user_id: Id of the person.
        email: E-mail address.
        first_name: Given name.
        last_name: Family name.
        phone: Phone number.
        picture: URL of the picture.
        has_onboarded: Whether the person has been through the first steps.
        organizations: The organisations.
    """

    user_id: str | Unset = UNSET
    email: str | Unset = UNSET
    first_name: str | Unset = UNSET
    last_name: str | Unset = UNSET
    phone: str | None | Unset = UNSET
    picture: str | Unset = UNSET
    has_onboarded: bool | Unset = UNSET
    organizations: list[AccountOrganization] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "userId": self.user_id,
                "email": self.email,
                "firstName": self.first_name,
                "lastName": self.last_name,
                "phone": self.phone,
                "picture": self.picture,
                "hasOnboarded": self.has_onboarded,
                "organizations": self.organizations,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            user_id=rest.pop("userId", UNSET),
            email=rest.pop("email", UNSET),
            first_name=rest.pop("firstName", UNSET),
            last_name=rest.pop("lastName", UNSET),
            phone=rest.pop("phone", UNSET),
            picture=rest.pop("picture", UNSET),
            has_onboarded=rest.pop("hasOnboarded", UNSET),
            organizations=list_of(model(lambda: models.AccountOrganization))(
                rest.pop("organizations", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
