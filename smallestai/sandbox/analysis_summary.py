"""A summary that quotes: the sentences of a call that say most, in their order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .analysis_words import STOP_WORDS, stem, stems, words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from .analysis_words import Sentence

NOTHING_SAID = "Nothing was said."

_MOST = 3
_FOCUS = 2.0  # how much more a word counts that was asked about
_PLEASANTRIES = frozenset(
    {"bye", "goodbye", "good", "great", "hello", "hey", "hi", "ok", "okay", "thank", "thanks"}
)
_EMPTY = {stem(word) for word in _PLEASANTRIES}


def summary_of(said: Sequence[Sentence], focus: Collection[str] = ()) -> str:
    """Return up to three sentences of a call, each with who said it.

    Args:
        said: The sentences of the call.
        focus: Stems that the summary is to be about.
    """
    telling = [each for each in said if _says_something(each)] or list(said)
    if not telling:
        return NOTHING_SAID
    weights = _weights(telling, focus)
    ranked = sorted(telling, key=lambda each: -_score(each, weights))
    chosen = [each for each in telling if any(each is best for best in ranked[:_MOST])]
    return " ".join(quoted(each) for each in chosen)


def quoted(sentence: Sentence) -> str:
    """Return a sentence with who said it: `Agent: "Done."`."""
    return f'{sentence.speaker}: "{sentence.text}"' if sentence.speaker else sentence.text


def _says_something(sentence: Sentence) -> bool:
    return not {*words(sentence.text)} <= STOP_WORDS | _PLEASANTRIES


def _weights(said: Sequence[Sentence], focus: Collection[str]) -> dict[str, float]:
    counts = Counter(part for each in said for part in stems(each.text, without=_EMPTY))
    return {part: count * (_FOCUS if part in focus else 1) for part, count in counts.items()}


def _score(sentence: Sentence, weights: dict[str, float]) -> float:
    """Return how much a sentence says; long ones say more, but not by their length alone."""
    told = {stem(word) for word in words(sentence.text)}
    return float(sum(weights.get(part, 0.0) for part in told) / max(len(told), 1) ** 0.5)
