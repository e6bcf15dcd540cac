"""The fixtures for pytest, in runs of their own as a user would have them."""

import asyncio
import subprocess
import sys

import pytest

CONFTEST = """
import pytest
from smallestai.sandbox import Settings

@pytest.fixture(scope="session")
def smallestai_sandbox_settings():
    return Settings(complete_backoff_ms=0)
"""


def run(folder, **files):
    """Run pytest on files; return what it printed, after it has passed without a warning."""
    for name, content in files.items():
        (folder / f"{name}.py").write_text(content)
    argv = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"]
    done = subprocess.run(argv, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_loading_the_plugin_loads_nothing_else():
    """A run that uses no fixture pays for none: neither HTTP nor the server is imported."""
    program = (
        "import sys, pytest; before = {*sys.modules}; import smallestai.testing; "
        "print(*sorted({*sys.modules} - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = {name for name in done.stdout.split() if not name.startswith("smallestai")}
    assert loaded <= {"__future__", "importlib.metadata"}


def test_the_fixtures_work_together(tmp_path):
    """Both clients reach the one sandbox of the run, whose settings a conftest may choose."""
    tests = """
import asyncio

def test_same(smallestai_sandbox, smallestai_client, async_smallestai_client):
    assert smallestai_client.base_url == smallestai_sandbox.url
    assert async_smallestai_client.base_url == smallestai_sandbox.url

def test_blocking(smallestai_client):
    assert smallestai_client.waves.voices.list()

def test_async_left_open(async_smallestai_client):
    async def use():
        return await async_smallestai_client.waves.voices.list()
    assert asyncio.run(use()) == asyncio.run(use())

def test_async_closed(async_smallestai_client):
    async def use():
        async with async_smallestai_client as client:
            return await client.waves.voices.list()
    assert asyncio.run(use())
"""
    assert "4 passed" in run(tmp_path, conftest=CONFTEST, test_fixtures=tests)


def test_a_missing_extra_is_named(tmp_path):
    """Without the packages of the sandbox a test fails with one line that says what to install."""
    (tmp_path / "conftest.py").write_text("import sys; sys.modules['starlette'] = None")
    (tmp_path / "test_it.py").write_text("def test_it(smallestai_sandbox): ...")
    argv = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(argv, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip install 'smallestai[sandbox]'" in done.stdout
    assert "Traceback" not in done.stdout


def test_the_sandbox_lives_for_the_run(smallestai_sandbox, request):
    """The sandbox is the same for every test, the blocking client is not."""
    assert request.getfixturevalue("smallestai_sandbox") is smallestai_sandbox


def test_a_blocking_client_speaks(smallestai_client):
    """The client of the fixture speaks through the real stack."""
    audio = smallestai_client.waves.tts.synthesize("Hello.", voice_id="meher")
    assert audio.duration > 0.2


@pytest.mark.parametrize("_again", range(2))
def test_an_async_client_serves_any_loop(async_smallestai_client, _again):
    """The client of the fixture works on a loop that ends without closing it."""

    async def use():
        return await async_smallestai_client.waves.tts.synthesize("Hello.", voice_id="meher")

    assert asyncio.run(use()).duration > 0.2
