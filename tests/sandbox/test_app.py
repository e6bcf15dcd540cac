"""What all routes share: keys, request ids, pages for routes that are not there."""

import json

import httpx
import pytest
from speaking import HEADERS, KEY, live_on
from websockets.exceptions import InvalidStatus

from smallestai.sandbox import Sandbox

AGENTS = "/atoms/v1/agent"
TTS = "/waves/v1/tts"


@pytest.fixture(scope="module")
def sandbox():
    """Give a sandbox that knows one key."""
    with Sandbox(api_key=KEY) as made:
        yield made


@pytest.fixture(scope="module")
def client(sandbox):
    """Give a client that has no key of its own."""
    with httpx.Client(base_url=sandbox.url, trust_env=False) as made:
        yield made


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (TTS, {"message": "Unauthorized: No tokens provided"}),
        (AGENTS, {"status": False, "errors": ["Unauthorized"]}),
    ],
)
@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Basic eDp5"}, {"Authorization": "Bearer"}]
)
def test_without_a_key(client, path, body, headers):
    """A request without a key is refused in the words of its service."""
    reply = client.request("GET" if path == AGENTS else "POST", path, headers=headers)
    assert (reply.status_code, reply.json()) == (401, body)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (TTS, {"error": "unauthorized"}),
        (AGENTS, {"status": False, "errors": ["Unauthorized"]}),
    ],
)
def test_with_a_wrong_key(client, path, body):
    """An unknown key is refused in the words of its service."""
    method = "GET" if path == AGENTS else "POST"
    reply = client.request(method, path, headers={"Authorization": "Bearer sk_wrong"})
    assert (reply.status_code, reply.json()) == (401, body)


def test_the_scheme_is_read_in_any_case(client):
    """`bearer` is the scheme as much as `Bearer`."""
    reply = client.get(AGENTS, headers={"Authorization": f"bearer {KEY}"})
    assert reply.status_code == 200


def test_without_a_key_of_its_own_a_sandbox_takes_any():
    """Any key that is not empty is accepted, none is not."""
    with Sandbox() as sandbox, httpx.Client(base_url=sandbox.url, trust_env=False) as client:
        assert client.get(AGENTS, headers={"Authorization": "Bearer x"}).status_code == 200
        assert client.get(AGENTS).status_code == 401


def test_public_routes_need_no_key(client):
    """The voice lists and the health check answer everybody."""
    for path in ("/waves/v1/health", "/waves/v1/lightning-v3.1/get_voices"):
        assert client.get(path).status_code == 200


def test_a_token_opens_speech_and_nothing_else(client):
    """A minted token speaks; on other routes it is refused with 403."""
    token = client.post("/waves/v1/auth/token", json={}, headers=HEADERS).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    body = {"text": "Hi.", "voice_id": "magnus"}
    assert client.post(TTS, json=body, headers=headers).status_code == 200
    assert client.get(AGENTS, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{}, HEADERS])
@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/waves/v1/no-such"), ("DELETE", TTS), ("GET", TTS), ("POST", "/a<b>&c")],
)
def test_unknown_routes_are_a_page(client, method, path, headers):
    """A route or a method that is not there is an HTML page, with a key or without."""
    reply = client.request(method, path, headers=headers)
    assert reply.status_code == 404
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    shown = path.replace("<", "&lt;").replace(">", "&gt;").replace("&c", "&amp;c")
    assert f"<pre>Cannot {method} {shown}</pre>" in reply.text


def test_every_reply_has_a_request_id(client, sandbox):
    """Successes, refusals and pages each have an id of their own, denied upgrades too."""
    replies = [
        client.get("/waves/v1/health"),
        client.get("/waves/v1/health"),
        client.post(TTS),
        client.get("/no-such"),
        client.get(AGENTS, headers=HEADERS),
    ]
    ids = [reply.headers["x-request-id"] for reply in replies]
    with pytest.raises(InvalidStatus) as refused, live_on(sandbox, additional_headers={}):
        pass
    ids.append(refused.value.response.headers["x-request-id"])
    assert len({*ids}) == len(ids)


def test_a_socket_on_an_unknown_route_is_a_page(sandbox, caplog):
    """The upgrade is answered 404, and nothing about it is logged as a fault."""
    with pytest.raises(InvalidStatus) as refused, live_on(sandbox, "/waves/v1/no-such"):
        pass
    assert refused.value.response.status_code == 404
    assert b"Cannot GET" in refused.value.response.body
    assert not caplog.records


def test_a_socket_on_an_http_route_is_a_page(sandbox):
    """A route that speaks HTTP only does not upgrade."""
    with pytest.raises(InvalidStatus) as refused, live_on(sandbox, AGENTS):
        pass
    assert refused.value.response.status_code == 404


def test_the_key_is_in_no_reply(client):
    """What the server says never holds a key."""
    replies = [
        client.post(TTS, json={"text": KEY[:0], "voice_id": "x"}, headers=HEADERS),
        client.get("/no-such", headers=HEADERS),
    ]
    for reply in replies:
        assert KEY not in reply.text + json.dumps(dict(reply.headers))
