"""What tests of the sandbox's speech share: keys, and a socket that reads whole replies."""

import base64
import json
from contextlib import contextmanager

from websockets.sync.client import connect

KEY = "sk_speaking"
HEADERS = {"Authorization": f"Bearer {KEY}"}
VOICE = {"voice_id": "meher", "model": "lightning_v3.1_pro"}


@contextmanager
def live_on(sandbox, path="/waves/v1/tts/live", **options):
    """Open a live socket of a sandbox, with plain `websockets`."""
    options.setdefault("additional_headers", HEADERS)
    url = sandbox.url.replace("http", "ws", 1) + path
    with connect(url, compression=None, **options) as connection:
        yield Live(connection)


class Live:
    """An open live socket."""

    def __init__(self, connection):
        self.connection = connection

    def send(self, text=None, **fields):
        """Send a fragment for the voice of these tests."""
        if "continue_" in fields:
            fields["continue"] = fields.pop("continue_")
        content = VOICE | fields if text is None else VOICE | fields | {"text": text}
        self.connection.send(json.dumps(content))

    def raw(self, content):
        """Send a frame as it is."""
        self.connection.send(content if isinstance(content, str) else json.dumps(content))

    def receive(self):
        """Return the next frame."""
        return json.loads(self.connection.recv(timeout=5))

    def reply(self):
        """Return the frames up to a `complete`, an error or a pong, that one included."""
        frames = [self.receive()]
        while frames[-1].get("status") in ("chunk", "word_timestamp"):
            frames.append(self.receive())
        return frames


def pcm_of(frames):
    """Return the audio of frames."""
    parts = (frame["data"]["audio"] for frame in frames if frame["status"] == "chunk")
    return b"".join(base64.b64decode(part) for part in parts)


def words_of(frames):
    """Return the words of frames."""
    return [frame["data"] for frame in frames if frame["status"] == "word_timestamp"]


def sse_events(text):
    """Return the events of a stream as (name, data), the name empty where there is none."""
    events = []
    for block in text.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        events.append((fields.get("event", ""), json.loads(fields["data"])))
    return events
