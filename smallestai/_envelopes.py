"""What the bodies of refusals say: one reading of the many envelopes of the two services.

A refusal is JSON in a dozen shapes, an HTML page where the route is unknown, text from a proxy, or
nothing. Streams send the same JSON as frames. Look-up orders:

* message: ``error.message``, ``error[0].message``, ``message``, ``error``, ``errors``
* code: ``error_code``, ``error.code``, ``error.type``, ``error[0].code``, ``code``, ``error_type``
* request id: the header ``X-Request-Id``, ``request_id``, ``error.request_id``
"""

from __future__ import annotations

import json
import math
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

MESSAGE_LENGTH = 500
BODY_LENGTH = 4096
_PAGE_LENGTH = 16_384
_TAGS = r"<[^>]*>"
_HEADINGS = [rf"(?is)<{tag}\b[^>]*>(.*?)</{tag}>" for tag in ("pre", "title", "h1")]
# A reset below this is a number of seconds, above it a time in seconds since 1970.
_EPOCH = 1e8


def shorten(text: str, length: int = MESSAGE_LENGTH) -> str:
    """Return the text, its middle left out where it is longer than ``length``."""
    if len(text) <= length:
        return text
    half = (length - 3) // 2
    return f"{text[:half]}...{text[-half:]}"


def parsed(body: bytes) -> Any:
    """Return the JSON value of a body, or its text, shortened, where it is none."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict | list):
        return value
    return shorten(body.decode("utf-8", "replace").strip(), BODY_LENGTH)


def message_of(body: Any) -> str | None:
    """Return what the service says happened, in one line."""
    if isinstance(body, str):
        return _line(_page_text(body) if _is_page(body) else body)
    if not isinstance(body, Mapping):
        return _line(body)
    error = body.get("error")
    candidates = (
        _inner(error, "message"),
        body.get("message"),
        error if isinstance(error, str) else None,
        body.get("errors"),
        error,
    )
    return next((line for line in map(_line, candidates) if line), None)


def code_of(body: Any) -> str | None:
    """Return the service's code for what happened."""
    if not isinstance(body, Mapping):
        return None
    error = body.get("error")
    first = error if isinstance(error, list) else None
    whole = error if isinstance(error, Mapping) else None
    candidates = (
        body.get("error_code"),
        _inner(whole, "code"),
        _inner(whole, "type"),
        _inner(first, "code"),
        body.get("code"),
        body.get("error_type"),
    )
    return next((str(code) for code in candidates if _is_scalar(code)), None)


def request_id_of(headers: Mapping[str, str], body: Any) -> str | None:
    """Return the id under which the service knows the request."""
    within = body if isinstance(body, Mapping) else {}
    error = within.get("error")
    inner = error.get("request_id") if isinstance(error, Mapping) else None
    candidates = (headers.get("x-request-id"), within.get("request_id"), inner)
    return next((str(value) for value in candidates if _is_scalar(value)), None)


def issues_of(body: Any) -> list[str]:
    """Return each validation issue as ``field: message``, or the one field that is named."""
    if not isinstance(body, Mapping):
        return []
    error = body.get("error")
    whole = error if isinstance(error, Mapping) else body
    listed = error if isinstance(error, list) else whole.get("details")
    if isinstance(listed, list):
        return list(_issues(listed))
    return [str(whole["param"])] if whole.get("param") else []


def retry_after_of(status: int, headers: Mapping[str, str], body: Any) -> float | None:
    """Return how many seconds the service asks to wait, or None when it does not say."""
    milliseconds = _seconds(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    wait = headers.get("retry-after")
    found = _seconds(wait)
    if found is None and wait:
        found = _until(wait)
    # The reset of a window concerns this request only when the window is what refused it.
    if found is None and status == 429:
        found = _seconds(headers.get("x-ratelimit-reset"))
        if found is not None and found > _EPOCH:
            found = max(0.0, found - time.time())
    if found is None and isinstance(body, Mapping):
        found = _seconds(body.get("retry_after"))
    return found


def _issues(listed: list[Any]) -> Iterator[str]:
    for issue in listed:
        if not isinstance(issue, Mapping):
            continue
        path = issue.get("path")
        where = ".".join(map(str, path)) if isinstance(path, list) else ""
        options = issue.get("options")
        what = str(issue.get("message") or issue.get("code") or "")
        if isinstance(options, list):
            what = f"{what} (one of {', '.join(map(str, options))})"
        if where or what:
            yield ": ".join(filter(None, (where, what)))


def _inner(error: Any, key: str) -> Any:
    if isinstance(error, list):
        error = next(iter(error), None)
    return error.get(key) if isinstance(error, Mapping) else None


def _is_scalar(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _line(value: Any) -> str | None:
    if isinstance(value, list):
        value = "; ".join(filter(None, map(_line, value)))
    elif isinstance(value, Mapping):
        value = json.dumps(value, default=str)
    if not isinstance(value, str):
        return None
    return shorten(" ".join(value.split())) or None


def _is_page(text: str) -> bool:
    return text[:1] == "<"


def _page_text(page: str) -> str:
    """Return what an HTML page says in its ``pre``, else its title, else its first heading."""
    found = (re.search(heading, page[:_PAGE_LENGTH]) for heading in _HEADINGS)
    return next((re.sub(_TAGS, " ", match[1]) for match in found if match), "")


def _seconds(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None


def _until(date: str) -> float | None:
    """Return the seconds until an HTTP date (RFC 9110, section 5.6.7)."""
    from email.utils import parsedate_to_datetime

    try:
        then = parsedate_to_datetime(date)
    except ValueError:
        return None
    return max(0.0, then.timestamp() - time.time())
