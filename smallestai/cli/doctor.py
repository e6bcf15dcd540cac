"""`smallestai doctor`: whether everything is there that a program needs."""

from dataclasses import asdict
from typing import Annotated

import typer

from smallestai.cli import _checkup, _output
from smallestai.cli._client import connect
from smallestai.cli._errors import ExitStatus
from smallestai.cli._options import ApiKey, AsJson, BaseUrl, Debug, Embedded

COLUMNS = ("check", "state", "ms", "found")


def doctor(
    speak: Annotated[
        bool,
        typer.Option("--speak", help="Time a sentence over each transport too; costs credits."),
    ] = False,
    as_json: AsJson = False,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> int:
    """Look whether everything is in order.

    Looked at are the installation, the settings, the service, the key and the sockets. Each
    line is one look, with the time it took and, where something is wrong, what to do. The exit
    status is 1 when something failed. The key is not shown.
    """
    found: list[_checkup.Finding] = []
    with _output.progress("looking"):
        found += _checkup.installation()
        found += _checkup.service(lambda: connect(api_key, base_url, sandbox), speak)
    if as_json:
        _output.write_json([asdict(one) for one in found])
    else:
        _output.write_table(COLUMNS, [_row(one) for one in found])
    return ExitStatus.SERVICE if any(one.state == "failed" for one in found) else ExitStatus.DONE


def _row(one: _checkup.Finding) -> tuple[str, str, str, str]:
    took = "" if one.seconds is None else f"{one.seconds * 1e3:.0f}"
    return one.check, one.state, took, one.said
