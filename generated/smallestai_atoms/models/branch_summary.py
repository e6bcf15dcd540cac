from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.branch import Branch


@_define(eq=False, repr=False)
class BranchSummary(Model):
    """A branch and what it holds.

    Attributes:
        branch: A line of versions of an agent.
        is_live: Whether the agent takes calls with it.
        has_open_draft: Whether it has a draft.
        revisions_count: Revisions it has.
        head_revision_number: Number of its newest revision.
    """

    branch: Branch | Unset = UNSET
    is_live: bool | Unset = UNSET
    has_open_draft: bool | Unset = UNSET
    revisions_count: int | Unset = UNSET
    head_revision_number: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "branch": self.branch,
                "isLive": self.is_live,
                "hasOpenDraft": self.has_open_draft,
                "revisionsCount": self.revisions_count,
                "headRevisionNumber": self.head_revision_number,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            branch=model(lambda: models.Branch)(rest.pop("branch", UNSET)),
            is_live=rest.pop("isLive", UNSET),
            has_open_draft=rest.pop("hasOpenDraft", UNSET),
            revisions_count=rest.pop("revisionsCount", UNSET),
            head_revision_number=rest.pop("headRevisionNumber", UNSET),
        )
        result.additional_properties = rest
        return result
