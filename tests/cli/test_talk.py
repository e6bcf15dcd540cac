"""`smallestai talk`, with a microphone and a loudspeaker that the test makes."""

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import chain, cycle, repeat
from pathlib import Path
from typing import Any

import pytest

from smallestai import SmallestAI, _microphone, _player
from smallestai.audio import AudioFormat, read_wav
from smallestai.cli import main
from smallestai.sandbox import Sandbox

from .conftest import Command, Ran

talk_module = import_module("smallestai.cli.talk")


class Microphone:
    """Hears some words and then nothing; or, if there is something to do then, the words again."""

    def __init__(self, speech: bytes, after: Callable[[], object] | None) -> None:
        self._words = [speech[at : at + 640] for at in range(0, len(speech), 640)]
        self._after = after
        self._closed = threading.Event()

    def __call__(self, *, device: object) -> "Microphone":
        assert device is None
        return self

    def __enter__(self) -> "Microphone":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[bytes]:
        rest = repeat(bytes(640)) if self._after is None else cycle([None, *self._words])
        for block in chain(self._words, rest):
            if self._closed.wait(0.002):  # ten times as fast as speech
                return
            if block is not None:
                yield block
            elif self._after is not None:
                self._after()
                self._after = None

    def close(self) -> None:
        self._closed.set()


class Loudspeaker:
    """Takes whatever it is given, and has played it."""

    def __init__(self) -> None:
        self.heard = b""
        self.format = AudioFormat("pcm", 24_000)

    def __call__(self, form: AudioFormat, device: object) -> "Loudspeaker":
        self.format = form
        return self

    def __enter__(self) -> "Loudspeaker":
        return self

    @property
    def position(self) -> float:
        return self.format.seconds(len(self.heard))

    def write(self, samples: bytes) -> None:
        self.heard += samples

    def cut(self) -> None: ...

    def wait(self) -> None: ...

    def close(self) -> None: ...


@pytest.fixture
def loudspeaker(monkeypatch: pytest.MonkeyPatch) -> Loudspeaker:
    """Return the loudspeaker."""
    loudspeaker = Loudspeaker()
    monkeypatch.setattr(_player, "Player", loudspeaker)
    return loudspeaker


Listen = Callable[..., None]


@pytest.fixture
def listen(online: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Listen:
    """Have the microphone hear words; `after` is called when they were heard once."""
    with SmallestAI("any", base_url=online.url) as client:
        speech = client.waves.tts.synthesize("Where is my parcel?", sample_rate=16_000)

    def listen(after: Callable[[], object] | None = None) -> None:
        microphone = Microphone(speech.data + bytes(64_000), after)
        monkeypatch.setattr(_microphone, "Microphone", microphone)

    return listen


@pytest.fixture
def until(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[[], object]], None]:
    """Have something done as soon as a line with these words is written."""

    def until(words: str, act: Callable[[], object]) -> None:
        write = talk_module._write_line

        def written(line: str) -> None:
            write(line)
            if words in line:
                act()

        monkeypatch.setattr(talk_module, "_write_line", written)

    return until


def _interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def _words(ran: Ran) -> list[str]:
    return [line.split(maxsplit=1)[1] for line in ran.out.decode().splitlines()]


def test_a_conversation(
    command: Command, listen: Listen, until: Any, loudspeaker: Loudspeaker
) -> None:
    """What is said is answered, told in lines and recorded; Ctrl-C ends it without a word."""
    listen()
    until("the reply is complete", _interrupt)
    ran = command("talk", "--instructions", "sandbox: No.", "--record", "both.wav")
    assert (ran.status, ran.err) == (0, "")
    words = _words(ran)
    assert words[:3] == ["you speak", "you have stopped", "the model answers"]
    assert any(loudspeaker.heard)
    form, samples = read_wav(Path("both.wav").read_bytes())
    assert (form.channels, form.sample_rate) == (2, 24_000)
    assert any(samples[0::4])
    assert any(samples[2::4])


def test_json(command: Command, listen: Listen, until: Any, loudspeaker: Loudspeaker) -> None:
    """--json prints every event but audio, with its time."""
    listen()
    until("response.output_audio.done", _interrupt)
    ran = command("talk", "--json", "--speak-first")
    events = [json.loads(line) for line in ran.out.splitlines()]
    names = [event["type"] for event in events]
    assert ran.status == 0
    assert names.index("session.configured") < names.index("response.created")
    assert "response.output_audio.delta" not in names
    assert [event["at"] for event in events] == sorted(event["at"] for event in events)


def test_push_to_talk(
    listen: Listen,
    until: Any,
    loudspeaker: Loudspeaker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody is heard before Enter; the end of the input ends the conversation."""
    happened = []
    reader, writer = os.pipe()

    def enter() -> None:
        happened.append("Enter")
        os.write(writer, b"\n")

    listen(after=enter)
    until("you speak", lambda: happened.append("speech"))
    until("you have stopped", lambda: os.close(writer))
    with os.fdopen(reader) as keyboard:
        monkeypatch.setattr(sys, "stdin", keyboard)
        status = main(["talk", "--push-to-talk"])
    assert status == 0
    assert happened == ["Enter", "speech"]


def test_levels_on_a_terminal(
    command: Command,
    listen: Listen,
    until: Any,
    loudspeaker: Loudspeaker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A terminal shows both levels below the lines."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(talk_module._output, "is_terminal", lambda stream: stream is sys.stderr)
    listen()
    until("the model answers", _interrupt)
    ran = command("talk")
    assert ran.status == 0
    assert "you" in ran.err
    assert "░" in ran.err
    assert _words(ran)[0] == "you speak"


def test_a_session_that_fails(
    command: Command, listen: Listen, loudspeaker: Loudspeaker, online: Sandbox
) -> None:
    """What ends the session is the exit status, in one line."""
    listen()
    online.fail("unauthorized", "GET /waves/v1/s2s")
    ran = command("talk")
    assert ran.status == 1
    assert ran.err.count("\n") == 1


@pytest.mark.usefixtures("online")
def test_without_a_device(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, or a device, the one line says what is missing."""
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    ran = command("talk")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert "pip install 'smallestai[audio]'" in ran.err


@pytest.mark.usefixtures("online")
def test_a_recording_needs_a_place(command: Command) -> None:
    """A folder that is not there is found before anything is asked for."""
    ran = command("talk", "--record", "nowhere/both.wav")
    assert (ran.status, "no folder" in ran.err) == (3, True)
