"""The envelopes both services answer with: every error shape a client may meet, and success.

Waves and Atoms grew separately, so one failure has many shapes. Each shape has one function here,
named for what it says; the handlers never build an envelope by hand.
"""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, JSONResponse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .validation import Issue

EXPRESS_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>Cannot {method} {path}</pre>
</body>
</html>
"""


def waves_error(status: int, error: str, **extra: Any) -> JSONResponse:
    """Answer `{"error": text}` and, if given, `message`, `request_id`, `details`, `error_code`."""
    return JSONResponse({"error": error, **extra}, status)


def waves_issues(issues: Iterable[Issue], status: int = 400) -> JSONResponse:
    """Answer the list of validation issues that speech routes send: `{"error": [issue, ...]}`."""
    return JSONResponse({"error": [issue.zod() for issue in issues]}, status)


def waves_unauthorized() -> JSONResponse:
    """Answer 401 to a key the server does not know."""
    return waves_error(401, "unauthorized")


def waves_no_key() -> JSONResponse:
    """Answer 401 to a request that carries no key at all; this one says `message`."""
    return JSONResponse({"message": "Unauthorized: No tokens provided"}, 401)


def waves_legacy_error(status: int, text: str, message: str | None = None) -> JSONResponse:
    """Answer as the old transcription route does: the text in `errors`, a string, and `message`."""
    return JSONResponse({"errors": text, "status": "error", "message": message or text}, status)


def waves_status_error(status: int, error_code: str, message: str, **extra: Any) -> JSONResponse:
    """Answer `{"status": "error", "error_code", "message"}` with the fields of that code."""
    body = {"status": "error", "error_code": error_code, "message": message, **extra}
    return JSONResponse(body, status)


def model_retired(model: str, recommended_endpoint: str) -> JSONResponse:
    """Answer 410 for a retired model and name the route that took its place."""
    message = f"{model} has been retired. Use {recommended_endpoint} instead."
    return waves_status_error(
        410, "MODEL_DEPRECATED", message, recommended_endpoint=recommended_endpoint
    )


def language_not_in_region(language: str, region: str) -> JSONResponse:
    """Answer 400 for a language that this region does not serve."""
    message = f"Language '{language}' is not enabled in region '{region}'."
    return waves_status_error(
        400, "LANGUAGE_NOT_ENABLED_IN_REGION", message, language=language, region=region
    )


def waves_nested_error(
    status: int, message: str, kind: str, *, request_id: str, **extra: Any
) -> JSONResponse:
    """Answer as chat completions and text intelligence do: an object under `error`."""
    error = {"message": message, "type": kind, **extra, "request_id": request_id}
    return JSONResponse({"error": error}, status)


def atoms_ok(data: Any, status: int = 200) -> JSONResponse:
    """Answer `{"status": true, "data": data}`."""
    return JSONResponse({"status": True, "data": data}, status)


def atoms_success(data: Any, status: int = 200) -> JSONResponse:
    """Answer `{"success": true, "data": data}`, the form of the newer Atoms routes."""
    return JSONResponse({"success": True, "data": data}, status)


def atoms_error(
    status: int, *messages: str, headers: Mapping[str, str] | None = None, **extra: Any
) -> JSONResponse:
    """Answer `{"status": false, "errors": [text, ...]}`; `extra` holds `error_type` or `data`."""
    body = {"status": False, **extra, "errors": list(messages)}
    return JSONResponse(body, status, headers)


def atoms_no_time(name: str) -> JSONResponse:
    """Answer 400 for a field or parameter that should be a time."""
    return atoms_error(400, f"{name}: Invalid datetime")


def atoms_issues(issues: Iterable[Issue]) -> JSONResponse:
    """Answer 400 with one text per validation issue."""
    return atoms_error(400, *(issue.text() for issue in issues))


def atoms_missing(message: str = "No agent found") -> JSONResponse:
    """Answer 400 without `status`: what agent routes say of an agent that does not exist."""
    return JSONResponse({"errors": [message]}, 400)


def atoms_unauthorized(message: str = "Unauthorized") -> JSONResponse:
    """Answer 401 to a missing or unknown key."""
    return atoms_error(401, message)


def route_retired(error_type: str, message: str, *, sunset: str) -> JSONResponse:
    """Answer 409 for a route that moved; `sunset` is the HTTP date for the `Sunset` header."""
    headers = {"Deprecation": "true", "Sunset": sunset}
    return atoms_error(409, message, headers=headers, error_type=error_type)


def config_frozen(message: str) -> JSONResponse:
    """Answer 423 while an agent's configuration is frozen."""
    return atoms_error(423, message, error_type="config_freeze_active")


def draft_conflict(message: str, conflict: Mapping[str, Any]) -> JSONResponse:
    """Answer 409 to an edit of a draft that changed meanwhile, with what differs."""
    return atoms_error(409, message, data={"conflict": dict(conflict)})


def billing_error(status: int, message: str, code: str = "validation_error") -> JSONResponse:
    """Answer as the billing routes do: `{"success": false, "error": {"code", "message"}}`."""
    return JSONResponse({"success": False, "error": {"code": code, "message": message}}, status)


def account_error(status: int, message: str) -> JSONResponse:
    """Answer as the account routes do: `{"success": false, "message"}`."""
    return JSONResponse({"success": False, "message": message}, status)


def rate_limited(retry_after: int, message: str = "Too many requests") -> JSONResponse:
    """Answer 429 with `retry_after` in seconds, in the body and as `Retry-After`."""
    body = {
        "status": False,
        "error": message,
        "code": "RATE_LIMIT_EXCEEDED",
        "retry_after": retry_after,
    }
    return JSONResponse(body, 429, {"Retry-After": str(retry_after)})


def not_found(method: str, path: str) -> HTMLResponse:
    """Answer 404 with the HTML page that both services send for a route they do not have."""
    return HTMLResponse(EXPRESS_PAGE.format(method=escape(method), path=escape(path)), 404)


def timestamp(seconds: float) -> str:
    """Return a Unix time as the services write it: ISO 8601, milliseconds, `Z`."""
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
