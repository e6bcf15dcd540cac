"""Waves: speech. The namespaces are loaded when a name of this package is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai._lazy import lazy_import

__all__ = [
    "AsyncSpeechConnection",
    "AsyncSpeechStream",
    "AsyncWaves",
    "AudioChunk",
    "Complete",
    "PieceEnded",
    "PieceStarted",
    "SpeechConnection",
    "SpeechMetrics",
    "SpeechStream",
    "Unknown",
    "Voice",
    "Waves",
    "Word",
]

# ruff: noqa: TC004  (type checkers see plain imports, programs load on first use)
if TYPE_CHECKING:
    from smallestai.protocol.events import (
        AudioChunk,
        Complete,
        PieceEnded,
        PieceStarted,
        Unknown,
        Word,
    )
    from smallestai.waves.connection import AsyncSpeechConnection, SpeechConnection
    from smallestai.waves.metrics import SpeechMetrics
    from smallestai.waves.namespaces import AsyncWaves, Waves
    from smallestai.waves.speech import AsyncSpeechStream, SpeechStream
    from smallestai.waves.voices import Voice
else:
    _EVENTS = ("AudioChunk", "Complete", "PieceEnded", "PieceStarted", "Unknown", "Word")
    lazy_import(
        globals(),
        {
            **dict.fromkeys(_EVENTS, "smallestai.protocol.events"),
            **dict.fromkeys(("AsyncSpeechConnection", "SpeechConnection"), ".connection"),
            **dict.fromkeys(("AsyncWaves", "Waves"), ".namespaces"),
            **dict.fromkeys(("AsyncSpeechStream", "SpeechStream"), ".speech"),
            "SpeechMetrics": ".metrics",
            "Voice": ".voices",
        },
        submodules=("catalogue",),
    )
