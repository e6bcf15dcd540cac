"""The import name of the releases up to 2.x: their classes, and the public names of `smallestai`.

New code says ``import smallestai``; docs/migration.md tells what is called how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai import __all__ as _names
from smallestai._lazy import lazy_import

__all__ = sorted([*_names, "AsyncSmallest", "Smallest"])

if TYPE_CHECKING:
    from smallest.async_tts import AsyncSmallest as AsyncSmallest
    from smallest.tts import Smallest as Smallest
    from smallestai import *  # noqa: F403  # the same names, whatever they are
else:
    _OURS = {"AsyncSmallest": ".async_tts", "Smallest": ".tts"}
    lazy_import(
        globals(),
        dict.fromkeys(_names, "smallestai") | _OURS,
        submodules=("async_tts", "exceptions", "models", "stream_tts", "tts", "utils"),
    )
