from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.phone_number_attributes import PhoneNumberAttributes
    from ..models.phone_number_product_type import PhoneNumberProductType


@_define(eq=False, repr=False)
class PhoneNumber(Model):
    """A phone number that agents can use; a product, by its id.

    Attributes:
        id: Id of the number.
        product_type: Rented from the platform (telephony) or brought along.
        is_active: Whether it is in use.
        agent_id: Id of the agent that answers it.
        attributes: What belongs to a phone number.
        created_at: When it was added.
        updated_at: When it was last changed.
    """

    id: str | Unset = UNSET
    product_type: PhoneNumberProductType | Unset = UNSET
    is_active: bool | Unset = UNSET
    agent_id: str | None | Unset = UNSET
    attributes: PhoneNumberAttributes | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "productType": self.product_type,
                "isActive": self.is_active,
                "agentId": self.agent_id,
                "attributes": self.attributes,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            product_type=rest.pop("productType", UNSET),
            is_active=rest.pop("isActive", UNSET),
            agent_id=rest.pop("agentId", UNSET),
            attributes=model(lambda: models.PhoneNumberAttributes)(rest.pop("attributes", UNSET)),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
