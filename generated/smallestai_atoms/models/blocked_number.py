from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class BlockedNumber(Model):
    """A number that an agent must not call.

    Attributes:
        id: Id of the entry.
        agent_id: Id of the agent that must not call it.
        org_id: Id of the organisation.
        phone_number: The number.
        source: How it came onto the list.
        detected_in_call_id: Id of the call in which its owner asked for it.
        created_at: When it came onto the list.
        updated_at: When the entry was last changed.
    """

    id: str | Unset = UNSET
    agent_id: str | Unset = UNSET
    org_id: str | Unset = UNSET
    phone_number: str | Unset = UNSET
    source: str | Unset = UNSET
    detected_in_call_id: str | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "id": self.id,
                "agentId": self.agent_id,
                "orgId": self.org_id,
                "phoneNumber": self.phone_number,
                "source": self.source,
                "detectedInCallId": self.detected_in_call_id,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("id", UNSET),
            agent_id=rest.pop("agentId", UNSET),
            org_id=rest.pop("orgId", UNSET),
            phone_number=rest.pop("phoneNumber", UNSET),
            source=rest.pop("source", UNSET),
            detected_in_call_id=rest.pop("detectedInCallId", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
