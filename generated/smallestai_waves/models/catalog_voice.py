from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.voice_traits import VoiceTraits


@_define(eq=False, repr=False)
class CatalogVoice(Model):
    """A voice in the listing of all models.

    Attributes:
        id: Id of the record.
        voice_id: Id to pass as `voice_id`.
        display_name: Name for people.
        description: What the voice is like.
        audio_preview: URL of a sample.
        tags: What is known about a voice. The listing of all models fills fewer of these.
    """

    id: str | Unset = UNSET
    voice_id: str | Unset = UNSET
    display_name: str | Unset = UNSET
    description: str | Unset = UNSET
    audio_preview: str | Unset = UNSET
    tags: VoiceTraits | Unset = UNSET
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
                "audioPreview": self.audio_preview,
                "tags": self.tags,
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
            audio_preview=rest.pop("audioPreview", UNSET),
            tags=model(lambda: models.VoiceTraits)(rest.pop("tags", UNSET)),
        )
        result.additional_properties = rest
        return result
