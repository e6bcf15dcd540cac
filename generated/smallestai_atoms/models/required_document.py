from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.required_detail import RequiredDetail


@_define(eq=False, repr=False)
class RequiredDocument(Model):
    """A kind of document.

    Attributes:
        document_type_id: Id of the kind.
        name: Name of the document.
        description: What the document is.
        proof_required: Whether a file must be sent.
        required_fields: What to say about the document.
    """

    document_type_id: str | Unset = UNSET
    name: str | Unset = UNSET
    description: str | Unset = UNSET
    proof_required: bool | Unset = UNSET
    required_fields: list[RequiredDetail] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "documentTypeId": self.document_type_id,
                "name": self.name,
                "description": self.description,
                "proofRequired": self.proof_required,
                "requiredFields": self.required_fields,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            document_type_id=rest.pop("documentTypeId", UNSET),
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            proof_required=rest.pop("proofRequired", UNSET),
            required_fields=list_of(model(lambda: models.RequiredDetail))(
                rest.pop("requiredFields", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
