from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_error_detail import ChatErrorDetail


@_define(eq=False, repr=False)
class ChatError(Model):
    """Error of chat completions.

    Attributes:
        error: An error, its kind and the request it belongs to.
    """

    error: ChatErrorDetail | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "error": self.error})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(error=model(lambda: models.ChatErrorDetail)(rest.pop("error", UNSET)))
        result.additional_properties = rest
        return result
