"""Recordings to be transcribed: WAV files and bare samples, read a second at a time.

What a recording is shows in its first bytes. What is no container is taken for 16-bit mono PCM at
16000 Hz, or for G.711 at 8000 Hz if the content type says so. Compressed containers are read
where ffmpeg is to be found, and refused elsewhere.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, BinaryIO

from attrs import frozen

from .engine import Resampler
from .recogniser_prints import SAMPLE_RATE
from .recordings_ffmpeg import decoded
from .recordings_samples import CODECS, mono

if TYPE_CHECKING:
    from collections.abc import Iterator

_PCM, _FLOAT, _ALAW, _MULAW, _EXTENSIBLE = 1, 3, 6, 7, 0xFFFE
_WAV_CODECS = {
    (_PCM, 8): "unsigned8",
    (_PCM, 16): "linear16",
    (_PCM, 24): "linear24",
    (_PCM, 32): "linear32",
    (_FLOAT, 32): "float32",
    (_FLOAT, 64): "float64",
    (_ALAW, 8): "alaw",
    (_MULAW, 8): "mulaw",
}
_G711 = {
    "audio/basic": "mulaw",
    "audio/pcmu": "mulaw",
    "audio/mulaw": "mulaw",
    "audio/x-mulaw": "mulaw",
    "audio/pcma": "alaw",
    "audio/alaw": "alaw",
    "audio/x-alaw": "alaw",
}
_COMPRESSED = {
    "MP3": (b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2"),
    "FLAC": (b"fLaC",),
    "Ogg": (b"OggS",),
    "WebM": (b"\x1a\x45\xdf\xa3",),
}
_RATES = range(1000, 384001)
_READS = (
    "This sandbox reads WAV, and bare samples: 16-bit mono PCM at 16000 Hz, or mu-law and A-law"
)


class UnreadableError(Exception):
    """A recording that cannot be read; the text says why."""


@frozen
class _Layout:
    """Where the samples of a recording are, and what they are."""

    codec: str
    sample_rate: int
    channels: int = 1
    start: int = 0
    size: int | None = None  # None for all there are


def read(file: BinaryIO, content_type: str = "") -> Iterator[bytes]:
    """Yield a recording as 16-bit mono PCM at 16000 Hz, about a second at a time.

    Args:
        file: The recording; it is read from its start.
        content_type: What the sender calls it; only G.711 is believed.

    Raises:
        UnreadableError: It is empty, broken or compressed; raised when the first part is asked
            for.
    """
    file.seek(0)
    head = file.read(12)
    if not head:
        raise UnreadableError("The recording is empty")
    if compressed := _compressed(head):
        sound = decoded(file, SAMPLE_RATE)
        if sound is None:
            raise UnreadableError(f"{_READS}; {compressed} needs ffmpeg, which is not installed")
        yield from _checked(sound, compressed)
        return
    yield from _resampled(file, _layout(file, head, content_type))


def _checked(sound: Iterator[bytes], name: str) -> Iterator[bytes]:
    try:
        yield from sound
    except ValueError as error:
        raise UnreadableError(f"The {name} recording cannot be decoded") from error


def _compressed(head: bytes) -> str | None:
    if head[4:8] == b"ftyp":
        return "MP4"
    return next((name for name, marks in _COMPRESSED.items() if head.startswith(marks)), None)


def _layout(file: BinaryIO, head: bytes, content_type: str) -> _Layout:
    if head[:4] == b"RIFF" and head[8:] == b"WAVE":
        return _wav_layout(file)
    kind = content_type.partition(";")[0].strip().lower()
    if kind in _G711:
        return _Layout(_G711[kind], 8000)
    return _Layout("linear16", SAMPLE_RATE)


def _wav_layout(file: BinaryIO) -> _Layout:
    form: tuple[str, int, int] | None = None
    file.seek(12)
    while len(header := file.read(8)) == 8:
        name, size = struct.unpack("<4sI", header)
        at = file.tell()
        if name == b"fmt ":
            form = _form(file.read(min(size, 64)))
        elif name == b"data" and form is not None:
            codec, sample_rate, channels = form
            # A writer that could not seek leaves a length that is none.
            size = None if size in (0, 0x7FFFFFFF, 0xFFFFFFFF) else size
            return _Layout(codec, sample_rate, channels, at, size)
        file.seek(at + size + size % 2)
    raise UnreadableError("The WAV file has no samples")


def _form(body: bytes) -> tuple[str, int, int]:
    if len(body) < 16:
        raise UnreadableError("The WAV file is broken")
    tag, channels, sample_rate, _, _, bits = struct.unpack_from("<HHIIHH", body)
    if tag == _EXTENSIBLE and len(body) >= 26:
        tag = struct.unpack_from("<H", body, 24)[0]
    codec = _WAV_CODECS.get((tag, bits))
    if codec is None:
        raise UnreadableError(f"{_READS}; the WAV file holds format {tag} with {bits} bits")
    if sample_rate not in _RATES or not 1 <= channels <= 64:
        raise UnreadableError("The WAV file is broken")
    return codec, sample_rate, channels


def _resampled(file: BinaryIO, layout: _Layout) -> Iterator[bytes]:
    resampler = Resampler(layout.sample_rate, SAMPLE_RATE)
    for block in _blocks(file, layout):
        yield resampler.feed(mono(block, layout.codec, layout.channels))
    yield resampler.finish()


def _blocks(file: BinaryIO, layout: _Layout) -> Iterator[bytes]:
    frame = CODECS[layout.codec] * layout.channels
    left = layout.size
    file.seek(layout.start)
    while left is None or left > 0:
        wanted = frame * layout.sample_rate
        block = file.read(wanted if left is None else min(wanted, left))
        if left is not None:
            left -= len(block)
        if len(block) < frame:
            return
        yield block[: len(block) - len(block) % frame]
