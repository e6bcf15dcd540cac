from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class IdleTimeouts(Model):
    """How long the agent waits for a silent user.

    Attributes:
        chat_timeout_time_in_secs: Seconds in a chat, 1 to 300.
        webcall_timeout_time_in_secs: Seconds in a web call, 1 to 300.
        telephony_timeout_time_in_secs: Seconds in a phone call, 1 to 300.
        max_retries: Times the agent speaks up again before it ends the call.
    """

    chat_timeout_time_in_secs: float | Unset = UNSET
    webcall_timeout_time_in_secs: float | Unset = UNSET
    telephony_timeout_time_in_secs: float | Unset = UNSET
    max_retries: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "chatTimeoutTimeInSecs": self.chat_timeout_time_in_secs,
                "webcallTimeoutTimeInSecs": self.webcall_timeout_time_in_secs,
                "telephonyTimeoutTimeInSecs": self.telephony_timeout_time_in_secs,
                "maxRetries": self.max_retries,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            chat_timeout_time_in_secs=rest.pop("chatTimeoutTimeInSecs", UNSET),
            webcall_timeout_time_in_secs=rest.pop("webcallTimeoutTimeInSecs", UNSET),
            telephony_timeout_time_in_secs=rest.pop("telephonyTimeoutTimeInSecs", UNSET),
            max_retries=rest.pop("maxRetries", UNSET),
        )
        result.additional_properties = rest
        return result
