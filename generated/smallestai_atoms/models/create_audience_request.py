from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, File, Model, Unset, wire_object


@_define(eq=False, repr=False)
class CreateAudienceRequest(Model):
    """A list of people to call, as a form with a CSV file.

    Attributes:
        name: Name of the audience.
        phone_number_column_name: Column that holds the phone numbers.
        file: The CSV file; its first row names the columns.
        description: What the audience is for.
        identifier_column_name: Column that tells people apart.
    """

    name: str
    phone_number_column_name: str
    file: File
    description: str | Unset = UNSET
    identifier_column_name: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("name", "phoneNumberColumnName", "file"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "name": self.name,
                "phoneNumberColumnName": self.phone_number_column_name,
                "file": self.file,
                "description": self.description,
                "identifierColumnName": self.identifier_column_name,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            name=rest.pop("name", UNSET),
            phone_number_column_name=rest.pop("phoneNumberColumnName", UNSET),
            file=rest.pop("file", UNSET),
            description=rest.pop("description", UNSET),
            identifier_column_name=rest.pop("identifierColumnName", UNSET),
        )
        result.additional_properties = rest
        return result
