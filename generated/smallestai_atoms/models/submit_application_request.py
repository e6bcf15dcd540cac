from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, File, Model, wire_object

if TYPE_CHECKING:
    from ..models.end_user_type import EndUserType
    from ..models.number_type import NumberType


@_define(eq=False, repr=False)
class SubmitApplicationRequest(Model):
    """An application for numbers, as a form with files.

    Attributes:
        country_iso: Country, two letters such as IN.
        number_type: Kind of phone number.
        user_type: Who will use the numbers.
        end_user: Who will use the numbers, as JSON.
        documents: What the files are, as JSON.
        files: The documents.
    """

    country_iso: str
    number_type: NumberType
    user_type: EndUserType
    end_user: str
    documents: str
    files: list[File]
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("countryIso", "numberType", "userType", "endUser", "documents", "files"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "countryIso": self.country_iso,
                "numberType": self.number_type,
                "userType": self.user_type,
                "endUser": self.end_user,
                "documents": self.documents,
                "files": self.files,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            country_iso=rest.pop("countryIso", UNSET),
            number_type=rest.pop("numberType", UNSET),
            user_type=rest.pop("userType", UNSET),
            end_user=rest.pop("endUser", UNSET),
            documents=rest.pop("documents", UNSET),
            files=rest.pop("files", UNSET),
        )
        result.additional_properties = rest
        return result
