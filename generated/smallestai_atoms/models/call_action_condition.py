from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object

if TYPE_CHECKING:
    from ..models.condition_operator import ConditionOperator


@_define(eq=False, repr=False)
class CallActionCondition(Model):
    """What must hold for an action.

    Attributes:
        field: Name of the field.
        operator: How a field is compared with a value.
        value: The value.
    """

    field: str
    operator: ConditionOperator
    value: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("field", "operator", "value"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "field": self.field,
                "operator": self.operator,
                "value": self.value,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            field=rest.pop("field", UNSET),
            operator=rest.pop("operator", UNSET),
            value=rest.pop("value", UNSET),
        )
        result.additional_properties = rest
        return result
