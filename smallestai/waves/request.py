"""What is asked of text to speech: every field checked before anything is sent.

Source: `TtsRequest` and `TtsFragment` in `openapi/waves.yaml`.
"""

from __future__ import annotations

import re
import sys
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from smallestai.audio import AudioFormat, Encoding
from smallestai.errors import ArgumentError
from smallestai.waves import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Transport = Literal["http", "sse", "websocket"]
TRANSPORTS: tuple[Transport, ...] = ("http", "sse", "websocket")

_ID = re.compile(r"[a-zA-Z0-9_\-.]{1,128}")
_SHOWN = 40
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
        pronunciation_dicts: Ids of pronunciation dictionaries.
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
    pronunciation_dicts: Sequence[str]
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
    text: str,
    transport: Transport,
    *,
    voice_id: str | None = None,
    model: str | None = None,
    sample_rate: int = catalogue.DEFAULT_SAMPLE_RATE,
    output_format: Encoding = "pcm",
    speed: float | None = None,
    language: str | None = None,
    number_pronunciation_language: str | None = None,
    math_notation: bool | None = None,
    pronunciation_dicts: Sequence[str] | None = None,
    word_timestamps: bool | None = None,
    session_id: str | None = None,
    request_id: str | None = None,
    complete_backoff_ms: float | None = None,
    expire_content: bool = False,
    extra_body: Mapping[str, Any] | None = None,
) -> SpeechRequest:
    """Check the arguments (see `SpeechOptions`) and make the request.

    Raises:
        ArgumentError: An argument has a value the service refuses.
    """
    check_one_of("transport", transport, TRANSPORTS)
    voice_id, model = _voice_and_model(voice_id, model)
    fields: dict[str, Any] = {
        "voice_id": voice_id,
        "model": model,
        "sample_rate": check_one_of("sample_rate", sample_rate, catalogue.SAMPLE_RATES),
        "speed": _number("speed", speed, 0.5, 2),
        "language": _language("language", language, model),
        "number_pronunciation_language": _language(
            "number_pronunciation_language", number_pronunciation_language, model
        ),
        "math_notation": _flag("math_notation", math_notation),
        "pronunciation_dicts": _ids("pronunciation_dicts", pronunciation_dicts),
        "word_timestamps": _word_timestamps(word_timestamps, transport),
        "session_id": _id("session_id", session_id),
        "request_id": _id("request_id", request_id),
        "complete_backoff_ms": _backoff(complete_backoff_ms, transport),
        "output_format": _format(output_format, transport),
    }
    settings = {name: value for name, value in fields.items() if value is not None}
    headers = {"x-expire-content": "true"} if _flag("expire_content", expire_content) else {}
    form = AudioFormat(output_format, sample_rate)
    return SpeechRequest(
        check_text(text), transport, form, {**settings, **(extra_body or {})}, headers
    )


def check_text(text: str) -> str:
    """Return the text as it is, or say what is wrong with it."""
    if not isinstance(text, str):
        raise ArgumentError("text", _short(text), "must be a string")
    length = len(text.strip())
    if not length:
        raise ArgumentError(
            "text", text[:_SHOWN], "holds nothing to speak; give it at least one word"
        )
    if length > catalogue.MAX_TEXT:
        remedy = f"has {length} characters; the service takes {catalogue.MAX_TEXT}, so split it"
        raise ArgumentError("text", _short(text), remedy)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        remedy = f"is not valid Unicode at character {error.start}: half of a surrogate pair"
        raise ArgumentError("text", ascii(text[:_SHOWN]), remedy) from None
    return text


def _voice_and_model(voice_id: str | None, model: str | None) -> tuple[str, str]:
    if model is not None:
        _check_model(model)
    if voice_id is None:
        model = model or catalogue.DEFAULT_MODEL
        return catalogue.DEFAULT_VOICES[model], model
    if not isinstance(voice_id, str) or not voice_id.strip():
        raise ArgumentError(
            "voice_id", _short(voice_id), "must name a voice; see client.waves.voices.list()"
        )
    home = catalogue.model_of(voice_id)
    if model is None:
        return voice_id, home or catalogue.DEFAULT_MODEL
    if home not in (None, model):
        message = f"voice {voice_id!r} belongs to {home}: with model={model!r} it will sound wrong"
        warnings.warn(message, UserWarning, stacklevel=_depth())
    return voice_id, model


def _depth() -> int:
    """Return the stack level of whoever called this package, seen from the function that asks."""
    here = str(Path(__file__).parent.parent)
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and frame.f_code.co_filename.startswith(here):
        frame, level = frame.f_back, level + 1
    return level


def _check_model(model: object) -> None:
    if model in _RETIRED:
        raise ArgumentError("model", model, f"is retired; use {catalogue.DEFAULT_MODEL!r}")
    check_one_of("model", model, catalogue.MODELS)


def _language(name: str, value: str | None, model: str) -> str | None:
    if value is None:
        return None
    if value not in catalogue.LANGUAGES[model]:
        known = ", ".join(catalogue.LANGUAGES[model])
        raise ArgumentError(name, _short(value), f"is not spoken by {model}; it speaks {known}")
    return value


def _format(value: str, transport: Transport) -> str | None:
    check_one_of("output_format", value, catalogue.OUTPUT_FORMATS)
    if value != "pcm" and transport != "http":
        remedy = f"does not come over {transport}, which is always 'pcm'; use transport='http'"
        raise ArgumentError("output_format", value, remedy)
    return None if transport == "websocket" else value


def _word_timestamps(value: bool | None, transport: Transport) -> bool | None:
    if _flag("word_timestamps", value) and transport != "websocket":
        raise ArgumentError(
            "word_timestamps", value, "comes over the socket only; use transport='websocket'"
        )
    return value


def _backoff(value: float | None, transport: Transport) -> float | None:
    if transport != "websocket":
        if value is not None:
            raise ArgumentError(
                "complete_backoff_ms", value, "means something with transport='websocket' only"
            )
        return None
    return _number("complete_backoff_ms", 0 if value is None else value, 0, 10000)


def check_one_of(name: str, value: Any, allowed: Sequence[Any]) -> Any:
    """Return the value, or raise `ArgumentError` when it is not one of those allowed."""
    if isinstance(value, bool) or value not in allowed:
        known = ", ".join(str(item) for item in allowed)
        raise ArgumentError(name, _short(value), f"must be one of {known}")
    return value


def _number(name: str, value: float | None, low: float, high: float) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise ArgumentError(name, _short(value), f"must lie between {low:g} and {high:g}")
    return value


def _flag(name: str, value: Any) -> Any:
    if value is not None and not isinstance(value, bool):
        raise ArgumentError(name, _short(value), "must be True or False")
    return value


def _id(name: str, value: str | None) -> str | None:
    if value is not None and not (isinstance(value, str) and _ID.fullmatch(value)):
        raise ArgumentError(name, _short(value), "takes 1 to 128 letters, digits, '_', '-' and '.'")
    return value


def _ids(name: str, value: Sequence[str] | None) -> list[str] | None:
    if value is None:
        return None
    if isinstance(value, str) or not all(isinstance(item, str) and item for item in value):
        raise ArgumentError(name, _short(value), "must be a list of dictionary ids")
    return list(value)


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) > _SHOWN:
        return value[:_SHOWN] + "..."
    return value
