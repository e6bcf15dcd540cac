"""Values that a schema allows, made up but always the same.

They stand in for replies of operations that the sandbox does not act out. The same schema and the
same seed give the same value, so a request that is repeated gets the reply it got before.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .validation import Spec

Schema = dict[str, Any]

_DEPTH = 6
_FORMATS = {
    "date-time": "2026-01-15T09:30:00.000Z",
    "date": "2026-01-15",
    "uri": "https://sandbox.example/item",
    "email": "user@sandbox.example",
    "binary": "",
}
_CALL_PATTERN = "CALL-"


def example(spec: Spec, schema: Schema, seed: str) -> Any:
    """Return a value for a schema: every property of an object, one item in a list.

    Args:
        spec: The document that the schema's references lead into.
        schema: The schema, inline or a reference.
        seed: What the value depends on besides the schema, such as the path of a request.
    """
    return _value(spec, schema, (seed,))


def _value(spec: Spec, schema: Schema, place: tuple[str, ...]) -> Any:
    schema = _resolved(spec, schema)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "default" in schema:
        return schema["default"]
    match _kind(schema):
        case "object":
            return _object(spec, schema, place)
        case "array":
            return _array(spec, schema, place)
        case "string":
            return _text(schema, place)
        case "integer" | "number":
            return _number(schema)
        case "boolean":
            return True
    return None


def _resolved(spec: Spec, schema: Schema) -> Schema:
    """Follow references, merge `allOf`, and take the first way out of a choice."""
    while True:
        if "$ref" in schema:
            schema = spec.resolve(schema["$ref"].removeprefix("#"))[1]
        elif choice := schema.get("anyOf") or schema.get("oneOf"):
            schema = choice[0]
        elif "allOf" in schema:
            schema = _merged([_resolved(spec, part) for part in schema["allOf"]])
        else:
            return schema


def _merged(parts: list[Schema]) -> Schema:
    merged: Schema = {}
    for part in parts:
        properties = {**merged.get("properties", {}), **part.get("properties", {})}
        required = [*merged.get("required", ()), *part.get("required", ())]
        merged = {**merged, **part, "properties": properties, "required": required}
    return merged


def _kind(schema: Schema) -> str:
    declared = schema.get("type")
    if declared is None:
        return "object" if "properties" in schema else "null"
    return declared if isinstance(declared, str) else str(declared[0])


def _object(spec: Spec, schema: Schema, place: tuple[str, ...]) -> dict[str, Any]:
    properties: Mapping[str, Schema] = schema.get("properties", {})
    required = schema.get("required", ())
    names = [name for name in properties if len(place) <= _DEPTH or name in required]
    names = names[: schema.get("maxProperties")]
    return {name: _value(spec, properties[name], (*place, name)) for name in names}


def _array(spec: Spec, schema: Schema, place: tuple[str, ...]) -> list[Any]:
    count = max(schema.get("minItems", 0), 1 if len(place) <= _DEPTH else 0)
    items = schema.get("items", {})
    return [_value(spec, items, (*place, str(index))) for index in range(count)]


def _text(schema: Schema, place: tuple[str, ...]) -> str:
    if "format" in schema:
        return _FORMATS.get(schema["format"], "text")
    name, digest = place[-1], sha256("/".join(place).encode()).hexdigest()
    pattern = schema.get("pattern", "")
    if _CALL_PATTERN in pattern or name == "callId":
        return f"CALL-1768469400000-{digest[:6]}"
    if "24" in pattern or name.lower().endswith("id"):
        return digest[:24]
    text = "text" if not pattern else "value"
    return text.ljust(schema.get("minLength", 0), ".")[: schema.get("maxLength")]


def _number(schema: Schema) -> int | float:
    number: int | float = schema.get("minimum", min(1, schema.get("maximum", 1)))
    return number
