"""The options of speech, each checked by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from smallestai.errors import ArgumentError
from smallestai.waves import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Transport = Literal["http", "sse", "websocket"]
TRANSPORTS: tuple[Transport, ...] = ("http", "sse", "websocket")

# What is sent with a transport where nothing else is asked for.
DEFAULTS: Mapping[Transport, Mapping[str, Any]] = {
    "http": {"output_format": "pcm"},
    "sse": {"output_format": "pcm"},
    "websocket": {"complete_backoff_ms": 0},
}

SHOWN = 40
_ID = re.compile(r"[a-zA-Z0-9_\-.]{1,128}")


class About(NamedTuple):
    """What decides whether an option is possible."""

    transport: Transport
    model: str


def check_one_of(name: str, value: Any, allowed: Sequence[Any]) -> Any:
    """Return the value, or raise `ArgumentError` when it is not one of those allowed."""
    if isinstance(value, bool) or value not in allowed:
        known = ", ".join(str(item) for item in allowed)
        raise ArgumentError(name, short(value), f"must be one of {known}")
    return value


def check_number(name: str, value: float, low: float, high: float) -> float:
    """Return the value, or raise `ArgumentError` when it is no number between the two."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise ArgumentError(name, short(value), f"must lie between {low:g} and {high:g}")
    return value


def short(value: object) -> object:
    """Return a value that is fit to be shown."""
    if isinstance(value, str) and len(value) > SHOWN:
        return value[:SHOWN] + "..."
    return value


def _sample_rate(name: str, value: Any, _about: About) -> Any:
    return check_one_of(name, value, catalogue.SAMPLE_RATES)


def _speed(name: str, value: Any, _about: About) -> Any:
    return check_number(name, value, 0.5, 2)


def _language(name: str, value: Any, about: About) -> Any:
    if value not in catalogue.LANGUAGES[about.model]:
        known = ", ".join(catalogue.LANGUAGES[about.model])
        raise ArgumentError(
            name, short(value), f"is not spoken by {about.model}; it speaks {known}"
        )
    return value


def _format(name: str, value: Any, about: About) -> Any:
    check_one_of(name, value, catalogue.OUTPUT_FORMATS)
    if value != "pcm" and about.transport != "http":
        remedy = (
            f"does not come over {about.transport}, which is always 'pcm'; use transport='http'"
        )
        raise ArgumentError(name, value, remedy)
    return value


def _word_timestamps(name: str, value: Any, about: About) -> Any:
    if _flag(name, value, about) and about.transport != "websocket":
        raise ArgumentError(name, value, "comes over the socket only; use transport='websocket'")
    return value


def _backoff(name: str, value: Any, about: About) -> Any:
    if about.transport != "websocket":
        raise ArgumentError(name, value, "means something with transport='websocket' only")
    return check_number(name, value, 0, 10000)


def _flag(name: str, value: Any, _about: About) -> Any:
    if not isinstance(value, bool):
        raise ArgumentError(name, short(value), "must be True or False")
    return value


def _id(name: str, value: Any, _about: About) -> Any:
    if not (isinstance(value, str) and _ID.fullmatch(value)):
        raise ArgumentError(name, short(value), "takes 1 to 128 letters, digits, '_', '-' and '.'")
    return value


def _ids(name: str, value: Any, _about: About) -> Any:
    many = isinstance(value, Iterable) and not isinstance(value, str | bytes)
    ids = [getattr(item, "id", item) for item in value] if many else [None]
    if not all(isinstance(item, str) and item for item in ids):
        raise ArgumentError(name, short(value), "must be a list of dictionaries or their ids")
    return ids


# By the names of the options that stand by themselves.
CHECKS: Mapping[str, Callable[[str, Any, About], Any]] = {
    "sample_rate": _sample_rate,
    "output_format": _format,
    "speed": _speed,
    "language": _language,
    "number_pronunciation_language": _language,
    "math_notation": _flag,
    "pronunciation_dicts": _ids,
    "word_timestamps": _word_timestamps,
    "session_id": _id,
    "request_id": _id,
    "complete_backoff_ms": _backoff,
    "expire_content": _flag,
}
