"""The client that the options ask for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from smallestai.errors import ConfigurationError

if TYPE_CHECKING:
    from smallestai import SmallestAI


def connect(api_key: str | None, base_url: str | None, embedded: bool) -> SmallestAI:
    """Return a client for the service, or for a sandbox of its own.

    Raises:
        ConfigurationError: There is no key, the options contradict each other, or the extra
            that the sandbox needs is missing.
    """
    from smallestai import SmallestAI

    if embedded:
        if api_key or base_url:
            raise ConfigurationError("--sandbox has its own address and key: leave the others out")
        return SmallestAI.sandbox()
    if not (api_key or os.environ.get("SMALLEST_API_KEY")):
        raise ConfigurationError(
            "no API key: set SMALLEST_API_KEY (keys are made at https://app.smallest.ai), "
            "or add --sandbox to work without one"
        )
    return SmallestAI(api_key=api_key, base_url=base_url)
