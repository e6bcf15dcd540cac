"""Where speech goes: a file, standard output, the loudspeaker; and in which form."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from smallestai.cli import _output
from smallestai.cli._options import Format
from smallestai.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smallestai.audio import Audio, AudioFormat

_SUFFIXES = {
    ".pcm": Format.PCM,
    ".raw": Format.PCM,
    ".wav": Format.WAV,
    ".mp3": Format.MP3,
    ".ulaw": Format.ULAW,
    ".alaw": Format.ALAW,
}
# Forms that are not made here: a file must not say that it is one.
_NEVER = {".aac", ".aiff", ".flac", ".m4a", ".mp4", ".oga", ".ogg", ".opus", ".webm", ".wma"}
# The length that a WAV states whose end is not known yet.
_OPEN_LENGTH = 0x7FFFFFFF


@dataclass
class Target:
    """What becomes of the audio.

    Args:
        path: The file to write, None for none.
        to_stdout: Whether it goes to standard output.
        form: The form it is written in.
        play: Whether it is played as it arrives.
    """

    path: Path | None
    to_stdout: bool
    form: Format
    play: bool
    written: int = 0

    @classmethod
    def of(cls, output: str | None, form: Format | None, play: bool, as_json: bool) -> Target:
        """Return the target that the options describe.

        Raises:
            typer.BadParameter: The options contradict each other.
            OutputError: There is no place for the file; found before anything is asked for.
        """
        if output == "":
            raise typer.BadParameter("must name a file", param_hint="-o")
        to_stdout = output == "-"
        path = None if to_stdout or output is None else Path(output)
        if form is None:
            form = _SUFFIXES.get(path.suffix.lower(), Format.WAV) if path else Format.WAV
        if output is None and not play:
            path = Path(f"out.{form.value}")
        target = cls(path, to_stdout, form, play)
        target._check(as_json)
        return target

    @property
    def wire_format(self) -> str:
        """What to ask the service for; a WAV is made here, the same over every transport."""
        return "pcm" if self.form is Format.WAV else self.form.value

    @contextmanager
    def loudspeaker(self, form: AudioFormat) -> Iterator[Callable[[bytes], object]]:
        """Open the loudspeaker, if it is to be played, and wait at the end until all is heard.

        Yields:
            What to call with samples.

        Raises:
            ConfigurationError: The extra ``audio`` or a sound device is missing.
        """
        if not self.play:
            yield lambda _: None
            return
        from smallestai._player import Player

        with Player(form) as player:
            yield player.write

    def take(self, chunk: bytes, form: AudioFormat) -> None:
        """Pass a piece on at once, where standard output is read as it comes."""
        if not self.to_stdout or _stdout_is_file():
            return
        if not self.written and self.form is Format.WAV:
            from smallestai.audio import wav_header

            self._write(wav_header(form, _OPEN_LENGTH))
        self._write(chunk)

    def finish(self, audio: Audio) -> None:
        """Write what is left to write."""
        if self.path is not None:
            from smallestai.audio import write_file

            data = self._contained(audio)
            write_file(self.path, data)
            self.written = len(data)
        elif self.to_stdout and not self.written:
            self._write(self._contained(audio))

    def _contained(self, audio: Audio) -> bytes:
        is_wav = self.path is not None and self.path.suffix.lower() == ".wav"
        return audio.wav() if is_wav or self.form is Format.WAV else audio.data

    def _write(self, data: bytes) -> None:
        _output.write(data)
        self.written += len(data)

    def _check(self, as_json: bool) -> None:
        if self.to_stdout and as_json:
            raise typer.BadParameter("cannot share standard output with -o -", param_hint="--json")
        if self.to_stdout and _output.is_terminal(sys.stdout):
            raise typer.BadParameter("a terminal cannot show audio: redirect it", param_hint="-o -")
        if self.play and self.form not in (Format.PCM, Format.WAV):
            raise typer.BadParameter(f"{self.form} cannot be played", param_hint="--play")
        if self.path is not None:
            self._check_path(self.path)

    def _check_path(self, path: Path) -> None:
        ending = path.suffix.lower()
        # In a .wav everything but MP3 gets a header; MP3 alone has one of its own.
        is_mixed = ending in (".wav", ".mp3") and (ending == ".mp3") != (self.form is Format.MP3)
        if is_mixed or ending in _NEVER:
            message = f"{self.form} does not go into a {ending}: name the file .{self.form}"
            raise typer.BadParameter(message, param_hint=str(path))
        check_place(path)


def check_place(path: Path) -> None:
    """Look whether a file can be written, before anything is asked for.

    Raises:
        OutputError: There is no place for it.
    """
    mode = _mode_of(path)
    folder = (path.resolve() if path.is_symlink() else path).parent
    if mode is not None and stat.S_ISDIR(mode):
        raise OutputError(path, "it is a folder")
    if not folder.is_dir():
        raise OutputError(path, f"there is no folder {folder}")
    # A file is written beside its place and renamed; a device or a pipe is written to.
    places = [] if mode is None else [path]
    if mode is None or stat.S_ISREG(mode):
        places.append(folder)
    if not all(os.access(place, os.W_OK) for place in places):
        raise OutputError(path, "permission denied")


def _mode_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:  # a name that is too long, for one
        raise OutputError(path, error.strerror or str(error)) from error


def _stdout_is_file() -> bool:
    if sys.stdout is None:
        return False
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except OSError:
        return False
