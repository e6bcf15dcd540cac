"""What can be asked of a call besides its record: recording, retries, cancelling; and rooms."""

import base64
import io
import json
import re
import wave
from urllib.parse import urlsplit

import httpx
import numpy as np
import pytest
from agent_talk import CALLS, TEXT, client_of
from records_app import START, RecordsApp

from smallestai.sandbox import atoms, atoms_realtime
from smallestai.sandbox.store import Document

NOBODY = "0" * 24
UNKNOWN = "CALL-1800000000000-abcdef"
AGENT = "/atoms/v1/agent"


@pytest.fixture
def app():
    with RecordsApp(atoms_realtime, atoms) as opened:
        yield opened


@pytest.fixture
def call(app):
    """Give the id of a call that has just been placed."""
    agent = app.data("POST", AGENT, json={"name": "Receptionist"})
    body = {"agentId": agent, "phoneNumber": "+14155550123"}
    return app.data("POST", f"{CALLS}/outbound", json=body)["conversationId"]


def address(app, call_id):
    """Return the address of a recording, as it is sent to the app."""
    url = app.data("GET", f"{CALLS}/{call_id}/recording/download-url")["presignedUrl"]
    assert url.startswith("http://sandbox/")
    return url.removeprefix("http://sandbox")


def samples(content):
    """Return the samples of a WAV file and how long it is in seconds."""
    with wave.open(io.BytesIO(content)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 8000)
        pcm = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(float)
    return pcm, len(pcm) / 8000


# Recordings


def test_a_recording_can_be_fetched_without_a_key(app, call):
    """The address gives a WAV of the whole call, in which both sides are heard in turn."""
    app.clock.now = START + 10
    reply = app.send("GET", address(app, call))
    assert (reply.status_code, reply.headers["content-type"]) == (200, "audio/wav")
    pcm, seconds = samples(reply.content)
    assert seconds == 10
    assert np.abs(pcm[:8000]).max() == 0  # it rings
    for start in (1.0, 2.8, 4.6, 6.4, 8.2):
        turn = pcm[round(start * 8000) :][:8000]
        assert np.abs(turn).mean() > 100


def test_an_address_runs_out(app, call):
    """After five minutes it is refused, and a fresh one works."""
    app.clock.now = START + 10
    url = address(app, call)
    app.clock.now += 301
    assert app.send("GET", url).status_code == 403
    assert app.send("GET", address(app, call)).status_code == 200


def test_an_address_cannot_be_made_up(app, call):
    """Neither another call, nor a later time, nor no signature at all opens anything."""
    app.clock.now = START + 10
    url = address(app, call)
    for change in (("expires=1", "expires=2"), (call, UNKNOWN), ("signature=", "signature=0")):
        assert app.send("GET", url.replace(*change)).status_code == 403
    assert app.send("GET", urlsplit(url).path).status_code == 403


def test_a_call_shows_its_recording(app, call):
    """From its end on the record has an address too, which lasts longer."""
    assert app.data("GET", f"{CALLS}/{call}")["recordingUrl"] is None
    app.clock.now = START + 10
    url = app.data("GET", f"{CALLS}/{call}")["recordingUrl"]
    app.clock.now += 24 * 3600
    assert app.send("GET", url.removeprefix("http://sandbox")).status_code == 200


@pytest.mark.parametrize(
    ("call_id", "status"),
    [("CALL-1-abcdef", 400), ("CALL-1800000000000-ghijkl", 400), ("x", 400), (UNKNOWN, 404)],
)
def test_a_recording_needs_a_call(app, call_id, status):
    """An id of another form is a 400, an unknown one a 404."""
    reply = app.request("GET", f"{CALLS}/{call_id}/recording/download-url")
    assert reply.status_code == status


def test_there_is_no_recording_before_the_end(app, call):
    """Until then it is a 404."""
    path = f"{CALLS}/{call}/recording/download-url"
    assert app.request("GET", path).status_code == 404
    app.clock.now = START + 9.9
    assert app.request("GET", path).status_code == 404


def test_the_recording_of_a_session_is_what_was_heard():
    """Both sides of a call on the socket are in it, the agent's at its place; it is understood."""
    with client_of(agent_pace=None) as client:
        pcm = client.speech()
        with client.talk(client.agent(firstMessage="Hello.")) as talk:
            frames, _ = talk.answer()
            talk.hear(pcm)
            talk.until("agent_stop_talking")
            talk.close()
        call_id = frames[0]["call_id"]
        client.ended(call_id)
        data = client.data("GET", f"{CALLS}/{call_id}/recording/download-url")
        content = client.http.get(data["presignedUrl"]).content
        heard, seconds = samples(content)
        greeting = sum(len(base64.b64decode(f.get("audio", ""))) for f in frames) / 48000
        assert seconds > len(pcm) / 48000 > 0.5
        assert np.abs(heard[: round(greeting * 8000)]).mean() > 100
        match = client.sandbox._running().spoken.find(content[44:], 8000)
        assert match is not None
        assert "Paris" in TEXT
        assert "Paris" in match.text


def test_what_the_user_has_not_heard_is_not_recorded():
    """Of a greeting that is cut off, the recording has what was played until then."""
    greeting = "This is a long greeting. " * 8
    with client_of(agent_pace=None) as client:
        pcm = client.speech()[:-48000]
        with client.talk(client.agent(firstMessage=greeting)) as talk:
            frames, _ = talk.answer()
            talk.hear(pcm)
            talk.until("interruption")
            talk.close()
        call_id = frames[0]["call_id"]
        client.ended(call_id)
        data = client.data("GET", f"{CALLS}/{call_id}/recording/download-url")
        _, seconds = samples(client.http.get(data["presignedUrl"]).content)
        said = sum(len(base64.b64decode(each.get("audio", ""))) for each in frames) / 48000
        assert seconds == pytest.approx(len(pcm) / 48000, abs=0.3)
        assert said > seconds + 1


# Cancelling


def test_a_call_is_called_off(app, call):
    """While it rings and while it is spoken in; the reply says how it stood."""
    app.clock.now = START + 5
    body = {"callId": call, "reason": "The customer called back."}
    data = app.data("POST", f"{CALLS}/cancel", json=body)
    wanted = {"callId": call, "status": "cancelled", "previousStatus": "in_progress"}
    assert data == wanted
    app.clock.now = START + 60
    kept = app.data("GET", f"{CALLS}/{call}")
    assert (kept["status"], kept["duration"]) == ("cancelled", pytest.approx(4))
    assert kept["disconnectionReason"] == "The customer called back."
    assert len(kept["transcript"]) == 3
    assert app.request("POST", f"{CALLS}/cancel", json=body).status_code == 400


def test_only_a_call_that_waits_leaves_the_queue(app, call):
    """The other way to cancel takes calls before they are answered alone."""
    app.clock.now = START + 5
    assert app.request("POST", f"{CALLS}/{call}/cancel").status_code == 400
    app.clock.now = START
    assert app.data("POST", f"{CALLS}/{call}/cancel")["previousStatus"] == "pending"


@pytest.mark.parametrize("path", ["cancel", f"{UNKNOWN}/cancel", f"{UNKNOWN}/retries"])
def test_an_unknown_call(app, path):
    """It cannot be cancelled and has no retries: 404; a cancel without an id is a 400."""
    method = "GET" if path.endswith("retries") else "POST"
    reply = app.request(method, f"{CALLS}/{path}", json={"callId": UNKNOWN})
    assert (reply.status_code, reply.json()["status"]) == (404, False)
    assert app.request("POST", f"{CALLS}/cancel", json={}).status_code == 400


def test_retries_are_listed(app, call):
    """The further attempts of a call, and their number in its record."""
    assert app.data("GET", f"{CALLS}/{call}/retries") == {"retries": []}
    first = app.state.store.find("calls", "callId", call)
    again = {**first.body, "callId": "CALL-1800000000001-abcdef", "retryCallId": call}
    assert isinstance(app.state.store.insert("calls", again), Document)
    [attempt] = app.data("GET", f"{CALLS}/{call}/retries")["retries"]
    assert attempt["callId"] == "CALL-1800000000001-abcdef"
    assert app.data("GET", f"{CALLS}/{call}")["retryCount"] == 1


# Rooms


@pytest.mark.parametrize("kind", ["webcall", "chat"])
def test_a_room_has_the_form_of_the_service(app, kind):
    """A token, a room, a host that cannot exist, and a call that nobody will answer."""
    agent = app.data("POST", AGENT, json={"name": "Receptionist"})
    room = app.data("POST", f"{CALLS}/{kind}", json={"agentId": agent})
    assert room["host"] == "wss://livekit.sandbox.invalid"
    assert re.fullmatch(r"CALL-\d{13}-[0-9a-f]{6}", room["callId"])
    header, claims, _ = (part + "=" * (-len(part) % 4) for part in room["token"].split("."))
    assert json.loads(base64.urlsafe_b64decode(header)) == {"alg": "HS256", "typ": "JWT"}
    assert json.loads(base64.urlsafe_b64decode(claims))["video"]["room"] == room["roomName"]
    call = app.data("GET", f"{CALLS}/{room['callId']}")
    assert (call["_id"], call["status"]) == (room["conversationId"], "pending")
    app.clock.now = START + 11
    assert app.data("GET", f"{CALLS}/{room['callId']}")["status"] == "no_answer"


def test_a_room_is_for_an_agent(app):
    """A missing id is named, an unknown and an archived agent are refused."""
    reply = app.request("POST", f"{CALLS}/webcall", json={})
    assert reply.json() == {"status": False, "errors": ["agentId: Required"]}
    reply = app.request("POST", f"{CALLS}/chat", json={"agentId": NOBODY})
    assert reply.json() == {"errors": ["No agent found"]}
    gone = app.data("POST", AGENT, json={"name": "Gone"})
    app.data("DELETE", f"{AGENT}/{gone}/archive")
    assert app.request("POST", f"{CALLS}/chat", json={"agentId": gone}).status_code == 400


def test_faults_over_http():
    """Requests about calls fail on request, in the shapes of Atoms."""
    with client_of() as client:
        agent = client.agent()
        client.sandbox.fail("payment_required", f"POST {CALLS}/register-call")
        reply = client.request("POST", f"{CALLS}/register-call", json={"agent_id": agent})
        assert (reply.status_code, reply.json()["errors"]) == (400, ["Insufficient credits"])
        client.sandbox.fail("rate_limited", f"POST {CALLS}/outbound", retry_after=3)
        body = {"agentId": agent, "phoneNumber": "+1"}
        reply = client.request("POST", f"{CALLS}/outbound", json=body)
        assert (reply.status_code, reply.headers["retry-after"]) == (429, "3")
        client.sandbox.fail("drop", "GET /atoms/v1/events")
        with pytest.raises(httpx.RemoteProtocolError):
            client.http.get("/atoms/v1/events", params={"callId": client.dial(agent)})
