from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class VoicemailDetection(Model):
    """What to do when an answering machine picks up.

    Attributes:
        enabled: Whether answering machines are detected; false when left out.
        end_text: What is said before hanging up; at most 200 characters.
    """

    enabled: bool | Unset = UNSET
    end_text: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "enabled": self.enabled, "endText": self.end_text}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(enabled=rest.pop("enabled", UNSET), end_text=rest.pop("endText", UNSET))
        result.additional_properties = rest
        return result
