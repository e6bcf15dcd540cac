from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class SttFinalize(Model):
    """End of a turn. One final transcript follows, empty if nothing was pending; the socket stays
    open.

    Attributes:
        type_: Kind of frame.
    """

    type_: Literal["finalize"] = "finalize"
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "finalize"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "type": self.type_})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(type_=rest.pop("type", UNSET))
        result.additional_properties = rest
        return result
