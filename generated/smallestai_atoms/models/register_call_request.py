from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.call_variables import CallVariables
    from ..models.input_audio_format import InputAudioFormat
    from ..models.output_audio_format import OutputAudioFormat
    from ..models.register_call_request_mode import RegisterCallRequestMode


@_define(eq=False, repr=False)
class RegisterCallRequest(Model):
    """What the session on the agent socket is to be like.

    Attributes:
        agent_id: Id of the agent, 24 hexadecimal digits.
        mode: Whether the agent speaks (webcall, also when left out) or writes (chat).
        variables: Values for the variables in the agent's prompt and messages.
        input_audio_format: Encoding and rate (Hz) of the user's audio; pcm_24000 when left out.
            PCM is 16 bits, little-endian, mono.
        output_audio_format: Rate (Hz) of the agent's audio, 16-bit little-endian mono;
            pcm_24000 when left out. pcm_44100 needs a Lightning 3.1 voice.
        sample_rate: Rate (Hz) of the agent's audio; output_audio_format replaces it and must
            agree with it. 48000 is refused.
    """

    agent_id: str
    mode: RegisterCallRequestMode | Unset = UNSET
    variables: CallVariables | Unset = UNSET
    input_audio_format: InputAudioFormat | Unset = UNSET
    output_audio_format: OutputAudioFormat | Unset = UNSET
    sample_rate: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("agent_id",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agent_id": self.agent_id,
                "mode": self.mode,
                "variables": self.variables,
                "input_audio_format": self.input_audio_format,
                "output_audio_format": self.output_audio_format,
                "sample_rate": self.sample_rate,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            agent_id=rest.pop("agent_id", UNSET),
            mode=rest.pop("mode", UNSET),
            variables=model(lambda: models.CallVariables)(rest.pop("variables", UNSET)),
            input_audio_format=rest.pop("input_audio_format", UNSET),
            output_audio_format=rest.pop("output_audio_format", UNSET),
            sample_rate=rest.pop("sample_rate", UNSET),
        )
        result.additional_properties = rest
        return result
