from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_failure import HydraFailure


@_define(eq=False, repr=False)
class HydraEnding(Model):
    """Why a reply ended early.

    Attributes:
        reason: `interrupted` or `client_cancelled` of a cancelled reply, `max_output_tokens` or
            `content_filter` of an incomplete one.
        error: What broke a failed reply.
    """

    reason: str | Unset = UNSET
    error: HydraFailure | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "reason": self.reason, "error": self.error}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            reason=rest.pop("reason", UNSET),
            error=model(lambda: models.HydraFailure)(rest.pop("error", UNSET)),
        )
        result.additional_properties = rest
        return result
