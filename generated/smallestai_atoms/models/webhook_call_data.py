from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.webhook_call_data_call_direction import WebhookCallDataCallDirection
    from ..models.webhook_call_data_call_status import WebhookCallDataCallStatus


@_define(eq=False, repr=False)
class WebhookCallData(Model):
    """The course of a call.

    Attributes:
        from_number: The number that called.
        to_number: The number that was called.
        call_duration: Length in seconds.
        call_status: How it ended; two spellings are in use.
        call_direction: Who placed the call.
        answer_time: When it was answered.
        end_time: When it ended.
    """

    from_number: str | None | Unset = UNSET
    to_number: str | None | Unset = UNSET
    call_duration: float | None | Unset = UNSET
    call_status: WebhookCallDataCallStatus | Unset = UNSET
    call_direction: WebhookCallDataCallDirection | Unset = UNSET
    answer_time: datetime.datetime | None | Unset = UNSET
    end_time: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "fromNumber": self.from_number,
                "toNumber": self.to_number,
                "callDuration": self.call_duration,
                "callStatus": self.call_status,
                "callDirection": self.call_direction,
                "answerTime": self.answer_time,
                "endTime": self.end_time,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            from_number=rest.pop("fromNumber", UNSET),
            to_number=rest.pop("toNumber", UNSET),
            call_duration=rest.pop("callDuration", UNSET),
            call_status=rest.pop("callStatus", UNSET),
            call_direction=rest.pop("callDirection", UNSET),
            answer_time=timestamp(rest.pop("answerTime", UNSET)),
            end_time=timestamp(rest.pop("endTime", UNSET)),
        )
        result.additional_properties = rest
        return result
