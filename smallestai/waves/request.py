"""What is asked of text to speech: every field checked before anything is sent.

Source: `TtsRequest` and `TtsFragment` in `openapi/waves.yaml`.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, Unpack

from smallestai.audio import AudioFormat, Encoding
from smallestai.errors import ArgumentError
from smallestai.waves import catalogue
from smallestai.waves._options import (
    CHECKS,
    DEFAULTS,
    SHOWN,
    TRANSPORTS,
    About,
    Transport,
    check_number,
    check_one_of,
    short,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smallestai.waves._pronunciation import PronunciationDictionary

__all__ = [
    "TRANSPORTS",
    "SpeechOptions",
    "SpeechRequest",
    "Transport",
    "check_number",
    "check_one_of",
    "check_text",
    "speech_request",
]

# What is looked at together, or not at all.
_TAKEN = frozenset({"voice_id", "model", "extra_body"})
# What today's names are for those that are no longer served.
_RETIRED = ("lightning", "lightning-large", "lightning-v2", "lightning_large", "lightning_v2")


class SpeechOptions(TypedDict, total=False):
    """How a text is to be spoken. What is left out is not sent, and the service decides.

    Attributes:
        voice_id: A voice of the catalogue (`voices.list()`), or a clone's ``voice_...``. ``meher``
            by default, or ``magnus`` where only the base model is named.
        model: ``lightning_v3.1_pro`` (default) or ``lightning_v3.1``. A voice known to belong to
            one of them chooses it.
        sample_rate: 8000, 16000, 24000 (default) or 44100 samples per second.
        output_format: ``pcm`` (default), ``wav``, ``mp3``, ``ulaw`` or ``alaw``. Streams over SSE
            and WebSocket are PCM always.
        speed: 0.5 to 2; 1 is the voice's own pace.
        language: A code such as ``en`` or ``hi``, or ``auto``. Which ones depends on the model.
        number_pronunciation_language: The language that numbers are read in.
        math_notation: Read signs between digits as words.
        pronunciation_dicts: Pronunciation dictionaries, or their ids.
        word_timestamps: Also send when each word is spoken (WebSocket only).
        session_id: Your own id of the conversation, echoed by the service; letters, digits, ``_ -
            .``, at most 128.
        request_id: Your own id of this request, likewise.
        complete_backoff_ms: Milliseconds the service waits after the last audio before it says that
            it is complete, 0 to 10000 (WebSocket only). 0 by default; the service's own default
            adds four seconds of silence.
        expire_content: Ask that the text be deleted after seven days (Enterprise; ignored on other
            plans).
        extra_body: Further fields, sent as they are and unchecked; they win over the fields above.
    """

    voice_id: str
    model: str
    sample_rate: int
    output_format: Encoding
    speed: float
    language: str
    number_pronunciation_language: str
    math_notation: bool
    pronunciation_dicts: Sequence[PronunciationDictionary | str]
    word_timestamps: bool
    session_id: str
    request_id: str
    complete_backoff_ms: float
    expire_content: bool
    extra_body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """A checked request, ready for any of the three transports."""

    text: str
    transport: Transport
    format: AudioFormat
    settings: Mapping[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def about(self) -> dict[str, str]:
        """What may be told of it: neither the text nor the key."""
        model, voice = self.settings.get("model"), self.settings.get("voice_id")
        return {"transport": self.transport, "model": str(model), "voice": str(voice)}


def speech_request(
    text: str, transport: Transport, **options: Unpack[SpeechOptions]
) -> SpeechRequest:
    """Check the arguments (see `SpeechOptions`) and make the request.

    Raises:
        ArgumentError: An argument has a value the service refuses.
        TypeError: An option has no such name.
    """
    if not options.keys() <= SpeechOptions.__annotations__.keys():
        names = sorted(options.keys() - SpeechOptions.__annotations__.keys())
        from difflib import get_close_matches

        near = get_close_matches(names[0], SpeechOptions.__annotations__, 1)
        hint = f": did you mean {near[0]!r}?" if near else ""
        raise TypeError(f"speech has no option {names[0]!r}{hint}")
    try:
        checked = _checked_before(transport, **options)
    except TypeError:  # a list or a mapping cannot be looked up
        checked = _checked(transport, **options)
    if checked.warning is not None:
        warnings.warn(checked.warning, UserWarning, stacklevel=_depth())
    return SpeechRequest(
        check_text(text), transport, checked.format, checked.settings, checked.headers
    )


class _Checked(NamedTuple):
    """What options amount to: the same for every text."""

    format: AudioFormat
    settings: Mapping[str, Any]
    headers: Mapping[str, str]
    warning: str | None


def _checked(transport: Transport, **options: Unpack[SpeechOptions]) -> _Checked:
    check_one_of("transport", transport, TRANSPORTS)
    voice_id, model, warning = _voice_and_model(options.get("voice_id"), options.get("model"))
    settings = {
        "voice_id": voice_id,
        "model": model,
        "sample_rate": catalogue.DEFAULT_SAMPLE_RATE,
        **DEFAULTS[transport],
    }
    about = About(transport, model)
    for name, value in options.items():
        if value is not None and name not in _TAKEN:
            settings[name] = CHECKS[name](name, value, about)
    form = AudioFormat(settings.get("output_format", "pcm"), settings["sample_rate"])
    if transport == "websocket":
        settings.pop("output_format", None)  # which has none
    headers = {"x-expire-content": "true"} if settings.pop("expire_content", False) else {}
    extra = options.get("extra_body")
    if not isinstance(extra, Mapping | None):
        raise ArgumentError("extra_body", short(extra), "must map names to values")
    settings |= extra or {}
    for name, value in settings.items():
        _check_writable(name, value)
    return _Checked(form, settings, headers, warning)


# A program asks for nearly all its texts in the same way.
_checked_before = lru_cache(maxsize=32, typed=True)(_checked)


def _check_writable(name: str, value: Any) -> None:
    try:
        json.dumps({name: value}, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError) as error:
        remedy = f"cannot be written as JSON: {error}"
        raise ArgumentError(ascii(name), short(value), remedy) from error


def check_text(text: str) -> str:
    """Return the text as it is, or say what is wrong with it."""
    if not isinstance(text, str):
        raise ArgumentError("text", short(text), "must be a string")
    length = len(text.strip())
    if not length:
        raise ArgumentError(
            "text", text[:SHOWN], "holds nothing to speak; give it at least one word"
        )
    if length > catalogue.MAX_TEXT:
        remedy = f"has {length} characters; the service takes {catalogue.MAX_TEXT}, so split it"
        raise ArgumentError("text", short(text), remedy)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        remedy = f"is not valid Unicode at character {error.start}: half of a surrogate pair"
        raise ArgumentError("text", ascii(text[:SHOWN]), remedy) from None
    return text


def _voice_and_model(voice_id: str | None, model: str | None) -> tuple[str, str, str | None]:
    """Return both, each chosen by the other where it is left out, and what to warn of."""
    if model is not None:
        _check_model(model)
    if voice_id is None:
        model = model or catalogue.DEFAULT_MODEL
        return catalogue.DEFAULT_VOICES[model], model, None
    if not isinstance(voice_id, str) or not voice_id.strip():
        raise ArgumentError(
            "voice_id", short(voice_id), "must name a voice; see client.waves.voices.list()"
        )
    home = catalogue.model_of(voice_id)
    if model is None:
        return voice_id, home or catalogue.DEFAULT_MODEL, None
    if home in (None, model):
        return voice_id, model, None
    warning = f"voice {voice_id!r} belongs to {home}: with model={model!r} it will sound wrong"
    return voice_id, model, warning


def _depth() -> int:
    """Return the stack level of whoever called this package, seen from the function that asks."""
    here = str(Path(__file__).parent.parent) + os.sep
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and frame.f_code.co_filename.startswith(here):
        frame, level = frame.f_back, level + 1
    return level


def _check_model(model: object) -> None:
    if model in _RETIRED:
        raise ArgumentError("model", model, f"is retired; use {catalogue.DEFAULT_MODEL!r}")
    check_one_of("model", model, catalogue.MODELS)
