"""The blocking client under its first name."""

from __future__ import annotations

from smallestai.waves.waves_client import WavesClient

__all__ = ["Smallest"]


class Smallest(WavesClient):
    """The same as `smallestai.waves.WavesClient`."""
