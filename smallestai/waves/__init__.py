"""Waves: speech. The namespaces are loaded when a name of this package is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai._lazy import lazy_import

__all__ = [
    "AsyncSpeechStream",
    "AsyncWaves",
    "AudioChunk",
    "Complete",
    "SpeechMetrics",
    "SpeechStream",
    "Unknown",
    "Voice",
    "Waves",
    "Word",
]

# ruff: noqa: TC004  (type checkers see plain imports, programs load on first use)
if TYPE_CHECKING:
    from smallestai.protocol.events import AudioChunk, Complete, Unknown, Word
    from smallestai.waves.namespaces import AsyncWaves, Waves
    from smallestai.waves.speech import AsyncSpeechStream, SpeechMetrics, SpeechStream
    from smallestai.waves.voices import Voice
else:
    lazy_import(
        globals(),
        {
            **dict.fromkeys(
                ("AudioChunk", "Complete", "Unknown", "Word"), "smallestai.protocol.events"
            ),
            **dict.fromkeys(("AsyncWaves", "Waves"), ".namespaces"),
            **dict.fromkeys(("AsyncSpeechStream", "SpeechMetrics", "SpeechStream"), ".speech"),
            "Voice": ".voices",
        },
        submodules=("catalogue",),
    )
