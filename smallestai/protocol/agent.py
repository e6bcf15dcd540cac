"""A session with an agent over a WebSocket: what to send, and what the answers mean.

- OFFLINE: there is no connection, or not yet. Audio is dropped and counted: another connection is
  another call, which begins with its own greeting.
- GREETING: connected; the service is to send ``session.created``. What goes wrong now is told by an
  error and a close.
- OPEN: in a web call audio flows both ways without pause, and the service finds the turns; in a
  chat texts go one way and transcripts come back. The functions of the client have been declared,
  and may be called.
- CLOSING: the client has asked for the end and waits for it.
- ENDED: over, from either side. Anything else is `disconnected`, after which another connection
  may be made.

Source: channel `agentConnect` in `openapi/streams.yaml`.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import msgspec

from smallestai.audio import SampleAligner
from smallestai.errors import LocalProtocolError
from smallestai.protocol import agent_events as events
from smallestai.protocol.agent_audio import FORMAT, Encoder, wire_of
from smallestai.protocol.agent_calls import Calls
from smallestai.protocol.agent_frames import append_frame, frame_of, read_frame
from smallestai.protocol.agent_losses import loss

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smallestai.protocol.agent_events import AudioDelta, Event

    Handler = Callable[["AgentProtocol", Any, float], list[Event]]

Signal = Literal["connected", "created", "close", "lost", "end"]

_NORMAL = 1000
# How a connection may end once the service has said goodbye.
_GOODBYES = frozenset({1001, 1005, 1006})


class State(enum.Enum):
    """Where a session stands; see the table below."""

    OFFLINE = "offline"
    GREETING = "greeting"
    OPEN = "open"
    CLOSING = "closing"
    ENDED = "ended"


TRANSITIONS: dict[State, dict[Signal, State]] = {
    State.OFFLINE: {
        "connected": State.GREETING,
        "close": State.ENDED,
        "lost": State.OFFLINE,
        "end": State.ENDED,
    },
    State.GREETING: {
        "created": State.OPEN,
        "close": State.ENDED,
        "lost": State.OFFLINE,
        "end": State.ENDED,
    },
    State.OPEN: {"close": State.CLOSING, "lost": State.OFFLINE, "end": State.ENDED},
    State.CLOSING: {"close": State.CLOSING, "lost": State.ENDED, "end": State.ENDED},
    State.ENDED: {"close": State.ENDED, "end": State.ENDED},
}


class AgentProtocol:
    """One session, over one connection or several.

    After every call write what `frames_to_send` returns before the next call. ``now`` is a time in
    seconds on any clock that does not go backwards.

    Args:
        tools: The client's functions as ``session.update`` declares them.

    Attributes:
        state: Where the session stands.
        session_id: The service's id of it, or None.
        call_id: The service's id of the call, or None.
        input_format: Name of the format of the user's audio.
        output_rate: Samples per second of the agent's speech.
        turn: How many turns the agent has begun, interruptions counted as well.
        talking: Whether the agent is speaking, as far as the service says.
        dropped: Bytes of the user's audio that came while there was no session.
    """

    def __init__(self, tools: Sequence[dict[str, Any]] = ()) -> None:
        self.state = State.OFFLINE
        self.session_id: str | None = None
        self.call_id: str | None = None
        self.input_format = FORMAT
        self.output_rate = wire_of(FORMAT).rate
        self.turn = 0
        self.talking = False
        self.dropped = 0
        self._tools = list(tools)
        self._calls = Calls(self._tools)
        self._encoder: Encoder | None = None
        self._aligner = SampleAligner(2)
        self._outbox: list[str] = []
        self._said: events.ErrorReported | None = None  # last, and nothing else since
        self._goodbye: events.SessionClosed | None = None

    # -- application to network

    def send_audio(self, pcm: bytes) -> None:
        """Hand over what the user says, 16-bit mono PCM at the rate of `input_format`."""
        if self.state is not State.OPEN:
            self.dropped += len(pcm)
            return
        if self._encoder is None:
            self._encoder = Encoder(wire_of(self.input_format))
        self._outbox += map(append_frame, self._encoder.feed(pcm))

    def send_packet(self, packet: bytes) -> None:
        """Hand over audio that is in `input_format` already; one packet of Opus a call."""
        if self.state is State.OPEN:
            self._outbox.append(append_frame(packet))
        else:
            self.dropped += len(packet)

    def send_text(self, text: str) -> None:
        """Hand over what the user writes.

        Raises:
            LocalProtocolError: There is no session.
        """
        if self.state is not State.OPEN:
            raise LocalProtocolError(f"a text cannot be sent while {self.state.value}")
        self._outbox.append(frame_of("input_text.send", text=text))

    def send_output(self, call_id: str, output: str, now: float) -> bool:
        """Hand over the result of a call.

        Returns:
            Whether it was sent. Nobody waits for the result of a call that took too long, of one
            that needs no answer, or of a session that is gone.
        """
        if self.state is not State.OPEN or not self._calls.answered(call_id, now):
            return False
        self._outbox.append(frame_of("function_call.result", call_id=call_id, output=output))
        return True

    def update_tools(self, tools: Sequence[dict[str, Any]]) -> None:
        """Replace the client's functions."""
        self._tools = list(tools)
        self._calls.declare(self._tools)
        if self.state is State.OPEN:
            self._outbox.append(frame_of("session.update", tools=self._tools))

    def connected(self, input_format: str = FORMAT) -> None:
        """Take a new connection, and the format of the user's audio over it.

        Raises:
            LocalProtocolError: There is one already, or the session has ended.
        """
        self._move("connected")
        self.input_format = input_format
        self._encoder = None
        self._aligner = SampleAligner(2)
        self._said = self._goodbye = None
        self._outbox.clear()

    def close(self) -> None:
        """Ask for the end; an open session waits for the service to agree."""
        if self.state is State.OPEN:
            self._outbox.append(frame_of("session.close"))
        self._move("close")

    def end(self) -> None:
        """End the session without waiting."""
        self._move("end")

    def frames_to_send(self) -> list[str]:
        """Return the messages to write now, in order."""
        frames, self._outbox = self._outbox, []
        return frames

    @property
    def has_frames(self) -> bool:
        """Whether there is anything to write."""
        return bool(self._outbox)

    # -- network to application

    def receive(self, frame: bytes | str, now: float) -> list[Event]:
        """Take one message from the service.

        Returns:
            What happened, in order.

        Raises:
            RemoteProtocolError: The message breaks the grammar.
        """
        event = read_frame(frame)
        if type(event) is events.AudioDelta:  # nearly every frame is one
            self._said = None
            return self._take_audio(event)
        if not isinstance(event, events.ErrorReported | events.SessionClosed):
            self._said = None
        handler = self._HANDLERS.get(type(event))
        return [event] if handler is None else handler(self, event, now)

    def receive_close(self, code: int, reason: str) -> None:
        """Take the end of the connection.

        It is silence where the client asked for it, where the service has said goodbye, and where
        an open session is closed in the normal way.

        Raises:
            StreamClosedError: Anything else; ``retryable`` says whether another connection may do
                better.
        """
        over = self.state in (State.CLOSING, State.ENDED)
        if over or (self.state is State.OPEN and self._is_normal(code)):
            self._move("end")
        else:
            raise loss(code, reason, self._said, self.call_id)

    def disconnected(self) -> None:
        """Take the loss of the connection: the session is gone, and what was under way in it."""
        self._calls.forget()
        self.talking = False
        self._move("lost")

    # -- private

    def _take_audio(self, event: AudioDelta) -> list[Event]:
        data = event.data
        if self._aligner.carry or len(data) % 2:
            data = self._aligner.feed(data)
        return [events.AudioDelta(data=data, turn=self.turn)] if data else []

    def _created(self, event: events.SessionCreated, _now: float) -> list[Event]:
        if self.state is State.GREETING:
            self._move("created")
            self.session_id, self.call_id = event.session_id, event.call_id
            self.output_rate = event.sample_rate or wire_of(FORMAT).rate
            if self._tools:
                self.update_tools(self._tools)
        return [event]

    def _started(self, event: events.StartedTalking, _now: float) -> list[Event]:
        self.turn += 1
        self.talking = True
        return [event]

    def _stopped(self, event: events.StoppedTalking, _now: float) -> list[Event]:
        self.talking = False
        return [event]

    def _interrupted(self, _event: events.Interrupted, _now: float) -> list[Event]:
        return self._cut()

    def _transcribed(
        self, event: events.Transcript | events.TranscriptDelta, _now: float
    ) -> list[Event]:
        if event.role == "agent":  # as older servers have it
            event = msgspec.structs.replace(event, role="assistant")
        return [event]

    def _called(self, event: events.FunctionCall, now: float) -> list[Event]:
        if isinstance(event.arguments, str):
            event = msgspec.structs.replace(event, arguments=_read(event.arguments))
        self._calls.called(event.call_id, event.name, now)
        return [event]

    def _closed(self, event: events.SessionClosed, _now: float) -> list[Event]:
        self._goodbye = event
        if self.state is State.CLOSING:
            self._move("end")
        return [event]

    def _failed(self, event: events.ErrorReported, _now: float) -> list[Event]:
        if isinstance(event.code, int):
            event = msgspec.structs.replace(event, code=str(event.code))
        self._said = event
        if event.code == "tool_timeout":
            self._calls.late(event.call_id)
        return [event]

    _HANDLERS: ClassVar[dict[type, Handler]] = {
        events.SessionCreated: _created,
        events.StartedTalking: _started,
        events.StoppedTalking: _stopped,
        events.Interrupted: _interrupted,
        events.Transcript: _transcribed,
        events.TranscriptDelta: _transcribed,
        events.FunctionCall: _called,
        events.SessionClosed: _closed,
        events.ErrorReported: _failed,
    }

    def _is_normal(self, code: int) -> bool:
        goodbye = self._goodbye is not None and self._goodbye.reason != "setup_failed"
        return code == _NORMAL or (goodbye and code in _GOODBYES)

    def _cut(self) -> list[Event]:
        """Begin another turn: what is left of this one is not to be heard."""
        self.turn += 1
        self.talking = False
        self._aligner = SampleAligner(2)
        return [events.Interrupted()]

    def _move(self, signal: Signal) -> None:
        try:
            self.state = TRANSITIONS[self.state][signal]
        except KeyError:
            raise LocalProtocolError(f"{signal} is not possible while {self.state.value}") from None


def _read(arguments: str) -> Any:
    """Return arguments that came as text, as those of other conversations do."""
    try:
        return msgspec.json.decode(arguments or "{}")
    except msgspec.DecodeError:
        return arguments
