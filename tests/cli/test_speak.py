"""`smallestai speak` against a sandbox."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from threading import Timer

import pytest

from smallestai.audio import AudioFormat, read_wav
from smallestai.sandbox import Sandbox

from .conftest import Command, Loudspeaker

speak_module = import_module("smallestai.cli.speak")

FIRST = "Well, your parcel leaves tonight. "
TEXT = f"{FIRST}It will be with you on Tuesday, or on Wednesday at the latest."
SPEAK = [sys.executable, "-m", "smallestai", "speak"]


def _samples(name: str) -> bytes:
    return read_wav(Path(name).read_bytes())[1]


@pytest.mark.usefixtures("online")
class TestFile:
    """Speech into a file."""

    def test_default_is_out_wav(self, command: Command) -> None:
        """Without -o the speech is in out.wav, which standard error names."""
        ran = command("speak", stdin=TEXT.encode())
        assert (ran.status, ran.out) == (0, b"")
        assert ran.err.startswith("out.wav: ")
        form, samples = read_wav(Path("out.wav").read_bytes())
        assert form == AudioFormat("pcm", 24000)
        assert form.seconds(len(samples)) > 3

    @pytest.mark.parametrize("name", ["a.wav", "a.pcm", "a"])
    def test_named_file_is_written_without_a_word(self, command: Command, name: str) -> None:
        """With -o nothing is said; the name chooses between samples alone and a WAV."""
        ran = command("speak", "-o", name, stdin=FIRST.encode())
        assert (ran.status, ran.out, ran.err) == (0, b"", "")
        assert (Path(name).read_bytes()[:4] == b"RIFF") == (name != "a.pcm")

    def test_any_cut_of_the_input_is_the_same_speech(
        self, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Read byte by byte, characters of several bytes included, it is the same file."""
        text = "आपका पार्सल आज रात निकलेगा। यह मंगलवार तक पहुँच जाएगा। 👍 Grüße, bis morgen!".encode()
        assert command("speak", "--language", "hi", "-o", "whole.wav", stdin=text).status == 0
        monkeypatch.setattr(speak_module, "_MOST", 1)
        assert command("speak", "--language", "hi", "-o", "bytes.wav", stdin=text).status == 0
        assert Path("bytes.wav").read_bytes() == Path("whole.wav").read_bytes()

    def test_transports_give_the_same_file(self, command: Command) -> None:
        """The same text is the same file over every transport."""
        for transport in ("websocket", "sse", "http"):
            argv = ("speak", "-o", f"{transport}.wav", "--transport", transport)
            assert command(*argv, stdin=TEXT.encode()).status == 0
        assert _samples("sse.wav") == _samples("http.wav") == _samples("websocket.wav")

    def test_speed_and_rate_reach_the_service(self, command: Command) -> None:
        """--speed 2 is shorter, --sample-rate is the file's."""
        assert command("speak", "-o", "slow.wav", stdin=TEXT.encode()).status == 0
        argv = ("--speed", "2", "--sample-rate", "8000")
        assert command("speak", "-o", "fast.wav", *argv, stdin=TEXT.encode()).status == 0
        form, samples = read_wav(Path("fast.wav").read_bytes())
        assert form.sample_rate == 8000
        assert form.seconds(len(samples)) < 0.8 * len(_samples("slow.wav")) / 48000

    def test_markdown(self, command: Command) -> None:
        """Marks are not spoken, unless --no-markdown says that they are text."""
        marked = b"Your parcel **leaves** tonight."
        assert command("speak", "-o", "plain.wav", stdin=marked.replace(b"*", b"")).status == 0
        assert command("speak", "-o", "marked.wav", stdin=marked).status == 0
        assert command("speak", "-o", "marks.wav", "--no-markdown", stdin=marked).status == 0
        assert _samples("marked.wav") == _samples("plain.wav")
        assert _samples("marks.wav") != _samples("plain.wav")

    def test_json_tells_everything(self, command: Command) -> None:
        """--json prints one object about the file, and nothing else."""
        ran = command("speak", "--voice", "magnus", "--json", stdin=TEXT.encode())
        report = json.loads(ran.out)
        assert (ran.status, ran.err) == (0, "")
        assert report["path"] == "out.wav"
        assert report["bytes"] == Path("out.wav").stat().st_size
        assert report["duration"] == pytest.approx((report["bytes"] - 44) / 48000, abs=1e-3)
        assert 0 < report["time_to_first_audio"] < 10
        assert (report["voice"], report["model"]) == ("magnus", "lightning_v3.1")
        assert report["transport"] == "websocket"
        assert report["request_id"]

    def test_play_and_keep(self, command: Command, loudspeaker: Loudspeaker) -> None:
        """--play is heard, and kept as well where -o says so."""
        assert command("speak", "--play", stdin=TEXT.encode()).status == 0
        assert not list(Path().iterdir())
        heard, loudspeaker.heard = loudspeaker.heard, b""
        assert command("speak", "--play", "-o", "kept.wav", stdin=TEXT.encode()).status == 0
        assert _samples("kept.wav") == heard == loudspeaker.heard

    def test_failure_silences_the_loudspeaker(
        self, command: Command, loudspeaker: Loudspeaker, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """When something fails the loudspeaker is told, which then falls silent."""
        monkeypatch.setattr(speak_module, "_MOST", 1)  # what comes before the fault is text
        ran = command("speak", "--play", stdin=FIRST.encode() + b"\xff")
        assert ran.status == 2
        assert loudspeaker.heard
        assert None not in loudspeaker.ends


@contextmanager
def _speaking(*argv: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the command with pipes; one that hangs is ended, so that what is read from it ends."""
    with subprocess.Popen(
        [*SPEAK, *argv], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        timer = Timer(30, process.kill)
        timer.start()
        try:
            yield process
        finally:
            timer.cancel()
            process.kill()


@pytest.mark.usefixtures("online")
class TestPipe:
    """Text piped in slowly, speech piped out meanwhile."""

    def test_speaks_while_the_text_is_being_written(self) -> None:
        """Audio of the first sentence is there before the second is written, without a newline."""
        whole = subprocess.run(
            [*SPEAK, "-o", "-", "--format", "pcm"],
            input=TEXT.encode(),
            capture_output=True,
            check=True,
        )
        with _speaking("-o", "-", "--format", "pcm") as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{FIRST}It".encode())
            process.stdin.flush()
            begun = process.stdout.read(4800)
            assert len(begun) == 4800
            process.stdin.write(TEXT.removeprefix(f"{FIRST}It").encode())
            process.stdin.close()
            assert begun + process.stdout.read() == whole.stdout
            assert process.wait(30) == 0

    def test_wav_on_standard_output(self, command: Command) -> None:
        """`-o -` writes a WAV and nothing else, with the same samples as the file."""
        ran = command("speak", "-o", "-", stdin=TEXT.encode())
        command("speak", "-o", "file.wav", stdin=TEXT.encode())
        assert (ran.status, ran.err) == (0, "")
        assert read_wav(ran.out) == read_wav(Path("file.wav").read_bytes())

    def test_interrupted_while_it_waits_for_text(self) -> None:
        """Ctrl-C ends with 130, silently, though the text has not ended."""
        with _speaking("-o", "-") as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdin.write(f"{FIRST}It".encode())
            process.stdin.flush()
            assert process.stdout.read(4) == b"RIFF"
            process.send_signal(signal.SIGINT)
            process.stdout.read()
            assert process.stderr.read() == b""
            assert process.wait(30) == 130

    def test_refusal_does_not_wait_for_the_text(self) -> None:
        """What the service refuses ends the command with 1 before the text has ended."""
        with _speaking("--voice", "nobody-by-this-name") as process:
            assert process.stdin is not None
            assert process.stderr is not None
            process.stdin.write(f"{FIRST}It".encode())
            process.stdin.flush()
            assert process.stderr.read().count(b"\n") == 1
            assert process.wait(30) == 1
        assert not list(Path().iterdir())

    def test_reader_that_goes_away(self) -> None:
        """When the reader of the pipe has gone the command stops silently with 3."""
        with _speaking("-o", "-") as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            process.stdin.write(f"{FIRST}It".encode())
            process.stdin.flush()
            assert process.stderr.read() == b""
            assert process.wait(30) == 3

    def test_closed_standard_input(self) -> None:
        """Standard input that is closed is wrong usage."""
        argv = ["bash", "-c", '"$0" -m smallestai speak 0<&-', sys.executable]
        ran = subprocess.run(argv, stderr=subprocess.PIPE, text=True, check=False)
        assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)


class TestRefused:
    """What goes wrong, each in one line."""

    @pytest.mark.parametrize("text", [b"", b" \n\t", b"---\n"])
    @pytest.mark.usefixtures("online")
    def test_nothing_to_speak(self, command: Command, text: bytes) -> None:
        """An input without a word is status 2 and leaves no file."""
        ran = command("speak", stdin=text)
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert "nothing to speak" in ran.err
        assert not list(Path().iterdir())

    @pytest.mark.parametrize("text", [b"\xff\xfe\x00", TEXT.encode() + "ü".encode()[:1]])
    @pytest.mark.usefixtures("online")
    def test_input_that_is_no_text(self, command: Command, text: bytes) -> None:
        """Bytes that are not UTF-8, or end within a character, are refused as such."""
        ran = command("speak", stdin=text)
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert "utf-8" in ran.err
        assert not list(Path().iterdir())

    def test_terminal(self) -> None:
        """A terminal is refused, which would seem to hang."""
        screen, terminal = os.openpty()
        ran = subprocess.run(SPEAK, stdin=terminal, stderr=subprocess.PIPE, text=True, check=False)
        os.close(screen)
        os.close(terminal)
        assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
        assert "pipe" in ran.stderr

    @pytest.mark.parametrize(
        ("argv", "said"),
        [
            (("--speed", "3"), "--speed 3.0"),
            (("--sample-rate", "11025"), "--sample-rate 11025"),
            (("--language", "xx"), "--language 'xx'"),
            (("--format", "mp3"), "--format"),
            (("-o", "a.mp3"), "--format"),
            (("--json", "-o", "-"), "--json"),
            (("--sandbox", "--base-url", "http://127.0.0.1:1"), "--sandbox"),
            ((), "SMALLEST_API_KEY"),
        ],
    )
    def test_argument(self, command: Command, argv: tuple[str, ...], said: str) -> None:
        """An argument no request can be made of is status 2 and named, before a key is needed."""
        ran = command("speak", *argv, stdin=TEXT.encode())
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert said in ran.err

    def test_no_place_for_the_file(self, command: Command) -> None:
        """A file that cannot be is status 3, found before a key is needed."""
        ran = command("speak", "-o", "nowhere/a.wav", stdin=TEXT.encode())
        assert (ran.status, ran.err.count("\n")) == (3, 1)

    @pytest.mark.parametrize("transport", ["http", "sse", "websocket"])
    def test_wrong_key(self, command: Command, transport: str) -> None:
        """A key the service does not know is status 1; the line does not repeat it."""
        with Sandbox(api_key="the-right-one") as sandbox:
            argv = ("--api-key", "sk_not_the_right_one", "--base-url", sandbox.url)
            ran = command("speak", "--transport", transport, *argv, stdin=TEXT.encode())
        assert (ran.status, ran.err.count("\n")) == (1, 1)
        assert "sk_not_the_right_one" not in ran.err

    def test_unreachable(self, command: Command) -> None:
        """A host nobody listens on is status 4."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{free.getsockname()[1]}"
            ran = command("speak", "--api-key", "any", "--base-url", url, stdin=TEXT.encode())
        assert (ran.status, ran.err.count("\n")) == (4, 1)


def test_embedded_sandbox(command: Command) -> None:
    """--sandbox speaks without a key and without a server of one's own."""
    ran = command("speak", "--sandbox", "-o", "a.wav", stdin=TEXT.encode())
    assert (ran.status, ran.err) == (0, "")
    assert len(_samples("a.wav")) > 48000
