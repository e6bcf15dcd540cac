"""`smallestai say` against a sandbox."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from smallestai.audio import Audio, AudioFormat, read_wav
from smallestai.sandbox import Sandbox

from .conftest import Command, Loudspeaker

TEXT = "Your parcel leaves tonight."
SAY = [sys.executable, "-m", "smallestai", "say"]


@pytest.mark.usefixtures("online")
class TestFile:
    """Speech into a file."""

    def test_default_is_out_wav(self, command: Command) -> None:
        """Without -o the speech is in out.wav, which standard error names."""
        ran = command("say", TEXT)
        assert (ran.status, ran.out) == (0, b"")
        assert ran.err.startswith("out.wav: ")
        form, samples = read_wav(Path("out.wav").read_bytes())
        assert form == AudioFormat("pcm", 24000)
        assert form.seconds(len(samples)) > 1

    def test_named_file_is_written_without_a_word(self, command: Command) -> None:
        """With -o, and no terminal to talk to, nothing is said."""
        ran = command("say", TEXT, "-o", "parcel.wav")
        assert (ran.status, ran.out, ran.err) == (0, b"", "")
        assert Path("parcel.wav").exists()
        assert not Path("out.wav").exists()

    @pytest.mark.parametrize(
        ("name", "argv"),
        [("a.mp3", ()), ("a.pcm", ()), ("a.raw", ()), ("a", ()), ("a.bin", ("--format", "mp3"))],
    )
    def test_suffix_chooses_the_form(
        self, command: Command, name: str, argv: tuple[str, ...]
    ) -> None:
        """The file's name chooses the form, unless --format does; a WAV where neither says."""
        assert command("say", TEXT, "-o", name, *argv).status == 0
        data = Path(name).read_bytes()
        form = argv[-1] if argv else {"": "wav", ".raw": "pcm"}.get(Path(name).suffix, name[2:])
        assert _form_of(data) == form

    def test_companded_speech_in_a_wav(self, command: Command) -> None:
        """--format ulaw into a .wav is a WAV of mu-law samples, elsewhere the samples alone."""
        argv = ("say", TEXT, "--format", "ulaw", "--sample-rate", "8000")
        assert command(*argv, "-o", "a.wav").status == 0
        assert command(*argv, "-o", "a.ulaw").status == 0
        form, samples = read_wav(Path("a.wav").read_bytes())
        assert form == AudioFormat("ulaw", 8000)
        assert samples == Path("a.ulaw").read_bytes()

    def test_transports_give_the_same_file(self, command: Command) -> None:
        """The same text is the same file over every transport."""
        for transport in ("http", "sse", "websocket"):
            ran = command("say", TEXT, "-o", f"{transport}.wav", "--transport", transport)
            assert ran.status == 0
        http = Path("http.wav").read_bytes()
        assert Path("sse.wav").read_bytes() == http
        assert Path("websocket.wav").read_bytes() == http

    def test_speed_and_rate_reach_the_service(self, command: Command) -> None:
        """--speed 2 is shorter, --sample-rate is the file's."""
        assert command("say", TEXT, "-o", "slow.wav").status == 0
        argv = ("--speed", "2", "--sample-rate", "8000")
        assert command("say", TEXT, "-o", "fast.wav", *argv).status == 0
        slow, fast = (Path(name).read_bytes() for name in ("slow.wav", "fast.wav"))
        form, samples = read_wav(fast)
        assert form.sample_rate == 8000
        assert form.seconds(len(samples)) < 0.8 * len(read_wav(slow)[1]) / 48000

    def test_json_tells_everything(self, command: Command) -> None:
        """--json prints one object about the file, and nothing else."""
        ran = command("say", TEXT, "--voice", "magnus", "--transport", "websocket", "--json")
        report = json.loads(ran.out)
        assert (ran.status, ran.err) == (0, "")
        assert report["path"] == "out.wav"
        assert report["bytes"] == Path("out.wav").stat().st_size
        assert report["duration"] == pytest.approx((report["bytes"] - 44) / 48000, abs=1e-3)
        assert report["sample_rate"] == 24000
        assert 0 < report["time_to_first_audio"] < 10
        assert report["transport"] == "websocket"
        assert (report["voice"], report["model"]) == ("magnus", "lightning_v3.1")
        assert report["request_id"]

    @pytest.mark.parametrize("argv", [("-",), ()])
    def test_text_from_standard_input(self, command: Command, argv: tuple[str, ...]) -> None:
        """`-`, or no text at all, reads it from the pipe."""
        assert command("say", TEXT, "-o", "argument.wav").status == 0
        ran = command("say", *argv, "-o", "pipe.wav", stdin=f"{TEXT}\n".encode())
        assert ran.status == 0
        assert Path("pipe.wav").read_bytes() == Path("argument.wav").read_bytes()

    def test_play_writes_no_file(self, command: Command, loudspeaker: Loudspeaker) -> None:
        """--play alone is heard to its end, at its rate, and leaves no file."""
        ran = command("say", TEXT, "--play", "--sample-rate", "16000")
        assert (ran.status, ran.out, ran.err) == (0, b"", "")
        assert len(loudspeaker.heard) > 32000
        assert loudspeaker.format == AudioFormat("pcm", 16000)
        assert loudspeaker.ends == [None]
        assert not list(Path().iterdir())

    def test_play_and_keep(self, command: Command, loudspeaker: Loudspeaker) -> None:
        """--play with -o does both."""
        assert command("say", TEXT, "--play", "-o", "kept.wav").status == 0
        assert read_wav(Path("kept.wav").read_bytes())[1] == loudspeaker.heard

    def test_no_loudspeaker(self, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where nothing can play, that is one line and status 2, and nothing is written."""
        monkeypatch.setitem(sys.modules, "sounddevice", None)
        ran = command("say", TEXT, "--play", "-o", "a.wav")
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert "smallestai[audio]" in ran.err
        assert not list(Path().iterdir())


@pytest.mark.usefixtures("online")
class TestPipe:
    """Speech on standard output."""

    def test_wav_on_standard_output(self, command: Command) -> None:
        """`-o -` writes a WAV and nothing else, with the same samples as the file."""
        ran = command("say", TEXT, "-o", "-")
        command("say", TEXT, "-o", "file.wav")
        assert (ran.status, ran.err) == (0, "")
        assert read_wav(ran.out) == read_wav(Path("file.wav").read_bytes())

    def test_pcm_on_standard_output(self, command: Command) -> None:
        """`-o - --format pcm` writes samples alone."""
        pcm = command("say", TEXT, "-o", "-", "--format", "pcm", "--transport", "websocket")
        wav = command("say", TEXT, "-o", "-")
        assert pcm.out == read_wav(wav.out)[1]

    def test_pipe_of_a_process(self) -> None:
        """Text piped in, audio piped out, nothing on standard error."""
        ran = subprocess.run(
            [*SAY, "-o", "-"], input=TEXT.encode(), capture_output=True, check=True
        )
        form, samples = read_wav(ran.stdout)
        assert form.seconds(len(samples)) > 1
        assert ran.stderr == b""

    def test_redirected_to_a_file(self) -> None:
        """A WAV redirected into a file states its true length."""
        with Path("redirected.wav").open("wb") as file:
            subprocess.run([*SAY, TEXT, "-o", "-"], stdout=file, check=True)
        data = Path("redirected.wav").read_bytes()
        assert int.from_bytes(data[40:44], "little") == len(data) - 44

    def test_reader_that_goes_away(self) -> None:
        """When the reader of the pipe has gone the command stops silently with 3."""
        text = "This goes on for a while. " * 40  # more than a pipe holds
        argv = [*SAY, text, "-o", "-", "--format", "pcm"]
        with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(100)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(30) == 3

    @pytest.mark.parametrize("stream", ["0<&-", "2>&-"])
    def test_closed_streams(self, stream: str) -> None:
        """A caller that closed standard input or error gets its file all the same."""
        program = f'"$0" -m smallestai say hello -o closed.wav {stream}'
        subprocess.run(["bash", "-c", program, sys.executable], check=True)
        assert Path("closed.wav").exists()

    def test_closed_standard_output(self) -> None:
        """Standard output that is closed is an output that cannot be written."""
        program = '"$0" -m smallestai say hello -o - >&-'
        argv = ["bash", "-c", program, sys.executable]
        ran = subprocess.run(argv, stderr=subprocess.PIPE, text=True, check=False)
        assert (ran.returncode, ran.stderr.count("\n")) == (3, 1)

    def test_no_audio_on_a_terminal(
        self, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """`-o -` onto a terminal is refused before anything is asked for."""
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        ran = command("say", TEXT, "-o", "-")
        assert (ran.status, ran.out) == (2, b"")
        assert "redirect" in ran.err


class TestRefused:
    """What goes wrong, each in one line."""

    def test_no_key(self, command: Command) -> None:
        """Without a key the line says where keys are made, and how to do without one."""
        ran = command("say", TEXT)
        assert (ran.status, ran.out) == (2, b"")
        for word in ("SMALLEST_API_KEY", "https://app.smallest.ai", "--sandbox"):
            assert word in ran.err
        assert ran.err.count("\n") == 1

    def test_wrong_key(self, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        """A key the service does not know is status 1; the line does not repeat it."""
        with Sandbox(api_key="the-right-one") as sandbox:
            argv = ("--api-key", "sk_not_the_right_one", "--base-url", sandbox.url)
            ran = command("say", TEXT, *argv)
        assert (ran.status, ran.err.count("\n")) == (1, 1)
        assert "401" in ran.err
        assert "sk_not_the_right_one" not in ran.err

    @pytest.mark.parametrize("transport", ["http", "sse", "websocket"])
    @pytest.mark.usefixtures("online")
    def test_unknown_voice(self, command: Command, transport: str) -> None:
        """What the service refuses is status 1, over every transport, and leaves no file."""
        ran = command("say", TEXT, "--voice", "nobody-by-this-name", "--transport", transport)
        assert (ran.status, ran.err.count("\n")) == (1, 1)
        assert not list(Path().iterdir())

    @pytest.mark.parametrize("transport", ["http", "websocket"])
    def test_unreachable(self, command: Command, transport: str) -> None:
        """A host nobody listens on is status 4."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{free.getsockname()[1]}"
            argv = ("--api-key", "any", "--base-url", url, "--transport", transport)
            ran = command("say", TEXT, *argv)
        assert (ran.status, ran.err.count("\n")) == (4, 1)

    def test_interrupted(self) -> None:
        """Ctrl-C while waiting for the service ends with 130, silently."""
        with socket.create_server(("127.0.0.1", 0)) as deaf:
            url = f"http://127.0.0.1:{deaf.getsockname()[1]}"
            argv = [*SAY, TEXT, "--api-key", "any", "--base-url", url]
            with subprocess.Popen(argv, stderr=subprocess.PIPE) as process:
                connection, _ = deaf.accept()
                with connection:
                    assert connection.recv(1)
                    process.send_signal(signal.SIGINT)
                    assert process.stderr is not None
                    assert process.stderr.read() == b""
                    assert process.wait(30) == 130
        assert not list(Path().iterdir())

    @pytest.mark.parametrize("output", ["nowhere/a.wav", ".", "a" * 300, "file/a.wav"])
    def test_no_place_for_the_file(self, command: Command, output: str) -> None:
        """A file that cannot be is status 3, found before a key is needed."""
        Path("file").touch()
        ran = command("say", TEXT, "-o", output)
        assert (ran.status, ran.err.count("\n")) == (3, 1)
        assert "could not be written: " in ran.err

    def test_a_folder_that_takes_nothing(
        self, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file is written beside its place, so its folder must be writable, not it alone."""
        folder, there = Path("kept"), Path("kept/there.wav")
        folder.mkdir()
        there.touch()
        monkeypatch.setattr(os, "access", lambda place, _: Path(place) != folder)
        for argv in (("say", TEXT), ("transcribe", "call.wav", "--srt")):
            for output in (there, folder / "new.wav"):
                ran = command(*argv, "-o", str(output))
                assert (ran.status, "permission denied" in ran.err) == (3, True)

    @pytest.mark.parametrize(
        ("argv", "said"),
        [
            (("hi", "--speed", "3"), "--speed 3.0"),
            (("hi", "--sample-rate", "11025"), "--sample-rate 11025"),
            (("hi", "--language", "xx"), "--language 'xx'"),
            (("hi", "--model", "bark"), "--model 'bark'"),
            (("hi", "--format", "mp3", "--transport", "sse"), "--format 'mp3'"),
            (("hi", "--format", "mp3", "-o", "a.wav"), "mp3 does not go into a .wav"),
            (("hi", "--format", "wav", "-o", "a.mp3"), "wav does not go into a .mp3"),
            (("hi", "-o", "a.ogg"), "a.ogg: wav does not go into a .ogg"),
            (("hi", "-o", ""), "must name a file"),
            (("h\udce9llo",), "TEXT: is not utf-8 text"),
            (("hi", "--json", "-o", "-"), "--json"),
            (("hi", "--play", "--format", "mp3"), "--play"),
            (("",), "TEXT ''"),
            (("-",), "TEXT ''"),
            (("hi", "--sandbox", "--base-url", "http://127.0.0.1:1"), "--sandbox"),
        ],
    )
    def test_argument(self, command: Command, argv: tuple[str, ...], said: str) -> None:
        """An argument no request can be made of is status 2 and named, before a key is needed."""
        ran = command("say", *argv)
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert said in ran.err

    def test_input_that_is_no_text(self, command: Command) -> None:
        """Bytes that are not UTF-8 are refused as such."""
        ran = command("say", "-", stdin=b"\xff\xfe\x00")
        assert ran.status == 2
        assert "utf-8" in ran.err

    @pytest.mark.usefixtures("online")
    def test_voice_of_the_other_model(self, command: Command) -> None:
        """A warning is one line too, said once."""
        ran = command("say", TEXT, "--voice", "magnus", "--model", "lightning_v3.1_pro")
        assert ran.status == 0
        assert ran.err.count("smallestai: warning: ") == 1


def test_embedded_sandbox(command: Command) -> None:
    """--sandbox speaks without a key and without a server of one's own."""
    ran = command("say", TEXT, "--sandbox", "-o", "a.wav")
    assert (ran.status, ran.err) == (0, "")
    assert _form_of(Path("a.wav").read_bytes()) == "wav"


def _form_of(data: bytes) -> str:
    if data[:4] == b"RIFF":
        return "wav"
    return "mp3" if Audio(data, AudioFormat("mp3", 24000)).duration > 1 else "pcm"
