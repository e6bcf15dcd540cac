"""The playground in front of a sandbox, and a browser with a microphone that hears a file."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.audio import Audio, AudioFormat
from smallestai.playground import Playground
from smallestai.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

KEY = "sk-never-to-be-seen"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Said again and again: what comes after the first time interrupts the answer to it.
SILENCE = 2.5


_UNTIL = """() => new Promise((done, fail) => {
    const last = performance.now() + 20000;
    const look = () => {
        if (CONDITION) done();
        else if (performance.now() > last) fail(new Error("it never came true"));
        else requestAnimationFrame(look);
    };
    look();
})"""


def until(page: Page, condition: str) -> None:
    """Wait until an expression is true in the page, whose policy forbids the usual way."""
    page.evaluate(_UNTIL.replace("CONDITION", condition))


@pytest.fixture(scope="package")
def sandbox() -> Iterator[Sandbox]:
    """Return a sandbox that accepts one key."""
    with Sandbox(api_key=KEY) as sandbox:
        yield sandbox


@pytest.fixture(scope="package")
def playground(sandbox: Sandbox) -> Iterator[Playground]:
    """Return a playground in front of the sandbox."""
    client = AsyncSmallestAI(KEY, base_url=sandbox.url)
    with Playground(client, offline=True) as playground:
        yield playground


@pytest.fixture(scope="package")
def microphone(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what the browser's microphone hears, over and over: speech, and a silence."""
    with SmallestAI(KEY, base_url=sandbox.url) as client:
        speech = client.waves.tts.synthesize("Where is my parcel now?", voice_id="meher")
    silence = bytes(2 * round(SILENCE * speech.sample_rate))
    heard = Audio(speech.data + silence, AudioFormat("pcm", speech.sample_rate))
    return heard.save(tmp_path_factory.mktemp("microphone") / "microphone.wav")


@pytest.fixture(scope="package")
def browser(microphone: Path) -> Iterator[Browser]:
    """Return a headless Chromium of the system."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None and not os.environ.get("CI"):
        pytest.skip("no Chromium is installed: apt-get install chromium")
    assert path is not None, "no Chromium is installed: apt-get install chromium"
    switches = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={microphone}",
        "--no-sandbox",  # the root of a container has none; every page is our own
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=switches)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, playground: Playground) -> Iterator[Page]:
    """Return the page, loaded; nothing must have gone wrong in it by the end of the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(20_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: line.type == "error" and complaints.append(line.text))
    page.goto(playground.url)
    until(page, "'ready' in document.documentElement.dataset")
    yield page
    context.close()
    assert complaints == []
