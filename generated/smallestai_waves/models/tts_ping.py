from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object

if TYPE_CHECKING:
    from ..models.tts_ping_type import TtsPingType


@_define(eq=False, repr=False)
class TtsPing(Model):
    """Keep-alive frame. It restarts the idle clock and is answered by TtsPong.

    Attributes:
        type_: `ping`, or one of its other spellings.
    """

    type_: TtsPingType
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))

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
