from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class RetiredModelError(Model):
    """Answer of a route whose model has been switched off.

    Attributes:
        status: Always `error`.
        error_code: `MODEL_DEPRECATED`.
        message: What to do instead, in words.
        recommended_endpoint: Path of the successor.
    """

    status: str | Unset = UNSET
    error_code: str | Unset = UNSET
    message: str | Unset = UNSET
    recommended_endpoint: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "status": self.status,
                "error_code": self.error_code,
                "message": self.message,
                "recommended_endpoint": self.recommended_endpoint,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            status=rest.pop("status", UNSET),
            error_code=rest.pop("error_code", UNSET),
            message=rest.pop("message", UNSET),
            recommended_endpoint=rest.pop("recommended_endpoint", UNSET),
        )
        result.additional_properties = rest
        return result
