"""`smallestai clone`: voices made from recordings."""

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._groups import group_of
from smallestai.cli._options import ApiKey, AsJson, BaseUrl, Debug, Embedded, Model
from smallestai.cli.transcribe import share_shown

if TYPE_CHECKING:
    from smallestai.waves._clones import Clone

_COLUMNS = ("id", "name", "status", "model", "language", "kind")


class _Group(TyperGroup):
    """Takes what is none of its commands for the file of `create`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, "-h", "--help"):
            args = ["create", *args]
        return super().parse_args(ctx, args)


def add_to(app: typer.Typer, epilog: str) -> None:
    """Add the commands to an app."""
    group = group_of(_Group, epilog)
    for name, command in (("create", create), ("list", list_clones), ("delete", delete)):
        group.command(name, epilog=epilog)(command)
    app.add_typer(
        group,
        name="clone",
        epilog=epilog,
        help="Clone voices. `create` may be left out: `smallestai clone FILE --name NAME`.",
    )


def create(
    file: Annotated[
        str, typer.Argument(help="WAV, MP3, WebM or MP4, 5 to 15 seconds, at most 5 MB.")
    ],
    name: Annotated[str, typer.Option("--name", help="What people call it.")],
    language: Annotated[
        str | None, typer.Option("--language", help="Of the recording, such as hi.")
    ] = None,
    model: Model = None,
    description: Annotated[
        str | None, typer.Option("--description", help="What the voice is like.")
    ] = None,
    no_wait: Annotated[
        bool, typer.Option("--no-wait", help="Return before it is ready to speak.")
    ] = False,
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Make a voice from a recording of somebody who has agreed to it; print its id."""
    from smallestai.waves._uploads import recording_of

    recording_of(file)  # before a key is needed
    given = {"language": language, "model": model, "description": description}
    options: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    with connect(api_key, base_url, sandbox) as client, share_shown("cloning") as show:
        clone = client.waves.voices.clone(
            file, display_name=name, wait=not no_wait, progress=show, **options
        )
    if as_json:
        _output.write_json(_fields(clone))
        return
    _output.write(f"{clone.id}\n".encode())
    if _output.is_terminal(sys.stderr):
        _output.note(f'smallestai say "Hello." --voice {clone.id} --model {clone.model}')


def list_clones(
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """List the clones."""
    with connect(api_key, base_url, sandbox) as client, _output.progress("asking"):
        found = client.waves.voices.clones()
    if as_json:
        _output.write_json([_fields(clone) for clone in found])
    else:
        rows = [[getattr(clone, column) or "" for column in _COLUMNS] for clone in found]
        _output.write_table(_COLUMNS, rows)


def delete(
    clone: Annotated[str, typer.Argument(metavar="ID", help="The clone's id.")],
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Delete a clone, where the service lets a key do it."""
    with connect(api_key, base_url, sandbox) as client:
        client.waves.voices.delete(clone)


def _fields(clone: "Clone") -> dict[str, Any]:
    made = "" if clone.created_at is None else clone.created_at.isoformat()
    return {**asdict(clone), "created_at": made or None}
