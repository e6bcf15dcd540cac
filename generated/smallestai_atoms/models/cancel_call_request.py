from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class CancelCallRequest(Model):
    """Which call to cancel.

    Attributes:
        call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
        reason: Why, for the record.
    """

    call_id: str
    reason: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("callId",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "callId": self.call_id, "reason": self.reason}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(call_id=rest.pop("callId", UNSET), reason=rest.pop("reason", UNSET))
        result.additional_properties = rest
        return result
