"""Post-call analysis, in both worlds."""

from __future__ import annotations

from typing import Any

import pytest
from servers import http_server

from smallestai import ArgumentError, PermissionDeniedError
from smallestai.waves.analysis import CallReport, Finding, Metric
from waves.worlds import both, json_reply, sent

NOWHERE = "http://127.0.0.1:9"
CALL = "User: cancel it. Agent: done."
METRICS = [
    Metric("cancelled", "Was the order cancelled?", "BOOLEAN"),
    Metric("mood", "How did the caller feel?", "ENUM", choices=("Calm", "Angry")),
    Metric("orders", "How many orders?", "INTEGER"),
    Metric("reason", "Why?"),
]


def _found(name: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"identifier": name, "value": value, **more}


@both
def test_answers_have_their_kinds(world: Any) -> None:
    """Every answer is a Python value beside the text that came."""
    findings = [
        _found("cancelled", "true", confidence=0.97, reasoning="They said so."),
        _found("mood", "calm"),
        _found("orders", "1.0"),
        _found("reason", "Too late."),
        _found("other", "5"),
    ]
    reply = {"summary": "An order was cancelled.", "dispositionMetrics": findings, "novel": 1}
    with http_server(json_reply(reply)) as (url, requests):
        report = world(url, lambda waves: waves.analysis.analyze(CALL, METRICS))
    assert report.summary == "An order was cancelled."
    assert report["cancelled"] == Finding("cancelled", True, "true", 0.97, "They said so.")
    assert report["mood"].value == "Calm"
    assert report["orders"].value == 1
    assert report["reason"].value == "Too late."
    assert report["other"].value == "5"
    assert report.extra == {"novel": 1}
    assert requests[0].startswith(b"POST /waves/v1/pca ")
    body = sent(requests[0])
    assert body["transcript"] == CALL
    assert body["dispositionMetrics"][:2] == [
        {
            "identifier": "cancelled",
            "dispositionMetricPrompt": "Was the order cancelled?",
            "dispositionMetricType": "BOOLEAN",
        },
        {
            "identifier": "mood",
            "dispositionMetricPrompt": "How did the caller feel?",
            "dispositionMetricType": "ENUM",
            "choices": ["Calm", "Angry"],
        },
    ]


@both
def test_a_summary_alone(world: Any) -> None:
    """Without questions none are sent, and none are answered."""
    with http_server(json_reply({"summary": "Short."})) as (url, requests):
        assert world(url, lambda waves: waves.analysis.analyze(CALL)) == CallReport("Short.")
    assert sent(requests[0]) == {"transcript": CALL}


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("BOOLEAN", "True", True),
        ("BOOLEAN", "no", False),
        ("BOOLEAN", False, False),
        ("BOOLEAN", "unknown", None),
        ("INTEGER", "-3", -3),
        ("INTEGER", 3, 3),
        ("INTEGER", "3.5", None),
        ("INTEGER", "many", None),
        ("INTEGER", "inf", None),
        ("INTEGER", "nan", None),
        ("STRING", "", None),
        ("SUMMARY", " They met. ", "They met."),
        ("ENUM", "ANGRY", "Angry"),
        ("ENUM", "N/A", None),
    ],
)
def test_values(kind: Any, raw: Any, value: Any) -> None:
    """An answer of another kind than asked for is None, and stays to be read as it came."""
    metric = Metric("it", "What?", kind, choices=("Calm", "Angry") if kind == "ENUM" else ())
    assert metric.value_of(raw) == value
    assert type(metric.value_of(raw)) is type(value)


@both
def test_an_answer_that_is_missing(world: Any) -> None:
    """No value at all is None."""
    with http_server(json_reply({"dispositionMetrics": [_found("reason", None), 7]})) as (url, _):
        report = world(url, lambda waves: waves.analysis.analyze(CALL, METRICS))
    assert report["reason"] == Finding("reason", None, "")
    with pytest.raises(KeyError):
        report["mood"]


@pytest.mark.parametrize(
    ("argument", "fields"),
    [
        ("metric.name", {"name": " "}),
        ("metric.question", {"question": ""}),
        ("metric.type", {"type": "FLOAT"}),
        ("metric.choices", {"type": "ENUM"}),
        ("metric.choices", {"type": "ENUM", "choices": ["one"]}),
        ("metric.choices", {"type": "ENUM", "choices": ["one", "one"]}),
        ("metric.choices", {"type": "ENUM", "choices": ["one", ""]}),
        ("metric.choices", {"type": "ENUM", "choices": "one"}),
        ("metric.choices", {"type": "STRING", "choices": ["one", "two"]}),
    ],
)
def test_questions_that_cannot_be(argument: str, fields: dict[str, Any]) -> None:
    """A question is checked when it is made."""
    with pytest.raises(ArgumentError) as caught:
        Metric(**{"name": "mood", "question": "How?", **fields})
    assert caught.value.argument == argument


@both
def test_refused_before_anything_is_sent(world: Any) -> None:
    """An empty call, an empty prompt, one name for two questions."""
    for act, argument in (
        (lambda waves: waves.analysis.analyze(" "), "transcript"),
        (lambda waves: waves.analysis.analyze(CALL, METRICS * 2), "metrics"),
        (lambda waves: waves.analysis.analyze(CALL, [{"identifier": "x"}]), "metrics"),
        (lambda waves: waves.analysis.generate(""), "prompt"),
    ):
        with pytest.raises(ArgumentError) as caught:
            world(NOWHERE, act)
        assert caught.value.argument == argument


@both
def test_a_free_prompt(world: Any) -> None:
    """A prompt gives text; a plan without analysis is a refusal."""
    refusal = json_reply({"error": "not on this plan"}, "403 Forbidden")
    with http_server(json_reply({"output": "Yes."}), refusal) as (url, requests):
        assert world(url, lambda waves: waves.analysis.generate("Was it? " + CALL)) == "Yes."
        with pytest.raises(PermissionDeniedError):
            world(url, lambda waves: waves.analysis.generate("Was it?"))
    assert sent(requests[0]) == {"prompt": "Was it? " + CALL}
