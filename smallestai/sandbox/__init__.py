"""The whole platform on loopback, offline: `Sandbox` in a program, `python -m smallestai.sandbox`.

It needs the extra: `pip install 'smallestai[sandbox]'`. The speech engine that comes with it,
eSpeak NG, is licensed under the GPL, version 3, and is loaded at run time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai._lazy import lazy_import

__all__ = ["Sandbox", "Settings", "create_app"]

# ruff: noqa: TC004  (type checkers see plain imports, programs load on first use)
if TYPE_CHECKING:
    from .app import create_app
    from .server import Sandbox
    from .settings import Settings
else:
    lazy_import(globals(), {"Sandbox": ".server", "Settings": ".settings", "create_app": ".app"})
