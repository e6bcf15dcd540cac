"""Fields of the old models: read from the tables, and what values they take."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from smallestai.atoms.legacy.tables import ADDED

_LANGUAGE_MODELS = {"electron-v1", "electron-v2", "gpt-4o-mini"}
_UNSET: Any = object()

Nested = Callable[[str, Any], Any]
"""Makes a value of a field a model, by the model's name."""


class UnfitError(Exception):
    """A value does not fit; the message says what would."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model.

    Attributes:
        name: Its name in Python.
        wire: Its name in JSON.
        kind: Its type, as the tables name it.
        required: Whether it has to be given.
        default: What it reads as when nobody set it.
        values: Its possible values, as text; empty where any is.
    """

    name: str
    wire: str
    kind: str
    required: bool
    default: Any
    values: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Field:
        """Return the field that an entry of the tables describes."""
        names, kind, *rest = text.split()
        name, _, wire = names.partition("=")
        values = frozenset(rest.pop().strip("{}").split("|")) if text.endswith("}") else frozenset()
        # Every release had other names of language models: the service tells which there are.
        values = frozenset() if values == _LANGUAGE_MODELS else values
        bare = kind.rstrip("!")
        default = _read(rest[0], bare) if rest else None
        return cls(name, wire or _camel(name), bare, kind != bare, default, values)

    def taken_from(self, given: Mapping[str, Any]) -> Any:
        """Return what is given for this field by either name, or `_UNSET`."""
        return given.get(self.wire, given.get(self.name, _UNSET))

    def checked(self, value: Any, nested: Nested) -> Any:
        """Return the value as the model keeps it.

        Raises:
            UnfitError: It is no value of this field.
        """
        if value is None and not self.required:
            return None
        found = _fitted(self.kind, value, nested)
        for each in found if isinstance(found, list) else [found]:
            if self.values and not isinstance(each, bool) and str(each) not in self.values:
                raise UnfitError(f"{each!r} is not among {', '.join(sorted(self.values))}")
        return found


def is_given(value: Any) -> bool:
    """Whether a field was given."""
    return value is not _UNSET


def fields_of(name: str, text: str) -> dict[str, Field]:
    """Return the fields of a model by their names in Python."""
    entries = "; ".join(filter(None, (text, ADDED.get(name))))
    return {each.name: each for each in map(Field.of, entries.split("; "))}


def snake(name: str) -> str:
    """Return a class's name as that of its module."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def _fitted(kind: str, value: Any, nested: Nested) -> Any:
    if kind.startswith("["):
        if not isinstance(value, list | tuple):
            raise UnfitError("must be a list")
        made = type(value) if isinstance(value, list) else list
        return made(_fitted(kind[1:-1], each, nested) for each in value)
    check = _CHECKS.get(kind)
    if check is None:
        return nested(kind, value)
    fits, wanted = check
    if kind.endswith("object") and hasattr(value, "to_dict"):
        value = value.to_dict()
    if kind == "datetime" and isinstance(value, str):
        value = _moment(value)
    if not fits(value):
        raise UnfitError(f"{type(value).__name__} given, must be {wanted}")
    return dict(value) if kind == "object" else value


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise UnfitError(f"{text!r} is no time in ISO 8601") from None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "any": (lambda _: True, "anything"),
    "str": (lambda value: isinstance(value, str), "text"),
    "bool": (lambda value: isinstance(value, bool), "True or False"),
    "bool|object": (lambda value: isinstance(value, bool | Mapping), "True, False or a dict"),
    "int": (lambda value: _is_number(value) and isinstance(value, int), "a whole number"),
    "number": (_is_number, "a number"),
    "number01": (lambda value: _is_number(value) and 0 <= value <= 1, "a number from 0 to 1"),
    "object": (lambda value: isinstance(value, Mapping), "a dict"),
    "datetime": (lambda value: isinstance(value, datetime), "a time"),
}


def _read(text: str, kind: str) -> Any:
    if kind.startswith("bool"):
        return text == "True"
    if kind.startswith("number"):
        return float(text) if "." in text else int(text)
    return text


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(each.title() for each in others)
