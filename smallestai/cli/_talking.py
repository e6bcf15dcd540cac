"""What `talk` and `replay` share: the options of a session, and its events in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from smallestai.cli._input import argument

if TYPE_CHECKING:
    from smallestai.protocol.hydra_events import Event

SessionModel = Annotated[
    str | None, typer.Option("--model", help="hydra-v1.1 or hydra-v1.0. [hydra-v1.1]")
]
SessionVoice = Annotated[
    str | None, typer.Option("--voice", help="One of the model's, such as maya.")
]
Instructions = Annotated[
    str | None, typer.Option("--instructions", help="What the model is to do, in free text.")
]

_ENDS = {
    "cancelled": "the reply was cut off",
    "incomplete": "the reply is incomplete",
    "failed": "the reply has failed",
}


def session_options(
    model: str | None, voice: str | None, instructions: str | None, **others: Any
) -> dict[str, Any]:
    """Return the arguments of `Hydra.connect` that were given."""
    said = None if instructions is None else argument(instructions, "--instructions")
    given = {"model": model, "voice": voice, "instructions": said, **others}
    return {name: value for name, value in given.items() if value is not None}


def words_for(event: Event) -> str | None:
    """Return what has happened in a few words, or None where a person need not know."""
    from smallestai.protocol import hydra_events as events

    match event:
        case events.SpeechStarted():
            return "you speak"
        case events.SpeechStopped():
            return "you have stopped"
        case events.AudioDone():
            return "the reply is complete"
        case events.ResponseCreated():
            return "the model answers"
        case events.ResponseDone(response=response) if response.status in _ENDS:
            return _ENDS[response.status]
        case events.Interrupted(heard=heard):
            return "silenced" if heard is None else f"silenced after {heard:.1f} s"
        case events.ArgumentsDone(name=name):
            return f"the model calls {name}"
        case events.Warned(code=code, message=message):
            return f"warning: {message or code}"
        case events.ErrorReported(error=error):
            return f"error: {error.message or error.code}"
        case events.Disconnected(reason=reason, pause=pause):
            return f"connection lost ({reason}); trying again in {pause:.0f} s"
        case events.Reconnected():
            return "connected again; the model remembers nothing"
        case _:
            return None


def fields_of(event: Event) -> dict[str, Any] | None:
    """Return an event as JSON can hold it, or None for audio."""
    import msgspec

    from smallestai.protocol import hydra_events as events

    if isinstance(event, events.AudioDelta):
        return None
    if isinstance(event, events.UnknownFrame):
        return dict(event.raw)
    fields: dict[str, Any] = msgspec.to_builtins(event)
    return fields
