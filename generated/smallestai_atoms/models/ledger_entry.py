from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.transaction_kind import TransactionKind


@_define(eq=False, repr=False)
class LedgerEntry(Model):
    """One movement of credits.

    Attributes:
        id: Id of the movement.
        transaction_type: Why credits moved. PAYMENTS occurs in queries only.
        amount: Credits.
        balance_after: Credits left afterwards.
        feature_id: Id of the feature that used them.
        reference_id: Id of what they were used for.
        description: What they were for.
        created_at: When they moved.
        call_id: Id of the call they were used for.
        agent_id: Id of the agent they were used for.
        request_id: Id of the request they were used for.
    """

    id: str | Unset = UNSET
    transaction_type: TransactionKind | Unset = UNSET
    amount: float | Unset = UNSET
    balance_after: float | Unset = UNSET
    feature_id: str | None | Unset = UNSET
    reference_id: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    call_id: str | None | Unset = UNSET
    agent_id: str | None | Unset = UNSET
    request_id: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "id": self.id,
                "transactionType": self.transaction_type,
                "amount": self.amount,
                "balanceAfter": self.balance_after,
                "featureId": self.feature_id,
                "referenceId": self.reference_id,
                "description": self.description,
                "createdAt": self.created_at,
                "callId": self.call_id,
                "agentId": self.agent_id,
                "requestId": self.request_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("id", UNSET),
            transaction_type=rest.pop("transactionType", UNSET),
            amount=rest.pop("amount", UNSET),
            balance_after=rest.pop("balanceAfter", UNSET),
            feature_id=rest.pop("featureId", UNSET),
            reference_id=rest.pop("referenceId", UNSET),
            description=rest.pop("description", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            call_id=rest.pop("callId", UNSET),
            agent_id=rest.pop("agentId", UNSET),
            request_id=rest.pop("requestId", UNSET),
        )
        result.additional_properties = rest
        return result
