"""Atoms: voice agents. The generated client is loaded when a name of this package is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai._lazy import lazy_import

__all__ = ["AsyncAtoms", "Atoms"]

# ruff: noqa: TC004  (type checkers see plain imports, programs load on first use)
if TYPE_CHECKING:
    from smallestai.atoms.namespaces import AsyncAtoms, Atoms
else:
    lazy_import(globals(), dict.fromkeys(__all__, ".namespaces"))
