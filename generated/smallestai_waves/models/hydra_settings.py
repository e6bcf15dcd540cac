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
class HydraSettings(Model):
    """How the session shall behave. Every field is optional; unknown ones are ignored.

    Attributes:
        instructions: What the model is to do, in free text.
        voice: Voice of the model's version, for example `maya` with `hydra-v1.1` or `sterling`
            with `hydra-v1.0`; `sterling` when absent.
        tools: Functions the model may call.
        generate_initial_response: Let the model speak first. Off when absent.
    """

    instructions: str | Unset = UNSET
    voice: str | Unset = UNSET
    tools: list[HydraTool] | Unset = UNSET
    generate_initial_response: bool | Unset = UNSET
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
        )
        result.additional_properties = rest
        return result
