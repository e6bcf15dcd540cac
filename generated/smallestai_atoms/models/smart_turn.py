from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class SmartTurn(Model):
    """Detection of the end of the user's turn by meaning, not by silence alone.

    Attributes:
        is_enabled: Whether it is used.
        wait_time_in_secs: Seconds to wait for more speech, 0 to 10.
    """

    is_enabled: bool | Unset = UNSET
    wait_time_in_secs: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "isEnabled": self.is_enabled,
                "waitTimeInSecs": self.wait_time_in_secs,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            is_enabled=rest.pop("isEnabled", UNSET),
            wait_time_in_secs=rest.pop("waitTimeInSecs", UNSET),
        )
        result.additional_properties = rest
        return result
