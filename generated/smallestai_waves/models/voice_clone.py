from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.clone_sample import CloneSample
    from ..models.clone_status import CloneStatus
    from ..models.model_record import ModelRecord


@_define(eq=False, repr=False)
class VoiceClone(Model):
    """A clone just made.

    Attributes:
        voice_id: Id to pass as `voice_id`.
        display_name: Name for people.
        model: The model the clone is for, as its name or as a record.
        status: How far the clone is.
        language: Language as a lower-case English name.
        audio_file_names: Names of the recordings, as stored.
        created_at: When it was made.
        organization_id: Id of the organisation that owns it.
        samples: Sentences spoken with the new voice.
    """

    voice_id: str | Unset = UNSET
    display_name: str | Unset = UNSET
    model: str | ModelRecord | Unset = UNSET
    status: CloneStatus | Unset = UNSET
    language: str | Unset = UNSET
    audio_file_names: list[str] | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    organization_id: str | Unset = UNSET
    samples: list[CloneSample] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "voiceId": self.voice_id,
                "displayName": self.display_name,
                "model": self.model,
                "status": self.status,
                "language": self.language,
                "audioFileNames": self.audio_file_names,
                "createdAt": self.created_at,
                "organizationId": self.organization_id,
                "samples": self.samples,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            voice_id=rest.pop("voiceId", UNSET),
            display_name=rest.pop("displayName", UNSET),
            model=model(lambda: models.ModelRecord)(rest.pop("model", UNSET)),
            status=rest.pop("status", UNSET),
            language=rest.pop("language", UNSET),
            audio_file_names=rest.pop("audioFileNames", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            organization_id=rest.pop("organizationId", UNSET),
            samples=list_of(model(lambda: models.CloneSample))(rest.pop("samples", UNSET)),
        )
        result.additional_properties = rest
        return result
