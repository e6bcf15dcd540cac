from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json


@_define(eq=False, repr=False)
class DiffChange(Model):
    """A setting that differs.

    Attributes:
        path: Where the setting is.
        old_value: Its value in the first state.
        new_value: Its value in the second state.
    """

    path: str | Unset = UNSET
    old_value: str | float | bool | Json | list[Any] | None | Unset = UNSET
    new_value: str | float | bool | Json | list[Any] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "path": self.path,
                "oldValue": self.old_value,
                "newValue": self.new_value,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            path=rest.pop("path", UNSET),
            old_value=model(lambda: models.Json)(rest.pop("oldValue", UNSET)),
            new_value=model(lambda: models.Json)(rest.pop("newValue", UNSET)),
        )
        result.additional_properties = rest
        return result
