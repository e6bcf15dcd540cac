"""What can happen in a speech-to-speech session: frozen values, one class per frame.

Every event has a ``type``, the name of its frame. Those that begin with ``session.`` and are no
frames of the service are this package's own: `Interrupted`, `ToolFinished`, `Disconnected`,
`Reconnected`. Fields the service leaves out are None. Source: channel `s2s` in
`openapi/streams.yaml`.
"""

from __future__ import annotations

from typing import Any, cast

import msgspec

from smallestai.protocol.events import Unknown


class HydraEvent(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """The base of all events.

    Attributes:
        event_id: The service's id of the frame, or None.
    """

    event_id: str | None = None

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


class SessionState(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of a session, as far as the service names them.

    Attributes:
        instructions: What the model is to do.
        voice: The voice in use.
        tools: The functions it may call, as they were declared.
        generate_initial_response: Whether it speaks first.
        output_audio_format: ``pcm16``.
        output_audio_sample_rate: Samples per second of its speech.
    """

    instructions: str | None = None
    voice: str | None = None
    tools: Any = None
    generate_initial_response: bool | None = None
    output_audio_format: str | None = None
    output_audio_sample_rate: int | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the conversation: a message, a call, or the result of one.

    Attributes:
        id: The service's id of it.
        type: ``message``, ``function_call`` or ``function_call_output``.
        role: ``user``, ``assistant`` or ``system``.
        status: ``in_progress``, ``completed`` or ``incomplete``.
        content: The parts of a message; those of audio have no text.
        call_id: The id of the call.
        name: The function called.
        arguments: Its arguments, as JSON.
        output: Its result.
    """

    id: str | None = None
    type: str | None = None
    role: str | None = None
    status: str | None = None
    content: Any = None
    call_id: str | None = None
    name: str | None = None
    arguments: str | None = None
    output: str | None = None


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """A reply of the model.

    Attributes:
        id: The service's id of it.
        status: ``completed``, ``cancelled``, ``incomplete`` or ``failed``; None while it runs.
        status_details: Why, where it is not ``completed``.
        output: The entries it made.
        usage: Tokens used, or None.
    """

    id: str | None = None
    status: str | None = None
    status_details: Any = None
    output: Any = None
    usage: Any = None


class ErrorDetail(msgspec.Struct, frozen=True, kw_only=True):
    """An error of the service.

    Attributes:
        type: Its class; ``code`` says more.
        code: Its name, such as ``invalid_audio``.
        message: What went wrong.
        param: The field at fault, or None.
        event_id: This package's id of the frame at fault, or None.
    """

    type: str | None = None
    code: str | None = None
    message: str | None = None
    param: str | None = None
    event_id: str | None = None


# -- the session


class Warned(HydraEvent, frozen=True, kw_only=True, tag="warning"):
    """A notice; the session goes on.

    Attributes:
        code: Its name, such as ``model_deprecated``.
        message: The notice in words, or None.
    """

    code: str | None = None
    message: str | None = None


class SessionCreated(HydraEvent, frozen=True, kw_only=True, tag="session.created"):
    """The service has greeted.

    Attributes:
        session_id: The service's id of the session.
    """

    session_id: str | None = None


class SessionConfigured(HydraEvent, frozen=True, kw_only=True, tag="session.configured"):
    """The settings are in force, and the service listens.

    Attributes:
        session: The settings.
    """

    session: SessionState = SessionState()


class SessionUpdated(HydraEvent, frozen=True, kw_only=True, tag="session.updated"):
    """The tools have changed.

    Attributes:
        session: What has changed, and nothing else.
    """

    session: SessionState = SessionState()


class ErrorReported(HydraEvent, frozen=True, kw_only=True, tag="error"):
    """The service reports an error that the session survives.

    Attributes:
        error: What it says.
    """

    error: ErrorDetail = ErrorDetail()


# -- the user's turn


class SpeechStarted(HydraEvent, frozen=True, kw_only=True, tag="input_audio_buffer.speech_started"):
    """The user has begun to speak.

    Attributes:
        audio_start_ms: When, in milliseconds from the start of the session.
        item_id: The id of the user's entry.
    """

    audio_start_ms: float | None = None
    item_id: str | None = None

    @property
    def seconds(self) -> float | None:
        """When, in seconds from the start of the session."""
        return None if self.audio_start_ms is None else self.audio_start_ms / 1000


class SpeechStopped(HydraEvent, frozen=True, kw_only=True, tag="input_audio_buffer.speech_stopped"):
    """The user has stopped.

    Attributes:
        audio_end_ms: When, in milliseconds from the start of the session.
        item_id: The id of the user's entry.
    """

    audio_end_ms: float | None = None
    item_id: str | None = None

    @property
    def seconds(self) -> float | None:
        """When, in seconds from the start of the session."""
        return None if self.audio_end_ms is None else self.audio_end_ms / 1000


class ItemAdded(HydraEvent, frozen=True, kw_only=True, tag="conversation.item.added"):
    """An entry has been opened.

    Attributes:
        item: The entry.
        previous_item_id: The id of the entry before it.
    """

    item: Item = Item()
    previous_item_id: str | None = None


class ItemDone(HydraEvent, frozen=True, kw_only=True, tag="conversation.item.done"):
    """An entry is finished; a user's noise that was no turn ends as ``incomplete``.

    Attributes:
        item: The entry.
        previous_item_id: The id of the entry before it.
    """

    item: Item = Item()
    previous_item_id: str | None = None


# -- the model's turn


class ResponseCreated(HydraEvent, frozen=True, kw_only=True, tag="response.created"):
    """A reply begins.

    Attributes:
        response: The reply.
    """

    response: Reply = Reply()


class AudioDelta(HydraEvent, frozen=True, kw_only=True, tag="response.output_audio.delta"):
    """Audio of the reply, always whole samples.

    Attributes:
        data: 16-bit mono PCM at the session's ``output_rate``.
        response_id: The id of the reply.
        item_id: The id of the entry.
    """

    data: bytes = msgspec.field(name="delta")
    response_id: str | None = None
    item_id: str | None = None


class AudioDone(HydraEvent, frozen=True, kw_only=True, tag="response.output_audio.done"):
    """The audio of the reply is complete.

    Attributes:
        response_id: The id of the reply.
        item_id: The id of the entry.
    """

    response_id: str | None = None
    item_id: str | None = None


class ArgumentsDelta(
    HydraEvent, frozen=True, kw_only=True, tag="response.function_call_arguments.delta"
):
    """A part of the arguments of a call.

    Attributes:
        call_id: The id of the call.
        delta: The part.
        name: The function, with the first part only.
        response_id: The id of the reply that calls.
    """

    call_id: str
    delta: str | None = None
    name: str | None = None
    response_id: str | None = None


class ArgumentsDone(
    HydraEvent, frozen=True, kw_only=True, tag="response.function_call_arguments.done"
):
    """The model calls a function.

    Attributes:
        call_id: The id of the call.
        name: The function.
        arguments: Its arguments, as JSON.
        response_id: The id of the reply that calls.
    """

    call_id: str
    name: str | None = None
    arguments: str | None = None
    response_id: str | None = None


class ResponseDone(HydraEvent, frozen=True, kw_only=True, tag="response.done"):
    """A reply has ended.

    Attributes:
        response: The reply, with its status.
    """

    response: Reply = Reply()


# -- this package's own


class Interrupted(HydraEvent, frozen=True, kw_only=True, tag="session.interrupted"):
    """A reply was cut off: what had come of it and was not heard is gone.

    Attributes:
        response_id: The id of the reply.
        reason: ``speech`` (the user spoke), ``cancel`` (`cancel` was called), ``server`` (the
            service ended it), or ``lost`` (the connection broke).
        heard: Seconds of it that were heard, where `play` plays it; else None.
        dropped: Bytes of its audio that nobody will hear: still queued, or not yet played.
    """

    response_id: str | None = None
    reason: str = "speech"
    heard: float | None = None
    dropped: int = 0


class ToolFinished(HydraEvent, frozen=True, kw_only=True, tag="session.tool_finished"):
    """A function has returned, and the model has been told.

    Attributes:
        call_id: The id of the call.
        name: The function.
        output: What the model was told.
        seconds: How long it took.
        failed: Whether it raised an exception, or could not be called.
    """

    call_id: str
    name: str
    output: str
    seconds: float
    failed: bool = False


class Disconnected(HydraEvent, frozen=True, kw_only=True, tag="session.disconnected"):
    """The connection was lost; another one is opened after a pause.

    Attributes:
        reason: Why.
        close_code: The WebSocket close code, or None.
        pause: Seconds until the next try.
        tries: How many tries have failed since the loss.
    """

    reason: str
    close_code: int | None = None
    pause: float = 0.0
    tries: int = 0


class Reconnected(HydraEvent, frozen=True, kw_only=True, tag="session.reconnected"):
    """There is a connection again: a new session, which remembers nothing of the old one.

    Attributes:
        session_id: The service's id of the new session.
        seconds: How long there was none.
        dropped: Bytes of the microphone's audio that were too much to be kept meanwhile.
    """

    session_id: str | None = None
    seconds: float = 0.0
    dropped: int = 0


ServerEvent = (
    Warned
    | SessionCreated
    | SessionConfigured
    | SessionUpdated
    | ErrorReported
    | SpeechStarted
    | SpeechStopped
    | ItemAdded
    | ItemDone
    | ResponseCreated
    | AudioDelta
    | AudioDone
    | ArgumentsDelta
    | ArgumentsDone
    | ResponseDone
)
Event = ServerEvent | Interrupted | ToolFinished | Disconnected | Reconnected | UnknownFrame
