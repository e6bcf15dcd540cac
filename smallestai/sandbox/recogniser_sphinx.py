"""Speech that the sandbox did not make: PocketSphinx, from the extra `smallestai[asr]`.

It knows English only, and clear speech best. Without the extra such speech stays unrecognised.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Any

from .timing import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE_RATE = 16000

_FRAMES_PER_SECOND = 100
_VARIANT = re.compile(r"\(\d+\)$")
_turn = Lock()  # one decoder, since its model is large


@cache
def is_installed() -> bool:
    """Return whether there is a recogniser for speech that the sandbox did not make."""
    return find_spec("pocketsphinx") is not None


def transcribe(pcm: bytes) -> list[Word]:
    """Return the words in 16-bit mono PCM at 16000 Hz, in lower case; it takes a while.

    Raises:
        ModuleNotFoundError: PocketSphinx is not installed.
    """
    with _turn:
        decoder = _decoder()
        decoder.start_utt()
        decoder.process_raw(pcm, full_utt=True)
        decoder.end_utt()
        return list(_words(decoder.seg() or ()))


@cache
def _decoder() -> Any:
    from pocketsphinx import Decoder  # type: ignore[import-untyped]

    return Decoder(samprate=SAMPLE_RATE, loglevel="FATAL")


def _words(segments: Any) -> Iterator[Word]:
    index = 0
    for segment in segments:
        text = _VARIANT.sub("", segment.word)
        if text.startswith(("<", "[", "+")):  # silence and noise
            continue
        start = segment.start_frame / _FRAMES_PER_SECOND
        yield Word(index, text, start, (segment.end_frame + 1) / _FRAMES_PER_SECOND)
        index += 1
