from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, File, Model, wire_object


@_define(eq=False, repr=False)
class UploadMediaRequest(Model):
    """A file for a knowledge base, as a form.

    Attributes:
        media: The file.
    """

    media: File
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("media",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "media": self.media})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(media=rest.pop("media", UNSET))
        result.additional_properties = rest
        return result
