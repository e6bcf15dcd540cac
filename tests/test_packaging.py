"""What is in the wheel, looked at in a wheel that is built."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

import smallestai

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_packages(wheel: zipfile.ZipFile) -> None:
    """The four import packages are in it, and nothing else."""
    tops = {name.split("/")[0] for name in wheel.namelist()}
    info = f"smallestai-{smallestai.__version__}.dist-info"
    assert tops == {"smallestai", "smallest", "smallestai_atoms", "smallestai_waves", info}


def test_marked_as_typed(wheel: zipfile.ZipFile) -> None:
    """Type checkers read the types of the packages that have code."""
    marked = sorted(name for name in wheel.namelist() if name.endswith("py.typed"))
    packages = ("smallestai", "smallestai_atoms", "smallestai_waves")
    assert marked == [f"{name}/py.typed" for name in packages]


def test_everything_is_in_it(wheel: zipfile.ZipFile) -> None:
    """Every module is in the wheel, and so is what the sandbox and the playground read."""
    folders = {"smallestai": ROOT, "smallest": ROOT}
    folders |= dict.fromkeys(("smallestai_atoms", "smallestai_waves"), ROOT / "generated")
    wanted = {
        path.relative_to(above).as_posix()
        for name, above in folders.items()
        for kind in ("*.py", "*.json", "*.html", "*.css", "*.js", "*.svg")
        for path in (above / name).rglob(kind)
    }
    assert wanted <= set(wheel.namelist())
    assert {"smallestai_waves/openapi.json", "smallestai/playground/static/index.html"} <= wanted


def test_metadata(wheel: zipfile.ZipFile) -> None:
    """Version, licence, command and pytest plugin are declared."""
    folder = f"smallestai-{smallestai.__version__}.dist-info"
    metadata = message_from_bytes(wheel.read(f"{folder}/METADATA"))
    assert metadata["Version"] == smallestai.__version__
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    entries = wheel.read(f"{folder}/entry_points.txt").decode()
    assert "smallestai = smallestai.cli:main" in entries
    assert "smallestai = smallestai.testing" in entries
