from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.tts_word import TtsWord


@_define(eq=False, repr=False)
class TtsWordFrame(Model):
    """A word and its place in the audio, sent in audio order between the chunks.

    Attributes:
        status: Kind of frame.
        data: A spoken word. Times start at zero with every request, and with every segment of a
            context.
        session_id: Id of the socket's session.
        request_id: Id of the synthesis.
        external_session_id: The caller's `session_id`, when one was sent.
        external_request_id: The caller's `request_id`, when one was sent.
    """

    data: TtsWord
    status: Literal["word_timestamp"] = "word_timestamp"
    session_id: str | Unset = UNSET
    request_id: str | Unset = UNSET
    external_session_id: str | Unset = UNSET
    external_request_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("status", "data"))
    _CONSTANTS = {"status": "word_timestamp"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "status": self.status,
                "data": self.data,
                "session_id": self.session_id,
                "request_id": self.request_id,
                "external_session_id": self.external_session_id,
                "external_request_id": self.external_request_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            status=rest.pop("status", UNSET),
            data=model(lambda: models.TtsWord)(rest.pop("data", UNSET)),
            session_id=rest.pop("session_id", UNSET),
            request_id=rest.pop("request_id", UNSET),
            external_session_id=rest.pop("external_session_id", UNSET),
            external_request_id=rest.pop("external_request_id", UNSET),
        )
        result.additional_properties = rest
        return result
