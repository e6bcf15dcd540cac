from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.rate_limit import RateLimit


@_define(eq=False, repr=False)
class RateLimitResponse(Model):
    """How a refusal for too many requests looks.

    Attributes:
        status: Always false.
        error: What is wrong.
        code: RATE_LIMIT_EXCEEDED.
        retry_after: Seconds to wait before the next attempt.
        message: What is wrong; of prompt scoring.
        rate_limit: The limit that was reached; of prompt scoring.
    """

    status: bool | Unset = UNSET
    error: str | Unset = UNSET
    code: str | Unset = UNSET
    retry_after: float | Unset = UNSET
    message: str | Unset = UNSET
    rate_limit: RateLimit | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "status": self.status,
                "error": self.error,
                "code": self.code,
                "retry_after": self.retry_after,
                "message": self.message,
                "rateLimit": self.rate_limit,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            status=rest.pop("status", UNSET),
            error=rest.pop("error", UNSET),
            code=rest.pop("code", UNSET),
            retry_after=rest.pop("retry_after", UNSET),
            message=rest.pop("message", UNSET),
            rate_limit=model(lambda: models.RateLimit)(rest.pop("rateLimit", UNSET)),
        )
        result.additional_properties = rest
        return result
