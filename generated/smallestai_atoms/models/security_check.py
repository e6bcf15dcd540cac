from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class SecurityCheck(Model):
    """A check before publication.

    Attributes:
        status: How it stands.
        reason: Why it failed.
        triggered_at: When it began.
        completed_at: When it ended.
    """

    status: str | Unset = UNSET
    reason: str | None | Unset = UNSET
    triggered_at: datetime.datetime | None | Unset = UNSET
    completed_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "status": self.status,
                "reason": self.reason,
                "triggeredAt": self.triggered_at,
                "completedAt": self.completed_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            status=rest.pop("status", UNSET),
            reason=rest.pop("reason", UNSET),
            triggered_at=timestamp(rest.pop("triggeredAt", UNSET)),
            completed_at=timestamp(rest.pop("completedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
