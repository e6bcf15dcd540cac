from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class TtsAudio(Model):
    """Audio of a chunk frame.

    Attributes:
        audio: Base64 of headerless 16-bit little-endian mono PCM at the requested rate.
    """

    audio: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("audio",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "audio": self.audio})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(audio=rest.pop("audio", UNSET))
        result.additional_properties = rest
        return result
