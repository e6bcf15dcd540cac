"""Imports on first use (PEP 562): a package offers names whose modules it has not loaded."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def lazy_import(
    namespace: dict[str, Any],
    names: Mapping[str, str],
    submodules: Collection[str] = (),
) -> None:
    """Give a package a ``__getattr__`` and a ``__dir__`` that know more names than are loaded.

    Args:
        namespace: The ``globals()`` of the package.
        names: Each name and the module that defines it, relative (``".errors"``) or absolute.
        submodules: Modules of the package that attribute access loads.
    """
    package = namespace["__name__"]

    def load(name: str) -> Any:
        if name in names:
            value = getattr(import_module(names[name], package), name)
        elif name in submodules:
            value = import_module(f".{name}", package)
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return namespace.setdefault(name, value)

    def listed() -> list[str]:
        return sorted({*vars(sys.modules[package]), *names, *submodules})

    namespace["__getattr__"] = load
    namespace["__dir__"] = listed
