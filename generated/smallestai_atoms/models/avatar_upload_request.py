from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class AvatarUploadRequest(Model):
    """The picture that is going to be uploaded.

    Attributes:
        file_name: Name of the file.
        content_type: Media type of the file.
        file_size: Size of the file in bytes.
    """

    file_name: str
    content_type: str
    file_size: float
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("fileName", "contentType", "fileSize"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "fileName": self.file_name,
                "contentType": self.content_type,
                "fileSize": self.file_size,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            file_name=rest.pop("fileName", UNSET),
            content_type=rest.pop("contentType", UNSET),
            file_size=rest.pop("fileSize", UNSET),
        )
        result.additional_properties = rest
        return result
