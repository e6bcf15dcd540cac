from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.string_map import StringMap


@_define(eq=False, repr=False)
class UpdateWebhookRequest(Model):
    """The changes to a webhook; what is left out stays as it is.

    Attributes:
        endpoint: URL that takes the events with POST.
        description: What the webhook is for.
        headers: Headers to send with each event, at most 10 of at most 1024 characters. Some
            names are reserved.
    """

    endpoint: str | Unset = UNSET
    description: str | Unset = UNSET
    headers: StringMap | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "endpoint": self.endpoint,
                "description": self.description,
                "headers": self.headers,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            endpoint=rest.pop("endpoint", UNSET),
            description=rest.pop("description", UNSET),
            headers=model(lambda: models.StringMap)(rest.pop("headers", UNSET)),
        )
        result.additional_properties = rest
        return result
