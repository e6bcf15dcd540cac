from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class WebhookIdResponse(Model):
    """Envelope of id of the webhook.

    Attributes:
        status: True on success.
        data: Id of the webhook.
    """

    status: bool | Unset = UNSET
    data: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "status": self.status, "data": self.data})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(status=rest.pop("status", UNSET), data=rest.pop("data", UNSET))
        result.additional_properties = rest
        return result
