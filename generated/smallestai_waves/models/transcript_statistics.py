from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class TranscriptStatistics(Model):
    """Figures about the recording and its processing.

    Attributes:
        duration: Length of the recording in seconds.
        processing_time_ms: Time spent on it in milliseconds. `pulse-pro` only.
        rtfx: How many times faster than real time it was processed. `pulse-pro` only.
        num_chunks: Pieces it was cut into. `pulse-pro` only.
        file_size: Size of the recording in bytes.
        filename: Name of the file, when a URL was given.
    """

    duration: float | Unset = UNSET
    processing_time_ms: float | Unset = UNSET
    rtfx: float | Unset = UNSET
    num_chunks: float | Unset = UNSET
    file_size: float | Unset = UNSET
    filename: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "duration": self.duration,
                "processing_time_ms": self.processing_time_ms,
                "rtfx": self.rtfx,
                "num_chunks": self.num_chunks,
                "fileSize": self.file_size,
                "filename": self.filename,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            duration=rest.pop("duration", UNSET),
            processing_time_ms=rest.pop("processing_time_ms", UNSET),
            rtfx=rest.pop("rtfx", UNSET),
            num_chunks=rest.pop("num_chunks", UNSET),
            file_size=rest.pop("fileSize", UNSET),
            filename=rest.pop("filename", UNSET),
        )
        result.additional_properties = rest
        return result
