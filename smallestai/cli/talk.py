"""`smallestai talk`: a conversation with microphone and loudspeaker."""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._levels import meter
from smallestai.cli._options import ApiKey, BaseUrl, Debug, Embedded, Format
from smallestai.cli._talking import (
    Instructions,
    SessionModel,
    SessionVoice,
    fields_of,
    session_options,
    words_for,
)
from smallestai.cli._target import Target

if TYPE_CHECKING:
    from rich.text import Text

    from smallestai.protocol.hydra_events import Event
    from smallestai.waves.hydra import HydraSession

_LOOK = 0.1  # seconds between looks for Ctrl-C, which some systems do not deliver to a lock


def talk(
    model: SessionModel = None,
    voice: SessionVoice = None,
    instructions: Instructions = None,
    speak_first: Annotated[
        bool, typer.Option("--speak-first", help="Have the model open the conversation.")
    ] = False,
    push_to_talk: Annotated[
        bool, typer.Option("--push-to-talk", help="Be heard only from one Enter to the next.")
    ] = False,
    record: Annotated[
        str | None, typer.Option("--record", help="A WAV of both: you left, the model right.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print every event as a line of JSON.")
    ] = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Talk with a speech-to-speech model.

    It ends with Ctrl-C. Speaking while it answers interrupts it. What happens is told in lines,
    each with the seconds since the beginning; a terminal shows the levels of both sides as
    well.
    """
    if record is not None:
        Target.of(record, Format.WAV, False, False)  # raises if there is no place for it
    options = session_options(
        model, voice, instructions, generate_initial_response=speak_first or None
    )
    with (
        connect(api_key, base_url, sandbox) as client,
        client.waves.hydra.connect(**options) as session,
    ):
        session.muted = push_to_talk
        if record is not None:
            session.record(record)
        session.play()
        session.stream_microphone()
        with _shown(session) as show:
            _converse(session, _teller(show, as_json=as_json), push_to_talk=push_to_talk)


def _converse(
    session: "HydraSession", tell: Callable[["Event"], None], *, push_to_talk: bool
) -> None:
    """Tell what happens until the session ends or the user ends it."""
    ended = threading.Event()
    failures: list[Exception] = []

    def listen() -> None:
        try:
            for event in session:
                tell(event)
        except Exception as error:  # raised where the command waits
            failures.append(error)
        finally:
            ended.set()

    workers = [threading.Thread(target=listen, daemon=True)]
    if push_to_talk:
        workers.append(threading.Thread(target=_switch, args=(session, ended), daemon=True))
    try:
        for worker in workers:
            worker.start()
        while not ended.wait(_LOOK):
            pass
    except KeyboardInterrupt:  # how a conversation is ended
        return
    if failures:
        raise failures[0]


def _switch(session: "HydraSession", ended: threading.Event) -> None:
    """Let the user be heard, or not, at each Enter; the end of the input ends the session."""
    # Not through sys.stdin: a thread that waits in its buffer keeps the interpreter from ending.
    while typed := os.read(sys.stdin.fileno(), 1024):
        if typed.count(b"\n") % 2:
            session.muted = not session.muted
    ended.set()


def _teller(show: Callable[[str], object], *, as_json: bool) -> Callable[["Event"], None]:
    """Return what writes an event as a line."""
    began = monotonic()

    def tell(event: "Event") -> None:
        at = monotonic() - began
        if not as_json:
            if (words := words_for(event)) is not None:
                show(f"{at:7.2f}  {words}")
        elif (fields := fields_of(event)) is not None:
            show(json.dumps({"at": round(at, 3), **fields}, ensure_ascii=False))

    return tell


@contextmanager
def _shown(session: "HydraSession") -> Iterator[Callable[[str], object]]:
    """Show the levels below the lines, on a terminal only.

    Yields:
        What to call with a line.
    """
    if not _output.is_terminal(sys.stderr):
        yield _write_line
        return
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    console = Console(stderr=True)
    with Live(
        get_renderable=lambda: _levels_of(session),
        console=console,
        refresh_per_second=12,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ):
        own = _output.is_terminal(sys.stdout)
        yield (lambda line: console.print(Text(line), soft_wrap=True)) if own else _write_line


def _write_line(line: str) -> None:
    _output.write(f"{line}\n".encode())


def _levels_of(session: "HydraSession") -> "Text":
    from rich.text import Text

    is_mute = session.muted
    return Text.assemble(
        ("  you ", "bold"),
        (meter(0.0 if is_mute else session.level), "dim" if is_mute else "green"),
        ("  model ", "bold"),
        (meter(session.output_level), "cyan"),
        ("  muted" if is_mute else f"  {session.state}", "dim"),
    )
