"""Where a WAV is cut, for every kind of PCM, and how transcripts of parts are joined."""

from __future__ import annotations

import io
import struct
from array import array
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smallestai.protocol.transcription_events import TranscriptWord, Utterance
from smallestai.waves._stt_sources import Recording
from smallestai.waves.recordings import Part, join, parts_of, quietest, wav_layout
from smallestai.waves.transcript import Transcript

RATE = 1000


def wav_of(samples: list[int], bits: int = 16, channels: int = 1, *, more: bytes = b"") -> bytes:
    """Return a WAV of samples between -32768 and 32767, in any depth."""
    frames = [each for each in samples for _ in range(channels)]
    data = b"".join(encoded(each, bits) for each in frames)
    width = bits // 8 * channels
    fmt = struct.pack("<HHIIHH", 1, channels, RATE, RATE * width, width, bits)
    body = b"fmt " + struct.pack("<I", 16) + fmt + more + b"data" + struct.pack("<I", len(data))
    return b"RIFF" + struct.pack("<I", 4 + len(body) + len(data)) + b"WAVE" + body + data


def encoded(sample: int, bits: int) -> bytes:
    """Return a sample in so many bits."""
    if bits == 8:
        return bytes([(sample >> 8) + 128])
    return (sample << (bits - 16)).to_bytes(bits // 8, "little", signed=True)


def recording(data: bytes) -> Recording:
    """Return it as a recording."""
    return Recording(io.BytesIO(data), "a.wav", owned=True)


def loud_but_at(seconds: float, *quiet: float) -> list[int]:
    """Return loud samples with 0.6 seconds of near silence around some times."""
    samples = [9000 if at % 2 else -9000 for at in range(int(seconds * RATE))]
    for time in quiet:
        for at in range(int((time - 0.3) * RATE), int((time + 0.3) * RATE)):
            samples[at] = at % 3
    return samples


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("bits", [8, 16, 24, 32])
def test_cuts_fall_into_silence(bits: int, channels: int) -> None:
    """Whatever the depth, the cut is where it is quiet; together the parts are the whole."""
    data = wav_of(loud_but_at(30, 9.0, 21.5), bits, channels)
    source = recording(data)
    parts = parts_of(source, 10, diarize=False)
    assert [part.index for part in parts] == [0, 1, 2]
    assert parts[1].begins == pytest.approx(9.0, abs=0.1)
    assert parts[2].begins == pytest.approx(21.5, abs=0.1)
    assert parts[0].begins == 0
    assert parts[2].ends == 30
    assert b"".join(data[part.start : part.end] for part in parts) == data[44:]
    for part in parts:
        layout = wav_layout(recording(part.head + data[part.start : part.end]))
        assert layout is not None
        assert layout.duration == pytest.approx(part.ends - part.begins)
        assert (layout.sample_rate, layout.width) == (RATE, bits // 8)


def test_without_silence_the_cut_is_even() -> None:
    """Equal noise is cut at the even place, and nothing is in two parts."""
    parts = parts_of(recording(wav_of(loud_but_at(20))), 10, diarize=False)
    assert [part.begins for part in parts] == [0.0, pytest.approx(10.0, abs=0.05)]
    assert parts[0].end == parts[1].start


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.integers(-32768, 32767), min_size=1, max_size=97),
    st.integers(10, 40),
    st.floats(5, 9),
)
def test_parts_cover_the_whole_once(pattern: list[int], seconds: int, length: float) -> None:
    """Whatever is said, the parts are the recording, in order, in whole samples."""
    samples = (pattern * (seconds * RATE // len(pattern) + 1))[: seconds * RATE]
    data = wav_of(samples)
    parts = parts_of(recording(data), length, diarize=False)
    assert b"".join(data[part.start : part.end] for part in parts) == data[44:]
    assert all((part.end - part.start) % 2 == 0 for part in parts)
    assert all(part.ends - part.begins <= length * 1.5 + 1 for part in parts)
    assert all(first.end == second.start for first, second in pairwise(parts))


def test_the_nearest_of_equal_silences() -> None:
    """Digital silence all over is cut in its middle."""
    assert quietest(bytes(2000), 2, 40) == 25
    loud = array("h", [5000] * 1000)
    assert quietest(loud.tobytes(), 2, 40) == 25
    assert quietest(b"", 2, 40) == 0


def test_layouts() -> None:
    """Other chunks are passed over; an open length goes to the end; half a sample is left."""
    data = wav_of([1, 2, 3], more=b"LIST\x03\0\0\0abc\0")
    layout = wav_layout(recording(data))
    assert layout is not None
    assert data[layout.start :] == struct.pack("<3h", 1, 2, 3)
    streamed = data[: layout.start - 4] + b"\xff\xff\xff\xff" + data[layout.start :] + b"x"
    layout = wav_layout(recording(streamed))
    assert layout is not None
    assert layout.size == 6
    extensible = bytearray(data)
    assert wav_layout(recording(bytes(extensible[:40]))) is None


@pytest.mark.parametrize(
    "data",
    [
        b"ID3" + bytes(40),
        b"RIFF\0\0\0\0WAVE",
        wav_of([0] * 9).replace(b"\x01\0\x01\0", b"\x03\0\x01\0", 1),  # floats
        wav_of([0] * 9).replace(b"\x01\0\x01\0", b"\x07\0\x01\0", 1),  # mu-law
        wav_of([0] * 9).replace(b"fmt ", b"fmx ", 1),
    ],
    ids=["mp3", "header", "float", "mulaw", "no-format"],
)
def test_what_cannot_be_cut_goes_whole(data: bytes) -> None:
    """Only integer PCM is cut."""
    assert wav_layout(recording(data)) is None
    assert parts_of(recording(data), True, diarize=False) == []


def part(index: int, begins: float, ends: float) -> Part:
    """Return a part of which only the times matter."""
    return Part(index, b"", 0, 0, begins, ends)


def said(
    text: str, start: float, end: float, speaker: int | None = None, **more: object
) -> Transcript:
    """Return a transcript of one word."""
    return Transcript(
        text,
        words=(TranscriptWord(text, start, end, speaker=speaker),),
        utterances=(Utterance(text, start, end, speaker),),
        **more,  # type: ignore[arg-type]
    )


def test_joining() -> None:
    """Times move, speakers keep apart, scores are weighed by length, gaps have their times."""
    parts = [part(0, 0, 10), part(1, 10, 20), part(2, 20, 50)]
    made = join(
        parts,
        [
            said("one", 1, 2, 1, gender="female", emotions={"anger": 0.0}, language="en"),
            None,
            said("two", 3, 4, 0, gender="female", emotions={"anger": 0.4}, request_id="r2"),
        ],
    )
    assert made.text == "one two"
    assert [(word.start, word.end, word.speaker) for word in made.words] == [(1, 2, 1), (23, 24, 2)]
    assert [each.speaker for each in made.utterances] == [1, 2]
    assert made.missing == ((10, 20),)
    assert made.emotions == {"anger": pytest.approx(0.3)}
    assert (made.gender, made.language, made.request_id) == ("female", "en", "r2")
    assert made.duration == 50
    assert join(parts, [None] * 3).text == ""
