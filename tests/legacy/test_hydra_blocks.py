"""What the page on audio with Hydra shows: recordings in, replies out, and what a browser does."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import shutil
import subprocess
import wave
from pathlib import Path
from typing import TYPE_CHECKING

import imageio_ffmpeg
import pytest
import websockets

from smallestai import SmallestAI
from smallestai.sandbox import Sandbox, Settings
from smallestai.waves import AudioDelta

from .blocks import HYDRA, covers

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = Path(__file__).with_name("browser.cjs")
OUT_RATE = 48000
WAV_IN, WAV_OUT = "input_16khz_mono.wav", "reply.wav"
FRAME = 320  # samples: 20 ms


@pytest.fixture(scope="module")
def quick() -> Iterator[Sandbox]:
    """A server that replies as fast as it can."""
    with Sandbox(settings=Settings(hydra_pace=None, time_scale=0.01)) as sandbox:
        yield sandbox


@pytest.fixture
def client(quick: Sandbox) -> Iterator[SmallestAI]:
    """A client of it, with a question on file that silence follows."""
    with SmallestAI("any-key", base_url=quick.url) as made:
        asked = made.waves.tts.synthesize("Where is my parcel?", sample_rate=16000).data
        with wave.open(WAV_IN, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(16000)
            file.writeframes(asked + bytes(2 * 16000))
        yield made


def blocks_of(path: str) -> Iterator[bytes]:
    """Give a recording in blocks of 20 ms."""
    with wave.open(path) as file:
        assert (file.getframerate(), file.getnchannels()) == (16000, 1)
        while pcm := file.readframes(FRAME):
            yield pcm


def write(pcm: bytes) -> None:
    """Write a reply."""
    with wave.open(WAV_OUT, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(OUT_RATE)
        file.writeframes(pcm)


@covers(HYDRA, 1, 4)
def test_in_and_out(client: SmallestAI) -> None:
    """A recording goes in block by block, the reply comes out at 48 kHz."""
    heard = bytearray()
    with client.waves.hydra.connect(model="hydra", instructions="Reply briefly.") as session:
        for pcm in blocks_of(WAV_IN):
            session.send_audio(pcm)
        for event in session:
            if isinstance(event, AudioDelta):
                heard += event.data
            elif event.type == "response.done":
                break
        assert session.output_rate == OUT_RATE
    write(bytes(heard))
    with wave.open(WAV_OUT) as file:
        assert file.getnframes() > OUT_RATE // 2


@covers(HYDRA, 6)
@pytest.mark.usefixtures("client")
def test_by_hand(quick: Sandbox) -> None:
    """The same over a bare socket; an error ends it, where the page would wait for ever."""
    url = f"ws{quick.url.removeprefix('http')}/waves/v1/s2s?model=hydra&api_key=any-key"

    async def main() -> tuple[bytes, str]:
        chunks = []
        async with asyncio.timeout(30), websockets.connect(url, max_size=None) as ws:
            async for raw in ws:
                event = json.loads(raw)
                kind = event["type"]
                if kind == "session.created":
                    session = {"instructions": "Reply briefly."}
                    await ws.send(json.dumps({"type": "session.configure", "session": session}))
                elif kind == "session.configured":
                    for pcm in blocks_of(WAV_IN):
                        audio = base64.b64encode(pcm).decode()
                        await ws.send(
                            json.dumps({"type": "input_audio_buffer.append", "audio": audio})
                        )
                elif kind == "response.output_audio.delta":
                    chunks.append(base64.b64decode(event["delta"]))
                elif kind == "response.done":
                    return b"".join(chunks), event["response"]["status"]
                elif kind == "error":
                    raise AssertionError(event["error"])
        raise AssertionError("the socket was closed before the reply")

    pcm, status = asyncio.run(main())
    assert status == "completed"
    write(pcm)
    assert Path(WAV_OUT).stat().st_size > OUT_RATE


@covers(HYDRA, 7)
def test_conversion() -> None:
    """A recording of another rate, in stereo, becomes what the page wants."""
    with wave.open("any-input.wav", "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(44100)
        file.writeframes(b"\x00\x10\x00\xf0" * 44100)
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", "any-input.wav"]
    subprocess.run([*command, "-ar", "16000", "-ac", "1", "-c:a", "pcm_s16le", WAV_IN], check=True)
    assert sum(map(len, blocks_of(WAV_IN))) == pytest.approx(32000, abs=64)


@covers(HYDRA, 2, 3, 5)
@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")
def test_in_a_browser() -> None:
    """The worklet, the frames for the service, and playback without gaps."""
    done = subprocess.run(
        ["node", str(SCRIPT)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "3 parts hold\n"
