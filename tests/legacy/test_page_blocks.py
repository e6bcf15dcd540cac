"""What the page on streaming shows: the protocol by hand, and `WavesStreamingTTS`."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import shutil
import subprocess
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import numpy as np
import pytest
import websockets

from smallestai import SmallestAI
from smallestai.waves import TTSConfig, WavesStreamingTTS

from .blocks import PAGE, covers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smallestai.sandbox import Sandbox

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")
TEXT = "Streaming delivers audio in real-time for voice assistants and chatbots."
BODY = {"text": TEXT, "voice_id": "meher", "model": "lightning_v3.1_pro", "sample_rate": 24000}
# The service waits four seconds before it says that it is complete, unless it is told.
QUICK = {"complete_backoff_ms": 0}
PATH = "/waves/v1/tts/live"
SCRIPT = Path(__file__).with_name("socket.cjs")


def by_socket(url: str) -> list[dict[str, Any]]:
    """Return the frames of a text that is spoken over a socket."""

    async def main() -> list[dict[str, Any]]:
        headers = {"Authorization": f"Bearer {os.environ['SMALLEST_API_KEY']}"}
        frames = []
        address = f"ws{url.removeprefix('http')}{PATH}"
        async with websockets.connect(address, additional_headers=headers, max_size=None) as ws:
            await ws.send(json.dumps(BODY | QUICK))
            while not frames or frames[-1].get("status") != "complete":
                frames.append(json.loads(await ws.recv()))
        return frames

    return asyncio.run(main())


def by_events(url: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the server-sent events of a text, each with its name."""
    headers = {"Authorization": f"Bearer {os.environ['SMALLEST_API_KEY']}"}
    found, name = [], ""
    with httpx.stream("POST", url + PATH, json=BODY, headers=headers) as response:
        response.raise_for_status()
        for line in response.iter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                found.append((name, json.loads(line.removeprefix("data: "))))
                name = ""
    return found


def played() -> bytes:
    """Return what the loudspeaker was given; it has been let go of."""
    import sounddevice

    assert sounddevice.OutputStream.is_closed
    return b"".join(np.asarray(each, "<i2").tobytes() for each in sounddevice.OutputStream.played)


def whole(url: str) -> bytes:
    """Return the same text spoken in one piece."""
    with SmallestAI(base_url=url) as client:
        return client.waves.tts.synthesize(TEXT, voice_id="meher").data


@covers(PAGE, 1)
def test_the_sequence(smallestai_sandbox: Sandbox) -> None:
    """Over HTTP there is one answer, over a socket chunks and then the end."""
    *chunks, last = [frame["status"] for frame in by_socket(smallestai_sandbox.url)]
    assert set(chunks) == {"chunk"}
    assert len(chunks) > 1
    assert last == "complete"


@covers(PAGE, 2)
def test_socket_by_hand(smallestai_sandbox: Sandbox) -> None:
    """Chunks are played as they come, and are the whole audio."""
    import sounddevice

    speaker = sounddevice.OutputStream(samplerate=24000, channels=1, dtype="int16")
    speaker.start()
    try:
        for frame in by_socket(smallestai_sandbox.url):
            if frame["status"] == "chunk":
                pcm = base64.b64decode(frame["data"]["audio"])
                speaker.write(np.frombuffer(pcm, dtype=np.int16))
    finally:
        speaker.stop()
        speaker.close()
    assert played() == whole(smallestai_sandbox.url)


@covers(PAGE, 3)
@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")
def test_socket_by_hand_in_javascript(smallestai_sandbox: Sandbox) -> None:
    """The program for Node writes the whole audio, headerless."""
    env = {**os.environ, "TTS_URL": f"ws{smallestai_sandbox.url.removeprefix('http')}{PATH}"}
    command = ["node", "--experimental-websocket", "--no-warnings", str(SCRIPT)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Saved streamed.pcm (")
    assert Path("streamed.pcm").read_bytes() == whole(smallestai_sandbox.url)


@covers(PAGE, 4)
def test_synthesize() -> None:
    """A list of the generator's chunks is the whole audio."""
    config = TTSConfig(
        voice_id="magnus",
        api_key=os.environ["SMALLEST_API_KEY"],
        sample_rate=24000,
        speed=1.0,
        max_buffer_flush_ms=100,
    )
    audio_chunks = list(WavesStreamingTTS(config).synthesize(TEXT))
    assert len(audio_chunks) > 1
    with wave.open("streamed.wav", "wb") as wf:
        wf.setnchannels(1)
        wf.setsampwidth(2)
        wf.setframerate(24000)
        wf.writeframes(b"".join(audio_chunks))
    with SmallestAI() as client:
        spoken = client.waves.tts.synthesize(TEXT, voice_id="magnus", language="en")
    assert b"".join(audio_chunks) == spoken.data


@covers(PAGE, 5)
def test_events_by_hand(smallestai_sandbox: Sandbox) -> None:
    """Events are played as they come, up to the one that says it is done."""
    import sounddevice

    speaker = sounddevice.OutputStream(samplerate=24000, channels=1, dtype="int16")
    for _, data in by_events(smallestai_sandbox.url):
        if data.get("done"):
            break
        if data.get("audio"):
            speaker.write(np.frombuffer(base64.b64decode(data["audio"]), dtype=np.int16))
    speaker.close()
    assert played() == whole(smallestai_sandbox.url)


@covers(PAGE, 6)
@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
def test_events_by_curl(smallestai_sandbox: Sandbox) -> None:
    """The command of a shell gives the events."""
    headers = [
        f"Authorization: Bearer {os.environ['SMALLEST_API_KEY']}",
        "Content-Type: application/json",
        "Accept: text/event-stream",
    ]
    flags = [part for header in headers for part in ("-H", header)]
    command = ["curl", "-sN", "-X", "POST", smallestai_sandbox.url + PATH, *flags]
    done = subprocess.run(
        [*command, "-d", json.dumps(BODY)], capture_output=True, text=True, timeout=60, check=True
    )
    lines = [line[6:] for line in done.stdout.splitlines() if line.startswith("data: ")]
    *audio, end = map(json.loads, lines)
    assert b"".join(base64.b64decode(each["audio"]) for each in audio)
    assert end["done"] is True


@covers(PAGE, 7)
def test_synthesize_streaming() -> None:
    """A text that arrives word by word is spoken and played as it comes."""
    import sounddevice

    config = TTSConfig(voice_id="magnus", api_key=os.environ["SMALLEST_API_KEY"], sample_rate=24000)

    def text_stream() -> Iterator[str]:
        for word in ["Streaming", "synthesis", "with", "chunked", "text", "input."]:
            yield word + " "

    speaker = sounddevice.OutputStream(samplerate=24000, channels=1, dtype="int16")
    try:
        speaker.start()
        for chunk in WavesStreamingTTS(config).synthesize_streaming(text_stream()):
            speaker.write(np.frombuffer(chunk, dtype=np.int16))
    finally:
        speaker.stop()
        speaker.close()
    assert len(played()) > 48000


@covers(PAGE, 8)
def test_frames_of_a_socket(smallestai_sandbox: Sandbox) -> None:
    """Audio is under ``data``, the end is a status."""
    first, *_, last = by_socket(smallestai_sandbox.url)
    assert first["status"] == "chunk"
    assert base64.b64decode(first["data"]["audio"])
    assert last["status"] == "complete"


@covers(PAGE, 9)
def test_frames_of_events(smallestai_sandbox: Sandbox) -> None:
    """Audio is at the top, under an event of that name; the end is a flag."""
    (name, first), *_, (_, last) = by_events(smallestai_sandbox.url)
    assert name == "audio"
    assert base64.b64decode(first["audio"])
    assert last["done"] is True
