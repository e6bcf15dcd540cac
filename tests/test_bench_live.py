"""The benchmark of live sessions: its server speaks the specification, and everybody is heard."""

from __future__ import annotations

import base64
import json
from importlib.resources import files
from itertools import islice, pairwise
from time import perf_counter_ns
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from websockets.sync.client import connect

from scripts.bench import live, live_server
from scripts.bench.field import OURS, Entry, figures_of, in_turn
from scripts.bench.live import BARE, HYDRA, STT, Kind, LiveServer, Sessions
from scripts.bench.pipeline_sample import Sample
from scripts.bench.processes import ContenderError

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = json.loads(files("smallestai_waves").joinpath("openapi.json").read_text())


def check(name: str, value: dict[str, Any]) -> None:
    """The value is what the specification's component says, and has no field besides."""
    components = SPEC["components"]
    schema = {"$ref": f"#/components/schemas/{name}", "components": components}
    Draft202012Validator(schema).validate(value)
    assert value.keys() <= components["schemas"][name]["properties"].keys()


def payload(frame: bytes) -> dict[str, Any]:
    """What a frame says, its head taken off."""
    told: dict[str, Any] = json.loads(frame[frame.index(b"{") :])
    return told


def test_transcripts() -> None:
    """Interim transcripts, every second a final with its words; all begin with their time."""
    before = perf_counter_ns()
    frames = [payload(frame) for frame in islice(live_server.transcripts(), 40)]
    for frame in frames:
        check("SttTranscriptFrame", frame)
        assert before < int(frame["transcription"][: live_server.DIGITS]) < perf_counter_ns()
    assert [number for number, frame in enumerate(frames, 1) if frame["is_final"]] == [20, 40]
    assert [word["start"] for word in frames[39]["words"]] == pytest.approx([1, 4 / 3, 5 / 3])
    assert all("words" not in frame for frame in frames[:19])


def test_deltas() -> None:
    """Frames of 20 ms of audio that begin with their time."""
    before = perf_counter_ns()
    frame = payload(next(live_server.deltas()))
    check("HydraAudioDelta", frame)
    audio = base64.b64decode(frame["delta"])
    assert len(audio) == 0.02 * 48_000 * 2
    assert before < int.from_bytes(audio[:8], "little") < perf_counter_ns()


def test_beginning_of_a_session() -> None:
    """What comes before the audio is what the specification says."""
    check("HydraSessionCreated", live_server.CREATED)
    check("HydraSessionConfigured", live_server.CONFIGURED)
    check("HydraResponseCreated", live_server.REPLIES)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of the server."""
    with LiveServer() as server:
        yield server.url


@pytest.mark.parametrize(
    ("path", "first", "begins", "seconds"),
    [
        ("/waves/v1/stt/live", bytes(1600), [], 0.05),
        (
            "/waves/v1/s2s",
            '{"type": "session.configure", "session": {}}',
            ["session.created", "session.configured", "response.created"],
            0.02,
        ),
    ],
)
def test_pace(url: str, path: str, first: bytes | str, begins: list[str], seconds: float) -> None:
    """Nothing comes but a greeting until the client has sent something; then frames keep pace."""
    with connect(url + path) as socket:
        said = [json.loads(socket.recv(5))["type"] for _ in begins[:1]]
        socket.send(first)
        said += [json.loads(socket.recv(5))["type"] for _ in begins[1:]]
        stamps = []
        for _ in range(round(1 / seconds)):
            frame = json.loads(socket.recv(5))
            audio = base64.b64decode(frame.get("delta", ""))
            text = frame.get("transcription", "")[: live_server.DIGITS]
            stamps.append(int(text) if text else int.from_bytes(audio[:8], "little"))
    assert said == begins
    gaps = [later - sooner for sooner, later in pairwise(stamps)]
    assert sum(gaps) / len(gaps) == pytest.approx(seconds * 1e9, rel=0.25)


@pytest.mark.parametrize("kind", [STT, HYDRA], ids=lambda kind: kind.name)
def test_sessions(kind: Kind) -> None:
    """Both clients hear every session at its pace, let go of them, and can begin anew."""
    few = kind._replace(crowds=(("blocking", 2), ("async", 2)))
    with Sessions(few) as sessions:
        for entry in list(sessions.counts) * 2:
            *_, watched = sessions.watch(entry, windows=1, seconds=0.2)
            assert watched.streams == 2
            assert watched.chunks >= 0.5 * watched.due
            assert watched.cpu > 0
            assert 0 < watched.p50 <= watched.p99


def test_contestants() -> None:
    """The bare loop leads every group: it is what ours is held against."""
    for kind in (STT, HYDRA):
        entries = list(Sessions(kind).counts)
        leaders = {entry.group: entry.name for entry in reversed(entries)}
        assert list(leaders.values()) == [BARE] * len(kind.crowds)
        assert sum(entry.name == OURS for entry in entries) == len(kind.crowds)


def sample(cpu: float, chunks: int = 200, p99: float = 0.002) -> Sample:
    """Ten sessions for two seconds, of which 200 frames are due."""
    return Sample(10, cpu, 2.0, chunks, 0.001, p99, [None] * 3)


def test_report(capsys: pytest.CaptureFixture[str]) -> None:
    """CPU time is the least, lateness the median; what came in heaps does not count."""
    bare, ours = (
        Entry("async, 1 session", BARE, "b", "c"),
        Entry("async, 1 session", OURS, "o", "c"),
    )
    measured: dict[Entry, list[Any] | str] = {
        bare: [sample(cpu=0.2), sample(cpu=0.1), sample(cpu=0.01, chunks=20)],
        ours: [sample(cpu=0.12), sample(cpu=0.3), sample(cpu=0.11, p99=0.06)],
    }
    facts: dict[str, Any] = {}
    cpu, late = live._shown(STT, measured, facts)
    assert cpu.ratio == pytest.approx(1.2)
    assert cpu.met
    assert late.ratio == pytest.approx(1.0)
    assert facts["stt"][0]["CPU, ms"] == pytest.approx(5.0)
    assert "Live transcription" in capsys.readouterr().out


def test_report_without_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody was heard, or not evenly, there is no ratio, and the table says why."""
    measured: dict[Entry, list[Any] | str] = {
        Entry("async, 1 session", BARE, "b", "c"): "no socket",
        Entry("async, 1 session", OURS, "o", "c"): [sample(cpu=0.1, chunks=20)],
    }
    assert {target.ratio for target in live._shown(HYDRA, measured, {})} == {None}
    said = capsys.readouterr().out
    assert "no socket" in said
    assert live.BUSY in said


def test_in_turn() -> None:
    """Values are kept as they are, those of warm-up rounds are not, an error takes their place."""

    def measure(name: str) -> list[str]:
        if name == "bad":
            raise ContenderError("gone")
        return [name, name]

    outcomes = in_turn(["good", "bad"], 2, measure, warmups=1)
    assert outcomes == {"good": ["good"] * 4, "bad": "gone"}
    assert figures_of(outcomes, len) == {"good": 4, "bad": "gone"}
