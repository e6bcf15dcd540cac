"""Functions as tools: what a model is told of them, and how its arguments reach them."""

from __future__ import annotations

import enum
import functools
import sys
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, TypedDict

import pytest

from smallestai._tools import Tool, text_of, tool_of, tools_of
from smallestai.errors import ArgumentError


class Size(enum.Enum):
    SMALL = "small"
    LARGE = "large"


@dataclass
class Address:
    street: str
    number: int = 1


class Extra(TypedDict, total=False):
    note: str


def order(  # noqa: D417
    pizza: str,
    count: int = 1,
    *,
    size: Size = Size.SMALL,
    to: Address | None = None,
    day: Annotated[date, "when it is wanted"] = date(2026, 1, 1),
    toppings: list[Literal["ham", "olives"]] = [],  # noqa: B006
    extra: Extra | None = None,
    hurry: bool = False,
) -> str:
    """Order a pizza.

    Call it once the caller has said which one.

    Args:
        pizza: Its name,
            in English.
        count: How many.
    """
    return f"{count} {pizza}"


def plain(anything, other=None):  # type: ignore[no-untyped-def]
    return anything


async def later(number: int) -> int:
    """Give it back."""
    return number


class Counter:
    """Counts."""

    async def __call__(self, step: int) -> None:
        """Count on."""


def test_a_model_is_told_all_it_must_know() -> None:
    """Name, description, kinds, defaults and descriptions of parameters come from the function."""
    tool = tool_of(order)
    assert tool.name == "order"
    assert tool.description == "Order a pizza. Call it once the caller has said which one."
    schema = tool.parameters
    assert (schema["type"], schema["required"]) == ("object", ["pizza"])
    assert schema["additionalProperties"] is False
    parts = schema["properties"]
    assert parts["pizza"] == {"type": "string", "description": "Its name, in English."}
    assert parts["count"] == {"type": "integer", "description": "How many.", "default": 1}
    assert parts["day"] == {
        "type": "string",
        "format": "date",
        "description": "when it is wanted",
    }
    assert parts["hurry"] == {"type": "boolean", "default": False}
    assert parts["toppings"]["items"] == {"enum": ["ham", "olives"]}
    assert schema["$defs"]["Size"]["enum"] == ["large", "small"]
    assert "street" in schema["$defs"]["Address"]["properties"]


def test_both_dialects_say_the_same() -> None:
    """The declaration of sessions is flat, that of chat completions is not."""
    tool = tool_of(later)
    declared = {
        "name": "later",
        "description": "Give it back.",
        "parameters": {
            "type": "object",
            "properties": {"number": {"type": "integer"}},
            "required": ["number"],
            "additionalProperties": False,
        },
    }
    assert tool.hydra() == {"type": "function", **declared}
    assert tool.openai() == {"type": "function", "function": declared}


def test_arguments_arrive_as_annotated() -> None:
    """JSON becomes enums, dates and dataclasses; numbers in quotes are numbers all the same."""
    bound = tool_of(order).bind(
        {
            "pizza": "napoli",
            "count": "2",
            "size": "large",
            "to": {"street": "Main"},
            "day": "2026-11-21",
            "toppings": ["ham"],
        }
    )
    assert bound == {
        "pizza": "napoli",
        "count": 2,
        "size": Size.LARGE,
        "to": Address("Main"),
        "day": date(2026, 11, 21),
        "toppings": ["ham"],
    }
    assert order(**bound) == "2 napoli"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({}, "pizza"),
        ({"pizza": 7}, "pizza"),
        ({"pizza": "x", "size": "huge"}, "size"),
        ({"pizza": "x", "drink": "tea"}, "drink"),
        ([], "JSON object"),
    ],
)
def test_arguments_that_do_not_fit_are_named(arguments: Any, says: str) -> None:
    """A call that the function could not take is refused with the reason."""
    with pytest.raises(ArgumentError, match=says):
        tool_of(order).bind(arguments)


def test_functions_without_annotations_take_anything() -> None:
    """What is not annotated is not checked."""
    tool = tool_of(plain)
    assert tool.parameters["properties"] == {"anything": {}, "other": {}}
    assert tool.bind({"anything": [1, {"a": None}]}) == {"anything": [1, {"a": None}]}


def test_callables_of_every_kind() -> None:
    """Partials, objects and methods are functions too, and say whether they are awaited."""
    partial = tool_of(functools.partial(order, hurry=True))
    assert (partial.name, partial.is_async) == ("order", False)
    counter = tool_of(Counter())
    assert (counter.name, counter.is_async) == ("Counter", True)
    assert tool_of(later).is_async
    assert tool_of(functools.partial(later)).is_async


def test_declarations_by_hand() -> None:
    """A declaration in either dialect is taken as it is, and answered by the caller."""
    schema = {"type": "object", "properties": {"a": {"type": "number"}}}
    flat = {"type": "function", "name": "add", "description": "Add.", "parameters": schema}
    nested = {"type": "function", "function": {"name": "add", "parameters": schema}}
    assert tool_of(flat).hydra() == flat
    assert tool_of(nested).parameters == schema
    assert tool_of(flat).function is None
    assert tool_of(flat).bind({"a": 1, "b": 2}) == {"a": 1, "b": 2}
    assert tool_of({"name": "stop"}).parameters == {"type": "object", "properties": {}}


class Opaque:
    """Nothing that JSON knows."""


def positional(first: int, /) -> None: ...


def starred(*values: int) -> None: ...


def opaque(thing: Opaque) -> None: ...


def unresolved(thing: Missing) -> None: ...  # type: ignore[name-defined]  # noqa: F821


@pytest.mark.parametrize(
    "given",
    [
        positional,
        starred,
        opaque,
        unresolved,
        lambda: None,
        {"type": "function"},
        {"name": "a b"},
        {"name": "a", "parameters": "none"},
        7,
    ],
    ids=lambda given: getattr(given, "__name__", str(given)),
)
def test_what_can_be_no_tool_is_refused(given: Any) -> None:
    """Before anything is sent, and with the reason."""
    with pytest.raises(ArgumentError):
        tool_of(given)


def test_two_tools_of_one_name_are_refused() -> None:
    """A model could not tell them apart."""
    with pytest.raises(ArgumentError, match="two tools"):
        tools_of([order, {"name": "order"}])
    assert list(tools_of([order, later])) == ["order", "later"]
    assert tools_of(None) == {}
    for alone in (order, {"name": "order"}, tool_of(order)):
        with pytest.raises(ArgumentError, match="list"):
            tools_of(alone)  # type: ignore[arg-type]


def test_without_the_extra_the_first_paragraph_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parameters are then described by their annotations alone."""
    monkeypatch.setitem(sys.modules, "docstring_parser", None)
    tool = tool_of(order)
    assert tool.description == "Order a pizza."
    assert "description" not in tool.parameters["properties"]["pizza"]
    assert tool.parameters["properties"]["day"]["description"] == "when it is wanted"


@pytest.mark.parametrize(
    ("result", "text"),
    [
        ("as it is", "as it is"),
        ({"temp": 21}, '{"temp":21}'),
        (None, "null"),
        (Address("Main", 2), '{"street":"Main","number":2}'),
        (date(2026, 1, 2), '"2026-01-02"'),
        ([Size.LARGE], '["large"]'),
        (1 + 2j, '"(1+2j)"'),
    ],
)
def test_results_become_text(result: Any, text: str) -> None:
    """Whatever a function gives can be read by a model."""
    assert text_of(result) == text


def test_a_tool_with_a_schema_of_its_own() -> None:
    """Schema and function may be given apart: then the arguments are passed as they come."""
    tool = Tool("go", "Go.", {"type": "object"}, plain)
    assert tool_of(tool) is tool
    assert tool.bind({"anything": 1}) == {"anything": 1}
    with pytest.raises(ArgumentError):
        Tool("go", function="plain")  # type: ignore[arg-type]
