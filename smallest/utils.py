"""The helpers of the old clients under their first name."""

from __future__ import annotations

from smallestai.waves.models import TTSVoices
from smallestai.waves.utils import (
    ALLOWED_AUDIO_EXTENSIONS,
    API_BASE_URL,
    CHANNELS,
    CHUNK_SIZE,
    SAMPLE_WIDTH,
    SENTENCE_END_REGEX,
    TTSOptions,
    add_wav_header,
    chunk_text,
    get_smallest_languages,
    get_smallest_models,
    preprocess_text,
    split_into_chunks,
    validate_input,
)

__all__ = [
    "ALLOWED_AUDIO_EXTENSIONS",
    "API_BASE_URL",
    "CHANNELS",
    "CHUNK_SIZE",
    "SAMPLE_WIDTH",
    "SENTENCE_END_REGEX",
    "TTSOptions",
    "add_wav_header",
    "chunk_text",
    "get_smallest_languages",
    "get_smallest_models",
    "get_smallest_voices",
    "preprocess_text",
    "split_into_chunks",
    "validate_input",
]


def get_smallest_voices() -> list[str]:
    """Return the names of the voices up to 1.3."""
    return TTSVoices
