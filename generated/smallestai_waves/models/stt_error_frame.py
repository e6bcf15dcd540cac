from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class SttErrorFrame(Model):
    """The service cannot go on.

    Attributes:
        type_: Kind of frame.
        status: `error`.
        error_code: Short name of the cause, such as `LANGUAGE_NOT_ENABLED_IN_REGION`.
        message: What went wrong.
        session_id: Id of the session.
    """

    type_: Literal["error"] = "error"
    status: str | Unset = UNSET
    error_code: str | Unset = UNSET
    message: str | Unset = UNSET
    session_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "error"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "status": self.status,
                "error_code": self.error_code,
                "message": self.message,
                "session_id": self.session_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            status=rest.pop("status", UNSET),
            error_code=rest.pop("error_code", UNSET),
            message=rest.pop("message", UNSET),
            session_id=rest.pop("session_id", UNSET),
        )
        result.additional_properties = rest
        return result
