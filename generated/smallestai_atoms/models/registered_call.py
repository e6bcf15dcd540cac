from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class RegisteredCall(Model):
    """A token for one session on the agent socket.

    Attributes:
        access_token: The token; works once.
        expires_in: Seconds until it no longer works; 30.
        sample_rate: Rate (Hz) of the agent's audio.
        input_audio_format: Encoding and rate of the user's audio.
        output_audio_format: Encoding and rate of the agent's audio.
    """

    access_token: str | Unset = _field(default=UNSET, repr=False)
    expires_in: int | Unset = UNSET
    sample_rate: int | Unset = UNSET
    input_audio_format: str | Unset = UNSET
    output_audio_format: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "access_token": self.access_token,
                "expires_in": self.expires_in,
                "sample_rate": self.sample_rate,
                "input_audio_format": self.input_audio_format,
                "output_audio_format": self.output_audio_format,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            access_token=rest.pop("access_token", UNSET),
            expires_in=rest.pop("expires_in", UNSET),
            sample_rate=rest.pop("sample_rate", UNSET),
            input_audio_format=rest.pop("input_audio_format", UNSET),
            output_audio_format=rest.pop("output_audio_format", UNSET),
        )
        result.additional_properties = rest
        return result
