"""The options that several commands share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer


@dataclass
class Switches:
    """What the options of any level set for the whole run."""

    debug: bool = False


class Transport(StrEnum):
    """The ways speech comes back."""

    HTTP = "http"
    SSE = "sse"
    WEBSOCKET = "websocket"


class Format(StrEnum):
    """The forms audio is written in."""

    PCM = "pcm"
    WAV = "wav"
    MP3 = "mp3"
    ULAW = "ulaw"
    ALAW = "alaw"


def _set_debug(context: typer.Context, value: bool) -> None:
    if value:
        context.ensure_object(Switches).debug = True


Debug = Annotated[
    bool, typer.Option("--debug", callback=_set_debug, help="Show the traceback of an error.")
]
ApiKey = Annotated[
    str | None,
    typer.Option("--api-key", help="The key; the variable SMALLEST_API_KEY is the safer place."),
]
BaseUrl = Annotated[
    str | None,
    typer.Option("--base-url", help="Another host; also the variable SMALLEST_BASE_URL."),
]
Embedded = Annotated[
    bool,
    typer.Option("--sandbox", help="Use an embedded sandbox: no key, no network."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on standard output.")]
Model = Annotated[str | None, typer.Option("--model", help="lightning_v3.1 or lightning_v3.1_pro.")]
Output = Annotated[
    str | None,
    typer.Option("-o", "--output", help="Where to write; '-' is standard output. [out.wav]"),
]
Voice = Annotated[
    str | None, typer.Option("--voice", help="A voice; `smallestai voices` lists them.")
]
Language = Annotated[str | None, typer.Option("--language", help="Such as en or hi, or auto.")]
Speed = Annotated[float | None, typer.Option("--speed", help="0.5 to 2.")]
SampleRate = Annotated[
    int | None, typer.Option("--sample-rate", help="8000, 16000, 24000 or 44100. [24000]")
]
Play = Annotated[bool, typer.Option("--play", help="Play it; without -o nothing is written.")]
