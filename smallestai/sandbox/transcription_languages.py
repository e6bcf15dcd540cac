"""The languages that are transcribed: which in recordings, which live, which in one region only."""

from __future__ import annotations

INDIA = "ap-south-1"

_EAST_ASIAN = ("zh", "yue", "ja", "ko")
_SOUTH_INDIC = ("ta", "te", "kn", "ml")

RECORDED = (
    *("en", "hi", "de", "es", "ru", "it", "fr", "nl", "pt", "uk", "pl", "cs", "sk", "lv", "et"),
    *("ro", "fi", "sv", "bg", "hu", "da", "lt", "mt", "zh", "ja", "ko"),
    *("multi-eu", "multi-asian", "multi-indic"),
)
"""What a recording may be in."""

LIVE = (
    *("en", "hi", "hi-dev", "de", "es", "ru", "it", "fr", "nl", "pt"),
    *(*_EAST_ASIAN, "gu", "mr", "or", "bn", *_SOUTH_INDIC),
    *("north_indic", "multi-asian", "multi-south-indic", "multi"),
)
"""What a live stream may be in."""

_WITH_ENGLISH = ("en", "multi", "multi-eu", "multi-asian", "multi-south-indic", "north_indic")
_US_ONLY = (*_EAST_ASIAN, "multi-asian")
_INDIA_ONLY = (*_SOUTH_INDIC, "multi-south-indic", "hi-dev")


def may_be_english(language: str) -> bool:
    """Return whether speech may be English in a language or a group of them."""
    return language in _WITH_ENGLISH


def is_recorded_in(language: str, region: str) -> bool:
    """Return whether a region transcribes recordings in a language."""
    return language in RECORDED and (language != "multi-indic" or region == INDIA)


def is_live_in(language: str, region: str) -> bool:
    """Return whether a region transcribes a language live."""
    return language not in (_US_ONLY if region == INDIA else _INDIA_ONLY)
