"""The examples run as they are."""

import re
import runpy
import sys
import threading
import wave
from collections.abc import Iterator
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

from smallestai.audio import Audio, AudioFormat
from smallestai.sandbox import Sandbox

EXAMPLES = Path(__file__).parents[1] / "examples"
TONE = b"\x00\x10\x00\xf0" * 24000


@pytest.fixture(autouse=True)
def _elsewhere(
    smallestai_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run in a folder of its own, with a sandbox as the service."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMALLEST_BASE_URL", smallestai_sandbox.url)
    monkeypatch.setenv("SMALLEST_API_KEY", smallestai_sandbox.api_key or "any-key")


def status_of(path: Path) -> object:
    """Run a program and return what it exits with."""
    try:
        runpy.run_path(str(path), run_name="__main__")
    except SystemExit as end:
        return end.code
    return None


def load(name: str) -> ModuleType:
    """Return an example as a module, without running it."""
    spec = util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def hello() -> ModuleType:
    """Return the module examples/hello.py."""
    return load("hello")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_example_runs(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every example runs to its end and says something."""
    assert status_of(path) in (None, 0)
    assert capsys.readouterr().out


def test_hello_writes_what_it_reports(
    hello: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """The demo has an aligned row for each transport, and leaves over a second at 24 kHz."""
    assert hello.main() == 0
    head, *rows = capsys.readouterr().out.splitlines()[2:6]
    assert [row.split()[0] for row in rows] == ["http", "sse", "websocket"]
    assert {len(row) for row in rows} == {len(head)}
    with wave.open("hello.wav") as file:
        assert file.getframerate() == 24000
        assert file.getnframes() > 24000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (TONE[:4000], "only 0.08 s"),
        (b"\x01\x00" * 48000, "near silence"),
        (TONE + b"\x00\x00", "not the same audio as http"),
        (b"", "only 0.00 s"),
    ],
)
def test_hello_finds_faults(hello: ModuleType, data: bytes, said: str) -> None:
    """The demo tells audio that is short, silent or different from good audio."""
    form = AudioFormat("pcm", 24000)
    good = hello.Spoken("http", 0.1, Audio(TONE, form))
    assert hello.faults([good, good]) == []
    found = hello.faults([good, hello.Spoken("sse", 0.1, Audio(data, form))])
    assert any(said in fault for fault in found)


def test_hello_fails_when_transports_differ(
    hello: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The demo exits with 1, and writes nothing, when a transport gives other audio."""
    speak = hello.speak

    def altered(client: object, transport: str) -> object:
        spoken = speak(client, transport)
        if transport != "sse":
            return spoken
        other = Audio(spoken.audio.data[::-1], spoken.audio.format)
        return hello.Spoken(transport, spoken.first, other)

    monkeypatch.setattr(hello, "speak", altered)
    assert hello.main() == 1
    assert "sse: not the same audio" in capsys.readouterr().err
    assert not Path("hello.wav").exists()


def test_an_answer_is_spoken_as_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first sentence is spoken before the last token is there; answer.wav has all of them."""
    example = load("llm_to_speech")
    script, spoken = example.script, threading.Event()
    lines: list[str] = []

    def said(*words: object) -> None:
        lines.append(" ".join(map(str, words)))
        spoken.set()

    def waiting(question: str) -> Iterator[object]:
        *chunks, last = script(question)
        yield from chunks
        assert spoken.wait(30)
        yield last

    monkeypatch.setattr(example, "TOKENS_PER_SECOND", 10_000)
    monkeypatch.setattr(example, "script", waiting)
    monkeypatch.setattr(example, "print", said, raising=False)
    example.main()
    assert lines[0].startswith("speaking: Good news: ")
    assert re.fullmatch(r"first audio \d+ ms after the first token", lines[-2])
    with wave.open("answer.wav") as file:
        assert file.getnframes() > 5 * file.getframerate()
