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
class ChatErrorDetail(Model):
    """An error, its kind and the request it belongs to.

    Attributes:
        message: What went wrong.
        type_: Kind of error, such as `invalid_request_error`, `authentication_error` or
            `rate_limit_error`.
        details: The issues found in the request.
        request_id: Id of the request.
    """

    message: str | Unset = UNSET
    type_: str | Unset = UNSET
    details: list[ValidationIssue] | Unset = UNSET
    request_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "message": self.message,
                "type": self.type_,
                "details": self.details,
                "request_id": self.request_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            message=rest.pop("message", UNSET),
            type_=rest.pop("type", UNSET),
            details=list_of(model(lambda: models.ValidationIssue))(rest.pop("details", UNSET)),
            request_id=rest.pop("request_id", UNSET),
        )
        result.additional_properties = rest
        return result
