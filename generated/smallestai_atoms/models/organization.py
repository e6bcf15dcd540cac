from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.organization_member import OrganizationMember
    from ..models.organization_plan import OrganizationPlan


@_define(eq=False, repr=False)
class Organization(Model):
    """An organisation, its members and its plan.

    Attributes:
        id: Id of the organisation.
        name: Name of the organisation.
        members: Its members.
        subscription: Its plan.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET
    members: list[OrganizationMember] | Unset = UNSET
    subscription: OrganizationPlan | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "name": self.name,
                "members": self.members,
                "subscription": self.subscription,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            name=rest.pop("name", UNSET),
            members=list_of(model(lambda: models.OrganizationMember))(rest.pop("members", UNSET)),
            subscription=model(lambda: models.OrganizationPlan)(rest.pop("subscription", UNSET)),
        )
        result.additional_properties = rest
        return result
