from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class CompleteUploadRequest(Model):
    """The file that has been uploaded.

    Attributes:
        file_name: Name of the file.
        content_type: Media type of the file.
        knowledge_base_id: Id of the knowledge base.
        key: Key of the file in the store, as get_upload_url gave it.
        file_size: Size of the file in bytes, at least 1.
    """

    file_name: str
    content_type: str
    knowledge_base_id: str
    key: str
    file_size: int
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("fileName", "contentType", "knowledgeBaseId", "key", "fileSize"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "fileName": self.file_name,
                "contentType": self.content_type,
                "knowledgeBaseId": self.knowledge_base_id,
                "key": self.key,
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
            knowledge_base_id=rest.pop("knowledgeBaseId", UNSET),
            key=rest.pop("key", UNSET),
            file_size=rest.pop("fileSize", UNSET),
        )
        result.additional_properties = rest
        return result
