from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_query_model import HydraQueryModel


@_define(eq=False, repr=False)
class HydraQuery(Model):
    """Query of the speech-to-speech socket.

    Attributes:
        model: Version of the model; `hydra` is an older name of `hydra-v1.0`.
    """

    model: HydraQueryModel
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("model",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "model": self.model})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(model=rest.pop("model", UNSET))
        result.additional_properties = rest
        return result
