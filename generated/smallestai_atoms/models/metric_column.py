from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class MetricColumn(Model):
    """Name and type of a metric.

    Attributes:
        identifier: Name of the metric.
        type_: Type of its values, such as BOOLEAN.
    """

    identifier: str | Unset = UNSET
    type_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "identifier": self.identifier, "type": self.type_}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(identifier=rest.pop("identifier", UNSET), type_=rest.pop("type", UNSET))
        result.additional_properties = rest
        return result
