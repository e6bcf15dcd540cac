"""Which functions a text asks for, and with what arguments."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from .analysis_words import stem, stems, words
from .chat_script import Call

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NEGATIONS = {"not", "no", "never", "don't", "off", "disable", "without"}
_VERBS = "call check create do fetch find get list look make query run send set show update"
_GENERIC = {stem(word) for word in _VERBS.split()}
_ENOUGH = 2  # words of a description that make up for none of the name

_NUMBER = re.compile(r"(?<![\w.-])-?\d{1,15}(?:\.\d{1,15})?(?![\w.]*\w)")
_QUOTED = re.compile(r"\"([^\"]+)\"|“([^”]+)”|`([^`]+)`")
_NAME = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")
_CODE = re.compile(r"\b(?=[\w-]*\d)[A-Za-z][\w-]*\w\b|\b\d{3,}\b")
_SENTENCE_ENDS = ".!?:"
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def calls_for(tools: Sequence[Mapping[str, Any]], choice: Any, text: str) -> list[Call]:
    """Return the calls that a text asks for, in the order of the tools.

    Args:
        tools: The functions as a request declares them.
        choice: `auto`, `required`, `none`, or the object that names the one function to call.
        text: What the user said last.
    """
    functions = [tool["function"] for tool in tools]
    if choice == "none" or not functions:
        return []
    if isinstance(choice, dict):
        asked = [each for each in functions if each["name"] == choice["function"]["name"]]
    else:
        asked = [each for each in functions if _is_asked_for(each, text)]
        if choice == "required":
            asked = asked or functions[:1]
    return [call for function in asked for call in _calls(function, text)]


def _is_asked_for(function: Mapping[str, Any], text: str) -> bool:
    heard = stems(text)
    named = stems(" ".join(_PARTS.findall(function["name"])), without=_GENERIC)
    if function["name"] in text or named & heard:
        return True
    described = stems(function.get("description") or "", without=_GENERIC)
    return len(described & heard) >= _ENOUGH


def _calls(function: Mapping[str, Any], text: str) -> Iterator[Call]:
    """Yield the calls of one function: one for each name where it takes nothing but a name."""
    schema = function.get("parameters") or {}
    required = _required(schema)
    names = _names(text)
    if len(required) == 1 and len(names) > 1 and _takes_name(schema, required[0]):
        for name in names:
            yield Call(function["name"], json.dumps({required[0]: name}, ensure_ascii=False))
        return
    arguments = _object(schema, text)
    yield Call(function["name"], json.dumps(arguments, ensure_ascii=False))


def _takes_name(schema: Mapping[str, Any], name: str) -> bool:
    parameter = _properties(schema).get(name, {})
    return parameter.get("type") == "string" and "enum" not in parameter


def _required(schema: Mapping[str, Any]) -> list[str]:
    required = schema.get("required")
    names = required if isinstance(required, list) else []
    return [name for name in names if isinstance(name, str) and name in _properties(schema)]


def _properties(schema: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the parameters that a schema declares; it comes from a caller and may be anything."""
    properties = schema.get("properties")
    declared = properties.items() if isinstance(properties, dict) else ()
    return {name: each for name, each in declared if isinstance(each, dict)}


def _object(schema: Mapping[str, Any], text: str) -> dict[str, Any]:
    required = _required(schema)
    numbers = _NUMBER.findall(text)
    arguments: dict[str, Any] = {}
    for name, parameter in _properties(schema).items():
        value = _value(name, parameter, text, numbers, needed=name in required)
        if value is not None:
            arguments[name] = value
    return arguments


def _value(
    name: str, schema: Mapping[str, Any], text: str, numbers: list[str], *, needed: bool
) -> Any:
    """Return what a text has for a parameter; None for nothing, unless a value is needed."""
    if "const" in schema:
        return schema["const"]
    if isinstance(schema.get("enum"), list) and schema["enum"]:
        named = [each for each in schema["enum"] if str(each).lower() in text.lower()]
        return (named or (schema["enum"] if needed else [None]))[0]
    kind = schema.get("type")
    if kind in ("integer", "number"):
        return _number(schema, numbers, needed=needed)
    if not needed:
        return schema.get("default")
    match kind:
        case "boolean":
            return not _NEGATIONS & {*words(text)}
        case "array":
            return _items(schema, text)
        case "object":
            return _object(schema, text)
        case _:
            return _string(name, text, numbers)


def _number(schema: Mapping[str, Any], numbers: list[str], *, needed: bool) -> Any:
    """Take the next number; where there is none, what the schema has instead."""
    if not numbers:
        return schema.get("default", schema.get("minimum", 0) if needed else None)
    number = float(numbers.pop(0))
    return int(number) if schema["type"] == "integer" or number.is_integer() else number


def _items(schema: Mapping[str, Any], text: str) -> list[Any]:
    items = schema.get("items")
    kind = items.get("type", "string") if isinstance(items, dict) else "string"
    if kind in ("integer", "number"):
        return [
            int(float(each)) if kind == "integer" else float(each) for each in _NUMBER.findall(text)
        ]
    return _names(text) if kind == "string" else []


def _string(name: str, text: str, numbers: list[str]) -> str:
    codes: list[str] = _CODE.findall(text)
    if codes and {"id", "number", "code", "reference"} & set(map(str.lower, _PARTS.findall(name))):
        if codes[0] in numbers:
            numbers.remove(codes[0])
        return codes[0]
    names = _names(text)
    return names[0] if names else text.strip()


def _names(text: str) -> list[str]:
    """Return what stands in quotes, or else what has a capital inside a sentence."""
    quoted = [next(filter(None, found)) for found in _QUOTED.findall(text)]
    return quoted or [
        found.group() for found in _NAME.finditer(text) if not _begins_sentence(text, found.start())
    ]


def _begins_sentence(text: str, place: int) -> bool:
    before = text[max(place - 9, 0) : place].rstrip()
    return not before or before[-1] in _SENTENCE_ENDS
