from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class RateLimit(Model):
    """The limit that was reached; of prompt scoring.

    Attributes:
        route_class: Group of routes that the limit is for.
        limit: Requests allowed.
        retry_after_sec: Seconds to wait before the next attempt.
    """

    route_class: str | Unset = UNSET
    limit: int | Unset = UNSET
    retry_after_sec: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "routeClass": self.route_class,
                "limit": self.limit,
                "retryAfterSec": self.retry_after_sec,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            route_class=rest.pop("routeClass", UNSET),
            limit=rest.pop("limit", UNSET),
            retry_after_sec=rest.pop("retryAfterSec", UNSET),
        )
        result.additional_properties = rest
        return result
