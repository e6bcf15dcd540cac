from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json


@_define(eq=False, repr=False)
class MemberResult(Model):
    """What came of calling one person.

    Attributes:
        audience_member_id: Id of the person's entry in the audience.
        audience_member_data: What the audience says of the person.
        phone_number: The person's number.
        original_call: The first call; null when none was placed.
        retry_attempts: The further calls.
        total_attempts: Calls in all.
        final_status: How the last call stands.
        total_call_duration: Length of all calls, in seconds.
        total_call_cost: What all calls cost.
    """

    audience_member_id: str | Unset = UNSET
    audience_member_data: Json | Unset = UNSET
    phone_number: str | Unset = UNSET
    original_call: Json | None | Unset = UNSET
    retry_attempts: list[Json] | Unset = UNSET
    total_attempts: int | Unset = UNSET
    final_status: str | Unset = UNSET
    total_call_duration: float | Unset = UNSET
    total_call_cost: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "audienceMemberId": self.audience_member_id,
                "audienceMemberData": self.audience_member_data,
                "phoneNumber": self.phone_number,
                "originalCall": self.original_call,
                "retryAttempts": self.retry_attempts,
                "totalAttempts": self.total_attempts,
                "finalStatus": self.final_status,
                "totalCallDuration": self.total_call_duration,
                "totalCallCost": self.total_call_cost,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            audience_member_id=rest.pop("audienceMemberId", UNSET),
            audience_member_data=model(lambda: models.Json)(rest.pop("audienceMemberData", UNSET)),
            phone_number=rest.pop("phoneNumber", UNSET),
            original_call=model(lambda: models.Json)(rest.pop("originalCall", UNSET)),
            retry_attempts=list_of(model(lambda: models.Json))(rest.pop("retryAttempts", UNSET)),
            total_attempts=rest.pop("totalAttempts", UNSET),
            final_status=rest.pop("finalStatus", UNSET),
            total_call_duration=rest.pop("totalCallDuration", UNSET),
            total_call_cost=rest.pop("totalCallCost", UNSET),
        )
        result.additional_properties = rest
        return result
