from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.handoff import Handoff
    from ..models.transfer_option_type import TransferOptionType


@_define(eq=False, repr=False)
class TransferOption(Model):
    """How a call is handed over.

    Attributes:
        type_: With (warm) or without (cold) a word to the one who takes over; cold_transfer
            when left out.
        private_handoff_option: What only the one who takes over hears.
        public_handoff_option: What all hear.
    """

    type_: TransferOptionType | Unset = UNSET
    private_handoff_option: Handoff | None | Unset = UNSET
    public_handoff_option: Handoff | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "privateHandoffOption": self.private_handoff_option,
                "publicHandoffOption": self.public_handoff_option,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            private_handoff_option=model(lambda: models.Handoff)(
                rest.pop("privateHandoffOption", UNSET)
            ),
            public_handoff_option=model(lambda: models.Handoff)(
                rest.pop("publicHandoffOption", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
