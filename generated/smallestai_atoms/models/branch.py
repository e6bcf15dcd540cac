from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.branch_status import BranchStatus


@_define(eq=False, repr=False)
class Branch(Model):
    """A line of versions of an agent.

    Attributes:
        id: Id of the branch.
        agent: Id of the agent.
        name: Name of the branch.
        is_default: Whether it is the agent's default branch.
        source_branch_id: Id of the branch it started from.
        source_revision_id: Id of the revision it started from.
        head_revision_id: Id of its newest revision.
        open_draft_id: Id of its draft.
        status: Whether it is in use.
        created_by: Id of the user who made it.
        updated_by: Id of the user who last changed it.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    id: str | Unset = UNSET
    agent: str | Unset = UNSET
    name: str | Unset = UNSET
    is_default: bool | Unset = UNSET
    source_branch_id: str | None | Unset = UNSET
    source_revision_id: str | None | Unset = UNSET
    head_revision_id: str | None | Unset = UNSET
    open_draft_id: str | None | Unset = UNSET
    status: BranchStatus | Unset = UNSET
    created_by: str | Unset = UNSET
    updated_by: str | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "agent": self.agent,
                "name": self.name,
                "isDefault": self.is_default,
                "sourceBranchId": self.source_branch_id,
                "sourceRevisionId": self.source_revision_id,
                "headRevisionId": self.head_revision_id,
                "openDraftId": self.open_draft_id,
                "status": self.status,
                "createdBy": self.created_by,
                "updatedBy": self.updated_by,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            agent=rest.pop("agent", UNSET),
            name=rest.pop("name", UNSET),
            is_default=rest.pop("isDefault", UNSET),
            source_branch_id=rest.pop("sourceBranchId", UNSET),
            source_revision_id=rest.pop("sourceRevisionId", UNSET),
            head_revision_id=rest.pop("headRevisionId", UNSET),
            open_draft_id=rest.pop("openDraftId", UNSET),
            status=rest.pop("status", UNSET),
            created_by=rest.pop("createdBy", UNSET),
            updated_by=rest.pop("updatedBy", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
