"""Compressed recordings, decoded by ffmpeg where it is to be found; nothing depends on it."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator


def decoded(file: BinaryIO, sample_rate: int) -> Iterator[bytes] | None:
    """Return the sound of a recording as it is decoded, or None without ffmpeg.

    Args:
        file: The recording, a real file; it is read from its start.
        sample_rate: The rate of the 16-bit mono PCM that is wanted.

    Raises:
        ValueError: It cannot be decoded; raised while it is read.
    """
    program = _program()
    return None if program is None else _decode(program, file, sample_rate)


def _program() -> str | None:
    if found := shutil.which("ffmpeg"):
        return found
    with suppress(ImportError, RuntimeError):
        return str(import_module("imageio_ffmpeg").get_ffmpeg_exe())
    return None


def _decode(program: str, file: BinaryIO, sample_rate: int) -> Iterator[bytes]:
    file.seek(0)
    form = ("-f", "s16le", "-ac", "1", "-ar", str(sample_rate))
    command = [program, "-v", "quiet", "-nostdin", "-i", "pipe:0", *form, "pipe:1"]
    with subprocess.Popen(  # noqa: S603 - fixed arguments, no shell
        command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        try:
            while block := process.stdout.read(2 * sample_rate):
                yield block
        except BaseException:  # the reader has stopped before the end
            process.kill()
            raise
    if process.returncode:
        raise ValueError("ffmpeg could not decode it")
