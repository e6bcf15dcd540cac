from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.agent_call import AgentCall


@_define(eq=False, repr=False)
class AgentCalls(Model):
    """One page of an agent's calls.

    Attributes:
        call_logs: The calls of this page.
        total_count: Calls on all pages together.
        page: Number of the page, counted from 1.
        offset: Calls per page.
    """

    call_logs: list[AgentCall] | Unset = UNSET
    total_count: float | Unset = UNSET
    page: float | Unset = UNSET
    offset: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "callLogs": self.call_logs,
                "totalCount": self.total_count,
                "page": self.page,
                "offset": self.offset,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            call_logs=list_of(model(lambda: models.AgentCall))(rest.pop("callLogs", UNSET)),
            total_count=rest.pop("totalCount", UNSET),
            page=rest.pop("page", UNSET),
            offset=rest.pop("offset", UNSET),
        )
        result.additional_properties = rest
        return result
