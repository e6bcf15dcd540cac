"""The same program comes to the same under a release of old and under this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from scripts import legacy_env
from smallestai.sandbox import Sandbox, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.legacy

PROGRAM = Path(__file__).with_name("program.py")
AGENTS = Path(__file__).with_name("agents.py")
DIFFERENCES = {
    ("1.3.3", "nothing"): "it sends an empty text; we refuse it before that, as from 1.3.4 on",
    ("1.3.3", "refused"): "it knows its voices by heart; the service knows today's",
    ("4.3.1", "nothing"): "it sends an empty text",
    ("4.3.1", "key"): "the same class has two names",
    ("4.3.1", "audience_of_another_column"): "it names a column that its file has not got",
    ("4.3.1", "audience_with_commas"): "it quotes nothing",
    ("4.3.1", "retries_of_a_campaign"): "it takes numbers and retries, and does not send them",
    ("4.3.1", "many_campaigns"): "it asks for a limit, which the service calls offset",
    ("4.3.1", "text"): "it sends a text without what the service requires",
    ("4.3.1", "file_that_is_missing"): "it has made the knowledge base by then",
}
"""What is meant to differ, and why."""


@pytest.fixture(scope="module")
def server() -> Iterator[Sandbox]:
    """A server with the old routes."""
    with Sandbox(settings=Settings(legacy_routes=True, time_scale=0.1)) as sandbox:
        yield sandbox


def outcome(python: str | Path, folder: Path, *program: str | Path) -> dict[str, Any]:
    """Return what a program tells, run in a folder of its own."""
    done = subprocess.run(
        [str(python), *map(str, program)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if "SMALLEST" not in name},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(done.stdout[done.stdout.index('{"') :])
    return told


@pytest.mark.parametrize("version", legacy_env.VERSIONS)
def test_same_result(version: str, server: Sandbox, tmp_path: Path) -> None:
    """Types, bytes of audio, files and exceptions are the same; a table shows them."""
    compare(version, tmp_path, PROGRAM, server.url, version)


def test_same_agents(server: Sandbox, tmp_path: Path) -> None:
    """So are models, dicts and errors of what 4.3 added to the client of agents."""
    compare("4.3.1", tmp_path, AGENTS, server.url)


def compare(version: str, folder: Path, *program: str | Path) -> None:
    """Run a program under a release and under this one, and look at what differs."""
    theirs = outcome(legacy_env.ensure(version), folder, *program)
    ours = outcome(sys.executable, folder, *program)
    assert theirs.keys() == ours.keys()
    print(f"\n{version}")
    for name in theirs:
        why = DIFFERENCES.get((version, name), "")
        print(f"  {name:27} {str(theirs[name])[:56]:58} {str(ours[name])[:56]:58} {why}")
    differing = {(version, name) for name in theirs if theirs[name] != ours[name]}
    assert differing == {each for each in DIFFERENCES if each[0] == version and each[1] in theirs}
