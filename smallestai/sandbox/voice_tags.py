"""What is known about each voice of the catalogue: gender, accent, age, and languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen
class Tags:
    """What is known about a voice; its first language, as a code, is the one it speaks unasked."""

    gender: str
    accent: str = "american"
    age: str = "young"
    languages: tuple[str, ...] = ("en",)


def _f(accent: str = "american", age: str = "young", languages: str = "en") -> Tags:
    return Tags("female", accent, age, tuple(languages.split()))


def _m(accent: str = "american", age: str = "young", languages: str = "en") -> Tags:
    return Tags("male", accent, age, tuple(languages.split()))


# The order decides how a voice sounds: a new one belongs at the end.
TAGS: Mapping[str, Tags] = {
    "magnus": _m(age="middle-aged"),
    "olivia": _f(),
    "jordan": _m(),
    "robert": _m(age="old"),
    "lucas": _m("british"),
    "sophia": _f(),
    "quinn": _f(),
    "mia": _f("british"),
    "daniel": _m("british", "middle-aged"),
    "rachel": _f(age="middle-aged"),
    "devansh": _m("indian", languages="en hi"),
    "maithili": _f("indian", languages="en hi"),
    "neel": _m("indian", languages="en hi gu"),
    "sunidhi": _f("indian", languages="en hi bn"),
    "parth": _m("indian", languages="en hi mr"),
    "jeevan": _m("indian", "middle-aged", "en kn te"),
    "rajeshwari": _f("indian", "middle-aged", "en ta ml"),
    "marcos": _m("spanish", "middle-aged", "es en"),
    "daniella": _f("spanish", languages="es en"),
    "kartik": _m("indian", languages="en hi"),
    "liam": _m(languages="en hi"),
    "avery": _f(languages="en hi"),
    "meher": _f("indian", languages="en hi"),
    "rhea": _f("indian", languages="en hi"),
    "kareena": _f("indian", "middle-aged", "en hi"),
    "aviraj": _m("indian", languages="en hi"),
    "vyom": _m("indian", "middle-aged", "en hi"),
    "kaitlyn": _f(),
    "amelia": _f("british", "middle-aged"),
    "zoe": _f(),
    "blake": _m(),
    "austin": _m(),
    "jack": _m("british"),
    "sophie": _f("british"),
    "ellie": _f("british"),
    "henry": _m("british", "middle-aged"),
    "sam": _m(),
    "rupert": _m("british", "old"),
    "max": _m("german", "middle-aged", "de en"),
    "manon": _f("french", languages="fr en"),
    "aria": _f("japanese", languages="ja en"),
    "june": _f("korean", languages="ko en"),
    "kai": _m("vietnamese", languages="vi en"),
    "layla": _f("arabic", languages="ar en"),
    "adam": _m("arabic", "middle-aged", "ar en"),
}
LANGUAGE_NAMES = {
    "ar": "arabic",
    "bn": "bengali",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "gu": "gujarati",
    "hi": "hindi",
    "ja": "japanese",
    "kn": "kannada",
    "ko": "korean",
    "ml": "malayalam",
    "mr": "marathi",
    "ta": "tamil",
    "te": "telugu",
    "vi": "vietnamese",
}
