"""`smallestai transcribe` against a sandbox."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from smallestai import SmallestAI, _microphone
from smallestai._resample import Resampler
from smallestai.audio import Audio, AudioFormat
from smallestai.cli import _listening
from smallestai.errors import StreamClosedError
from smallestai.sandbox import Sandbox
from smallestai.waves.transcript import Transcript, TranscriptWord

from .conftest import Command
from .test_output import Terminal

TEXT = "Your parcel leaves tonight. It weighs two kilos."
transcribe_module = import_module("smallestai.cli.transcribe")


@pytest.fixture
def call(online: Sandbox) -> Path:
    """A recording the sandbox can understand."""
    with SmallestAI("any-key", base_url=online.url) as client:
        return client.waves.tts.synthesize(TEXT, sample_rate=16000).save("call.wav")


@pytest.mark.usefixtures("call")
class TestRecording:
    """A recording in, text out."""

    @pytest.mark.parametrize("argv", [(), ("--live",), ("--model", "pulse-pro")])
    def test_text(self, command: Command, argv: tuple[str, ...]) -> None:
        """The text and nothing else is on standard output."""
        ran = command("transcribe", "call.wav", *argv)
        assert (ran.status, ran.out.decode(), ran.err) == (0, f"{TEXT}\n", "")

    @pytest.mark.parametrize("argv", [(), ("--live",)])
    def test_piped_in(self, command: Command, argv: tuple[str, ...]) -> None:
        """'-' is a recording on standard input."""
        ran = command("transcribe", "-", *argv, stdin=Path("call.wav").read_bytes())
        assert (ran.status, ran.out.decode()) == (0, f"{TEXT}\n")

    def test_samples_piped_in(self, command: Command) -> None:
        """Live, samples without a header are taken too, at the rate that is given."""
        samples = Path("call.wav").read_bytes()[44:]
        ran = command("transcribe", "--live", "-", "--sample-rate", "16000", stdin=samples)
        assert (ran.status, ran.out.decode()) == (0, f"{TEXT}\n")

    @pytest.mark.parametrize("argv", [(), ("--live",)])
    def test_words(self, command: Command, argv: tuple[str, ...]) -> None:
        """--words prints a line for each word: start, end, speaker, word."""
        ran = command("transcribe", "call.wav", "--words", *argv)
        rows = [line.split("\t") for line in ran.out.decode().splitlines()]
        assert [row[3] for row in rows] == TEXT.split()
        assert all(float(row[0]) < float(row[1]) and row[2] == "" for row in rows)

    def test_diarize(self, command: Command) -> None:
        """With --diarize each word has its speaker."""
        ran = command("transcribe", "call.wav", "--words", "--diarize")
        assert {line.split("\t")[2] for line in ran.out.decode().splitlines()} == {"0"}

    @pytest.mark.parametrize("argv", [(), ("--live",)])
    @pytest.mark.parametrize(("form", "begins"), [("srt", "1\n00:00:0"), ("vtt", "WEBVTT\n")])
    def test_subtitles(
        self, command: Command, form: str, begins: str, argv: tuple[str, ...]
    ) -> None:
        """Subtitles go to standard output, or to a file whose name asks for them."""
        shown = command("transcribe", "call.wav", f"--{form}", *argv)
        assert shown.out.decode().startswith(begins)
        ran = command("transcribe", "call.wav", "-o", f"call.{form}", *argv)
        assert (ran.status, ran.out, ran.err) == (0, b"", "")
        assert Path(f"call.{form}").read_bytes() == shown.out

    @pytest.mark.parametrize("argv", [(), ("--live",)])
    def test_json(self, command: Command, argv: tuple[str, ...]) -> None:
        """--json prints one object with text and words."""
        found = json.loads(command("transcribe", "call.wav", "--json", *argv).out)
        assert found["text"] == TEXT
        assert [word["text"] for word in found["words"]] == TEXT.split()

    def test_a_form_wins_over_the_name(self, command: Command) -> None:
        """-o takes any name where an option says what goes into it."""
        assert command("transcribe", "call.wav", "--srt", "-o", "call.subtitles").status == 0
        assert Path("call.subtitles").read_text().startswith("1\n")

    def test_any_rate_is_sent_live(self, command: Command) -> None:
        """A WAV of a rate that the service does not take live is resampled."""
        resampler = Resampler(16000, 12000)
        samples = resampler.feed(Path("call.wav").read_bytes()[44:]) + resampler.end()
        Audio(samples, AudioFormat("pcm", 12000)).save("slow.wav")
        assert command("transcribe", "--live", "slow.wav").out.decode() == f"{TEXT}\n"


def test_embedded_sandbox(command: Command) -> None:
    """--sandbox works without a key."""
    Audio(bytes(16000), AudioFormat("pcm", 16000)).save("silence.wav")
    ran = command("transcribe", "silence.wav", "--sandbox", "--json")
    assert ran.status == 0
    assert json.loads(ran.out)["duration"] == 0.5


class TestTerminal:
    """What a person sees meanwhile."""

    @pytest.mark.parametrize(
        ("sent", "total", "shown"), [(50, 200, "25 % sent"), (3 * 2**20, None, "3.0 MB sent")]
    )
    def test_how_far_it_is(
        self, monkeypatch: pytest.MonkeyPatch, sent: int, total: int | None, shown: str
    ) -> None:
        """On a terminal the share that was sent is drawn on standard error; else the size."""
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setenv("TERM", "xterm")
        with transcribe_module.share_shown("sending") as show:
            show(sent, total)
        assert shown in screen.getvalue()

    def test_nothing_in_a_pipe(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Off a terminal there is not a byte of it."""
        with transcribe_module.share_shown("sending") as show:
            show(50, 200)
        assert capsys.readouterr().err == ""


class Microphone:
    """Stands for a microphone that hears a recording and then waits until it is closed."""

    pcm = b""

    def __init__(self, *_: object, **__: object) -> None:
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield self.pcm

    def close(self) -> None:
        """Be closed."""
        self.closed = True


def test_microphone(command: Command, call: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--live without a file listens to the microphone."""
    monkeypatch.setattr(Microphone, "pcm", call.read_bytes()[44:])
    monkeypatch.setattr(_microphone, "Microphone", Microphone)
    ran = command("transcribe", "--live")
    assert (ran.status, ran.out.decode()) == (0, f"{TEXT}\n")


def test_ctrl_c_ends_the_recording(
    command: Command, call: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C closes the microphone; what was said until then is still printed, with status 0."""
    closed = threading.Event()

    class Patient(Microphone):
        pcm = call.read_bytes()[44:]

        def __iter__(self) -> Iterator[bytes]:
            yield self.pcm
            assert closed.wait(20)

        def close(self) -> None:
            closed.set()

    @contextmanager
    def interrupted() -> Iterator[Any]:
        def show(_: str) -> None:
            if not closed.is_set():
                raise KeyboardInterrupt

        yield show

    monkeypatch.setattr(_microphone, "Microphone", Patient)
    monkeypatch.setattr(transcribe_module, "interims_shown", interrupted)
    ran = command("transcribe", "--live")
    assert (ran.status, ran.out.decode(), ran.err) == (0, f"{TEXT}\n", "")


def test_text_comes_while_it_is_spoken(online: Sandbox, call: Path) -> None:
    """Live text is on standard output before the input has ended; Ctrl-C then ends with 130."""
    argv = [sys.executable, "-m", "smallestai", "transcribe", "--live", "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(argv, **pipes) as process:  # type: ignore[call-overload]
        process.stdin.write(call.read_bytes()[44:] + bytes(32000 * 2))
        process.stdin.flush()
        assert process.stdout.readline().decode().strip() in TEXT
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
        assert process.wait(30) == 130


def test_what_there_is_is_kept(
    command: Command, call: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a part of a recording fails, the others are written all the same, and the gap told."""
    partial = Transcript("Your", words=(TranscriptWord("Your", 0.0, 0.2),), missing=((0.2, 3.1),))

    def fail(*_: object, **__: object) -> None:
        error = StreamClosedError(close_code=1006)
        error.received = partial
        raise error

    monkeypatch.setattr("smallestai.waves.stt.STT.transcribe", fail)
    ran = command("transcribe", str(call))
    assert (ran.status, ran.out) == (4, b"Your\n")
    assert "0.2 to 3.1 s" in ran.err


class TestRefused:
    """What goes wrong, each in one line."""

    @pytest.mark.parametrize(
        ("argv", "status", "said"),
        [
            ((), 2, "FILE|URL|-"),
            (("call.wav", "--srt", "--vtt"), 2, "--srt"),
            (("call.wav", "-o", "call.doc"), 2, ".srt"),
            (("call.wav", "-o", "nowhere/call.srt"), 3, "no folder"),
            (("call.wav", "--language", "tlh"), 2, "--language 'tlh'"),
            (("call.wav", "--model", "bark"), 2, "--model 'bark'"),
            (("call.wav", "--diarize", "--model", "pulse-pro"), 2, "diarize"),
            (("--live", "call.wav", "--model", "pulse-pro"), 2, "does not transcribe live"),
            (("--live", "call.wav", "--language", "tlh"), 2, "--language 'tlh'"),
            (("--live", "https://example.com/a.wav"), 2, "--live"),
            (("--live", "gone.wav"), 2, "gone.wav"),
            (("call.wav", "--sample-rate", "8000"), 2, "--live"),
            (("call.wav",), 2, "SMALLEST_API_KEY"),
        ],
    )
    def test_before_a_key_is_needed(
        self, command: Command, argv: tuple[str, ...], status: int, said: str
    ) -> None:
        """What can be told without the service is."""
        ran = command("transcribe", *argv)
        assert (ran.status, ran.out, ran.err.count("\n")) == (status, b"", 1)
        assert said in ran.err

    @pytest.mark.parametrize(
        ("name", "data", "said"),
        [
            ("gone.wav", None, "no such file"),
            ("empty.wav", b"", "is empty"),
            ("document.wav", b"%PDF-1.7" + bytes(200), "no audio file"),
            ("http://192.168.0.9/call.wav", None, "private network"),
        ],
    )
    @pytest.mark.usefixtures("online")
    def test_source(self, command: Command, name: str, data: bytes | None, said: str) -> None:
        """What is no recording is refused before it is sent."""
        if data is not None:
            Path(name).write_bytes(data)
        ran = command("transcribe", name)
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert said in ran.err

    @pytest.mark.parametrize(
        ("stdin", "argv", "said"),
        [
            (b"", (), "empty"),
            (b"RIFF" + bytes(20) + b"WAVEnothing", (), "16-bit mono"),
            (b"RIFF" + bytes(60), ("--sample-rate", "8000"), "--sample-rate"),
        ],
    )
    def test_live_input(
        self, command: Command, stdin: bytes, argv: tuple[str, ...], said: str
    ) -> None:
        """What cannot be sent as it comes is told before a key is needed."""
        ran = command("transcribe", "--live", "-", *argv, stdin=stdin)
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert said in ran.err

    @pytest.mark.usefixtures("call")
    def test_wrong_key(self, command: Command, online: Sandbox) -> None:
        """A key the service refuses is status 1; the line does not repeat it."""
        online.fail("unauthorized", "POST /waves/v1/stt/")
        ran = command("transcribe", "call.wav", "--api-key", "sk_not_the_right_one")
        assert (ran.status, ran.err.count("\n")) == (1, 1)
        assert "sk_not" not in ran.err

    def test_terminal(self) -> None:
        """A terminal is refused as input, which would seem to hang."""
        screen, terminal = os.openpty()
        argv = [sys.executable, "-m", "smallestai", "transcribe", "-"]
        ran = subprocess.run(argv, stdin=terminal, stderr=subprocess.PIPE, text=True, check=False)
        os.close(screen)
        os.close(terminal)
        assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("name", ["transcribe", "chat", "converse", "dictionary"])
def test_help(command: Command, name: str) -> None:
    """The help of each command here documents the exit statuses."""
    ran = command(name, "--help")
    assert ran.status == 0
    assert "130  interrupted" in ran.out.decode()


def test_piped_wav_header_may_come_in_pieces() -> None:
    """A WAV header is found wherever the pipe cuts it; what follows it is the samples."""
    data = Audio(b"\1\0\2\0", AudioFormat("pcm", 8000)).wav()
    for size in (1, 5, 44, 100):
        pieces: Any = io.BytesIO(data)
        blocks, rate = _listening._piped(lambda p=pieces, n=size: p.read(n), None)
        assert (b"".join(blocks), rate) == (b"\1\0\2\0", 8000)
