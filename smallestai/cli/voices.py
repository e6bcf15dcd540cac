"""`smallestai voices`: what can speak."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._options import ApiKey, AsJson, BaseUrl, Debug, Embedded, Model

if TYPE_CHECKING:
    from smallestai.waves import Voice

COLUMNS = ("id", "name", "model", "languages", "gender", "accent", "age")


def voices(
    model: Model = None,
    language: Annotated[
        str | None, typer.Option("--language", help="Only voices of this language, such as hi.")
    ] = None,
    gender: Annotated[str | None, typer.Option("--gender", help="female or male.")] = None,
    accent: Annotated[str | None, typer.Option("--accent", help="Such as british.")] = None,
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """List the voices.

    A table on a terminal, tab-separated lines in a pipe, a list with --json.
    """
    with connect(api_key, base_url, sandbox) as client, _output.progress("asking"):
        found = client.waves.voices.list(
            model=model, language=language, gender=gender, accent=accent
        )
    if as_json:
        _output.write_json([asdict(voice) for voice in found])
    else:
        _output.write_table(COLUMNS, [_row(voice) for voice in found])
        if not found:
            _output.note("there are none")


def _row(voice: "Voice") -> list[str]:
    return [_cell(getattr(voice, name)) for name in COLUMNS]


def _cell(value: str | tuple[str, ...] | None) -> str:
    return value or "" if not isinstance(value, tuple) else ", ".join(value)
