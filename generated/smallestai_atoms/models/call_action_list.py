from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.call_action import CallAction


@_define(eq=False, repr=False)
class CallActionList(Model):
    """One page of call actions.

    Attributes:
        call_actions: The actions of this page.
        total_count: Actions on all pages together.
        page: Number of the page, counted from 1.
        limit: Actions per page.
    """

    call_actions: list[CallAction] | Unset = UNSET
    total_count: float | Unset = UNSET
    page: float | Unset = UNSET
    limit: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "callActions": self.call_actions,
                "totalCount": self.total_count,
                "page": self.page,
                "limit": self.limit,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            call_actions=list_of(model(lambda: models.CallAction))(rest.pop("callActions", UNSET)),
            total_count=rest.pop("totalCount", UNSET),
            page=rest.pop("page", UNSET),
            limit=rest.pop("limit", UNSET),
        )
        result.additional_properties = rest
        return result
