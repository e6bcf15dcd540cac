from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.line_reservation import LineReservation


@_define(eq=False, repr=False)
class UpdateReservationsRequest(Model):
    """The lines to set aside.

    Attributes:
        reservations: The lines of each agent, at least one agent.
    """

    reservations: list[LineReservation]
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("reservations",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "reservations": self.reservations})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            reservations=list_of(model(lambda: models.LineReservation))(
                rest.pop("reservations", UNSET)
            )
        )
        result.additional_properties = rest
        return result
