from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.clone_status import CloneStatus
    from ..models.voice_clone_entry_cloning_type import VoiceCloneEntryCloningType


@_define(eq=False, repr=False)
class VoiceCloneEntry(Model):
    """A clone in the list.

    Attributes:
        id: Id of the record.
        voice_id: Id to pass as `voice_id`.
        display_name: Name for people.
        description: What the voice is like.
        accent: Accent of the voice.
        tags: Labels.
        language: Language of the recording.
        status: How far the clone is.
        cloning_type: How it was made.
        model_ids: Ids of the models that can speak with it.
        created_at: When it was made.
    """

    id: str | Unset = UNSET
    voice_id: str | Unset = UNSET
    display_name: str | Unset = UNSET
    description: str | Unset = UNSET
    accent: str | Unset = UNSET
    tags: list[str] | Unset = UNSET
    language: str | Unset = UNSET
    status: CloneStatus | Unset = UNSET
    cloning_type: VoiceCloneEntryCloningType | Unset = UNSET
    model_ids: list[str] | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "voiceId": self.voice_id,
                "displayName": self.display_name,
                "description": self.description,
                "accent": self.accent,
                "tags": self.tags,
                "language": self.language,
                "status": self.status,
                "cloningType": self.cloning_type,
                "modelIds": self.model_ids,
                "createdAt": self.created_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            voice_id=rest.pop("voiceId", UNSET),
            display_name=rest.pop("displayName", UNSET),
            description=rest.pop("description", UNSET),
            accent=rest.pop("accent", UNSET),
            tags=rest.pop("tags", UNSET),
            language=rest.pop("language", UNSET),
            status=rest.pop("status", UNSET),
            cloning_type=rest.pop("cloningType", UNSET),
            model_ids=rest.pop("modelIds", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
        )
        result.additional_properties = rest
        return result
