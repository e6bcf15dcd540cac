from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class ValidationIssue(Model):
    """One reason why a request was refused. Which of the further fields are present depends on
    `code`.

    Attributes:
        code: Kind of issue, for example `invalid_type`, `invalid_enum_value`, `too_small`,
            `too_big` or `custom`.
        path: Where in the request, outermost name first; list positions are numbers.
        message: The issue in words.
        expected: Type that was due, for `invalid_type`.
        received: Value or type that came instead, for `invalid_type` and `invalid_enum_value`.
        options: Values that would have been accepted, for `invalid_enum_value`.
    """

    code: str | Unset = UNSET
    path: list[str | int] | Unset = UNSET
    message: str | Unset = UNSET
    expected: str | Unset = UNSET
    received: Any | Unset = UNSET
    options: list[Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "code": self.code,
                "path": self.path,
                "message": self.message,
                "expected": self.expected,
                "received": self.received,
                "options": self.options,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            code=rest.pop("code", UNSET),
            path=rest.pop("path", UNSET),
            message=rest.pop("message", UNSET),
            expected=rest.pop("expected", UNSET),
            received=rest.pop("received", UNSET),
            options=rest.pop("options", UNSET),
        )
        result.additional_properties = rest
        return result
