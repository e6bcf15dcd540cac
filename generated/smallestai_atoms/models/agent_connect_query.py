from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.agent_connect_query_mode import AgentConnectQueryMode
    from ..models.agent_connect_query_sample_rate import AgentConnectQuerySampleRate
    from ..models.input_audio_format import InputAudioFormat


@_define(eq=False, repr=False)
class AgentConnectQuery(Model):
    """Query of the agent socket. With a token of register_call only the token and
    input_audio_format count.

    Attributes:
        token: A token of register_call, or an API key where no header can be sent; never both.
        agent_id: Id of the agent; needed with an API key.
        mode: Whether the agent speaks (webcall, also when absent) or writes (chat).
        variables: Values for the agent's variables, as a JSON object.
        sample_rate: Rate (Hz) of the agent's audio; 24000 when absent.
        input_audio_format: Encoding and rate (Hz) of the user's audio; pcm_24000 when left out.
            PCM is 16 bits, little-endian, mono.
    """

    token: str | Unset = _field(default=UNSET, repr=False)
    agent_id: str | Unset = UNSET
    mode: AgentConnectQueryMode | Unset = UNSET
    variables: str | Unset = UNSET
    sample_rate: AgentConnectQuerySampleRate | Unset = UNSET
    input_audio_format: InputAudioFormat | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "token": self.token,
                "agent_id": self.agent_id,
                "mode": self.mode,
                "variables": self.variables,
                "sample_rate": self.sample_rate,
                "input_audio_format": self.input_audio_format,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            token=rest.pop("token", UNSET),
            agent_id=rest.pop("agent_id", UNSET),
            mode=rest.pop("mode", UNSET),
            variables=rest.pop("variables", UNSET),
            sample_rate=rest.pop("sample_rate", UNSET),
            input_audio_format=rest.pop("input_audio_format", UNSET),
        )
        result.additional_properties = rest
        return result
