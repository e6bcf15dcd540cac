"""English numbers, in words and in digits: `forty two` and `42`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"thousand": 1000, "million": 1_000_000}
_VALUES = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_MARKS = ".,;:!?"
_INTEGER = re.compile(r"(\d{1,9})([.,;:!?]*)")


def in_digits(tokens: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the tokens of a text with its numbers in digits, and how many each one stands for.

    Args:
        tokens: Words of a text; punctuation ends a number.
    """
    at = 0
    while at < len(tokens):
        length = _length(tokens[at:])
        if length:
            words = [_bare(token) for token in tokens[at : at + length]]
            last = tokens[at + length - 1]
            yield str(_value(words)) + last[len(last.rstrip(_MARKS)) :], length
        else:
            yield tokens[at], 1
        at += max(length, 1)


def in_words(token: str) -> str:
    """Return a token with its whole number in words; others as they are."""
    found = _INTEGER.fullmatch(token)
    return _spelled(int(found[1])) + found[2] if found else token


def _length(tokens: Sequence[str]) -> int:
    """Return how many tokens from the first on make one number."""
    previous, length = "", 0
    for token in tokens:
        word = _bare(token)
        if not _continues(previous, word):
            break
        previous, length = word, length + 1
        if token[-1] in _MARKS:
            break
    return length


def _continues(previous: str, word: str) -> bool:
    if not previous:
        return word in _VALUES
    if word == "hundred":
        return _VALUES.get(previous, 0) in range(1, 10)
    if word in _SCALES:
        return previous not in _SCALES
    if previous == "hundred" or previous in _SCALES:
        return word in _VALUES
    return previous in _TENS and _VALUES.get(word, 0) in range(1, 10)


def _value(words: Sequence[str]) -> int:
    total, part = 0, 0
    for word in words:
        if word == "hundred":
            part *= 100
        elif word in _SCALES:
            total, part = total + part * _SCALES[word], 0
        else:
            part += _VALUES[word]
    return total + part


def _bare(token: str) -> str:
    return token.rstrip(_MARKS).lower()


def _spelled(number: int) -> str:
    for word, scale in (("million", 1_000_000), ("thousand", 1000), ("hundred", 100)):
        if number >= scale:
            rest = f" {_spelled(number % scale)}" if number % scale else ""
            return f"{_spelled(number // scale)} {word}{rest}"
    if number < len(_SMALL):
        return _SMALL[number]
    ones = f" {_SMALL[number % 10]}" if number % 10 else ""
    return _TENS[number // 10 - 2] + ones
