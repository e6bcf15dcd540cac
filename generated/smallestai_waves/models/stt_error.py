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
class SttError(Model):
    """Error of speech to text. Which fields are filled depends on the route and the cause.

    Attributes:
        error: What went wrong.
        request_id: Id of the request.
        details: The issues found in the request.
        status: `error`.
        error_code: Short name of the cause, such as `LANGUAGE_NOT_ENABLED_IN_REGION`.
        message: What went wrong, on the older route and for refused languages.
        errors: The cause, on the older route; a text in spite of its name.
        language: The language that was refused.
        region: The region that refused it, such as `ap-south-1`.
    """

    error: str | Unset = UNSET
    request_id: str | Unset = UNSET
    details: list[ValidationIssue] | Unset = UNSET
    status: str | Unset = UNSET
    error_code: str | Unset = UNSET
    message: str | Unset = UNSET
    errors: str | Unset = UNSET
    language: str | Unset = UNSET
    region: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "error": self.error,
                "request_id": self.request_id,
                "details": self.details,
                "status": self.status,
                "error_code": self.error_code,
                "message": self.message,
                "errors": self.errors,
                "language": self.language,
                "region": self.region,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            error=rest.pop("error", UNSET),
            request_id=rest.pop("request_id", UNSET),
            details=list_of(model(lambda: models.ValidationIssue))(rest.pop("details", UNSET)),
            status=rest.pop("status", UNSET),
            error_code=rest.pop("error_code", UNSET),
            message=rest.pop("message", UNSET),
            errors=rest.pop("errors", UNSET),
            language=rest.pop("language", UNSET),
            region=rest.pop("region", UNSET),
        )
        result.additional_properties = rest
        return result
