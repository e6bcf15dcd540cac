"""What tests of calls share: a client over HTTP, the agent socket; whatever comes is checked."""

import base64
import copy
import functools
import json
from contextlib import contextmanager

import httpx
from records_app import assert_as_specified
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.validation import Spec

KEY = "sk_agent"
PATH = "/atoms/v1/agent/connect"
CALLS = "/atoms/v1/conversation"
TEXT = "Hello there, what can you tell me about Paris?"

_FRAMES = {
    "session.created": "AgentSessionCreated",
    "output_audio.delta": "AgentAudioDelta",
    "transcript.delta": "AgentTranscriptDelta",
    "transcript": "AgentTranscript",
    "agent_start_talking": "AgentStartTalking",
    "agent.start_talking": "AgentStartTalking",
    "agent_stop_talking": "AgentStopTalking",
    "agent.stop_talking": "AgentStopTalking",
    "interruption": "AgentInterruption",
    "session.updated": "AgentSessionUpdated",
    "function_call": "AgentFunctionCall",
    "session.closed": "AgentSessionClosed",
    "error": "AgentErrorFrame",
}
_ALL_EVENTS = ("event_id", "timestamp", "call_id", "observer_class", "source")


@functools.cache
def closed_spec():
    """Return the document of Atoms with frames and events closed to fields not listed."""
    document = copy.deepcopy(Spec.load("atoms").document)
    closed = {*_FRAMES.values(), "PreConversation", "PostConversation", "AnalyticsCompleted"}
    closed |= {"PreConversationEvent", "PostConversationEvent", "AnalyticsCompletedEvent"}
    closed |= {"WebhookCallData", "WebhookMetric", "WebhookAnalysis", "WebhookTranscriptTurn"}
    for name, schema in document["components"]["schemas"].items():
        if (name in closed or name.startswith("Live")) and "properties" in schema:
            schema["additionalProperties"] = False
    return Spec(document)


def check(value, schema):
    """Hold a value to a schema of Atoms."""
    closed_spec().validator(f"/components/schemas/{schema}").validate(value)


@contextmanager
def client_of(**settings):
    """Give a client of a sandbox with these settings."""
    with Sandbox(settings=Settings(**settings)) as sandbox:
        client = Client(sandbox)
        with client.http:
            yield client


class Client:
    """Sends requests to a sandbox; every reply is held to its schema."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.http = httpx.Client(
            base_url=sandbox.url,
            headers={"Authorization": f"Bearer {KEY}"},
            trust_env=False,
            timeout=10,
        )

    def request(self, method, path, **options):
        """Send a request, return the reply."""
        reply = self.http.request(method, path, **options)
        assert_as_specified(reply)
        return reply

    def data(self, method, path, **options):
        """Send a request that must succeed, return `data`."""
        reply = self.request(method, path, **options)
        assert reply.is_success, reply.text
        return reply.json()["data"]

    def agent(self, prompt="", tools=(), **settings):
        """Create an agent, return its id."""
        agent_id = self.data("POST", "/atoms/v1/agent", json={"name": "Receptionist", **settings})
        if prompt or tools:
            workflow = self.data("GET", f"/atoms/v1/agent/{agent_id}")["workflowId"]
            config = {"prompt": prompt, "tools": [*tools]}
            body = {"type": "single_prompt", "singlePromptConfig": config}
            self.request("PATCH", f"/atoms/v1/workflow/{workflow}", json=body)
        return agent_id

    def mint(self, agent_id, **fields):
        """Register a call, return what it gives."""
        body = {"agent_id": agent_id, **fields}
        return self.data("POST", f"{CALLS}/register-call", json=body)

    def dial(self, agent_id, number="+14155550123", **fields):
        """Place an outbound call, return its id."""
        body = {"agentId": agent_id, "phoneNumber": number, **fields}
        return self.data("POST", f"{CALLS}/outbound", json=body)["conversationId"]

    def call(self, call_id):
        """Return a call."""
        return self.data("GET", f"{CALLS}/{call_id}")

    def ended(self, call_id):
        """Return a call when it has ended."""
        while (call := self.call(call_id))["status"] in ("in_queue", "pending", "in_progress"):
            pass
        return call

    @contextmanager
    def talk(self, agent_id, **fields):
        """Open a session on the agent socket with a token."""
        token = self.mint(agent_id, **fields)["access_token"]
        with talk_on(self.sandbox, token=token) as talk:
            yield talk

    @contextmanager
    def follow(self, call_id):
        """Follow a call; give its events, one by one, after `sse_init`."""
        query = {"callId": call_id}
        with self.http.stream("GET", "/atoms/v1/events", params=query) as reply:
            assert reply.status_code == 200
            assert reply.headers["content-type"].startswith("text/event-stream")
            events = _events(reply)
            assert next(events)["event_type"] == "sse_init"
            yield events

    def speech(self, text=TEXT, rate=24000):
        """Return real speech, which the sandbox will understand, with silence after it."""
        body = {"text": text, "voice_id": "magnus", "model": "lightning_v3.1", "sample_rate": rate}
        reply = self.http.post("/waves/v1/tts", json=body).raise_for_status()
        return reply.content + bytes(2 * rate)


def _events(reply):
    for line in reply.iter_lines():
        if line:
            assert line.startswith("data: ")
            event = json.loads(line.removeprefix("data: "))
            check(event, "LiveCallEvent")
            common = {*_ALL_EVENTS} if not event["event_type"].startswith("sse_") else set()
            assert common <= event.keys()
            yield event


def address(sandbox, **query):
    """Return the URL of the agent socket."""
    return f"{sandbox.url.replace('http', 'ws', 1)}{PATH}?{httpx.QueryParams(query)}"


@contextmanager
def talk_on(sandbox, headers=None, **query):
    """Open the agent socket."""
    url = address(sandbox, **query)
    with connect(url, compression=None, max_size=None, additional_headers=headers) as connection:
        yield Talk(connection)


class Talk:
    """An open session."""

    def __init__(self, connection):
        self.connection = connection

    def send(self, kind, **fields):
        """Send a frame."""
        self.connection.send(json.dumps({"type": kind, **fields}))

    def say(self, text):
        """Send what the user types."""
        self.send("input_text.send", text=text)

    def hear(self, pcm, size=1920):
        """Send audio, a block at a time."""
        for start in range(0, len(pcm), size):
            block = base64.b64encode(pcm[start : start + size]).decode()
            self.send("input_audio_buffer.append", audio=block)

    def receive(self):
        """Return the next frame, which agrees with its schema."""
        frame = json.loads(self.connection.recv(timeout=10))
        check(frame, _FRAMES[frame["type"]])
        return frame

    def until(self, kind, **fields):
        """Return the frames up to the first of a type with these fields."""
        frames = []
        while True:
            frames.append(self.receive())
            if frames[-1]["type"] == kind and fields.items() <= frames[-1].items():
                return frames

    def answer(self):
        """Return the frames up to the agent's next transcript, and that."""
        frames = self.until("transcript", role="assistant")
        return frames, frames[-1]["text"]

    def close(self):
        """End the session as clients do; return the frames up to the end."""
        self.send("session.close")
        return self.until("session.closed")

    def end(self):
        """Return the code that the server closes with; frames that come before it are dropped."""
        try:
            while True:
                self.connection.recv(timeout=10)
        except ConnectionClosed as closed:
            return closed.rcvd.code


def kinds(frames):
    """Return the types of frames, runs of the same one counted once."""
    found = [frame["type"] for frame in frames]
    return [kind for place, kind in enumerate(found) if place == 0 or found[place - 1] != kind]


def audio_of(frames):
    """Return the bytes of the agent's audio."""
    deltas = [frame["audio"] for frame in frames if frame["type"] == "output_audio.delta"]
    return b"".join(base64.b64decode(delta) for delta in deltas)
