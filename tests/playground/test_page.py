"""The page in a real browser, whose microphone hears somebody speak again and again."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from smallestai import AsyncSmallestAI
from smallestai.playground import Playground

from .conftest import KEY, until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

    from smallestai.sandbox import Sandbox

PHONE: ViewportSize = {"width": 390, "height": 844}
# Every answer is long enough to be interrupted.
ANSWER = (
    "Your parcel left our warehouse this morning, and is on its way to you now. It should be with "
    "you on Tuesday, between nine and noon, and the driver will ring the bell twice."
)
SCRIPT = "\n".join([f"sandbox: {ANSWER}"] * 8)
# Notes when each piece of audio was to begin, and how long it was.
SCHEDULE = """
window.schedule = [];
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (when) {
    schedule.push([when, this.buffer.duration, this.context.currentTime]);
    start.call(this, when);
};
"""
# Notes the largest sample that is sent.
LOUDEST = """
window.loudest = 0;
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
    if (typeof data !== "string") loudest = Math.max(loudest, ...new Int16Array(data));
    send.call(this, data);
};
"""


def connect(page: Page, script: str = SCRIPT) -> None:
    """Begin a conversation."""
    page.fill("#talk-instructions", script)
    page.click("#connect")


def shown(page: Page) -> list[str]:
    """Return the names of the events in the list."""
    return page.locator("#log li").evaluate_all("(all) => all.map((each) => each.className)")


def test_a_conversation(page: Page, tmp_path: Path) -> None:
    """Somebody speaks, is answered, interrupts the answer, and is answered again."""
    connect(page)
    until(page, "playground.talk.conversation?.player?.position > 0.3")
    assert page.evaluate("playground.talk.you.peak") > 0.05
    assert page.evaluate("playground.talk.model.peak") > 0.05
    until(page, "playground.talk.conversation.interruptions >= 1")
    cut = page.evaluate("({ ahead: playground.talk.conversation.player.ahead })")
    assert cut["ahead"] == 0
    expect(page.locator("#talk-state")).to_have_text("hearing you")
    expect(page.locator("#talk-state")).to_have_text("answering")
    page.screenshot(path=tmp_path / "talk.png")
    facts = page.evaluate(
        "(({ heard, blocks, latency, player }) => ({ heard, blocks, latency, rate: player.rate, "
        "flushes: player.flushes, pieces: player.pieces }))(playground.talk.conversation)"
    )
    assert facts["rate"] == 24000
    assert facts["flushes"] == 1
    assert facts["pieces"] > 10
    assert facts["heard"] > 0.3
    assert facts["blocks"] > 100
    assert facts["latency"] > 0
    expect(page.locator("#talk-cuts")).to_have_text("1")
    page.click("#connect")
    expect(page.locator("#talk-state")).to_have_text("not connected")
    names = shown(page)
    turn = ["input_audio_buffer.speech_started", "input_audio_buffer.speech_stopped"]
    answer = ["response.created", "response.output_audio.delta"]
    cut_off = [turn[0], "playback flushed", "session.interrupted", "response.done", turn[1]]
    wanted = ["session.configured", *turn, *answer, *cut_off, *answer, "ended"]
    left = iter(names)
    assert all(name in left for name in wanted), names  # in this order, with others in between


def test_muting_and_interrupting_by_key(page: Page) -> None:
    """M sends silence while somebody speaks; Escape silences the model."""
    page.evaluate("() => {" + LOUDEST + "}")
    connect(page)
    until(page, "playground.talk.conversation?.player?.ahead > 0")
    assert page.evaluate("loudest") > 1000
    expect(page.locator("#mute")).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("m")
    expect(page.locator("#mute")).to_have_attribute("aria-pressed", "true")
    page.evaluate("() => { loudest = 0; }")
    until(page, "playground.talk.you.rms < 0.001")
    until(page, "playground.talk.you.rms > 0.02")  # which would interrupt, if it were sent
    before = page.evaluate("playground.talk.conversation.blocks")
    until(page, f"playground.talk.conversation.blocks > {before} + 30")
    assert page.evaluate("loudest") == 0
    until(page, "playground.talk.conversation.player.flushes === 0")
    page.keyboard.press("Escape")
    until(page, "playground.talk.conversation.player.flushes === 1")
    expect(page.locator("#log")).to_contain_text("cancelled, client_cancelled")
    page.focus("#connect")
    page.keyboard.press("Enter")
    expect(page.locator("#connect")).to_have_text("Connect")
    expect(page.locator("#mute")).to_be_disabled()


def test_speaking_a_text(page: Page, tmp_path: Path) -> None:
    """A text is heard without a gap, and each of its words is marked while it is."""
    page.evaluate("() => {" + SCHEDULE + "}")
    page.evaluate(
        """() => {
            window.marked = [];
            new MutationObserver(() => {
                const now = document.querySelector("#words .now")?.textContent;
                if (now && now !== marked.at(-1)) marked.push(now);
            }).observe(document.querySelector("#words"), { subtree: true, attributes: true });
        }"""
    )
    text = "Good news 📦: it leaves tonight."
    page.fill("#speak-text", text)
    page.press("#speak-text", "Control+Enter")
    until(page, "playground.speak.utterance?.now >= 2")
    expect(page.locator("#words")).to_have_text(text)
    assert page.locator("#words .said").count() >= 2
    page.screenshot(path=tmp_path / "speak.png")
    expect(page.locator("#speak-state")).to_have_text("ready")
    marked = page.evaluate("marked")
    assert [word.strip(":.") for word in marked if word[0].isalpha()] == [
        "Good", "news", "it", "leaves", "tonight",
    ]  # fmt: skip
    assert page.evaluate("playground.speak.scope.peak") > 0.05
    schedule: list[list[float]] = page.evaluate("schedule")
    assert sum(duration for _, duration, _ in schedule) > 1
    for (begin, duration, _), (after, _, now) in itertools.pairwise(schedule):
        if after > now + 0.035:  # else it came too late, which a busy machine may do
            assert after == pytest.approx(begin + duration, abs=1e-6)
    expect(page.locator("#words .now, #words .said")).to_have_count(0)


def test_stopping_and_asking_again(page: Page) -> None:
    """Stop is silence at once; another text takes the place of the one being spoken."""
    page.fill("#speak-text", ANSWER)
    page.click("#speak")
    until(page, "playground.speak.utterance?.player?.position > 0.1")
    page.click("#speak")
    until(page, "playground.speak.utterance?.player?.position > 0.1")
    page.click("#stop")
    expect(page.locator("#speak-state")).to_have_text("ready")
    expect(page.locator("#stop")).to_be_disabled()
    assert shown(page).count("speech asked for") == 2


def test_pickers(page: Page) -> None:
    """The models have their own voices; text to speech those of the service."""
    voices = page.locator("#talk-voice option")
    assert "maya" in voices.all_text_contents()
    page.select_option("#talk-model", "hydra-v1.0")
    assert "sterling" in voices.all_text_contents()
    assert "maya" not in voices.all_text_contents()
    assert page.locator("#speak-voice option").count() > 10
    assert page.input_value("#speak-voice") == "meher"


def test_a_failure_is_told(page: Page) -> None:
    """What the service refuses is said on the page, and the next try is possible."""
    connect(page, "sandbox: ${")
    page.evaluate("() => playground.talk.conversation.end('The microphone is gone.')")
    expect(page.get_by_role("alert")).to_have_text("The microphone is gone.")
    expect(page.locator("#talk-state")).to_have_text("failed")
    expect(page.locator("#connect")).to_have_text("Connect")
    page.fill("#speak-text", "Tonight.")
    page.evaluate("document.querySelector('#speak-voice').append(new Option('?', 'no such!'))")
    page.select_option("#speak-voice", "no such!")
    page.click("#speak")
    expect(page.locator("#speak-error")).to_contain_text("Voice")
    expect(page.locator("#speak-state")).to_have_text("failed")


def test_what_is_missing_is_told(browser: Browser, sandbox: Sandbox) -> None:
    """No microphone, no voices, no server any more: the page says what to do, in words."""
    page = browser.new_page()
    page.add_init_script(
        "navigator.mediaDevices.getUserMedia = () => "
        "Promise.reject(new DOMException('no', 'NotAllowedError'))"
    )
    page.route("**/voices", lambda route: route.fulfill(status=502, json={"message": "No."}))
    with Playground(AsyncSmallestAI(KEY, base_url=sandbox.url)) as playground:
        page.goto(playground.url)
        expect(page.locator("#speak-error")).to_have_text("The voices cannot be listed: No.")
        page.click("#connect")
        expect(page.locator("#talk-error")).to_contain_text("Allow it in the browser")
    page.click("#speak")
    expect(page.locator("#speak-error")).to_contain_text("Does its command still run?")
    page.close()


def test_a_server_that_goes(browser: Browser, sandbox: Sandbox) -> None:
    """A conversation that loses the playground says so, and lets go of the microphone."""
    page = browser.new_page()
    with Playground(AsyncSmallestAI(KEY, base_url=sandbox.url)) as playground:
        page.goto(playground.url)
        page.click("#connect")
        expect(page.locator("#talk-rate")).to_have_text("24000 Hz")
    expect(page.locator("#talk-error")).to_contain_text("Does its command still run?")
    expect(page.locator("#connect")).to_have_text("Connect")
    page.close()


def test_layout(page: Page, tmp_path: Path) -> None:
    """A laptop shows everything at once; a phone scrolls downwards only. Text can be read."""
    size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    assert page.evaluate(size) == [1280, 800]
    page.screenshot(path=tmp_path / "desktop.png")
    page.set_viewport_size(PHONE)
    assert page.evaluate(size)[0] == PHONE["width"]
    page.screenshot(path=tmp_path / "phone.png", full_page=True)
    assert page.evaluate(CONTRAST) >= 4.5
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(CONTRAST) >= 4.5


# The least contrast between a text and what is behind it (WCAG 2, relative luminance).
CONTRAST = """() => {
    const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b]
        .map((c) => c / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (node) => {
        for (; node; node = node.parentElement) {
            const color = rgb(getComputedStyle(node).backgroundColor);
            if (color[3] !== 0) return color;
        }
    };
    const texts = [...document.querySelectorAll("h1, h2, p, label, dt, dd, button, select")];
    return Math.min(...texts.filter((node) => node.offsetWidth).map((node) => {
        const [a, b] = [rgb(getComputedStyle(node).color), ground(node)].map(light);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }));
}"""


def test_every_control_has_a_name_and_a_place(page: Page) -> None:
    """The Tab key reaches every control that is enabled; each has a name for a screen reader."""
    controls = page.locator("button, select, textarea, input")
    for control in controls.all():
        assert control.evaluate("(node) => node.labels?.[0]?.innerText || node.innerText")
    wanted = page.evaluate(
        "[...document.querySelectorAll('button, select, textarea, input')]"
        ".filter((node) => !node.disabled).map((node) => node.id)"
    )
    reached = []
    for _ in range(len(wanted) + 1):  # and the list of events
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    assert reached == [*wanted, "log"]


def test_resampling(page: Page) -> None:
    """A tone keeps its pitch and loudness at 16 kHz; what 16 kHz cannot hold is gone."""
    for rate in (44_100, 48_000, 8000):
        low = page.evaluate(RESAMPLED, [rate, 1000])
        assert abs(low["count"] - 16_000) < 100
        assert low["worst"] < 0.01
    for rate in (44_100, 48_000):
        assert page.evaluate(RESAMPLED, [rate, 10_000])["peak"] < 0.01


# A second of a tone, in the blocks of an audio thread: its length, distance from truth, and peak.
RESAMPLED = """async ([rate, pitch]) => {
    const { Resampler } = await import(new URL("resampler.js", document.baseURI));
    const resampler = new Resampler(rate, 16000);
    const out = [];
    for (let at = 0; at < rate; at += 128) {
        const tone = (_, step) => Math.sin((2 * Math.PI * pitch * (at + step)) / rate);
        out.push(...resampler.feed(Float32Array.from({ length: 128 }, tone)));
    }
    const inner = out.slice(1000, -1000);
    const truth = (at) => Math.sin((2 * Math.PI * pitch * (at + 1000)) / 16000);
    return {
        count: out.length,
        worst: Math.max(...inner.map((value, at) => Math.abs(value - truth(at)))),
        peak: Math.max(...inner.map(Math.abs)),
    };
}"""


def test_the_key_is_nowhere_in_the_page(page: Page) -> None:
    """Neither the document nor anything it loads holds the key."""
    texts = page.evaluate(
        """async () => {
            const loaded = performance.getEntriesByType("resource").map((each) => each.name);
            const text = async (address) => (await fetch(address)).text();
            return Promise.all([location.href, ...loaded].map(text));
        }"""
    )
    assert len(texts) > 10
    assert not [text for text in texts if KEY in text]
    assert KEY not in page.content()
