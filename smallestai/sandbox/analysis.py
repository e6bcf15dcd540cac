"""Post-call analysis: what a transcript says, in short and on the questions asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response

from .analysis_metrics import finding_of
from .analysis_summary import summary_of
from .analysis_words import sentences
from .chat_model import answer
from .issues import Issue
from .operations import Inputs, RefusedError, operation
from .replies import waves_error, waves_issues

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.routing import BaseRoute

    from .state import State


def routes(state: State) -> list[BaseRoute]:
    """Return the route that analyses calls, and the one that answers a free prompt."""
    return [
        operation(state, "POST /waves/v1/pca", _analyse),
        operation(state, "POST /waves/v1/pca/generate", _generate),
    ]


def _analyse(state: State, inputs: Inputs) -> Response:
    _check_plan(state)
    metrics = inputs.body.get("dispositionMetrics", [])
    issues = [issue for index, each in enumerate(metrics) for issue in _issues(index, each)]
    if issues:
        return waves_issues(issues)
    said = sentences(inputs.body["transcript"])
    findings = [finding_of(metric, said) for metric in metrics]
    return JSONResponse({"summary": summary_of(said), "dispositionMetrics": findings})


def _generate(state: State, inputs: Inputs) -> Response:
    """Answer with a summary of the transcript in the prompt, or else as a chat is answered.

    A transcript has two speakers at least.
    """
    _check_plan(state)
    prompt = inputs.body["prompt"]
    said = [each for each in sentences(prompt) if each.speaker]
    if len({each.speaker for each in said}) > 1:
        return JSONResponse({"output": summary_of(said)})
    messages = [{"role": "user", "content": prompt}]
    return JSONResponse({"output": answer({"messages": messages}).text})


def _check_plan(state: State) -> None:
    if not state.settings.pca_entitled:
        message = "Post-call analysis is not included in your plan"
        raise RefusedError(waves_error(403, message))


def _issues(index: int, metric: Mapping[str, Any]) -> list[Issue]:
    if metric["dispositionMetricType"] != "ENUM" or metric.get("choices"):
        return []
    path = ("dispositionMetrics", index, "choices")
    details = {"expected": "array", "received": "undefined"}
    return [Issue("invalid_type", path, "Required", details)]
