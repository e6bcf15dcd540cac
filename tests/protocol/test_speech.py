"""The core of speech over a WebSocket, without a network."""

from __future__ import annotations

import json

import pytest
from conversations import Conversation, assert_error, frame_of, load

from smallestai.errors import LocalProtocolError, SmallestError, StreamClosedError, StreamError
from smallestai.protocol.events import AudioChunk, Complete, SpeechEvent
from smallestai.protocol.speech import TRANSITIONS, SpeechProtocol, State
from smallestai.waves.request import speech_request

CHUNK = '{"status":"chunk","request_id":"r1","data":{"audio":"AQIDBA=="}}'
COMPLETE = '{"status":"complete","request_id":"r1"}'
REFUSAL = '{"status":"error","request_id":"r9","error":{"code":"E1","message":"no"}}'


def _sent(protocol: SpeechProtocol) -> list[dict[str, object]]:
    return [json.loads(frame) for frame in protocol.frames_to_send()]


@pytest.mark.parametrize("conversation", load("speech"), ids=lambda each: each.name)
def test_conversation(conversation: Conversation) -> None:
    """Every recorded conversation gives the events and the error it names."""
    request = speech_request(conversation.text, "websocket", **conversation.options)
    protocol = SpeechProtocol(request.settings)
    protocol.speak(request.text)
    sent, events = _sent(protocol), list[SpeechEvent]()
    error: SmallestError | None = None
    try:
        for step in conversation.wire:
            if "client" in step:
                frame = sent.pop(0)
                assert {name: frame.get(name) for name in step["client"]} == step["client"]
            elif "server" in step:
                events += protocol.receive(frame_of(step))
            else:
                protocol.receive_close(*step["close"])
    except SmallestError as raised:
        error = raised
    assert sent == []
    assert events == conversation.events
    assert_error(conversation.error, error)


def test_fragments_are_sent_as_they_are_and_flushed_at_the_end() -> None:
    """No fragment is stripped or dropped, whitespace ones included."""
    protocol = SpeechProtocol({"voice_id": "meher"})
    for text in ("Hello", " ", "world"):
        protocol.send_text(text)
    protocol.end()
    sent = _sent(protocol)
    assert [frame["text"] for frame in sent] == ["Hello", " ", "world", ""]
    assert [frame["continue"] for frame in sent] == [True, True, True, False]
    assert [frame["flush"] for frame in sent] == [False, False, False, True]
    assert {frame["voice_id"] for frame in sent} == {"meher"}


def test_complete_while_writing_ends_only_a_part() -> None:
    """A part spoken early does not end the utterance; the complete after the end does."""
    protocol = SpeechProtocol({})
    protocol.send_text("One. ")
    assert protocol.receive(CHUNK) == [AudioChunk(b"\1\2\3\4")]
    assert protocol.receive(COMPLETE) == []
    protocol.end()
    assert protocol.receive(COMPLETE) == [Complete()]
    assert protocol.state is State.IDLE


def test_second_utterance_starts_afresh() -> None:
    """Audio and request id of one utterance are not those of the next."""
    protocol = SpeechProtocol({})
    protocol.speak("One.")
    protocol.receive(CHUNK)
    protocol.receive(COMPLETE)
    assert (protocol.audio, protocol.request_id) == (b"\1\2\3\4", "r1")
    protocol.speak("Two.")
    assert (protocol.audio, protocol.request_id) == (b"", None)


def test_frames_are_given_once() -> None:
    """What was handed out to be written is not handed out again."""
    protocol = SpeechProtocol({})
    protocol.speak("One.")
    assert len(protocol.frames_to_send()) == 1
    assert protocol.frames_to_send() == []


def test_ping_says_nothing_and_its_answer_is_no_event() -> None:
    """A ping keeps the socket open and changes no state."""
    protocol = SpeechProtocol({})
    protocol.ping()
    assert _sent(protocol) == [{"type": "ping"}]
    assert protocol.receive('{"type":"pong"}') == []
    assert protocol.state is State.IDLE


@pytest.mark.parametrize("call", ["speak", "send_text"])
def test_text_out_of_turn_is_refused_and_changes_nothing(call: str) -> None:
    """While an utterance is spoken no other begins."""
    protocol = SpeechProtocol({})
    protocol.speak("One.")
    before = protocol.frames_to_send()
    with pytest.raises(LocalProtocolError, match="speaking"):
        getattr(protocol, call)("Two.")
    assert protocol.state is State.SPEAKING
    assert before
    assert protocol.frames_to_send() == []


def test_end_without_text_is_refused() -> None:
    """A flush of nothing is never answered, so it is never sent."""
    protocol = SpeechProtocol({})
    with pytest.raises(LocalProtocolError):
        protocol.end()
    assert protocol.frames_to_send() == []


def test_close_while_idle_is_silence_and_ends_the_conversation() -> None:
    """After the end a close is no error, but nothing more can be asked."""
    protocol = SpeechProtocol({})
    protocol.receive_close(1000, "")
    assert protocol.state is State.CLOSED
    for call in (protocol.ping, lambda: protocol.speak("x"), protocol.end):
        with pytest.raises(LocalProtocolError):
            call()


def test_close_while_writing_is_a_failure() -> None:
    """Text that was not spoken is not passed over in silence."""
    protocol = SpeechProtocol({})
    protocol.send_text("One")
    with pytest.raises(StreamClosedError) as caught:
        protocol.receive_close(1006, "gone")
    assert caught.value.close_code == 1006
    assert protocol.state is State.FAILED


def test_late_words_after_a_failure_change_nothing() -> None:
    """Frames that still arrive after an error are what they are, and the state stays."""
    protocol = SpeechProtocol({})
    protocol.speak("One.")
    with pytest.raises(StreamError):
        protocol.receive('{"status":"error","message":"no"}')
    protocol.receive(COMPLETE)
    with pytest.raises(StreamError):
        protocol.receive('{"status":"error","message":"again"}')
    protocol.receive_close(1000, "")
    assert protocol.state is State.FAILED


def test_error_carries_code_and_request_id() -> None:
    """The service's own words are data on the error."""
    protocol = SpeechProtocol({})
    protocol.speak("One.")
    with pytest.raises(StreamError) as caught:
        protocol.receive(
            '{"status":"error","request_id":"r9","error":{"code":"E1","message":"no"}}'
        )
    assert (caught.value.code, caught.value.request_id) == ("E1", "r9")


def test_table_names_every_state() -> None:
    """No state is without a row, and a close is possible in each."""
    assert set(TRANSITIONS) == set(State)
    assert all("close" in row for row in TRANSITIONS.values())
