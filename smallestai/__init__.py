"""Smallest AI's voice platform: Waves (speech) and Atoms (voice agents).

    from smallestai import SmallestAI

    with SmallestAI() as client:                      # the key comes from SMALLEST_API_KEY
        audio = client.waves.tts.synthesize("Hello.", voice_id="meher")
        audio.save("hello.wav")

`AsyncSmallestAI` is the same with ``await``. Importing this package loads nothing else: every name
loads its module when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai import _old_agents
from smallestai._lazy import lazy_import
from smallestai._version import __version__

__all__ = [
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "ArgumentError",
    "AsyncSmallestAI",
    "AsyncWavesClient",
    "Audio",
    "AudioFormat",
    "AuthenticationError",
    "BadRequestError",
    "ConcurrencyLimitError",
    "ConfigurationError",
    "ConflictError",
    "FrozenError",
    "LocalProtocolError",
    "ModelRetiredError",
    "NotFoundError",
    "OrganizationNotAllowedError",
    "OutputError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "PlanNotEntitledError",
    "RateLimitError",
    "RemoteProtocolError",
    "ServerError",
    "SmallestAI",
    "SmallestError",
    "StreamClosedError",
    "StreamError",
    "TTSConfig",
    "TextToAudioStream",
    "Timeout",
    "WavesClient",
    "WavesStreamingTTS",
    "__version__",
]
__all__ += _old_agents.__all__

# ruff: noqa: TC004  (type checkers see plain imports, programs load on first use)
if TYPE_CHECKING:
    from smallestai._config import Timeout
    from smallestai._old_agents import *  # noqa: F403
    from smallestai.audio import Audio, AudioFormat
    from smallestai.client import AsyncSmallestAI, SmallestAI
    from smallestai.errors import (
        APIConnectionError,
        APIError,
        APITimeoutError,
        ArgumentError,
        AuthenticationError,
        BadRequestError,
        ConcurrencyLimitError,
        ConfigurationError,
        ConflictError,
        FrozenError,
        LocalProtocolError,
        ModelRetiredError,
        NotFoundError,
        OrganizationNotAllowedError,
        OutputError,
        PaymentRequiredError,
        PermissionDeniedError,
        PlanNotEntitledError,
        RateLimitError,
        RemoteProtocolError,
        ServerError,
        SmallestError,
        StreamClosedError,
        StreamError,
    )
    from smallestai.waves.async_waves_client import AsyncWavesClient
    from smallestai.waves.stream_tts import TextToAudioStream, TTSConfig, WavesStreamingTTS
    from smallestai.waves.waves_client import WavesClient
else:
    _ELSEWHERE = {
        "ApiAttributeError": ".atoms",
        "ApiKeyError": ".atoms",
        "ApiTypeError": ".atoms",
        "ApiValueError": ".atoms",
        "AsyncSmallestAI": ".client",
        "AsyncWavesClient": ".waves",
        "Audio": ".audio",
        "AudioFormat": ".audio",
        "SmallestAI": ".client",
        "TTSConfig": ".waves",
        "TextToAudioStream": ".waves",
        "Timeout": "._config",
        "WavesClient": ".waves",
        "WavesStreamingTTS": ".waves",
    }
    _REST = [name for name in __all__ if name not in globals()]

    def _newer_models():
        from smallestai.atoms.legacy.renamed import NEWER_NAMES

        return dict.fromkeys(NEWER_NAMES, ".atoms")

    lazy_import(
        globals(),
        # Errors, and what the old clients of agents are made of.
        {name: ".errors" if name.endswith("Error") else ".atoms" for name in _REST} | _ELSEWHERE,
        submodules=("atoms", "audio", "client", "errors", "sandbox", "waves"),
        more=_newer_models,
    )
