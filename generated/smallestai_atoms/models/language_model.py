"""The known values of LanguageModel. Others pass: the service may grow."""

from typing import Literal

LanguageModel = Literal[
    "electron",
    "electron-kogta",
    "electron-kogta-v2",
    "gpt-4.1",
    "gpt-4o",
    "gpt-5.2",
    "gpt-realtime",
    "gpt-realtime-mini",
]
