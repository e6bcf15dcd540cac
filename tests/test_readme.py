"""Every code block of the README and of docs/ does what it says.

``python`` blocks are executed; a test function in one is called with its fixtures. ``sh`` blocks
are run by a shell. Both meet a sandbox. ``console`` blocks are exempt: they show what a person
types where a test should not, which is `make`, `pip`, and a server that runs until it is
interrupted; that they hold nothing else is a test of its own.
"""

import inspect
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from smallestai.sandbox import Sandbox

ROOT = Path(__file__).parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
EXEMPT = ("$ make ", "$ pip install ", "$ smallestai sandbox", "$ python -m smallestai.sandbox")


@dataclass(frozen=True)
class Block:
    """A code block and where it stands."""

    page: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def blocks_of(page: Path) -> list[Block]:
    """Return the code blocks of a page."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(page, text.count("\n", 0, found.start()) + 1, found[1], found[2])
        for found in FENCE.finditer(text)
    ]


BLOCKS = [block for page in PAGES for block in blocks_of(page)]


def written_in(language: str) -> list[Block]:
    """Return the blocks of a language."""
    return [block for block in BLOCKS if block.language == language]


@pytest.fixture(autouse=True)
def _elsewhere(
    smallestai_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run in a folder of its own, with a sandbox as the service."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMALLEST_BASE_URL", smallestai_sandbox.url)
    monkeypatch.setenv("SMALLEST_API_KEY", smallestai_sandbox.api_key or "any-key")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("block", written_in("python"), ids=str)
def test_python_runs(block: Block, request: pytest.FixtureRequest) -> None:
    """A Python block runs by itself, from its own imports, and its tests pass."""
    names: dict[str, Any] = {"__name__": "block"}
    padding = "\n" * block.line  # a traceback shows the line of the page
    exec(compile(padding + block.text, str(block.page), "exec"), names)
    for name, value in list(names.items()):
        if name.startswith("test_") and isinstance(value, FunctionType):
            wanted = inspect.signature(value).parameters
            value(**{each: request.getfixturevalue(each) for each in wanted})


@pytest.mark.parametrize("block", written_in("sh"), ids=str)
def test_shell_runs(block: Block) -> None:
    """Every command of a shell block succeeds, in every part of a pipe."""
    argv = ["bash", "-e", "-o", "pipefail", "-c", block.text]
    ran = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("block", written_in("console"), ids=str)
def test_exempt_blocks_hold_nothing_else(block: Block) -> None:
    """What is not run is make, pip or a server."""
    assert [line for line in block.text.splitlines() if not line.startswith(EXEMPT)] == []


def test_other_blocks_are_no_code() -> None:
    """A block without a language is a drawing, and there is no language that nobody runs."""
    assert {block.language for block in BLOCKS} <= {"python", "sh", "console", ""}
    for block in written_in(""):
        assert "import smallestai" not in block.text


def test_there_is_something_to_run() -> None:
    """The README shows Python and the command, so that the tests above are not empty."""
    readme = [block.language for block in BLOCKS if block.page.name == "README.md"]
    assert readme.count("python") >= 8
    assert "sh" in readme


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """A link into the repository leads to a file, and to a heading of it where it names one."""
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        path = (page.parent / target) if target else page
        assert path.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {heading.lower().replace(" ", "-") for heading in headings}


def test_every_error_is_in_the_table() -> None:
    """The README's table names every error that there is, and only those."""
    from smallestai import errors

    kinds = {name for name in errors.__all__ if isinstance(getattr(errors, name), type)}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\|[ │├└]*`(\w+Error)`", readme, re.MULTILINE))
    assert named == kinds - {"SmallestError"}
