"""The vendor's own client talks to the sandbox as it talks to the service.

It lives in an environment of its own and runs as a program; what it heard comes back as JSON.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts import vendor_env
from smallestai.sandbox import Sandbox
from smallestai.sandbox.settings import Settings

HERE = Path(__file__).parent
pytestmark = pytest.mark.vendor

Run = Callable[[str], Any]
TOLERANCE = 0.15
"""How far two renderings of one text may differ in length: pauses at the seams may differ."""


@pytest.fixture(scope="module")
def interpreter() -> Path:
    """The Python of the vendor's environment."""
    return vendor_env.ensure()


@pytest.fixture(scope="module")
def run(interpreter: Path) -> Iterator[Run]:
    """Run a program against a sandbox and return its report."""
    # The streaming class leaves the server's four seconds before `complete` as they are.
    with Sandbox(api_key="sk_vendor", settings=Settings(time_scale=0.1)) as sandbox:

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

        yield program


def check_speech(facts: Any) -> None:
    """It lasts as long as the sentence might, and is not silence."""
    assert 1.5 < facts["seconds"] < 8
    assert facts["loudest"] > 1000
    assert facts["bytes"] == round(facts["seconds"] * 24000) * 2


def test_one_request(run: Run) -> None:
    """`synthesize_tts` returns a WAV file that says what it is, and the same samples bare."""
    report = run("synthesize")
    assert report["format"] == [24000, 1, 2]
    check_speech(report["wav"])
    check_speech(report["pcm"])
    assert report["wav"]["bytes"] == report["pcm"]["bytes"]


def test_streaming_class(run: Run) -> None:
    """`WavesStreamingTTS` hears a whole text and one in pieces, chunk by chunk, to the end."""
    report = run("streaming_class")
    for part in (report["whole"], report["pieces"]):
        check_speech(part)
        assert part["chunks"] > 1
    assert report["pieces"]["seconds"] == pytest.approx(report["whole"]["seconds"], rel=TOLERANCE)


def test_socket_client(run: Run) -> None:
    """`waves.tts.connect()` gets chunks, then `complete`, for each of two utterances."""
    report = run("socket_client")
    for part in (report["first"], report["second"]):
        check_speech(part)
        *chunks, last = part["statuses"]
        assert set(chunks) == {"chunk"}
        assert last == "complete"
        assert len(part["requests"]) == 1
    assert report["first"]["requests"] != report["second"]["requests"]


def test_voices(run: Run) -> None:
    """Each pool lists its own voices, with the names the facts give for the two default ones."""
    pools = run("voices")["pools"]
    standard, pro = ({voice["id"] for voice in pool} for pool in pools.values())
    assert "magnus" in standard
    assert "meher" in pro
    assert not standard & pro
    assert all(voice["name"] and voice["gender"] for pool in pools.values() for voice in pool)


def test_agents(run: Run) -> None:
    """An agent that was created can be read under the id that came back."""
    report = run("agents")
    assert report["created"]["status"] is True
    assert report["read"]["id"] == report["created"]["id"]
    assert report["read"]["name"] == "Front desk"


@pytest.fixture(scope="module")
def records(run: Run) -> Any:
    """What the vendor's client has made of each kind, and how it has read it back."""
    return run("records")


def test_audiences(records: Any) -> None:
    """People come from a CSV file and are counted and named as in the file."""
    audience = records["audience"]
    assert (audience["name"], audience["listed"]) == ("Customers", [audience["id"]])
    assert (audience["total"], audience["names"]) == (2, ["Ada", "Grace"])


def test_campaigns(records: Any) -> None:
    """A campaign joins the agent and the audience, is started, and calls all of them."""
    campaign = records["campaign"]
    assert campaign["listed"] == [campaign["started"]] == [campaign["id"]]
    assert campaign["name"] == "Spring"
    assert campaign["status"] in {"processing", "running", "completed"}
    assert campaign["agent"] == records["agent"]
    assert campaign["audience"] == records["audience"]["id"]
    assert campaign["participants"] == 2


def test_knowledge_bases(records: Any) -> None:
    """A knowledge base holds the file that was uploaded to it."""
    base = records["base"]
    assert (base["name"], base["listed"]) == ("Prices", [base["id"]])
    assert base["files"] == ["prices.pdf"]
    assert base["base_of_file"] == [base["id"]]


def test_webhooks(records: Any) -> None:
    """A webhook has its address and a secret, and the agent's event goes to it."""
    webhook = records["webhook"]
    assert webhook["read"] == webhook["id"]
    assert webhook["url"] == "http://127.0.0.1:9/hook"
    assert webhook["secret"] is True
    assert webhook["subscriptions"] == [[webhook["id"], "post-conversation"]]


def test_credits(records: Any) -> None:
    """The balance is a number of credits above none."""
    assert records["credits"] > 0
