"""The speech of a text that is still being written, under its first name."""

from __future__ import annotations

from smallestai.waves.stream_tts import TextToAudioStream

__all__ = ["TextToAudioStream"]
