"""Imports on first use (PEP 562): a package offers names whose modules it has not loaded."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping


def lazy_import(
    namespace: dict[str, Any],
    names: Mapping[str, str],
    submodules: Collection[str] = (),
    more: Callable[[], Mapping[str, str]] = dict,
) -> None:
    """Give a package a ``__getattr__`` and a ``__dir__`` that know more names than are loaded.

    Args:
        namespace: The ``globals()`` of the package.
        names: Each name and the module that defines it, relative (``".errors"``) or absolute.
        submodules: Modules of the package that attribute access loads.
        more: Returns further names, where it takes a table to know them; asked when a name is in
            neither, and for ``__dir__``.
    """
    package = namespace["__name__"]

    def load(name: str) -> Any:
        if name in submodules:
            return namespace.setdefault(name, import_module(f".{name}", package))
        place = names.get(name) or more().get(name)
        if place is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return namespace.setdefault(name, getattr(import_module(place, package), name))

    def listed() -> list[str]:
        return sorted({*vars(sys.modules[package]), *names, *submodules, *more()})

    namespace["__getattr__"] = load
    namespace["__dir__"] = listed
