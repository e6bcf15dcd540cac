"""What the guide to the Lightning Large streaming example shows."""

from __future__ import annotations

import ast
import re
import runpy
import sys
import wave
from pathlib import Path

import pytest

from smallestai.errors import SmallestError

from .blocks import EXAMPLE, covers

EXAMPLES = Path(__file__).parents[2] / "examples"
PROGRAM = EXAMPLES / "streaming_api.py"
HEADERS = {"Authorization": "Bearer your_api_key", "Content-Type": "application/json"}


@pytest.fixture
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    monkeypatch.delitem(sys.modules, "streaming_api", raising=False)


@covers(EXAMPLE, 1)
def test_nothing_else_is_to_be_installed() -> None:
    """It imports this package and the standard library."""
    tree = ast.parse(PROGRAM.read_text("utf-8"))
    names = {each.module or "" for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)}
    names |= {
        name.name for each in ast.walk(tree) if isinstance(each, ast.Import) for name in each.names
    }
    assert {name.split(".")[0] for name in names} - sys.stdlib_module_names == {"smallestai"}


@covers(EXAMPLE, 2)
def test_as_a_script(capsys: pytest.CaptureFixture[str]) -> None:
    """It says how long the first audio took and how much there is, and writes all of it."""
    runpy.run_path(str(PROGRAM), run_name="__main__")
    out = capsys.readouterr().out
    assert re.search(r"^TTFB: \d+\.\d\d ms$", out, re.MULTILINE)
    assert re.search(r"^Total audio chunks: [1-9]\d*$", out, re.MULTILINE)
    said = re.search(r"^Total audio size: (\d+) bytes$", out, re.MULTILINE)
    assert said is not None
    with wave.open("output.wav") as file:
        assert file.getframerate() == 24000
        assert 2 * file.getnframes() == int(said[1]) > 48000


@covers(EXAMPLE, 3)
@pytest.mark.usefixtures("_importable")
def test_as_a_module() -> None:
    """The WAV has the rate that was asked for; options of old are ignored."""
    from streaming_api import stream

    payload = {"text": "Hello, world!", "voice_id": "olivia", "sample_rate": 16000}
    stream({**payload, "consistency": 0.5, "similarity": 0, "enhancement": 1}, HEADERS)
    with wave.open("output.wav") as file:
        assert file.getframerate() == 16000
        assert file.getnframes() > 8000


@pytest.mark.usefixtures("_importable")
def test_a_failure_is_raised() -> None:
    """An unknown voice is an error, not a line of text, and what was there is still there."""
    from streaming_api import stream

    Path("output.wav").write_bytes(b"before")
    with pytest.raises(SmallestError, match=r"[Vv]oice"):
        stream({"text": "Hello, world!", "voice_id": "your_voice_id"}, HEADERS)
    assert Path("output.wav").read_bytes() == b"before"
