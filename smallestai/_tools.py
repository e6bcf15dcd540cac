"""Python functions as tools that a model may call, described by JSON Schema.

A function's name, docstring and annotations say all that a model must know:

    def weather(city: Annotated[str, "in English"], unit: Literal["C", "F"] = "C") -> float:
        "Tell how warm it is in a city now."

Whatever msgspec can read from JSON can be annotated: numbers, strings, lists, dicts, literals,
enums, dates, dataclasses, typed dicts. A parameter is described by ``Annotated`` or by its line
under ``Args``, which takes the ``[tools]`` extra to read; without it only the first paragraph of
the docstring is.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any, get_args, get_origin

import msgspec

from smallestai.errors import ArgumentError

Function = Callable[..., Any]

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,63}")
_REFERENCE = "#/$defs/{name}"
_ANYTHING: dict[str, Any] = {"type": "object", "properties": {}}
_PLAIN = {str, int, float, bool}
_NAMED = {inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY}


@dataclass(frozen=True, slots=True)
class Tool:
    """A function a model may call.

    Attributes:
        name: What the model calls it: letters, digits, ``_`` and ``-``, up to 64.
        description: What it does and when to call it.
        parameters: JSON Schema of its arguments, an object.
        function: What is called, with keyword arguments; None where the caller answers by hand.

    Raises:
        ArgumentError: The name, the schema or the function cannot be used.
    """

    name: str
    description: str = ""
    parameters: dict[str, Any] = field(default_factory=_ANYTHING.copy)
    function: Function | None = None
    reader: type[msgspec.Struct] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or not _NAME.fullmatch(self.name):
            remedy = "must be up to 64 letters, digits, _ and -; pass Tool(name=..., function=...)"
            raise ArgumentError("tool.name", self.name, remedy)
        if not isinstance(self.parameters, dict):
            raise ArgumentError("tool.parameters", self.parameters, "must be a JSON Schema, a dict")
        if self.function is not None and not callable(self.function):
            raise ArgumentError("tool.function", self.function, "must be callable")

    @property
    def is_async(self) -> bool:
        """Whether calling the function gives something to await."""
        function = self.function
        while isinstance(function, partial):
            function = function.func
        call = getattr(function, "__call__", None)  # noqa: B004 - its own function is looked at
        return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(call)

    def hydra(self) -> dict[str, Any]:
        """Return the declaration that speech-to-speech sessions take."""
        return {"type": "function", **self._declared()}

    def openai(self) -> dict[str, Any]:
        """Return the declaration that chat completions take."""
        return {"type": "function", "function": self._declared()}

    def bind(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return the keyword arguments of a call, each as its annotation has it.

        A number or a date that a model wrote as a string is read as what it is. What the model
        left out is left to the function's default.

        Raises:
            ArgumentError: An argument is missing, unknown, or of another kind.
        """
        if not isinstance(arguments, Mapping):
            raise ArgumentError("arguments", arguments, "must be a JSON object")
        if self.reader is None:
            return dict(arguments)
        try:
            read = msgspec.convert(dict(arguments), self.reader, strict=False)
        except msgspec.ValidationError as error:
            raise ArgumentError("arguments", dict(arguments), str(error)) from error
        given = {name: getattr(read, name) for name in self.reader.__struct_fields__}
        return {name: value for name, value in given.items() if value is not msgspec.UNSET}

    def _declared(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "description": self.description,
            "parameters": self.parameters,
        }


def tool_of(given: Function | Mapping[str, Any] | Tool) -> Tool:
    """Return the tool that a function, a declaration or a tool amounts to.

    Args:
        given: A function, sync or async; a declaration in either form of JSON, which the caller
            answers by hand; or a `Tool`, which is returned as it is.

    Raises:
        ArgumentError: It is none of these, or a parameter cannot be described.
    """
    if isinstance(given, Tool):
        return given
    if isinstance(given, Mapping):
        return _declared_by_hand(given)
    if not callable(given):
        raise ArgumentError("tools", given, "must be functions, declarations or Tools")
    return _described(given)


def tools_of(given: Iterable[Function | Mapping[str, Any] | Tool] | None) -> dict[str, Tool]:
    """Return tools by their names.

    Raises:
        ArgumentError: See `tool_of`; or two have the same name.
    """
    is_list = given is None or (
        isinstance(given, Iterable) and not isinstance(given, Mapping | str)
    )
    if not is_list or callable(given):
        raise ArgumentError("tools", given, "must be a list of them")
    tools: dict[str, Tool] = {}
    for each in given or ():
        tool = tool_of(each)
        if tool.name in tools:
            raise ArgumentError("tools", tool.name, "is the name of two tools")
        tools[tool.name] = tool
    return tools


def text_of(result: Any) -> str:
    """Return what a tool gave as the text a model reads: a string as it is, all else as JSON."""
    if isinstance(result, str):
        return result
    return msgspec.json.encode(result, enc_hook=str).decode()


def _declared_by_hand(given: Mapping[str, Any]) -> Tool:
    inner = given.get("function")
    flat = inner if isinstance(inner, Mapping) else given
    parameters = flat.get("parameters")
    return Tool(
        flat.get("name", ""),
        flat.get("description") or "",
        _ANYTHING.copy() if parameters is None else parameters,
    )


def _described(function: Function) -> Tool:
    name = _name_of(function)
    try:
        signature = inspect.signature(function, eval_str=True)
    except (NameError, TypeError, ValueError) as error:
        raise ArgumentError(
            "tools", name, f"has a signature that cannot be read: {error}"
        ) from error
    description, lines = _documented(function)
    reader = _reader(name, signature)
    parameters = _schema(name, reader)
    for parameter in signature.parameters.values():
        about = parameters["properties"][parameter.name]
        said = _annotated(parameter.annotation) or lines.get(parameter.name)
        if said:
            about.setdefault("description", said)
        if type(parameter.default) in _PLAIN:
            about.setdefault("default", parameter.default)
    return Tool(name, description, parameters, function, reader)


def _name_of(function: Function) -> str:
    while isinstance(function, partial):
        function = function.func
    return getattr(function, "__name__", "") or type(function).__name__


def _reader(name: str, signature: inspect.Signature) -> type[msgspec.Struct]:
    """Return the type whose fields are the parameters."""
    fields: list[Any] = []
    for parameter in signature.parameters.values():
        if parameter.kind not in _NAMED:
            remedy = f"takes {parameter}; a tool is called with named arguments only"
            raise ArgumentError("tools", name, remedy)
        kind = parameter.annotation
        kind = Any if kind is inspect.Parameter.empty else kind
        if parameter.default is inspect.Parameter.empty:
            fields.append((parameter.name, kind))
        else:
            fields.append((parameter.name, kind | msgspec.UnsetType, msgspec.UNSET))
    return msgspec.defstruct(name, fields, kw_only=True, forbid_unknown_fields=True)


def _schema(name: str, reader: type[msgspec.Struct]) -> dict[str, Any]:
    try:
        (reference,), parts = msgspec.json.schema_components([reader], ref_template=_REFERENCE)
    except TypeError as error:
        reason = str(error).splitlines()[-1]
        raise ArgumentError("tools", name, f"has a parameter no JSON can hold: {reason}") from error
    schema: dict[str, Any] = parts.pop(reference["$ref"].rpartition("/")[2])
    del schema["title"]
    if parts:
        schema["$defs"] = parts
    return schema


def _annotated(annotation: Any) -> str | None:
    if get_origin(annotation) is not Annotated:
        return None
    return next((each for each in get_args(annotation)[1:] if isinstance(each, str)), None)


def _documented(function: Function) -> tuple[str, dict[str, str]]:
    """Return what a docstring says of the function, and of each parameter."""
    while isinstance(function, partial):
        function = function.func
    text = inspect.getdoc(function) or ""
    try:
        from docstring_parser import ParseError, parse
    except ImportError:
        return " ".join(text.partition("\n\n")[0].split()), {}
    try:
        read = parse(text)
    except ParseError:
        return " ".join(text.partition("\n\n")[0].split()), {}
    said = " ".join(filter(None, (read.short_description, read.long_description))).split()
    lines = {each.arg_name: " ".join((each.description or "").split()) for each in read.params}
    return " ".join(said), lines
