"""What is known of the speech models: voices, languages, rates, formats.

Facts of the service, used to choose a model for a voice and to refuse a value before it is sent. A
voice that is not listed here is no error: the catalogue of the service is larger and grows.
"""

from __future__ import annotations

BASE = "lightning_v3.1"
PRO_MODEL = "lightning_v3.1_pro"
MODELS = (BASE, PRO_MODEL)

DEFAULT_MODEL = PRO_MODEL
DEFAULT_VOICES = {BASE: "magnus", PRO_MODEL: "meher"}
DEFAULT_VOICE = DEFAULT_VOICES[DEFAULT_MODEL]
DEFAULT_SAMPLE_RATE = 24000

STANDARD = (
    "magnus",
    "olivia",
    "jordan",
    "robert",
    "lucas",
    "sophia",
    "quinn",
    "mia",
    "daniel",
    "rachel",
    "devansh",
    "maithili",
    "neel",
    "sunidhi",
    "parth",
    "jeevan",
    "rajeshwari",
    "marcos",
    "daniella",
    "kartik",
    "liam",
    "avery",
)
PRO = (
    "meher",
    "rhea",
    "kareena",
    "aviraj",
    "vyom",
    "kaitlyn",
    "amelia",
    "zoe",
    "blake",
    "austin",
    "jack",
    "sophie",
    "ellie",
    "henry",
    "sam",
    "rupert",
    "max",
    "manon",
    "aria",
    "june",
    "kai",
    "layla",
    "adam",
)

WORD_TIMESTAMP_VOICES = frozenset({"meher", "devansh", "kartik", "maithili", "liam", "avery"})

_BASE_LANGUAGES = (
    *("en", "es", "fr", "de", "it", "nl", "sv", "pt", "pl", "ru"),
    *("hi", "mr", "gu", "pa", "bn", "or", "ta", "te", "kn", "ml"),
)
_PRO_LANGUAGES = ("el", "fi", "no", "zh", "ja", "ko", "id", "ms", "vi", "tr", "ar")
LANGUAGES = {
    BASE: ("auto", *_BASE_LANGUAGES, "he"),
    PRO_MODEL: ("auto", *_BASE_LANGUAGES, *_PRO_LANGUAGES, "he"),
}
# The catalogue tags voices with names, requests carry codes.
LANGUAGE_NAMES = {
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "de": "german",
    "it": "italian",
    "nl": "dutch",
    "sv": "swedish",
    "pt": "portuguese",
    "pl": "polish",
    "ru": "russian",
    "hi": "hindi",
    "mr": "marathi",
    "gu": "gujarati",
    "pa": "punjabi",
    "bn": "bengali",
    "or": "odia",
    "ta": "tamil",
    "te": "telugu",
    "kn": "kannada",
    "ml": "malayalam",
    "el": "greek",
    "fi": "finnish",
    "no": "norwegian",
    "zh": "chinese",
    "ja": "japanese",
    "ko": "korean",
    "id": "indonesian",
    "ms": "malay",
    "vi": "vietnamese",
    "tr": "turkish",
    "ar": "arabic",
    "he": "hebrew",
}

SAMPLE_RATES = (8000, 16000, 24000, 44100)
OUTPUT_FORMATS = ("pcm", "wav", "mp3", "ulaw", "alaw")
MAX_TEXT = 8000


def model_of(voice_id: str) -> str | None:
    """Return the model that a catalogue voice belongs to, or None for a voice not listed here."""
    if voice_id in PRO:
        return PRO_MODEL
    if voice_id in STANDARD:
        return BASE
    return None
