"""What can happen in a session with an agent: frozen values, one class per frame.

Every event has a ``type``, the name of its frame; where servers differ in the spelling it is the
one with underscores. Those that begin with ``client.`` are no frames of the service but this
package's own: `ToolFinished`, `Disconnected`, `Reconnected`. Fields the service leaves out are
None. Source: channel `agentConnect` in `openapi/streams.yaml`.
"""

from __future__ import annotations

from typing import Any, cast

import msgspec

from smallestai.protocol.events import Unknown


class AgentEvent(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """The base of all events."""

    @property
    def type(self) -> str:
        """The name of the frame."""
        return cast("str", self.__struct_config__.tag)


class UnknownFrame(Unknown, frozen=True):
    """A frame this version does not know: never an error, the service may grow.

    Attributes:
        raw: The frame as the service sent it.
    """

    @property
    def type(self) -> str:
        """What the frame calls itself."""
        return str(self.raw.get("type") or "")


class SessionCreated(AgentEvent, frozen=True, kw_only=True, tag="session.created"):
    """The session has begun.

    Attributes:
        session_id: The service's id of it.
        call_id: The service's id of the call, such as ``CALL-1700000000000-a1b2c3``.
        sample_rate: Samples per second of the agent's speech.
        channels: Channels of it, 1.
    """

    session_id: str | None = None
    call_id: str | None = None
    sample_rate: int | None = None
    channels: int | None = None


class AudioDelta(AgentEvent, frozen=True, kw_only=True, tag="output_audio.delta"):
    """Audio of the agent, always whole samples. It comes faster than it is to be played.

    Attributes:
        data: 16-bit mono PCM at the session's ``output_rate``.
        turn: Which of the agent's turns it belongs to, counted by this package: each start of
            talking and each interruption begins another.
    """

    data: bytes = msgspec.field(name="audio")
    turn: int = 0

    def __repr__(self) -> str:
        return f"AudioDelta(data=<{len(self.data)} bytes>, turn={self.turn})"


class TranscriptDelta(AgentEvent, frozen=True, kw_only=True, tag="transcript.delta"):
    """What has been said in a turn so far; it replaces the one before.

    Attributes:
        role: ``user`` or ``assistant``.
        text: The whole turn so far, not only what is new.
    """

    role: str | None = None
    text: str = ""


class Transcript(AgentEvent, frozen=True, kw_only=True, tag="transcript"):
    """What was said in a turn. In a chat it is the only form of reply.

    Attributes:
        role: ``user`` or ``assistant``.
        text: The turn.
    """

    role: str | None = None
    text: str = ""


class StartedTalking(AgentEvent, frozen=True, kw_only=True, tag="agent_start_talking"):
    """The agent begins to speak.

    Attributes:
        timestamp: When, where the service says so.
    """

    timestamp: float | str | None = None


class StoppedTalking(AgentEvent, frozen=True, kw_only=True, tag="agent_stop_talking"):
    """The agent has ended its turn; what has come of it may still be playing.

    Attributes:
        timestamp: When, where the service says so.
    """

    timestamp: float | str | None = None


class Interrupted(AgentEvent, frozen=True, kw_only=True, tag="interruption"):
    """The user has cut in: what had come of the agent's turn and was not heard is dropped.

    Attributes:
        heard: Seconds of the turn that were heard, where `play` plays it; else None.
        dropped: Bytes of audio that nobody will hear: still queued, or not yet played.
    """

    heard: float | None = None
    dropped: int = 0


class SessionUpdated(AgentEvent, frozen=True, kw_only=True, tag="session.updated"):
    """The client's functions are in use.

    Attributes:
        tools: Their names.
    """

    tools: list[Any] = []


class FunctionCall(AgentEvent, frozen=True, kw_only=True, tag="function_call"):
    """The agent calls a function of the client.

    Attributes:
        call_id: The id that the result repeats.
        name: The function.
        arguments: Its arguments by their names.
    """

    call_id: str
    name: str
    arguments: Any = None


class SessionClosed(AgentEvent, frozen=True, kw_only=True, tag="session.closed"):
    """The session is over.

    Attributes:
        reason: Why, such as ``client_requested``, ``ended`` or ``setup_failed``.
    """

    reason: str | None = None


class ErrorReported(AgentEvent, frozen=True, kw_only=True, tag="error"):
    """The service reports an error. Unless it closes, the session goes on.

    Attributes:
        code: Its name, such as ``invalid_tools``; an HTTP status is a text such as ``503``.
        message: What went wrong.
        call_id: The call of a function it is about, where the service says so.
    """

    code: str | int | None = None
    message: str | None = None
    call_id: str | None = None


# -- this package's own


class ToolFinished(AgentEvent, frozen=True, kw_only=True, tag="client.tool_finished"):
    """A function has returned.

    Attributes:
        call_id: The id of the call.
        name: The function.
        output: What it gave, as the agent was told.
        seconds: How long it took.
        failed: Whether it raised an exception, or could not be called.
        sent: Whether the agent was told. It is not where it expects no answer, where the answer
            came too late, or where the session was lost.
    """

    call_id: str
    name: str
    output: str
    seconds: float
    failed: bool = False
    sent: bool = True


class Disconnected(AgentEvent, frozen=True, kw_only=True, tag="client.disconnected"):
    """The connection was lost; another one is opened after a pause.

    Attributes:
        reason: Why.
        close_code: The WebSocket close code, or None.
        code: The service's code for the error behind it, or None.
        pause: Seconds until the next try.
        tries: How many tries have failed since the loss.
    """

    reason: str
    close_code: int | None = None
    code: str | None = None
    pause: float = 0.0
    tries: int = 0


class Reconnected(AgentEvent, frozen=True, kw_only=True, tag="client.reconnected"):
    """There is a connection again: a new call, in which the agent remembers nothing of the old one.

    Attributes:
        call_id: The service's id of the new call.
        seconds: How long there was none.
        dropped: Bytes of the user's audio that were given meanwhile and are lost.
    """

    call_id: str | None = None
    seconds: float = 0.0
    dropped: int = 0


ServerEvent = (
    SessionCreated
    | AudioDelta
    | TranscriptDelta
    | Transcript
    | StartedTalking
    | StoppedTalking
    | Interrupted
    | SessionUpdated
    | FunctionCall
    | SessionClosed
    | ErrorReported
)
Event = ServerEvent | ToolFinished | Disconnected | Reconnected | UnknownFrame
