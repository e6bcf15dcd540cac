from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.audience_campaign import AudienceCampaign


@_define(eq=False, repr=False)
class Audience(Model):
    """A list of people to call.

    Attributes:
        id: Id of the audience.
        name: Name of the audience.
        description: What the audience is for.
        phone_number_column_name: Column that holds the phone numbers.
        identifier_column_name: Column that tells people apart.
        organization: Id of the organisation.
        created_by: Id of the user who made the audience.
        created_at: When the audience was made.
        updated_at: When the audience was last changed.
        member_count: People in the audience.
        has_campaigns: Whether campaigns use it.
        campaigns: The campaigns that use it.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET
    description: str | None | Unset = UNSET
    phone_number_column_name: str | Unset = UNSET
    identifier_column_name: str | None | Unset = UNSET
    organization: str | Unset = UNSET
    created_by: str | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    member_count: float | Unset = UNSET
    has_campaigns: bool | Unset = UNSET
    campaigns: list[AudienceCampaign] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "name": self.name,
                "description": self.description,
                "phoneNumberColumnName": self.phone_number_column_name,
                "identifierColumnName": self.identifier_column_name,
                "organization": self.organization,
                "createdBy": self.created_by,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
                "memberCount": self.member_count,
                "hasCampaigns": self.has_campaigns,
                "campaigns": self.campaigns,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            phone_number_column_name=rest.pop("phoneNumberColumnName", UNSET),
            identifier_column_name=rest.pop("identifierColumnName", UNSET),
            organization=rest.pop("organization", UNSET),
            created_by=rest.pop("createdBy", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
            member_count=rest.pop("memberCount", UNSET),
            has_campaigns=rest.pop("hasCampaigns", UNSET),
            campaigns=list_of(model(lambda: models.AudienceCampaign))(rest.pop("campaigns", UNSET)),
        )
        result.additional_properties = rest
        return result
