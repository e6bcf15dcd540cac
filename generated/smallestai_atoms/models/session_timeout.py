from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class SessionTimeout(Model):
    """How long a call may last.

    Attributes:
        timeout_time_in_secs: Seconds, at most 3600; 1800 when left out.
    """

    timeout_time_in_secs: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "timeoutTimeInSecs": self.timeout_time_in_secs}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(timeout_time_in_secs=rest.pop("timeoutTimeInSecs", UNSET))
        result.additional_properties = rest
        return result
