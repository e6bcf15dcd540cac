from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json


@_define(eq=False, repr=False)
class ClientTool(Model):
    """A function that the client runs for the agent.

    Attributes:
        name: Name the model calls it by.
        type_: Always function.
        description: What it does and when to use it, for the model.
        parameters: JSON Schema of its arguments.
        timeout_ms: Milliseconds the agent waits for the result, held to 1000 to 60000; 15000
            when absent.
        expects_response: Whether the agent waits for a result; true when absent.
    """

    name: str
    type_: Literal["function"] | Unset = UNSET
    description: str | Unset = UNSET
    parameters: Json | Unset = UNSET
    timeout_ms: int | Unset = UNSET
    expects_response: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("name",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "name": self.name,
                "type": self.type_,
                "description": self.description,
                "parameters": self.parameters,
                "timeout_ms": self.timeout_ms,
                "expectsResponse": self.expects_response,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            name=rest.pop("name", UNSET),
            type_=rest.pop("type", UNSET),
            description=rest.pop("description", UNSET),
            parameters=model(lambda: models.Json)(rest.pop("parameters", UNSET)),
            timeout_ms=rest.pop("timeout_ms", UNSET),
            expects_response=rest.pop("expectsResponse", UNSET),
        )
        result.additional_properties = rest
        return result
