"""What is known of transcription: models, languages, regions, encodings, limits.

Facts of the service, used to refuse a value before anything is sent. Source: `SttLanguage`,
`SttLiveLanguage`, `SttEncoding` and `SttLiveQuery` in `openapi/waves.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from smallestai._config import REGIONS

if TYPE_CHECKING:
    from smallestai.audio import Encoding

PULSE = "pulse"
PULSE_PRO = "pulse-pro"
MODELS = (PULSE, PULSE_PRO)

_SHARED = ("en", "hi", "de", "es", "ru", "it", "fr", "nl", "pt")
_EAST_ASIAN = ("zh", "yue", "ja", "ko")
_SOUTH_INDIC = ("ta", "te", "kn", "ml")

RECORDING_LANGUAGES = {
    PULSE: (
        *(*_SHARED, "uk", "pl", "cs", "sk", "lv", "et", "ro", "fi", "sv"),
        *("bg", "hu", "da", "lt", "mt", "zh", "ja", "ko"),
        *("multi-eu", "multi-asian", "multi-indic"),
    ),
    PULSE_PRO: ("en",),
}
LIVE_LANGUAGES = (
    *(*_SHARED, "hi-dev", *_EAST_ASIAN, "gu", "mr", "or", "bn", *_SOUTH_INDIC),
    *("north_indic", "multi-asian", "multi-south-indic", "multi"),
)
LIVE_REGIONS = {
    **dict.fromkeys((*_EAST_ASIAN, "multi-asian"), "us"),
    **dict.fromkeys((*_SOUTH_INDIC, "multi-south-indic", "hi-dev"), "india"),
}
REDACTED_LANGUAGES = ("en", "hi")
RECORDING_REGIONS = {"multi-indic": "india"}

SAMPLE_RATES = (8000, 16000, 22050, 24000, 44100, 48000)
# Bytes of one sample; None where bytes tell no time.
ENCODINGS: dict[str, int | None] = {
    "linear16": 2,
    "linear32": 4,
    "alaw": 1,
    "mulaw": 1,
    "opus": None,
    "ogg_opus": None,
}
# Headerless samples that a WAV can hold, as `AudioFormat` names them.
RAW_ENCODINGS: dict[str, Encoding] = {"linear16": "pcm", "alaw": "alaw", "mulaw": "ulaw"}

MAX_BYTES = 250 * 1024 * 1024
MAX_KEYWORDS = 100


def region_of(base_url: str) -> str | None:
    """Return the region that an address belongs to; None for any other address."""
    host = urlsplit(base_url).hostname
    return next((name for name, url in REGIONS.items() if urlsplit(url).hostname == host), None)


def region_remedy(region: str) -> str:
    """Return what to do about a language that another region serves."""
    return f"is served by one region only: make the client with region={region!r}"
