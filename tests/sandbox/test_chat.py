"""Chat completions: over plain HTTP, and through the `openai` package."""

import json
import threading
from contextlib import contextmanager

import httpx
import openai
import pytest
from records_app import SPECS, assert_as_specified
from speaking import HEADERS, KEY

from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.chat_tokens import BLOCK, PrefixCache

PATH = "/waves/v1/chat/completions"
LONG = "You are the assistant of a parcel service. Answer in one sentence. " * 4

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "The weather of a city now",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "unit": {"enum": ["celsius", "kelvin"]}},
            "required": ["city"],
        },
    },
}
ORDER = {
    "type": "function",
    "function": {
        "name": "cancelOrder",
        "parameters": {
            "type": "object",
            "properties": {"order_id": {"type": "string"}, "notify": {"type": "boolean"}},
            "required": ["order_id", "notify"],
        },
    },
}
TOOLS = [WEATHER, ORDER]


def user(text):
    return {"role": "user", "content": text}


def system(text):
    return {"role": "system", "content": text}


def scripted(*lines):
    """Return a system message with these turns of the assistant."""
    return system("\n".join(f"sandbox: {line}" for line in lines))


@contextmanager
def client_of(settings=None):
    with (
        Sandbox(api_key=KEY, settings=settings) as sandbox,
        httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(api_key=KEY) as made:
        yield made


@pytest.fixture(scope="module")
def client(sandbox):
    with httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as made:
        yield made


@pytest.fixture(scope="module")
def ai(sandbox):
    """The official client of the protocol, pointed at the sandbox."""
    url = f"{sandbox.url}/waves/v1"
    with openai.OpenAI(base_url=url, api_key=KEY, max_retries=0) as made:
        yield made


def post(client, *messages, **fields):
    body = {"model": "electron", "messages": list(messages), **fields}
    reply = client.post(PATH, json=body)
    if not fields.get("stream") or reply.is_error:
        assert_as_specified(reply)
    return reply


def complete(client, *messages, **fields):
    """Return the body of a successful reply."""
    reply = post(client, *messages, **fields)
    assert reply.status_code == 200, reply.text
    return reply.json()


def said(client, *messages, **fields):
    return complete(client, *messages, **fields)["choices"][0]["message"]["content"]


def called(client, *messages, **fields):
    """Return the calls of a reply as (name, arguments)."""
    message = complete(client, *messages, **fields)["choices"][0]["message"]
    calls = [each["function"] for each in message["tool_calls"] or ()]
    return [(each["name"], json.loads(each["arguments"])) for each in calls]


def streamed(client, *messages, **fields):
    """Return the chunks of a stream, each held to its schema; the stream must end with [DONE]."""
    reply = post(client, *messages, stream=True, **fields)
    assert reply.headers["content-type"].startswith("text/event-stream")
    *events, end, rest = reply.text.split("\n\n")
    assert (end, rest) == ("data: [DONE]", "")
    chunks = [json.loads(event.removeprefix("data: ")) for event in events]
    schema = SPECS.waves.validator("/components/schemas/ChatCompletionChunk")
    assert [error.message for each in chunks for error in schema.iter_errors(each)] == []
    return chunks


def issue_of(client, *messages, **fields):
    """Return the one issue that a request is refused for."""
    reply = post(client, *messages, **fields)
    assert reply.status_code == 400
    error = reply.json()["error"]
    assert error["type"] == "invalid_request_error"
    assert error["message"] == "Invalid input data"
    assert error["request_id"] == reply.headers["x-request-id"]
    (issue,) = error["details"]
    return issue


def test_a_completion(client):
    """The reply has the service's shape: nulls where there are no calls, and a sum of tokens."""
    reply = complete(client, user("Say: It is noted."))
    assert reply["id"].startswith("chatcmpl-")
    assert isinstance(reply["created"], int)
    assert (reply["object"], reply["model"]) == ("chat.completion", "electron")
    message = {"role": "assistant", "content": "It is noted.", "tool_calls": None}
    assert reply["choices"] == [{"index": 0, "message": message, "finish_reason": "stop"}]
    usage = reply["usage"]
    assert usage["completion_tokens"] == len(["It", " is", " noted", "."])
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"]


def test_a_stream(client):
    """The role comes first and once, then text, then an empty delta with the reason, no usage."""
    chunks = streamed(client, user("Say: It is noted."))
    assert len({each["id"] for each in chunks}) == 1
    first, *middle, last = [each["choices"][0] for each in chunks]
    assert first == {"index": 0, "delta": {"role": "assistant"}, "finish_reason": None}
    assert last == {"index": 0, "delta": {}, "finish_reason": "stop"}
    assert [set(each["delta"]) for each in middle] == [{"content"}] * 4
    assert "".join(each["delta"]["content"] for each in middle) == "It is noted."
    assert not any("usage" in each for each in chunks)


def test_a_stream_counts_when_asked(client):
    """The count stands in a last chunk without choices, the same as in a whole reply."""
    messages = [system("Say nothing of it."), user("Say: Ten.")]
    *_, finish, last = streamed(client, *messages, stream_options={"include_usage": True})
    assert finish["choices"][0]["finish_reason"] == "stop"
    assert last["choices"] == []
    whole = complete(client, *messages)["usage"]
    names = ("prompt_tokens", "completion_tokens", "total_tokens")
    assert [last["usage"][name] for name in names] == [whole[name] for name in names]


@pytest.mark.parametrize("text", ["Hello", "What is a parcel?", "I moved.", "Thanks", ""])
def test_sensible_answers_are_always_the_same(client, text):
    """Without a script the model answers in sentences; the same conversation, the same answer."""
    answers = {said(client, user(text), seed=7) for _ in range(3)}
    assert len(answers) == 1
    assert answers.pop().endswith((".", "?"))


def test_a_seed_may_change_the_words(client):
    """Among a few seeds there are at least two answers, each of them repeatable."""
    answers = [said(client, user("Hello"), seed=seed) for seed in range(8)]
    assert answers == [said(client, user("Hello"), seed=seed) for seed in range(8)]
    assert len(set(answers)) == 2


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Say: The parcel leaves tonight.", "The parcel leaves tonight."),
        ('please repeat after me "नमस्ते, दुनिया।"', "नमस्ते, दुनिया।"),
        ("Echo line one\nline two", "line one\nline two"),
        ("Count to 5", "1, 2, 3, 4, 5."),
    ],
)
def test_saying_what_one_is_told(client, text, answer):
    """Echo and counting come back exactly, in one piece and in many."""
    assert said(client, user(text)) == answer
    deltas = [each["choices"][0]["delta"] for each in streamed(client, user(text))]
    assert "".join(each.get("content", "") for each in deltas) == answer


def test_as_many_sentences_as_asked_for(client):
    """A long answer can be had for a short question."""
    assert said(client, user("Tell me seven sentences about you.")).count(".") == 7


def test_a_script_in_the_system_message(client):
    """Each turn of the assistant is the next line, with what was said and found put in."""
    messages = [
        scripted(
            'One moment. -> get_weather({"city": "Pune"}) -> ping()',
            'You asked "{user}" and it is {tool}.',
        ),
        user("How is Pune?"),
    ]
    turn = complete(client, *messages)["choices"][0]
    assert turn["finish_reason"] == "tool_calls"
    assert turn["message"]["content"] == "One moment."
    calls = turn["message"]["tool_calls"]
    assert [each["function"] for each in calls] == [
        {"name": "get_weather", "arguments": '{"city": "Pune"}'},
        {"name": "ping", "arguments": "{}"},
    ]
    messages.append(turn["message"])
    for each, content in zip(calls, ("warm", "up"), strict=True):
        messages.append({"role": "tool", "tool_call_id": each["id"], "content": content})
    assert said(client, *messages) == 'You asked "How is Pune?" and it is warm up.'


def test_after_its_script_the_model_is_on_its_own(client):
    """A conversation longer than its script goes on, and the script's lines are not read aloud."""
    messages = [scripted("A filler."), user("a"), {"role": "assistant", "content": "A filler."}]
    assert said(client, *messages, user("Say: Second.")) == "Second."
    assert said(client, *messages, user("The weather in Pune?"), tools=TOOLS) is None


@pytest.mark.parametrize("line", ["Hm. -> f({)", "-> f([1])", '-> f({"a": 1} now', "-> f() then"])
def test_a_script_that_cannot_be_read_is_refused(client, line):
    """The refusal says that it is the script; it is no fault of the server."""
    reply = post(client, scripted(line), user("x"))
    assert reply.status_code == 400
    assert reply.json()["error"]["message"].startswith("The script cannot be read")


def test_a_script_in_the_settings():
    """It answers conversations that bring none of their own."""
    with client_of(Settings(electron_script=("From the settings.",))) as client:
        assert said(client, user("x")) == "From the settings."
        assert said(client, scripted("My own."), user("x")) == "My own."


def test_tools_are_called_when_asked_for(client):
    """A question that names a tool's subject calls it, any other is answered in words."""
    question = user("What is the weather in New Delhi, in kelvin?")
    expected = [("get_weather", {"city": "New Delhi", "unit": "kelvin"})]
    assert called(client, question, tools=TOOLS) == expected
    order = user("Please cancel order AB-1234 and do not notify me.")
    expected = [("cancelOrder", {"order_id": "AB-1234", "notify": False})]
    assert called(client, order, tools=TOOLS) == expected
    assert called(client, user("Tell me a joke."), tools=TOOLS) == []
    assert called(client, question) == []


def test_one_tool_may_be_called_for_each_of_several_names(client):
    """Two cities are two calls, each with an id of its own."""
    message = complete(client, user("How is the weather in Pune and Agra?"), tools=TOOLS)
    calls = message["choices"][0]["message"]["tool_calls"]
    assert [json.loads(each["function"]["arguments"])["city"] for each in calls] == ["Pune", "Agra"]
    assert len({each["id"] for each in calls}) == 2


def test_tool_choice(client):
    """`required` and a name call in any case, `none` never does."""
    joke, weather = user("Tell me a joke."), user("The weather in Pune?")
    assert called(client, joke, tools=TOOLS, tool_choice="required")
    named = {"type": "function", "function": {"name": "cancelOrder"}}
    assert [name for name, _ in called(client, weather, tools=TOOLS, tool_choice=named)] == [
        "cancelOrder"
    ]
    assert called(client, weather, tools=TOOLS, tool_choice="none") == []
    script = scripted("Well. -> f()")
    assert called(client, script, weather, tool_choice="none") == []


def test_a_value_is_used_once(client):
    """Two names for a tool that takes two are one call, and the digits of an id are no number."""
    properties = {
        "from_city": {"type": "string"},
        "order_id": {"type": "string"},
        "count": {"type": "integer"},
    }
    parameters = {"properties": properties, "required": ["from_city", "order_id"]}
    tool = {"type": "function", "function": {"name": "move", "parameters": parameters}}
    expected = [("move", {"from_city": "Pune", "order_id": "4711"})]
    assert called(client, user("Move 4711 from Pune to Agra."), tools=[tool]) == expected


def test_arguments_fit_their_schema(client):
    """Every required parameter gets a value of its type, whatever its type is."""
    properties = {
        "count": {"type": "integer", "minimum": 2},
        "share": {"type": "number"},
        "names": {"type": "array", "items": {"type": "string"}},
        "sizes": {"type": "array", "items": {"type": "integer"}},
        "deep": {
            "type": "object",
            "properties": {"kind": {"const": "x"}, "note": {"type": "string"}},
            "required": ["note"],
        },
        "mode": {"type": "string", "default": "fast"},
        "loud": {"type": "boolean", "default": True},
        "left_out": {"type": "string"},
    }
    required = [name for name in properties if name not in ("mode", "left_out")]
    parameters = {"type": "object", "properties": properties, "required": required}
    tool = {"type": "function", "function": {"name": "plan", "parameters": parameters}}
    ((_, arguments),) = called(client, user("Plan 3 for Ann and Bo, not loud."), tools=[tool])
    assert arguments == {
        "count": 3,
        "share": 0,
        "names": ["Ann", "Bo"],
        "sizes": [3],
        "deep": {"kind": "x", "note": "Ann"},
        "mode": "fast",
        "loud": False,
    }


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"properties": [], "required": None},
        {"properties": {"a": True, "b": {"enum": []}}, "required": ["a", "b", "c", 5, ["a"]]},
        {"properties": {"a": {"enum": {}}, "b": {"items": 5, "type": "array"}}, "required": ["a"]},
        {"properties": {"a": {"type": ["string", "null"]}}, "required": ["a"]},
        {"properties": {"a": {"type": "array", "items": True}}, "required": ["a"]},
        {"properties": {"a": {"type": "integer"}}, "required": ["a"]},
    ],
)
def test_odd_schemas_are_no_fault(client, parameters):
    """A function may be declared in any way; it is called with an object all the same."""
    tool = {"type": "function", "function": {"name": "odd", "parameters": parameters}}
    for text in ("Anything.", "9" * 400):
        ((name, arguments),) = called(client, user(text), tools=[tool], tool_choice="required")
        assert (name, type(arguments)) == ("odd", dict)


def test_a_filler_only_when_asked_for(client):
    """Words before a call are spoken if the system message wants them; otherwise they are null."""
    question = user("The weather in Pune?")
    assert said(client, question, tools=TOOLS) is None
    wanted = system("Say a short filler before calling a tool.")
    assert said(client, wanted, question, tools=TOOLS) == "One moment, please."


def test_results_of_tools_are_told(client):
    """The answer holds what every tool message says, JSON as one would speak it."""
    calls = [
        {"id": each, "type": "function", "function": {"name": "f", "arguments": "{}"}}
        for each in "ab"
    ]
    results = ['{"feels_like": 31, "rain": false, "at": [6, 9]}', "No wind."]
    messages = [
        user("The weather?"),
        {"role": "assistant", "content": None, "tool_calls": calls},
        *(
            {"role": "tool", "tool_call_id": each, "content": content}
            for each, content in zip("ab", results, strict=True)
        ),
    ]
    answer = said(client, *messages, tools=TOOLS)
    assert answer == "Here is what I found: feels like is 31, rain is no, at is 6, 9; No wind."


def test_tool_calls_in_a_stream(client):
    """Words first; then each call opens with id and name, and its arguments follow in pieces."""
    messages = [
        scripted('A moment. -> f({"city": "Thiruvananthapuram"}) -> g({"n": 1})'),
        user("x"),
    ]
    chunks = streamed(client, *messages)
    deltas = [each["choices"][0]["delta"] for each in chunks]
    kinds = [next(iter(each), "end") for each in deltas]
    assert kinds == sorted(kinds, key=["role", "content", "tool_calls", "end"].index)
    assert chunks[-1]["choices"][0]["finish_reason"] == "tool_calls"
    pieces = [piece for each in deltas for piece in each.get("tool_calls", ())]
    openings = [piece for piece in pieces if "id" in piece]
    assert [(each["index"], each["function"]) for each in openings] == [
        (0, {"name": "f", "arguments": ""}),
        (1, {"name": "g", "arguments": ""}),
    ]
    assert {each["type"] for each in openings} == {"function"}
    arguments = ["", ""]
    for piece in pieces:
        arguments[piece["index"]] += piece["function"]["arguments"]
    assert arguments == ['{"city": "Thiruvananthapuram"}', '{"n": 1}']
    assert len(pieces) > 4


def test_json_mode(client):
    """The answer is a JSON object, with the keys that the prompt names."""
    mode = {"type": "json_object"}
    assert json.loads(said(client, user("Say: ok"), response_format=mode)) == {"answer": "ok"}
    named = said(client, system('Reply with "city" and `day`.'), user("x"), response_format=mode)
    assert set(json.loads(named)) == {"city", "day"}


@pytest.mark.parametrize(
    ("stop", "answer"),
    [
        ("two", "one "),
        (["four", " three"], "one two"),
        (["x"], "one two three four"),
        ("", "one two three four"),
    ],
)
def test_stop_texts(client, stop, answer):
    """The answer ends before the first of them, and the reason is `stop`."""
    choice = complete(client, user("Say: one two three four"), stop=stop)["choices"][0]
    assert (choice["message"]["content"], choice["finish_reason"]) == (answer, "stop")


def test_calls_after_a_stop_text_are_not_made(client):
    """A stop text ends the whole answer."""
    choice = complete(client, scripted("One. Two. -> f()"), user("x"), stop="Two")["choices"][0]
    assert choice["finish_reason"] == "stop"
    assert choice["message"] == {"role": "assistant", "content": "One. ", "tool_calls": None}


def test_the_longest_answer(client):
    """At the limit the answer breaks off with `length`; an answer of just that size does not."""
    for limit, content, reason in ((2, "It is", "length"), (4, "It is noted.", "stop")):
        reply = complete(client, user("Say: It is noted."), max_tokens=limit)
        choice = reply["choices"][0]
        assert (choice["message"]["content"], choice["finish_reason"]) == (content, reason)
        assert reply["usage"]["completion_tokens"] == limit
    choice = complete(client, scripted('-> f({"a": 12})'), user("x"), max_tokens=3)["choices"][0]
    assert choice["finish_reason"] == "length"
    assert choice["message"]["tool_calls"][0]["function"]["arguments"] == '{"'


def test_log_probabilities(client):
    """Each token comes with its own and those of the alternatives, best first; else none do."""
    fields = {"logprobs": True, "top_logprobs": 20}
    choice = complete(client, user("Say: It is so."), **fields)["choices"][0]
    content = choice["logprobs"]["content"]
    assert "".join(each["token"] for each in content) == "It is so."
    for each in content:
        assert bytes(each["bytes"]).decode() == each["token"]
        ranked = [top["logprob"] for top in each["top_logprobs"]]
        assert len(ranked) == len({top["token"] for top in each["top_logprobs"]}) == 20
        assert ranked == sorted(ranked, reverse=True)
        assert each["top_logprobs"][0]["token"] == each["token"]
        assert ranked[0] == each["logprob"] <= 0
    chunks = streamed(client, user("Say: It is so."), **fields)
    pieces = [each["choices"][0].get("logprobs", {"content": []})["content"] for each in chunks]
    assert [piece for each in pieces for piece in each] == content
    assert "logprobs" not in complete(client, user("Hello"))["choices"][0]


def test_the_prefix_cache():
    """A prompt costs nothing new as far as an earlier one began the same way."""
    with client_of() as client:

        def cached(*messages):
            usage = complete(client, *messages)["usage"]
            count = usage["prompt_tokens_details"]["cached_tokens"]
            return count, usage["prompt_tokens"]

        assert cached(system(LONG), user("Say: a"))[0] == 0
        again, size = cached(system(LONG), user("Say: a"))
        assert size - 16 < again <= size
        shared, _ = cached(system(LONG), user("Something else altogether."))
        assert 0 < shared <= again
        assert cached(system(f"X{LONG}"), user("Say: a"))[0] == 0


def test_the_prefix_cache_forgets(monkeypatch):
    """It is bounded: of more beginnings than it has room for, the oldest goes."""
    monkeypatch.setattr("smallestai.sandbox.chat_tokens._MOST_BLOCKS", 2)
    cache = PrefixCache()
    first, second, third = ([name] * BLOCK for name in "abc")
    assert [cache.read(each) for each in (first, second, first, third)] == [0, 0, BLOCK, 0]
    assert [cache.read(each) for each in (first, second)] == [BLOCK, 0]


@pytest.mark.parametrize(
    ("fields", "code", "path"),
    [
        ({"model": "gpt"}, "custom", ["model"]),
        ({"n": 2}, "too_big", ["n"]),
        ({"prompt_logprobs": 1}, "custom", ["prompt_logprobs"]),
        ({"messages": []}, "too_small", ["messages"]),
        ({"messages": [user("x")] * 201}, "too_big", ["messages"]),
        ({"messages": [{"content": "x"}]}, "invalid_type", ["messages", 0, "role"]),
        ({"messages": [user(["x"])]}, "invalid_type", ["messages", 0, "content"]),
        ({"messages": [user(None)]}, "invalid_type", ["messages", 0, "content"]),
        (
            {"messages": [{"role": "narrator", "content": "x"}]},
            "invalid_enum_value",
            ["messages", 0, "role"],
        ),
        (
            {"messages": [{"role": "tool", "content": "x"}]},
            "invalid_type",
            ["messages", 0, "tool_call_id"],
        ),
        ({"tools": []}, "too_small", ["tools"]),
        ({"tools": [WEATHER] * 65}, "too_big", ["tools"]),
        ({"tool_choice": "required"}, "custom", ["tool_choice"]),
        (
            {"tools": TOOLS, "tool_choice": {"type": "function", "function": {"name": "none"}}},
            "custom",
            ["tool_choice", "function", "name"],
        ),
        ({"tools": TOOLS, "tool_choice": "always"}, "invalid_union", ["tool_choice"]),
        ({"stop": ["a", "b", "c", "d", "e"]}, "invalid_union", ["stop"]),
        ({"temperature": 2.1}, "too_big", ["temperature"]),
        ({"temperature": -0.1}, "too_small", ["temperature"]),
        ({"top_p": 1.1}, "too_big", ["top_p"]),
        ({"max_tokens": 0}, "too_small", ["max_tokens"]),
        ({"presence_penalty": 3}, "too_big", ["presence_penalty"]),
        ({"frequency_penalty": -3}, "too_small", ["frequency_penalty"]),
        ({"top_logprobs": 21, "logprobs": True}, "too_big", ["top_logprobs"]),
        ({"top_logprobs": 2}, "custom", ["top_logprobs"]),
        (
            {"response_format": {"type": "json_schema"}},
            "invalid_enum_value",
            ["response_format", "type"],
        ),
    ],
)
def test_refusals(client, fields, code, path):
    """A request that breaks a rule is refused with one issue that says which, streamed or not."""
    messages = fields.pop("messages", [user("x")])
    body = {"model": "electron", "messages": messages, **fields}
    replies = [client.post(PATH, json={**body, "stream": stream}) for stream in (False, True)]
    for reply in replies:
        assert_as_specified(reply)
        assert reply.status_code == 400
        (issue,) = reply.json()["error"]["details"]
        assert (issue["code"], issue["path"]) == (code, path)
    fields["messages"] = messages  # the parameters are shared


def test_the_shape_of_a_refusal(client):
    """The error has the request's id and neither `code` nor `param`."""
    issue = issue_of(client, user("x"), n=3)
    assert issue["maximum"] == 1
    error = post(client, user("x"), n=3).json()["error"]
    assert set(error) == {"message", "type", "details", "request_id"}


@pytest.mark.parametrize(
    "fields",
    [
        {"temperature": 2, "top_p": 0, "stop": ["a", "b", "c", "d"], "seed": -1},
        {"messages": [user("x")] * 200, "tools": [WEATHER] * 64},
        {"tool_choice": "auto", "user": "me", "logit_bias": {"5": -100}, "n": 1},
        {"guided_choice": ["forwarded"], "min_p": 0.1},
    ],
)
def test_what_is_within_the_rules_is_taken(client, fields):
    """The limits themselves are allowed, and fields that nobody knows are passed by."""
    body = {"model": "electron", "messages": [user("x")], **fields}
    assert client.post(PATH, json=body).status_code == 200


DEEP = b"[" * 100_000


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'"x"', b"\xff", b'{"model":"\\ud800"}', DEEP]
)
def test_a_body_that_is_no_object_is_refused(client, content):
    """Anything but a JSON object is a 400 of the same shape."""
    reply = client.post(PATH, content=content)
    assert reply.status_code == 400
    assert reply.json()["error"]["type"] == "invalid_request_error"


def test_the_context_has_an_end(client):
    """Prompt and answer together must fit; the refusal gives the numbers."""
    room = 32768 - complete(client, user("x"))["usage"]["prompt_tokens"]
    assert post(client, user("x"), max_tokens=room).status_code == 200
    for fields in ({"max_tokens": room + 1}, {"messages": [user("word " * 40000)]}):
        messages = fields.pop("messages", [user("x")])
        reply = post(client, *messages, **fields)
        assert reply.status_code == 400
        assert "32768" in reply.json()["error"]["message"]


def test_a_token_is_no_key(client):
    """A short-lived token is refused with 403."""
    token = client.post("/waves/v1/auth/token", json={}).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    body = {"model": "electron", "messages": [user("x")]}
    assert client.post(PATH, json=body, headers=headers).status_code == 403


def test_so_many_requests_a_minute():
    """The next one is a 429 of type `rate_limit_error`, until a minute has passed."""
    with client_of(Settings(electron_rpm=2)) as client:
        assert [post(client, user("x")).status_code for _ in range(3)] == [200, 200, 429]
        error = post(client, user("x")).json()["error"]
        assert (error["type"], error["message"]) == ("rate_limit_error", "Rate limit exceeded")
    with client_of(Settings(electron_rpm=1, time_scale=1e-9)) as client:
        assert [post(client, user("x")).status_code for _ in range(3)] == [200] * 3


def test_so_many_requests_at_once():
    """A stream holds its place until it has ended, or its reader has gone."""
    settings = Settings(electron_concurrency=1, electron_tokens_per_second=0.001)
    body = {"model": "electron", "messages": [user("Say: a b c")]}
    with client_of(settings) as client:
        with client.stream("POST", PATH, json={**body, "stream": True}) as reply:
            lines = reply.iter_lines()
            assert next(lines).startswith("data: {")
            refused = client.post(PATH, json={**body, "stream": True})
            assert refused.status_code == 429
            assert refused.json()["error"]["message"] == "Concurrency limit reached"
        gone = threading.Event()
        for _ in range(200):
            with client.stream("POST", PATH, json={**body, "stream": True}) as reply:
                if reply.status_code == 200:
                    return
            gone.wait(0.02)
        pytest.fail("a reader that has gone still holds its place")


def test_tokens_come_at_a_pace():
    """At a slow pace the first chunk comes at once and the second keeps the reader waiting."""
    with client_of(Settings(electron_tokens_per_second=0.001)) as client:
        body = {"model": "electron", "messages": [user("Say: a b")], "stream": True}
        timeout = httpx.Timeout(5, read=0.3)
        with client.stream("POST", PATH, json=body, timeout=timeout) as reply:
            lines = reply.iter_lines()
            assert "assistant" in next(lines)
            assert next(lines) == ""
            with pytest.raises(httpx.ReadTimeout):
                next(lines)
    fast = Settings(electron_tokens_per_second=50, time_scale=0.001)
    with client_of(fast) as client:
        assert said(client, user("Count to 99")).endswith("99.")


def test_the_health_of_chat(client):
    """The route is there."""
    assert client.get("/waves/v1/chat/health").json() == {"status": "ok"}


def test_openai_completes(ai):
    """The official client reads a reply, its usage and its request id."""
    raw = ai.chat.completions.with_raw_response.create(
        model="electron", messages=[user("Say: Yes.")]
    )
    assert raw.headers["x-request-id"]
    reply = raw.parse()
    assert reply.choices[0].message.content == "Yes."
    assert reply.choices[0].finish_reason == "stop"
    assert reply.usage.total_tokens == reply.usage.prompt_tokens + 2
    assert reply.usage.prompt_tokens_details.cached_tokens >= 0


def test_openai_streams(ai):
    """The official client iterates the chunks and finds the usage in the last."""
    stream = ai.chat.completions.create(
        model="electron",
        messages=[user("Say: one two three")],
        stream=True,
        stream_options={"include_usage": True},
    )
    chunks = list(stream)
    parts = [each.choices[0].delta.content or "" for each in chunks if each.choices]
    assert "".join(parts) == "one two three"
    assert chunks[-1].usage.completion_tokens == 3


def test_openai_calls_tools(ai):
    """A whole turn with tools: call, results, answer, through the client's own accumulator."""
    messages = [
        system("Say a filler before you call a tool."),
        user("What is the weather in Pune and Agra?"),
    ]
    with ai.chat.completions.stream(
        model="electron", messages=messages, tools=TOOLS, logprobs=True, top_logprobs=2
    ) as stream:
        message = stream.get_final_completion().choices[0].message
    assert message.content == "One moment, please."
    cities = [json.loads(each.function.arguments)["city"] for each in message.tool_calls]
    assert cities == ["Pune", "Agra"]
    messages.append(message.model_dump(include={"role", "content", "tool_calls"}))
    messages += [
        {"role": "tool", "tool_call_id": each.id, "content": f"{city} is warm"}
        for each, city in zip(message.tool_calls, cities, strict=True)
    ]
    reply = ai.chat.completions.create(model="electron", messages=messages, tools=TOOLS)
    assert reply.choices[0].message.tool_calls is None
    assert "Pune is warm; Agra is warm" in reply.choices[0].message.content


def test_openai_knows_the_errors(ai, sandbox):
    """Refusals become its own exceptions, with the message and the request id."""
    with pytest.raises(openai.BadRequestError) as refused:
        ai.chat.completions.create(model="electron", messages=[user("x")], n=2)
    assert refused.value.body["message"] == "Invalid input data"
    assert refused.value.type == "invalid_request_error"
    assert refused.value.request_id == refused.value.body["request_id"]
    url = f"{sandbox.url}/waves/v1"
    with openai.OpenAI(base_url=url, api_key="sk_wrong", max_retries=0) as other:
        with pytest.raises(openai.AuthenticationError):
            other.chat.completions.create(model="electron", messages=[user("x")])


def test_openai_knows_a_limit():
    """A 429 is its `RateLimitError`."""
    with Sandbox(settings=Settings(electron_rpm=0)) as sandbox:
        url = f"{sandbox.url}/waves/v1"
        with openai.OpenAI(base_url=url, api_key="any", max_retries=0) as ai:
            with pytest.raises(openai.RateLimitError, match="Rate limit exceeded"):
                ai.chat.completions.create(model="electron", messages=[user("x")])


@pytest.mark.parametrize(
    ("headers", "status", "kind"),
    [
        ({}, 401, "authentication_error"),
        ({"Authorization": "Bearer wrong"}, 401, "authentication_error"),
        ({"Authorization": "Bearer right", "X-Sandbox-Fault": "unauthorized"}, 401, None),
    ],
)
def test_refuses_keys_in_its_own_form(headers, status, kind):
    """A refusal by the guard, and one on request, have the form of chat completions."""
    with Sandbox(api_key="right") as sandbox:
        reply = httpx.post(f"{sandbox.url}/waves/v1/chat/completions", json={}, headers=headers)
    error = reply.json()["error"]
    assert reply.status_code == status
    assert error["type"] == (kind or "authentication_error")
    assert error["request_id"] == reply.headers["x-request-id"]
