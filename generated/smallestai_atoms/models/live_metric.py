from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.token_counts import TokenCounts


@_define(eq=False, repr=False)
class LiveMetric(Model):
    """A figure of one part.

    Attributes:
        processor: The part.
        model: Its model.
        value: The figure; for a language model, tokens.
    """

    processor: str | Unset = UNSET
    model: str | None | Unset = UNSET
    value: float | TokenCounts | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "processor": self.processor,
                "model": self.model,
                "value": self.value,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            processor=rest.pop("processor", UNSET),
            model=rest.pop("model", UNSET),
            value=model(lambda: models.TokenCounts)(rest.pop("value", UNSET)),
        )
        result.additional_properties = rest
        return result
