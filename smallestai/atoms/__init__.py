"""Atoms: voice agents. The generated client is loaded when a name of this package is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai._lazy import lazy_import

__all__ = [
    "AgentSession",
    "AgentTool",
    "AsyncAgentSession",
    "AsyncAtoms",
    "AsyncLiveEventStream",
    "Atoms",
    "LiveEventStream",
]

# ruff: noqa: TC004  (type checkers see plain imports, programs load on first use)
if TYPE_CHECKING:
    from smallestai.atoms.live_events import AsyncLiveEventStream, LiveEventStream
    from smallestai.atoms.namespaces import AsyncAtoms, Atoms
    from smallestai.atoms.realtime import AgentSession, AgentTool, AsyncAgentSession
else:
    _PLACES = {
        ".live_events": "AsyncLiveEventStream LiveEventStream",
        ".namespaces": "AsyncAtoms Atoms",
        ".realtime": "AgentSession AgentTool AsyncAgentSession",
    }
    lazy_import(
        globals(),
        {name: place for place, names in _PLACES.items() for name in names.split()},
    )
