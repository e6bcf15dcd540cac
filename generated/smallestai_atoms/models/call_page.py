from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.call_log import CallLog
    from ..models.metric_column import MetricColumn
    from ..models.pagination import Pagination


@_define(eq=False, repr=False)
class CallPage(Model):
    """One page of calls.

    Attributes:
        logs: The calls of this page.
        pagination: Where a page stands among all pages.
        disposition_metrics_config: The metrics that the calls of this page have values for.
    """

    logs: list[CallLog] | Unset = UNSET
    pagination: Pagination | Unset = UNSET
    disposition_metrics_config: list[MetricColumn] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "logs": self.logs,
                "pagination": self.pagination,
                "dispositionMetricsConfig": self.disposition_metrics_config,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            logs=list_of(model(lambda: models.CallLog))(rest.pop("logs", UNSET)),
            pagination=model(lambda: models.Pagination)(rest.pop("pagination", UNSET)),
            disposition_metrics_config=list_of(model(lambda: models.MetricColumn))(
                rest.pop("dispositionMetricsConfig", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
