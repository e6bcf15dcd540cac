from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.required_document import RequiredDocument


@_define(eq=False, repr=False)
class ComplianceRequirement(Model):
    """What an application needs.

    Attributes:
        requirement_id: Id of the requirement.
        country_iso: Country, two letters such as IN.
        number_type: Kind of number, mostly a NumberType.
        user_type: Who will use the numbers, mostly an EndUserType.
        document_types: The documents it needs.
    """

    requirement_id: str | Unset = UNSET
    country_iso: str | Unset = UNSET
    number_type: str | Unset = UNSET
    user_type: str | Unset = UNSET
    document_types: list[RequiredDocument] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "requirementId": self.requirement_id,
                "countryIso": self.country_iso,
                "numberType": self.number_type,
                "userType": self.user_type,
                "documentTypes": self.document_types,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            requirement_id=rest.pop("requirementId", UNSET),
            country_iso=rest.pop("countryIso", UNSET),
            number_type=rest.pop("numberType", UNSET),
            user_type=rest.pop("userType", UNSET),
            document_types=list_of(model(lambda: models.RequiredDocument))(
                rest.pop("documentTypes", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
