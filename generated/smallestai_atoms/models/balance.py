from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class Balance(Model):
    """The credits left, and the plan.

    Attributes:
        credit_balance: Credits left.
        plan_id: Id of the plan.
        is_enterprise: Whether the plan is an enterprise plan.
    """

    credit_balance: float | Unset = UNSET
    plan_id: str | Unset = UNSET
    is_enterprise: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "creditBalance": self.credit_balance,
                "planId": self.plan_id,
                "isEnterprise": self.is_enterprise,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            credit_balance=rest.pop("creditBalance", UNSET),
            plan_id=rest.pop("planId", UNSET),
            is_enterprise=rest.pop("isEnterprise", UNSET),
        )
        result.additional_properties = rest
        return result
