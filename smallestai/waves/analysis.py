"""Post-call analysis: a summary of a call, and answers to questions about it.

Blocking and async, side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

from smallestai.errors import ArgumentError
from smallestai.waves._answers import of_answer
from smallestai.waves.request import check_one_of

if TYPE_CHECKING:
    from smallestai_waves import models
    from smallestai_waves.api import RequestOptions

    from smallestai._http import AsyncTransport, Transport

MetricType = Literal["BOOLEAN", "ENUM", "INTEGER", "STRING", "SUMMARY"]
Value = bool | int | str | None

_TYPES: tuple[MetricType, ...] = get_args(MetricType)
_FEWEST_CHOICES = 2
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Metric:
    """A question about a call.

        Metric("refund", "Was a refund promised?", "BOOLEAN")
        Metric("mood", "How did the caller feel?", "ENUM", choices=("calm", "angry"))

    Args:
        name: Your name of it, by which the finding is found.
        question: The question in words.
        type: ``STRING`` (default), ``BOOLEAN``, ``INTEGER``, ``ENUM`` or ``SUMMARY``.
        choices: The possible answers, two or more; for ``ENUM`` only.

    Raises:
        ArgumentError: One of them is not of this kind.
    """

    name: str
    question: str
    type: MetricType = "STRING"
    choices: Sequence[str] = ()

    def __post_init__(self) -> None:
        _check_text("metric.name", self.name)
        _check_text("metric.question", self.question)
        check_one_of("metric.type", self.type, _TYPES)
        choices = self.choices
        if not isinstance(choices, list | tuple) or not all(
            isinstance(each, str) and each for each in choices
        ):
            raise ArgumentError("metric.choices", choices, "must be a list of texts")
        if self.type != "ENUM" and choices:
            raise ArgumentError("metric.choices", choices, "means something with type='ENUM' only")
        if self.type == "ENUM" and len(set(choices)) < max(_FEWEST_CHOICES, len(choices)):
            remedy = "must be two or more answers to choose from, each once"
            raise ArgumentError("metric.choices", choices, remedy)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        wire = {
            "identifier": self.name,
            "dispositionMetricPrompt": self.question,
            "dispositionMetricType": self.type,
        }
        return {**wire, "choices": list(self.choices)} if self.choices else wire

    def value_of(self, raw: Any) -> Value:
        """Return an answer as a bool, an int or a text; None where it is not one of this kind."""
        text = raw.strip() if isinstance(raw, str) else str(raw)
        if self.type == "BOOLEAN":
            return _TRUTHS.get(text.lower())
        if self.type == "INTEGER":
            return _whole(text)
        if self.type == "ENUM":
            return next((each for each in self.choices if each.lower() == text.lower()), None)
        return text or None


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer to a `Metric`.

    Attributes:
        name: The metric's name.
        value: A bool, an int or a text, as the metric's type has it; None where the service gave
            something else, as it may when the call says nothing of it.
        raw: What the service gave, a text.
        confidence: How sure it is, 0 to 1, or None.
        reasoning: Why it says so, or None.
    """

    name: str
    value: Value
    raw: str
    confidence: float | None = None
    reasoning: str | None = None


@dataclass(frozen=True, slots=True)
class CallReport:
    """What was found out about a call.

        report["refund"].value

    Attributes:
        summary: The call in short.
        findings: The answers, by the metrics' names.
        extra: Further fields of the service, as they came.
    """

    summary: str
    findings: dict[str, Finding] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Finding:
        return self.findings[name]


class Analysis:
    """`client.waves.analysis`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def analyze(
        self,
        transcript: str,
        metrics: Sequence[Metric] = (),
        *,
        request_options: RequestOptions | None = None,
    ) -> CallReport:
        """Summarise a call and answer questions about it.

        Args:
            transcript: The call in words, with the speakers marked: ``User: ... Agent: ...``.
            metrics: The questions; without any, only the summary is made.
            request_options: Timeout, headers and retries of this call.

        Raises:
            ArgumentError: The transcript is empty, or two metrics have one name.
            APIError: The service refused the request, for example as the plan has no analysis.

        Source: operation `postCallAnalysis`.
        """
        from smallestai_waves.api.post_call_analysis import PostCallAnalysis as Operations

        fields = _fields(transcript, metrics)
        operations = Operations(self._transport.send)
        found = operations.post_call_analysis(**fields, request_options=request_options)
        return _report(found, metrics)

    def generate(self, prompt: str, *, request_options: RequestOptions | None = None) -> str:
        """Answer a prompt about a call.

        Args:
            prompt: The transcript, and what to make of it.
            request_options: Timeout, headers and retries of this call.

        Raises:
            ArgumentError: The prompt is empty.
            APIError: The service refused the request.

        Source: operation `postCallGenerate`.
        """
        from smallestai_waves.api.post_call_analysis import PostCallAnalysis as Operations

        _check_text("prompt", prompt)
        operations = Operations(self._transport.send)
        return _output(
            operations.post_call_generate(prompt=prompt, request_options=request_options)
        )


class AsyncAnalysis:
    """`client.waves.analysis` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def analyze(
        self,
        transcript: str,
        metrics: Sequence[Metric] = (),
        *,
        request_options: RequestOptions | None = None,
    ) -> CallReport:
        """Summarise a call and answer questions about it; see `Analysis.analyze`."""
        from smallestai_waves.api.post_call_analysis import AsyncPostCallAnalysis as Operations

        fields = _fields(transcript, metrics)
        operations = Operations(self._transport.send)
        found = await operations.post_call_analysis(**fields, request_options=request_options)
        return _report(found, metrics)

    async def generate(self, prompt: str, *, request_options: RequestOptions | None = None) -> str:
        """Answer a prompt about a call; see `Analysis.generate`."""
        from smallestai_waves.api.post_call_analysis import AsyncPostCallAnalysis as Operations

        _check_text("prompt", prompt)
        operations = Operations(self._transport.send)
        return _output(
            await operations.post_call_generate(prompt=prompt, request_options=request_options)
        )


def _fields(transcript: str, metrics: Sequence[Metric]) -> dict[str, Any]:
    _check_text("transcript", transcript)
    if not isinstance(metrics, list | tuple):  # what can be read once is read twice
        raise ArgumentError("metrics", metrics, "must be a list of Metric")
    names: set[str] = set()
    for metric in metrics:
        if not isinstance(metric, Metric):
            raise ArgumentError("metrics", metric, "must be a list of Metric")
        if metric.name in names:
            raise ArgumentError("metrics", metric.name, "is the name of two metrics")
        names.add(metric.name)
    wire = [metric.to_dict() for metric in metrics]
    return {"transcript": transcript, **({"disposition_metrics": wire} if wire else {})}


@of_answer
def _report(found: models.CallAnalysis, metrics: Sequence[Metric]) -> CallReport:
    asked = {metric.name: metric for metric in metrics}
    items = found.to_dict().get("dispositionMetrics")
    listed = [each for each in items or () if isinstance(each, Mapping)]
    findings = [_finding(each, asked) for each in listed]
    return CallReport(
        found.summary or "",
        {each.name: each for each in findings},
        dict(found.additional_properties),
    )


@of_answer
def _output(made: models.CallGeneration) -> str:
    return made.output or ""


def _finding(item: Mapping[str, Any], asked: Mapping[str, Metric]) -> Finding:
    name, raw = str(item.get("identifier") or ""), item.get("value")
    metric = asked.get(name)
    return Finding(
        name,
        None if raw is None else metric.value_of(raw) if metric else str(raw),
        "" if raw is None else str(raw),
        item.get("confidence"),
        item.get("reasoning"),
    )


def _whole(text: str) -> int | None:
    try:
        return int(text)  # exact, where a float is not
    except ValueError:
        pass
    try:
        number = float(text)
    except ValueError:
        return None
    return int(number) if number.is_integer() else None


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        shown = value[:_SHOWN] if isinstance(value, str) else value
        raise ArgumentError(name, shown, "must be text, and not blank")
