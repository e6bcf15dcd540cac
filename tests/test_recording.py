"""Recording into a WAV that is whole at any time."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
import threading
import wave
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallestai.audio import AudioFormat, read_wav
from smallestai.errors import ArgumentError, LocalProtocolError, OutputError
from smallestai.recording import WavRecorder

PCM = AudioFormat("pcm", 8000)
HALF_SECOND = 8000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "call.wav"


def frames_of(path: Path) -> bytes:
    """Read with the standard library, which believes the header."""
    with wave.open(str(path)) as file:
        assert file.getparams()[:3] == (1, 2, 8000)
        frames = file.readframes(file.getnframes())
        assert len(frames) == file.getnframes() * 2
    return frames


def sequence(start: int, count: int) -> bytes:
    """Return samples that tell their own place."""
    return b"".join(struct.pack("<h", number % 30000) for number in range(start, start + count))


@given(st.lists(st.binary(max_size=9), max_size=12))
def test_the_file_is_whole_after_every_write(chunks: list[bytes]) -> None:
    """However bytes are cut, the file holds all whole samples so far, and its sizes say so."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "call.wav"
        given = b""
        with WavRecorder(path, PCM) as recorder:
            for chunk in chunks:
                recorder.write(chunk)
                given += chunk
                assert frames_of(path) == given[: len(given) // 2 * 2]
        data = path.read_bytes()
        assert struct.unpack("<I", data[4:8])[0] == len(data) - 8
        assert frames_of(path) == given[: len(given) // 2 * 2]


@given(st.lists(st.binary(min_size=1, max_size=5), min_size=1), st.sampled_from(["ulaw", "alaw"]))
def test_g711_is_whole_and_even(chunks: list[bytes], encoding: Any) -> None:
    """Companded samples of odd number are padded, and their format is told."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "call.wav"
        form = AudioFormat(encoding, 8000)
        with WavRecorder(path, form) as recorder:
            for chunk in chunks:
                recorder.write(chunk)
        data = path.read_bytes()
        assert read_wav(data) == (form, b"".join(chunks))
        assert len(data) % 2 == 0
        assert struct.unpack("<I", data[4:8])[0] == len(data) - 8


CHILD = """
import struct, sys
from smallestai.audio import AudioFormat
from smallestai.recording import WavRecorder

recorder = WavRecorder(sys.argv[1], AudioFormat("pcm", 8000))
number = 0
while True:
    chunk = b"".join(struct.pack("<h", (number + each) % 30000) for each in range(777))
    recorder.write(chunk[:501])
    recorder.write(chunk[501:])
    number += 777
    if number == 777 * 20:
        print("ready", flush=True)
"""


def test_a_killed_process_leaves_a_whole_file(path: Path) -> None:
    """After a kill the header tells of all samples up to the last half second."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        child.kill()
    assert child.returncode
    frames = frames_of(path)
    assert len(frames) >= 777 * 20 * 2
    assert frames == sequence(0, len(frames) // 2)
    assert path.stat().st_size - 44 - len(frames) <= HALF_SECOND


class Death(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("more", range(9))
def test_death_between_any_two_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    """Wherever the process dies, even inside one long chunk, half a second is lost at most."""
    chunk = sequence(0, 4 * HALF_SECOND // 2 - 300)
    recorder = WavRecorder(path, PCM)
    put, left = recorder._put, more

    def dying(place: int, data: bytes) -> None:
        nonlocal left
        if not left:
            raise Death
        left -= 1
        put(place, data)

    monkeypatch.setattr(recorder, "_put", dying)
    if more < 8:  # four steps of samples and a header each
        with pytest.raises(Death):
            recorder.write(chunk)
    else:
        recorder.write(chunk)
    frames = frames_of(path)
    assert frames == chunk[: more // 2 * HALF_SECOND]
    assert path.stat().st_size - 44 - len(frames) <= HALF_SECOND
    recorder._file.close()


def test_a_file_beyond_four_gigabytes_is_refused(path: Path) -> None:
    """The last sample that a length can tell of is written, the next one refused whole."""
    with WavRecorder(path, PCM) as recorder:
        largest = (0xFFFFFFFF - 36) // 2 * 2
        recorder._size = largest - 6  # the file has a hole
        recorder.write(b"\1\2\3\4")
        assert recorder._size == largest - 2
        before = recorder.seconds
        with pytest.raises(OutputError, match=r"4 GiB.*nother file"):
            recorder.write(b"\1\2\3\4")
        assert recorder.seconds == before
    assert path.stat().st_size == largest - 2 + 44
    with path.open("rb") as file:
        assert struct.unpack("<I", file.read(8)[4:])[0] == largest - 2 + 36
    os.truncate(path, 0)


@pytest.mark.parametrize("encoding", ["mp3", "wav"])
def test_containers_are_refused(path: Path, encoding: Any) -> None:
    """What has its own container is no samples; nothing is made."""
    with pytest.raises(ArgumentError, match="ask for 'pcm'"):
        WavRecorder(path, AudioFormat(encoding, 24000))
    assert not path.exists()


def test_the_folder_must_exist(tmp_path: Path) -> None:
    """A missing folder is an error of ours that names the file."""
    with pytest.raises(OutputError, match=r"nowhere.*No such file"):
        WavRecorder(tmp_path / "nowhere" / "a.wav", PCM)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_at_once(path: Path) -> None:
    """Sizes cannot be put right in a pipe, and opening one would wait for its reader."""
    os.mkfifo(path)
    with pytest.raises(OutputError, match="pipe"):
        WavRecorder(path, PCM)


def test_what_cannot_be_sought_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal, for example; it is closed again."""
    opened = []

    class Terminal:
        def seekable(self) -> bool:
            return False

        def close(self) -> None:
            opened.append(self)

    monkeypatch.setattr(Path, "open", lambda *_, **__: Terminal())
    with pytest.raises(OutputError, match="twice in one place"):
        WavRecorder(path, PCM)
    assert len(opened) == 1


def test_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a chunk that got onto the disk is no part of the file, and a later write goes on."""
    recorder = WavRecorder(path, PCM)
    recorder.write(b"\1\2\3\4")
    put = WavRecorder._put

    def full(self: WavRecorder, place: int, data: bytes) -> None:
        put(self, place, data[:1])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(WavRecorder, "_put", full)
        with pytest.raises(OutputError, match="No space left"):
            recorder.write(b"\5\6\7\x08")
    assert frames_of(path) == b"\1\2\3\4"
    recorder.write(b"\x09\x0a")
    recorder.close()
    assert frames_of(path) == b"\1\2\3\4\x09\x0a"


def test_a_disk_that_is_full_from_the_start(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is closed when not even the header can be written."""
    recorders: list[WavRecorder] = []

    def full(self: WavRecorder, place: int, data: bytes) -> None:
        recorders.append(self)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(WavRecorder, "_put", full)
    with pytest.raises(OutputError, match="No space left"):
        WavRecorder(path, PCM)
    assert recorders[0]._file.closed


def test_writes_of_part_of_the_bytes_are_carried_on(path: Path) -> None:
    """A system that takes only some bytes of a write is given the rest."""
    recorder = WavRecorder(path, PCM)
    file = recorder._file

    class Slow:
        closed = False

        def seek(self, place: int) -> int:
            return file.seek(place)

        def write(self, data: memoryview) -> int:
            return file.write(data[:3]) or 0

    recorder._file = Slow()  # type: ignore[assignment]
    recorder.write(sequence(0, 100))
    assert frames_of(path) == sequence(0, 100)
    file.close()


def test_closing(path: Path) -> None:
    """Closing twice does nothing; writing afterwards is out of turn; the repr is short."""
    recorder = WavRecorder(path, PCM)
    recorder.write(bytes(16001))
    assert recorder.seconds == 1.0
    assert repr(recorder) == f"<WavRecorder open, {str(path)!r}, 1.00 s>"
    recorder.close()
    recorder.close()
    assert repr(recorder) == f"<WavRecorder closed, {str(path)!r}, 1.00 s>"
    with pytest.raises(LocalProtocolError, match="closed"):
        recorder.write(b"\0\0")
    assert frames_of(path) == bytes(16000)


def test_an_old_file_is_replaced(path: Path) -> None:
    """Nothing of a longer file that was there shines through."""
    path.write_bytes(b"x" * 5000)
    WavRecorder(path, PCM).close()
    assert frames_of(path) == b""
    assert path.stat().st_size == 44


def test_two_threads_share_a_recorder(path: Path) -> None:
    """Chunks of two threads are written one behind the other, never into each other."""
    start = threading.Barrier(2)
    with WavRecorder(path, PCM) as recorder:

        def record(sample: bytes) -> None:
            start.wait()
            for _ in range(200):
                recorder.write(sample * 10)

        threads = [threading.Thread(target=record, args=(each,)) for each in (b"\1\1", b"\2\2")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    frames = frames_of(path)
    chunks = [frames[at : at + 20] for at in range(0, len(frames), 20)]
    assert len(chunks) == 400
    assert set(chunks) == {b"\1\1" * 10, b"\2\2" * 10}
