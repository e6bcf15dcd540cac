"""The known values of CloneLanguage. Others pass: the service may grow."""

from typing import Literal

CloneLanguage = Literal[
    "auto",
    "bn",
    "de",
    "en",
    "es",
    "fr",
    "gu",
    "he",
    "hi",
    "it",
    "kn",
    "ml",
    "mr",
    "nl",
    "or",
    "pa",
    "pl",
    "pt",
    "ru",
    "sv",
    "ta",
    "te",
]
