"""Rounds of a chat in which the model calls functions."""

from __future__ import annotations

import asyncio
import json
import pickle
import threading
from contextvars import ContextVar
from typing import Any

import pytest
from servers import http_server

from smallestai import ArgumentError, AuthenticationError
from smallestai._tools import Tool
from waves.worlds import awaited, both, json_reply, sent

NOWHERE = "http://127.0.0.1:9"
LINE: ContextVar[str] = ContextVar("LINE", default="none")


def calls(*made: tuple[str, Any], content: str | None = None) -> bytes:
    """Return the reply in which the model calls functions."""
    listed = [
        {
            "id": f"call_{at}",
            "type": "function",
            "function": {
                "name": name,
                "arguments": given if isinstance(given, str) else json.dumps(given),
            },
        }
        for at, (name, given) in enumerate(made)
    ]
    message = {"role": "assistant", "content": content, "tool_calls": listed}
    return json_reply({"choices": [{"message": message, "finish_reason": "tool_calls"}]})


def says(text: str) -> bytes:
    """Return the reply in which the model answers."""
    return json_reply({"choices": [{"message": {"content": text}, "finish_reason": "stop"}]})


def stock(article: str) -> int:
    """Tell how many pieces of an article are left."""
    if article == "sofa":
        raise LookupError("no such article")
    return len(article)


@both
def test_calls_are_answered_until_there_is_text(world: Any) -> None:
    """Calls of a round are answered in order, and the whole conversation comes back."""
    replies = calls(
        ("stock", {"article": "lamp"}), ("stock", {"article": "chair"}), content="Wait."
    )
    with http_server(replies, says("Four and five.")) as (url, requests):
        run = world(url, lambda waves: waves.chat.run("How many?", tools=[stock]))
    assert run.text == "Four and five."
    assert run.completion is run.completions[1]
    assert [message["role"] for message in run.messages] == [
        *("user", "assistant", "tool", "tool", "assistant"),
    ]
    assert run.messages[1]["content"] == "Wait."
    assert run.messages[2] == {"role": "tool", "tool_call_id": "call_0", "content": "4"}
    assert run.messages[3] == {"role": "tool", "tool_call_id": "call_1", "content": "5"}
    assert sent(requests[1])["messages"] == run.messages[:4]
    assert sent(requests[1])["tools"] == sent(requests[0])["tools"]
    assert repr(run) == "<ChatRun of 2 rounds, 5 messages>"


@both
@pytest.mark.parametrize(
    ("call", "says_of_it"),
    [
        (("stock", {"article": "sofa"}), "LookupError: no such article"),
        (("price", {}), "is none of stock"),
        (("stock", {"colour": "red"}), "ArgumentError"),
        (("stock", {}), "ArgumentError"),
        (("stock", "[1]"), "no JSON object"),
        (("stock", "{"), "no JSON object"),
    ],
)
def test_faults_are_told_to_the_model(world: Any, call: Any, says_of_it: str) -> None:
    """Whatever goes wrong with a call is its result, and the model goes on."""
    with http_server(calls(call), says("Sorry.")) as (url, _):
        run = world(url, lambda waves: waves.chat.run("How many?", tools=[stock]))
    assert run.text == "Sorry."
    assert says_of_it in json.loads(run.messages[2]["content"])["error"]


@both
def test_calls_of_a_round_run_at_once(world: Any) -> None:
    """Two calls that wait for one another both end, and know the context of the caller."""
    barrier = threading.Barrier(2)

    def meet(name: str) -> str:
        barrier.wait(10)
        return f"{name} {LINE.get()}"

    token = LINE.set("here")
    try:
        with http_server(calls(("meet", {"name": "a"}), ("meet", {"name": "b"})), says("Met.")) as (
            url,
            _,
        ):
            run = world(url, lambda waves: waves.chat.run("Meet.", tools=[meet]))
    finally:
        LINE.reset(token)
    assert [message["content"] for message in run.messages[2:4]] == ["a here", "b here"]


def test_async_functions_run_on_the_loop() -> None:
    """Async functions are awaited beside one another, on the loop of the caller."""
    barrier = asyncio.Barrier(2)

    async def meet(name: str) -> str:
        async with asyncio.timeout(10):
            await barrier.wait()
        return name

    replies = calls(("meet", {"name": "a"}), ("meet", {"name": "b"})), says("Met.")
    with http_server(*replies) as (url, _):
        run = awaited(url, lambda waves: waves.chat.run("Meet.", tools=[meet]))
    assert [message["content"] for message in run.messages[2:4]] == ["a", "b"]


@both
def test_rounds_are_bounded(world: Any) -> None:
    """In the last round nothing can be called; calls all the same are not carried out."""
    again = calls(("stock", {"article": "lamp"}))
    with http_server(again, again, again) as (url, requests):
        run = world(url, lambda waves: waves.chat.run("Hi.", tools=[stock], max_rounds=3))
    assert [sent(request).get("tool_choice") for request in requests] == [None, None, "none"]
    assert len(run.completions) == 3
    assert run.messages[-1]["role"] == "assistant"


@both
def test_a_forced_call_is_forced_once(world: Any) -> None:
    """``required`` counts for the first round, or the rounds would never end."""
    with http_server(calls(("stock", {"article": "lamp"})), says("Four.")) as (url, requests):
        world(url, lambda waves: waves.chat.run("Hi.", tools=[stock], tool_choice="required"))
    assert sent(requests[0])["tool_choice"] == "required"
    assert "tool_choice" not in sent(requests[1])


@both
def test_what_was_done_is_on_the_error(world: Any) -> None:
    """A refusal in a later round does not lose what the functions did, in another process too."""
    refusal = json_reply({"error": {"message": "who?"}}, "401 Unauthorized")
    local = Tool("stock", function=lambda article: len(article))
    with http_server(calls(("stock", {"article": "lamp"})), refusal) as (url, _):
        with pytest.raises(AuthenticationError) as caught:
            world(url, lambda waves: waves.chat.run("Hi.", tools=[local]))
    run = vars(pickle.loads(pickle.dumps(caught.value)))["received"]
    assert run.messages[-1] == {"role": "tool", "tool_call_id": "call_0", "content": "4"}


@both
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("max_rounds", {"max_rounds": 0}),
        ("max_rounds", {"max_rounds": 101}),
        ("max_rounds", {"max_rounds": True}),
        ("tools", {"tools": []}),
        ("tools", {"tools": [{"type": "function", "function": {"name": "stock"}}]}),
        ("tools", {"tools": [stock, Tool("stock", function=stock)]}),
    ],
)
def test_refused_before_anything_is_sent(world: Any, name: str, options: dict[str, Any]) -> None:
    """Rounds need functions, and a bound."""
    with pytest.raises(ArgumentError) as caught:
        world(NOWHERE, lambda waves: waves.chat.run("Hi.", **{"tools": [stock], **options}))
    assert caught.value.argument == name


def test_a_blocking_client_takes_no_async_function() -> None:
    """It has no loop to run it on, and says so before anything is sent."""
    from smallestai import SmallestAI

    async def meet() -> None:
        """Meet."""

    with SmallestAI("sk_x", base_url=NOWHERE) as client:
        with pytest.raises(ArgumentError, match="AsyncSmallestAI"):
            client.waves.chat.run("Hi.", tools=[meet])
