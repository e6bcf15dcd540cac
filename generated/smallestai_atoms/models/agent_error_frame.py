from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class AgentErrorFrame(Model):
    """Something went wrong. The socket stays open unless a close follows.

    Attributes:
        type_: Kind of frame.
        code: What kind of fault, such as invalid_event or worker_not_ready; HTTP statuses are
            texts such as '503'.
        message: What is wrong.
    """

    type_: Literal["error"] = "error"
    code: str | Unset = UNSET
    message: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "error"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "code": self.code,
                "message": self.message,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            code=rest.pop("code", UNSET),
            message=rest.pop("message", UNSET),
        )
        result.additional_properties = rest
        return result
