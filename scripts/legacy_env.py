"""Make virtual environments that hold old releases, to compare ours with them.

    python scripts/legacy_env.py        # prints their interpreters

Each is made once, under `.cache/`; a marker file, written last, tells that it is complete.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

VERSIONS = ("1.3.3", "2.2.0", "3.0.0", "3.1.0", "4.3.1", "5.14.0")
CACHE = Path(__file__).resolve().parents[1] / ".cache"


class ReleaseUnavailableError(RuntimeError):
    """A release could not be installed; the message holds the last lines of what failed."""


def ensure(version: str, cache: Path = CACHE) -> Path:
    """Return the Python of an old release, and install the release first if need be.

    Raises:
        ReleaseUnavailableError: It cannot be installed here.
    """
    directory = cache / f"legacy-{version}"
    python = directory / "bin" / "python"
    marker = directory / "complete"
    if not (marker.is_file() and python.exists()):
        shutil.rmtree(directory, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(directory)])
        _run([str(python), "-m", "pip", "install", "-q", f"smallestai=={version}"])
        marker.touch()
    return python


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ReleaseUnavailableError("\n".join((done.stderr or done.stdout).splitlines()[-5:]))


if __name__ == "__main__":
    try:
        for each in VERSIONS:
            print(ensure(each))
    except ReleaseUnavailableError as error:
        sys.exit(f"an old release cannot be installed here:\n{error}")
