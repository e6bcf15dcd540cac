from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.validation_issue import ValidationIssue


@_define(eq=False, repr=False)
class ValidationError(Model):
    """A refused request. The issues stand in `error` itself (speech) or in `details`
    (dictionaries).

    Attributes:
        error: A text, or the issues found in the request.
        message: What went wrong, in a sentence.
        details: The issues found in the request, when `error` is a text.
    """

    error: str | list[ValidationIssue] | Unset = UNSET
    message: str | Unset = UNSET
    details: list[ValidationIssue] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "error": self.error,
                "message": self.message,
                "details": self.details,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            error=list_of(model(lambda: models.ValidationIssue))(rest.pop("error", UNSET)),
            message=rest.pop("message", UNSET),
            details=list_of(model(lambda: models.ValidationIssue))(rest.pop("details", UNSET)),
        )
        result.additional_properties = rest
        return result
