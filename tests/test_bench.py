"""The benchmark's arithmetic, its tables, and that its server speaks the specification's frames."""

from __future__ import annotations

import base64
import json
import sys
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from waves.speaker import speaking
from websockets.sync.client import ClientConnection, connect

from scripts.bench import report, startup
from scripts.bench.field import Entry, rounds
from scripts.bench.processes import ContenderError, Process, Server, Worker
from scripts.bench.server import CHUNK, chunks_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPEC = json.loads(files("smallestai_waves").joinpath("openapi.json").read_text())
LIMIT, OURS, OTHER = (
    Entry("races", name, "bare", name) for name in ("limit", "smallestai", "other")
)


def test_rounds_interleave() -> None:
    """Everybody has a turn in every round, and the first round is not counted."""
    turns: list[str] = []

    def measure(name: str) -> list[float]:
        turns.append(name)
        return [100.0] if len(turns) <= 2 else [float(len(turns))]

    medians = rounds(["a", "b"], 3, measure)
    assert turns == ["a", "b"] * 4
    assert medians == {"a": 5.0, "b": 6.0}


def test_rounds_drop_who_fails() -> None:
    """A contestant that fails is reported with its error and not asked again; the others go on."""
    asked: list[str] = []

    def measure(name: str) -> list[float]:
        asked.append(name)
        if name == "bad":
            raise ContenderError("no socket")
        return [1.0, 2.0, 9.0]

    assert rounds(["bad", "good"], 2, measure) == {"bad": "no socket", "good": 2.0}
    assert asked.count("bad") == 1


def test_ratio() -> None:
    """A ratio is to the group's first unless another is named; None where a figure is missing."""
    figures = {LIMIT: 2.0, OURS: 3.0, OTHER: "not installed"}
    assert report.ratio(figures, "races") == 1.5
    assert report.ratio(figures, "races", "limit", "smallestai") == pytest.approx(2 / 3)
    assert report.ratio(figures, "races", "other") is None
    assert report.ratio(figures, "elsewhere") is None


def test_table() -> None:
    """A table shows each figure with its ratios, aligned, and explains what is missing below."""
    column = report.Column("us", {LIMIT: 10.0, OURS: 12.5, OTHER: "not installed"})
    assert report.table("CPU", [column]).splitlines() == [
        "CPU",
        "                us  /limit  /ours",
        "races",
        "  limit       10.0    1.00   0.80",
        "  smallestai  12.5    1.25   1.00",
        "  other          -",
        "races, other: not installed",
    ]


def test_table_of_two_columns() -> None:
    """What took part in one of two measurements leaves the other blank."""
    columns = [
        report.Column("cold", {LIMIT: 100.0, OURS: 150.0}),
        report.Column("warm", {LIMIT: 1.0}),
    ]
    lines = report.table("Latency", columns).splitlines()
    assert lines[3] == "  limit        100    1.00   0.67  1.00    1.00"
    assert lines[4] == "  smallestai   150    1.50   1.00"


def test_records() -> None:
    """Figures are saved by name, whole, with errors in their place."""
    column = report.Column("us", {LIMIT: 10.123456, OTHER: "not installed"})
    assert report.records([column]) == [
        {"group": "races", "name": "limit", "us": 10.123456},
        {"group": "races", "name": "other", "us": "not installed"},
    ]


@pytest.mark.parametrize(
    ("ratio", "met", "line"),
    [
        (1.25, True, "  met     CPU: 1.25 (target 1.25)"),
        (1.254, False, "  MISSED  CPU: 1.25 (target 1.25)"),
        (None, None, "  ?       CPU: not measured (target 1.25)"),
    ],
)
def test_target(ratio: float | None, met: bool | None, line: str) -> None:
    """A target is met up to its limit, missed above it, and unknown without a figure."""
    target = report.Target("CPU", ratio, 1.25)
    assert target.met is met
    assert str(target) == line


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """The server, in its own process."""
    with Server() as running:
        yield running


@pytest.fixture
def socket(server: Server) -> Iterator[ClientConnection]:
    """A socket to it."""
    with connect(server.addresses["ws"] + "/waves/v1/tts/live") as connection:
        yield connection


def check(name: str, value: Any) -> None:
    """The value is what the specification's component says, and has no field besides."""
    components = SPEC["components"]
    schema = {"$ref": f"#/components/schemas/{name}", "components": components}
    Draft202012Validator(schema).validate(value)
    assert value.keys() <= components["schemas"][name]["properties"].keys()


def test_socket_frames(socket: ClientConnection) -> None:
    """As many chunks as the text asks for, then `complete`; again on the same socket."""
    for _ in range(2):
        socket.send(json.dumps({"text": "3 chunks", "voice_id": "magnus"}))
        frames = [json.loads(socket.recv(5)) for _ in range(4)]
        for frame in frames[:3]:
            check("TtsChunkFrame", frame)
            assert base64.b64decode(frame["data"]["audio"]) == CHUNK
        check("TtsCompleteFrame", frames[3])


def test_socket_waits_for_the_whole_text(socket: ClientConnection) -> None:
    """Text marked with `continue` is held until the message that is not."""
    socket.send(json.dumps({"text": "1", "continue": True}))
    socket.send(json.dumps({"type": "ping"}))
    pong = json.loads(socket.recv(5))
    check("TtsPong", pong)
    socket.send(json.dumps({"text": "2", "continue": False, "flush": True}))
    frames = [json.loads(socket.recv(5)) for _ in range(13)]
    assert [frame["status"] for frame in frames] == ["chunk"] * 12 + ["complete"]


def test_event_stream(server: Server) -> None:
    """Events of audio, named so, then one that says done and has no name."""
    reply = httpx.post(server.addresses["http"] + "/waves/v1/tts/live", json={"text": "2 chunks"})
    assert reply.headers["content-type"] == "text/event-stream"
    *chunks, end, rest = reply.text.split("\n\n")
    assert rest == ""
    assert len(chunks) == 2
    for chunk in chunks:
        name, data = chunk.split("\n")
        assert name == "event: audio"
        check("TtsSseChunk", json.loads(data.removeprefix("data: ")))
    check("TtsSseEnd", json.loads(end.removeprefix("data: ")))


def test_plain_audio(server: Server) -> None:
    """The bytes themselves, 100 ms for each chunk."""
    reply = httpx.post(server.addresses["http"] + "/waves/v1/tts", json={"text": "5 chunks"})
    assert reply.content == CHUNK * 5
    assert len(CHUNK) == 24000 * 2 // 10


@pytest.mark.parametrize(("text", "count"), [("40 chunks", 40), (" 7", 7), ("Hello.", 1)])
def test_chunks_in(text: str, count: int) -> None:
    """The number that a text starts with, or one."""
    assert chunks_in(text) == count


@pytest.mark.parametrize("name", ["blocking", "blocking stdlib", "async", "async stdlib"])
def test_bare_loops_hear_everything(server: Server, name: str) -> None:
    """The limit is fair: every loop hears all the audio, on a new connection and on a kept one."""
    with Worker("bare") as worker:
        for mode in ("cold", "warm"):
            samples = worker.listen(name, mode, server.addresses["ws"], chunks=4, repeat=2)
            assert [sample["size"] for sample in samples] == [4 * len(CHUNK)] * 2
            assert all(sample["first"] > 0 and sample["cpu"] > 0 for sample in samples)


@pytest.mark.parametrize("name", ["blocking", "async", "sse", "http"])
def test_our_client_hears_everything(server: Server, name: str) -> None:
    """So does our client, over each transport."""
    scheme, modes = ("http", ["warm"]) if name in ("sse", "http") else ("ws", ["cold", "warm"])
    with Worker("ours") as worker:
        for mode in modes:
            samples = worker.listen(name, mode, server.addresses[scheme], chunks=4, repeat=2)
            assert [sample["size"] for sample in samples] == [4 * len(CHUNK)] * 2


@pytest.mark.parametrize("name", ["blocking", "async"])
def test_our_client_connects_as_often_as_said(name: str) -> None:
    """`cold` means a socket for each utterance, `warm` one for all, the uncounted one included."""
    with Worker("ours") as worker:
        for mode, sockets, utterances in (("cold", 2, 2), ("warm", 1, 3)):
            with speaking() as speaker:
                worker.listen(name, mode, speaker.url, chunks=1, repeat=2)
            assert (len(speaker.sockets), len(speaker.asked)) == (sockets, utterances)


def test_worker_reports_errors() -> None:
    """What a client raises comes back as the error of the contender."""
    with Worker("bare") as worker, pytest.raises(ContenderError, match="ConnectionRefusedError"):
        worker.listen("blocking", "cold", "ws://127.0.0.1:1", chunks=1, repeat=1)


def test_process_that_ends(tmp_path: Path) -> None:
    """A worker that cannot start says why."""
    script = tmp_path / "broken.py"
    script.write_text("import no_such_module")
    with Process(script) as process, pytest.raises(ContenderError, match="no_such_module"):
        process.hear()


def test_startup_ends_where_it_should() -> None:
    """A program counts only if it got as far as its request."""
    sent = startup.Program("g", "sends", f'{startup.BARE}client.get("/")')
    silent = startup.Program("g", "sends nothing", "import json")
    assert 0 < startup.run(sent, sys.executable) < 30
    with pytest.raises(ContenderError, match="it ran, and should have built"):
        startup.run(silent, sys.executable)
