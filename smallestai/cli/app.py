"""The commands together, and the place that turns a failure into a line and an exit status."""

import sys
import traceback
import warnings
from collections.abc import Sequence
from errno import ENOSPC
from typing import Annotated

import typer

from smallestai._version import __version__
from smallestai.cli import clone, dictionary
from smallestai.cli._errors import ExitStatus, UsageError, line_of, status_of, usage_line
from smallestai.cli._options import Debug, Switches
from smallestai.cli._output import ReaderGoneError, note
from smallestai.cli.atoms import add_groups
from smallestai.cli.chat import chat
from smallestai.cli.converse import converse
from smallestai.cli.doctor import doctor
from smallestai.cli.playground import playground
from smallestai.cli.replay import replay
from smallestai.cli.sandbox import sandbox
from smallestai.cli.say import say
from smallestai.cli.speak import speak
from smallestai.cli.talk import talk
from smallestai.cli.transcribe import transcribe
from smallestai.cli.voices import voices
from smallestai.errors import OutputError, SmallestError

EPILOG = """\b
Exit status:
  0    done
  1    the service refused, or something unforeseen happened
  2    wrong usage or configuration: an argument, a missing key or extra
  3    the output could not be written
  4    no connection, a lost connection, or too slow an answer
  130  interrupted
"""

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"smallestai {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog=EPILOG)
def _root(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
    _debug: Debug = False,
) -> None:
    """Speech and voice agents of Smallest AI."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(ExitStatus.USAGE)


app.command(epilog=EPILOG)(say)
app.command(epilog=EPILOG)(speak)
app.command(epilog=EPILOG)(transcribe)
app.command(epilog=EPILOG)(chat)
app.command(epilog=EPILOG)(converse)
app.command(epilog=EPILOG)(talk)
app.command(epilog=EPILOG)(replay)
app.command(epilog=EPILOG)(playground)
app.command(epilog=EPILOG)(voices)
clone.add_to(app, EPILOG)
dictionary.add_to(app, EPILOG)
app.command(epilog=EPILOG)(sandbox)
app.command(epilog=EPILOG)(doctor)
add_groups(app, EPILOG)


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; see `smallestai.cli.main`."""
    switches = Switches()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("once", UserWarning)
            warnings.showwarning = _show_warning
            return _invoke(argv, switches)
    except ReaderGoneError:
        return ExitStatus.OUTPUT
    except SystemExit as error:
        if isinstance(error.__context__, BrokenPipeError):  # Typer's own end: nobody reads the help
            return ExitStatus.OUTPUT
        raise
    except (typer.Abort, KeyboardInterrupt):
        return ExitStatus.INTERRUPTED
    except UsageError as error:
        return _fail(usage_line(error), ExitStatus.USAGE)
    except SmallestError as error:
        _trace(switches)
        return _fail(line_of(error), status_of(error))
    except Exception as error:  # whatever was not foreseen is one line too
        _trace(switches)
        if isinstance(error, OSError) and error.errno == ENOSPC and error.filename is None:
            full = OutputError("standard output", str(error.strerror))
            return _fail(line_of(full), ExitStatus.OUTPUT)
        what = f"{type(error).__name__}: {line_of(error)}"
        return _fail(f"{what} (--debug shows where)", ExitStatus.SERVICE)


def _invoke(argv: Sequence[str] | None, switches: Switches) -> int:
    command = typer.main.get_command(app)
    args = None if argv is None else list(argv)
    status = command.main(args, "smallestai", standalone_mode=False, obj=switches)
    return status if isinstance(status, int) else ExitStatus.DONE


def _show_warning(message: Warning | str, *_: object, **__: object) -> None:
    note(f"smallestai: warning: {message}")


def _fail(line: str, status: ExitStatus) -> int:
    note(f"smallestai: {line}")
    return status


def _trace(switches: Switches) -> None:
    if switches.debug:
        traceback.print_exc(file=sys.stderr)
