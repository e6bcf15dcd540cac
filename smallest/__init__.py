"""The import name of the releases up to 2.x: the public names of `smallestai`, under the old name.

New code says ``import smallestai``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai import __all__ as __all__
from smallestai._lazy import lazy_import

if TYPE_CHECKING:
    from smallestai import *  # noqa: F403  # the same names, whatever they are
else:
    lazy_import(globals(), dict.fromkeys(__all__, "smallestai"))
