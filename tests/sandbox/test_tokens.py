"""Keys, access tokens, and what each opens."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from records_app import KEY, START, RecordsApp
from websockets.sync.client import connect

from smallestai.sandbox import Sandbox, tokens
from smallestai.sandbox.tokens import Principal, is_public, verify

if TYPE_CHECKING:
    from collections.abc import Iterator


MINT = "/waves/v1/auth/token"


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(tokens, api_key=KEY) as opened:
        yield opened


def mint(app: RecordsApp, credential: str = KEY, **body: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {credential}"}
    return app.request("POST", MINT, json=body, headers=headers)


def test_a_token_is_minted(app: RecordsApp) -> None:
    """The reply has the token, its kind, its life and its end in whole seconds."""
    reply = mint(app, ttl_seconds=60)
    assert reply.status_code == 200
    token = reply.json().pop("access_token")
    assert token.startswith("wat_")
    assert reply.json() == {
        "access_token": token,
        "token_type": "Bearer",
        "expires_in": 60,
        "expires_at": "2027-01-15T08:01:00Z",
    }


def test_a_token_lives_five_minutes_when_not_told(app: RecordsApp) -> None:
    """Without a body, and without the field, the life is 300 seconds."""
    headers = {"Authorization": f"Bearer {KEY}"}
    assert mint(app).json()["expires_in"] == 300
    assert app.request("POST", MINT, headers=headers).json()["expires_in"] == 300


def test_the_scheme_has_no_case(app: RecordsApp) -> None:
    """`bearer` does as well as `Bearer`."""
    reply = app.request("POST", MINT, headers={"Authorization": f"bearer {KEY}"})
    assert reply.status_code == 200


@pytest.mark.parametrize("ttl", [29, 901, 60.5, "60", None])
def test_a_life_out_of_range_is_refused(app: RecordsApp, ttl: object) -> None:
    """Only a whole number from 30 to 900 is taken; the refusal names the field."""
    reply = mint(app, ttl_seconds=ttl)
    assert reply.status_code == 400
    assert [issue["path"] for issue in reply.json()["error"]] == [["ttl_seconds"]]


@pytest.mark.parametrize("ttl", [30, 900])
def test_the_limits_of_a_life_are_taken(app: RecordsApp, ttl: int) -> None:
    """Both ends of the range are valid."""
    assert mint(app, ttl_seconds=ttl).json()["expires_in"] == ttl


def test_a_wrong_key_mints_nothing(app: RecordsApp) -> None:
    """An unknown key is a 401."""
    reply = mint(app, "sk_other")
    assert (reply.status_code, reply.json()) == (401, {"error": "unauthorized"})


def test_a_token_mints_nothing(app: RecordsApp) -> None:
    """A caller that is itself a token is a 403."""
    token = mint(app).json()["access_token"]
    assert mint(app, token).status_code == 403


def test_a_token_can_be_used_until_it_expires(app: RecordsApp) -> None:
    """It is known any number of times before its end, and unknown from then on."""
    token = mint(app, ttl_seconds=30).json()["access_token"]
    for later in (0, 15, 29.9):
        app.clock.now = START + later
        assert verify(app.state, token) == Principal("token")
    app.clock.now = START + 30
    assert verify(app.state, token) is None


def test_a_token_dies_with_its_key(app: RecordsApp) -> None:
    """After the server's key has changed, tokens of the old one are unknown."""
    token = mint(app).json()["access_token"]
    app.state.api_key = "sk_new"
    assert verify(app.state, token) is None


def test_keys(app: RecordsApp) -> None:
    """With a key set only that key is known; without one every key that is not empty."""
    assert verify(app.state, KEY) == Principal("key")
    assert verify(app.state, "sk_other") is None
    assert verify(app.state, "schlüssel") is None
    assert verify(app.state, "") is None
    app.state.api_key = None
    assert verify(app.state, "anything") == Principal("key")
    assert verify(app.state, "") is None


def test_an_invented_token_is_unknown(app: RecordsApp) -> None:
    """What looks like a token but was never minted opens nothing, even where any key does."""
    app.state.api_key = None
    assert verify(app.state, "wat_invented") is None


def test_neither_key_nor_token_is_stored(app: RecordsApp) -> None:
    """The store holds digests only, so a data file gives no credential away."""
    token = mint(app).json()["access_token"]
    copy = sqlite3.connect(":memory:")
    app.state.store._connection.backup(copy)
    dump = "\n".join(copy.iterdump())
    copy.close()
    assert app.state.store.count("access_tokens") == 1
    assert token not in dump
    assert KEY not in dump


@pytest.mark.parametrize(
    "path",
    [
        "/waves/v1/tts",
        "/waves/v1/tts/live",
        "/waves/v1/stt/",
        "/waves/v1/stt/live",
        "/waves/v1/s2s",
        "/waves/v1/lightning-v3.1/get_speech",
        "/waves/v1/lightning-v3.1/stream",
        "/waves/v1/lightning-v3.1/get_speech/stream",
        "/waves/v1/lightning-v3.1-pro/get_voices",
        "/waves/v1/voice/get-all-models",
    ],
)
def test_what_a_token_opens(path: str) -> None:
    """Speech, transcription, Hydra and the voice lists take tokens, and keys."""
    assert Principal("token").opens(path)
    assert Principal("key").opens(path)


@pytest.mark.parametrize(
    "path",
    [
        "/waves/v1/auth/token",
        "/waves/v1/pulse/get_text",
        "/waves/v1/voice-cloning",
        "/waves/v1/pronunciation-dicts",
        "/waves/v1/lightning-v2/get_speech",
        "/waves/v1/tts/other",
        "/atoms/v1/user",
    ],
)
def test_what_only_a_key_opens(path: str) -> None:
    """All other routes are shut to tokens."""
    assert not Principal("token").opens(path)
    assert Principal("key").opens(path)


def test_what_is_open_to_all() -> None:
    """The voice lists and the health check need no credential; nothing else is open."""
    assert is_public("/waves/v1/lightning-v3.1/get_voices")
    assert is_public("/waves/v1/voice/get-all-models")
    assert is_public("/waves/v1/health")
    assert not is_public("/waves/v1/tts")
    assert not is_public("/waves/v1/healthy")
    assert not is_public("/atoms/v1/agent")


def test_a_token_of_a_call_opens_its_socket_and_nothing_else() -> None:
    """Where only one key is good, the token of a call still opens the agents' socket."""
    with Sandbox(api_key="right") as sandbox:
        headers = {"Authorization": "Bearer wct_nobody"}
        reply = httpx.get(f"{sandbox.url}/atoms/v1/user", headers=headers)
        assert reply.status_code == 403
        with httpx.Client(base_url=sandbox.url, headers={"Authorization": "Bearer right"}) as key:
            created = key.post("/atoms/v1/agent", json={"name": "Receptionist"}).json()["data"]
            order = {"agent_id": created}
            minted = key.post("/atoms/v1/conversation/register-call", json=order).json()
        token = minted["data"]["access_token"]
        address = f"{sandbox.url.replace('http', 'ws', 1)}/atoms/v1/agent/connect?token={token}"
        with connect(address) as socket:
            assert json.loads(socket.recv())["type"] == "session.created"
