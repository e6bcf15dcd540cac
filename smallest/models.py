"""The models and languages of the old clients under their first name."""

from __future__ import annotations

from smallestai.waves.models import (
    TTSLanguages,
    TTSLanguages_lightning,
    TTSLanguages_lightning_large,
    TTSLanguages_lightning_v2,
    TTSModels,
    TTSVoices,
)

__all__ = [
    "TTSLanguages",
    "TTSLanguages_lightning",
    "TTSLanguages_lightning_large",
    "TTSLanguages_lightning_v2",
    "TTSModels",
    "TTSVoices",
]
