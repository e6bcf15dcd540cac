"""`smallestai sandbox`: the platform on this machine."""

from pathlib import Path
from typing import Annotated

import typer

from smallestai.cli._options import Debug


def sandbox(
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 0,
    api_key: Annotated[
        str | None, typer.Option("--api-key", help="Accept this key only; by default any.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="Keep what is created in this file.")
    ] = None,
    expose: Annotated[
        bool, typer.Option("--expose", help="Allow an address that other machines can reach.")
    ] = False,
    _debug: Debug = False,
) -> None:
    """Run the platform on this machine.

    It ends with Ctrl-C. Its address is the one line on standard output; point SMALLEST_BASE_URL
    at it. Speech is made by eSpeak NG, and what is created is kept in memory unless --data is
    given.
    """
    from smallestai.sandbox.__main__ import main

    given = {"--host": host, "--port": port, "--api-key": api_key, "--data": data}
    arguments = [f"{name}={value}" for name, value in given.items() if value is not None]
    raise typer.Exit(main([*arguments, "--expose"] if expose else arguments))
