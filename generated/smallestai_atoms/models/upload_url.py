from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class UploadUrl(Model):
    """Where to send a file.

    Attributes:
        url: URL that takes the file with PUT.
        key: Key of the file in the store, for complete_upload.
    """

    url: str | Unset = UNSET
    key: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "url": self.url, "key": self.key})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(url=rest.pop("url", UNSET), key=rest.pop("key", UNSET))
        result.additional_properties = rest
        return result
