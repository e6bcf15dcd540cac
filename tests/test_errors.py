"""The error tree, and the reading of every envelope the services are known to send."""

import copy
import inspect
import json
import pickle
import re
import time
from email.utils import formatdate

import pytest

from smallestai import errors

EXPRESS = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Error</title></head>
<body><pre>Cannot GET /waves/v1/nothing</pre></body></html>"""
CLOUD = "<html><head><title>520: unknown error</title><style>a{}</style></head><body>" + "x" * 9000

# status, body, then the kind of error, its message and its code
ENVELOPES = {
    "W1": (401, {"error": "unauthorized"}, "AuthenticationError", "unauthorized", None),
    "W2": (
        400,
        {"error": [{"code": "custom", "path": ["voice_id"], "message": "Invalid Voice ID"}]},
        "BadRequestError",
        "Invalid Voice ID",
        "custom",
    ),
    "W3": (400, {"error": "short", "message": "long"}, "BadRequestError", "long", None),
    "W4": (400, {"error": "no model", "request_id": "r-1"}, "BadRequestError", "no model", None),
    "W5": (
        400,
        {"error": "Invalid request body", "details": [{"path": ["items"], "message": "Required"}]},
        "BadRequestError",
        "Invalid request body",
        None,
    ),
    "W6": (
        500,
        {"error": "took too long", "error_code": "voice_clone_timeout"},
        "ServerError",
        "took too long",
        "voice_clone_timeout",
    ),
    "W7": (
        400,
        {"errors": "Audio data too large", "status": "error", "message": "Error handling audio"},
        "BadRequestError",
        "Error handling audio",
        None,
    ),
    "W8": (
        410,
        {
            "status": "error",
            "error_code": "MODEL_DEPRECATED",
            "message": "retired",
            "recommended_endpoint": "/waves/v1/lightning-v3.1/get_speech",
        },
        "ModelRetiredError",
        "retired",
        "MODEL_DEPRECATED",
    ),
    "W9": (
        400,
        {
            "status": "error",
            "error_code": "LANGUAGE_NOT_ENABLED_IN_REGION",
            "message": "not here",
            "language": "ta",
            "region": "us-west-2",
        },
        "BadRequestError",
        "not here",
        "LANGUAGE_NOT_ENABLED_IN_REGION",
    ),
    "W10": (
        401,
        {"message": "Unauthorized: No tokens provided"},
        "AuthenticationError",
        "Unauthorized: No tokens provided",
        None,
    ),
    "W11": (
        429,
        {"error": {"message": "slow down", "type": "rate_limit_error", "request_id": "r-2"}},
        "RateLimitError",
        "slow down",
        "rate_limit_error",
    ),
    "W12": (404, EXPRESS, "NotFoundError", "Cannot GET /waves/v1/nothing", None),
    "A1": (
        403,
        {"status": False, "errors": ["no", "way"]},
        "PermissionDeniedError",
        "no; way",
        None,
    ),
    "A2": (400, {"errors": ["No agent found"]}, "BadRequestError", "No agent found", None),
    "A3": (
        409,
        {"status": False, "error_type": "versioning_v2_migration_required", "errors": ["moved"]},
        "ConflictError",
        "moved",
        "versioning_v2_migration_required",
    ),
    "A4": (
        423,
        {"status": False, "error_type": "config_freeze_active", "errors": ["frozen"]},
        "FrozenError",
        "frozen",
        "config_freeze_active",
    ),
    "A5": (
        409,
        {"status": False, "errors": ["edited"], "data": {"conflict": {"draft": 1}}},
        "ConflictError",
        "edited",
        None,
    ),
    "A6": (
        402,
        {"success": False, "error": {"code": "validation_error", "message": "no credits"}},
        "PaymentRequiredError",
        "no credits",
        "validation_error",
    ),
    "A7": (500, {"success": False, "message": "fault"}, "ServerError", "fault", None),
    "A8": (
        429,
        {"status": False, "error": "many", "code": "RATE_LIMIT_EXCEEDED", "retry_after": 7},
        "RateLimitError",
        "many",
        "RATE_LIMIT_EXCEEDED",
    ),
    "A9": (400, {"success": False, "data": None}, "BadRequestError", "Bad Request", None),
    "A10": (404, EXPRESS, "NotFoundError", "Cannot GET /waves/v1/nothing", None),
}


def refused(status, body=b"", **headers):
    content = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else None
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return errors.api_error(
        status, named, content if content is not None else json.dumps(body).encode()
    )


@pytest.mark.parametrize("shape", ENVELOPES)
def test_every_envelope_is_read(shape):
    """Each known shape gives its kind of error, with its message and its code."""
    status, body, kind, message, code = ENVELOPES[shape]
    error = refused(status, body)
    assert type(error).__name__ == kind
    assert (error.status, error.message, error.code) == (status, message, code)
    assert error.body == body or isinstance(body, str)


@pytest.mark.parametrize(
    ("body", "message", "code"),
    [
        ({"error": {"message": "1", "code": "b", "type": "c"}, "message": "2"}, "1", "b"),
        ({"error": [{"message": "1", "code": "d"}], "message": "2"}, "1", "d"),
        ({"message": "2", "error": "3", "errors": "4"}, "2", None),
        ({"error": "3", "errors": "4"}, "3", None),
        ({"errors": ["4", "5"]}, "4; 5", None),
        ({"error_code": "a", "error": {"message": "1", "code": "b"}}, "1", "a"),
        ({"error": {"type": "c"}, "message": "2"}, "2", "c"),
        ({"message": 5, "error": "3"}, "3", None),
    ],
)
def test_look_up_orders(body, message, code):
    """Where several fields could answer, the order of the facts decides."""
    error = refused(400, body)
    assert (error.message, error.code) == (message, code)


@pytest.mark.parametrize(
    ("body", "headers", "expected"),
    [
        ({"request_id": "body"}, {"x_request_id": "header"}, "header"),
        ({"request_id": "body", "error": {"request_id": "inner"}}, {}, "body"),
        ({"error": {"request_id": "inner", "message": "m"}}, {}, "inner"),
        ({"error": "m"}, {}, None),
    ],
)
def test_request_id(body, headers, expected):
    """The request id is the header's, else the body's, else that of the inner error."""
    assert refused(500, body, **headers).request_id == expected


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, "APIError"),
        (413, "APIError"),
        (418, "APIError"),
        (422, "APIError"),
        (499, "APIError"),
        (500, "ServerError"),
        (503, "ServerError"),
        (520, "ServerError"),
        (599, "ServerError"),
    ],
)
@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"null", b"[]", b"{", b"[" * 100_000, b"5"])
def test_any_status_and_body_give_one_error(status, kind, body):
    """No status and no body, however odd, is too much for the reading."""
    error = refused(status, body)
    assert type(error).__name__ == kind
    assert error.message
    assert f"status {status}" in str(error)


def test_pages_are_shortened():
    """A page of a proxy is told by its title; neither text nor body holds all of it."""
    error = refused(520, CLOUD)
    assert error.message == "520: unknown error"
    assert len(str(error)) < 200
    assert len(error.body) <= 4096


def test_long_messages_are_shortened():
    """A message of any length makes a line of a bearable one."""
    assert len(refused(400, {"message": "word " * 5000}).message) <= 500


def test_text_says_what_happened_then_the_rest():
    """The text begins with what happened and ends with status, code and request id."""
    error = refused(429, {"error": {"message": "RPM", "type": "t"}}, x_request_id="r-9")
    assert str(error).startswith("RPM. ")
    assert str(error).endswith("(status 429, code t, request_id r-9)")


@pytest.mark.parametrize(
    ("status", "body", "kind", "words"),
    [
        (401, {"error": "unauthorized"}, "AuthenticationError", "https://app.smallest.ai"),
        (401, {"error": "unauthorized"}, "AuthenticationError", "SMALLEST_API_KEY"),
        (400, {"errors": ["Please UPGRADE your Plan"]}, "PlanNotEntitledError", "plan"),
        (400, {"errors": ["upgrade your client"]}, "BadRequestError", None),
        (403, {"errors": ["upgrade your plan"]}, "PermissionDeniedError", "wat_"),
        (
            403,
            {"errors": ["Voices are not available for your organization"]},
            "OrganizationNotAllowedError",
            "organisations",
        ),
        (403, {"error": "access token not accepted"}, "PermissionDeniedError", "use the API key"),
        (402, {"error": "empty"}, "PaymentRequiredError", "credits"),
        (404, EXPRESS, "NotFoundError", "base_url"),
        (404, {"error": "no such call"}, "NotFoundError", "id"),
        (413, {"error": "large"}, "APIError", "250 MB"),
        (423, {"error": "frozen"}, "FrozenError", "freeze"),
        (429, {"error": "Concurrency limit reached"}, "ConcurrencyLimitError", "under way"),
        (429, {"error": "x", "code": "concurrency_limit"}, "ConcurrencyLimitError", "under way"),
        (429, {"error": "25 requests a minute"}, "RateLimitError", "retry_after"),
        (307, b"", "APIError", "base_url"),
    ],
)
def test_hints(status, body, kind, words):
    """Where the cause is known, the kind of error says it and the hint says what to do."""
    error = refused(status, body)
    assert type(error).__name__ == kind
    if words is None:
        assert error.hint is None
    else:
        assert words in error.hint
        assert error.hint in str(error)


@pytest.mark.parametrize(
    ("language", "region"),
    [("ta", "'india'"), ("hi-dev", "'india'"), ("ja", "'us'"), ("xx", "'us'")],
)
def test_region_hint(language, region):
    """A language of another region names the region that has it."""
    body = {"error_code": "LANGUAGE_NOT_ENABLED_IN_REGION", "message": "no", "language": language}
    assert region in refused(400, body).hint


def test_issues_name_the_fields():
    """Validation issues name their fields, and the options where there are any."""
    issue = {"path": ["output_format"], "message": "Invalid enum value", "options": ["wav", "mp3"]}
    hint = refused(400, {"error": [issue, {"path": ["speed"], "message": "too_big"}]}).hint
    assert "output_format: Invalid enum value (one of wav, mp3)" in hint
    assert "speed: too_big" in hint


@pytest.mark.parametrize(
    ("body", "successor"),
    [
        ({"error_code": "MODEL_DEPRECATED", "recommended_endpoint": "/a", "message": "m"}, "/a"),
        ({"message": "lightning_v2 is gone; use lightning_v3.1_pro."}, "lightning_v3.1_pro"),
        ({"message": "Please switch to `/waves/v1/tts` now"}, "/waves/v1/tts"),
        ({"error_code": "MODEL_DEPRECATED", "message": "gone"}, "lightning_v3.1_pro"),
        ({"message": "clones cannot be deleted by key"}, None),
    ],
)
def test_successor(body, successor):
    """A retired model names what to use instead: the endpoint, the text, or the newest model."""
    error = refused(410, body)
    assert error.successor == successor
    assert successor is None or successor in error.hint


@pytest.mark.parametrize(
    ("status", "headers", "body", "seconds"),
    [
        (429, {"retry_after": "3"}, {}, 3.0),
        (503, {"retry_after": "0.25"}, {}, 0.25),
        (429, {"retry_after_ms": "1500", "retry_after": "9"}, {}, 1.5),
        (429, {}, {"retry_after": 7}, 7.0),
        (429, {"retry_after": "-4"}, {}, 0.0),
        (429, {"x_ratelimit_reset": "12"}, {}, 12.0),
        (400, {"x_ratelimit_reset": "12"}, {}, None),
        (429, {"retry_after": "soon"}, {"retry_after": 2}, 2.0),
        (429, {"retry_after": "nan"}, {}, None),
        (429, {"retry_after": "1e999"}, {}, None),
        (429, {}, {"retry_after": True}, None),
        (429, {}, {}, None),
    ],
)
def test_retry_after(status, headers, body, seconds):
    """The wait is read in all its forms, finite and never negative."""
    assert refused(status, body, **headers).retry_after == seconds


@pytest.mark.parametrize("form", ["date", "epoch"])
def test_retry_after_as_a_time(form):
    """A moment, as an HTTP date or as seconds since 1970, is the time until then."""
    then = time.time() + 30
    headers = (
        {"retry_after": formatdate(then, usegmt=True)}
        if form == "date"
        else {"x_ratelimit_reset": f"{then:.0f}"}
    )
    assert 27 < refused(429, {}, **headers).retry_after <= 31
    assert refused(429, {}, retry_after=formatdate(0, usegmt=True)).retry_after == 0.0


def test_headers_hold_no_credentials():
    """Header names are in lower case; cookies and authorization are left out."""
    headers = {"X-Request-Id": "r", "Set-Cookie": "s=1", "Authorization": "Bearer k"}
    assert errors.api_error(500, headers, b"").headers == {"x-request-id": "r"}


def test_retryable():
    """An error says whether the same call may succeed later."""
    assert [s for s in range(400, 600) if refused(s).retryable] == [408, 429, 500, 502, 503, 504]
    assert errors.APIConnectionError("x").retryable
    assert errors.StreamClosedError(close_code=1013).retryable
    assert not errors.StreamClosedError(close_code=1008).retryable
    assert not errors.ArgumentError("a", 1, "b").retryable


@pytest.mark.parametrize(
    ("frame", "message", "code"),
    [
        ({"status": "error", "message": "bad"}, "bad", None),
        ({"status": "error", "error": {"code": "c", "message": "bad"}}, "bad", "c"),
        ({"type": "error", "status": "error", "message": "bad"}, "bad", None),
        ({"type": "error", "error_code": "e", "message": "bad"}, "bad", "e"),
        ({"type": "error", "error": {"type": "t", "code": "c", "message": "bad"}}, "bad", "c"),
        ({"event": "error", "code": "v4", "message": "bad"}, "bad", "v4"),
        ({"type": "error", "code": 404, "message": "bad"}, "bad", "404"),
        ({"type": "error"}, "the service reported an error without saying which", None),
    ],
)
def test_stream_error(frame, message, code):
    """Error frames of all streams are read in the same orders as bodies."""
    error = errors.stream_error(frame)
    assert (type(error), error.message, error.code) == (errors.StreamError, message, code)
    assert error.body == frame
    assert error.audio == b""


def test_stream_error_hints():
    """Codes of a full service and HTTP statuses in frames have the hints of their HTTP twins."""
    assert "full" in errors.stream_error({"error": {"code": "server_full", "message": "m"}}).hint
    assert "key" in errors.stream_error({"code": "401", "message": "m"}).hint
    param = {"error": {"code": "x", "message": "m", "param": "session.voice"}, "request_id": "r"}
    assert "session.voice" in errors.stream_error(param).hint
    assert errors.stream_error(param).request_id == "r"


def test_closed_stream():
    """A close before the end tells its code and reason."""
    error = errors.StreamClosedError(close_code=1011, reason="fault", audio=b"pcm")
    assert str(error) == "fault (close code 1011)"
    assert (error.close_code, error.reason, error.audio) == (1011, "fault", b"pcm")
    assert isinstance(error, errors.StreamError)
    assert "before its end" in str(errors.StreamClosedError())


@pytest.mark.parametrize(
    ("kind", "parent"),
    [
        ("ConfigurationError", ValueError),
        ("ArgumentError", ValueError),
        ("OutputError", OSError),
        ("PlanNotEntitledError", errors.BadRequestError),
        ("OrganizationNotAllowedError", errors.PermissionDeniedError),
        ("ConcurrencyLimitError", errors.RateLimitError),
        ("APITimeoutError", errors.APIConnectionError),
        ("StreamClosedError", errors.StreamError),
    ],
)
def test_parents(kind, parent):
    """Errors can be caught by the built-in kind they are, and by their parent in the tree."""
    assert issubclass(getattr(errors, kind), parent)


def test_tree_is_drawn():
    """The tree at the top of the module has every error, and each is a SmallestError."""
    kinds = dict(inspect.getmembers(errors, inspect.isclass))
    drawn = re.findall(r"^ *\* `(\w+)`", errors.__doc__, re.MULTILINE)
    assert sorted(drawn) == sorted(kinds)
    for kind in kinds.values():
        assert issubclass(kind, errors.SmallestError)
        assert kind.__module__ == "smallestai.errors"


def test_argument_error():
    """An argument error names argument, value and remedy; long values are cut."""
    error = errors.ArgumentError("speed", 3, "must lie between 0.5 and 2")
    assert str(error) == "speed=3: must lie between 0.5 and 2"
    assert len(str(errors.ArgumentError("text", b"x" * 10**7, "is too long"))) < 200


EXAMPLES = [
    errors.SmallestError("m", hint="h"),
    errors.ConfigurationError("m"),
    errors.ArgumentError("a", {1}, "r"),
    errors.ArgumentError("a", lambda: 0, "r"),
    errors.OutputError("a/b.wav", "disk full"),
    errors.APIConnectionError("m", sent=False),
    errors.APITimeoutError("m", timeout="first", audio=b"a"),
    errors.StreamError("m", code="c", request_id="r", audio=b"a", body={"x": 1}),
    errors.StreamClosedError(close_code=1006, reason="r", audio=b"a"),
    errors.LocalProtocolError("m"),
    errors.RemoteProtocolError("m", body="b", status=200, request_id="r"),
    *(refused(status, body, x_request_id="r") for status, body, *_ in ENVELOPES.values()),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))]
)
def test_pickles_and_copies(error, again):
    """An error that crosses a process border says the same and holds the same data."""
    error.add_note("a note")
    twin = again(error)
    assert (type(twin), str(twin), twin.args) == (type(error), str(error), error.args)
    assert {**vars(twin), "value": 0} == {**vars(error), "value": 0}
