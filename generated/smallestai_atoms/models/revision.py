from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.pending_publish import PendingPublish
    from ..models.prompt_score import PromptScore
    from ..models.revision_status import RevisionStatus
    from ..models.security_check import SecurityCheck
    from ..models.version_blocks import VersionBlocks


@_define(eq=False, repr=False)
class Revision(Model):
    """A published state of a branch, or its draft.

    Attributes:
        id: Id of the revision.
        agent: Id of the agent.
        status: Whether it is published.
        branch: Id of the branch.
        revision_number: Number of the revision in its branch.
        version_number: Number of the version it was before there were branches.
        label: Label of the revision.
        description: What it is about.
        is_pinned: Whether it is kept at hand.
        published_by: Id of the user who published it.
        published_at: When it was published.
        published_by_name: Name of the user who published it.
        restored_from_label: Label of the revision it restores.
        draft_id: Id of the draft.
        draft_name: Name of the draft.
        draft_revision: Number of the draft's last edit.
        source_version_id: Id of the version it was made from.
        blocks: The stored settings, an id for each group.
        workflow_type: How the agent is driven, mostly a WorkflowType.
        parent_version: Id of the state before it.
        is_active: Whether the agent takes calls with it.
        activated_by: Id of the user who made it live.
        activated_at: When it was made live.
        security_check: The check before publication.
        pending_publish: The publication under way.
        restored_from_revision_id: Id of the revision it restores.
        source_draft_id: Id of the draft it was made from.
        prompt_score: The score of its prompt.
        prompt_score_stale: Whether the prompt has changed since it was scored.
        created_by: Id of the user who made it.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    id: str | Unset = UNSET
    agent: str | Unset = UNSET
    status: RevisionStatus | Unset = UNSET
    branch: str | None | Unset = UNSET
    revision_number: int | None | Unset = UNSET
    version_number: int | None | Unset = UNSET
    label: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    is_pinned: bool | Unset = UNSET
    published_by: str | None | Unset = UNSET
    published_at: datetime.datetime | None | Unset = UNSET
    published_by_name: str | None | Unset = UNSET
    restored_from_label: str | None | Unset = UNSET
    draft_id: str | None | Unset = UNSET
    draft_name: str | None | Unset = UNSET
    draft_revision: int | None | Unset = UNSET
    source_version_id: str | None | Unset = UNSET
    blocks: VersionBlocks | Unset = UNSET
    workflow_type: str | Unset = UNSET
    parent_version: str | None | Unset = UNSET
    is_active: bool | Unset = UNSET
    activated_by: str | None | Unset = UNSET
    activated_at: datetime.datetime | None | Unset = UNSET
    security_check: SecurityCheck | None | Unset = UNSET
    pending_publish: PendingPublish | None | Unset = UNSET
    restored_from_revision_id: str | None | Unset = UNSET
    source_draft_id: str | None | Unset = UNSET
    prompt_score: PromptScore | None | Unset = UNSET
    prompt_score_stale: bool | Unset = UNSET
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
                "branch": self.branch,
                "revisionNumber": self.revision_number,
                "versionNumber": self.version_number,
                "label": self.label,
                "description": self.description,
                "isPinned": self.is_pinned,
                "publishedBy": self.published_by,
                "publishedAt": self.published_at,
                "publishedByName": self.published_by_name,
                "restoredFromLabel": self.restored_from_label,
                "draftId": self.draft_id,
                "draftName": self.draft_name,
                "draftRevision": self.draft_revision,
                "sourceVersionId": self.source_version_id,
                "blocks": self.blocks,
                "workflowType": self.workflow_type,
                "parentVersion": self.parent_version,
                "isActive": self.is_active,
                "activatedBy": self.activated_by,
                "activatedAt": self.activated_at,
                "securityCheck": self.security_check,
                "pendingPublish": self.pending_publish,
                "restoredFromRevisionId": self.restored_from_revision_id,
                "sourceDraftId": self.source_draft_id,
                "promptScore": self.prompt_score,
                "promptScoreStale": self.prompt_score_stale,
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
            branch=rest.pop("branch", UNSET),
            revision_number=rest.pop("revisionNumber", UNSET),
            version_number=rest.pop("versionNumber", UNSET),
            label=rest.pop("label", UNSET),
            description=rest.pop("description", UNSET),
            is_pinned=rest.pop("isPinned", UNSET),
            published_by=rest.pop("publishedBy", UNSET),
            published_at=timestamp(rest.pop("publishedAt", UNSET)),
            published_by_name=rest.pop("publishedByName", UNSET),
            restored_from_label=rest.pop("restoredFromLabel", UNSET),
            draft_id=rest.pop("draftId", UNSET),
            draft_name=rest.pop("draftName", UNSET),
            draft_revision=rest.pop("draftRevision", UNSET),
            source_version_id=rest.pop("sourceVersionId", UNSET),
            blocks=model(lambda: models.VersionBlocks)(rest.pop("blocks", UNSET)),
            workflow_type=rest.pop("workflowType", UNSET),
            parent_version=rest.pop("parentVersion", UNSET),
            is_active=rest.pop("isActive", UNSET),
            activated_by=rest.pop("activatedBy", UNSET),
            activated_at=timestamp(rest.pop("activatedAt", UNSET)),
            security_check=model(lambda: models.SecurityCheck)(rest.pop("securityCheck", UNSET)),
            pending_publish=model(lambda: models.PendingPublish)(rest.pop("pendingPublish", UNSET)),
            restored_from_revision_id=rest.pop("restoredFromRevisionId", UNSET),
            source_draft_id=rest.pop("sourceDraftId", UNSET),
            prompt_score=model(lambda: models.PromptScore)(rest.pop("promptScore", UNSET)),
            prompt_score_stale=rest.pop("promptScoreStale", UNSET),
            created_by=rest.pop("createdBy", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
