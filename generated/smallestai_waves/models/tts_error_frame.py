from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.tts_error_detail import TtsErrorDetail


@_define(eq=False, repr=False)
class TtsErrorFrame(Model):
    """The service gave up. The text is in `message` or in `error.message`.

    Attributes:
        status: Kind of frame.
        session_id: Id of the socket's session.
        request_id: Id of the synthesis.
        message: What went wrong, such as the end of the idle time.
        error: An error and its code.
        errors: Issues, on the older route.
    """

    status: Literal["error"] = "error"
    session_id: str | Unset = UNSET
    request_id: str | Unset = UNSET
    message: str | Unset = UNSET
    error: TtsErrorDetail | Unset = UNSET
    errors: list[Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("status",))
    _CONSTANTS = {"status": "error"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "status": self.status,
                "session_id": self.session_id,
                "request_id": self.request_id,
                "message": self.message,
                "error": self.error,
                "errors": self.errors,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            status=rest.pop("status", UNSET),
            session_id=rest.pop("session_id", UNSET),
            request_id=rest.pop("request_id", UNSET),
            message=rest.pop("message", UNSET),
            error=model(lambda: models.TtsErrorDetail)(rest.pop("error", UNSET)),
            errors=rest.pop("errors", UNSET),
        )
        result.additional_properties = rest
        return result
