from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, File, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.clone_language import CloneLanguage
    from ..models.voice_pool import VoicePool


@_define(eq=False, repr=False)
class VoiceCloneRequest(Model):
    """A recording and what to call the voice made from it.

    Attributes:
        display_name: Name for people, 1 to 500 characters.
        file: The recording, MP3, WAV, WebM or MP4; at most 5 MB, 5 to 15 seconds. Give it a
            file name.
        description: What the voice is like.
        accent: Accent of the voice.
        tags: Labels in one text, separated by commas.
        language: Language of the recording, one that `lightning_v3.1` speaks, or `auto`.
        model: A model's voices, in the hyphenated spelling.
    """

    display_name: str
    file: File
    description: str | Unset = UNSET
    accent: str | Unset = UNSET
    tags: str | Unset = UNSET
    language: CloneLanguage | Unset = UNSET
    model: VoicePool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("displayName", "file"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "displayName": self.display_name,
                "file": self.file,
                "description": self.description,
                "accent": self.accent,
                "tags": self.tags,
                "language": self.language,
                "model": self.model,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            display_name=rest.pop("displayName", UNSET),
            file=rest.pop("file", UNSET),
            description=rest.pop("description", UNSET),
            accent=rest.pop("accent", UNSET),
            tags=rest.pop("tags", UNSET),
            language=rest.pop("language", UNSET),
            model=rest.pop("model", UNSET),
        )
        result.additional_properties = rest
        return result
