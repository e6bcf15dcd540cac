from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.processing_status import ProcessingStatus


@_define(eq=False, repr=False)
class KnowledgeBase(Model):
    """What an agent can look things up in.

    Attributes:
        id: Id of the knowledge base.
        name: Name of the knowledge base.
        description: What the knowledge base is about.
        organization: Id of the organisation.
        created_by: Id of the user who made it.
        processing_status: How far something has been read.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET
    description: str | None | Unset = UNSET
    organization: str | Unset = UNSET
    created_by: str | Unset = UNSET
    processing_status: ProcessingStatus | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "name": self.name,
                "description": self.description,
                "organization": self.organization,
                "createdBy": self.created_by,
                "processingStatus": self.processing_status,
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
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            organization=rest.pop("organization", UNSET),
            created_by=rest.pop("createdBy", UNSET),
            processing_status=rest.pop("processingStatus", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
