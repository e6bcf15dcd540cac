"""The pipeline's benchmark: its search, its arithmetic, and that its server keeps the pace."""

from __future__ import annotations

import asyncio
import base64
import json
import sys
from contextlib import contextmanager
from importlib.resources import files
from itertools import chain, pairwise
from math import inf
from time import perf_counter, perf_counter_ns
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from websockets.sync.client import ClientConnection, connect

from scripts.bench import pipeline, pipeline_server
from scripts.bench.field import OURS, Entry
from scripts.bench.pipeline_sample import Sample
from scripts.bench.pipeline_search import PRECISION, Trials, largest
from scripts.bench.pipeline_streams import BARE, Crowds, Script
from scripts.bench.processes import ContenderError, Server
from scripts.bench.workers.crowd import Crowd, Ear, lateness
from scripts.bench.workers.pipeline_loop import Teller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scripts.bench.pipeline_sample import Watch

SPEC = json.loads(files("smallestai_waves").joinpath("openapi.json").read_text())
SCRIPT = Script.of("Thank you for calling, we are here. Good bye.")


def always() -> bool:
    """There is time."""
    return True


@pytest.mark.parametrize("start", [1, 10, 600, 5000])
@pytest.mark.parametrize("limit", [1, 7, 58, 816, 2001])
def test_largest(start: int, limit: int) -> None:
    """What is found is good, and near the largest that is, wherever the search begins."""
    tried: list[int] = []

    def is_good(number: int) -> bool:
        tried.append(number)
        return number <= limit

    found = largest(is_good, start, may_go_on=always)
    assert found <= limit
    assert limit - found <= max(1, PRECISION * limit)
    assert len(tried) == len(set(tried)) < 20


def test_largest_of_nothing() -> None:
    """Where nothing is good there is no largest."""
    assert largest(lambda number: False, 100, may_go_on=always) == 0


def test_largest_in_time() -> None:
    """The search ends when it may not go on, with the best that it has found."""
    tries = iter([True, True, False])
    assert largest(lambda number: True, 8, may_go_on=lambda: next(tries)) == 16


def test_script() -> None:
    """Tokens and pieces are the text; the cut is the token that gives the first piece away."""
    script = Script.of(pipeline.OPENING)
    assert "".join(script.tokens) == "".join(script.pieces) == pipeline.OPENING
    assert script.pieces[0].strip() == "Thank you for calling,"
    assert script.tokens[2:6] == [" for", " calling", ",", " your"]
    told = "".join(script.tokens[: script.cut + 1])
    assert told.startswith(script.pieces[0].rstrip())
    assert 0 <= script.lookahead < 3
    assert script.tokens[script.cut - script.lookahead] == ","


def sample(**changes: Any) -> Sample:
    """Ten streams for two seconds, all in time."""
    given: dict[str, Any] = {
        "streams": 10,
        "cpu": 0.1,
        "wall": 2.0,
        "chunks": 200,
        "p50": 0.001,
        "p99": 0.002,
        "resident": [1_000_000, 1_900_000, 2_000_000],
    }
    return Sample(**{**given, **changes})


def test_sample() -> None:
    """Costs are per minute of audio; memory is per stream after the first, or per minute."""
    watched = sample()
    assert watched.minutes == pytest.approx(20 / 60)
    assert watched.busy == pytest.approx(0.05)
    assert watched.cpu_per_minute == pytest.approx(300)
    assert watched.begun_kilobytes == pytest.approx(100)
    assert watched.kept_kilobytes == pytest.approx(300)


def test_sample_without_memory() -> None:
    """Where the system does not tell, the tables say so."""
    watched = sample(resident=[None, None, None])
    assert watched.begun_kilobytes == watched.kept_kilobytes == "unknown here"


@pytest.mark.parametrize(
    ("changes", "sustained", "overload"),
    [
        ({}, True, False),
        ({"p99": 0.021}, False, False),
        ({"chunks": 180}, False, False),
        ({"p99": inf, "cpu": 1.99}, False, True),
    ],
)
def test_sustained(changes: dict[str, Any], sustained: bool, overload: bool) -> None:
    """Streams are sustained when chunks come in time and all of them come."""
    watched = sample(**changes)
    assert watched.is_sustained is sustained
    assert watched.is_overload is overload


def test_lateness() -> None:
    """Of a hundred chunks the median is the 51st, and one is later than the 99th percentile."""
    late = [number * 1_000_000 for number in range(100, 0, -1)]
    assert lateness(late) == {"chunks": 100, "p50": 0.051, "p99": 0.1}
    assert lateness([5_000_000]) == {"chunks": 1, "p50": 0.005, "p99": 0.005}


def test_lateness_of_silence() -> None:
    """Where no chunk came, it is endlessly late."""
    assert lateness([]) == {"chunks": 0, "p50": inf, "p99": inf}


def test_teller() -> None:
    """Tokens come 25 ms apart; the time runs from the one that ends the clause."""
    teller = Teller(["a", " b", " c"], 2, [])
    with pytest.raises(RuntimeError, match="before the clause"):
        teller.elapsed()
    begun = perf_counter()
    assert list(teller) == ["a", " b", " c"]
    assert perf_counter() - begun >= 0.05
    assert 0 < teller.elapsed() < perf_counter() - begun - 0.05


async def told(teller: Teller) -> list[str]:
    """Listen, asynchronously."""
    return [token async for token in teller]


def test_async_teller() -> None:
    """The same on an event loop."""
    teller = Teller(["a", " b", " c"], 1, [])
    begun = perf_counter()
    assert asyncio.run(told(teller)) == ["a", " b", " c"]
    assert perf_counter() - begun >= 0.05 - 0.005  # an event loop may wake a little early
    assert 0 < teller.elapsed() < perf_counter() - begun - 0.02


def chunk_sent_ago(nanoseconds: int) -> bytes:
    """A chunk as the server stamps it."""
    frame = pipeline_server.stamped(perf_counter_ns() - nanoseconds)
    return base64.b64decode(json.loads(frame[4:])["data"]["audio"])


def test_ear() -> None:
    """A chunk's lateness is read from its first bytes."""
    ear = Ear()
    ear(chunk_sent_ago(3_000_000_000))
    assert ear.begun
    assert 3_000_000_000 <= ear.late[0] < 4_000_000_000


def crowd_of(stream: Callable[[dict[str, Any], Ear], Any], streams: int) -> dict[str, Any]:
    """Watch a crowd for a moment."""
    return asyncio.run(Crowd(stream).watch({"streams": streams, "seconds": 0.05}))


def test_crowd() -> None:
    """All streams are heard, and what came before the watch is not counted."""
    begun: list[Ear] = []

    async def stream(order: dict[str, Any], ear: Ear) -> None:
        begun.append(ear)
        ear(chunk_sent_ago(100_000_000_000))
        while True:
            await asyncio.sleep(0.001)
            ear(chunk_sent_ago(10_000_000))

    watched = crowd_of(stream, 3)
    assert len(begun) == 3
    assert watched["chunks"] >= 3
    assert 0.01 <= watched["p50"] <= watched["p99"] < 100


def test_crowd_whose_stream_fails() -> None:
    """What a stream raises is raised, not waited out."""

    async def stream(order: dict[str, Any], ear: Ear) -> None:
        raise ConnectionResetError("gone")

    with pytest.raises(ConnectionResetError, match="gone"):
        crowd_of(stream, 2)


def test_stamped_chunks() -> None:
    """A chunk is a frame of the specification, with 100 ms of audio that begins with its stamp."""
    frame = pipeline_server.stamped(123_456_789_012_345)
    payload = json.loads(frame[4:])
    schema = {"$ref": "#/components/schemas/TtsChunkFrame", "components": SPEC["components"]}
    Draft202012Validator(schema).validate(payload)
    audio = base64.b64decode(payload["data"]["audio"])
    assert len(audio) == 4800
    assert int.from_bytes(audio[:8], "little") == 123_456_789_012_345


@pytest.mark.parametrize(("text", "chunks"), [("Hello, it is me.", 11), ("a" * 150, 100), ("a", 1)])
def test_chunks_of(text: str, chunks: int) -> None:
    """Fifteen characters take a second, and nothing takes less than a chunk."""
    assert pipeline_server.chunks_of(text) == chunks


@pytest.fixture(scope="module")
def paced() -> Iterator[str]:
    """The address of the server at the pace of speech."""
    with pipeline.PacedServer() as server:
        yield server.url


@pytest.fixture
def socket(paced: str) -> Iterator[ClientConnection]:
    """A socket to it."""
    with connect(paced + "/waves/v1/tts/live") as connection:
        yield connection


def hear(socket: ClientConnection) -> list[int]:
    """Return the stamps of the chunks up to `complete`."""
    stamps = []
    while (frame := json.loads(socket.recv(5)))["status"] == "chunk":
        stamps.append(int.from_bytes(base64.b64decode(frame["data"]["audio"])[:8], "little"))
    assert frame["status"] == "complete"
    return stamps


def test_paced_pieces(socket: ClientConnection) -> None:
    """Each piece of a context has a `complete` of its own; chunks are 100 ms apart, over pieces."""
    for text in ("a", "two", "three"):
        socket.send(json.dumps({"text": text, "context_id": "c", "continue": False}))
    socket.send(json.dumps({"context_id": "c", "context_close": True}))
    pieces = [hear(socket) for _ in range(3)]
    assert [len(piece) for piece in pieces] == [1, 2, 3]
    gaps = [later - sooner for sooner, later in pairwise(chain(*pieces))]
    assert sum(gaps) / len(gaps) == pytest.approx(100e6, rel=0.2)


def test_paced_text_waits_for_its_flush(socket: ClientConnection) -> None:
    """Text marked with `continue` is spoken when it is flushed, all at once."""
    socket.send(json.dumps({"text": "a"}))
    socket.send(json.dumps({"text": "ab", "continue": True}))
    socket.send(json.dumps({"text": "c", "continue": True, "flush": True}))
    assert [len(hear(socket)), len(hear(socket))] == [1, 2]


def test_streams_are_unlike(paced: str) -> None:
    """The first text of each socket is taken up somewhere else."""
    spoken = []
    for _ in range(3):
        with connect(paced + "/waves/v1/tts/live") as connection:
            connection.send(json.dumps({"text": "ten chunks long"}))
            spoken.append(len(hear(connection)))
    assert all(1 <= chunks <= 10 for chunks in spoken)
    assert len(set(spoken)) == 3


INTERPRETERS = {"bare": sys.executable, "ours": sys.executable}
CROWDS = Crowds(INTERPRETERS, SCRIPT)


def entry(worker: str, contender: str) -> Entry:
    """A contestant."""
    return Entry("group", worker, worker, contender)


@pytest.mark.parametrize("worker", INTERPRETERS)
@pytest.mark.parametrize("contender", ["blocking", "async"])
def test_first_clause(worker: str, contender: str) -> None:
    """Both hear the clause after its last token, and before the rest of the text is told."""
    with Server() as server:
        url = server.addresses["ws"]
        seconds = CROWDS.clause(entry(worker, contender), url, repeat=1)
    assert len(seconds) == 1
    assert 0 < seconds[0] < (len(SCRIPT.tokens) - SCRIPT.cut) / 40


@pytest.mark.parametrize("worker", INTERPRETERS)
def test_streams_at_real_time(paced: str, worker: str) -> None:
    """Every stream hears ten chunks a second, in both clients, over the ends of pieces."""
    watched = CROWDS.watch(entry(worker, "streams"), paced, streams=3, seconds=0.5)
    assert watched.streams == 3
    assert 0.5 * watched.due <= watched.chunks <= 2 * watched.due
    assert watched.cpu > 0
    assert 0 < watched.p50 <= watched.p99 < 1


class Machine:
    """Streams of which the outcome is known beforehand."""

    def __init__(self, outcome: Callable[[int], Sample]) -> None:
        self.tried: list[int] = []
        self.processes = 0
        self._outcome = outcome

    @contextmanager
    def watcher(self) -> Iterator[Watch]:
        """Stand in for a process."""

        def watch(streams: int, seconds: float) -> Sample:
            self.tried.append(streams)
            return self._outcome(streams)

        self.processes += 1
        yield watch

    def most(self) -> int:
        """Search from eight streams."""
        with Trials(self.watcher) as trials:
            most = largest(trials.is_good, 8, may_go_on=always)
        assert (most in trials.sustained) is (most > 0)
        return most


def in_time(streams: int) -> Sample:
    """Streams that are sustained."""
    return sample(streams=streams, chunks=streams * 20)


def test_trials() -> None:
    """A number that is plainly too much is not tried again, and what follows begins anew."""
    machine = Machine(lambda n: in_time(n) if n <= 20 else sample(streams=n, p99=1.0))
    assert machine.most() == 20
    assert machine.tried == [8, 16, 32, 24, 20, 22, 21]
    assert machine.processes == 4


def test_trials_on_a_machine_with_hiccups() -> None:
    """A number that fails by a little is tried again."""
    machine = Machine(
        lambda n: in_time(n) if n <= 8 and len(machine.tried) > 1 else sample(streams=n, p99=0.1)
    )
    assert machine.most() == 8
    assert machine.tried[:5] == [8, 8, 16, 16, 16]


def test_trials_of_what_fails() -> None:
    """An error is a failure, and where nothing is sustained there is no figure."""

    def failing(streams: int) -> Sample:
        raise ContenderError("no socket")

    assert Machine(failing).most() == 0


def test_capacity(paced: str) -> None:
    """Where no time is left for a single number there is no figure."""
    with pytest.raises(ContenderError, match="no number up to 2"):
        CROWDS.capacity(entry("bare", "streams"), paced, start=2, patience=0.0)


def test_nobody_there(paced: str) -> None:
    """Who is not installed is reported so, and so is a server that is not there."""
    with pytest.raises(ContenderError, match="not installed"):
        CROWDS.watch(entry("vendor", "streams"), paced, streams=1, seconds=0.1)
    with pytest.raises(ContenderError, match="Connect"):
        CROWDS.watch(entry("bare", "streams"), "ws://127.0.0.1:1", streams=1, seconds=0.1)


def test_contestants() -> None:
    """The bare loop leads every group, so that it is what the others are held against."""
    assert all(names[:2] == (BARE, OURS) for names in pipeline.COUNTS.values())
    leaders = {each.group: each.name for each in reversed(pipeline.CLAUSES)}
    assert set(leaders.values()) == {BARE}
