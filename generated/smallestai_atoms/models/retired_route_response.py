from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.retired_route_response_error_type import RetiredRouteResponseErrorType


@_define(eq=False, repr=False)
class RetiredRouteResponse(Model):
    """How a refusal looks on a route that branches have replaced.

    Attributes:
        status: Always false.
        error_type: Kind of refusal.
        errors: What is wrong, one sentence each.
    """

    status: bool | Unset = UNSET
    error_type: RetiredRouteResponseErrorType | Unset = UNSET
    errors: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "status": self.status,
                "error_type": self.error_type,
                "errors": self.errors,
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
        )
        result.additional_properties = rest
        return result
