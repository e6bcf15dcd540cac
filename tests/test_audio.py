"""Audio as bytes with a format: lengths, containers, files, playing."""

from __future__ import annotations

import io
import os
import stat
import struct
import sys
import threading
import types
import wave
from typing import TYPE_CHECKING, Any

import lameenc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallestai import Audio, AudioFormat
from smallestai.audio import SampleAligner, read_wav, wav_header, write_file
from smallestai.errors import (
    ArgumentError,
    ConfigurationError,
    OutputError,
    RemoteProtocolError,
)

if TYPE_CHECKING:
    from pathlib import Path

PCM = AudioFormat("pcm", 24000)
SAMPLES = bytes(range(256)) * 100


def _mp3(seconds: float, rate: int) -> bytes:
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(1)
    encoder.silence()
    return bytes(encoder.encode(b"\0\0" * int(seconds * rate)) + encoder.flush())


@given(st.lists(st.binary(max_size=7), max_size=20), st.sampled_from([1, 2, 4]))
def test_aligner_gives_whole_samples_of_the_same_bytes(chunks: list[bytes], size: int) -> None:
    """However bytes are cut, whole samples come out, in order and none lost but the last part."""
    aligner = SampleAligner(size)
    given = [aligner.feed(chunk) for chunk in chunks]
    whole = b"".join(chunks)
    assert all(len(each) % size == 0 for each in given)
    assert b"".join(given) == whole[: len(whole) // size * size]


@pytest.mark.parametrize(
    ("encoding", "rate", "length", "seconds"),
    [("pcm", 24000, 48000, 1.0), ("ulaw", 8000, 4000, 0.5), ("alaw", 8000, 8000, 1.0)],
)
def test_duration_of_samples(encoding: Any, rate: int, length: int, seconds: float) -> None:
    """Headerless audio lasts as long as its samples."""
    assert Audio(b"\0" * length, AudioFormat(encoding, rate)).duration == seconds


@pytest.mark.parametrize("rate", [8000, 16000, 24000, 44100])
def test_duration_of_mp3_is_counted_from_frames(rate: int) -> None:
    """An MP3 lasts as long as its frames, a tag in front or not."""
    data = _mp3(2.0, rate)
    tag = b"ID3\4\0\0\0\0\1\0" + b"\xff\xfb" * 64
    for body in (data, tag + data):
        assert Audio(body, AudioFormat("mp3", rate)).duration == pytest.approx(2.0, abs=0.2)


def test_wav_is_read_by_others() -> None:
    """The standard library's own reader agrees on every field."""
    data = Audio(SAMPLES, PCM).wav()
    with wave.open(io.BytesIO(data)) as file:
        assert file.getparams()[:4] == (1, 2, 24000, len(SAMPLES) // 2)
        assert file.readframes(1 << 20) == SAMPLES


@pytest.mark.parametrize(("encoding", "tag"), [("alaw", 6), ("ulaw", 7)])
def test_g711_keeps_its_format_tag(encoding: Any, tag: int) -> None:
    """Companded audio is labelled as what it is, with the chunks its format asks for."""
    data = Audio(SAMPLES, AudioFormat(encoding, 8000)).wav()
    assert struct.unpack("<HHIIHHH", data[20:38]) == (tag, 1, 8000, 8000, 1, 8, 0)
    assert data[38:50] == b"fact" + struct.pack("<II", 4, len(SAMPLES))
    assert read_wav(data) == (AudioFormat(encoding, 8000), SAMPLES)
    assert struct.unpack("<I", data[4:8])[0] == len(data) - 8


@given(st.binary(max_size=64).map(lambda data: data[: len(data) // 2 * 2]))
def test_wav_round_trip(samples: bytes) -> None:
    """What is put into a container comes out of it."""
    assert read_wav(Audio(samples, PCM).wav()) == (PCM, samples)


def test_other_chunks_are_passed_over() -> None:
    """A WAV with notes between its parts is read all the same, padding included."""
    header = wav_header(PCM, 4)
    data = header[:36] + b"LIST" + struct.pack("<I", 3) + b"abc\0" + header[36:] + b"\1\2\3\4"
    assert read_wav(data) == (PCM, b"\1\2\3\4")


@pytest.mark.parametrize("length", [0, 0x7FFFFFFF, 0xFFFFFFFF])
def test_an_open_length_means_the_rest(length: int) -> None:
    """A writer that could not seek leaves the length open; saving puts it right."""
    data = wav_header(PCM, 4)[:40] + struct.pack("<I", length) + b"\1\2\3\4"
    audio = Audio(data, AudioFormat("wav", 24000))
    assert audio.duration == 2 / 24000
    assert audio.wav() == wav_header(PCM, 4) + b"\1\2\3\4"


@pytest.mark.parametrize("cut", [0, 3, 11, 20, 30, 43, 45, 60])
def test_a_cut_wav_is_told_apart(cut: int) -> None:
    """Wherever a WAV is cut off, reading says so."""
    data = Audio(SAMPLES, PCM).wav()[:cut]
    with pytest.raises(RemoteProtocolError, match=r"no WAV|cut short"):
        read_wav(data)


def test_a_wav_of_floats_is_not_taken_for_ours() -> None:
    """Samples we do not know are refused, not played as noise."""
    data = bytearray(Audio(SAMPLES, PCM).wav())
    data[20] = 3
    with pytest.raises(RemoteProtocolError, match="format 3"):
        read_wav(bytes(data))


def test_save_writes_wav_and_mp3(tmp_path: Path) -> None:
    """PCM becomes a WAV, MP3 stays as it is; the path comes back."""
    path = Audio(SAMPLES, PCM).save(tmp_path / "a.wav")
    assert path.read_bytes() == Audio(SAMPLES, PCM).wav()
    mp3 = Audio(b"ID3xyz", AudioFormat("mp3", 24000)).save(str(tmp_path / "a.mp3"))
    assert mp3.read_bytes() == b"ID3xyz"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.mp3", "a.wav"]


def test_save_keeps_the_file_mode_of_the_user(tmp_path: Path) -> None:
    """A file beside that is renamed has the usual permissions."""
    before = os.umask(0o027)
    try:
        path = Audio(SAMPLES, PCM).save(tmp_path / "a.wav")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_save_keeps_a_file_to_its_owner(tmp_path: Path) -> None:
    """What others must not read is not theirs to read after it was replaced."""
    path = tmp_path / "a.wav"
    path.touch(0o600)
    Audio(SAMPLES, PCM).save(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_save_into_a_missing_folder(tmp_path: Path) -> None:
    """The parent must exist; the error is also an OSError and names the path."""
    with pytest.raises(OutputError, match=r"nowhere.*could not be written") as caught:
        Audio(SAMPLES, PCM).save(tmp_path / "nowhere" / "a.wav")
    assert isinstance(caught.value, OSError)


def test_a_failed_save_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When writing fails half-way, the old file stays and no part is left behind."""
    target = tmp_path / "a.wav"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        Audio(SAMPLES, PCM).save(target)
    assert [each.name for each in tmp_path.iterdir()] == ["a.wav"]
    assert target.read_bytes() == b"old"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Writing to a folder is an error of ours, and leaves nothing in it or beside it."""
    (tmp_path / "sub").mkdir()
    with pytest.raises(OutputError):
        write_file(tmp_path / "sub", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["sub"]


def test_links_and_devices_are_written_through(tmp_path: Path) -> None:
    """A symbolic link stays one, and a device is not replaced by a file."""
    (tmp_path / "real.wav").write_bytes(b"old")
    (tmp_path / "link.wav").symlink_to(tmp_path / "real.wav")
    write_file(tmp_path / "link.wav", b"new")
    assert (tmp_path / "link.wav").is_symlink()
    assert (tmp_path / "real.wav").read_bytes() == b"new"
    write_file(os.devnull, b"x")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)  # noqa: PTH116


def test_mp3_is_no_wav() -> None:
    """An MP3 cannot be put into a WAV, and the error says what to do."""
    with pytest.raises(ArgumentError, match="save"):
        Audio(b"ID3", AudioFormat("mp3", 24000)).wav()
    with pytest.raises(ArgumentError):
        AudioFormat("mp3", 24000).seconds(1)


def test_looks_like_bytes_and_prints_short() -> None:
    """Audio has a length and bytes, and its repr is one short line."""
    audio = Audio(SAMPLES, PCM, "r1")
    assert bytes(audio) == SAMPLES
    assert len(audio) == len(SAMPLES)
    assert repr(audio) == "<Audio pcm 24000 Hz, 0.53 s>"


class _Device:
    """A sound device that asks for samples until it is stopped, and notes what it was given."""

    latency = 0.0
    made: list[_Device]

    def __init__(self, **settings: Any) -> None:
        self.settings = settings
        self.played = b""
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self.made.append(self)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def close(self) -> None:
        self.settings["finished_callback"]()

    def _run(self) -> None:
        status = types.SimpleNamespace(output_underflow=False)
        while not self._stopped.wait(0.0005):
            block = bytearray(2 * 480 * self.settings["channels"])
            self.settings["callback"](block, 480, None, status)
            self.played += block


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> type[_Device]:
    module = types.ModuleType("sounddevice")
    _Device.made = []
    module.RawOutputStream = _Device  # type: ignore[attr-defined]
    module.PortAudioError = RuntimeError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sounddevice", module)
    return _Device


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("encoding", ["pcm", "wav"])
def test_play_hands_the_samples_to_the_device(
    device: type[_Device], encoding: Any, channels: int
) -> None:
    """PCM is played as it is, a WAV without its header; it returns when all has been played."""
    form = AudioFormat("pcm", 48000, channels)
    samples = bytes(range(1, 129)) * 30
    data = samples if encoding == "pcm" else Audio(samples, form).wav()
    Audio(data, AudioFormat(encoding, 48000, channels)).play(device="Speaker")
    [made] = device.made
    assert made.played.strip(b"\0") == samples
    wanted = {"samplerate": 48000, "channels": channels, "dtype": "int16", "device": "Speaker"}
    assert {name: made.settings[name] for name in wanted} == wanted


def test_play_without_a_device_says_so(
    device: type[_Device], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sound card that refuses is a configuration error."""

    def refuse(_: _Device) -> None:
        raise RuntimeError("no default output device")

    monkeypatch.setattr(device, "start", refuse)
    monkeypatch.setattr(device, "close", lambda _: None)
    with pytest.raises(ConfigurationError, match="no default output device"):
        Audio(SAMPLES, PCM).play()


def test_play_without_the_extra_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The remedy is the extra."""
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(ConfigurationError, match=r"smallestai\[audio\]"):
        Audio(SAMPLES, PCM).play()


def test_play_refuses_what_it_cannot(device: type[_Device]) -> None:
    """MP3 and G.711 are not played as noise."""
    for encoding in ("mp3", "ulaw"):
        with pytest.raises(ArgumentError, match="ask for 'pcm'"):
            Audio(b"\0" * 8, AudioFormat(encoding, 8000)).play()
    assert device.made == []
