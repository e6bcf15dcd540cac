"""Chat completions over HTTP: whole answers, what is sent and what is refused, tries."""

from __future__ import annotations

from typing import Any

import pytest
from servers import answer, http_server, read_request, tcp_server

from smallestai import (
    APIConnectionError,
    APITimeoutError,
    ArgumentError,
    BadRequestError,
    RateLimitError,
    RemoteProtocolError,
    ServerError,
    _retry,
)
from smallestai._tools import Tool
from smallestai.protocol.chat import ChatMessage, FunctionCall, ToolCall
from smallestai.waves._chat_request import chat_request
from waves.worlds import both, json_reply, sent

REPLY = {
    "id": "chatcmpl-1",
    "model": "electron",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "In India."}}],
    "usage": {"total_tokens": 7},
}
TOOL = {
    "type": "function",
    "function": {"name": "stock", "parameters": {"type": "object"}, "strict": True},
}
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Make no pauses, and tell which there would have been."""
    made: list[float] = []

    async def async_sleep(seconds: float) -> None:
        made.append(seconds)

    monkeypatch.setattr(_retry, "sleep", made.append)
    monkeypatch.setattr(_retry, "async_sleep", async_sleep)
    return made


@both
def test_a_text_is_what_the_user_says(world: Any) -> None:
    """The shortest call sends model and message alone, and gives the answer."""
    with http_server(json_reply(REPLY)) as (url, requests):
        completion = world(url, lambda waves: waves.chat.create("Where is Pune?"))
    assert completion.text == "In India."
    assert completion.request_id == "req-1"
    assert completion.usage.total_tokens == 7
    assert requests[0].startswith(b"POST /waves/v1/chat/completions ")
    assert b"accept: application/json\r\n" in requests[0].lower()
    assert sent(requests[0]) == {
        "model": "electron",
        "messages": [{"role": "user", "content": "Where is Pune?"}],
    }


def stock(article: str) -> int:
    """Tell how many pieces of an article are left."""
    return len(article)


@both
def test_every_option_has_its_place(world: Any) -> None:
    """Options go under the service's names; declarations as they are, functions as declared."""
    call = ToolCall("call_1", "function", FunctionCall("stock", "{}"))
    messages = [
        {"role": "system", "content": "Be brief."},
        ChatMessage(content=None, tool_calls=[call]),
        {"role": "tool", "tool_call_id": "call_1", "content": "4"},
    ]
    options: dict[str, Any] = {
        "model": "electron",
        "temperature": 0.5,
        "top_p": 1,
        "max_tokens": 9,
        "tool_choice": {"type": "function", "function": {"name": "stock"}},
        "response_format": {"type": "json_object"},
        "seed": -1,
        "logprobs": True,
        "top_logprobs": 20,
        "presence_penalty": -2,
        "frequency_penalty": 2,
        "user": "u-1",
    }
    extra = {"min_p": 0.1, "seed": 2}
    with http_server(json_reply(REPLY)) as (url, requests):
        world(
            url,
            lambda waves: waves.chat.create(
                messages,
                tools=[TOOL, Tool("price")],
                stop=["a", "b"],
                logit_bias={7: -1.5},
                n=1,
                expire_content=True,
                extra_body=extra,
                **options,
            ),
        )
    body = sent(requests[0])
    assert body.pop("messages") == [
        messages[0],
        {"role": "assistant", "content": None, "tool_calls": [_wire(call)]},
        messages[2],
    ]
    price = {"name": "price", "description": "", "parameters": {"type": "object", "properties": {}}}
    assert body.pop("tools") == [TOOL, {"type": "function", "function": price}]
    assert body == {**options, "stop": ["a", "b"], "logit_bias": {"7": -1.5}, **extra}
    assert b"x-expire-content: true" in requests[0].lower()


def _wire(call: ToolCall) -> dict[str, Any]:
    function = {"name": call.name, "arguments": call.function.arguments}
    return {"id": call.id, "type": "function", "function": function}


def test_functions_are_declared() -> None:
    """A function is sent as its name, docstring and annotations have it."""
    (declared,) = chat_request("Hi.", stream=False, tools=[stock]).body["tools"]
    assert declared["function"]["name"] == "stock"
    assert declared["function"]["parameters"]["required"] == ["article"]


def test_streams_ask_for_the_count() -> None:
    """A stream asks for the tokens' count by itself, and hands it out where the caller asked."""
    quiet = chat_request("Hi.", stream=True)
    assert quiet.body["stream_options"] == {"include_usage": True}
    assert not quiet.counts
    asked = chat_request("Hi.", stream=True, stream_options={"include_usage": False})
    assert asked.body["stream_options"] == {"include_usage": False}
    assert asked.counts
    assert quiet.as_http()["headers"] == {"Accept": "text/event-stream"}


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("messages", {"messages": ""}),
        ("messages", {"messages": []}),
        ("messages", {"messages": [{"role": "user", "content": "x"}] * 201}),
        ("messages", {"messages": {"role": "user", "content": "x"}}),
        ("messages[0]", {"messages": ["Hi."]}),
        ("messages[0]['role']", {"messages": [{"role": "robot", "content": "x"}]}),
        ("messages[0]['content']", {"messages": [{"role": "user"}]}),
        ("messages[0]['content']", {"messages": [{"role": "user", "content": 7}]}),
        ("messages[0]['tool_call_id']", {"messages": [{"role": "tool", "content": "x"}]}),
        ("model", {"model": ""}),
        ("temperature", {"temperature": 2.1}),
        ("temperature", {"temperature": float("nan")}),
        ("temperature", {"temperature": "1"}),
        ("top_p", {"top_p": -0.1}),
        ("max_tokens", {"max_tokens": 0}),
        ("max_tokens", {"max_tokens": 32769}),
        ("max_tokens", {"max_tokens": 1.5}),
        ("tools", {"tools": []}),
        ("tools", {"tools": [Tool(f"t{at}") for at in range(65)]}),
        ("tools", {"tools": [TOOL, TOOL]}),
        ("tools", {"tools": TOOL}),
        ("tools", {"tools": stock}),
        ("tool_choice", {"tool_choice": "auto"}),
        ("tool_choice", {"tool_choice": "always", "tools": [TOOL]}),
        ("tool_choice", {"tools": [TOOL], "tool_choice": {"type": "function", "function": {}}}),
        ("response_format['type']", {"response_format": {"type": "json_schema"}}),
        ("response_format", {"response_format": "json_object"}),
        ("stop", {"stop": list("abcde")}),
        ("stop", {"stop": []}),
        ("stop", {"stop": ""}),
        ("seed", {"seed": 1.5}),
        ("seed", {"seed": True}),
        ("logit_bias", {"logit_bias": {"the": 1}}),
        ("logit_bias[7]", {"logit_bias": {7: "much"}}),
        ("logprobs", {"logprobs": 1}),
        ("top_logprobs", {"top_logprobs": 3}),
        ("top_logprobs", {"top_logprobs": 21, "logprobs": True}),
        ("presence_penalty", {"presence_penalty": 2.5}),
        ("frequency_penalty", {"frequency_penalty": -2.5}),
        ("user", {"user": " "}),
        ("n", {"n": 2}),
        ("extra_body['n']", {"extra_body": {"n": 2}}),
        ("extra_body", {"extra_body": {"prompt_logprobs": 1}}),
        ("stream_options", {"stream_options": {"include_usage": True}}),
        ("expire_content", {"expire_content": "yes"}),
    ],
)
def test_values_that_cannot_be(name: str, options: dict[str, Any]) -> None:
    """What the service refuses is refused here, naming the argument."""
    with pytest.raises(ArgumentError) as caught:
        chat_request(**{"messages": "Hi.", "stream": False, **options})
    assert caught.value.argument == name


@both
@pytest.mark.parametrize("stream", [False, True])
def test_refused_before_anything_is_sent(world: Any, stream: bool) -> None:
    """It is refused by the call itself, not by whoever reads."""
    with pytest.raises(ArgumentError, match="n=2: must be 1"):
        world(NOWHERE, lambda waves: waves.chat.create("Hi.", n=2, stream=stream) and None)


@both
def test_a_busy_service_is_asked_again(world: Any, pauses: list[float]) -> None:
    """429, 502 and 503 are tried again, with pauses that double from 250 ms, up to five times."""
    busy = [
        json_reply({"error": {"message": "busy"}}, status)
        for status in ("429 Too Many Requests", "502 Bad Gateway", "503 Service Unavailable")
    ]
    with http_server(*busy, busy[1], json_reply(REPLY)) as (url, requests):
        completion = world(url, lambda waves: waves.chat.create("Hi."))
    assert completion.text == "In India."
    assert len(requests) == 5
    assert all(half <= pause <= 2 * half for pause, half in zip(pauses, _HALVES, strict=True))


_HALVES = [0.125, 0.25, 0.5, 1.0]


@both
def test_tries_end(world: Any, pauses: list[float]) -> None:
    """After the fifth try the refusal is raised; the client's own limit counts instead of ours."""
    busy = json_reply({"error": {"message": "Concurrency limit reached"}}, "429 Too Many Requests")
    with http_server(*[busy] * 5) as (url, requests):
        with pytest.raises(RateLimitError):
            world(url, lambda waves: waves.chat.create("Hi."))
        assert len(requests) == 5
    for options, call in (
        ({"max_retries": 1}, {}),
        ({}, {"request_options": {"max_retries": 1}}),
        ({"max_retries": 7}, {"request_options": {"max_retries": 1}}),
    ):
        with http_server(busy, busy) as (url, requests):
            with pytest.raises(RateLimitError):
                world(url, lambda waves, call=call: waves.chat.create("Hi.", **call), **options)
            assert len(requests) == 2


@both
def test_what_may_have_been_answered_is_not_asked_again(world: Any, pauses: list[float]) -> None:
    """A connection that breaks after the request is an error; one that was never made is not."""
    asked: list[bytes] = []

    def serve(connection: Any) -> None:
        asked.append(read_request(connection))

    with tcp_server(serve) as url:
        with pytest.raises(APIConnectionError):
            world(url, lambda waves: waves.chat.create("Hi."))
    assert len(asked) == 1
    assert pauses == []
    with pytest.raises(APIConnectionError):
        world(NOWHERE, lambda waves: waves.chat.create("Hi."))
    assert len(pauses) == 4


@both
@pytest.mark.parametrize(
    ("status", "kind"), [("400 Bad Request", BadRequestError), ("500 Oh", ServerError)]
)
def test_other_refusals_are_final(
    world: Any, pauses: list[float], status: str, kind: type[Exception]
) -> None:
    """Nothing else is tried again; the error says what is wrong where."""
    issue = {"code": "too_big", "message": "at most 1", "path": ["n"]}
    fault = {
        "message": "Invalid input data",
        "type": "invalid_request_error",
        "details": [issue],
        "request_id": "r-9",
    }
    with http_server(json_reply({"error": fault}, status)) as (url, requests):
        with pytest.raises(kind, match=r"Invalid input data\. In n: at most 1") as caught:
            world(url, lambda waves: waves.chat.create("Hi."))
    assert caught.value.code == "invalid_request_error"  # type: ignore[attr-defined]
    assert pauses == []
    assert len(requests) == 1


@both
def test_an_empty_completion_is_none(world: Any) -> None:
    """A success without an answer is a fault of the service."""
    with http_server(json_reply({"choices": []})) as (url, _):
        with pytest.raises(RemoteProtocolError, match="holds no answer"):
            world(url, lambda waves: waves.chat.create("Hi."))
    with http_server(answer(b"<p>Hello</p>", "text/html")) as (url, _):
        with pytest.raises(RemoteProtocolError, match="not JSON"):
            world(url, lambda waves: waves.chat.create("Hi."))


@both
def test_the_whole_call_has_one_time(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries and pauses together take no longer than the total; the last try has what is left."""
    now = [0.0]
    monkeypatch.setattr(_retry, "monotonic", lambda: now[0])

    def wait(seconds: float) -> None:
        now[0] += seconds + 590

    async def async_sleep(seconds: float) -> None:
        wait(seconds)

    monkeypatch.setattr(_retry, "sleep", wait)
    monkeypatch.setattr(_retry, "async_sleep", async_sleep)
    busy = json_reply({"error": {"message": "busy"}}, "503 Service Unavailable")
    with http_server(busy, busy, busy) as (url, requests):
        with pytest.raises(APITimeoutError, match="within 600 s"):
            world(url, lambda waves: waves.chat.create("Hi."))
    assert len(requests) == 2
