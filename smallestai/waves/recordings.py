"""Long recordings in parts: where a WAV is cut, and how the transcripts of its parts are joined."""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import ceil
from typing import TYPE_CHECKING, Any

import msgspec

from smallestai.errors import ArgumentError
from smallestai.protocol.transcription_text import joined
from smallestai.waves import _stt_catalogue as catalogue
from smallestai.waves.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smallestai.protocol.transcription_events import TranscriptWord, Utterance
    from smallestai.waves._stt_sources import Recording

PART_SECONDS = 300.0
LONG_SECONDS = 1800.0  # from here on a recording is cut without being asked

_SHORTEST = 5.0
_LONGEST = 3600.0
_WINDOW = 15.0  # seconds before and behind the place where a cut would be even
_FRAME = 0.02  # seconds whose loudness is looked at as one
_PAUSE = 24  # of these: what has to be quiet around a cut, about half a second
_LOOKED_AT = 160  # samples of a frame
_PCM, _EXTENSIBLE = 1, 0xFFFE
_OPEN_ENDED = frozenset({0, 0x7FFFFFFF, 0xFFFFFFFF})


@dataclass(frozen=True, slots=True)
class WavLayout:
    """Where the samples of a PCM WAV lie.

    Attributes:
        fmt: The body of its format chunk.
        start: Where the samples begin, in bytes of the file.
        size: How many bytes of samples there are, whole ones.
        sample_rate: Samples per second and channel.
        frame_size: Bytes of one sample over all channels.
        width: Bytes of one sample of one channel.
    """

    fmt: bytes
    start: int
    size: int
    sample_rate: int
    frame_size: int
    width: int

    @property
    def duration(self) -> float:
        """Seconds."""
        return self.seconds(self.size)

    def seconds(self, length: int) -> float:
        """Return how long so many bytes of samples last."""
        return length / (self.frame_size * self.sample_rate)

    def bytes_of(self, seconds: float) -> int:
        """Return how many bytes of whole samples last so long."""
        return int(seconds * self.sample_rate) * self.frame_size


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a recording that is sent by itself.

    Attributes:
        index: Its number, from 0.
        head: A WAV header for it.
        start: Where its samples begin, in bytes of the file.
        end: Where they end.
        begins: Where it begins, in seconds of the recording.
        ends: Where it ends, likewise.
    """

    index: int
    head: bytes
    start: int
    end: int
    begins: float
    ends: float

    @property
    def size(self) -> int:
        """Bytes to be sent."""
        return len(self.head) + self.end - self.start


def parts_of(recording: Recording, split: str | bool | float, *, diarize: bool) -> list[Part]:
    """Return the parts that a recording is to be sent in; none where it goes whole.

    Args:
        recording: What is to be sent.
        split: ``auto``: when it is too large for one request, or, unless speakers are told apart,
            longer than half an hour. True: when it is longer than a part. False: never. Seconds:
            how long a part is about to be. What is no PCM WAV goes whole.
        diarize: Whether speakers are told apart.

    Raises:
        ArgumentError: ``split`` is something else.
    """
    wanted = _wanted(split)
    layout = wav_layout(recording)
    if layout is None:
        return []
    if split == "auto":
        too_large = (recording.size or 0) > catalogue.MAX_BYTES
        if not too_large and (diarize or layout.duration <= LONG_SECONDS):
            return []
    if wanted is None or layout.duration <= wanted:
        return []
    return _cut(recording, layout, wanted)


def wav_layout(recording: Recording) -> WavLayout | None:
    """Return where the samples lie; None where it is no PCM WAV, or can be read only once."""
    head = recording.read(0, 12) if recording.is_rewindable else b""
    if head[:4] not in (b"RIFF", b"RF64") or head[8:] != b"WAVE":
        return None
    at, fmt = 12, b""
    while len(chunk := recording.read(at, 8)) == 8:
        length = int.from_bytes(chunk[4:], "little")
        if chunk[:4] == b"fmt ":
            fmt = recording.read(at + 8, min(length, 64))
        elif chunk[:4] == b"data":
            return _layout(recording, fmt, at + 8, length)
        at += 8 + length + length % 2
    return None


def join(parts: Sequence[Part], made: Sequence[Transcript | None]) -> Transcript:
    """Join the transcripts of parts; where there is none its time is among the ``missing``.

    Each part numbers its speakers by itself: they get numbers that no other part has.
    """
    words: list[TranscriptWord] = []
    utterances: list[Utterance] = []
    speakers = 0
    there = [each for each in made if each is not None]
    for part, transcript in zip(parts, made, strict=True):
        if transcript is None:
            continue
        moved = _numbered(transcript.moved(part.begins), speakers)
        speakers = max((speaker + 1 for speaker in moved.speakers), default=speakers)
        words += moved.words
        utterances += moved.utterances
    lengths = [
        part.ends - part.begins for part, each in zip(parts, made, strict=True) if each is not None
    ]
    genders = {each.gender for each in there}
    return Transcript(
        text=joined(each.text for each in there),
        words=tuple(words),
        utterances=tuple(utterances),
        language=next((each.language for each in there if each.language), None),
        duration=parts[-1].ends,
        request_id=next((each.request_id for each in there if each.request_id), None),
        gender=genders.pop() if len(genders) == 1 else None,
        emotions=_mean([each.emotions for each in there], lengths),
        missing=tuple(
            (part.begins, part.ends) for part, each in zip(parts, made, strict=True) if each is None
        ),
        body={"parts": [each.body for each in there]},
    )


def quietest(samples: bytes, width: int, frame_bytes: int) -> int:
    """Return the middle of the quietest half second, in frames; the one nearest to the middle.

    Args:
        samples: Integer PCM, all channels together.
        width: Bytes of one sample.
        frame_bytes: Bytes of one frame, whole samples of all channels.
    """
    levels = _levels(samples, width, frame_bytes)
    span = min(_PAUSE, len(levels))
    sums = [0, *accumulate(levels)]
    middle = (len(levels) - span) / 2
    best = min(
        range(len(levels) - span + 1),
        key=lambda at: (sums[at + span] - sums[at], abs(at - middle)),
    )
    return best + span // 2


def _wanted(split: str | bool | float) -> float | None:
    if split is False:
        return None
    if split is True or split == "auto":
        return PART_SECONDS
    if not isinstance(split, int | float) or not _SHORTEST <= split <= _LONGEST:
        remedy = f"must be 'auto', True, False, or seconds from {_SHORTEST:g} to {_LONGEST:g}"
        raise ArgumentError("split", split, remedy)
    return float(split)


def _layout(recording: Recording, fmt: bytes, start: int, length: int) -> WavLayout | None:
    if len(fmt) < 16 or recording.size is None:
        return None
    tag, channels = int.from_bytes(fmt[:2], "little"), int.from_bytes(fmt[2:4], "little")
    rate, bits = int.from_bytes(fmt[4:8], "little"), int.from_bytes(fmt[14:16], "little")
    if tag == _EXTENSIBLE:
        tag = int.from_bytes(fmt[24:26], "little")
    if tag != _PCM or bits not in (8, 16, 24, 32) or not channels or not rate:
        return None
    there = recording.size - start
    size = there if length in _OPEN_ENDED else min(length, there)
    frame = bits // 8 * channels
    return WavLayout(fmt, start, size - size % frame, rate, frame, bits // 8)


def _cut(recording: Recording, layout: WavLayout, wanted: float) -> list[Part]:
    # With its window a part may be half as long again, and must still fit into one request.
    wanted = min(wanted, layout.seconds(catalogue.MAX_BYTES) * 0.6)
    count = ceil(layout.duration / wanted)
    length = layout.duration / count
    cuts = [_place(recording, layout, number, length) for number in range(1, count)]
    return [
        Part(
            index,
            _header(layout.fmt, end - start),
            layout.start + start,
            layout.start + end,
            layout.seconds(start),
            layout.seconds(end),
        )
        for index, (start, end) in enumerate(pairwise([0, *cuts, layout.size]))
    ]


def _place(recording: Recording, layout: WavLayout, number: int, length: float) -> int:
    """Return where the cut before a part falls, in bytes of samples, near its even place."""
    window = min(_WINDOW, length / 4)
    low = layout.bytes_of(number * length - window)
    high = min(layout.bytes_of(number * length + window), layout.size)
    samples = recording.read(layout.start + low, high - low)
    frame = max(layout.bytes_of(_FRAME), layout.frame_size)
    return low + quietest(samples, layout.width, frame) * frame


def _levels(samples: bytes, width: int, frame_bytes: int) -> list[int]:
    """Return how loud each frame is, from the upper 16 bits of its samples."""
    upper = array("h", _upper(samples, width))
    if sys.byteorder == "big":
        upper.byteswap()
    frame = frame_bytes // width
    step = max(frame // _LOOKED_AT, 1)
    return [
        sum(map(abs, upper[at : at + frame : step]))
        for at in range(0, max(len(upper) - frame + 1, 1), frame)
    ]


def _upper(samples: bytes, width: int) -> bytes:
    samples = samples[: len(samples) - len(samples) % width]
    if width == 2:
        return samples
    upper = bytearray(len(samples) // width * 2)
    if width == 1:  # unsigned (WAVE): the middle is 128
        upper[1::2] = samples.translate(bytes((each - 128) & 0xFF for each in range(256)))
    else:
        upper[0::2] = samples[width - 2 :: width]
        upper[1::2] = samples[width - 1 :: width]
    return bytes(upper)


def _header(fmt: bytes, length: int) -> bytes:
    chunk = b"fmt " + len(fmt).to_bytes(4, "little") + fmt + b"\0" * (len(fmt) % 2)
    size = 4 + len(chunk) + 8 + length
    riff = b"RIFF" + size.to_bytes(4, "little") + b"WAVE"
    return riff + chunk + b"data" + length.to_bytes(4, "little")


def _numbered(transcript: Transcript, first: int) -> Transcript:
    def renumbered(value: Any) -> Any:
        speaker = value.speaker
        return value if speaker is None else msgspec.structs.replace(value, speaker=first + speaker)

    if not first or not transcript.speakers:
        return transcript
    return replace(
        transcript,
        words=tuple(map(renumbered, transcript.words)),
        utterances=tuple(map(renumbered, transcript.utterances)),
    )


def _mean(scores: Sequence[Mapping[str, float]], weights: Sequence[float]) -> dict[str, float]:
    total: dict[str, float] = {}
    for each, weight in zip(scores, weights, strict=True):
        for name, value in each.items():
            total[name] = total.get(name, 0.0) + value * weight / sum(weights)
    return total
