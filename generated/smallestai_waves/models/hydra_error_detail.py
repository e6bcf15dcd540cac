from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class HydraErrorDetail(Model):
    """An error and what caused it.

    Attributes:
        type_: Class of the error; `code` says more.
        code: Short name, such as `invalid_request_error`, `invalid_frame`, `invalid_audio`,
            `tool_response_timeout`, `server_full`, `session_ended` or `internal_error`.
        message: What went wrong.
        param: The field at fault.
        event_id: The client's id of the frame at fault.
    """

    type_: str | Unset = UNSET
    code: str | Unset = UNSET
    message: str | Unset = UNSET
    param: str | Unset = UNSET
    event_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "code": self.code,
                "message": self.message,
                "param": self.param,
                "event_id": self.event_id,
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
            param=rest.pop("param", UNSET),
            event_id=rest.pop("event_id", UNSET),
        )
        result.additional_properties = rest
        return result
