"""`smallestai transcribe`: speech in, text out."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._listening import blocks_of, interims_shown
from smallestai.cli._options import ApiKey, BaseUrl, Debug, Embedded
from smallestai.cli._target import check_place
from smallestai.errors import SmallestError

if TYPE_CHECKING:
    from smallestai.waves.transcript import Transcript

_DEFAULT_HOST = "https://api.smallest.ai"
_STDIN = "standard input"
_SUFFIXES = {".txt": "text", ".srt": "srt", ".vtt": "vtt", ".json": "json"}


def transcribe(
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE|URL|-",
            help="A recording, an address the service fetches, or '-' for standard input. "
            "With --live nothing is the microphone.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", help="Write a file; .txt, .srt, .vtt or .json say what."),
    ] = None,
    words: Annotated[
        bool, typer.Option("--words", help="A line for each word: start, end, speaker, word.")
    ] = False,
    srt: Annotated[bool, typer.Option("--srt", help="Subtitles as SubRip.")] = False,
    vtt: Annotated[bool, typer.Option("--vtt", help="Subtitles as WebVTT.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
    live: Annotated[
        bool, typer.Option("--live", help="Send it piece by piece; text comes while it is sent.")
    ] = False,
    diarize: Annotated[bool, typer.Option("--diarize", help="Tell speakers apart.")] = False,
    language: Annotated[
        str | None, typer.Option("--language", help="Such as en or hi. [en]")
    ] = None,
    model: Annotated[str | None, typer.Option("--model", help="pulse or pulse-pro.")] = None,
    sample_rate: Annotated[
        int | None, typer.Option("--sample-rate", help="Of live 16-bit samples without a header.")
    ] = None,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Transcribe a recording, or live speech.

    With --live it is sent piece by piece, and text comes meanwhile. On a terminal it shows how
    far it is. A long PCM WAV is sent in parts.
    """
    wanted = {"words": words, "srt": srt, "vtt": vtt, "json": as_json}
    form = _form([name for name, chosen in wanted.items() if chosen], output)
    options: dict[str, Any] = {"language": language, "model": model, "diarize": diarize or None}
    options = {name: value for name, value in options.items() if value is not None}
    if live:
        _transcribe_live(source, form, output, sample_rate, options, (api_key, base_url, sandbox))
        return
    if sample_rate is not None:
        raise typer.BadParameter("goes with --live only", param_hint="--sample-rate")
    given = _recording(source)
    options["word_timestamps"] = form != "text" or diarize
    _check(base_url, options)
    try:
        with (
            connect(api_key, base_url, sandbox) as client,
            share_shown("transcribing") as show,
        ):
            made = client.waves.stt.transcribe(given, on_progress=show, **options)
    except SmallestError as error:
        _keep(error, form, output)
        raise
    _deliver(made, form, output)


def _form(chosen: list[str], output: str | None) -> str:
    """Return what is to be written, from the options or the name of the file."""
    if len(chosen) > 1:
        message = f"does not go with --{chosen[1]}: choose one"
        raise typer.BadParameter(message, param_hint=f"--{chosen[0]}")
    if output is None:
        return chosen[0] if chosen else "text"
    path = Path(output)
    check_place(path)
    if not chosen and path.suffix.lower() not in _SUFFIXES:
        raise typer.BadParameter(
            "must end in .txt, .srt, .vtt or .json, or name the form by an option",
            param_hint="-o",
        )
    return chosen[0] if chosen else _SUFFIXES[path.suffix.lower()]


def _recording(source: str | None) -> Any:
    if source is None:
        raise typer.BadParameter("give a file or an address", param_hint="FILE|URL|-")
    if source != "-":
        return source
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("pipe a recording into it", param_hint=_STDIN)
    return sys.stdin.buffer


def _check(base_url: str | None, options: dict[str, Any]) -> None:
    """Raise `ArgumentError` for what is known to be refused, before a key is needed."""
    from smallestai.waves._stt_request import recording_request

    recording_request(base_url or _DEFAULT_HOST, **options)


# What is written


def _deliver(transcript: "Transcript", form: str, output: str | None) -> None:
    text = _written(transcript, form)
    if output is None:
        _output.write(text.encode())
        return
    from smallestai.audio import write_file

    write_file(output, text.encode())
    if _output.is_terminal(sys.stderr):
        _output.note(f"{output}: {len(transcript.text.split())} words")


def _keep(error: SmallestError, form: str, output: str | None) -> None:
    """Write what there is of a recording whose other parts could not be transcribed."""
    from smallestai.waves.transcript import Transcript

    received = error.received
    if isinstance(received, Transcript) and received.text:
        gaps = ", ".join(f"{start:.1f} to {end:.1f} s" for start, end in received.missing)
        _output.note(f"smallestai: this is not all of it: {gaps} is missing")
        _deliver(received, form, output)


def _written(transcript: "Transcript", form: str) -> str:
    if form == "words":
        return "".join(_row(word) for word in transcript.words)
    if form == "text":
        return f"{transcript.text}\n"
    made: str = getattr(transcript, form)()
    return made


def _row(word: Any) -> str:
    speaker = "" if word.speaker is None else word.speaker
    return f"{word.start:.3f}\t{word.end:.3f}\t{speaker}\t{word.text}\n"


@contextmanager
def share_shown(text: str) -> Iterator[Callable[[int, int | None], object]]:
    """Show how much has been sent, on a terminal only.

    Yields:
        What to call with the bytes sent and their total.
    """
    if not _output.is_terminal(sys.stderr):
        yield lambda _sent, _total: None
        return
    from rich.console import Console

    def show(sent: int, total: int | None) -> None:
        how_far = f"{sent / 2**20:.1f} MB" if total is None else f"{100 * sent // total} %"
        status.update(f"{text}, {how_far} sent")

    with Console(stderr=True).status(text) as status:
        yield show


# Live


def _transcribe_live(
    source: str | None,
    form: str,
    output: str | None,
    rate: int | None,
    options: dict[str, Any],
    account: tuple[str | None, str | None, bool],
) -> None:
    from smallestai.protocol.transcription_events import Final, Interim
    from smallestai.waves._stt_live import live_request

    def follow() -> None:
        for event in stream:
            if isinstance(event, Interim):
                show(event.text)
            elif isinstance(event, Final) and event.text and at_once:
                _output.write(f"{event.text}\n".encode())

    live_request(account[1] or _DEFAULT_HOST, **options)
    blocks, own_rate = blocks_of(source, rate)
    live_request(account[1] or _DEFAULT_HOST, **options, sample_rate=own_rate)
    at_once = form == "text" and output is None
    with (
        connect(*account) as client,
        client.waves.stt.stream(**options, sample_rate=own_rate) as stream,
        interims_shown() as show,
    ):
        microphone = stream.microphone() if blocks is None else None
        stream.feed(microphone or blocks or ())
        try:
            follow()
        except KeyboardInterrupt:  # how speaking into a microphone is ended
            if microphone is None:
                raise
            microphone.close()
            follow()  # what was said until then
    if not at_once:
        _deliver(stream.transcript, form, output)
