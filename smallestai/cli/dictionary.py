"""`smallestai dictionary`: how words are pronounced."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._groups import group_of
from smallestai.cli._input import argument
from smallestai.cli._options import ApiKey, AsJson, BaseUrl, Debug, Embedded

if TYPE_CHECKING:
    from smallestai.waves.pronunciation import PronunciationDictionary

_COLUMNS = ("id", "word", "pronunciation")

_Id = Annotated[str, typer.Argument(metavar="ID", help="The dictionary's id.")]
_Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORD=SAID...", help="Words and how they are said: Pune=poo-nay."),
]
_Csv = Annotated[
    str | None, typer.Option("--csv", help="A file of them: a word and how it is said a line.")
]


def add_to(app: typer.Typer, epilog: str) -> None:
    """Add the commands to an app."""
    group = group_of(TyperGroup, epilog)
    for command in (create, replace, delete):
        group.command(epilog=epilog)(command)
    group.command("list", epilog=epilog)(list_dictionaries)
    app.add_typer(
        group, name="dictionary", epilog=epilog, help="Pronunciation dictionaries, for speech."
    )


def list_dictionaries(
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """List the dictionaries, a line for each word."""
    with connect(api_key, base_url, sandbox) as client, _output.progress("asking"):
        found = client.waves.pronunciation.list()
    if as_json:
        _output.write_json([_fields(each) for each in found])
    else:
        rows = [[each.id, *pair] for each in found for pair in each.words.items()]
        _output.write_table(_COLUMNS, rows)


def create(
    words: _Words = None,
    csv: _Csv = None,
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Make a dictionary of words or a CSV file; print its id."""
    items = _items(words, csv)
    with connect(api_key, base_url, sandbox) as client:
        _tell(client.waves.pronunciation.create(items), as_json=as_json)


def replace(
    dictionary: _Id,
    words: _Words = None,
    csv: _Csv = None,
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Replace all words of a dictionary."""
    items = _items(words, csv)
    with connect(api_key, base_url, sandbox) as client:
        _tell(client.waves.pronunciation.replace(dictionary, items), as_json=as_json)


def delete(
    dictionary: _Id,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Delete a dictionary."""
    with connect(api_key, base_url, sandbox) as client:
        client.waves.pronunciation.delete(dictionary)


def _items(words: list[str] | None, csv: str | None) -> list[tuple[str, str]]:
    """Return the words that are given one way or the other, checked before a key is needed."""
    from smallestai.waves._pronunciation import items_of, read_csv

    if bool(words) == (csv is not None):
        raise typer.BadParameter("give words or --csv, one of the two", param_hint="WORD=SAID")
    pairs = [_pair(each) for each in words or ()] if csv is None else [*read_csv(csv).items()]
    items_of(pairs)
    return pairs


def _pair(text: str) -> tuple[str, str]:
    word, between, said = argument(text, "WORD=SAID").partition("=")
    if not between:
        raise typer.BadParameter(f"{text!r} must be like Pune=poo-nay", param_hint="WORD=SAID")
    return word, said


def _tell(dictionary: "PronunciationDictionary", *, as_json: bool) -> None:
    if as_json:
        _output.write_json(_fields(dictionary))
    else:
        _output.write(f"{dictionary.id}\n".encode())


def _fields(dictionary: "PronunciationDictionary") -> dict[str, Any]:
    made = dictionary.created_at
    when = None if made is None else made.isoformat()
    return {"id": dictionary.id, "words": dictionary.words, "created_at": when}
