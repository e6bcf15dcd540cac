"""What programs imported or copied from the ``utils`` of the old clients."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from smallestai._config import BASE_URL
from smallestai.audio import AudioFormat, wav_header
from smallestai.waves.exceptions import ValidationError
from smallestai.waves.models import LANGUAGES_OF, ASRLanguages_lightning, ASRModels, TTSModels

API_BASE_URL = f"{BASE_URL}/waves/v1"
WEBSOCKET_URL = f"wss{BASE_URL.removeprefix('https')}/waves/v1/tts/live"
SAMPLE_WIDTH = 2
CHANNELS = 1
CHUNK_SIZE = 250
ALLOWED_AUDIO_EXTENSIONS = [".mp3", ".wav"]
SENTENCE_END_REGEX = re.compile(r".*[-.—!?,;:…।|]$")

_MARK = re.compile(r"[-.—!?,;:…।|]")
_SPACE = re.compile(r"\s+")
_LOWEST_RATE, _HIGHEST_RATE = 8000, 48000


@dataclass
class TTSOptions:
    """What an old client speaks with, unless a call says otherwise."""

    model: str
    sample_rate: int
    voice_id: str | None
    api_key: str | None = field(repr=False)
    add_wav_header: bool
    speed: float
    consistency: float | None = 0.5
    similarity: float | None = 0.0
    enhancement: int | bool | None = 1
    language: str | None = None
    output_format: str = "wav"

    @property
    def voice(self) -> str | None:
        """The name of `voice_id` before 2.0."""
        return self.voice_id


@dataclass
class ASROptions:
    """What a transcription was asked with."""

    model: str
    language: str
    word_timestamps: bool
    age_detection: bool
    gender_detection: bool
    emotion_detection: bool
    api_key: str | None = field(repr=False)


def add_wav_header(
    frame_input: bytes,
    sample_rate: int = 24000,
    sample_width: int = SAMPLE_WIDTH,
    channels: int = CHANNELS,
) -> bytes:
    """Return 16-bit PCM in a WAV container."""
    if sample_width != SAMPLE_WIDTH:
        raise ValueError(f"sample_width={sample_width}: only {SAMPLE_WIDTH} is possible")
    return wav_header(AudioFormat("pcm", sample_rate, channels), len(frame_input)) + frame_input


def preprocess_text(text: str) -> str:
    """Return a text on one line, with single spaces."""
    return _SPACE.sub(" ", text.replace("\n", " ").replace("\t", " ")).strip()


def chunk_text(text: str, chunk_size: int = CHUNK_SIZE) -> list[str]:
    """Cut a text into parts of at most ``chunk_size`` characters.

    Each ends at the last mark that fits, else at the last space, else anywhere.
    """
    parts = []
    while len(text) > chunk_size:
        head = text[:chunk_size]
        marks = [found.end() for found in _MARK.finditer(head)]
        at = marks[-1] if marks else head.rfind(" ")
        at = at if at > 0 else chunk_size
        parts.append(text[:at].strip())
        text = text[at:].strip()
    return [part for part in (*parts, text) if part]


def split_into_chunks(text: str) -> list[str]:
    """Cut a text as `chunk_text` does; the name in 1.3."""
    return chunk_text(text)


def validate_input(
    text: str,
    *args: Any,
    consistency: float | None = None,
    similarity: float | None = None,
    enhancement: int | bool | None = None,
    **named: Any,
) -> None:
    """Raise `ValidationError` for what cannot be spoken.

    Args:
        text: The text.
        *args: Model, sample rate, speed and the three below; before 2.0 a voice came first.
        consistency: 0 to 1, or None.
        similarity: 0 to 1, or None.
        enhancement: 0 to 2, or None.
        **named: ``model``, ``sample_rate`` and ``speed`` by name, and ``voice``.
    """
    given = list(args[1:] if len(args) > 1 and isinstance(args[1], str) else args)
    wanted = [name for name in ("model", "sample_rate", "speed") if name not in named]
    named |= dict(zip(wanted, given, strict=False))
    model, rate, speed = (named.get(name) for name in ("model", "sample_rate", "speed"))
    extras = {"consistency": consistency, "similarity": similarity, "enhancement": enhancement}
    extras |= dict(zip(extras, given[len(wanted) :], strict=False))
    _check(bool(text), "text", text, "must not be empty")
    _check(model in TTSModels, "model", model, f"must be one of {', '.join(TTSModels)}")
    _check_range("sample_rate", rate, _LOWEST_RATE, _HIGHEST_RATE)
    _check_range("speed", speed, 0.5, 2.0)
    for name, high in (("consistency", 1), ("similarity", 1), ("enhancement", 2)):
        if extras[name] is not None:
            _check_range(name, extras[name], 0, high)


def validate_asr_input(file_path: str, model: str, language: str) -> None:
    """Raise `ValidationError` for what cannot be transcribed."""
    _check(Path(file_path).is_file(), "file_path", file_path, "is no file")
    _check(model in ASRModels, "model", model, f"must be one of {', '.join(ASRModels)}")
    known = ", ".join(ASRLanguages_lightning)
    _check(language in ASRLanguages_lightning, "language", language, f"must be one of {known}")


def get_smallest_languages(model: str = "lightning") -> list[str]:
    """Return the languages that a model speaks."""
    _check(model in LANGUAGES_OF, "model", model, f"must be one of {', '.join(LANGUAGES_OF)}")
    return LANGUAGES_OF[model]


def get_smallest_models() -> list[str]:
    """Return the names that ``model`` takes."""
    return TTSModels


def _check_range(name: str, value: Any, low: float, high: float) -> None:
    _check(low <= value <= high, name, value, f"must lie between {low:g} and {high:g}")


def _check(holds: bool, name: str, value: object, remedy: str) -> None:
    if not holds:
        raise ValidationError(f"{name}={value!r} {remedy}")
