"""The `smallestai` command.

It needs the extra `cli` (typer and rich). Nothing here is imported by the library.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXTRA = {"typer", "rich"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    Args:
        argv: The arguments without the program's name; those of the process when None.

    Returns:
        0 done, 1 refused by the service, 2 wrong usage or configuration, 3 output not written,
        4 no connection or too slow, 130 interrupted.
    """
    try:
        from smallestai.cli.app import run
    except KeyboardInterrupt:
        return 130
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        sys.stderr.write(
            f"smallestai: the command line needs {error.name}: pip install 'smallestai[cli]'\n"
        )
        return 2
    return run(argv)
