"""Audio as bytes with a format beside them: lengths, WAV containers, saving and playing.

Formats are those of the speech API (``output_format`` of `synthesizeSpeech`): headerless signed
16-bit little-endian PCM, WAV, MP3, and the two 8-bit companded forms of ITU-T G.711.
"""

from __future__ import annotations

import os
import stat
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from smallestai._beside import Beside
from smallestai._mp3 import mp3_seconds
from smallestai.errors import ArgumentError, OutputError, RemoteProtocolError

Encoding = Literal["pcm", "wav", "mp3", "ulaw", "alaw"]

_SAMPLE_WIDTH = {"pcm": 2, "wav": 2, "ulaw": 1, "alaw": 1}
# WAVE format tags: 1 is PCM, 6 A-law, 7 mu-law (RFC 2361).
_FORMAT_TAG = {"pcm": 1, "alaw": 6, "ulaw": 7}
_TAG_ENCODING = {tag: encoding for encoding, tag in _FORMAT_TAG.items()}
# What writers that cannot seek put where a length is due.
_UNKNOWN_LENGTHS = frozenset({0, 0x7FFFFFFF, 0xFFFFFFFF})


@dataclass(frozen=True, slots=True)
class AudioFormat:
    """How bytes of audio are to be read.

    Args:
        encoding: ``pcm`` (signed 16-bit little-endian), ``wav``, ``mp3``, ``ulaw`` or ``alaw``.
        sample_rate: Samples per second and channel.
        channels: 1 for all speech of the service.
    """

    encoding: Encoding
    sample_rate: int
    channels: int = 1

    @property
    def frame_size(self) -> int | None:
        """Bytes of one sample over all channels; None for MP3, which has no such thing."""
        width = _SAMPLE_WIDTH.get(self.encoding)
        return None if width is None else width * self.channels

    def seconds(self, length: int) -> float:
        """Return how long ``length`` bytes of headerless samples last, in seconds."""
        if self.frame_size is None:
            raise ArgumentError("encoding", self.encoding, "has no fixed bytes per second")
        return length / (self.frame_size * self.sample_rate)


@dataclass(frozen=True, slots=True)
class Audio:
    """A finished piece of audio.

    Args:
        data: The bytes as the service sent them, container included where there is one.
        format: How to read them.
        request_id: The service's id of the request, for support; None when it sent none.
    """

    data: bytes
    format: AudioFormat
    request_id: str | None = None

    def __bytes__(self) -> bytes:
        return self.data

    def __len__(self) -> int:
        return len(self.data)

    def __repr__(self) -> str:
        form = self.format
        return f"<Audio {form.encoding} {form.sample_rate} Hz, {self.duration:.2f} s>"

    @property
    def sample_rate(self) -> int:
        """Samples per second."""
        return self.format.sample_rate

    @property
    def duration(self) -> float:
        """Length in seconds, counted from the samples (for MP3: from its frames)."""
        if self.format.encoding == "mp3":
            return mp3_seconds(self.data)
        if self.format.encoding == "wav":
            form, samples = read_wav(self.data)
            return form.seconds(len(samples))
        return self.format.seconds(len(self.data))

    def wav(self) -> bytes:
        """Return the audio in a WAV container: PCM, or G.711 with format tag 6 or 7.

        Raises:
            ArgumentError: The audio is MP3, which is no WAV.
        """
        if self.format.encoding == "wav":
            form, samples = read_wav(self.data)
            return wav_header(form, len(samples)) + samples
        if self.format.encoding == "mp3":
            raise ArgumentError("format", "mp3", "cannot be put into a WAV; save() keeps it as MP3")
        return wav_header(self.format, len(self.data)) + self.data

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the audio to a file: MP3 as it is, everything else as WAV.

        The bytes go to a file beside ``path`` that is then renamed, so no reader ever sees half of
        it and a failure leaves what was there before.

        Args:
            path: Where to write. The parent folder must exist.

        Returns:
            The path written.

        Raises:
            OutputError: The file cannot be written; nothing is left behind.
        """
        return write_file(path, self.data if self.format.encoding == "mp3" else self.wav())

    def play(self, *, device: int | str | None = None) -> None:
        """Play through a loudspeaker and return when all has been heard (needs ``[audio]``).

        Args:
            device: The sound device, by its number or a part of its name; None is the default one.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a sound device is missing.
            ArgumentError: The audio is neither PCM nor WAV.
            OutputError: The device has stopped.
        """
        from smallestai._player import Player

        form, samples = self.format, self.data
        if form.encoding == "wav":
            form, samples = read_wav(self.data)
        with Player(form, device) as player:
            player.write(samples)


class SampleAligner:
    """Turns chunks cut anywhere into chunks of whole samples.

    What is left over waits for its other half.
    """

    def __init__(self, frame_size: int) -> None:
        self._size = frame_size
        self.carry = b""

    def feed(self, chunk: bytes) -> bytes:
        """Return the whole samples that are complete now."""
        if self.carry:
            chunk = self.carry + chunk
            self.carry = b""
        odd = len(chunk) % self._size
        if not odd:
            return chunk
        self.carry = chunk[-odd:]
        return chunk[:-odd]


def wav_header(form: AudioFormat, length: int) -> bytes:
    """Return the WAV header for ``length`` bytes of samples.

    PCM takes the classic 44 bytes. G.711 takes the longer form that the format asks of all but PCM:
    an extension size in ``fmt`` and a ``fact`` chunk with the number of samples.
    """
    encoding: Encoding = "pcm" if form.encoding == "wav" else form.encoding
    tag, width = _FORMAT_TAG[encoding], _SAMPLE_WIDTH[encoding]
    frame = width * form.channels
    fmt = struct.pack(
        "<HHIIHH", tag, form.channels, form.sample_rate, form.sample_rate * frame, frame, width * 8
    )
    chunks = _chunk(b"fmt ", fmt)
    if tag != 1:
        chunks = _chunk(b"fmt ", fmt + b"\0\0") + _chunk(
            b"fact", struct.pack("<I", length // frame)
        )
    size = 4 + len(chunks) + 8 + length + length % 2
    return (
        b"RIFF" + struct.pack("<I", size) + b"WAVE" + chunks + b"data" + struct.pack("<I", length)
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body


def read_wav(data: bytes) -> tuple[AudioFormat, bytes]:
    """Take a WAV apart.

    Returns:
        The format of the samples (``pcm``, ``ulaw`` or ``alaw``) and the samples. A length left
        open by a writer that could not seek means everything up to the end.

    Raises:
        RemoteProtocolError: It is no WAV, is cut short, or holds something else than 16-bit PCM or
            G.711.
    """
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise RemoteProtocolError(f"this is no WAV: it starts with {data[:12]!r}")
    form: AudioFormat | None = None
    at = 12
    while at + 8 <= len(data):
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = at + 8
        if name == b"fmt " and length >= 16:
            form = _read_format(data[body : body + 16])
        elif name == b"data" and form is not None:
            return form, _samples(data, body, length)
        at = body + length + length % 2
    raise RemoteProtocolError("the WAV has no samples: it is cut short")


def _read_format(body: bytes) -> AudioFormat:
    if len(body) < 16:
        raise RemoteProtocolError("the WAV is cut short in its header")
    tag, channels, rate, _, _, bits = struct.unpack("<HHIIHH", body)
    encoding = _TAG_ENCODING.get(tag)
    if encoding is None or bits != 8 * _SAMPLE_WIDTH[encoding] or not channels or not rate:
        raise RemoteProtocolError(f"the WAV holds format {tag} with {bits} bits, which is not ours")
    return AudioFormat(encoding, rate, channels)  # type: ignore[arg-type]


def _samples(data: bytes, start: int, length: int) -> bytes:
    there = len(data) - start
    if length in _UNKNOWN_LENGTHS:
        return data[start:]
    if length > there:
        raise RemoteProtocolError(
            f"the WAV is cut short: it promises {length} bytes and has {there}"
        )
    return data[start : start + length]


def write_file(path: str | os.PathLike[str], data: bytes) -> Path:
    """Write ``data`` beside ``path`` and rename it there; a device or pipe is written to directly.

    Raises:
        ArgumentError: It is no path.
        OutputError: It cannot be written; the message names the path and the remedy.
    """
    target = check_path(path)
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode) and not target.is_dir():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except (OSError, ValueError) as error:  # a path with a NUL is a ValueError
        raise OutputError(target, getattr(error, "strerror", None) or str(error)) from error
    return target


def check_path(path: str | os.PathLike[str]) -> Path:
    """Return the path of a file, or raise `ArgumentError`."""
    if not isinstance(path, str | os.PathLike) or not os.fspath(path):
        raise ArgumentError("path", path, "must be the path of a file")
    return Path(path)


def _replace(target: Path, data: bytes) -> None:
    beside = Beside(target)
    try:
        beside.file.write(data)
        beside.commit()
    except BaseException:
        beside.discard()
        raise
