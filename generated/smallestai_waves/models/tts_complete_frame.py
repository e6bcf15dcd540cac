from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class TtsCompleteFrame(Model):
    """The request has been spoken to its end. In a context, one segment has; the last is not
    marked as such.

    Attributes:
        status: Kind of frame.
        session_id: Id of the socket's session.
        request_id: Id of the synthesis.
        external_session_id: The caller's `session_id`, when one was sent.
        external_request_id: The caller's `request_id`, when one was sent.
        message: Older servers only.
        done: Older servers only; true.
    """

    status: Literal["complete"] = "complete"
    session_id: str | Unset = UNSET
    request_id: str | Unset = UNSET
    external_session_id: str | Unset = UNSET
    external_request_id: str | Unset = UNSET
    message: str | Unset = UNSET
    done: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("status",))
    _CONSTANTS = {"status": "complete"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "status": self.status,
                "session_id": self.session_id,
                "request_id": self.request_id,
                "external_session_id": self.external_session_id,
                "external_request_id": self.external_request_id,
                "message": self.message,
                "done": self.done,
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
            external_session_id=rest.pop("external_session_id", UNSET),
            external_request_id=rest.pop("external_request_id", UNSET),
            message=rest.pop("message", UNSET),
            done=rest.pop("done", UNSET),
        )
        result.additional_properties = rest
        return result
