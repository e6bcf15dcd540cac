"""A recording of both sides, on a clock of the test's own."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import pytest

from smallestai.waves._hydra_tracks import SessionRecorder

if TYPE_CHECKING:
    from pathlib import Path

RATE = 16_000  # that of the user's side, so that nothing is resampled
USER = b"\1\0" * 160  # 10 ms
MODEL = b"\2\0" * 1600  # 100 ms


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "both.wav"


def sides(path: Path) -> tuple[list[int], list[int]]:
    """Return the samples of each side."""
    with wave.open(str(path)) as file:
        samples = memoryview(file.readframes(file.getnframes())).cast("h").tolist()
    return samples[0::2], samples[1::2]


def test_each_side_stands_where_it_was_heard(path: Path) -> None:
    """Blocks of a microphone follow one another, late ones too; the model is heard in order."""
    recorder = SessionRecorder(path, RATE, 10.0)
    for now in (10.01, 10.05, 10.03):  # 20 ms of jitter are no gap
        recorder.listen(USER, now)
    recorder.speak(MODEL, 10.5)
    recorder.speak(MODEL, 10.5)  # faster than it is heard
    recorder.listen(USER, 11.0)
    recorder.close()
    user, model = sides(path)
    assert [at for at, sample in enumerate(user) if sample] == [*range(480), *range(15840, 16000)]
    assert [at for at, sample in enumerate(model) if sample] == list(range(8000, 11200))


def test_what_was_cut_off_is_not_on_it(path: Path) -> None:
    """The recording ends a reply where the listener did."""
    recorder = SessionRecorder(path, RATE, 0.0)
    for _ in range(10):
        recorder.speak(MODEL, 1.0)
    recorder.cut(1.25)
    recorder.speak(MODEL, 2.0)
    recorder.close()
    _, model = sides(path)
    assert [at for at, sample in enumerate(model) if sample] == [
        *range(16000, 20000),
        *range(32000, 33600),
    ]


def test_the_file_is_whole_at_any_time(path: Path) -> None:
    """What is half a second old has been written, and can be read."""
    recorder = SessionRecorder(path, RATE, 0.0)
    recorder.speak(MODEL * 20, 0.0)
    recorder.write(1.5)
    _, model = sides(path)
    assert model == [2] * 16000
    recorder.cut(1.2)  # as far as it has not been written
    recorder.write(1.6)
    recorder.write(1.0)
    recorder.close()
    _, model = sides(path)
    assert sum(1 for sample in model if sample) == pytest.approx(19200, abs=1)
