"""Files that are written beside their place and take it when they are whole."""

from __future__ import annotations

import os
import secrets
import stat
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Beside:
    """A file that is not in its place yet; every method raises what the system does.

    Args:
        path: Its place. What is there is replaced, and what it may be read by stays; a link is
            followed.

    Attributes:
        file: Open for writing bytes.
    """

    def __init__(self, path: Path) -> None:
        self._target = path.resolve() if path.is_symlink() else path
        self._path = self._target.with_name(f".{self._target.name}.{secrets.token_hex(4)}.part")
        self.file: IO[bytes] = self._path.open("xb")
        try:
            if self._target.exists():  # a file that others must not read stays one
                self._path.chmod(stat.S_IMODE(self._target.stat().st_mode))
        except BaseException:
            self.discard()
            raise

    def commit(self) -> None:
        """Put the file in its place."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self._path.replace(self._target)

    def discard(self) -> None:
        """Leave nothing behind; after `commit` there is nothing to leave."""
        self.file.close()
        self._path.unlink(missing_ok=True)
