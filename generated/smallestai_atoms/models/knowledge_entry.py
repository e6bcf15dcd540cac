from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.json import Json
    from ..models.knowledge_entry_item_type import KnowledgeEntryItemType
    from ..models.processing_status import ProcessingStatus


@_define(eq=False, repr=False)
class KnowledgeEntry(Model):
    """A file or a text in a knowledge base.

    Attributes:
        id: Id of the file or text.
        item_type: Whether it is a file or a text.
        metadata: Further particulars.
        knowledge_base_id: Id of the knowledge base.
        processing_status: How far something has been read.
        file_name: Name of the file.
        content_type: Media type of the file.
        size: Size of the file in bytes.
        key: Key of the file in the store.
        title: Heading of the text.
        content: The text.
        created_at: When it was added.
        updated_at: When it was last changed.
    """

    id: str | Unset = UNSET
    item_type: KnowledgeEntryItemType | Unset = UNSET
    metadata: Json | None | Unset = UNSET
    knowledge_base_id: str | Unset = UNSET
    processing_status: ProcessingStatus | Unset = UNSET
    file_name: str | Unset = UNSET
    content_type: str | Unset = UNSET
    size: float | Unset = UNSET
    key: str | Unset = UNSET
    title: str | Unset = UNSET
    content: str | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "itemType": self.item_type,
                "metadata": self.metadata,
                "knowledgeBaseId": self.knowledge_base_id,
                "processingStatus": self.processing_status,
                "fileName": self.file_name,
                "contentType": self.content_type,
                "size": self.size,
                "key": self.key,
                "title": self.title,
                "content": self.content,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            item_type=rest.pop("itemType", UNSET),
            metadata=model(lambda: models.Json)(rest.pop("metadata", UNSET)),
            knowledge_base_id=rest.pop("knowledgeBaseId", UNSET),
            processing_status=rest.pop("processingStatus", UNSET),
            file_name=rest.pop("fileName", UNSET),
            content_type=rest.pop("contentType", UNSET),
            size=rest.pop("size", UNSET),
            key=rest.pop("key", UNSET),
            title=rest.pop("title", UNSET),
            content=rest.pop("content", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
