from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.call_log import CallLog


@_define(eq=False, repr=False)
class FoundCalls(Model):
    """Calls found by their ids.

    Attributes:
        logs: The calls found.
        total: Calls found.
        requested_count: Ids asked for.
    """

    logs: list[CallLog] | Unset = UNSET
    total: int | Unset = UNSET
    requested_count: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "logs": self.logs,
                "total": self.total,
                "requestedCount": self.requested_count,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            logs=list_of(model(lambda: models.CallLog))(rest.pop("logs", UNSET)),
            total=rest.pop("total", UNSET),
            requested_count=rest.pop("requestedCount", UNSET),
        )
        result.additional_properties = rest
        return result
