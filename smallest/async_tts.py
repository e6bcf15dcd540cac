"""The client for event loops under its first name."""

from __future__ import annotations

from smallestai.waves.async_waves_client import AsyncWavesClient

__all__ = ["AsyncSmallest"]


class AsyncSmallest(AsyncWavesClient):
    """The same as `smallestai.waves.AsyncWavesClient`."""
