from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class ChatFunctionCall(Model):
    """A function and its arguments.

    Attributes:
        name: Name of the function.
        arguments: Its arguments as JSON.
    """

    name: str
    arguments: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("name", "arguments"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "name": self.name, "arguments": self.arguments}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(name=rest.pop("name", UNSET), arguments=rest.pop("arguments", UNSET))
        result.additional_properties = rest
        return result
