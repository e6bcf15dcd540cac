from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.plan_features import PlanFeatures
    from ..models.plan_limits import PlanLimits


@_define(eq=False, repr=False)
class Subscription(Model):
    """What the organisation has paid for.

    Attributes:
        id: Id of the subscription.
        organization: Id of the organisation.
        plan_id: Id of the plan.
        total_credits: Credits the plan came with.
        current_credits: Credits left.
        renewal_date: When the plan is renewed.
        subscription_active: Whether the plan is in force.
        on_prem_enabled: Whether the organisation may run the platform on its own machines.
        limits: How much of each thing the plan allows.
        features: Whether each feature, by its name, is part of the plan.
    """

    id: str | Unset = UNSET
    organization: str | Unset = UNSET
    plan_id: str | Unset = UNSET
    total_credits: float | Unset = UNSET
    current_credits: float | Unset = UNSET
    renewal_date: datetime.datetime | None | Unset = UNSET
    subscription_active: bool | Unset = UNSET
    on_prem_enabled: bool | Unset = UNSET
    limits: PlanLimits | Unset = UNSET
    features: PlanFeatures | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "organization": self.organization,
                "planId": self.plan_id,
                "totalCredits": self.total_credits,
                "currentCredits": self.current_credits,
                "renewalDate": self.renewal_date,
                "subscriptionActive": self.subscription_active,
                "onPremEnabled": self.on_prem_enabled,
                "limits": self.limits,
                "features": self.features,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            organization=rest.pop("organization", UNSET),
            plan_id=rest.pop("planId", UNSET),
            total_credits=rest.pop("totalCredits", UNSET),
            current_credits=rest.pop("currentCredits", UNSET),
            renewal_date=timestamp(rest.pop("renewalDate", UNSET)),
            subscription_active=rest.pop("subscriptionActive", UNSET),
            on_prem_enabled=rest.pop("onPremEnabled", UNSET),
            limits=model(lambda: models.PlanLimits)(rest.pop("limits", UNSET)),
            features=model(lambda: models.PlanFeatures)(rest.pop("features", UNSET)),
        )
        result.additional_properties = rest
        return result
