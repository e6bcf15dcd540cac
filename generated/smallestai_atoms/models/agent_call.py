from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class AgentCall(Model):
    """A call in brief.

    Attributes:
        call_id: Id of the call.
        call_status: How the call stands, mostly a CallStatus.
        call_type: How the call is carried, mostly a CallType.
        from_number: The number that called.
        to_number: The number that was called.
        created_at: When the call was placed or came in.
        call_duration: Length in seconds.
    """

    call_id: str | Unset = UNSET
    call_status: str | Unset = UNSET
    call_type: str | Unset = UNSET
    from_number: str | Unset = UNSET
    to_number: str | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    call_duration: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "callId": self.call_id,
                "callStatus": self.call_status,
                "callType": self.call_type,
                "fromNumber": self.from_number,
                "toNumber": self.to_number,
                "createdAt": self.created_at,
                "callDuration": self.call_duration,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            call_id=rest.pop("callId", UNSET),
            call_status=rest.pop("callStatus", UNSET),
            call_type=rest.pop("callType", UNSET),
            from_number=rest.pop("fromNumber", UNSET),
            to_number=rest.pop("toNumber", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            call_duration=rest.pop("callDuration", UNSET),
        )
        result.additional_properties = rest
        return result
