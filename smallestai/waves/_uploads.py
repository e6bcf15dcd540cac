"""Recordings to be uploaded: what they are, seen from their own bytes, before anything is sent."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from smallestai._mp3 import mp3_seconds
from smallestai.errors import ArgumentError

Progress = Callable[[int, int], object]
RecordingFile = str | os.PathLike[str] | bytes | BinaryIO

MOST_BYTES = 5 * 1024 * 1024
SHORTEST, LONGEST = 5.0, 15.0
MOST_CHANNELS = 2
_SLACK = 0.1  # encoders add some silence at both ends: the service decides at the border

# Media type and the end of a file name.
_KINDS = {
    "WAV": ("audio/wav", "wav"),
    "MP3": ("audio/mpeg", "mp3"),
    "WebM": ("audio/webm", "webm"),
    "MP4": ("audio/mp4", "mp4"),
}
_EBML = b"\x1a\x45\xdf\xa3"
_WEBM_INFO = b"\x15\x49\xa9\x66"
_WEBM_DURATION = b"\x44\x89"
_WEBM_SCALE = b"\x2a\xd7\xb1"
_NEARBY = 1024
_NANOSECONDS = 1e9
_USUAL_SCALE = 1_000_000


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording that may be sent.

    Attributes:
        data: The file.
        name: Its name.
        kind: ``WAV``, ``MP3``, ``WebM`` or ``MP4``.
        seconds: Its length; None where the file does not tell it.
        channels: How many it has; None where the file does not tell it simply.
    """

    data: bytes
    name: str
    kind: str
    seconds: float | None
    channels: int | None

    @property
    def media_type(self) -> str:
        """What it is, in MIME's words."""
        return _KINDS[self.kind][0]

    def opened(self, progress: Progress | None = None) -> BinaryIO:
        """Return it as a file that tells of each piece it gives."""
        return BytesIO(self.data) if progress is None else _Told(self.data, progress)


class _Told(BytesIO):
    """A file that tells how much of it has been read. It begins again when it is sent again."""

    def __init__(self, data: bytes, progress: Progress) -> None:
        super().__init__(data)
        self._progress = progress
        self._total = len(data)

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        if piece:
            self._progress(self.tell(), self._total)
        return piece


def recording_of(file: RecordingFile) -> Recording:
    """Read a file and look at it.

    Args:
        file: A path, the bytes of a file, or a file open for reading bytes.

    Raises:
        ArgumentError: It cannot be read, or is not what cloning takes: WAV, MP3, WebM or MP4, at
            most 5 MB, 5 to 15 seconds, mono or stereo.
    """
    data, name = _read(file)
    shown = name or "bytes"
    if not data:
        raise ArgumentError("file", shown, "is empty")
    if len(data) > MOST_BYTES:
        remedy = "is larger than 5 MB; cut it to 15 seconds, or save it as MP3"
        raise ArgumentError("file", shown, remedy)
    kind = _kind_of(data)
    if kind is None:
        raise ArgumentError("file", shown, f"is none of {', '.join(_KINDS)}: convert it to one")
    seconds, channels = _LOOKS[kind](data)
    _check(shown, seconds, channels)
    return Recording(data, name or f"recording.{_KINDS[kind][1]}", kind, seconds, channels)


def _check(shown: str, seconds: float | None, channels: int | None) -> None:
    if seconds is not None and not SHORTEST - _SLACK <= seconds <= LONGEST + _SLACK:
        remedy = "record more" if seconds < SHORTEST else "cut it"
        span = f"{SHORTEST:g} to {LONGEST:g} seconds"
        raise ArgumentError("file", shown, f"lasts {seconds:.1f} s and must last {span}: {remedy}")
    if channels is not None and not 1 <= channels <= MOST_CHANNELS:
        remedy = f"has {channels} channels and must be mono or stereo: mix it down"
        raise ArgumentError("file", shown, remedy)


def _read(file: RecordingFile) -> tuple[bytes, str]:
    """Return no more than what shows that it is too much, and a name."""
    if isinstance(file, bytes | bytearray | memoryview):
        return bytes(file), ""
    if isinstance(file, str | os.PathLike):
        path = Path(file)
        try:
            with path.open("rb") as opened:
                return opened.read(MOST_BYTES + 1), path.name
        except (OSError, ValueError) as error:  # a path with a NUL is a ValueError
            remedy = f"cannot be read: {getattr(error, 'strerror', None) or error}"
            raise ArgumentError("file", os.fspath(file), remedy) from error
    if not hasattr(file, "read"):
        raise ArgumentError("file", file, "must be a path, bytes, or a file open for reading")
    data = file.read(MOST_BYTES + 1)
    if not isinstance(data, bytes):
        raise ArgumentError("file", type(file), "must be opened for reading bytes: mode 'rb'")
    name = getattr(file, "name", "")
    return data, Path(name).name if isinstance(name, str) else ""


def _kind_of(data: bytes) -> str | None:
    if data[:4] in (b"RIFF", b"RF64") and data[8:12] == b"WAVE":
        return "WAV"
    if data[:4] == _EBML:
        return "WebM"
    if data[4:8] == b"ftyp":
        return "MP4"
    starts = data[:3] == b"ID3" or (data[0] == 0xFF and data[1:2] >= b"\xe0")
    return "MP3" if starts and mp3_seconds(data) > 0 else None


def _look_at_wav(data: bytes) -> tuple[float | None, int | None]:
    """Walk the chunks; a size beyond the end is what a writer put that could not seek."""
    at, rate, channels = 12, 0, None
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8
        if name == b"fmt " and at + 12 <= len(data):
            channels, rate = struct.unpack_from("<2xHxxxxI", data, at)
        elif name == b"data":
            return (min(size, len(data) - at) / rate if rate else None), channels
        at += size + size % 2
    return None, channels


def _look_at_mp3(data: bytes) -> tuple[float | None, int | None]:
    return mp3_seconds(data), None


def _look_at_mp4(data: bytes) -> tuple[float | None, int | None]:
    """Read the movie header (ISO/IEC 14496-12, 8.2.2); one in fragments has no length there."""
    at = data.find(b"mvhd")
    wide = at >= 0 and data[at + 4 : at + 5] == b"\1"
    form, skip = (">IQ", 24) if wide else (">II", 16)
    if at < 0 or at + skip + struct.calcsize(form) > len(data):
        return None, None
    scale, length = struct.unpack_from(form, data, at + skip)
    return (length / scale if scale and length else None), None


def _look_at_webm(data: bytes) -> tuple[float | None, int | None]:
    """Read the segment's information (RFC 9559, 5.1.2); one recorded live has no length there."""
    start = data.find(_WEBM_INFO)
    info = data[start : start + _NEARBY] if start >= 0 else b""
    length = _element(info, _WEBM_DURATION)
    if len(length) not in (4, 8):
        return None, None
    (ticks,) = struct.unpack(">f" if len(length) == 4 else ">d", length)
    scale = int.from_bytes(_element(info, _WEBM_SCALE), "big") or _USUAL_SCALE
    return (ticks * scale / _NANOSECONDS or None), None


def _element(info: bytes, name: bytes) -> bytes:
    """Return the content of a short EBML element; empty where it is not there."""
    at = info.find(name) + len(name)
    size = info[at] & 0x7F if at >= len(name) and at < len(info) and info[at] & 0x80 else 0
    return info[at + 1 : at + 1 + size]


_LOOKS: dict[str, Callable[[bytes], tuple[float | None, int | None]]] = {
    "WAV": _look_at_wav,
    "MP3": _look_at_mp3,
    "WebM": _look_at_webm,
    "MP4": _look_at_mp4,
}
