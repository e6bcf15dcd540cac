from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class ResponseVariable(Model):
    """One variable filled from an HTTP answer.

    Attributes:
        variable_name: Name of the variable.
        json_path: JSONPath of its value in the answer.
    """

    variable_name: str
    json_path: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("variableName", "jsonPath"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "variableName": self.variable_name,
                "jsonPath": self.json_path,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            variable_name=rest.pop("variableName", UNSET), json_path=rest.pop("jsonPath", UNSET)
        )
        result.additional_properties = rest
        return result
