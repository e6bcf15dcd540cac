from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class HydraResponseCancel(Model):
    """Stop the model; without effect when it is silent.

    Attributes:
        type_: Kind of frame.
        event_id: The client's id of this frame, quoted by errors about it.
        response_id: Reply to stop; the current one when absent.
    """

    type_: Literal["response.cancel"] = "response.cancel"
    event_id: str | Unset = UNSET
    response_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "response.cancel"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "event_id": self.event_id,
                "response_id": self.response_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            event_id=rest.pop("event_id", UNSET),
            response_id=rest.pop("response_id", UNSET),
        )
        result.additional_properties = rest
        return result
