"""`python -m smallestai.sandbox`: a sandbox that runs until it is interrupted."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .server import Sandbox

_MISSING = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a sandbox until SIGINT or SIGTERM; return the exit code.

    The only line on standard output is its URL. Code 2 says that it could not start.

    Args:
        arguments: The command line without the program; None reads it from the process.
    """
    options = _parser().parse_args(arguments)
    try:
        from .server import Sandbox
    except ModuleNotFoundError as error:
        return _fail(f"{error.name} is not installed: pip install 'smallestai[sandbox]'")
    with _stop_on_signals() as stop:
        return _serve(Sandbox, options, stop)


def _serve(make: type[Sandbox], options: argparse.Namespace, stop: Event) -> int:
    try:
        sandbox = make(
            host=options.host,
            port=options.port,
            api_key=options.api_key,
            data=options.data,
            expose=options.expose,
        ).start()
    except OSError as error:
        return _fail(f"{options.host}:{options.port}: {error.strerror or error}")
    except ValueError as error:
        return _fail(str(error).replace("expose=True", "--expose"))
    with sandbox:
        _tell(json.dumps({"url": sandbox.url}) if options.json else sandbox.url)
        stop.wait()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m smallestai.sandbox",
        description="Serve the voice platform on this machine, offline, until interrupted.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=0, help="port; 0 has the system choose")
    parser.add_argument("--api-key", metavar="KEY", help="the only key accepted; default: any")
    parser.add_argument("--data", metavar="FILE", help="keep records in a file; default: in memory")
    parser.add_argument(
        "--expose", action="store_true", help="allow an address that other machines can reach"
    )
    parser.add_argument("--json", action="store_true", help='print {"url": ...} instead of the URL')
    return parser


@contextmanager
def _stop_on_signals() -> Iterator[Event]:
    """Have both signals set an event; they mean again what they meant when it is over."""
    stop = Event()
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda *_: stop.set()) for number in numbers]
    try:
        yield stop
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _fail(reason: str) -> int:
    sys.stderr.write(f"smallestai.sandbox: {reason}\n")
    return _MISSING


if __name__ == "__main__":
    sys.exit(main())
