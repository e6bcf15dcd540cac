"""Post-call analysis: summaries, answers to questions, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from records_app import RecordsApp

from smallestai.sandbox import analysis
from smallestai.sandbox.analysis_metrics import finding_of
from smallestai.sandbox.analysis_summary import NOTHING_SAID, summary_of
from smallestai.sandbox.analysis_words import Sentence, sentences, stems, words

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = "/waves/v1/pca"
GENERATE = "/waves/v1/pca/generate"
CALL = """Agent: Hello, thanks for calling. How can I help?
User: Hi, this is Priya Nair. My order of three chairs is late, and I am very upset.
Agent: I am sorry to hear that. Do you want a refund?
User: No, just send it. My number is +91 98765 43210.
Agent: It will arrive in 2 days. How would you rate this call from 1 to 10?
User: Seven. Bye."""
TYPES = ("BOOLEAN", "ENUM", "INTEGER", "STRING", "SUMMARY")


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(analysis) as opened:
        yield opened


def metric(kind: str, prompt: str, *choices: str) -> dict[str, Any]:
    asked = {
        "identifier": "m",
        "dispositionMetricPrompt": prompt,
        "dispositionMetricType": kind,
    }
    return {**asked, "choices": list(choices)} if choices else asked


def found(kind: str, prompt: str, *choices: str, transcript: str = CALL) -> dict[str, Any]:
    return finding_of(metric(kind, prompt, *choices), sentences(transcript))


def test_an_analysis(app: RecordsApp) -> None:
    """The reply has a summary and one finding per question, in order, each value a text."""
    body = {
        "transcript": "User: cancel it. Agent: done.",
        "dispositionMetrics": [
            metric("BOOLEAN", "Was the order cancelled?"),
            {**metric("INTEGER", "How many items?"), "identifier": "items"},
        ],
    }
    reply = app.request("POST", PATH, json=body)
    assert reply.status_code == 200
    assert reply.json()["summary"] == 'User: "cancel it." Agent: "done."'
    cancelled, items = reply.json()["dispositionMetrics"]
    assert (cancelled["identifier"], cancelled["value"]) == ("m", "true")
    assert (items["identifier"], items["value"]) == ("items", "0")
    assert 0 < items["confidence"] < 0.5 < cancelled["confidence"] <= 1
    assert "cancel it." in cancelled["reasoning"]
    assert app.request("POST", PATH, json=body).json() == reply.json()


@pytest.mark.parametrize("metrics", [{}, {"dispositionMetrics": []}])
def test_without_questions_there_is_a_summary(app: RecordsApp, metrics: dict[str, Any]) -> None:
    """No metrics, or an empty list of them, is no fault."""
    reply = app.request("POST", PATH, json={"transcript": CALL, **metrics}).json()
    assert "three chairs" in reply["summary"]
    assert reply["dispositionMetrics"] == []


@pytest.mark.parametrize(
    ("body", "path", "code"),
    [
        ({}, ["transcript"], "invalid_type"),
        ({"transcript": 5}, ["transcript"], "invalid_type"),
        (
            {"transcript": "x", "dispositionMetrics": [{}]},
            ["dispositionMetrics", 0, "identifier"],
            "invalid_type",
        ),
        (
            {"transcript": "x", "dispositionMetrics": [metric("FLOAT", "x")]},
            ["dispositionMetrics", 0, "dispositionMetricType"],
            "invalid_enum_value",
        ),
        (
            {"transcript": "x", "dispositionMetrics": [metric("STRING", "x"), metric("ENUM", "x")]},
            ["dispositionMetrics", 1, "choices"],
            "invalid_type",
        ),
        (
            {"transcript": "x", "dispositionMetrics": [{**metric("ENUM", "x"), "choices": []}]},
            ["dispositionMetrics", 0, "choices"],
            "invalid_type",
        ),
    ],
)
def test_refusals(app: RecordsApp, body: dict[str, Any], path: list[Any], code: str) -> None:
    """A missing field, an unknown type, and choices that are wanting are each named."""
    reply = app.request("POST", PATH, json=body)
    assert reply.status_code == 400
    issues = [(each["path"], each["code"]) for each in reply.json()["error"]]
    assert (path, code) in issues


def test_the_plan_may_not_include_it(app: RecordsApp) -> None:
    """On request both routes are a 403."""
    app.state.settings = evolve(app.state.settings, pca_entitled=False)
    for path, body in ((PATH, {"transcript": "x"}), (GENERATE, {"prompt": "x"})):
        reply = app.request("POST", path, json=body)
        assert reply.status_code == 403
        assert "plan" in reply.json()["error"]


def test_a_free_prompt(app: RecordsApp) -> None:
    """A prompt with a transcript in it is summed up, another is answered as in a chat."""
    reply = app.request("POST", GENERATE, json={"prompt": f"Sum up:\n{CALL}"})
    assert "three chairs" in reply.json()["output"]
    reply = app.request("POST", GENERATE, json={"prompt": "Say: Done."})
    assert reply.json() == {"output": "Done."}
    assert app.request("POST", GENERATE, json={}).status_code == 400


@pytest.mark.parametrize(
    ("prompt", "value"),
    [
        ("Did the customer want a refund?", "false"),
        ("Was the order late?", "true"),
        ("Will it arrive?", "true"),
        ("Was the warranty mentioned?", "false"),
    ],
)
def test_yes_or_no(prompt: str, value: str) -> None:
    """An answer to the question counts, then the sentence that speaks of it."""
    assert found("BOOLEAN", prompt)["value"] == value


@pytest.mark.parametrize(
    ("transcript", "value"),
    [
        ("Agent: The parcel was not delivered.", "false"),
        ("Agent: The parcel wasn't delivered.", "false"),
        ("Agent: The parcel was delivered.", "true"),
        ("Agent: Was the parcel delivered? User: Yes, today.", "true"),
        ("Agent: Was the parcel delivered? User: Nope.", "false"),
        ("Agent: Was the parcel delivered?", "true"),
    ],
)
def test_negations(transcript: str, value: str) -> None:
    """A negated sentence is a no."""
    asked = found("BOOLEAN", "Was the parcel delivered?", transcript=transcript)
    assert asked["value"] == value


def test_the_sentence_that_says_most_counts() -> None:
    """One that has all words of a question goes before an earlier one that has some."""
    transcript = "User: The parcel was not there. Agent: The parcel was delivered."
    asked = found("BOOLEAN", "Was the parcel delivered?", transcript=transcript)
    assert (asked["value"], asked["confidence"]) == ("true", 0.95)


@pytest.mark.parametrize(
    ("prompt", "value"),
    [
        ("How many chairs were ordered?", "3"),
        ("What rating did the customer give?", "7"),
        ("In how many days does it arrive?", "2"),
        ("How many windows?", "0"),
    ],
)
def test_numbers(prompt: str, value: str) -> None:
    """Digits and words count; of a question and its answer the answer does."""
    assert found("INTEGER", prompt)["value"] == value


@pytest.mark.parametrize(
    ("choices", "value", "sure"),
    [
        (("positive", "negative", "neutral"), "negative", True),
        (("billing", "late delivery", "other"), "late delivery", True),
        (("refund status", "late order", "order number"), "late order", True),
        (("billing", "Other", "payment"), "Other", False),
        (("billing", "payment"), "payment", False),
    ],
)
def test_choices(choices: tuple[str, ...], value: str, *, sure: bool) -> None:
    """The value is always one of the choices; without evidence the one that stands for none."""
    finding = found("ENUM", "What was it about?", *choices)
    assert finding["value"] == value
    assert (finding["confidence"] >= 0.5) is sure


@pytest.mark.parametrize(
    ("prompt", "value"),
    [
        ("What is the customer's name?", "Priya Nair"),
        ("Which phone number was given?", "+91 98765 43210"),
        ("Which email address was given?", ""),
        ("When will it arrive?", "It will arrive in 2 days."),
        ("Which colour?", ""),
    ],
)
def test_texts(prompt: str, value: str) -> None:
    """Names and the like are picked out, anything else is quoted, nothing is empty."""
    finding = found("STRING", prompt)
    assert finding["value"] == value
    assert (finding["confidence"] >= 0.5) is bool(value)


def test_a_summary_of_one_subject() -> None:
    """It holds the sentence that speaks of it."""
    assert "2 days" in found("SUMMARY", "When does it arrive, in days?")["value"]


def test_a_summary_leaves_out_pleasantries() -> None:
    """It quotes what was said in order, with the speakers, in at most three sentences."""
    summary = summary_of(sentences(CALL))
    assert summary.count('"') == 6
    assert "Hello" not in summary
    assert "Bye" not in summary
    assert summary.index("User:") < summary.index("Agent:")


@pytest.mark.parametrize("transcript", ["", "   ", "\n"])
def test_an_empty_transcript(transcript: str) -> None:
    """It is summed up as such, and every question falls back."""
    assert summary_of(sentences(transcript)) == NOTHING_SAID
    for kind in TYPES:
        finding = found(kind, "What?", "a", "none", transcript=transcript)
        assert finding["confidence"] < 0.5
        assert isinstance(finding["value"], str)


def test_turns() -> None:
    """Speakers are found at the start of lines and after sentences, with times before them too."""
    text = "Preface.\n[00:01] Agent: It is 10:30 now. Go!\nUser 2: No: wait."
    assert sentences(text) == [
        Sentence("", "Preface."),
        Sentence("Agent", "It is 10:30 now."),
        Sentence("Agent", "Go!"),
        Sentence("User 2", "No: wait."),
    ]


def test_stems_meet() -> None:
    """Forms of a word have one stem, and words without meaning have none."""
    for one, other in (
        ("cancel", "cancelled"),
        ("cancel", "cancellation"),
        ("order", "orders"),
        ("arrive", "arriving"),
        ("pay", "payment"),
    ):
        assert stems(one) == stems(other)
    assert stems("what is the") == set()


@given(st.text(max_size=200), st.sampled_from(TYPES), st.text(max_size=40))
def test_any_text_can_be_analysed(transcript: str, kind: str, prompt: str) -> None:
    """No text breaks it, every word is kept, and a finding is always of the right form."""
    said = sentences(transcript)
    kept = [word for each in said for word in words(f"{each.speaker} {each.text}")]
    assert sorted("".join(kept)) == sorted("".join(words(transcript)))
    finding = finding_of(metric(kind, prompt, "a", "b"), said)
    assert isinstance(finding["value"], str)
    assert 0 <= finding["confidence"] <= 1
    assert finding["reasoning"]
