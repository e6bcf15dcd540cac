"""`smallestai say`: text in, speech out."""

import sys
from typing import Annotated, Any

import typer

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._options import (
    ApiKey,
    AsJson,
    BaseUrl,
    Debug,
    Embedded,
    Format,
    Model,
    Transport,
)
from smallestai.cli._target import Target


def say(
    text: Annotated[
        str | None, typer.Argument(help="What to say; '-' or nothing reads standard input.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", help="Where to write; '-' is standard output. [out.wav]"),
    ] = None,
    voice: Annotated[
        str | None, typer.Option("--voice", help="A voice; `smallestai voices` lists them.")
    ] = None,
    model: Model = None,
    language: Annotated[
        str | None, typer.Option("--language", help="Such as en or hi, or auto.")
    ] = None,
    speed: Annotated[float | None, typer.Option("--speed", help="0.5 to 2.")] = None,
    sample_rate: Annotated[
        int | None, typer.Option("--sample-rate", help="8000, 16000, 24000 or 44100. [24000]")
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option("--format", help="By default what the file's name says.")
    ] = None,
    transport: Annotated[
        Transport, typer.Option("--transport", help="mp3, ulaw and alaw come over http only.")
    ] = Transport.HTTP,
    play: Annotated[
        bool, typer.Option("--play", help="Play it; without -o nothing is written.")
    ] = False,
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Say TEXT: write it to a file, to standard output, or play it."""
    target = Target.of(output, format, play, as_json)
    options: dict[str, Any] = {
        "voice_id": voice,
        "model": model,
        "language": language,
        "speed": speed,
        "sample_rate": sample_rate,
        "output_format": target.wire_format,
    }
    given = {name: value for name, value in options.items() if value is not None}
    report = _speak(
        _words(text), transport, given, target, connect_with=(api_key, base_url, sandbox)
    )
    if as_json:
        _output.write_json(report)
    elif target.path is not None and (output is None or _output.is_terminal(sys.stderr)):
        _output.note(_summary(report))


def _words(text: str | None) -> str:
    if text not in (None, "-"):
        return str(text)
    if sys.stdin is None or (text is None and sys.stdin.isatty()):
        raise typer.BadParameter("give a text, or pipe one in", param_hint="TEXT")
    try:
        return sys.stdin.read().strip()
    except UnicodeDecodeError as error:
        message = f"standard input is not {error.encoding} text"
        raise typer.BadParameter(message, param_hint="TEXT") from error


def _speak(
    text: str,
    transport: Transport,
    options: dict[str, Any],
    target: Target,
    connect_with: tuple[str | None, str | None, bool],
) -> dict[str, Any]:
    """Speak to the target and return what there is to tell about it."""
    from smallestai.waves.request import speech_request

    request = speech_request(text, transport.value, **options)  # refused before there is a client
    with (
        connect(*connect_with) as client,
        client.waves.tts.stream(text, transport=transport.value, **options) as stream,
        _output.progress("speaking") as show,
    ):
        for chunk in stream:
            target.take(chunk, stream.format)
            show(stream.metrics.audio_seconds)
        audio = stream.read()
    target.finish(audio)
    return {
        "path": None if target.path is None else str(target.path),
        "duration": round(audio.duration, 4),
        "sample_rate": audio.sample_rate,
        "bytes": target.written,
        "time_to_first_audio": round(stream.metrics.time_to_first_audio or 0.0, 4),
        "transport": transport.value,
        "voice": request.settings["voice_id"],
        "model": request.settings["model"],
        "request_id": audio.request_id,
    }


def _summary(report: dict[str, Any]) -> str:
    first = report["time_to_first_audio"] * 1000
    return (
        f"{report['path']}: {report['duration']:.2f} s, {report['sample_rate']} Hz, "
        f"first audio after {first:.0f} ms"
    )
