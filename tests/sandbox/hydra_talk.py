"""What tests of Hydra share: a session over a raw socket whose every frame is checked, sounds."""

import base64
import copy
import functools
import json
import time
from contextlib import contextmanager

import httpx
import numpy as np
from websockets.sync.client import connect

from smallestai.sandbox.validation import Spec

KEY = "sk_hydra"
PATH = "/waves/v1/s2s"
RATE = 16000
TEXT = "Hello there, what can you tell me about Paris?"

_SCHEMAS = {
    "warning": "HydraWarning",
    "session.created": "HydraSessionCreated",
    "session.configured": "HydraSessionConfigured",
    "session.updated": "HydraSessionUpdated",
    "input_audio_buffer.speech_started": "HydraSpeechStarted",
    "input_audio_buffer.speech_stopped": "HydraSpeechStopped",
    "conversation.item.added": "HydraEntryAdded",
    "conversation.item.done": "HydraEntryDone",
    "response.created": "HydraResponseCreated",
    "response.output_audio.delta": "HydraAudioDelta",
    "response.output_audio.done": "HydraAudioDone",
    "response.function_call_arguments.delta": "HydraArgumentsDelta",
    "response.function_call_arguments.done": "HydraArgumentsDone",
    "response.done": "HydraResponseDone",
    "error": "HydraErrorFrame",
}


@functools.cache
def closed_spec():
    """Return the document of Waves with the schemas of Hydra closed to fields not listed."""
    document = copy.deepcopy(Spec.load("waves").document)
    for name, schema in document["components"]["schemas"].items():
        if name.startswith("Hydra") and "properties" in schema:
            schema["additionalProperties"] = False
    return Spec(document)


@contextmanager
def talk_on(sandbox, model="hydra-v1.1", query="", **session):
    """Open a session; with settings it is configured too."""
    url = sandbox.url.replace("http", "ws", 1)
    address = f"{url}{PATH}?model={model}&api_key={KEY}{query}"
    with connect(address, compression=None, max_size=None) as connection:
        talk = Talk(connection)
        if session:
            talk.configure(**session)
        yield talk


class Talk:
    """An open session."""

    clock = staticmethod(time.monotonic)

    def __init__(self, connection):
        self.connection = connection

    def send(self, kind, **fields):
        """Send a frame."""
        self.raw({"type": kind, **fields})

    def raw(self, content):
        """Send a frame as it is."""
        is_ready = isinstance(content, str | bytes)
        self.connection.send(content if is_ready else json.dumps(content))

    def configure(self, **session):
        """Wait for the greeting, configure the session, return what it is configured to."""
        self.until("session.created")
        self.send("session.configure", session=session)
        return self.receive()

    def append(self, pcm, size=640):
        """Send audio in frames of a number of bytes."""
        for start in range(0, len(pcm) - size + 1, size):
            audio = base64.b64encode(pcm[start : start + size]).decode()
            self.send("input_audio_buffer.append", audio=audio)

    def receive(self):
        """Return the next frame, which agrees with its schema."""
        frame = json.loads(self.connection.recv(timeout=10))
        pointer = f"/components/schemas/{_SCHEMAS[frame['type']]}"
        closed_spec().validator(pointer).validate(frame)
        assert frame["event_id"].startswith("sv_")
        return frame

    def until(self, *kinds):
        """Return the frames up to the first of one of the types."""
        frames = [self.receive()]
        while frames[-1]["type"] not in kinds:
            frames.append(self.receive())
        return frames

    def is_quiet(self):
        """Return whether nothing waits to be read; the next frame must be the answer to a probe."""
        self.send("probe", event_id="probe")
        frame = self.receive()
        return frame["type"] == "error" and frame["error"]["event_id"] == "probe"

    def output(self, call_id, output):
        """Hand over the result of a function."""
        item = {"type": "function_call_output", "call_id": call_id, "output": output}
        self.send("conversation.item.create", item=item)


def kinds(frames):
    """Return the types of frames, runs of the same one counted once."""
    found = [frame["type"] for frame in frames]
    return [kind for place, kind in enumerate(found) if place == 0 or found[place - 1] != kind]


def audio_of(frames):
    """Return the samples of the reply in frames."""
    pcm = b"".join(
        base64.b64decode(frame["delta"])
        for frame in frames
        if frame["type"] == "response.output_audio.delta"
    )
    return np.frombuffer(pcm, "<i2").astype(np.float64)


def last(frames, kind):
    """Return the last frame of a type."""
    return [frame for frame in frames if frame["type"] == kind][-1]


def speech(sandbox, text=TEXT):
    """Return real speech at the rate that Hydra listens at, with silence after it."""
    body = {"text": text, "voice_id": "magnus", "model": "lightning_v3.1", "sample_rate": RATE}
    headers = {"Authorization": f"Bearer {KEY}"}
    reply = httpx.post(f"{sandbox.url}/waves/v1/tts", json=body, headers=headers, trust_env=False)
    return reply.raise_for_status().content + silence(1.0)


def silence(seconds):
    """Return nothing to hear."""
    return bytes(2 * round(RATE * seconds))


def pcm16(samples):
    """Return samples between -1 and 1 as PCM."""
    return np.clip(np.rint(samples * 32767), -32768, 32767).astype("<i2").tobytes()


def hiss(seconds, decibels):
    """Return white noise, the same every time."""
    noise = np.random.default_rng(7).normal(0, 10 ** (decibels / 20), round(RATE * seconds))
    return pcm16(noise)


def hum(seconds, hertz, decibels=-20):
    """Return a tone."""
    time = np.arange(round(RATE * seconds)) / RATE
    return pcm16(np.sin(2 * np.pi * hertz * time) * 10 ** (decibels / 20) * 2**0.5)
