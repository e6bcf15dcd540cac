"""Files on their way: read from disk as they are sent, written beside and renamed as they come."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

from smallestai._beside import Beside
from smallestai.audio import check_path
from smallestai.errors import ArgumentError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smallestai_atoms.types import File

Progress = Callable[[int, int], object]
Source = str | os.PathLike[str] | bytes | IO[bytes]

PIECE = 65_536


class Upload:
    """A file that is sent, piece by piece, and tells how far it is.

    Attributes:
        name: Its name.
        content_type: Its media type.
        size: How many bytes it has.
    """

    def __init__(
        self, file: BinaryIO, name: str, content_type: str, progress: Progress | None
    ) -> None:
        self.name = name
        self.content_type = content_type
        self.size = file.seek(0, os.SEEK_END)
        self._file = file
        self._progress = progress

    def read(self, size: int = -1) -> bytes:
        """Return the next piece, and tell of it."""
        piece = self._file.read(size)
        if piece and self._progress is not None:
            self._progress(self._file.tell(), self.size)
        return piece

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._file.tell()

    def seekable(self) -> bool:
        """Tell that it can be sent again."""
        return True

    def as_part(self) -> File:
        """Return it as a part of a form."""
        from smallestai_atoms.types import File

        return File(cast("BinaryIO", self), self.name, self.content_type)


@contextmanager
def opened(
    argument: str,
    file: Source | File,
    *,
    name: str | None = None,
    content_type: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Upload]:
    """Open what is to be sent, and close it afterwards unless it was open before.

    Raises:
        ArgumentError: It cannot be read, is empty, or cannot be read twice.
    """
    if hasattr(file, "payload"):  # a File of the generated client: it names itself
        given = cast("Any", file)
        name, content_type = name or given.file_name, content_type or given.mime_type
        file = given.payload
    source, found, is_ours = _readable(argument, file)
    try:
        named = name or found or "file"
        if not isinstance(named, str):
            raise ArgumentError("name", named, "must be a file name")
        kind = content_type or guess_type(named)[0] or "application/octet-stream"
        upload = Upload(source, named, kind, progress)
        if not upload.size:
            raise ArgumentError(argument, named, "is empty")
        upload.seek(0)
        yield upload
    finally:
        if is_ours:
            source.close()


def read(argument: str, file: Source) -> tuple[bytes, str]:
    """Return the whole of a file, and its name."""
    with opened(argument, file, name=None if _has_name(file) else "bytes") as upload:
        return upload.read(), upload.name


def _has_name(file: Any) -> bool:
    return isinstance(file, str | os.PathLike) or hasattr(file, "name")


def _readable(argument: str, file: Any) -> tuple[BinaryIO, str | None, bool]:
    if isinstance(file, bytes | bytearray | memoryview):
        return io.BytesIO(file), None, True
    if isinstance(file, str | os.PathLike):
        path = Path(file)
        try:
            return path.open("rb"), path.name, True
        except (OSError, ValueError) as error:
            remedy = f"cannot be read: {getattr(error, 'strerror', None) or error}"
            raise ArgumentError(argument, os.fspath(file), remedy) from error
    if not hasattr(file, "read") or isinstance(file, io.TextIOBase):
        remedy = "must be a path, bytes, or a file open for reading bytes"
        raise ArgumentError(argument, file, remedy)
    if getattr(file, "closed", False):
        raise ArgumentError(argument, file, "is closed: open it, or give its path")
    if not file.seekable():
        remedy = "must be a file that can be read again from its start: not a pipe"
        raise ArgumentError(argument, file, remedy)
    name = getattr(file, "name", None)
    return file, Path(name).name if isinstance(name, str) else None, False


class Download:
    """A file that is written beside its place and takes it when it is whole.

    Args:
        path: Where it goes; what is there is replaced.

    Raises:
        ArgumentError: It is no path.
        OutputError: It cannot be written.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = check_path(path)
        self.size = 0
        with self._faults():
            if self.path.is_dir():
                raise IsADirectoryError("it is a folder")
            self._beside = Beside(self.path)

    def write(self, piece: bytes) -> None:
        """Append a piece."""
        with self._faults():
            self._beside.file.write(piece)
        self.size += len(piece)

    def commit(self) -> Path:
        """Put the file in its place."""
        with self._faults():
            self._beside.commit()
        return self.path

    def discard(self) -> None:
        """Leave nothing behind; after `commit` there is nothing to leave."""
        self._beside.discard()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as error:  # a path with a NUL is a ValueError
            raise OutputError(self.path, getattr(error, "strerror", None) or str(error)) from error


@contextmanager
def download(path: str | os.PathLike[str]) -> Iterator[Download]:
    """Write a file beside its place; it is there only if nothing raises within."""
    file = Download(path)
    try:
        yield file
        file.commit()
    finally:
        file.discard()
