"""`smallestai converse`: speak with a language model, and interrupt it."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._input import argument
from smallestai.cli._options import ApiKey, BaseUrl, Debug, Embedded, Format, Voice
from smallestai.cli._target import Target

if TYPE_CHECKING:
    from smallestai.waves.converse import Answered, Conversation


def converse(
    question: Annotated[
        Path | None, typer.Argument(help="A WAV of what you say; the microphone without it.")
    ] = None,
    reply: Annotated[
        Path | None, typer.Argument(help="The WAV to write the answers to, each at its time.")
    ] = None,
    system: Annotated[
        str | None, typer.Option("--system", help="What the model is told beforehand.")
    ] = None,
    voice: Voice = None,
    language: Annotated[
        str | None, typer.Option("--language", help="Of both sides, such as hi. [en]")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print every turn and answer as a line of JSON.")
    ] = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Speak with a language model.

    Transcription, chat and speech are put together. Speaking while it answers interrupts it, so
    wear headphones. Ctrl-C ends the conversation; with a WAV it ends by itself, and nothing
    sounds.
    """
    if reply is not None:
        Target.of(str(reply), Format.WAV, False, False)  # raises if there is no place for it
    options: dict[str, Any] = {
        "listen": {} if language is None else {"language": language},
        "speech": {
            name: value
            for name, value in (("voice_id", voice), ("language", language))
            if value is not None
        },
    }
    if system is not None:
        options["system"] = argument(system, "--system")
    with (
        connect(api_key, base_url, sandbox) as client,
        client.waves.converse(question, **options) as conversation,
    ):
        try:
            _tell(conversation, as_json=as_json)
        except KeyboardInterrupt:
            if question is not None:
                raise
            return  # how a conversation is ended
    if reply is not None:
        conversation.save(reply)


def _tell(conversation: "Conversation", *, as_json: bool) -> None:
    from smallestai.waves.converse import Answered, Asked

    for event in conversation:
        if not isinstance(event, Asked | Answered):
            continue
        if as_json:
            _output.write_json({"event": type(event).__name__.lower(), **asdict(event)})
        elif isinstance(event, Asked):
            _output.write(f"you: {event.text}\n".encode())
        else:
            _output.write(f"it:  {_shown(event)}\n".encode())


def _shown(answer: "Answered") -> str:
    if not answer.interrupted:
        return answer.text
    return f"{answer.text} ... (interrupted after {answer.seconds:.1f} s)".strip()
