"""The known values of SttLiveLanguage. Others pass: the service may grow."""

from typing import Literal

SttLiveLanguage = Literal[
    "bn",
    "de",
    "en",
    "es",
    "fr",
    "gu",
    "hi",
    "hi-dev",
    "it",
    "ja",
    "kn",
    "ko",
    "ml",
    "mr",
    "multi",
    "multi-asian",
    "multi-south-indic",
    "nl",
    "north_indic",
    "or",
    "pt",
    "ru",
    "ta",
    "te",
    "yue",
    "zh",
]
