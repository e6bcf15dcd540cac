from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class TtsSseChunk(Model):
    """Data of an `audio` event. Older servers send `audio` alone. Test the value of `done`, not
    its presence.

    Attributes:
        audio: Base64 of headerless 16-bit PCM.
        done: Always false here.
        status: "206", a string.
    """

    audio: str
    done: bool | Unset = UNSET
    status: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("audio",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "audio": self.audio,
                "done": self.done,
                "status": self.status,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            audio=rest.pop("audio", UNSET),
            done=rest.pop("done", UNSET),
            status=rest.pop("status", UNSET),
        )
        result.additional_properties = rest
        return result
