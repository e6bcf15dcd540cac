from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.agent_version import AgentVersion
    from ..models.draft_history_entry import DraftHistoryEntry


@_define(eq=False, repr=False)
class DraftHistory(Model):
    """A draft and its latest edits.

    Attributes:
        latest: A version of an agent, or a draft of one.
        edit_history: The latest edits.
        edit_count: Edits so far.
    """

    latest: AgentVersion | Unset = UNSET
    edit_history: list[DraftHistoryEntry] | Unset = UNSET
    edit_count: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "latest": self.latest,
                "editHistory": self.edit_history,
                "editCount": self.edit_count,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            latest=model(lambda: models.AgentVersion)(rest.pop("latest", UNSET)),
            edit_history=list_of(model(lambda: models.DraftHistoryEntry))(
                rest.pop("editHistory", UNSET)
            ),
            edit_count=rest.pop("editCount", UNSET),
        )
        result.additional_properties = rest
        return result
