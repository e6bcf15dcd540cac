from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class UsageBreakdown(Model):
    """Credits by part of the platform.

    Attributes:
        platform: Credits used on the platform itself.
        voice_ai: Credits used on agents and their calls.
        voice_models: Credits used on speech models.
    """

    platform: float | Unset = UNSET
    voice_ai: float | Unset = UNSET
    voice_models: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "platform": self.platform,
                "voiceAi": self.voice_ai,
                "voiceModels": self.voice_models,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            platform=rest.pop("platform", UNSET),
            voice_ai=rest.pop("voiceAi", UNSET),
            voice_models=rest.pop("voiceModels", UNSET),
        )
        result.additional_properties = rest
        return result
