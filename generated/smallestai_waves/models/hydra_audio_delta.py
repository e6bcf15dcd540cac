from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class HydraAudioDelta(Model):
    """A stretch of the model's speech.

    Attributes:
        type_: Kind of frame.
        delta: Base64 of 16-bit little-endian mono PCM at the session's output rate.
        event_id: The server's id of this frame.
        response_id: Id of the reply.
        item_id: Id of the assistant's entry.
        output_index: Place of the entry in the reply, from 0.
        content_index: Place of the part in the entry, from 0.
    """

    delta: str
    type_: Literal["response.output_audio.delta"] = "response.output_audio.delta"
    event_id: str | Unset = UNSET
    response_id: str | Unset = UNSET
    item_id: str | Unset = UNSET
    output_index: int | Unset = UNSET
    content_index: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "delta"))
    _CONSTANTS = {"type": "response.output_audio.delta"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "delta": self.delta,
                "event_id": self.event_id,
                "response_id": self.response_id,
                "item_id": self.item_id,
                "output_index": self.output_index,
                "content_index": self.content_index,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            delta=rest.pop("delta", UNSET),
            event_id=rest.pop("event_id", UNSET),
            response_id=rest.pop("response_id", UNSET),
            item_id=rest.pop("item_id", UNSET),
            output_index=rest.pop("output_index", UNSET),
            content_index=rest.pop("content_index", UNSET),
        )
        result.additional_properties = rest
        return result
