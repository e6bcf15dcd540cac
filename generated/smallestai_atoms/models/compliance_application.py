from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.compliance_application_status import ComplianceApplicationStatus
    from ..models.end_user_type import EndUserType
    from ..models.number_type import NumberType


@_define(eq=False, repr=False)
class ComplianceApplication(Model):
    """An application for numbers.

    Attributes:
        id: Id of the application.
        organization_id: Id of the organisation.
        plivo_compliance_id: Id of the application at the provider.
        alias: Name of the application at the provider.
        status: How it stands.
        country_iso: Country, two letters such as IN.
        number_type: Kind of phone number.
        user_type: Who will use the numbers.
        end_user_name: Name, or given name, of who will use the numbers.
        end_user_last_name: Family name of who will use the numbers.
        end_user_email: E-mail address of who will use the numbers.
        end_user_country: Country of who will use the numbers.
        document_file_names: Names of the files sent in.
        rejection_reason: Why it was rejected.
        created_by: Id of the user who sent it in.
        created_at: When it was sent in.
        updated_at: When it was last changed.
    """

    id: str | Unset = UNSET
    organization_id: str | Unset = UNSET
    plivo_compliance_id: str | Unset = UNSET
    alias: str | Unset = UNSET
    status: ComplianceApplicationStatus | Unset = UNSET
    country_iso: str | Unset = UNSET
    number_type: NumberType | Unset = UNSET
    user_type: EndUserType | Unset = UNSET
    end_user_name: str | Unset = UNSET
    end_user_last_name: str | None | Unset = UNSET
    end_user_email: str | None | Unset = UNSET
    end_user_country: str | None | Unset = UNSET
    document_file_names: list[str] | Unset = UNSET
    rejection_reason: str | None | Unset = UNSET
    created_by: str | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "organizationId": self.organization_id,
                "plivoComplianceId": self.plivo_compliance_id,
                "alias": self.alias,
                "status": self.status,
                "countryIso": self.country_iso,
                "numberType": self.number_type,
                "userType": self.user_type,
                "endUserName": self.end_user_name,
                "endUserLastName": self.end_user_last_name,
                "endUserEmail": self.end_user_email,
                "endUserCountry": self.end_user_country,
                "documentFileNames": self.document_file_names,
                "rejectionReason": self.rejection_reason,
                "createdBy": self.created_by,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            organization_id=rest.pop("organizationId", UNSET),
            plivo_compliance_id=rest.pop("plivoComplianceId", UNSET),
            alias=rest.pop("alias", UNSET),
            status=rest.pop("status", UNSET),
            country_iso=rest.pop("countryIso", UNSET),
            number_type=rest.pop("numberType", UNSET),
            user_type=rest.pop("userType", UNSET),
            end_user_name=rest.pop("endUserName", UNSET),
            end_user_last_name=rest.pop("endUserLastName", UNSET),
            end_user_email=rest.pop("endUserEmail", UNSET),
            end_user_country=rest.pop("endUserCountry", UNSET),
            document_file_names=rest.pop("documentFileNames", UNSET),
            rejection_reason=rest.pop("rejectionReason", UNSET),
            created_by=rest.pop("createdBy", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
