"""How an agent sounds: its voice, its speed, its language, as the speech engine takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai.waves.catalogue import PRO

from .engine import Speech
from .voices import VoiceProfile, profile_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .state import State

USUAL, CALLER = "meher", "magnus"
"""The voices of an agent that names none that is known, and of those it speaks with."""

_SLOWEST, _FASTEST = 0.5, 2.0
_RATES = (8000, 16000, 24000)
_LIGHTNING = "waves_lightning"


def speech_of(state: State, agent: Mapping[str, Any], text: str, sample_rate: int) -> Speech:
    """Return a text as an agent speaks it.

    Args:
        state: The server's state, which has the cloned voices.
        agent: The body of the agent's record, or of a call's, which keeps how its agent sounded.
        text: What it says.
        sample_rate: The rate of the audio, in hertz.
    """
    synthesizer = agent["synthesizer"]
    voice = synthesizer["voiceConfig"].get("voiceId", USUAL)
    return Speech(
        text,
        profile_of(voice, state.store) or _known(USUAL),
        speed=min(max(synthesizer.get("speed", 1.0), _SLOWEST), _FASTEST),
        sample_rate=sample_rate,
    )


def caller_speech(text: str, sample_rate: int) -> Speech:
    """Return a text as a caller made up by the sandbox speaks it."""
    return Speech(text, _known(CALLER), language="en", sample_rate=sample_rate)


def output_rates(agent: Mapping[str, Any]) -> tuple[int, ...]:
    """Return the rates that an agent's voice can be had at, in hertz."""
    voice = agent["synthesizer"]["voiceConfig"]
    lightning = str(voice.get("model", "")).startswith(_LIGHTNING) or voice.get("voiceId") in PRO
    return (*_RATES, 44100) if lightning else _RATES


def _known(voice_id: str) -> VoiceProfile:
    found = profile_of(voice_id)
    if found is None:
        raise LookupError(f"the catalogue has lost the voice {voice_id}")
    return found
