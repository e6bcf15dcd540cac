from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.ledger import Ledger


@_define(eq=False, repr=False)
class LedgerResponse(Model):
    """Envelope of a page of movements.

    Attributes:
        success: True on success.
        data: One page of movements of credits.
    """

    success: bool | Unset = UNSET
    data: Ledger | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "success": self.success, "data": self.data}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            success=rest.pop("success", UNSET),
            data=model(lambda: models.Ledger)(rest.pop("data", UNSET)),
        )
        result.additional_properties = rest
        return result
