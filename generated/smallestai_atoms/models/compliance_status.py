from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.compliance_application import ComplianceApplication
    from ..models.compliance_status_step import ComplianceStatusStep
    from ..models.required_document import RequiredDocument


@_define(eq=False, repr=False)
class ComplianceStatus(Model):
    """How an application stands, and what it needs.

    Attributes:
        step: How far it is; form when nothing was sent in.
        application: The application; null when nothing was sent in.
        required_documents: The documents it needs.
    """

    step: ComplianceStatusStep | Unset = UNSET
    application: ComplianceApplication | None | Unset = UNSET
    required_documents: list[RequiredDocument] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "step": self.step,
                "application": self.application,
                "requiredDocuments": self.required_documents,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            step=rest.pop("step", UNSET),
            application=model(lambda: models.ComplianceApplication)(rest.pop("application", UNSET)),
            required_documents=list_of(model(lambda: models.RequiredDocument))(
                rest.pop("requiredDocuments", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
