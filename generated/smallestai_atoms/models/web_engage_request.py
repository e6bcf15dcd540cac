from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.web_engage_account import WebEngageAccount


@_define(eq=False, repr=False)
class WebEngageRequest(Model):
    """The accounts to connect with.

    Attributes:
        integration_sets: The accounts, at least one.
    """

    integration_sets: list[WebEngageAccount]
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("integrationSets",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "integrationSets": self.integration_sets})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            integration_sets=list_of(model(lambda: models.WebEngageAccount))(
                rest.pop("integrationSets", UNSET)
            )
        )
        result.additional_properties = rest
        return result
