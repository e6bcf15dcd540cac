"""Chat completions as values: read whole, sent back, and streamed in any cut."""

from __future__ import annotations

import itertools
import json
import pickle
from typing import Any

import pytest
from conversations.chat import Chat, load
from hypothesis import given, settings
from hypothesis import strategies as st

from smallestai.errors import RemoteProtocolError, SmallestError
from smallestai.protocol.chat import ChatMessage, FunctionCall, ToolCall, read_completion
from smallestai.protocol.chat_reply import ChatReply

CHATS = load()
REPLY = {
    "id": "chatcmpl-71",
    "object": "chat.completion",
    "created": 1790000000,
    "model": "electron",
    "choices": [
        {
            "index": 0,
            "message": {"role": "assistant", "content": "Noted.", "tool_calls": None},
            "finish_reason": "stop",
        }
    ],
    "usage": {
        "prompt_tokens": 41,
        "completion_tokens": 3,
        "total_tokens": 44,
        "prompt_tokens_details": {"cached_tokens": 32},
    },
}


def _play(chat: Chat, cuts: list[int]) -> tuple[ChatReply, list[Any], SmallestError | None]:
    """Feed the body in pieces, taking what is ready after each; give all that came of it."""
    reply, chunks = ChatReply(), list[Any]()
    edges = [0, *sorted(cuts), len(chat.body)]
    try:
        for start, end in itertools.pairwise(edges):
            reply.receive(chat.body[start:end])
            while (chunk := reply.next()) is not None:
                chunks.append(chunk)
        reply.receive_end()
        while (chunk := reply.next()) is not None:
            chunks.append(chunk)
    except SmallestError as error:
        return reply, chunks, error
    return reply, chunks, None


@pytest.mark.parametrize("chat", CHATS, ids=lambda chat: chat.name)
def test_conversations(chat: Chat) -> None:
    """Each conversation gives what it says, and its fault after all that came before it."""
    reply, chunks, error = _play(chat, [])
    chat.check(chunks, reply, reply.message)
    chat.check_error(error)
    assert reply.is_done


@pytest.mark.parametrize("chat", CHATS, ids=lambda chat: chat.name)
@settings(max_examples=20)
@given(data=st.data())
def test_any_cut_gives_the_same(chat: Chat, data: st.DataObject) -> None:
    """However the bytes are cut, the chunks, the message and the fault are the same."""
    cuts = data.draw(st.lists(st.integers(0, len(chat.body)), max_size=8))
    reply, chunks, error = _play(chat, cuts)
    chat.check(chunks, reply, reply.message)
    chat.check_error(error)


def test_counts_are_handed_out_where_they_are_asked_for() -> None:
    """The chunk that counts the tokens is among the others only then."""
    chat = next(chat for chat in CHATS if chat.name == "text")
    reply = ChatReply(counts=True)
    reply.receive(chat.body)
    chunks = [reply.next() for _ in range(5)]
    assert chunks[4] is not None
    assert chunks[4].choices == []
    assert chunks[4].usage is reply.usage
    assert reply.usage is not None
    assert reply.usage.prompt_tokens_details.cached_tokens == 32


def test_a_fault_is_raised_once_and_can_be_pickled() -> None:
    """What was received goes with the error into another process."""
    reply = ChatReply()
    reply.receive(b'data: {"choices":[{"delta":{"content":"No"}}]}\n\n')
    reply.receive_end()
    assert reply.next() is not None
    with pytest.raises(SmallestError) as caught:
        reply.next()
    assert pickle.loads(pickle.dumps(caught.value)).received.content == "No"
    assert reply.next() is None


def test_a_completion_is_read() -> None:
    """Every field has OpenAI's place; the short ways lead to the first answer."""
    completion = read_completion(json.dumps({**REPLY, "novel": [1]}).encode())
    assert completion.choices[0].message.content == completion.text == "Noted."
    assert completion.choices[0].message.tool_calls is None
    assert completion.finish_reason == "stop"
    assert completion.usage is not None
    assert completion.usage.prompt_tokens_details.cached_tokens == 32
    assert (completion.id, completion.model) == ("chatcmpl-71", "electron")
    assert completion.message.to_dict() == {"role": "assistant", "content": "Noted."}


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b'{"choices":[]}', b"\xff", b"7"])
def test_what_is_no_completion(body: bytes) -> None:
    """Anything else breaks the grammar, and is shown."""
    with pytest.raises(RemoteProtocolError):
        read_completion(body)


def test_arguments_are_read() -> None:
    """Arguments are a JSON object; none at all are an empty one."""
    call = ToolCall("call_1", "function", FunctionCall("stock", '{"article": "lamp"}'))
    assert call.arguments() == {"article": "lamp"}
    assert call.name == "stock"
    assert ToolCall("call_1").arguments() == {}
    for text in ("[1]", "{", '"x"'):
        with pytest.raises(RemoteProtocolError, match="no JSON object"):
            ToolCall("call_1", "function", FunctionCall("stock", text)).arguments()


def test_a_message_goes_back_whole() -> None:
    """Filler and calls of one message are both replayed."""
    call = ToolCall("call_1", "function", FunctionCall("stock", "{}"))
    assert ChatMessage(content="One moment.", tool_calls=[call]).to_dict() == {
        "role": "assistant",
        "content": "One moment.",
        "tool_calls": [
            {"id": "call_1", "type": "function", "function": {"name": "stock", "arguments": "{}"}}
        ],
    }
