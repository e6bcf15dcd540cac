"""Questions about a call, answered from what was said: each answer rests on a sentence.

The sentence that shares most words with a question is the evidence. Where there is none, the
answer is that of its type: `false`, `0`, an empty text, or the choice that stands for none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .analysis_summary import quoted, summary_of
from .analysis_words import stem, stems, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .analysis_words import Sentence

_NO_EVIDENCE = "Nothing in the transcript speaks of this."
_UNSURE, _LEAST, _MOST = 0.2, 0.5, 0.95

_GENERIC = {stem(word) for word in ("agent", "call", "caller", "customer", "user")}
_CATCH_ALL = {"else", "neither", "none", "n/a", "other", "unclear", "unknown", "neutral"}
_NEGATION = re.compile(r"(?i)\b(?:no|not|never|nobody|cannot|unable|without)\b|n['\u2019]t\b")
_YES = re.compile(r"(?i)\W*(?:yes|yeah|yep|sure|of course|correct|right|exactly|please do)\b")
_NO = re.compile(r"(?i)\W*(?:no|nope|not)\b")
_NUMBER = re.compile(r"(?<![\w.])-?\d{1,15}(?![\w.]*\w)")
_NUMERALS = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBER_WORDS = _NUMERALS.split()
_FEELINGS = {
    "positive": "delight excellent glad happy love perfect pleas wonderful",
    "negative": "angry annoy awful bad broken complain disappoint frustrat late terribl upset",
}
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "name": re.compile(r"(?:(?i:my name is|this is|i am|i'm) )([A-Z]\w+(?: [A-Z]\w+)*)"),
    "email": re.compile(r"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)"),
    "phone": re.compile(r"(\+?\d[\d ()-]{6,}\d)"),
}


@frozen
class Evidence:
    """A sentence that speaks of a question.

    Attributes:
        sentence: It.
        answer: What was said right after it.
        share: How much of the question's words it has, 0 to 1.
    """

    sentence: Sentence
    answer: Sentence | None
    share: float


def finding_of(metric: Mapping[str, Any], said: Sequence[Sentence]) -> dict[str, Any]:
    """Return the answer to a question: its value, how sure it is, and what it rests on.

    Args:
        metric: The question, as a request has it.
        said: The sentences of the call.
    """
    value, evidence = _ANSWERS[metric["dispositionMetricType"]](metric, said)
    confidence = _UNSURE if evidence is None else _LEAST + (_MOST - _LEAST) * evidence.share
    reasoning = _NO_EVIDENCE
    if evidence is not None:
        reasoning = f"It rests on this: {quoted(evidence.sentence)}"
    return {
        "identifier": metric["identifier"],
        "value": value,
        "confidence": round(confidence, 2),
        "reasoning": reasoning,
    }


def _evidence(asked: set[str], said: Sequence[Sentence]) -> list[Evidence]:
    """Return the sentences that speak of something, those that say most of it first."""
    found = []
    for index, sentence in enumerate(said):
        shared = asked & stems(sentence.text)
        if shared:
            answer = said[index + 1] if index + 1 < len(said) else None
            found.append(Evidence(sentence, answer, len(shared) / len(asked)))
    return sorted(found, key=lambda each: -each.share)


def _is_question(sentence: Sentence) -> bool:
    return sentence.text.endswith("?")


def _asked(metric: Mapping[str, Any]) -> set[str]:
    return stems(metric["dispositionMetricPrompt"], without=_GENERIC)


def _boolean(metric: Mapping[str, Any], said: Sequence[Sentence]) -> tuple[str, Evidence | None]:
    found = _evidence(_asked(metric), said)
    if not found:
        return "false", None
    best = found[0]
    if _is_question(best.sentence) and best.answer is not None:
        if _NO.match(best.answer.text):
            return "false", best
        if _YES.match(best.answer.text):
            return "true", best
    return ("false" if _NEGATION.search(best.sentence.text) else "true"), best


def _integer(metric: Mapping[str, Any], said: Sequence[Sentence]) -> tuple[str, Evidence | None]:
    for each in _evidence(_asked(metric), said):
        pair = (each.sentence, each.answer)
        for sentence in pair[::-1] if _is_question(each.sentence) else pair:
            number = None if sentence is None else _number(sentence.text)
            if number is not None:
                return number, each
    return "0", None


def _number(text: str) -> str | None:
    if found := _NUMBER.search(text):
        return str(int(found.group()))
    spelled = [word for word in words(text) if word in _NUMBER_WORDS]
    return str(_NUMBER_WORDS.index(spelled[0])) if spelled else None


def _enum(metric: Mapping[str, Any], said: Sequence[Sentence]) -> tuple[str, Evidence | None]:
    choices = metric["choices"]
    best: tuple[str, Evidence] | None = None
    for choice in choices:
        if choice.lower() in _CATCH_ALL:
            continue
        for each in _evidence(_meaning(choice), said)[:1]:
            if best is None or each.share > best[1].share:
                best = choice, each
    if best is not None:
        return best
    catch_all = [choice for choice in choices if choice.lower() in _CATCH_ALL]
    return (catch_all or choices[-1:])[0], None


def _meaning(choice: str) -> set[str]:
    """Return the stems that speak for a choice; a feeling has words of its own."""
    feeling = _FEELINGS.get(choice.lower())
    return stems(choice) if feeling is None else {*feeling.split(), stem(choice.lower())}


def _string(metric: Mapping[str, Any], said: Sequence[Sentence]) -> tuple[str, Evidence | None]:
    prompt = words(metric["dispositionMetricPrompt"])
    for kind, pattern in _PATTERNS.items():
        if kind in prompt:
            for sentence in said:
                if found := pattern.search(sentence.text):
                    return found[1], Evidence(sentence, None, 1.0)
            return "", None
    found_sentences = _evidence(_asked(metric), said)
    if not found_sentences:
        return "", None
    best = found_sentences[0]
    told = best.answer if _is_question(best.sentence) and best.answer else best.sentence
    return told.text, best


def _summary(metric: Mapping[str, Any], said: Sequence[Sentence]) -> tuple[str, Evidence | None]:
    found = _evidence(_asked(metric), said)
    return summary_of(said, _asked(metric)), found[0] if found else None


_ANSWERS: Mapping[
    str, Callable[[Mapping[str, Any], Sequence[Sentence]], tuple[str, Evidence | None]]
] = {
    "BOOLEAN": _boolean,
    "INTEGER": _integer,
    "ENUM": _enum,
    "STRING": _string,
    "SUMMARY": _summary,
}
