from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.concurrency_timeseries import ConcurrencyTimeseries


@_define(eq=False, repr=False)
class ConcurrencyTimeseriesResponse(Model):
    """Envelope of calls at one time, by minute.

    Attributes:
        success: True on success.
        data: Calls at one time, by minute.
    """

    success: bool | Unset = UNSET
    data: ConcurrencyTimeseries | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "success": self.success, "data": self.data}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            success=rest.pop("success", UNSET),
            data=model(lambda: models.ConcurrencyTimeseries)(rest.pop("data", UNSET)),
        )
        result.additional_properties = rest
        return result
