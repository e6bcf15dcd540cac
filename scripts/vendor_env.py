"""Make a virtual environment that holds the vendor's own client, for the benchmark and its tests.

    python scripts/vendor_env.py        # prints the environment's interpreter

Its import package has the name of ours, so the two cannot share an environment. This one is made
once, under `.cache/`; a marker file, written last, tells that it is complete.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "5.14.0"
DIRECTORY = Path(__file__).resolve().parents[1] / ".cache" / f"vendor-{VERSION}"


class VendorUnavailableError(RuntimeError):
    """The environment could not be made; the message holds the last lines of what failed."""


def interpreter(directory: Path = DIRECTORY) -> Path:
    """Return the path of the environment's Python, whether or not the environment exists yet."""
    return directory / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready(directory: Path = DIRECTORY) -> bool:
    """Tell whether the environment is complete."""
    return _marker(directory).is_file() and interpreter(directory).exists()


def ensure(directory: Path = DIRECTORY) -> Path:
    """Return the environment's Python, and make the environment first if need be.

    Raises:
        VendorUnavailableError: the environment or the package cannot be installed here.
    """
    if not is_ready(directory):
        shutil.rmtree(directory, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(directory)])
        _run([str(interpreter(directory)), "-m", "pip", "install", "-q", f"smallestai=={VERSION}"])
        _marker(directory).touch()
    return interpreter(directory)


def _marker(directory: Path) -> Path:
    return directory / "complete"


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise VendorUnavailableError("\n".join((done.stderr or done.stdout).splitlines()[-5:]))


if __name__ == "__main__":
    try:
        print(ensure())
    except VendorUnavailableError as error:
        sys.exit(f"the vendor's client {VERSION} cannot be installed here:\n{error}")
