"""Chat, transcription and cloning with other clients: the vendor's own, and OpenAI's.

Where the vendor's client has a fault of its own, the test says so and expects it: the sandbox is
not bent around it.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openai
import pytest

from scripts import vendor_env
from smallestai import SmallestAI
from smallestai.sandbox import Sandbox
from smallestai.sandbox.settings import Settings

HERE = Path(__file__).parent
pytestmark = pytest.mark.vendor

Run = Callable[[str], Any]
TEXT = "The kettle is on, and the letter is still in the drawer."


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """The server of all of them."""
    with Sandbox(api_key="sk_vendor", settings=Settings(time_scale=0.1)) as running:
        yield running


@pytest.fixture(scope="module")
def run(sandbox: Sandbox) -> Run:
    """Run a program in the vendor's environment and return its report."""
    interpreter = vendor_env.ensure()

    def program(name: str) -> Any:
        done = subprocess.run(
            [str(interpreter), str(HERE / "programs" / f"{name}.py"), sandbox.url, "sk_vendor"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout)

    return program


@pytest.fixture(scope="module")
def heard(run: Run) -> Any:
    """What the vendor's client understood of a sentence that it had spoken."""
    return run("waves_stt")


@pytest.mark.parametrize("model", ["pulse", "pro"])
def test_recording(heard: Any, model: str) -> None:
    """`speech_to_text.transcribe` returns the sentence with the times of its words."""
    found = heard[model]
    assert found["text"] == TEXT
    assert [word for word, _, _ in found["words"]] == TEXT.split()
    assert found["words"][-1][2] <= found["seconds"] + 0.1
    starts = [start for _, start, _ in found["words"]]
    assert starts == sorted(starts)


def test_live(heard: Any) -> None:
    """`stream_speech_to_text` gives interims, then the sentence, then the end."""
    *events, last = heard["live"]["events"]
    finals = [event for event in [*events, last] if event["final"]]
    assert " ".join(event["text"] for event in finals).strip() == TEXT
    assert sum(event["words"] for event in finals) == len(TEXT.split())
    assert last["last"]
    assert any(not event["final"] for event in events)


def test_live_with_voice_activity(heard: Any) -> None:
    """Voice activity frames arrive; the client takes them for transcriptions without a text."""
    events = heard["with_vad"]["events"]
    told = [event for event in events if event["type"].startswith("speech_")]
    assert [event["type"] for event in told][:2] == ["speech_started", "speech_ended"]
    assert {(event["class"], event["text"]) for event in told} == {("TranscriptionEvent", None)}


def test_chat(run: Run) -> None:
    """`electron.complete` answers, calls functions, and is refused as it should be.

    It reads one JSON body: of a stream, which it can ask for, nothing comes but an error.
    """
    report = run("waves_chat")
    assert report["text"] == "the letter is in the drawer."
    assert (report["reason"], report["tokens"] > 0) == ("stop", True)
    assert report["call"] == ["tool_calls", "get_weather", '{"city": "Pune"}']
    assert report["streamed"] == "ApiError"
    assert report["refused"] == ["BadRequestError", 400]


def test_clones_and_dictionaries(run: Run) -> None:
    """A clone is made, listed and speaks; a dictionary is made, listed and deleted."""
    report = run("waves_clones")
    assert report["status"] == "completed"
    assert [report["clone"], "Ana", "completed"] in report["listed"]
    assert 0.3 < report["speech"]["seconds"] < 3
    assert report["speech"]["loudest"] > 1000
    name, words = report["dictionary"]
    assert words == [["Pune", "poo-nay"]]
    assert name in report["dictionaries"]
    assert report["deleted"] is True


class TestOpenAI:
    """The `openai` package against the chat of the sandbox."""

    @pytest.fixture
    def client(self, sandbox: Sandbox) -> Iterator[openai.OpenAI]:
        """Return its client, led to the sandbox as it is led to the service."""
        with openai.OpenAI(base_url=f"{sandbox.url}/waves/v1", api_key="sk_vendor") as made:
            yield made

    def test_stream_is_spoken(self, client: openai.OpenAI, sandbox: Sandbox) -> None:
        """Its stream is a source for `speak`, as it is."""
        messages: Any = [{"role": "user", "content": f"Say after me: {TEXT}"}]
        stream = client.chat.completions.create(model="electron", messages=messages, stream=True)
        with SmallestAI("sk_vendor", base_url=sandbox.url) as ours:
            with ours.waves.tts.speak(stream, word_timestamps=True) as speech:
                audio = speech.read()
            assert ours.waves.stt.transcribe(audio).text == TEXT
        assert [word.text for word in speech.timeline.words] == TEXT.split()

    def test_tools_and_back(self, client: openai.OpenAI) -> None:
        """A call is asked for, its result is sent back, and it is told."""
        tool: Any = {
            "type": "function",
            "function": {
                "name": "get_weather",
                "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
            },
        }
        messages: list[Any] = [{"role": "user", "content": 'What is the weather in "Pune"?'}]
        asked = client.chat.completions.create(model="electron", messages=messages, tools=[tool])
        message = asked.choices[0].message
        assert message.tool_calls
        result = {
            "role": "tool",
            "tool_call_id": message.tool_calls[0].id,
            "content": '{"sky": "clear"}',
        }
        messages += [message.model_dump(exclude_none=True), result]
        told = client.chat.completions.create(model="electron", messages=messages, tools=[tool])
        assert told.choices[0].message.content == "Here is what I found: sky is clear."

    def test_wrong_key(self, sandbox: Sandbox) -> None:
        """A key the server does not know is its error for that."""
        with openai.OpenAI(base_url=f"{sandbox.url}/waves/v1", api_key="sk_other") as client:
            with pytest.raises(openai.AuthenticationError):
                client.chat.completions.create(
                    model="electron", messages=[{"role": "user", "content": "Hello."}]
                )
