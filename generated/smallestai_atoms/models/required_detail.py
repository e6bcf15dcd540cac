from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class RequiredDetail(Model):
    """Something to say about a document.

    Attributes:
        field_name: Name of the field.
        friendly_name: Name of the field for people.
        help_text: What to put into it.
        field_type: Type of its value.
        required: Whether it must be there.
    """

    field_name: str | Unset = UNSET
    friendly_name: str | Unset = UNSET
    help_text: str | Unset = UNSET
    field_type: str | Unset = UNSET
    required: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "fieldName": self.field_name,
                "friendlyName": self.friendly_name,
                "helpText": self.help_text,
                "fieldType": self.field_type,
                "required": self.required,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            field_name=rest.pop("fieldName", UNSET),
            friendly_name=rest.pop("friendlyName", UNSET),
            help_text=rest.pop("helpText", UNSET),
            field_type=rest.pop("fieldType", UNSET),
            required=rest.pop("required", UNSET),
        )
        result.additional_properties = rest
        return result
