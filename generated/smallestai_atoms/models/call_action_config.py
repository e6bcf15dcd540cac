from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.call_action_condition import CallActionCondition


@_define(eq=False, repr=False)
class CallActionConfig(Model):
    """How an action works.

    Attributes:
        phone_number_field_name: Field of the other system that holds the number to call.
        conditions: What must hold for the action.
        body: What to send, with variables of the call.
    """

    phone_number_field_name: str | Unset = UNSET
    conditions: list[CallActionCondition] | Unset = UNSET
    body: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "phoneNumberFieldName": self.phone_number_field_name,
                "conditions": self.conditions,
                "body": self.body,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            phone_number_field_name=rest.pop("phoneNumberFieldName", UNSET),
            conditions=list_of(model(lambda: models.CallActionCondition))(
                rest.pop("conditions", UNSET)
            ),
            body=rest.pop("body", UNSET),
        )
        result.additional_properties = rest
        return result
