"""Logs of what the sandbox has served, and what they add up to over time.

Whoever serves a request calls `record`; the routes read what was recorded.
"""

from __future__ import annotations

import json
import math
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

from starlette.responses import JSONResponse, Response

from .analytics_series import Steps, busiest, steps_of
from .atoms_account import ORGANIZATION
from .operations import Inputs, operation
from .replies import timestamp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

Kind = Literal["tts", "asr", "webhook", "tts_socket"]

_PREFIX = "/waves/v1/analytics"
_PAGE_SIZE = 50


def _flag(value: Any) -> bool:
    return value is True or str(value).lower() == "true"


def _text(value: Any) -> str:
    if value is None:
        raise TypeError("there is no value")
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _transport(value: Any) -> str:
    return "ws" if value == "ws" else "rest"


def _number(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("JSON has no such number")
    return number


def _perhaps(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


# What the log of each kind shows, and how a recorded value becomes one of the log's type.
_FIELDS: Mapping[Kind, Mapping[str, Callable[[Any], Any]]] = {
    "tts": {
        "request_type": _transport,
        **dict.fromkeys(("model", "voice_id", "language", "text"), _text),
        **dict.fromkeys(("speed", "enhancement", "similarity", "credits"), _number),
        **dict.fromkeys(("text_len", "sample_rate"), int),
        "output_format": _text,
        "consistency": _perhaps(_number),
        "is_pvc": _perhaps(_flag),
    },
    "asr": {
        "request_type": _transport,
        **dict.fromkeys(("request_id", "model", "language"), _text),
        **dict.fromkeys(("file_size", "transcription", "numerals", "keywords"), _text),
        **dict.fromkeys(("emotions", "gender", "webhook_url"), _text),
        **dict.fromkeys(("word_timestamps", "diarize", "redact_pii", "redact_pci"), _flag),
        **dict.fromkeys(("emotion_detection", "gender_detection"), _flag),
        "duration": _number,
    },
    "webhook": {
        **dict.fromkeys(("org_id", "request_id", "webhook_url", "method", "event_type"), _text),
        **dict.fromkeys(("status", "error"), _text),
        **dict.fromkeys(("attempt", "response_status_code", "duration_ms"), int),
    },
    "tts_socket": {},
}
_CONTENT = ("text", "transcription", "emotions", "gender")
"""What is emptied when the content of a request is deleted."""
_WEEK = 7 * 86400


def record(
    state: State,
    kind: Kind,
    request: Mapping[str, Any] | None = None,
    /,
    *,
    seconds: float = 0.0,
    expires: bool = False,
    **facts: Any,
) -> None:
    """Note that something was served; it ends now.

    Args:
        state: The server's state.
        kind: Which log it goes to. A `tts_socket` is in none, but counted while it was open.
        request: The body or the query of the request. Fields that the log does not show, and
            values it has no use for, are left out.
        seconds: How long it took.
        expires: Whether the log forgets the content after seven days, see `expires`.
        facts: Further fields of the log; they go before those of `request`. `request_type` is
            "ws" for a socket, anything else for HTTP.
    """
    given = {**(request or {}), **facts}
    given = {**given, **_derived(kind, given), **facts}
    entry: dict[str, Any] = {}
    for name, convert in _FIELDS[kind].items():
        if name in given:
            with suppress(ValueError, TypeError, OverflowError):
                entry[name] = convert(given[name])
    end = state.clock()
    times = {"start": end - seconds, "end": end, "forget": end + _WEEK if expires else None}
    state.store.insert(_log(kind), {"entry": entry, **times})


def expires(state: State, headers: Mapping[str, str]) -> bool:
    """Return whether the content of a request is to be forgotten, as a plan has it and it asks."""
    asked = headers.get("x-expire-content") == "true"
    return asked and state.settings.content_expiry == "applied"


def _derived(kind: Kind, request: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the log shows besides what a request says; a character costs a credit."""
    if kind == "tts":
        size = len(request.get("text", ""))
        return {"text_len": size, "credits": size}
    return {"org_id": ORGANIZATION} if kind == "webhook" else {}


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of the three logs and of the five series."""
    return [
        *(
            operation(state, f"GET {_PREFIX}/{kind}/logs", _page_of_log(log))
            for kind, log in (("asr", "asr"), ("tts", "tts"), ("webhooks", "webhook"))
        ),
        operation(state, f"DELETE {_PREFIX}/asr/history/{{request_id}}", _forget),
        operation(state, f"GET {_PREFIX}/asr/usage/timeseries", _count("asr")),
        operation(state, f"GET {_PREFIX}/tts/usage/timeseries", _count("tts")),
        operation(state, f"GET {_PREFIX}/tts/usage/credits/timeseries", _credits),
        operation(state, f"GET {_PREFIX}/tts/concurrency/timeseries", _busiest("tts")),
        operation(state, f"GET {_PREFIX}/tts/ws-connections/timeseries", _busiest("tts_socket")),
    ]


def _log(kind: str) -> str:
    """Return the collection of a kind."""
    return f"analytics_{kind}"


def _page_of_log(kind: str) -> Callable[[State, Inputs], Response]:
    def page(state: State, inputs: Inputs) -> Response:
        number, size = int(inputs.query["page"] or 1), inputs.query["pageSize"] or _PAGE_SIZE
        total = state.store.count(_log(kind))
        entries = state.store.list(
            _log(kind), newest_first=True, offset=(number - 1) * size, limit=size
        )
        return JSONResponse(
            {
                "status": "success",
                "data": [_shown(state, each) for each in entries],
                "page": number,
                "pageSize": size,
                "totalCount": total,
                "totalPages": -(-total // size),
            }
        )

    return page


def _shown(state: State, document: Document) -> dict[str, Any]:
    entry, forget = document.body["entry"], document.body.get("forget")
    if forget is not None and state.clock() >= forget:
        entry = _emptied(entry)
    return {"timestamp": timestamp(document.body["start"]), **entry}


def _emptied(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {**entry, **{name: "" for name in _CONTENT if name in entry}}


def _forget(state: State, inputs: Inputs) -> Response:
    """Delete what was said; that something was said stays in the log and in the counts."""
    for each in state.store.list(_log("asr")):
        entry = each.body["entry"]
        if entry.get("request_id") == inputs.path["request_id"]:
            state.store.update(_log("asr"), each.id, {"entry": _emptied(entry)})
    return JSONResponse({"status": "success"})


def _count(kind: str) -> Callable[[State, Inputs], Response]:
    def series(state: State, inputs: Inputs) -> Response:
        steps = steps_of(state, inputs)
        values = steps.sums((each.body["start"], 1) for each in state.store.list(_log(kind)))
        counts = [int(value) for value in values]
        return JSONResponse(_series(steps, values=counts, totalRequestCount=sum(counts)))

    return series


def _credits(state: State, inputs: Inputs) -> Response:
    steps = steps_of(state, inputs)
    spent = [
        (each.body["start"], each.body["entry"].get("credits", 0.0))
        for each in state.store.list(_log("tts"))
    ]
    values = steps.sums(spent)
    return JSONResponse(_series(steps, values=values, totalCredits=sum(values)))


def _busiest(kind: str) -> Callable[[State, Inputs], Response]:
    def series(state: State, inputs: Inputs) -> Response:
        steps = steps_of(state, inputs)
        spans = [(each.body["start"], each.body["end"]) for each in state.store.list(_log(kind))]
        return JSONResponse(_series(steps, values=busiest(steps, steps.clipped(spans))))

    return series


def _series(steps: Steps, **values: Any) -> dict[str, Any]:
    return {"timestamps": [timestamp(start) for start in steps.starts()], **values}
