from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json


@_define(eq=False, repr=False)
class ErrorResponse(Model):
    """How a refusal looks.

    Attributes:
        status: Always false; some answers leave it out.
        error_type: Kind of refusal, where it is named.
        errors: What is wrong, one sentence each.
        data: Further detail, where there is any.
    """

    status: bool | Unset = UNSET
    error_type: str | Unset = UNSET
    errors: list[str] | Unset = UNSET
    data: Json | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "status": self.status,
                "error_type": self.error_type,
                "errors": self.errors,
                "data": self.data,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            status=rest.pop("status", UNSET),
            error_type=rest.pop("error_type", UNSET),
            errors=rest.pop("errors", UNSET),
            data=model(lambda: models.Json)(rest.pop("data", UNSET)),
        )
        result.additional_properties = rest
        return result
