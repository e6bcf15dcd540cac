from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.widget_config import WidgetConfig


@_define(eq=False, repr=False)
class UpdateWidgetRequest(Model):
    """The changes to an agent's widget.

    Attributes:
        widget_config: Look and behaviour of the agent's widget for web pages.
    """

    widget_config: WidgetConfig | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "widgetConfig": self.widget_config})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            widget_config=model(lambda: models.WidgetConfig)(rest.pop("widgetConfig", UNSET))
        )
        result.additional_properties = rest
        return result
