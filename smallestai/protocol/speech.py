"""Text to speech over a WebSocket: what to send, and what the answers mean.

One socket carries utterances one after another. There is no greeting: the client speaks first, and
every message carries the whole of the settings. A text goes out in one message, or in fragments
that the server holds back until it is told that no more will come.

- IDLE: nothing is asked for. Also where a finished utterance leads to.
- WRITING: fragments have been sent with ``continue``; the server may hold them back, or start to
  speak already.
- SPEAKING: the server has all the text. Audio comes, then ``complete``.
- FAILED: the server reported an error, or closed before it was done. There is no way back.
- CLOSED: the socket was closed while nothing was under way. That is no error: some servers close
  after ``complete``, others keep the socket open, and both are right.

A ``complete`` while fragments are still being written ends a part that the server chose to speak
early, not the utterance. Source: channel `ttsLive` in `openapi/streams.yaml`.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from smallestai.errors import LocalProtocolError, SmallestError, StreamClosedError
from smallestai.protocol.events import Complete, SpeechEvent
from smallestai.protocol.frames import events_of, read_frame
from smallestai.protocol.reception import Reception

if TYPE_CHECKING:
    from collections.abc import Mapping

Signal = Literal["speak", "fragment", "end", "complete", "error", "close"]


class State(enum.Enum):
    """Where a conversation stands; see the table below."""

    IDLE = "idle"
    WRITING = "writing"
    SPEAKING = "speaking"
    FAILED = "failed"
    CLOSED = "closed"


TRANSITIONS: dict[State, dict[Signal, State]] = {
    State.IDLE: {
        "speak": State.SPEAKING,
        "fragment": State.WRITING,
        "complete": State.IDLE,
        "error": State.FAILED,
        "close": State.CLOSED,
    },
    State.WRITING: {
        "fragment": State.WRITING,
        "end": State.SPEAKING,
        "complete": State.WRITING,
        "error": State.FAILED,
        "close": State.FAILED,
    },
    State.SPEAKING: {
        "complete": State.IDLE,
        "error": State.FAILED,
        "close": State.FAILED,
    },
    State.FAILED: {"close": State.FAILED},
    State.CLOSED: {"close": State.CLOSED},
}


class SpeechProtocol:
    """One socket's conversation.

    After every call write what `frames_to_send` returns before the next call.

    Args:
        settings: Fields that go with every message: voice, model, sample rate and the like
            (`TtsFragment`).
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.state = State.IDLE
        self.request_id: str | None = None
        self._settings = dict(settings)
        self._outbox: list[str] = []
        self._reception = Reception()

    # -- application to network

    def speak(self, text: str) -> None:
        """Ask for a whole text in one message.

        Raises:
            LocalProtocolError: Another utterance is under way, or the conversation is over.
        """
        self._begin("speak")
        self._send({"text": text})

    def send_text(self, text: str) -> None:
        """Send a fragment; the server may hold it back until `end`.

        Raises:
            LocalProtocolError: The text has already been ended, or the conversation is over.
        """
        if self.state is State.WRITING:
            self._move("fragment")
        else:
            self._begin("fragment")
        self._send({"text": text, "continue": True, "flush": False})

    def end(self) -> None:
        """Say that no more fragments come: what is held back is to be spoken now.

        Raises:
            LocalProtocolError: No fragment has been sent: a flush of nothing is never answered.
        """
        self._move("end")
        self._send({"text": "", "continue": False, "flush": True})

    def ping(self) -> None:
        """Keep an idle socket open: a message that only restarts the server's clock.

        Raises:
            LocalProtocolError: The conversation is over.
        """
        if self.state in (State.FAILED, State.CLOSED):
            raise LocalProtocolError(f"the conversation is {self.state.value}: open another one")
        self._outbox.append('{"type":"ping"}')

    def frames_to_send(self) -> list[str]:
        """Return the messages to write now, in order."""
        frames, self._outbox = self._outbox, []
        return frames

    # -- network to application

    @property
    def audio(self) -> bytes:
        """The samples received for the present utterance, or for the last one."""
        return self._reception.audio

    def receive(self, frame: bytes | str) -> list[SpeechEvent]:
        """Take one message from the server.

        Returns:
            What happened, in order.

        Raises:
            StreamError: The server reported an error. The audio received so far is on it.
            RemoteProtocolError: The message breaks the grammar. The audio received so far is on it.
        """
        try:
            read = read_frame(frame)
            events = events_of(read, frame)
        except SmallestError as error:
            self._move("error")
            raise self._reception.blame(error) from error.__cause__
        if self.request_id is None and not isinstance(read, dict):
            self.request_id = read.request_id
        events = self._reception.take(events)
        if events and type(events[-1]) is Complete and not self._completed():
            events.pop()
        return events

    def receive_close(self, code: int, reason: str) -> None:
        """Take the end of the connection; it is silence where nothing was under way.

        Raises:
            StreamClosedError: The utterance was not complete. The audio received so far is on it.
        """
        under_way = self.state in (State.WRITING, State.SPEAKING)
        self._move("close")
        if under_way:
            error = StreamClosedError(close_code=code, reason=reason, request_id=self.request_id)
            raise self._reception.blame(error)

    # -- private

    def _begin(self, signal: Signal) -> None:
        self._move(signal)
        self.request_id = None
        self._reception = Reception()

    def _completed(self) -> bool:
        """Take a `complete`; whether it ends the utterance."""
        speaking = self.state is State.SPEAKING
        self._move("complete")
        return speaking

    def _move(self, signal: Signal) -> None:
        try:
            self.state = TRANSITIONS[self.state][signal]
        except KeyError:
            if signal in ("complete", "error"):
                return  # a word after the end changes nothing
            raise LocalProtocolError(f"{signal} is not possible while {self.state.value}") from None

    def _send(self, fields: Mapping[str, Any]) -> None:
        self._outbox.append(msgspec.json.encode({**self._settings, **fields}).decode())
