"""`smallestai speak`: text in while it is being written, speech out while it comes."""

import codecs
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from smallestai.cli._client import connect
from smallestai.cli._input import encoding, no_text
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

if TYPE_CHECKING:
    from smallestai.waves import SpeechStream

_MOST = 4096  # bytes taken at a time; fewer when fewer are there
_INPUT = "standard input"


def speak(
    output: Output = None,
    voice: Voice = None,
    model: Model = None,
    language: Language = None,
    speed: Speed = None,
    sample_rate: SampleRate = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option("--format", help="pcm or wav; by default as the file's name.")
    ] = None,
    transport: Annotated[
        Transport, typer.Option("--transport", help="sse and http make one request a piece.")
    ] = Transport.WEBSOCKET,
    no_markdown: Annotated[
        bool, typer.Option("--no-markdown", help="Speak the text as it is written, marks and all.")
    ] = False,
    play: Play = False,
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Speak a text that is still being written.

    It is read from standard input as it comes, such as the answer of a language model, and heard
    from its first clause on.
    """
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("pipe a text into it", param_hint=_INPUT)
    target = Target.of(output, format, play, as_json)
    if target.form not in (Format.PCM, Format.WAV):
        raise typer.BadParameter(
            "only pcm and wav can be written piece by piece", param_hint="--format"
        )
    request, options = checked(
        "speak",
        transport,
        voice_id=voice,
        model=model,
        language=language,
        speed=speed,
        sample_rate=sample_rate,
    )
    with connect(api_key, base_url, sandbox) as client:
        stream = client.waves.tts.speak(
            _written(), transport=transport.value, markdown=not no_markdown, **options
        )
        deliver(_spoken(stream), stream, target)
    tell(report_on(stream, target, transport, request), as_json=as_json, named=output is not None)


def _written() -> Iterator[str]:
    """Yield what is written to standard input as soon as it is there, whole characters only."""
    decode = codecs.getincrementaldecoder(encoding())().decode
    # Not through sys.stdin: its buffer stays locked while it waits, also for an interpreter that
    # wants to exit.
    while data := os.read(sys.stdin.fileno(), _MOST):
        yield decode(data)
    yield decode(b"", final=True)


def _spoken(stream: "SpeechStream") -> Iterator[bytes]:
    """Yield the audio; say so when there was nothing to speak, or what came was no text."""
    from smallestai.waves import AudioChunk, PieceStarted

    started = False
    try:
        for event in stream.events():
            started |= isinstance(event, PieceStarted)
            if isinstance(event, AudioChunk):
                yield event.data
    except UnicodeDecodeError as error:
        raise no_text(error) from error
    if not started:
        raise typer.BadParameter("there was nothing to speak in it", param_hint=_INPUT)
