# ruff: noqa: RUF001 - the signs of many scripts
"""What a transcript looks like: its text, its words and its utterances, as the query wants them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from .transcription_numbers import in_digits, in_words
from .transcription_redaction import Redactor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .recogniser import HeardWord

_MARKS = ".,;:!?…。、！？।॥"
_AROUND = re.compile(rf"[{re.escape(_MARKS)}\"“”«»—–]+(?=\s|$)|(?:(?<=\s)|^)[\"“”«»—–¿¡]+")
_SENTENCE_END = re.compile(r"[.!?…。！？।॥][\"'”’)»]*$")
_PAUSE = 0.8  # seconds of silence between utterances
_SURE_OF_SPEAKER = 0.92
_CALM = {"happiness": 0.31, "sadness": 0.06, "disgust": 0.02, "fear": 0.03, "anger": 0.04}
_LIVELY = {"happiness": 0.82, "sadness": 0.02, "disgust": 0.01, "fear": 0.02, "anger": 0.05}


@frozen
class Style:
    """How the words of a transcript are written.

    Attributes:
        punctuate: Whether punctuation is.
        capitalize: Whether capitals are.
        numerals: True for numbers in digits, False for numbers in words, None for as they are.
        language: The language of the words; numbers change in English only.
    """

    punctuate: bool = True
    capitalize: bool = True
    numerals: bool | None = None
    language: str = "en"

    def write(self, words: Iterable[HeardWord]) -> list[HeardWord]:
        """Return words in this style."""
        written = self._with_numbers(list(words))
        if not self.punctuate:
            written = _changed(written, lambda text: _AROUND.sub("", text).strip())
        if not self.capitalize:
            written = _changed(written, str.lower)
        return [word for word in written if word.shown]

    def _with_numbers(self, words: list[HeardWord]) -> list[HeardWord]:
        if self.numerals is None or self.language != "en":
            return words
        if not self.numerals:
            return _changed(words, in_words)
        written, at = [], 0
        for text, count in in_digits([word.text for word in words]):
            last = words[at + count - 1]
            joined = evolve(words[at], text=text, shown=text, end=last.end)
            written.append(words[at] if text == words[at].text else joined)
            at += count
        return written


class Speakers:
    """Numbers the voices of one transcript as they come."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}

    def number(self, word: HeardWord) -> int:
        """Return the number of whoever said a word, from 0."""
        return self._numbers.setdefault(word.voice, len(self._numbers))


def redactor_of(query: Mapping[str, Any], language: str) -> Redactor:
    """Return what masks as much as a query wants."""
    return Redactor(
        personal=is_on(query, "redact_pii"), payment=is_on(query, "redact_pci"), language=language
    )


def is_on(query: Mapping[str, Any], name: str, default: str = "false") -> bool:
    """Return whether a switch of a query is on, which comes as a word."""
    return str(query.get(name, default)).lower() == "true"


def text_of(words: Iterable[HeardWord]) -> str:
    """Return the text that words make."""
    return " ".join(word.shown for word in words)


def words_of(words: Iterable[HeardWord], speakers: Speakers | None) -> list[dict[str, Any]]:
    """Return words as they are sent, with their speakers if those are told apart."""
    sent = []
    for word in words:
        fields: dict[str, Any] = {
            "word": word.text,
            "start": word.start,
            "end": word.end,
            "confidence": word.confidence,
        }
        if speakers is not None:
            fields |= {"speaker": speakers.number(word), "speaker_confidence": _SURE_OF_SPEAKER}
        sent.append(fields)
    return sent


def utterances_of(words: Sequence[HeardWord], speakers: Speakers | None) -> list[dict[str, Any]]:
    """Return words as sentences; a pause and another voice end one as well."""
    sent = []
    for group in _sentences(words):
        fields: dict[str, Any] = {
            "text": text_of(group),
            "start": group[0].start,
            "end": group[-1].end,
        }
        if speakers is not None:
            fields["speaker"] = speakers.number(group[0])
        sent.append(fields)
    return sent


def ends_sentence(word: HeardWord) -> bool:
    """Return whether a word is the last of a sentence."""
    return _SENTENCE_END.search(word.shown) is not None


def gender_of(words: Sequence[HeardWord]) -> str | None:
    """Return the gender of whoever says the first word, if that is known."""
    voices = (word.voice for word in words if word.voice is not None)
    return next((voice.gender for voice in voices), None)


def emotions_of(words: Sequence[HeardWord]) -> dict[str, float]:
    """Return scores of moods; the sandbox hears none, and takes an exclamation for joy."""
    return dict(_LIVELY if any("!" in word.shown for word in words) else _CALM)


def traits_of(words: Sequence[HeardWord], *, gender: bool, emotions: bool) -> dict[str, Any]:
    """Return what is told of a speaker: the gender, if it is known, and the mood."""
    traits: dict[str, Any] = {}
    if gender and (known := gender_of(words)):
        traits["gender"] = known
    if emotions:
        traits["emotions"] = emotions_of(words)
    return traits


def _sentences(words: Sequence[HeardWord]) -> list[list[HeardWord]]:
    groups: list[list[HeardWord]] = []
    for word in words:
        before = groups[-1][-1] if groups else None
        if (
            before is None
            or ends_sentence(before)
            or word.voice != before.voice
            or word.start - before.end > _PAUSE
        ):
            groups.append([])
        groups[-1].append(word)
    return groups


def _changed(words: list[HeardWord], change: Any) -> list[HeardWord]:
    return [evolve(word, text=change(word.text), shown=change(word.shown)) for word in words]
