"""Groups of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from smallestai.cli._errors import ExitStatus

if TYPE_CHECKING:
    from typer.core import TyperGroup


def group_of(cls: type[TyperGroup], epilog: str) -> typer.Typer:
    """Return a group that shows its help where no command follows, and exits with 2.

    Args:
        cls: How its commands are found.
        epilog: What stands below its help.
    """
    made = typer.Typer(cls=cls, rich_markup_mode=None)

    @made.callback(invoke_without_command=True, epilog=epilog)
    def _shown(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            typer.echo(context.get_help(), err=True)
            raise typer.Exit(ExitStatus.USAGE)

    return made
