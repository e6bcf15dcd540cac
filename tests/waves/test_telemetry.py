"""What OpenTelemetry is told of an utterance, read back from its own in-memory exporters."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest
from opentelemetry import metrics, trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from smallestai import AsyncSmallestAI, SmallestAI, __version__
from smallestai.errors import APIConnectionError, APITimeoutError
from smallestai.waves._telemetry import Recorder, recorder
from waves.speaker import done, first, using

ABOUT = {"transport": "websocket", "model": "lightning_v3.1_pro", "voice": "meher"}
NAMED = {"smallestai.transport": "websocket", "smallestai.model": "lightning_v3.1_pro"}


@dataclass
class Measured:
    """The metrics of an utterance that was spoken."""

    time_to_first_audio: float | None = 0.25
    queued: float = 0.5
    reconnects: int = 1
    characters: int = 27
    audio_seconds: float = 2.5


class Collector:
    """A program's providers, and what they were given."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self._reader = InMemoryMetricReader()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.meters = MeterProvider([self._reader])

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        return self._exporter.get_finished_spans()

    @property
    def span(self) -> ReadableSpan:
        [span] = self.spans
        return span

    @property
    def points(self) -> dict[str, Any]:
        """The one point of each histogram by its name."""
        data = self._reader.get_metrics_data()
        if data is None:
            return {}
        found = [m for r in data.resource_metrics for s in r.scope_metrics for m in s.metrics]
        assert all(each.unit == "s" for each in found)
        points = {each.name: list(each.data.data_points) for each in found}
        return {name: point for name, [point] in points.items()}


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Collector:
    """Providers that stand where a program's own would: they can be set for good only once."""
    collector = Collector()
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: collector.tracers)
    monkeypatch.setattr(metrics, "get_meter_provider", lambda: collector.meters)
    return collector


def begun() -> Recorder:
    made = recorder(**ABOUT)
    assert made is not None
    return made


def test_an_utterance_is_a_span(collector: Collector) -> None:
    """It tells what was asked for and what was measured, and nothing else."""
    begun().finished(Measured())
    span = collector.span
    assert (span.name, span.kind) == ("smallestai.speech", SpanKind.CLIENT)
    assert span.instrumentation_scope is not None
    assert span.instrumentation_scope.name == "smallestai"
    assert span.instrumentation_scope.version == __version__
    assert span.status.status_code is StatusCode.UNSET
    assert span.attributes == {
        **NAMED,
        "smallestai.voice": "meher",
        "smallestai.characters": 27,
        "smallestai.audio_seconds": 2.5,
        "smallestai.time_to_first_audio": 0.25,
        "smallestai.queued": 0.5,
        "smallestai.reconnects": 1,
    }


def test_the_span_is_a_child_of_the_current_one(collector: Collector) -> None:
    """Also when the utterance ends outside it."""
    with collector.tracers.get_tracer("program").start_as_current_span("turn") as turn:
        record = begun()
    record.finished(Measured())
    child = next(span for span in collector.spans if span.name == "smallestai.speech")
    assert child.parent is not None
    assert child.parent.span_id == turn.get_span_context().span_id


def test_an_utterance_is_in_the_histograms(collector: Collector) -> None:
    """In seconds, by what there are few of: no voice among the attributes."""
    for seconds in (0.25, 0.75):
        begun().finished(Measured(time_to_first_audio=seconds))
    points = collector.points
    sums = {name: (point.count, point.sum) for name, point in points.items()}
    assert sums == {
        "smallestai.time_to_first_audio": (2, 1.0),
        "smallestai.audio_seconds": (2, 5.0),
        "smallestai.queued": (2, 1.0),
    }
    assert all(point.attributes == NAMED for point in points.values())
    assert max(points["smallestai.time_to_first_audio"].bucket_counts) == 1


def test_what_is_not_known_is_left_out(collector: Collector) -> None:
    """No audio, or a length its bytes do not tell, is no zero."""
    begun().finished(Measured(time_to_first_audio=None, audio_seconds=0.0, queued=0.0))
    attributes = collector.span.attributes or {}
    assert "smallestai.time_to_first_audio" not in attributes
    assert "smallestai.audio_seconds" not in attributes
    assert attributes["smallestai.queued"] == 0.0
    assert collector.points.keys() == {"smallestai.queued"}


def test_of_an_error_only_its_kind_is_told(collector: Collector) -> None:
    """A message may quote a text or a key: it appears nowhere."""
    error = APITimeoutError("no audio for: my number is 42, key sk_live_0123")
    begun().finished(Measured(), error)
    span = collector.span
    assert span.status.status_code is StatusCode.ERROR
    assert span.status.description is None
    assert (span.attributes or {})["error.type"] == "APITimeoutError"
    assert "number" not in span.to_json()
    assert "sk_live" not in span.to_json()
    point = collector.points["smallestai.queued"]
    assert point.attributes == {**NAMED, "error.type": "APITimeoutError"}


def test_an_utterance_is_recorded_once(collector: Collector) -> None:
    """Whatever ends it after its end, like `close` after a failure, changes nothing."""
    record = begun()
    record.finished(Measured(), TimeoutError())
    record.finished(Measured())
    assert (collector.span.attributes or {})["error.type"] == "TimeoutError"
    assert collector.points["smallestai.queued"].count == 1


@pytest.mark.parametrize("kept", ["spans", "points"])
def test_one_provider_is_enough(
    collector: Collector, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    """A program may collect spans without metrics, or metrics without spans."""
    if kept == "spans":
        monkeypatch.setattr(metrics, "get_meter_provider", metrics.NoOpMeterProvider)
    else:
        monkeypatch.setattr(trace, "get_tracer_provider", trace.NoOpTracerProvider)
    begun().finished(Measured())
    assert bool(collector.spans) is (kept == "spans")
    assert bool(collector.points) is (kept == "points")


def test_the_provider_of_the_moment_counts(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A provider that is set later is used from then on."""
    begun().finished(Measured())
    later = Collector()
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: later.tracers)
    monkeypatch.setattr(metrics, "get_meter_provider", lambda: later.meters)
    begun().finished(Measured())
    assert len(collector.spans) == len(later.spans) == 1
    assert collector.points["smallestai.queued"].count == 1
    assert later.points["smallestai.queued"].count == 1


def test_without_a_provider_nothing_is_made() -> None:
    """OpenTelemetry is imported here, but nobody has set anything up."""
    assert recorder(**ABOUT) is None


@pytest.mark.parametrize("broken", ["get_tracer_provider", "start_span", "end"])
def test_speech_goes_on_without_it(
    collector: Collector,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    broken: str,
) -> None:
    """What OpenTelemetry raises is logged."""
    caplog.set_level(logging.WARNING, "smallestai")

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no backend")

    tracer = collector.tracers.get_tracer("any")
    places = {
        "get_tracer_provider": trace,
        "start_span": type(tracer),
        "end": type(tracer.start_span("any")),
    }
    monkeypatch.setattr(places[broken], broken, fail)
    made = recorder(**ABOUT)
    if made is not None:
        made.finished(Measured())
    assert (made is None) is (broken != "end")
    assert "OpenTelemetry" in caplog.text
    assert "no backend" in caplog.text


def _loaded_after(program: str) -> str:
    """Return what a fresh interpreter prints of what it has loaded of OpenTelemetry."""
    lines = (
        "import sys",
        "from smallestai.waves._telemetry import recorder",
        program,
        "made = recorder(transport='http', model='m', voice='v')",
        "loaded = [name for name in sys.modules if name.startswith('opentelemetry.')]",
        "print(made, 'opentelemetry.metrics' in loaded, 'opentelemetry.trace' in loaded)",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("program", "printed"),
    [
        ("import smallestai", "None False False"),
        ("import opentelemetry", "None False False"),
        ("import opentelemetry.context", "None False False"),
        ("import opentelemetry.metrics", "None True False"),
    ],
)
def test_nothing_is_imported(program: str, printed: str) -> None:
    """Whatever the program has not imported stays unloaded."""
    assert _loaded_after(program) == printed


def test_the_program_s_own_provider_is_found() -> None:
    """As a program sets it up, without any help of this package."""
    program = (
        "from opentelemetry import trace\n"
        "from opentelemetry.sdk.trace import TracerProvider\n"
        "trace.set_tracer_provider(TracerProvider())"
    )
    assert _loaded_after(program).startswith("<smallestai.waves._telemetry.Recorder object")


async def _spoken(kind: Any, transport: str) -> None:
    with SmallestAI.sandbox() as server:
        async with using(kind("sk_live_0123", base_url=server.base_url)) as client:
            stream = client.waves.tts.stream("Parcels leave.", transport=transport)
            async with using(stream):
                await done(stream.read())
            stream = client.waves.tts.speak(["Parcels leave. ", "Or later."], transport=transport)
            async with using(stream):
                await first(stream)


@pytest.mark.parametrize("kind", [SmallestAI, AsyncSmallestAI])
@pytest.mark.parametrize("transport", ["websocket", "sse", "http"])
def test_streams_are_recorded(collector: Collector, kind: Any, transport: str) -> None:
    """Whoever speaks, over whatever, is recorded: spoken to the end or closed before."""
    asyncio.run(_spoken(kind, transport))
    whole, part = collector.spans
    for span in (whole, part):
        attributes = span.attributes or {}
        assert attributes["smallestai.transport"] == transport
        assert attributes["smallestai.model"] == "lightning_v3.1_pro"
        assert attributes["smallestai.voice"] == "meher"
        assert attributes["smallestai.time_to_first_audio"]
        assert attributes["smallestai.audio_seconds"]
        assert span.status.status_code is StatusCode.UNSET
        assert "Parcels" not in span.to_json()
        assert "sk_live" not in span.to_json()
    assert (whole.attributes or {})["smallestai.characters"] == 14
    assert collector.points["smallestai.time_to_first_audio"].count == 2


@pytest.mark.parametrize("kind", [SmallestAI, AsyncSmallestAI])
def test_failures_are_recorded(collector: Collector, kind: Any) -> None:
    """A stream that cannot be opened is a span with an error."""

    async def run() -> None:
        async with using(kind("sk", base_url="http://127.0.0.1:9", max_retries=0)) as client:
            with pytest.raises(APIConnectionError):
                await done(client.waves.tts.synthesize("Hello."))

    asyncio.run(run())
    assert (collector.span.attributes or {})["error.type"] == "APIConnectionError"
    assert collector.span.status.status_code is StatusCode.ERROR
