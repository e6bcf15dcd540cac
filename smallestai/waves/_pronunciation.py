"""The words of pronunciation dictionaries: checked, read from files, and from the service."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smallestai.errors import ArgumentError, RemoteProtocolError
from smallestai.waves._answers import of_answer

if TYPE_CHECKING:
    import datetime

    from smallestai_waves import models

Words = Mapping[str, str] | Iterable[tuple[str, str]]

_HEADING = ("word", "pronunciation")


@dataclass(frozen=True, slots=True)
class PronunciationDictionary:
    """A pronunciation dictionary.

    Attributes:
        id: What ``pronunciation_dicts`` takes.
        words: Each word with its respelling. Words match in their own case alone.
        created_at: When it was made; None in the answer to `Pronunciation.replace`.
    """

    id: str
    words: dict[str, str]
    created_at: datetime.datetime | None = None


def read_csv(path: str | os.PathLike[str]) -> dict[str, str]:
    """Return the words of a CSV file, for `Pronunciation.create` and `Pronunciation.replace`.

    Args:
        path: See `Pronunciation.from_csv`.

    Raises:
        ArgumentError: The file cannot be read, or a line is not a word and how it is said.
    """
    if not isinstance(path, str | os.PathLike):
        raise ArgumentError("path", path, "must be a path")
    shown = os.fspath(path)
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.reader(opened, strict=True)
            lines = [(reader.line_num, [each.strip() for each in line]) for line in reader]
    except (csv.Error, UnicodeDecodeError) as error:
        raise ArgumentError("path", shown, f"is no CSV in UTF-8: {error}") from error
    except (OSError, ValueError) as error:  # a path with a NUL is a ValueError
        remedy = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        raise ArgumentError("path", shown, remedy) from error
    filled = [(number, line) for number, line in lines if any(line)]
    if filled and tuple(each.lower() for each in filled[0][1]) == _HEADING:
        del filled[0]
    words: dict[str, str] = {}
    for number, line in filled:
        where = f"line {number} "
        if len(line) != len(_HEADING):
            remedy = "must have two columns, a word and how it is said"
            raise ArgumentError("path", shown, where + remedy)
        if (problem := _add(words, *line)) is not None:
            raise ArgumentError("path", shown, where + problem)
    return words


def items_of(words: Words) -> list[dict[str, Any]]:
    """Return the wire form of words.

    Raises:
        ArgumentError: There are none, one is empty, or one is there twice.
    """
    if isinstance(words, str | bytes) or not isinstance(words, Iterable):
        raise ArgumentError("words", words, "must map words to how they are said")
    found: dict[str, str] = {}
    for pair in words.items() if isinstance(words, Mapping) else words:
        if not isinstance(pair, tuple | list) or len(pair) != len(_HEADING):
            raise ArgumentError("words", pair, "must be a pair: a word, and how it is said")
        if (problem := _add(found, *pair)) is not None:
            raise ArgumentError("words", pair, problem)
    if not found:
        raise ArgumentError("words", words, "must hold at least one word")
    return [{"word": word, "pronunciation": said} for word, said in found.items()]


def _add(words: dict[str, str], word: Any, said: Any) -> str | None:
    """Add a word, or return what is wrong with it."""
    if not all(isinstance(each, str) and each.strip() for each in (word, said)):
        return "must have a word and a pronunciation, neither empty"
    if word in words:
        return f"has {word!r} for the second time: keep one of them"
    words[word] = said
    return None


def id_of(dictionary: str | PronunciationDictionary) -> str:
    """Return the id of a dictionary."""
    name = dictionary.id if isinstance(dictionary, PronunciationDictionary) else dictionary
    if not isinstance(name, str) or not name.strip():
        raise ArgumentError("dictionary", name, "must be a dictionary or its id")
    return name


@of_answer
def dictionary_of(found: models.PronunciationDict) -> PronunciationDictionary:
    """Return the dictionary that the service describes."""
    if not isinstance(found.id, str) or not found.id:
        raise RemoteProtocolError("the service names no dictionary", body=found.to_dict())
    items = found.items or []
    words = {item.word: item.pronunciation for item in items if item.word}
    when: Any = found.created_at or None
    return PronunciationDictionary(found.id, words, when if hasattr(when, "isoformat") else None)


@of_answer
def dictionaries_of(
    found: list[models.PronunciationDict],
) -> list[PronunciationDictionary]:
    """Return the dictionaries that the service lists."""
    return [dictionary_of(each) for each in found]


@of_answer
def check_gone(said: models.PronunciationDictDeletion, name: str) -> None:
    """Raise `RemoteProtocolError` where the service does not say that it is deleted."""
    if said.deleted is not True:
        message = f"the service did not say that the dictionary {name} is gone"
        raise RemoteProtocolError(message, body=said.to_dict())
