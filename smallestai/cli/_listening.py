"""What `transcribe --live` listens to, and what it shows meanwhile."""

import os
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from math import inf

import typer

from smallestai.cli import _output
from smallestai.errors import ArgumentError

_RAW_RATE = 16_000
_BLOCK = 3_200
_LONGEST_HEAD = 65_536
_STDIN = "standard input"


@contextmanager
def interims_shown() -> Iterator[Callable[[str], object]]:
    """Show the text that is not settled yet, on a terminal only."""
    if not _output.is_terminal(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status("listening") as status:
        yield lambda text: status.update(escape(text))


def blocks_of(source: str | None, rate: int | None) -> tuple[Iterator[bytes] | None, int]:
    """Return blocks of PCM16 mono and their rate; None for the microphone."""
    if source is None:
        return None, rate or _RAW_RATE
    if source.lower().startswith(("http://", "https://")):
        raise typer.BadParameter("cannot be sent piece by piece", param_hint="--live")
    if source == "-":
        if sys.stdin is None or sys.stdin.isatty():
            raise typer.BadParameter("pipe samples into it", param_hint=_STDIN)
        return _piped(lambda: os.read(sys.stdin.fileno(), _BLOCK), rate)
    return _file(source)


def _file(path: str) -> tuple[Iterator[bytes], int]:
    from smallestai._resample import Resampler, read_wav
    from smallestai.waves._stt_catalogue import SAMPLE_RATES

    pcm, own, channels = read_wav(path)
    rate = own if own in SAMPLE_RATES else _RAW_RATE
    resampler = Resampler(own, rate, channels=channels)
    pcm = resampler.feed(pcm) + resampler.end()
    if not pcm:
        raise ArgumentError("source", path, "is empty: there is nothing to transcribe")
    return (pcm[at : at + _BLOCK] for at in range(0, len(pcm), _BLOCK)), rate


def _piped(read: Callable[[], bytes], rate: int | None) -> tuple[Iterator[bytes], int]:
    """Return samples from a pipe as they come: of a 16-bit mono WAV, or without a header."""
    head = b""
    while len(head) < 12 and (more := read()):
        head += more
    if not head:
        raise typer.BadParameter("is empty: there is nothing to transcribe", param_hint=_STDIN)
    if head[:4] == b"RIFF":
        if rate is not None:
            raise typer.BadParameter("a WAV tells its own", param_hint="--sample-rate")
        while len(head) < _samples_at(head) and len(head) < _LONGEST_HEAD and (more := read()):
            head += more
        head, rate = _without_header(head)
    # Halves of samples are no matter: the stream takes audio cut anywhere.
    return chain([head], iter(read, b"")), rate or _RAW_RATE


def _samples_at(head: bytes) -> float:
    """Return where the samples of a WAV begin; infinite where that is not in sight yet."""
    data = head.find(b"data", 12)
    return inf if data < 0 else data + 8


def _without_header(head: bytes) -> tuple[bytes, int]:
    form, samples = head.find(b"fmt ", 12), _samples_at(head)
    if form >= 0 and form + 24 < samples <= len(head):
        tag, channels, rate, bits = struct.unpack_from("<HHI6xH", head, form + 8)
        if (channels, bits) == (1, 16) and tag in (1, 0xFFFE):
            return head[int(samples) :], rate
    message = "only a WAV of 16-bit mono samples can be sent as it comes: save it first"
    raise typer.BadParameter(message, param_hint=_STDIN)
