"""The envelopes of the sandbox, each against the form that the services send."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from smallestai.sandbox import replies
from smallestai.sandbox.issues import Issue, custom

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response

ISSUE = Issue("invalid_enum_value", ("model",), "No", {"received": "x", "options": ["a"]})
ISSUE_OBJECT = {
    "received": "x",
    "options": ["a"],
    "code": "invalid_enum_value",
    "path": ["model"],
    "message": "No",
}

Case = tuple["Callable[[], Response]", int, Any]

WAVES: dict[str, Case] = {
    "W1": (lambda: replies.waves_error(500, "fault"), 500, {"error": "fault"}),
    "W1 key": (replies.waves_unauthorized, 401, {"error": "unauthorized"}),
    "W2": (lambda: replies.waves_issues([ISSUE]), 400, {"error": [ISSUE_OBJECT]}),
    "W3": (
        lambda: replies.waves_error(400, "bad", message="Bad"),
        400,
        {"error": "bad", "message": "Bad"},
    ),
    "W4": (
        lambda: replies.waves_error(400, "bad", request_id="r1"),
        400,
        {"error": "bad", "request_id": "r1"},
    ),
    "W5": (
        lambda: replies.waves_error(400, "Invalid", details=[ISSUE.zod()]),
        400,
        {"error": "Invalid", "details": [ISSUE_OBJECT]},
    ),
    "W6": (
        lambda: replies.waves_error(500, "slow", error_code="voice_clone_timeout"),
        500,
        {"error": "slow", "error_code": "voice_clone_timeout"},
    ),
    "W7": (
        lambda: replies.waves_legacy_error(400, "too long"),
        400,
        {"errors": "too long", "status": "error", "message": "too long"},
    ),
    "W8": (
        lambda: replies.model_retired("lightning-v2", "/waves/v1/tts"),
        410,
        {
            "status": "error",
            "error_code": "MODEL_DEPRECATED",
            "message": "lightning-v2 has been retired. Use /waves/v1/tts instead.",
            "recommended_endpoint": "/waves/v1/tts",
        },
    ),
    "W9": (
        lambda: replies.language_not_in_region("hi-dev", "us"),
        400,
        {
            "status": "error",
            "error_code": "LANGUAGE_NOT_ENABLED_IN_REGION",
            "message": "Language 'hi-dev' is not enabled in region 'us'.",
            "language": "hi-dev",
            "region": "us",
        },
    ),
    "W10": (replies.waves_no_key, 401, {"message": "Unauthorized: No tokens provided"}),
    "W11": (
        lambda: replies.waves_nested_error(
            400, "bad", "invalid_request_error", request_id="r1", details=[]
        ),
        400,
        {
            "error": {
                "message": "bad",
                "type": "invalid_request_error",
                "details": [],
                "request_id": "r1",
            }
        },
    ),
}

ATOMS: dict[str, Case] = {
    "success": (lambda: replies.atoms_ok("x", 201), 201, {"status": True, "data": "x"}),
    "A1": (
        lambda: replies.atoms_error(400, "one", "two"),
        400,
        {"status": False, "errors": ["one", "two"]},
    ),
    "A1 key": (
        replies.atoms_unauthorized,
        401,
        {"status": False, "errors": ["Unauthorized"]},
    ),
    "A1 issues": (
        lambda: replies.atoms_issues([ISSUE, custom("a", "b")]),
        400,
        {"status": False, "errors": ["model: No", "a: b"]},
    ),
    "A2": (replies.atoms_missing, 400, {"errors": ["No agent found"]}),
    "A3": (
        lambda: replies.route_retired(
            "versioning_v2_migration_required", "moved", sunset="Thu, 01 Oct 2026 00:00:00 GMT"
        ),
        409,
        {"status": False, "error_type": "versioning_v2_migration_required", "errors": ["moved"]},
    ),
    "A4": (
        lambda: replies.config_frozen("frozen"),
        423,
        {"status": False, "error_type": "config_freeze_active", "errors": ["frozen"]},
    ),
    "A5": (
        lambda: replies.draft_conflict("changed", {"revision": 3}),
        409,
        {"status": False, "data": {"conflict": {"revision": 3}}, "errors": ["changed"]},
    ),
    "A6": (
        lambda: replies.billing_error(400, "bad"),
        400,
        {"success": False, "error": {"code": "validation_error", "message": "bad"}},
    ),
    "A7": (
        lambda: replies.account_error(400, "bad"),
        400,
        {"success": False, "message": "bad"},
    ),
    "A8": (
        lambda: replies.rate_limited(12),
        429,
        {
            "status": False,
            "error": "Too many requests",
            "code": "RATE_LIMIT_EXCEEDED",
            "retry_after": 12,
        },
    ),
    "A9": (lambda: replies.atoms_success([1]), 200, {"success": True, "data": [1]}),
}


@pytest.mark.parametrize("name", [*WAVES, *ATOMS])
def test_each_envelope_has_its_form(name: str) -> None:
    """Every envelope has the status and exactly the fields that the service sends."""
    make, status, body = (WAVES | ATOMS)[name]
    reply = make()
    assert reply.status_code == status
    assert json.loads(bytes(reply.body)) == body


def test_an_unknown_route_is_an_html_page() -> None:
    """The 404 of both services is Express's page, and what the caller sent is escaped in it."""
    reply = replies.not_found("GET", "/atoms/v1/<x>")
    assert reply.status_code == 404
    assert reply.headers["content-type"].startswith("text/html")
    assert b"<pre>Cannot GET /atoms/v1/&lt;x&gt;</pre>" in bytes(reply.body)


def test_a_retired_route_says_when_it_ends() -> None:
    """The 409 of a moved route has the two headers of a deprecation."""
    reply = replies.route_retired("moved", "Gone", sunset="Thu, 01 Oct 2026 00:00:00 GMT")
    assert reply.headers["deprecation"] == "true"
    assert reply.headers["sunset"] == "Thu, 01 Oct 2026 00:00:00 GMT"


def test_a_rate_limit_says_how_long_to_wait() -> None:
    """The 429 has its seconds in `Retry-After` too."""
    assert replies.rate_limited(12).headers["retry-after"] == "12"


def test_timestamps_have_milliseconds_and_z() -> None:
    """Times are ISO 8601 in UTC, cut to milliseconds."""
    assert replies.timestamp(1_800_000_000.25) == "2027-01-15T08:00:00.250Z"
    assert replies.timestamp(0) == "1970-01-01T00:00:00.000Z"
