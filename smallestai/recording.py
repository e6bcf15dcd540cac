"""Recording samples into a WAV that can be read at any time, also after the process has died."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from smallestai.audio import AudioFormat, SampleAligner, check_path, wav_header
from smallestai.errors import ArgumentError, LocalProtocolError, OutputError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from io import FileIO
    from types import TracebackType


# A length has 32 bits, and what follows the first one counts into it: the rest of the header, the
# samples and a padding byte (RIFF).
_LARGEST = 0xFFFFFFFF
_STEP = 0.5  # seconds of audio that are written without their length


class WavRecorder:
    """Writes samples into a WAV as they come.

    The header tells the true length after every write, at the latest after every half second of
    audio: whenever the process dies, what was written until then is a whole file. Any thread may
    write or close.

        with WavRecorder("call.wav", stream.format) as recorder:
            for chunk in stream:
                recorder.write(chunk)

    Args:
        path: Where to write. The parent folder must exist; a file that is there is replaced.
        format: The format of the samples: ``pcm``, ``ulaw`` or ``alaw``.

    Raises:
        ArgumentError: The format is one that brings its own container.
        OutputError: The file cannot be written.
    """

    def __init__(self, path: str | os.PathLike[str], format: AudioFormat) -> None:  # noqa: A002
        if not isinstance(format, AudioFormat):
            raise ArgumentError("format", format, "must be an AudioFormat, such as stream.format")
        frame = format.frame_size
        if format.encoding == "wav" or frame is None:
            raise ArgumentError(
                "format", format.encoding, "has a container of its own; ask for 'pcm'"
            )
        self.path = check_path(path)
        self.format = format
        self._aligner = SampleAligner(frame)
        self._step = max(int(format.sample_rate * _STEP), 1) * frame
        self._lock = threading.Lock()
        self._header = len(wav_header(format, 0))
        self._size = 0
        self._file = self._opened()
        try:
            self._append(b"")
        except OutputError:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        state = "closed" if self._file.closed else "open"
        return f"<WavRecorder {state}, {str(self.path)!r}, {self.seconds:.2f} s>"

    @property
    def seconds(self) -> float:
        """How much has been recorded."""
        return self.format.seconds(self._size)

    def write(self, chunk: bytes) -> None:
        """Add samples, cut anywhere: half a sample waits for its other half.

        Raises:
            OutputError: The file cannot be written, or would be longer than a WAV can be (4 GiB);
                what was written before stays a whole file.
            LocalProtocolError: The recorder is closed.
        """
        with self._lock:
            if self._file.closed:
                raise LocalProtocolError("the recorder is closed: make another one")
            samples = self._aligner.feed(chunk)
            self._check_room(len(samples))
            for at in range(0, len(samples), self._step):
                self._append(samples[at : at + self._step])

    def close(self) -> None:
        """End the file. Half a sample that still waits is dropped. Does nothing the second time.

        Raises:
            OutputError: The file cannot be written.
        """
        with self._lock, self._reported():
            self._file.close()

    def _opened(self) -> FileIO:
        with self._reported():
            if self.path.is_fifo():  # opening one waits for a reader
                raise OutputError(self.path, "a pipe cannot be written twice in one place")
            file = self.path.open("wb", buffering=0)
        if not file.seekable():
            file.close()
            raise OutputError(self.path, "it cannot be written twice in one place")
        return file

    def _check_room(self, size: int) -> None:
        longest = (_LARGEST + 8 - self._header) // 2 * 2
        if self._size + size > longest:
            raise OutputError(
                self.path,
                f"{size} more bytes would not fit into a WAV, which ends at 4 GiB",
                hint="Go on in another file",
            )

    def _append(self, samples: bytes) -> None:
        size = self._size + len(samples)
        padding = b"\0" * (size % 2)  # chunks have even lengths; overwritten by the next samples
        with self._reported():
            self._put(self._header + self._size, samples + padding)
            self._put(0, wav_header(self.format, size))
        self._size = size

    def _put(self, place: int, data: bytes) -> None:
        self._file.seek(place)
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except OutputError:
            raise
        except OSError as error:
            raise OutputError(self.path, error.strerror or str(error)) from error
