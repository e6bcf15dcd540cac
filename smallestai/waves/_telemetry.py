"""A span and histograms of OpenTelemetry for each utterance, where the program collects them.

Nothing of OpenTelemetry is imported that the program has not imported itself, and nothing is made
while it has set no provider. Neither texts nor keys are recorded, and of an error only its kind,
for its message may quote them. What goes wrong here is logged, and never in the way of speech.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from smallestai._logging import logger
from smallestai._version import __version__

if TYPE_CHECKING:
    from opentelemetry.metrics import Histogram, MeterProvider
    from opentelemetry.trace import Span, Tracer, TracerProvider

_WAITS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10, 30, 60, 600)
_LENGTHS = (0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600)


class Measured(Protocol):
    """What is recorded of an utterance; see `SpeechMetrics`."""

    time_to_first_audio: float | None
    queued: float
    reconnects: int
    characters: int

    @property
    def audio_seconds(self) -> float:
        """How long the audio lasts that came; 0 where that is not known."""


class Histograms(NamedTuple):
    """The histograms of one provider."""

    time_to_first_audio: Histogram
    audio_seconds: Histogram
    queued: Histogram

    def record(self, metrics: Measured, attributes: dict[str, str]) -> None:
        """Add an utterance; what is not known of it is left out."""
        self.queued.record(metrics.queued, attributes)
        if metrics.time_to_first_audio is not None:
            self.time_to_first_audio.record(metrics.time_to_first_audio, attributes)
        if metrics.audio_seconds:
            self.audio_seconds.record(metrics.audio_seconds, attributes)


class Recorder:
    """Records an utterance that begins now; made by `recorder`."""

    def __init__(
        self, span: Span | None, histograms: Histograms | None, about: dict[str, str]
    ) -> None:
        self._span = span
        self._histograms = histograms
        self._about = about
        self._is_finished = False

    def finished(self, metrics: Measured, error: BaseException | None = None) -> None:
        """Record the utterance, once; a second call does nothing.

        Args:
            metrics: What was measured of it.
            error: What it failed with; None where it came to its end or the caller closed it.
        """
        if self._is_finished:
            return
        self._is_finished = True
        fault = {} if error is None else {"error.type": type(error).__qualname__}
        try:
            if self._histograms is not None:
                self._histograms.record(metrics, self._about | fault)
            if self._span is not None:
                _end(self._span, metrics, fault)
        except Exception:
            logger.warning("OpenTelemetry did not take an utterance", exc_info=True)


def recorder(*, transport: str, model: str, voice: str) -> Recorder | None:
    """Return what records an utterance that begins now; None where nobody collects it.

    The span ``smallestai.speech``, a child of the current one, has the attributes
    ``smallestai.transport``, ``.model``, ``.voice``, ``.characters``, ``.audio_seconds``,
    ``.time_to_first_audio``, ``.queued`` and ``.reconnects``, and ``error.type`` after a failure.
    The histograms ``smallestai.time_to_first_audio``, ``smallestai.audio_seconds`` and
    ``smallestai.queued`` count seconds by transport, model and ``error.type``.

    Args:
        transport: ``websocket``, ``sse`` or ``http``.
        model: The name of the model.
        voice: The id of the voice.
    """
    about = {"smallestai.transport": transport, "smallestai.model": model}
    try:
        tracer, histograms = _tracer(), _histograms()
        if tracer is None and histograms is None:
            return None
        span = None if tracer is None else _begin(tracer, about | {"smallestai.voice": voice})
    except Exception:
        logger.warning("OpenTelemetry does not take utterances", exc_info=True)
        return None
    return Recorder(span, histograms, about)


def _begin(tracer: Tracer, about: dict[str, str]) -> Span:
    from opentelemetry.trace import SpanKind

    return tracer.start_span("smallestai.speech", kind=SpanKind.CLIENT, attributes=about)


def _end(span: Span, metrics: Measured, fault: dict[str, str]) -> None:
    from opentelemetry.trace import StatusCode

    known: dict[str, Any] = {
        "smallestai.characters": metrics.characters,
        "smallestai.audio_seconds": metrics.audio_seconds or None,
        "smallestai.time_to_first_audio": metrics.time_to_first_audio,
        "smallestai.queued": metrics.queued,
        "smallestai.reconnects": metrics.reconnects,
        **fault,
    }
    span.set_attributes({name: value for name, value in known.items() if value is not None})
    if fault:
        span.set_status(StatusCode.ERROR)
    span.end()


def _tracer() -> Tracer | None:
    """Return the program's tracer; None where it has none."""
    if "opentelemetry.trace" not in sys.modules:
        return None
    from opentelemetry.trace import get_tracer_provider

    provider = get_tracer_provider()
    return None if _is_idle(provider) else _tracer_of(provider)


def _histograms() -> Histograms | None:
    """Return the program's histograms; None where it has none."""
    if "opentelemetry.metrics" not in sys.modules:
        return None
    from opentelemetry.metrics import get_meter_provider

    provider = get_meter_provider()
    return None if _is_idle(provider) else _histograms_of(provider)


def _is_idle(provider: object) -> bool:
    """Whether this is a stand-in: what the API itself brings along collects nothing."""
    return type(provider).__module__.startswith(("opentelemetry.trace", "opentelemetry.metrics"))


@lru_cache(maxsize=1)
def _tracer_of(provider: TracerProvider) -> Tracer:
    return provider.get_tracer("smallestai", __version__)


@lru_cache(maxsize=1)
def _histograms_of(provider: MeterProvider) -> Histograms:
    meter = provider.get_meter("smallestai", __version__)

    def made(name: str, description: str, bounds: tuple[float, ...]) -> Histogram:
        return meter.create_histogram(
            f"smallestai.{name}", "s", description, explicit_bucket_boundaries_advisory=bounds
        )

    return Histograms(
        made("time_to_first_audio", "From the start of the request to the first samples.", _WAITS),
        made("audio_seconds", "How long the audio lasts.", _LENGTHS),
        made("queued", "Waiting at the client's own limit.", _WAITS),
    )
