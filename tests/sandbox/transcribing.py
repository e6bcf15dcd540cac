"""What tests of transcription share: speech with the times of its words, and sockets to hear it."""

import asyncio
import json
from contextlib import contextmanager

import numpy as np
import soxr
from attrs import evolve
from speaking import HEADERS, VOICE, live_on, pcm_of, words_of
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from smallestai.sandbox.synthesis import speak, speech_of
from smallestai.sandbox.validation import Specs

STT = "/waves/v1/stt/"
LIVE = "/waves/v1/stt/live"
NEAR = 0.1
"""Seconds that the time of a word may be off."""


def silence(seconds, sample_rate=16000):
    """Return PCM without a sound."""
    return bytes(2 * round(seconds * sample_rate))


def resampled(pcm, source, target):
    """Return PCM at another rate."""
    samples = np.frombuffer(pcm, "<i2").astype(np.float32)
    wide = soxr.resample(samples, source, target)
    return np.clip(np.rint(wide), -32768, 32767).astype("<i2").tobytes()


def utter(state, text, sample_rate=44100, **fields):
    """Have a server's engine say a text, past its memory; return the PCM and the words."""
    speech = speech_of(state, VOICE | {"text": text, "sample_rate": sample_rate} | fields)

    async def gather():
        chunks = state.engine.speak(evolve(speech, words=True), 8000)
        return [item async for item in chunks]

    items = asyncio.run(gather())
    words = [item for item in items if not isinstance(item, bytes)]
    return b"".join(item for item in items if isinstance(item, bytes)), words


def say(state, text, sample_rate=44100, **fields):
    """Have a server say a text and remember it; return the PCM."""
    speech = speech_of(state, VOICE | {"text": text, "sample_rate": sample_rate} | fields)

    async def gather():
        return b"".join([chunk async for chunk in speak(state, speech, 8000)])

    return asyncio.run(gather())


def spoken_by(sandbox, text, sample_rate=16000):
    """Have a sandbox say a text over its socket; return the PCM and its word frames."""
    with live_on(sandbox) as live:
        live.send(text, sample_rate=sample_rate, word_timestamps=True, complete_backoff_ms=0)
        frames = live.reply()
    return pcm_of(frames[:-1]), words_of(frames[:-1])


def assert_near(found, expected, shift=0.0):
    """Check that words are those expected, at their times and a shift."""
    assert [word["word"] for word in found] == [word["word"] for word in expected]
    for word, other in zip(found, expected, strict=True):
        assert abs(word["start"] - other["start"] - shift) < NEAR
        assert abs(word["end"] - other["end"] - shift) < NEAR


def check(state_or_spec, schema, value):
    """Check a reply or a frame against a schema of the document of Waves."""
    state_or_spec.validator(f"/components/schemas/{schema}").validate(value)


SPEC = Specs().waves

_FRAMES = {
    "transcription": "SttTranscriptFrame",
    "speech_started": "SttSpeechStarted",
    "speech_ended": "SttSpeechEnded",
    "error": "SttErrorFrame",
}


@contextmanager
def transcribing(sandbox, path=LIVE, **query):
    """Open a live transcription with plain `websockets`; query values are sent as they are."""
    query = {"model": "pulse", "language": "en"} | query
    pairs = "&".join(f"{name}={value}" for name, value in query.items() if value is not None)
    url = f"{sandbox.url.replace('http', 'ws', 1)}{path}?{pairs}"
    with connect(url, additional_headers=HEADERS, compression=None, proxy=None) as connection:
        yield Session(connection)


class Session:
    """An open live transcription."""

    def __init__(self, connection):
        self.connection = connection

    def audio(self, pcm, size=3200):
        """Send audio, a tenth of a second at a time."""
        for start in range(0, len(pcm), size):
            self.connection.send(pcm[start : start + size])

    def command(self, name):
        """Send a command."""
        self.connection.send(json.dumps({"type": name}))

    def receive(self):
        """Return the next frame, which is as the document says."""
        frame = json.loads(self.connection.recv(timeout=10))
        if frame["type"] in _FRAMES:
            check(SPEC, _FRAMES[frame["type"]], frame)
        return frame

    def until(self, found):
        """Return the frames up to one that is looked for, that one included."""
        frames = [self.receive()]
        while not found(frames[-1]):
            frames.append(self.receive())
        return frames

    def finals(self, name="close_stream"):
        """End the turn or the session; return the final transcripts up to its own."""
        self.command(name)
        frames = self.until(lambda frame: frame.get("is_last"))
        return [frame for frame in frames if frame.get("is_final")]

    def closed(self):
        """Wait for the close; return its code and reason, and the frames before."""
        frames = []
        try:
            while True:
                frames.append(self.receive())
        except ConnectionClosed as closed:
            close = closed.rcvd
            return (close.code, close.reason) if close else None, frames
