from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.hydra_error_detail import HydraErrorDetail


@_define(eq=False, repr=False)
class HydraErrorFrame(Model):
    """An error. It ends the session only if the server closes the socket after it.

    Attributes:
        type_: Kind of frame.
        error: An error and what caused it.
        event_id: The server's id of this frame.
    """

    error: HydraErrorDetail
    type_: Literal["error"] = "error"
    event_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "error"))
    _CONSTANTS = {"type": "error"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "error": self.error,
                "event_id": self.event_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            error=model(lambda: models.HydraErrorDetail)(rest.pop("error", UNSET)),
            event_id=rest.pop("event_id", UNSET),
        )
        result.additional_properties = rest
        return result
