"""The speech-to-speech socket: who gets in, the settings of a session, frames that are wrong."""

import json
import time

import httpx
import pytest
from hydra_talk import KEY, PATH, hiss, hum, silence, speech, talk_on
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from smallestai.sandbox import Sandbox, Settings

FAST = Settings(time_scale=0.01, hydra_idle_seconds=1e6)
TOOL = {"type": "function", "name": "get_time", "parameters": {"type": "object"}}
MAYA = {"voice": "maya"}


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(api_key=KEY, settings=FAST) as made:
        yield made


@pytest.fixture
def talk(sandbox):
    """Give a session that is configured."""
    with talk_on(sandbox, **MAYA) as opened:
        yield opened


def refused(sandbox, query="", **options):
    """Return the reply to a socket that is refused."""
    url = sandbox.url.replace("http", "ws", 1) + PATH + query
    with pytest.raises(InvalidStatus) as denied, connect(url, **options):
        pass
    return denied.value.response


# The door


@pytest.mark.parametrize("query", ["?model=hydra-v1.1", "?model=hydra-v1.1&api_key=sk_wrong"])
def test_no_entry_without_the_key(sandbox, query):
    """A missing or unknown key is a 401, before the upgrade."""
    assert refused(sandbox, query).status_code == 401


def test_no_entry_with_a_wrong_header(sandbox):
    """An unknown key in the header is a 401 too."""
    headers = {"Authorization": "Bearer sk_wrong"}
    assert refused(sandbox, additional_headers=headers).status_code == 401


def test_the_header_opens_without_a_model(sandbox):
    """The key may be in the header; without a model the current one serves."""
    url = sandbox.url.replace("http", "ws", 1) + PATH
    headers = {"Authorization": f"Bearer {KEY}"}
    with connect(url, additional_headers=headers) as connection:
        assert json.loads(connection.recv(5))["type"] == "session.created"
        connection.send('{"type": "session.configure", "session": {}}')
        session = json.loads(connection.recv(5))["session"]
    assert session["output_audio_sample_rate"] == 24000


def test_a_token_opens(sandbox):
    """A token that was minted from the key does as well, in the query."""
    headers = {"Authorization": f"Bearer {KEY}"}
    minting = f"{sandbox.url}/waves/v1/auth/token"
    token = httpx.post(minting, headers=headers, trust_env=False).json()["access_token"]
    url = f"{sandbox.url.replace('http', 'ws', 1)}{PATH}?model=hydra-v1.0&api_key={token}"
    with connect(url) as connection:
        assert json.loads(connection.recv(5))["type"] == "session.created"


def test_a_key_in_the_query_opens_nothing_else(sandbox):
    """The live socket of speech still takes no key as `api_key`."""
    url = sandbox.url.replace("http", "ws", 1) + f"/waves/v1/tts/live?api_key={KEY}"
    with pytest.raises(InvalidStatus) as denied, connect(url):
        pass
    assert denied.value.response.status_code == 401


def test_an_unknown_model_is_refused(sandbox):
    """The refusal, a 400, lists the models there are."""
    reply = refused(sandbox, f"?model=hydra-v9&api_key={KEY}")
    assert reply.status_code == 400
    (issue,) = json.loads(reply.body)["error"]
    assert issue["options"] == ["hydra-v1.1", "hydra-v1.0", "hydra"]


# The settings


def test_the_greeting(sandbox):
    """It gives the session an id, another one every time."""
    ids = set()
    for _ in range(2):
        with talk_on(sandbox) as talk:
            ids.add(talk.receive()["session_id"])
    assert len(ids) == 2


def test_the_old_name_warns_first(sandbox):
    """Only the deprecated name does, right before the greeting, and names its successor."""
    with talk_on(sandbox, "hydra") as talk:
        warning, created = talk.until("session.created")
        assert (warning["type"], warning["code"]) == ("warning", "model_deprecated")
        assert "hydra-v1.0" in warning["message"]
        assert warning["event_id"] != created["event_id"]
    with talk_on(sandbox, "hydra-v1.0") as talk:
        assert talk.receive()["type"] == "session.created"


@pytest.mark.parametrize(
    ("model", "rate"), [("hydra-v1.1", 24000), ("hydra-v1.0", 48000), ("hydra", 48000)]
)
def test_what_holds_when_nothing_is_asked_for(sandbox, model, rate):
    """Sterling speaks in every version; the rate is the version's."""
    with talk_on(sandbox, model) as talk:
        assert talk.configure()["session"] == {
            "instructions": "",
            "voice": "sterling",
            "tools": [],
            "generate_initial_response": False,
            "output_audio_format": "pcm16",
            "output_audio_sample_rate": rate,
        }


def test_the_settings_are_echoed(sandbox):
    """What was asked for comes back; fields that nobody knows are ignored."""
    asked = {"instructions": "Be brief.", "voice": "kai", "tools": [TOOL]}
    with talk_on(sandbox) as talk:
        session = talk.configure(**asked, input_audio_sample_rate=8000)["session"]
    assert asked.items() <= session.items()
    assert "input_audio_sample_rate" not in session


@pytest.mark.parametrize(
    ("model", "voices", "others"),
    [
        ("hydra-v1.1", ("zoe", "maya", "kai"), ("sterling", "wren", "vaughn", "nobody")),
        ("hydra-v1.0", ("vaughn", "sterling", "sawyer"), ("maya", "wren", "leda")),
        ("hydra", ("sterling", "wren", "zephyr"), ("maya", "nobody")),
    ],
)
def test_voices(sandbox, model, voices, others):
    """Each version knows its own; a refusal leaves the session to be configured."""
    for voice in voices:
        with talk_on(sandbox, model) as talk:
            assert talk.configure(voice=voice)["session"]["voice"] == voice
    with talk_on(sandbox, model) as talk:
        talk.until("session.created")
        for voice in others:
            talk.send("session.configure", event_id=voice, session={"voice": voice})
            error = talk.receive()["error"]
            assert error["code"] == "invalid_request_error"
            assert error["param"] == "session.configure.session.voice"
            assert error["event_id"] == voice
        talk.send("session.configure", session={"voice": voices[0]})
        assert talk.receive()["type"] == "session.configured"


def test_audio_before_the_settings_is_dropped(sandbox):
    """No answer comes to it, sound or not, and its time does not count."""
    said = speech(sandbox)
    with talk_on(sandbox) as talk:
        talk.append(said)
        talk.send("input_audio_buffer.append", audio="!")
        talk.configure()
        talk.append(silence(0.5) + said)
        started = talk.receive()
    assert started["type"] == "input_audio_buffer.speech_started"
    assert started["audio_start_ms"] < 700


def test_other_frames_before_the_settings_are_refused(sandbox):
    """The settings come first."""
    with talk_on(sandbox) as talk:
        talk.until("session.created")
        talk.send("response.create", event_id="early")
        assert talk.receive()["error"]["event_id"] == "early"
        talk.send("session.configure", session={})
        assert talk.receive()["type"] == "session.configured"


def test_settings_count_once(talk):
    """Later ones are ignored, wrong ones too."""
    talk.send("session.configure", session={"voice": "zoe"})
    talk.send("session.configure", session={"voice": 1})
    assert talk.is_quiet()


@pytest.mark.parametrize(
    ("session", "param"),
    [
        ({"voice": 1}, "voice"),
        ({"tools": {}}, "tools"),
        ({"tools": [{"type": "function"}]}, "tools.0.name"),
        ({"generate_initial_response": "yes"}, "generate_initial_response"),
        ({"instructions": "sandbox: -> call(1)"}, "instructions"),
    ],
)
def test_wrong_settings_are_refused(sandbox, session, param):
    """A field of the wrong type is an error that names it; a better try is welcome."""
    with talk_on(sandbox) as talk:
        talk.until("session.created")
        talk.send("session.configure", session=session)
        assert talk.receive()["error"]["param"] == f"session.configure.session.{param}"
        talk.send("session.configure", session={})
        assert talk.receive()["type"] == "session.configured"


def test_tools_can_be_replaced(talk):
    """The answer has what was applied, and does not come when nothing changes."""
    talk.send("session.update", session={"tools": [TOOL]})
    assert talk.receive()["session"] == {"tools": [TOOL]}
    talk.send("session.update", session={"tools": [TOOL]})
    talk.send("session.update", session={})
    assert talk.is_quiet()


@pytest.mark.parametrize("session", [{"voice": "zoe"}, {"tools": [TOOL], "temperature": 1}])
def test_nothing_else_can_be_updated(talk, session):
    """Any other field is an error, and then nothing is applied."""
    talk.send("session.update", event_id="u1", session=session)
    error = talk.receive()["error"]
    field = (session.keys() - {"tools"}).pop()
    assert error["param"] == f"session.update.session.{field}"
    assert (error["code"], error["event_id"]) == ("invalid_request_error", "u1")
    assert talk.is_quiet()


# Wrong frames


@pytest.mark.parametrize(
    ("frame", "param"),
    [
        ("{", None),
        (b"\x00\x01", None),
        ("[]", "type"),
        ({"event_id": "e"}, "type"),
        ({"type": 5}, "type"),
        ({"type": "input_audio_buffer.append"}, "audio"),
        ({"type": "input_audio_buffer.append", "audio": 5}, "audio"),
        ({"type": "response.cancel", "response_id": 5}, "response.cancel.response_id"),
        ({"type": "conversation.item.create"}, "conversation.item.create.item"),
        (
            {"type": "conversation.item.create", "item": {"type": "message", "role": "user"}},
            "conversation.item.create.item.type",
        ),
        (
            {
                "type": "conversation.item.create",
                "item": {"type": "function_call_output", "call_id": "c", "output": "1"},
            },
            "conversation.item.create.item.call_id",
        ),
    ],
)
def test_wrong_frames(talk, frame, param):
    """They are refused, and the session goes on."""
    talk.raw(frame)
    error = talk.receive()["error"]
    assert error["code"] == "invalid_request_error"
    assert error.get("param") == param
    assert talk.is_quiet()


@pytest.mark.parametrize(
    ("audio", "message"),
    [
        ("AAAA" * 13 + "AA==", "audio frame too small (40 bytes, need 320)"),
        ("", "audio frame too small (0 bytes, need 320)"),
        ("no base64!", "audio is not valid base64"),
        ("AAAA" * 107, "audio is not PCM16 (321 bytes)"),
    ],
)
def test_wrong_audio(talk, audio, message):
    """It is refused with a code of its own."""
    talk.send("input_audio_buffer.append", event_id="a1", audio=audio)
    assert talk.receive()["error"] == {
        "type": "invalid_request_error",
        "code": "invalid_audio",
        "message": message,
        "param": "audio",
        "event_id": "a1",
    }
    assert talk.is_quiet()


def test_unknown_types(talk):
    """They are refused, or ignored with the switch."""
    talk.send("conversation.item.truncate", event_id="t1")
    assert talk.receive()["error"]["event_id"] == "t1"
    settings = Settings(hydra_unknown_frames="ignored")
    with Sandbox(settings=settings) as sandbox, talk_on(sandbox) as other:
        other.until("session.created")
        other.send("conversation.item.truncate")
        other.send("session.configure", session={})
        assert other.receive()["type"] == "session.configured"


def test_nothing_comes_of_nothing(talk):
    """Silence and faint noise, a cancel and a create with nothing to do get no answer."""
    talk.append(silence(2) + hiss(1, -65) + hum(1, 300, -60))
    talk.send("response.cancel")
    talk.send("response.cancel", response_id="resp_gone")
    talk.send("response.create", response={})
    assert talk.is_quiet()


# Limits


def test_an_idle_session_is_closed():
    """Without traffic either way it ends after thirty seconds, without an error, with 1000."""
    settings = Settings(time_scale=0.01)
    with Sandbox(settings=settings) as sandbox, talk_on(sandbox) as talk:
        begun = time.monotonic()
        talk.until("session.created")
        with pytest.raises(ConnectionClosed) as closed:
            talk.receive()
        assert time.monotonic() - begun > 0.25
    assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (1000, "")


def test_frames_of_the_client_keep_a_session_open():
    """Even those that get no answer do."""
    settings = Settings(time_scale=0.01, hydra_idle_seconds=60)
    with Sandbox(settings=settings) as sandbox, talk_on(sandbox, **MAYA) as talk:
        until = time.monotonic() + 0.8
        while time.monotonic() < until:
            talk.send("response.cancel")
            with pytest.raises(TimeoutError):
                talk.connection.recv(timeout=0.02)
        assert talk.is_quiet()


def test_frames_of_the_server_keep_a_session_open():
    """A reply that takes longer than the idle time is sent to its end."""
    settings = Settings(time_scale=0.01, hydra_idle_seconds=60, hydra_pace=0.01)
    opening = {"instructions": "sandbox: Hello.", "generate_initial_response": True}
    with Sandbox(settings=settings) as sandbox, talk_on(sandbox, **opening) as talk:
        begun = time.monotonic()
        assert talk.until("response.done")[-1]["response"]["status"] == "completed"
        assert time.monotonic() - begun > 0.6


def test_a_full_server():
    """The session too many gets an error, then 1013; one that ends makes room."""
    settings = Settings(hydra_sessions=1)
    with Sandbox(settings=settings) as sandbox:
        with talk_on(sandbox, **MAYA):
            with talk_on(sandbox) as late:
                assert late.receive()["error"]["code"] == "server_full"
                with pytest.raises(ConnectionClosed) as closed:
                    late.receive()
                assert closed.value.rcvd.code == 1013
        with talk_on(sandbox) as again:
            assert again.receive()["type"] == "session.created"
