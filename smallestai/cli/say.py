"""`smallestai say`: text in, speech out."""

from typing import Annotated

import typer

from smallestai.cli._client import connect
from smallestai.cli._input import text_of
from smallestai.cli._options import (
    ApiKey,
    AsJson,
    BaseUrl,
    Debug,
    Embedded,
    Format,
    Language,
    Model,
    Output,
    Play,
    SampleRate,
    Speed,
    Transport,
    Voice,
)
from smallestai.cli._speech import checked, deliver, report_on, tell
from smallestai.cli._target import Target


def say(
    text: Annotated[
        str | None, typer.Argument(help="What to say; '-' or nothing reads standard input.")
    ] = None,
    output: Output = None,
    voice: Voice = None,
    model: Model = None,
    language: Language = None,
    speed: Speed = None,
    sample_rate: SampleRate = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option("--format", help="By default what the file's name says.")
    ] = None,
    transport: Annotated[
        Transport, typer.Option("--transport", help="mp3, ulaw and alaw come over http only.")
    ] = Transport.HTTP,
    play: Play = False,
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Speak a text.

    Write it to a file, to standard output, or play it.
    """
    target = Target.of(output, format, play, as_json)
    words = text_of(text, "TEXT", "a text")
    request, options = checked(
        words,
        transport,
        voice_id=voice,
        model=model,
        language=language,
        speed=speed,
        sample_rate=sample_rate,
        output_format=target.wire_format,
    )
    with connect(api_key, base_url, sandbox) as client:
        stream = client.waves.tts.stream(words, transport=transport.value, **options)
        deliver(stream, stream, target)
    tell(report_on(stream, target, transport, request), as_json=as_json, named=output is not None)
