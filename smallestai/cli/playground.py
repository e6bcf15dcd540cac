"""`smallestai playground`: talk and speak in a browser, served from this machine."""

import signal
import threading
import webbrowser
from typing import Annotated

import typer

from smallestai.cli import _output
from smallestai.cli._client import connect
from smallestai.cli._options import ApiKey, BaseUrl, Debug, Embedded
from smallestai.errors import ConfigurationError

_ANY_KEY = "any-key"
_LOOK = 0.2  # seconds between looks for signals, which some systems do not deliver to a lock


def playground(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 0,
    open_page: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in the browser.")
    ] = True,
    sandbox: Embedded = False,
    api_key: ApiKey = None,
    base_url: BaseUrl = None,
    _debug: Debug = False,
) -> None:
    """Talk and have text spoken in the browser.

    It ends with Ctrl-C. The page is served on this machine, for this machine. Its address, the
    one line on standard output, is the way in: whoever has it can use the key, which itself
    never leaves this process.
    """
    from smallestai import AsyncSmallestAI

    try:
        from smallestai.playground import Playground
    except ModuleNotFoundError as error:
        raise ConfigurationError(
            f"the playground needs {error.name}: pip install 'smallestai[sandbox]'"
        ) from error
    with connect(api_key, base_url, sandbox) as client:
        key = _ANY_KEY if sandbox else api_key
        page = Playground(
            AsyncSmallestAI(key, base_url=client.base_url), port=port, offline=sandbox
        )
        try:
            page.start()
        except OSError as error:
            raise ConfigurationError(f"port {port}: {error.strerror or error}") from error
        with page:
            _output.write(f"{page.url}\n".encode())
            if open_page and not webbrowser.open(page.url):
                _output.note("smallestai: no browser could be opened; the address is above")
            _wait_for_the_end()


def _wait_for_the_end() -> None:
    """Wait until SIGINT or SIGTERM."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    while not stop.wait(_LOOK):
        pass
