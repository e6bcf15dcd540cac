"""A page to talk with Hydra and to have text spoken, in a browser on this machine: `Playground`.

It needs the extra: `pip install 'smallestai[sandbox]'`. The key stays in this process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai._lazy import lazy_import

__all__ = ["Playground"]

# ruff: noqa: TC004  (type checkers see plain imports, programs load on first use)
if TYPE_CHECKING:
    from .server import Playground
else:
    lazy_import(globals(), {"Playground": ".server"})
