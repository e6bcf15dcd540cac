"""The speech engine: text in, PCM and word times out, while they are made.

Speech is real: eSpeak NG reads the text in its language, at the wanted speed and pitch. A text is
spoken in pieces of a sentence or two, and pieces of several requests take turns, so a long text
does not keep a short one waiting. The next piece is begun when the last one has been taken.
"""

from __future__ import annotations

import asyncio
import math
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, suppress
from threading import Event
from typing import TYPE_CHECKING

import numpy as np
import soxr
from attrs import evolve, frozen

from ._espeak import Library, Manner, Mark, library
from .segments import pieces
from .timing import Word, WordClock
from .wording import engine_language, language_of, number_runs, wording

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator, Mapping

    from .voices import VoiceProfile

PIECE = 240
"""The most characters spoken in one go."""

_SLOWEST, _FASTEST = 80, 450
# The engine shortens pauses as well, so that speech at twice the words a minute is more than
# twice as fast. With this exponent the length is right to a few hundredths (measured, 0.5 to 2).
_RATE_EXPONENT = 0.87


@frozen
class Speech:
    """What is to be said, and how.

    Attributes:
        text: What to say, verbatim.
        profile: The voice.
        language: A language code; None or "auto" goes by the script of the text.
        number_language: What numbers are read in; None for the language of the text.
        speed: 0.5 to 2; 1 is the voice's own.
        sample_rate: The rate of the audio, in hertz.
        words: Whether word times are wanted.
        math_notation: Whether signs between digits are read as words.
        respellings: Words and how they are spelled for the engine.
    """

    text: str
    profile: VoiceProfile
    language: str | None = None
    number_language: str | None = None
    speed: float = 1.0
    sample_rate: int = 44100
    words: bool = False
    math_notation: bool = False
    respellings: Mapping[str, str] | None = None


class Engine:
    """Speaks for one server, in a thread of its own."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="smallestai-sandbox-voice")
        self._library: Library | None = None

    def close(self) -> None:
        """End the thread; closing again does nothing."""
        self._worker.shutdown(cancel_futures=True)

    def warm_up(self) -> None:
        """Load the library in the engine's thread, so that the first request need not wait."""
        self._worker.submit(library)

    async def speak(self, speech: Speech, chunk_bytes: int) -> AsyncGenerator[bytes | Word]:
        """Yield 16-bit little-endian mono PCM and, if wanted, the words, in the order of the audio.

        A word comes before the chunk in which it begins. Closing the generator ends the speech.

        Args:
            speech: What is to be said.
            chunk_bytes: The size of each chunk but the last, an even number.
        """
        if self._library is None:
            loop = asyncio.get_running_loop()
            self._library = await loop.run_in_executor(self._worker, library)
        track = _Track(speech, chunk_bytes, self._library.sample_rate)
        text = track.wording.text
        for position, piece in pieces(text, PIECE):
            for at, run, manner in _runs(speech, piece):
                async with aclosing(self._sound(run, manner)) as sound:
                    async for pcm, marks in sound:
                        for item in track.take(pcm, marks, position + at):
                            yield item
                track.next_piece()
        for item in track.finish():
            yield item

    async def _sound(self, text: str, manner: Manner) -> AsyncGenerator[tuple[bytes, list[Mark]]]:
        loop = asyncio.get_running_loop()
        made: asyncio.Queue[tuple[bytes, list[Mark]] | None] = asyncio.Queue()
        stop = Event()

        def sink(pcm: bytes, marks: list[Mark]) -> bool:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(made.put_nowait, (pcm, marks))
            return not stop.is_set()

        job = loop.run_in_executor(self._worker, lambda: library().speak(text, manner, sink))
        job.add_done_callback(lambda _: made.put_nowait(None))
        try:
            while (item := await made.get()) is not None:
                yield item
            await job
        finally:
            stop.set()


class _Track:
    """One speech on its way out: resampled, cut into chunks, words put between them."""

    def __init__(self, speech: Speech, chunk_bytes: int, native_rate: int) -> None:
        code = _code(speech, speech.text)
        math_language = code if speech.math_notation else None
        self.wording = wording(
            speech.text, respellings=speech.respellings, math_language=math_language
        )
        self._native = native_rate
        self._resampler = Resampler(self._native, speech.sample_rate)
        self._clock = WordClock(speech.text)
        self._wants_words = speech.words
        self._words: list[Word] = []
        self._pcm = bytearray()
        self._chunk_bytes = chunk_bytes
        self._bytes_per_second = 2 * speech.sample_rate
        self._sent = 0
        self._spoken = 0  # native samples, of the pieces before this one and of this one
        self._before = 0

    def take(self, pcm: bytes, marks: list[Mark], position: int) -> list[bytes | Word]:
        """Take what the engine made of the piece at a position; return what may be sent."""
        self._spoken += len(pcm) // 2
        self._pcm += self._resampler.feed(pcm)
        if not self._wants_words:
            return self._ready()
        for mark in marks:
            self._mark(mark, position)
        return self._ready(self._clock.settled)

    def next_piece(self) -> None:
        """Begin the next piece, or a part of it; its marks count from the end of the last one."""
        self._before = self._spoken

    def finish(self) -> list[bytes | Word]:
        """Return what is left."""
        self._pcm += self._resampler.finish()
        if self._wants_words:
            self._words += self._clock.finish(self._spoken / self._native)
        return [*self._ready(), *self._chunk(len(self._pcm)), *self._words]

    def _mark(self, mark: Mark, position: int) -> None:
        seconds = mark.seconds + self._before / self._native
        written = self.wording.origin(mark.position + position)
        self._words += self._clock.mark(evolve(mark, position=written, seconds=seconds))

    def _ready(self, settled: float = math.inf) -> list[bytes | Word]:
        """Return the full chunks before a time, up to which all words are known."""
        items: list[bytes | Word] = []
        while len(self._pcm) >= self._chunk_bytes and self._end(self._chunk_bytes) <= settled:
            items += self._chunk(self._chunk_bytes)
        return items

    def _chunk(self, size: int) -> list[bytes | Word]:
        """Take a chunk, after the words that begin in it."""
        if not size:
            return []
        end = self._end(size)
        begun = [word for word in self._words if word.start < end]
        del self._words[: len(begun)]
        chunk = bytes(self._pcm[:size])
        del self._pcm[:size]
        self._sent += size
        return [*begun, chunk]

    def _end(self, size: int) -> float:
        return (self._sent + size) / self._bytes_per_second


class Resampler:
    """Changes the rate of 16-bit mono PCM as it comes; the result does not depend on the pieces.

    Args:
        source: The rate of what is fed, in hertz.
        target: The rate of what comes out.
    """

    def __init__(self, source: int, target: int) -> None:
        # Single precision, since the 16-bit mode of soxr adds noise (dither) to its result.
        self._stream = soxr.ResampleStream(source, target, 1, dtype="float32")

    def feed(self, pcm: bytes) -> bytes:
        """Take samples; return those that are done."""
        return self._resample(pcm, last=False)

    def finish(self) -> bytes:
        """Return the rest."""
        return self._resample(b"", last=True)

    def _resample(self, pcm: bytes, *, last: bool) -> bytes:
        samples = np.frombuffer(pcm, "<i2").astype(np.float32)
        resampled = self._stream.resample_chunk(samples, last=last)
        return bytes(np.clip(np.rint(resampled), -32768, 32767).astype("<i2"))


def _runs(speech: Speech, piece: str) -> Iterator[tuple[int, str, Manner]]:
    """Yield the parts of a piece that are read in one language, their positions and manners."""
    usual = _manner(speech, _code(speech, piece))
    runs = number_runs(piece)
    if speech.number_language is None or not any(is_number for _, _, is_number in runs):
        yield 0, piece, usual
        return
    numbers = _manner(speech, speech.number_language)
    for at, run, is_number in runs:
        manner = numbers if is_number else usual
        yield at, run, evolve(manner, pause=at == runs[-1][0])


def _manner(speech: Speech, code: str) -> Manner:
    profile = speech.profile
    rate = round(profile.rate * speech.speed**_RATE_EXPONENT)
    return Manner(
        language=engine_language(code, profile.accent),
        variant=profile.variant,
        pitch=profile.pitch,
        words_per_minute=min(max(rate, _SLOWEST), _FASTEST),
    )


def _code(speech: Speech, text: str) -> str:
    if speech.language is None or speech.language == "auto":
        return language_of(text, speech.profile.language)
    return speech.language
