"""The models and languages that the old clients knew by name.

New code takes them from `smallestai.waves.catalogue`.
"""

from __future__ import annotations

from smallestai.waves import catalogue

TTSModels: list[str] = ["lightning", "lightning-large", "lightning-v2", *catalogue.MODELS]
"""Names that ``model`` takes: three retired ones, which today's model speaks, and today's."""

TTSLanguages_lightning: list[str] = ["en", "hi"]
TTSLanguages_lightning_large: list[str] = ["en", "hi"]
TTSLanguages_lightning_v2: list[str] = [
    *("en", "hi", "mr", "kn", "ta", "bn", "gu", "de"),
    *("fr", "es", "it", "pl", "nl", "ru", "ar", "he"),
]
TTSLanguages: list[str] = TTSLanguages_lightning
"""The name before 3.1."""

TTSVoices: list[str] = [
    *("emily", "jasmine", "arman", "james", "mithali", "aravind", "raj", "arjun"),
    *("sanya", "saina", "pooja", "saurabh", "nisha", "mansi", "radhika", "kajal"),
    *("raghav", "deepika", "niharika", "monika", "raman", "diya", "ananya", "william"),
]
"""The voices up to 1.3, for code that imports the name. The catalogue of today is another."""

ASRModels: list[str] = ["lightning"]
ASRLanguages_lightning: list[str] = [
    *("it", "es", "en", "pt", "hi", "de", "fr", "uk", "ru", "kn", "ml"),
    *("pl", "mr", "gu", "cs", "sk", "te", "or", "nl", "bn", "lv", "et"),
    *("ro", "pa", "fi", "sv", "bg", "ta", "hu", "da", "lt", "mt", "multi"),
]

LANGUAGES_OF: dict[str, list[str]] = {
    "lightning": TTSLanguages_lightning,
    "lightning-large": TTSLanguages_lightning_large,
    "lightning-v2": TTSLanguages_lightning_v2,
} | {model: list(catalogue.LANGUAGES[model]) for model in catalogue.MODELS}
"""The languages of each of `TTSModels`."""
