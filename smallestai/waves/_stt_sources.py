"""Where a recording comes from: a file, bytes, an open file, an address. None is read whole."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from smallestai.audio import Audio, AudioFormat, wav_header
from smallestai.errors import ArgumentError
from smallestai.waves import _stt_catalogue as catalogue
from smallestai.waves._stt_request import check_public

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smallestai.waves._stt_request import RecordingRequest

BLOCK = 65_536

_HEAD = 64
_CONTAINERS = "WAV, MP3, FLAC, Ogg, M4A/MP4, WebM, AAC, AIFF, AU, CAF, AMR or WMA"


class Recording:
    """Bytes to be sent, read a block at a time; threads may share it.

    Args:
        file: An open binary file, from where it stands.
        name: What messages call it.
        owned: Whether it is to be closed with this.

    Raises:
        ArgumentError: It is empty, larger than the service takes, or no binary file.
    """

    def __init__(self, file: IO[bytes], name: str, *, owned: bool) -> None:
        self.name = name
        self.header = b""
        self.size: int | None = None
        self._file = file
        self._owned = owned
        self._lock = threading.Lock()
        self._base = 0
        self._ahead = b""
        with self._reading():
            self.is_rewindable = _is_seekable(file)
            if self.is_rewindable:
                self._base = file.tell()
                self.size = file.seek(0, os.SEEK_END) - self._base
            self.head = self._first()
        if not self.head:
            raise ArgumentError("source", name, "is empty: there is nothing to transcribe")

    def wrap(self, header: bytes) -> None:
        """Put a header before the bytes."""
        self.header = header
        if self.size is not None:
            self.size += len(header)

    def read(self, at: int, length: int) -> bytes:
        """Return bytes from a place on, fewer at the end."""
        before = self.header[at : at + length]
        if len(before) == length:
            return before
        place = max(at - len(self.header), 0)
        with self._lock, self._reading():
            self._file.seek(self._base + place)
            return before + self._file.read(length - len(before))

    def blocks(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Iterate the bytes between two places.

        Raises:
            ArgumentError: The file has become shorter, or cannot be read.
        """
        if self.size is None:
            yield from self._once()
            return
        at, end = start, self.size if end is None else end
        while at < end:
            block = self.read(at, min(BLOCK, end - at))
            if not block:
                raise ArgumentError("source", self.name, "became shorter while it was sent")
            at += len(block)
            yield block

    def close(self) -> None:
        """Close the file, if it was opened here."""
        if self._owned:
            self._file.close()

    def _first(self) -> bytes:
        if self.is_rewindable:
            self._file.seek(self._base)
            return _checked(self._file.read(_HEAD), self.name)
        while len(self._ahead) < _HEAD and (
            more := _checked(self._file.read(_HEAD - len(self._ahead)), self.name)
        ):
            self._ahead += more
        return self._ahead

    def _once(self) -> Iterator[bytes]:
        block, sent = self._ahead, 0
        while block:
            sent += len(block)
            check_size(self.name, sent)
            yield block
            with self._reading():
                block = self._file.read(BLOCK)

    def _reading(self) -> _Reading:
        return _Reading(self.name)


class _Reading:
    """Turns what the system says of a file into an error of ours."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, OSError | ValueError) and not isinstance(error, ArgumentError):
            what = getattr(error, "strerror", None) or str(error)
            raise ArgumentError("source", self._name, f"cannot be read: {what}") from error


def open_source(source: Any, request: RecordingRequest) -> Recording | str:
    """Return the recording that a source means, or its address, checked.

    Raises:
        ArgumentError: It cannot be read or sent, or is no audio.
    """
    if isinstance(source, str) and source.lower().startswith(("http://", "https://")):
        return _remote(source, request)
    recording = _opened(source)
    try:
        _check_kind(recording, request)
    except BaseException:
        recording.close()
        raise
    return recording


def check_size(name: str, size: int) -> None:
    """Refuse more than the service takes in one piece."""
    if size > catalogue.MAX_BYTES:
        remedy = (
            f"holds {size / 2**20:.0f} MB and the service takes 250: convert it to 16-bit PCM WAV, "
            "which is sent in parts, or to a smaller format such as MP3"
        )
        raise ArgumentError("source", name, remedy)


def container_of(head: bytes) -> str | None:
    """Return the kind of a file by its first bytes, None where it is no audio that is known."""
    if head[:4] in (b"RIFF", b"RF64") and head[8:12] == b"WAVE":
        return "wav"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[4:8] == b"ftyp":
        return "mp4"
    if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
        return "aiff"
    return _frame_kind(head)


_MAGIC = (
    (b"ID3", "mp3"),
    (b"fLaC", "flac"),
    (b"OggS", "ogg"),
    (b"\x1aE\xdf\xa3", "webm"),
    (b".snd", "au"),
    (b"caff", "caf"),
    (b"#!AMR", "amr"),
    (b"0&\xb2u\x8ef\xcf\x11", "wma"),
)


def _frame_kind(head: bytes) -> str | None:
    """Tell MPEG audio without a container by its first frame (ISO 11172-3, 13818-7)."""
    if len(head) < 4 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0:
        return "aac"
    bitrate, rate = head[2] >> 4, head[2] >> 2 & 3
    is_frame = head[1] & 0xE0 == 0xE0 and head[1] & 0x18 != 0x08 and head[1] & 0x06
    return "mp3" if is_frame and 0 < bitrate < 15 and rate < 3 else None


def _remote(url: str, request: RecordingRequest) -> str:
    if request.model != catalogue.PULSE:
        raise ArgumentError("model", request.model, "takes no address; use 'pulse', or send a file")
    if request.encoding is not None:
        raise ArgumentError("encoding", request.encoding, "is for samples that are sent")
    return url if request.allow_private_urls else check_public("source", url)


def _opened(source: Any) -> Recording:
    if isinstance(source, Audio):
        is_mp3 = source.format.encoding == "mp3"
        source = source.data if is_mp3 else source.wav()
    if isinstance(source, bytes | bytearray | memoryview):
        return Recording(io.BytesIO(source), f"{len(source)} bytes", owned=True)
    if isinstance(source, str | os.PathLike):
        return _file(Path(source))
    if callable(getattr(source, "read", None)):
        name = getattr(source, "name", None)
        return Recording(source, str(name or type(source).__name__), owned=False)
    remedy = "must be a path, bytes, a file opened in binary mode, Audio, or an http(s) address"
    raise ArgumentError("source", type(source).__name__, remedy)


def _file(path: Path) -> Recording:
    if not _exists(path):
        raise ArgumentError("source", str(path), "there is no such file")
    if path.is_dir():
        raise ArgumentError("source", str(path), "is a folder, not a recording")
    try:
        file = path.open("rb")
    except OSError as error:
        raise ArgumentError("source", str(path), f"cannot be read: {error.strerror}") from error
    try:
        return Recording(file, str(path), owned=True)
    except BaseException:
        file.close()
        raise


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long to be one
        return False


def _check_kind(recording: Recording, request: RecordingRequest) -> None:
    kind = container_of(recording.head)
    if request.encoding is None:
        if kind is None:
            remedy = (
                f"is no audio file that is known ({_CONTAINERS}); for samples without a header "
                "pass encoding= and sample_rate="
            )
            raise ArgumentError("source", recording.name, remedy)
        return
    if kind == "wav":
        raise ArgumentError("encoding", request.encoding, "is not for a WAV, which tells its own")
    if recording.size is None:
        remedy = "needs a source whose length is known: a file, or bytes"
        raise ArgumentError("encoding", request.encoding, remedy)
    form = AudioFormat(catalogue.RAW_ENCODINGS[request.encoding], request.sample_rate or 0)
    recording.wrap(wav_header(form, recording.size))


def _is_seekable(file: Any) -> bool:
    seekable = getattr(file, "seekable", None)
    return bool(seekable and seekable())


def _checked(block: Any, name: str) -> bytes:
    if not isinstance(block, bytes):
        raise ArgumentError("source", name, "must be opened in binary mode: open(path, 'rb')")
    return block
