from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_tool import HydraTool


@_define(eq=False, repr=False)
class HydraSessionState(Model):
    """Settings of a session.

    Attributes:
        instructions: What the model is to do.
        voice: Voice in use.
        tools: Functions the model may call.
        generate_initial_response: Whether the model speaks first.
        output_audio_format: `pcm16`.
        output_audio_sample_rate: Samples per second of the model's speech; 48000 when absent.
            `hydra-v1.1` says 24000.
    """

    instructions: str | Unset = UNSET
    voice: str | Unset = UNSET
    tools: list[HydraTool] | Unset = UNSET
    generate_initial_response: bool | Unset = UNSET
    output_audio_format: str | Unset = UNSET
    output_audio_sample_rate: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "instructions": self.instructions,
                "voice": self.voice,
                "tools": self.tools,
                "generate_initial_response": self.generate_initial_response,
                "output_audio_format": self.output_audio_format,
                "output_audio_sample_rate": self.output_audio_sample_rate,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            instructions=rest.pop("instructions", UNSET),
            voice=rest.pop("voice", UNSET),
            tools=list_of(model(lambda: models.HydraTool))(rest.pop("tools", UNSET)),
            generate_initial_response=rest.pop("generate_initial_response", UNSET),
            output_audio_format=rest.pop("output_audio_format", UNSET),
            output_audio_sample_rate=rest.pop("output_audio_sample_rate", UNSET),
        )
        result.additional_properties = rest
        return result
