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
class HydraToolset(Model):
    """The new list of tools. Any other field is an error.

    Attributes:
        tools: Functions the model may call from now on.
    """

    tools: list[HydraTool] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "tools": self.tools})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(tools=list_of(model(lambda: models.HydraTool))(rest.pop("tools", UNSET)))
        result.additional_properties = rest
        return result
