from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.agent_version_status import AgentVersionStatus
    from ..models.version_blocks import VersionBlocks
    from ..models.workflow_type import WorkflowType


@_define(eq=False, repr=False)
class AgentVersion(Model):
    """A version of an agent, or a draft of one.

    Attributes:
        id: Id of the version.
        agent: Id of the agent.
        status: Whether it is published.
        version_number: Number of the version.
        label: Label of the version.
        description: What it is about.
        is_pinned: Whether it is kept at hand.
        published_by: Id of the user who published it.
        published_by_name: Name of the user who published it, in lists of versions.
        published_at: When it was published.
        activated_by: Id of the user who made it live.
        activated_by_name: Name of the user who made it live, in lists of versions.
        activated_at: When it was made live.
        draft_id: Id of the draft.
        draft_name: Name of the draft.
        draft_revision: Number of the draft's last edit.
        last_editor_name: Name of the user who last edited it, in lists of drafts.
        source_version_id: Id of the version it was made from.
        blocks: The stored settings, an id for each group.
        workflow_type: How an agent is driven: by a graph of nodes or by one prompt (a new
            agent's, when left out).
        parent_version: Id of the version before it.
        is_active: Whether the agent takes calls with it.
        created_by: Id of the user who made it.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    id: str | Unset = UNSET
    agent: str | Unset = UNSET
    status: AgentVersionStatus | Unset = UNSET
    version_number: int | None | Unset = UNSET
    label: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    is_pinned: bool | Unset = UNSET
    published_by: str | None | Unset = UNSET
    published_by_name: str | None | Unset = UNSET
    published_at: datetime.datetime | None | Unset = UNSET
    activated_by: str | None | Unset = UNSET
    activated_by_name: str | None | Unset = UNSET
    activated_at: datetime.datetime | None | Unset = UNSET
    draft_id: str | None | Unset = UNSET
    draft_name: str | None | Unset = UNSET
    draft_revision: int | None | Unset = UNSET
    last_editor_name: str | None | Unset = UNSET
    source_version_id: str | None | Unset = UNSET
    blocks: VersionBlocks | Unset = UNSET
    workflow_type: WorkflowType | Unset = UNSET
    parent_version: str | None | Unset = UNSET
    is_active: bool | Unset = UNSET
    created_by: str | Unset = UNSET
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
                "status": self.status,
                "versionNumber": self.version_number,
                "label": self.label,
                "description": self.description,
                "isPinned": self.is_pinned,
                "publishedBy": self.published_by,
                "publishedByName": self.published_by_name,
                "publishedAt": self.published_at,
                "activatedBy": self.activated_by,
                "activatedByName": self.activated_by_name,
                "activatedAt": self.activated_at,
                "draftId": self.draft_id,
                "draftName": self.draft_name,
                "draftRevision": self.draft_revision,
                "lastEditorName": self.last_editor_name,
                "sourceVersionId": self.source_version_id,
                "blocks": self.blocks,
                "workflowType": self.workflow_type,
                "parentVersion": self.parent_version,
                "isActive": self.is_active,
                "createdBy": self.created_by,
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
            status=rest.pop("status", UNSET),
            version_number=rest.pop("versionNumber", UNSET),
            label=rest.pop("label", UNSET),
            description=rest.pop("description", UNSET),
            is_pinned=rest.pop("isPinned", UNSET),
            published_by=rest.pop("publishedBy", UNSET),
            published_by_name=rest.pop("publishedByName", UNSET),
            published_at=timestamp(rest.pop("publishedAt", UNSET)),
            activated_by=rest.pop("activatedBy", UNSET),
            activated_by_name=rest.pop("activatedByName", UNSET),
            activated_at=timestamp(rest.pop("activatedAt", UNSET)),
            draft_id=rest.pop("draftId", UNSET),
            draft_name=rest.pop("draftName", UNSET),
            draft_revision=rest.pop("draftRevision", UNSET),
            last_editor_name=rest.pop("lastEditorName", UNSET),
            source_version_id=rest.pop("sourceVersionId", UNSET),
            blocks=model(lambda: models.VersionBlocks)(rest.pop("blocks", UNSET)),
            workflow_type=rest.pop("workflowType", UNSET),
            parent_version=rest.pop("parentVersion", UNSET),
            is_active=rest.pop("isActive", UNSET),
            created_by=rest.pop("createdBy", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
