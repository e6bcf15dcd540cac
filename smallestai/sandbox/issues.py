"""What is wrong with a request, told as the services tell it (zod 3 issue objects, or lines)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jsonschema import ValidationError

Path = tuple[str | int, ...]


@frozen
class Issue:
    """One thing that is wrong with a request.

    Attributes:
        code: What kind of fault: `invalid_type`, `invalid_enum_value`, `too_big`, `custom`, ...
        path: Where it is, from the body's or the query's root.
        message: One sentence.
        details: What the code brings along, such as `options` or `maximum`.
    """

    code: str
    path: Path
    message: str
    details: Mapping[str, Any] = field(factory=dict)

    def zod(self) -> dict[str, Any]:
        """Return the issue as Waves sends it."""
        return {
            **self.details,
            "code": self.code,
            "path": list(self.path),
            "message": self.message,
        }

    def text(self) -> str:
        """Return the issue as Atoms sends it: `field.sub: message`."""
        where = ".".join(str(part) for part in self.path)
        return f"{where}: {self.message}" if where else self.message


def custom(path: str, message: str) -> Issue:
    """Return an issue that no schema can find, such as an unknown voice."""
    return Issue("custom", (path,), message)


def issues_of(errors: Iterable[ValidationError]) -> list[Issue]:
    """Return one issue per place that is wrong; a wrong type hides all else about that value."""
    found: dict[Path, Issue] = {}
    for error in errors:
        for issue in _translate(error):
            if issue.code == "invalid_type" or issue.path not in found:
                found[issue.path] = issue
    return list(found.values())


def _translate(error: ValidationError) -> list[Issue]:
    path: Path = tuple(error.absolute_path)
    if error.validator == "required":
        names: Any = error.validator_value
        given: Any = error.instance
        return [_missing(error, (*path, name)) for name in names if name not in given]
    if error.validator == "additionalProperties" and error.validator_value is False:
        return []
    translate = _TRANSLATIONS.get(str(error.validator), _union)
    return [translate(error, path)]


def _missing(error: ValidationError, path: Path) -> Issue:
    schema: Any = error.schema
    declared = schema.get("properties", {}).get(path[-1], {})
    expected = _expected(declared.get("type", "string"))
    return Issue("invalid_type", path, "Required", {"expected": expected, "received": "undefined"})


def _type(error: ValidationError, path: Path) -> Issue:
    allowed: Any = error.validator_value
    expected, received = _expected(allowed), _kind(error.instance)
    if expected == "integer" and received == "number":
        received = "float"
    message = f"Expected {expected}, received {received}"
    return Issue("invalid_type", path, message, {"expected": expected, "received": received})


def _enum(error: ValidationError, path: Path) -> Issue:
    options: Any = error.validator_value
    shown = " | ".join(repr(option) for option in options)
    message = f"Invalid enum value. Expected {shown}, received {str(error.instance)!r}"
    return Issue(
        "invalid_enum_value", path, message, {"received": error.instance, "options": list(options)}
    )


def _const(error: ValidationError, path: Path) -> Issue:
    expected = error.validator_value
    message = f"Invalid literal value, expected {expected!r}"
    details = {"expected": expected, "received": error.instance}
    return Issue("invalid_literal", path, message, details)


def _pattern(_: ValidationError, path: Path) -> Issue:
    return Issue("invalid_string", path, "Invalid", {"validation": "regex"})


def _size(code: str, kind: str, *, inclusive: bool = True) -> Callable[..., Issue]:
    limit = "minimum" if code == "too_small" else "maximum"

    def translate(error: ValidationError, path: Path) -> Issue:
        value: Any = error.validator_value
        details = {limit: value, "type": kind, "inclusive": inclusive, "exact": False}
        return Issue(code, path, _size_message(code, kind, value, inclusive=inclusive), details)

    return translate


def _size_message(code: str, kind: str, value: float, *, inclusive: bool) -> str:
    if kind == "number":
        side = "greater" if code == "too_small" else "less"
        equal = " or equal to" if inclusive else ""
        return f"Number must be {side} than{equal} {value}"
    side = "at least" if code == "too_small" else "at most"
    unit = "character(s)" if kind == "string" else "element(s)"
    return f"{kind.capitalize()} must contain {side} {value} {unit}"


def _union(_: ValidationError, path: Path) -> Issue:
    return Issue("invalid_union", path, "Invalid input")


def _expected(type_: str | list[str]) -> str:
    names = [type_] if isinstance(type_, str) else [name for name in type_ if name != "null"]
    return names[0] if names else "null"


def _kind(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


_TRANSLATIONS: dict[str, Callable[[ValidationError, Path], Issue]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minLength": _size("too_small", "string"),
    "maxLength": _size("too_big", "string"),
    "minItems": _size("too_small", "array"),
    "maxItems": _size("too_big", "array"),
    "minimum": _size("too_small", "number"),
    "maximum": _size("too_big", "number"),
    "exclusiveMinimum": _size("too_small", "number", inclusive=False),
    "exclusiveMaximum": _size("too_big", "number", inclusive=False),
}
