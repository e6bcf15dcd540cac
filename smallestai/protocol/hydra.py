"""Speech to speech over a WebSocket: what to send, and what the answers mean.

Both sides speak at once. The service greets, the client configures the session, and from then on
audio flows one way without pause and replies come the other way.

- OFFLINE: there is no connection, or not yet. Audio of the microphone is held back.
- GREETING: connected; the service is to send ``session.created``, after a warning perhaps.
- CONFIGURING: the settings have been sent, once. Audio is still held back: the service would drop
  it without a word. An error here is the end, for the session would never begin.
- LISTENING: audio flows. The user's turn opens with ``speech_started``; noise that was no turn ends
  as ``incomplete`` and gets no reply.
- RESPONDING: a reply comes. Its audio is told by its id: that of any other reply is dropped, so
  what is still on its way when a reply is cut off is never heard.
- CALLING: the reply has called functions. The results go out, then one request to go on; see
  `smallestai.protocol.hydra_calls`.
- ENDED: closed when nothing was under way. Anything else is `disconnected`, after which another
  connection may be made: a new session, configured anew, with the tools as they are by then.

A reply is cut off by the user's speech, by `cancel`, by a reply that begins before it has ended, or
by the service; each time one `Interrupted` says so. Source: channel `s2s` in
`openapi/streams.yaml`.
"""

from __future__ import annotations

import enum
from math import inf
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import msgspec

from smallestai.audio import SampleAligner
from smallestai.errors import LocalProtocolError, StreamClosedError, stream_error
from smallestai.protocol import hydra_events as events
from smallestai.protocol.hydra_calls import PLACEHOLDER, Calls
from smallestai.protocol.hydra_frames import append_frame, frame_of, output_frame, read_frame
from smallestai.protocol.hydra_intake import SILENCE, Intake

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smallestai.protocol.hydra_events import AudioDelta, Event, Interrupted

    Handler = Callable[["HydraProtocol", Any, float], list[Event]]

Signal = Literal[
    "connected", "created", "configured", "reply", "call", "cut", "done", "lost turn", "lost", "end"
]

OUTPUT_RATE = 48_000  # where the service does not say
HEARTBEAT = 10.0  # the service closes after some 30 s without a frame
HELD = 10.0  # seconds of audio held back at most


class State(enum.Enum):
    """Where a session stands; see the table below."""

    OFFLINE = "offline"
    GREETING = "greeting"
    CONFIGURING = "configuring"
    LISTENING = "listening"
    RESPONDING = "responding"
    CALLING = "calling"
    ENDED = "ended"


TRANSITIONS: dict[State, dict[Signal, State]] = {
    State.OFFLINE: {"connected": State.GREETING, "lost": State.OFFLINE, "end": State.ENDED},
    State.GREETING: {"created": State.CONFIGURING, "lost": State.OFFLINE, "end": State.ENDED},
    State.CONFIGURING: {"configured": State.LISTENING, "lost": State.OFFLINE, "end": State.ENDED},
    State.LISTENING: {
        "reply": State.RESPONDING,
        "call": State.CALLING,
        "lost": State.OFFLINE,
        "end": State.ENDED,
    },
    State.RESPONDING: {
        "reply": State.RESPONDING,
        "call": State.CALLING,
        "cut": State.LISTENING,
        "done": State.LISTENING,
        "lost": State.OFFLINE,
        "end": State.ENDED,
    },
    State.CALLING: {
        "reply": State.RESPONDING,
        "lost turn": State.LISTENING,
        "lost": State.OFFLINE,
        "end": State.ENDED,
    },
    State.ENDED: {},
}

_LIVE = frozenset({State.LISTENING, State.RESPONDING, State.CALLING})


class HydraProtocol:
    """One session, over one connection or several.

    After every call write what `frames_to_send` returns before the next call. ``now`` is a time in
    seconds on any clock that does not go backwards.

    Args:
        settings: What the session is configured with: ``instructions``, ``voice``, ``tools``,
            ``generate_initial_response``, as far as they are given.
        deadline: Seconds a function call may take until a placeholder answers it.

    Attributes:
        state: Where the session stands.
        session_id: The service's id of it, or None.
        voice: The voice in use, as the service named it, or None.
        output_rate: Samples per second of the model's speech.
        dropped: Bytes of audio that came too late: of replies that had been cut off.
    """

    def __init__(self, settings: Mapping[str, Any], deadline: float = 5.0) -> None:
        self.state = State.OFFLINE
        self.session_id: str | None = None
        self.voice: str | None = None
        self.output_rate = OUTPUT_RATE
        self.dropped = 0
        self._settings = dict(settings)
        self._calls = Calls(deadline)
        self._intake = Intake(HELD)
        self._outbox: list[str] = []
        self._sent = 0  # frames with an id
        self._current: str | None = None  # the reply whose audio is heard
        self._aligner = SampleAligner(2)
        self._replied = False  # ever
        self._replied_here = False  # over this connection
        self._update_due = False  # tools that the service does not know yet
        self._fed_at = 0.0  # when audio was last sent
        self._received_at = 0.0
        self._reported: events.ErrorDetail | None = None  # the last error of this connection

    # -- application to network

    def send_audio(self, pcm: bytes, now: float) -> None:
        """Hand over audio of the microphone, 16-bit mono PCM at 16 kHz, cut anywhere."""
        frames = self._intake.cut(pcm)
        if self.state in _LIVE:
            self._append(frames, now)
        else:
            self._intake.hold(frames)

    def send_output(self, call_id: str, output: str, now: float) -> bool:
        """Hand over the result of a call; the model goes on once all are there.

        Returns:
            Whether it was sent. A call of a session that is gone is nobody's any more.
        """
        if self.state not in _LIVE or not self._calls.answered(call_id, now):
            return False
        self._outbox.append(output_frame(self._next_id(), call_id, output))
        return True

    def update_tools(self, tools: list[dict[str, Any]]) -> None:
        """Replace the tools, from the next turn on.

        The same tools again are not sent: the service would not answer.
        """
        if self._settings.get("tools", []) == tools:
            return
        self._settings["tools"] = tools
        self._update_due = self.state not in (State.OFFLINE, State.GREETING)
        self._send_update()

    def cancel(self) -> list[Event]:
        """Stop the reply that is coming; nothing where none is."""
        if self._current is None:
            return []
        self._outbox.append(frame_of("response.cancel", self._next_id(), response_id=self._current))
        return [self._cut("cancel")]

    def connected(self, now: float) -> None:
        """Take a new connection.

        Raises:
            LocalProtocolError: There is one already, or the session has ended.
        """
        self._move("connected")
        self._outbox.clear()
        self._reported = None
        self._replied_here = False
        self._received_at = now

    def end(self) -> None:
        """End the session from this side."""
        self._move("end")

    def frames_to_send(self) -> list[str]:
        """Return the messages to write now, in order."""
        frames, self._outbox = self._outbox, []
        return frames

    # -- time

    @property
    def due(self) -> float:
        """When `advance` is to be called next; infinite while there is nothing to do."""
        if self.state not in _LIVE:
            return inf
        asked = self._calls.next_due
        if self.state is State.RESPONDING and asked == self._calls.due:
            asked = inf  # it waits for the end of the reply
        return min(asked, self._fed_at + HEARTBEAT)

    def advance(self, now: float) -> None:
        """Do what time asks for: placeholders, the request to go on, a heartbeat."""
        if self.state not in _LIVE:
            return
        for call_id in self._calls.overdue(now):
            self.send_output(call_id, PLACEHOLDER, now)
        if self._calls.due <= now and self.state is not State.RESPONDING:
            self._calls.due = inf
            self._outbox.append(frame_of("response.create", self._next_id()))
        if now - self._fed_at >= HEARTBEAT:
            self._append([self._intake.end() or SILENCE], now)

    def silence(self, now: float) -> float:
        """Return for how many seconds a reply has been owed; 0 where none is."""
        return now - self._received_at if self.state is State.RESPONDING else 0.0

    # -- network to application

    def receive(self, frame: bytes | str, now: float) -> list[Event]:
        """Take one message from the service.

        Returns:
            What happened, in order.

        Raises:
            StreamError: The service reported an error before the session had begun.
            RemoteProtocolError: The message breaks the grammar.
        """
        event = read_frame(frame)
        self._received_at = now
        if type(event) is events.AudioDelta:
            return self._take_audio(event)
        handler = self._HANDLERS.get(type(event))
        return [event] if handler is None else handler(self, event, now)

    def receive_close(self, code: int, reason: str) -> None:
        """Take the end of the connection; it is silence where nothing was under way.

        Raises:
            StreamClosedError: The session had not begun, a reply was under way, or the code is not
                that of a normal end.
        """
        if self.state is State.ENDED:
            return
        if code == 1000 and self.state is State.LISTENING:
            self._move("end")
            return
        said = self._reported.message if self._reported is not None else None
        raise StreamClosedError(
            close_code=code, reason=reason or said or "", request_id=self.session_id
        )

    def disconnected(self) -> list[Event]:
        """Take the loss of the connection: the session is gone, and what was under way in it."""
        happened: list[Event] = [self._cut("lost")] if self._current is not None else []
        self._calls.forget()
        self._update_due = False
        self._outbox.clear()
        self._move("lost")
        return happened

    @property
    def is_live(self) -> bool:
        """Whether the session has been configured and has not ended."""
        return self.state in _LIVE

    @property
    def has_frames(self) -> bool:
        """Whether there is anything to write."""
        return bool(self._outbox)

    @property
    def has_replied(self) -> bool:
        """Whether a reply has begun in this session; not in one before it was lost."""
        return self._replied_here

    @property
    def held_dropped(self) -> int:
        """Bytes of the microphone's audio that were too much to be held back."""
        return self._intake.dropped

    # -- private

    def _take_audio(self, event: AudioDelta) -> list[Event]:
        current = self._current
        if current is None or event.response_id != current:
            if event.response_id is not None or current is None:
                self.dropped += len(event.data)
                return []
            event = msgspec.structs.replace(event, response_id=current)
        if self._aligner.carry or len(event.data) % 2:
            event = msgspec.structs.replace(event, data=self._aligner.feed(event.data))
        return [event] if event.data else []

    def _created(self, event: events.SessionCreated, _now: float) -> list[Event]:
        if self.state is State.GREETING:
            self._move("created")
            self.session_id = event.session_id
            settings = dict(self._settings)
            if self._replied:  # the opening line has been heard: no second one after a loss
                settings.pop("generate_initial_response", None)
            self._outbox.append(frame_of("session.configure", self._next_id(), session=settings))
        return [event]

    def _configured(self, event: events.SessionConfigured, now: float) -> list[Event]:
        if self.state is State.CONFIGURING:
            self._move("configured")
            self.output_rate = event.session.output_audio_sample_rate or OUTPUT_RATE
            self.voice = event.session.voice
            self._send_update()
            self._append(self._intake.release(), now)
            self._fed_at = now
        return [event]

    def _speech_started(self, event: events.SpeechStarted, _now: float) -> list[Event]:
        return [event] if self._current is None else [event, self._cut("speech")]

    def _reply_created(self, event: events.ResponseCreated, _now: float) -> list[Event]:
        happened: list[Event] = [event]
        if self.state is State.RESPONDING and self._current not in (None, event.response.id):
            happened.insert(0, self._cut("server"))
        if self.state in _LIVE:
            self._move("reply")
            self._calls.went_on()
            self._current = event.response.id or ""
            self._replied = self._replied_here = True
            self._aligner = SampleAligner(2)
        return happened

    def _reply_done(self, event: events.ResponseDone, _now: float) -> list[Event]:
        happened: list[Event] = [event]
        reply = event.response
        if reply.status == "cancelled":
            self._calls.abandon(reply.id or self._current)
            if self._is_current(reply.id):
                happened.insert(0, self._cut("server"))
        if self._is_current(reply.id):
            self._current = None
            if self.state is State.RESPONDING:
                self._move("done")
        if self.state is State.CALLING and reply.status == "cancelled" and not self._calls.is_open:
            self._move("lost turn")
        return happened

    def _arguments(self, event: events.ArgumentsDelta, _now: float) -> list[Event]:
        if self.state in _LIVE:
            self._calls.announced(event.call_id, event.response_id)
            self._move("call")
        return [event]

    def _called(self, event: events.ArgumentsDone, now: float) -> list[Event]:
        if self.state in _LIVE:
            self._calls.called(event.call_id, event.response_id, now)
            self._move("call")
        return [event]

    def _error(self, event: events.ErrorReported, _now: float) -> list[Event]:
        self._reported = event.error
        if self.state in (State.GREETING, State.CONFIGURING):
            detail = {
                name: value
                for name, value in msgspec.structs.asdict(event.error).items()
                if value is not None
            }
            raise stream_error({"type": "error", "error": detail})
        if event.error.code == "tool_response_timeout":
            self._calls.abandon()
            if self.state is State.CALLING:
                self._current = None
                self._move("lost turn")
        return [event]

    _HANDLERS: ClassVar[dict[type, Handler]] = {
        events.SessionCreated: _created,
        events.SessionConfigured: _configured,
        events.SpeechStarted: _speech_started,
        events.ResponseCreated: _reply_created,
        events.ResponseDone: _reply_done,
        events.ArgumentsDelta: _arguments,
        events.ArgumentsDone: _called,
        events.ErrorReported: _error,
    }

    def _is_current(self, response_id: str | None) -> bool:
        return self._current is not None and response_id in (None, self._current)

    def _cut(self, reason: str) -> Interrupted:
        """Hear no more of the current reply."""
        response_id, self._current = self._current, None
        if self.state is State.RESPONDING:
            self._move("cut")
        return events.Interrupted(response_id=response_id, reason=reason)

    def _append(self, frames: list[bytes], now: float) -> None:
        if frames:
            self._fed_at = now
            self._outbox += map(append_frame, frames)

    def _send_update(self) -> None:
        if self._update_due and self.state in _LIVE:
            self._update_due = False
            tools = self._settings["tools"]
            self._outbox.append(
                frame_of("session.update", self._next_id(), session={"tools": tools})
            )

    def _next_id(self) -> str:
        self._sent += 1
        return f"evt_{self._sent}"

    def _move(self, signal: Signal) -> None:
        try:
            self.state = TRANSITIONS[self.state][signal]
        except KeyError:
            if signal in ("call", "end"):
                return  # one more call changes nothing, nor does one more end
            raise LocalProtocolError(f"{signal} is not possible while {self.state.value}") from None
