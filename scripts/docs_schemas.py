"""Schemas in words: what a value may be, how large, and a value that would do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scripts.docs_operations import Service

FORMATS = {
    "date-time": "time (ISO 8601)",
    "date": "date (ISO 8601)",
    "binary": "bytes or file",
    "uri": "URL",
    "email": "e-mail address",
}
KINDS = {"object": "object", "null": "null", "number": "number", "integer": "integer"}
TEXTS = {
    "date-time": "2026-10-02T09:00:00Z",
    "date": "2026-10-02",
    "uri": "https://example.com/page",
    "email": "ada@example.com",
    r"^CALL-\d{13}-[a-fA-F0-9]{6}$": "CALL-1700000000000-a1b2c3",
}
"""A text for each format, and for each pattern that others do not fit."""

OBJECT_ID = "0123456789abcdef01234567"
NAMED = {
    "callid": TEXTS[r"^CALL-\d{13}-[a-fA-F0-9]{6}$"],
    "voiceid": "meher",
    "id": OBJECT_ID,
    "ids": OBJECT_ID,
    "columnname": "phone",
    "filename": "prices.pdf",
    "name": "Reception",
    "number": "+14155550100",
    "phone": "+14155550100",
    "url": "https://example.com/page",
    "endpoint": "https://example.com/events",
    "contenttype": "application/pdf",
    "countryiso": "IN",
    "documents": "[]",
    "enduser": "{}",
    "model": "electron",
    "role": "user",
    "prompt": "You answer calls to a hotel.",
    "pronunciation": "tomahto",
    "word": "tomato",
    "title": "Prices",
    "transcript": "agent: Hello. user: A room, please.",
}
"""A text for fields whose name ends so, the first that fits."""


def words(schema: dict[str, Any], models: str) -> str:
    """Return what a value may be, as Markdown.

    Args:
        schema: The schema.
        models: Where the pages of models are, as links from this page see it.
    """
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}]({models}{name}.md)"
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return " or ".join(dict.fromkeys(words(one, models) for one in schema[word]))
    if "allOf" in schema:
        return " and ".join(words(one, models) for one in schema["allOf"])
    if "const" in schema:
        return code(schema["const"])
    if "enum" in schema:
        return ", ".join(map(code, schema["enum"]))
    kinds = schema.get("type", "any value")
    listed = [kinds] if isinstance(kinds, str) else kinds
    return " or ".join(_kind(kind, schema, models) for kind in listed)


def _kind(kind: str, schema: dict[str, Any], models: str) -> str:
    if kind == "array":
        return f"list of {words(schema.get('items', {}), models)}"
    if kind == "string":
        return FORMATS.get(schema.get("format", ""), "text")
    further = schema.get("additionalProperties")
    if kind == "object" and isinstance(further, dict) and further:
        return f"object of {words(further, models)}"
    return KINDS.get(kind, kind)


def limits(schema: dict[str, Any]) -> str:
    """Return how large a value may be and what it is when left out, as Markdown."""
    found = [
        _range(schema, "minimum", "maximum", ""),
        _range(schema, "minLength", "maxLength", " characters"),
        _range(schema, "minItems", "maxItems", " entries"),
        _range(schema, "minProperties", "maxProperties", " fields"),
    ]
    if "exclusiveMinimum" in schema:
        found.append(f"more than {schema['exclusiveMinimum']}")
    if "exclusiveMaximum" in schema:
        found.append(f"less than {schema['exclusiveMaximum']}")
    if "pattern" in schema:
        found.append(f"fits `{schema['pattern']}`")
    if "default" in schema:
        found.append(f"{code(schema['default'])} when left out")
    return "; ".join(filter(None, found))


def _range(schema: dict[str, Any], least: str, most: str, unit: str) -> str:
    low, high = schema.get(least), schema.get(most)
    if low is not None and high is not None:
        return f"{low}{unit}" if low == high else f"{low} to {high}{unit}"
    if low is not None:
        return f"at least {low}{unit}"
    return "" if high is None else f"at most {high}{unit}"


def code(value: Any) -> str:
    """Return a JSON value as inline code."""
    return f"`{json.dumps(value, ensure_ascii=False)}`"


def sample(service: Service, schema: dict[str, Any], name: str = "") -> Any:
    """Return a value that a schema allows, with no more in it than must be.

    Args:
        service: Whose schema it is.
        schema: The schema.
        name: The field it is for, which helps to find a likely text.
    """
    given = service.resolved(schema)
    for word in ("anyOf", "oneOf"):
        if word in given:
            return sample(service, given[word][0], name)
    if "const" in given or "enum" in given:
        return given.get("const", given.get("enum", [None])[0])
    kind = given.get("type", "null")
    match kind if isinstance(kind, str) else kind[0]:
        case "object":
            return _object(service, given)
        case "array":
            return [sample(service, given["items"], name.rstrip("s"))]
        case "string":
            return b"..." if given.get("format") == "binary" else _text(given, name)
        case "integer" | "number":
            return given.get("default", given.get("minimum", 1))
        case "boolean":
            return True
    return None


def _object(service: Service, schema: dict[str, Any]) -> dict[str, Any]:
    fields = schema.get("properties", {})
    if not fields and isinstance(schema.get("additionalProperties"), dict):
        return {"name": sample(service, schema["additionalProperties"], "name")}
    needed = schema.get("required", []) or list(fields)[: schema.get("minProperties", 0)]
    return {name: sample(service, fields[name], name) for name in needed}


def _text(schema: dict[str, Any], name: str) -> str:
    known = TEXTS.get(schema.get("pattern", schema.get("format", "")))
    if known:
        return known
    if "[a-f" in schema.get("pattern", ""):
        return OBJECT_ID
    words_for = (NAMED[ending] for ending in NAMED if name.lower().endswith(ending))
    text = "text" if "pattern" in schema else next(words_for, f"some {name or 'text'}")
    return text.ljust(schema.get("minLength", 0), ".")[: schema.get("maxLength")]
