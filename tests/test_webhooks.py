"""Webhooks: signatures, events, and the application that takes them."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
import pickle
import threading
from datetime import UTC, datetime
from functools import partial
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smallestai import webhooks
from smallestai.errors import ArgumentError, RemoteProtocolError, SmallestError
from smallestai.waves import Transcript
from smallestai.webhooks import (
    Analysis,
    AnalyticsCompleted,
    CallData,
    Metric,
    PostConversation,
    PreConversation,
    SignatureError,
    Turn,
    Unknown,
    WebhookApp,
)

SECRET = "whsec_0123456789"
AGENT = "665f1c2ab7d4e9f0a1b2c3d4"
CALL = "CALL-1700000000000-a1b2c3"


def delivery(kind: str, **metadata: Any) -> bytes:
    """Return a delivery as the service sends it."""
    common = {"agentId": AGENT, "eventType": kind, "callId": CALL}
    body = {
        "url": "https://shop.example/hook",
        "description": "calls",
        "event": f"{AGENT}.{kind}",
        "id": "evt-1",
        "metadata": {**common, "conversationType": "telephonyOutbound", **metadata},
    }
    return json.dumps(body).encode()


CALL_DATA = {
    "fromNumber": "+14155550100",
    "toNumber": "+14155550123",
    "callDuration": 42.5,
    "callStatus": "no-answer",
    "callDirection": "telephony_outbound",
    "answerTime": None,
    "endTime": "2026-08-21T09:31:00.000Z",
}
PRE = delivery("pre-conversation", toPhone="+14155550123", fromPhone="+14155550100")


# -- signatures


@settings(max_examples=50)
@given(st.binary(max_size=200), st.text(min_size=1) | st.binary(min_size=1))
def test_a_signature_fits_its_body_and_secret(body: bytes, secret: str | bytes) -> None:
    """It is the HMAC-SHA256 of the bytes, in lower-case hexadecimal digits."""
    signature = webhooks.sign(body, secret)
    key = secret.encode() if isinstance(secret, str) else secret
    assert signature == hmac.new(key, body, hashlib.sha256).hexdigest()
    webhooks.verify(body, signature, secret)
    with pytest.raises(SignatureError):
        webhooks.verify(body + b" ", signature, secret)
    with pytest.raises(SignatureError):
        webhooks.verify(body, signature, key + b"x")


GOOD = webhooks.sign(PRE, SECRET)


@pytest.mark.parametrize(
    "signature",
    [
        None,
        "",
        GOOD.upper(),
        f"sha256={GOOD}",
        f" {GOOD}",
        GOOD[:-1],
        GOOD + "0",
        "0" * 64,
        "ü" * 64,
        "\udcff" * 64,
        webhooks.sign(PRE[:-1], SECRET),
    ],
)
def test_another_signature_does_not_fit(signature: str | None) -> None:
    """In another case, with something around it, cut short, or of another body."""
    with pytest.raises(SignatureError) as caught:
        webhooks.verify(PRE, signature, SECRET)
    assert isinstance(caught.value, SmallestError)
    assert SECRET not in str(caught.value)
    assert GOOD not in str(caught.value)
    assert type(pickle.loads(pickle.dumps(caught.value))) is SignatureError


def test_a_delivery_cut_anywhere_does_not_fit() -> None:
    """Not one byte may be missing."""
    for at in range(len(PRE)):
        with pytest.raises(SignatureError):
            webhooks.verify(PRE[:at], GOOD, SECRET)


def test_a_delivery_that_is_sent_again_fits_again() -> None:
    """Nothing signed says when; the id tells that it is the same."""
    headers = {"X-Signature": GOOD}
    first = webhooks.unwrap(PRE, headers, SECRET)
    again = webhooks.unwrap(PRE, headers, SECRET)
    assert first == again
    assert first.id == "evt-1"


@pytest.mark.parametrize("body", ["{}", {}, None, 5])
def test_a_body_that_was_read_already_is_refused(body: Any) -> None:
    """With what to do instead."""
    for call in (
        lambda: webhooks.verify(body, GOOD, SECRET),
        lambda: webhooks.sign(body, SECRET),
        lambda: webhooks.parse(body),
        lambda: webhooks.unwrap(body, {"x-signature": GOOD}, SECRET),
    ):
        with pytest.raises(ArgumentError, match="as they came"):
            call()


@pytest.mark.parametrize("secret", ["", b"", None, 5])
def test_there_is_a_secret(secret: Any) -> None:
    """A secret that was forgotten does not make every signature fit."""
    with pytest.raises(ArgumentError, match="decryptedSecretKey"):
        webhooks.verify(PRE, GOOD, secret)
    with pytest.raises(ArgumentError, match="decryptedSecretKey"):
        WebhookApp(secret, print)


@pytest.mark.parametrize("name", ["X-Signature", "x-signature", "X-SIGNATURE"])
def test_names_of_headers_are_in_any_case(name: str) -> None:
    """As frameworks give them."""
    event = webhooks.unwrap(bytearray(PRE), {"Content-Type": "x", name: GOOD}, SECRET.encode())
    assert isinstance(event, PreConversation)


def test_without_the_header_there_is_no_event() -> None:
    """A header of another name is none."""
    with pytest.raises(SignatureError, match="no X-Signature"):
        webhooks.unwrap(PRE, {"X-Atoms-Signature": f"sha256={GOOD}"}, SECRET)


# -- events


def test_a_call_begins() -> None:
    """With the numbers of both sides."""
    assert webhooks.parse(PRE) == PreConversation(
        id="evt-1",
        agent_id=AGENT,
        call_id=CALL,
        conversation_type="telephonyOutbound",
        to_number="+14155550123",
        from_number="+14155550100",
    )


def test_a_call_is_over() -> None:
    """With its course, in one spelling, and what was said."""
    body = delivery(
        "post-conversation",
        recordingUrl="https://x.example/r.wav",
        callData=CALL_DATA,
        transcript=[
            {"role": "agent", "content": "Hello", "timestamp": "2026-08-21T09:30:01Z"},
            {"role": "user", "content": "Hi", "timestamp": 1_700_000_000.5},
            {"role": "user", "content": "?", "timestamp": "2026-08-21T09:30:02"},
            {"role": "user"},
            "noise",
        ],
        variables={"visits": 3},
    )
    event = webhooks.parse(body)
    assert isinstance(event, PostConversation)
    assert event.call == CallData(
        "+14155550100",
        "+14155550123",
        42.5,
        "no_answer",
        "telephony_outbound",
        None,
        datetime(2026, 8, 21, 9, 31, tzinfo=UTC),
    )
    assert event.transcript == (
        Turn("agent", "Hello", datetime(2026, 8, 21, 9, 30, 1, tzinfo=UTC)),
        Turn("user", "Hi", datetime.fromtimestamp(1_700_000_000.5, UTC)),
        Turn("user", "?", datetime(2026, 8, 21, 9, 30, 2, tzinfo=UTC)),
        Turn("user", ""),
    )
    assert event.recording_url == "https://x.example/r.wav"
    assert event.variables == {"visits": 3}
    assert event.raw == json.loads(body)
    assert "raw" not in repr(event)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("completed", "completed"),
        ("failed", "failed"),
        ("busy", "busy"),
        ("no-answer", "no_answer"),
        ("no_answer", "no_answer"),
        ("canceled", "cancelled"),
        ("cancelled", "cancelled"),
        ("something-new", "something-new"),
        (None, None),
    ],
)
def test_both_spellings_of_a_status(told: str | None, status: str | None) -> None:
    """Are one; a status nobody knows is told as it is."""
    event = webhooks.parse(delivery("post-conversation", callData={"callStatus": told}))
    assert isinstance(event, PostConversation)
    assert event.call.status == status


def test_numbers_under_either_name() -> None:
    """The names differ from event to event."""
    event = webhooks.parse(delivery("pre-conversation", toNumber="1", fromNumber="2"))
    assert isinstance(event, PreConversation)
    assert (event.to_number, event.from_number) == ("1", "2")
    event = webhooks.parse(delivery("post-conversation", callData={"toPhone": "1"}))
    assert isinstance(event, PostConversation)
    assert event.call.to_number == "1"


def test_a_call_has_been_analysed() -> None:
    """Values have their own types."""
    metrics = [
        {"identifier": "visits", "value": 2, "confidence": 1, "dispositionMetricType": "INTEGER"},
        {"identifier": "booked", "value": False, "reasoning": "no time was agreed on"},
        {"identifier": "mood", "value": "x", "dispositionMetricPrompt": "How was it?"},
        {"identifier": "rate", "value": 0.5},
        {"identifier": "lost", "value": None, "confidence": None},
        {"identifier": "odd", "value": [1]},
    ]
    analytics = {
        "summary": "A talk.",
        "dispositionMetrics": metrics,
        "successMetrics": [{"identifier": "solved", "value": True}],
    }
    event = webhooks.parse(delivery("analytics-completed", analytics=analytics, callData=CALL_DATA))
    assert isinstance(event, AnalyticsCompleted)
    analysis = event.analysis
    assert analysis.summary == "A talk."
    assert [metric.value for metric in analysis.dispositions] == [2, False, "x", 0.5, None, "[1]"]
    assert analysis.dispositions[0] == Metric("visits", 2, 1.0, type="INTEGER")
    assert analysis["booked"] is False
    assert analysis["solved"] is True
    with pytest.raises(KeyError):
        analysis["unheard of"]
    assert event.call.duration == 42.5


@pytest.mark.parametrize("kind", ["post-conversation", "analytics-completed", "pre-conversation"])
@pytest.mark.parametrize("wrong", [None, 5, "x", [5], {"a": 5}])
def test_fields_that_are_not_what_they_should_be(kind: str, wrong: Any) -> None:
    """Are missing, and in ``raw``; the event is told all the same."""
    names = ("callData", "transcript", "variables", "analytics", "toPhone", "recordingUrl")
    event = webhooks.parse(delivery(kind, **dict.fromkeys(names, wrong)))
    assert event.type == kind
    assert event.raw["metadata"]["callData"] == wrong
    if isinstance(event, AnalyticsCompleted):
        assert event.analysis == Analysis()


@settings(max_examples=50)
@given(st.recursive(st.none() | st.booleans() | st.text() | st.integers(), st.lists, max_leaves=5))
def test_times_and_figures_of_any_kind(value: Any) -> None:
    """No value of a field makes an error."""
    data = dict.fromkeys(("callDuration", "endTime", "answerTime"), value)
    event = webhooks.parse(delivery("post-conversation", callData=data))
    assert isinstance(event, PostConversation)
    assert event.call.ended_at == event.call.answered_at


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (delivery("call-transferred"), "call-transferred"),
        (b'{"event":"665f.new-kind"}', "new-kind"),
        (b'{"metadata":5}', ""),
        (b"{}", ""),
    ],
)
def test_an_unknown_event(body: bytes, kind: str) -> None:
    """Is no error: the service may grow."""
    event = webhooks.parse(body)
    assert isinstance(event, Unknown)
    assert event.kind == kind


def test_the_name_of_the_event_will_do() -> None:
    """Where the metadata does not say which it is."""
    event = webhooks.parse(json.dumps({"event": f"{AGENT}.pre-conversation"}).encode())
    assert isinstance(event, PreConversation)


@pytest.mark.parametrize("body", [b"", b"x", b"[]", b"5", b'{"a":', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_event_is_refused(body: bytes) -> None:
    """It breaks the grammar."""
    with pytest.raises(RemoteProtocolError):
        webhooks.parse(body)


def test_transcripts_are_read_elsewhere() -> None:
    """The deliveries of transcription jobs are no events of calls, and have no signature."""
    body = b'{"status":"success","transcription":"we ship","request_id":"r1","order":"7"}'
    transcript = Transcript.of(body)
    assert (transcript.text, transcript.request_id) == ("we ship", "r1")
    assert transcript.body["order"] == "7"
    assert isinstance(webhooks.parse(body), Unknown)


# -- the application


def post(
    app: WebhookApp,
    body: Any = PRE,
    *,
    method: str = "POST",
    path: str = "/",
    signature: str | None = GOOD,
) -> httpx.Response:
    """Send a delivery to an application."""

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        headers = {} if signature is None else {"x-signature": signature}
        async with httpx.AsyncClient(transport=transport, base_url="http://hook.test") as client:
            return await client.request(method, path, content=body, headers=headers)

    return asyncio.run(send())


@pytest.mark.parametrize("path", ["/", "/atoms/hook?x=1"])
def test_a_delivery_is_handed_on(path: str) -> None:
    """At any path, and answered with 200 and nothing more."""
    events: list[Any] = []
    answer = post(WebhookApp(SECRET, events.append), path=path)
    assert (answer.status_code, answer.content) == (200, b"")
    assert events == [webhooks.parse(PRE)]


def test_handlers_of_every_kind() -> None:
    """Async ones run on the loop, the others in a thread."""
    seen: list[Any] = []

    async def wait(event: Any, mark: str = "async") -> None:
        await asyncio.sleep(0)
        seen.append((mark, threading.current_thread() is threading.main_thread()))

    def block(_: Any) -> None:
        seen.append(("sync", threading.current_thread() is threading.main_thread()))

    class Handler:
        async def __call__(self, event: Any) -> None:
            await wait(event, "object")

    for handler in (wait, block, partial(wait, mark="partial"), Handler()):
        assert post(WebhookApp(SECRET, handler)).status_code == 200
    assert seen == [("async", True), ("sync", False), ("partial", True), ("object", True)]


@pytest.mark.parametrize("method", ["GET", "PUT", "HEAD", "DELETE"])
def test_other_methods(method: str) -> None:
    """Are not allowed."""
    answer = post(WebhookApp(SECRET, refuse), method=method)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"


def refuse(event: Any) -> None:
    """Take no event."""
    raise AssertionError(event)


@pytest.mark.parametrize("signature", [None, "", GOOD.upper(), b"\xff" * 64])
def test_a_bad_signature_is_answered_with_401(
    signature: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """And nothing is handed on; the log tells neither secret nor signature."""
    assert post(WebhookApp(SECRET, refuse), signature=signature).status_code == 401
    assert SECRET not in caplog.text
    assert GOOD not in caplog.text


def test_a_delivery_of_another_body_is_answered_with_401() -> None:
    """One that was cut short, or changed."""
    app = WebhookApp(SECRET, refuse)
    assert post(app, PRE[:-1]).status_code == 401
    assert post(app, PRE.replace(b"0123", b"0124")).status_code == 401


@pytest.mark.parametrize("body", [b"", b"[]", b"x"])
def test_what_is_no_event_is_answered_with_400(body: bytes) -> None:
    """Where the signature fits all the same."""
    answer = post(WebhookApp(SECRET, refuse), body, signature=webhooks.sign(body, SECRET))
    assert answer.status_code == 400


def test_what_is_too_large_is_answered_with_413() -> None:
    """Whether it says how large it is or not; what is just small enough is taken."""

    async def pieces() -> Any:
        for at in range(0, len(PRE), 10):
            yield PRE[at : at + 10]

    events: list[Any] = []
    assert post(WebhookApp(SECRET, refuse, max_bytes=len(PRE) - 1)).status_code == 413
    assert post(WebhookApp(SECRET, refuse, max_bytes=len(PRE) - 1), pieces()).status_code == 413
    assert post(WebhookApp(SECRET, events.append, max_bytes=len(PRE)), pieces()).status_code == 200
    assert len(events) == 1


def test_a_handler_that_fails_is_answered_with_500(caplog: pytest.LogCaptureFixture) -> None:
    """The log has the whole of it."""

    def fail(_: Any) -> None:
        raise ValueError("the disk is full")

    with caplog.at_level(logging.ERROR, "smallestai"):
        assert post(WebhookApp(SECRET, fail)).status_code == 500
    assert "the disk is full" in caplog.text
    assert "evt-1" in caplog.text


@pytest.mark.parametrize(
    ("arguments", "says"), [((SECRET, None), "on_event"), ((SECRET, print), "max_bytes")]
)
def test_arguments_of_the_application(arguments: Any, says: str) -> None:
    """Are checked when it is made."""
    with pytest.raises(ArgumentError, match=says):
        WebhookApp(*arguments, max_bytes=0)


def drive(scope: dict[str, Any], *messages: dict[str, Any]) -> list[Any]:
    """Let an application have these messages; return what it sends."""
    sent: list[Any] = []
    left = list(messages)

    async def receive() -> Any:
        return left.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(WebhookApp(SECRET, refuse)(scope, receive, send))
    return sent


def test_what_says_it_is_too_large_is_not_read() -> None:
    """There is nothing to be read here."""
    headers = [(b"content-length", b"10000001")]
    sent = drive({"type": "http", "method": "POST", "headers": headers})
    assert sent[0]["status"] == 413


def test_whoever_hangs_up_gets_no_answer() -> None:
    """Half a delivery is none."""
    scope = {"type": "http", "method": "POST", "headers": []}
    half = {"type": "http.request", "body": PRE[:9], "more_body": True}
    assert drive(scope, half, {"type": "http.disconnect"}) == []


def test_a_server_may_begin_and_end() -> None:
    """It can be the whole application of a server."""
    sent = drive({"type": "lifespan"}, {"type": "lifespan.startup"}, {"type": "lifespan.shutdown"})
    kinds = [message["type"] for message in sent]
    assert kinds == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def test_a_websocket_is_refused() -> None:
    """Nothing is delivered over one."""
    assert drive({"type": "websocket"}) == [{"type": "websocket.close", "code": 1008}]
