"""Speech over HTTP: the whole audio, and server-sent events."""

import base64
from contextlib import contextmanager

import httpx
import pytest
from speaking import HEADERS, KEY, sse_events

from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.formats import encode
from smallestai.sandbox.state import State
from smallestai.sandbox.synthesis import DICTIONARIES, check_meaning, speech_of

TEXT = "Your parcel leaves tonight."
BODY = {"text": TEXT, "voice_id": "magnus"}
TTS = "/waves/v1/tts"
LIVE = "/waves/v1/tts/live"
OLD = "/waves/v1/lightning-v3.1/get_speech"
OLD_LIVE = "/waves/v1/lightning-v3.1/stream"


@contextmanager
def client_of(settings=None):
    """Give an HTTP client of a sandbox of its own."""
    with (
        Sandbox(api_key=KEY, settings=settings) as sandbox,
        httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def client():
    """Give a client of a sandbox with the usual settings."""
    with client_of() as made:
        yield made


def speak(client, path=TTS, **fields):
    """Return the successful reply to a request."""
    reply = client.post(path, json=BODY | fields)
    assert reply.status_code == 200, reply.text
    return reply


def issues_of(client, path=TTS, **fields):
    """Return the issues that a request is refused for."""
    reply = client.post(path, json=BODY | fields)
    assert reply.status_code == 400
    return reply.json()["error"]


def test_audio_is_pcm_at_the_native_rate_by_default(client):
    """Without a format and a rate the body is 16-bit PCM at 44100 Hz."""
    assert speak(client).content == speak(client, output_format="pcm", sample_rate=44100).content
    assert 1 < len(speak(client).content) / 2 / 44100 < 4


@pytest.mark.parametrize("rate", [8000, 16000, 24000, 44100])
@pytest.mark.parametrize("output_format", ["pcm", "wav", "mp3", "ulaw", "alaw"])
def test_every_format_at_every_rate(client, output_format, rate):
    """Each format is the same speech, and its content type is audio/wav all the same."""
    pcm = speak(client, sample_rate=rate).content
    reply = speak(client, sample_rate=rate, output_format=output_format)
    assert reply.content == encode(pcm, output_format, rate)
    assert reply.headers["content-type"] == "audio/wav"


def test_ids_and_their_echoes(client):
    """Every reply has ids of the server; ids of the caller come back, and only then."""
    reply = speak(client, request_id="job-17", session_id="call.3")
    assert reply.headers["x-external-request-id"] == "job-17"
    assert reply.headers["x-external-session-id"] == "call.3"
    other = speak(client)
    assert not [name for name in other.headers if name.startswith("x-external")]
    for header in ("x-request-id", "x-session-id"):
        assert other.headers[header]
        assert other.headers[header] != reply.headers[header]


def test_content_expiry_is_answered_when_asked_for(client):
    """`x-expire-content` gets an answer that the settings choose; without it there is none."""
    asked = {"x-expire-content": "true"}
    assert client.post(TTS, json=BODY, headers=asked).headers["x-content-expiry"] == "not-entitled"
    assert "x-content-expiry" not in speak(client).headers
    with client_of(Settings(content_expiry="applied")) as entitled:
        reply = entitled.post(LIVE, json=BODY, headers=asked)
        assert reply.headers["x-content-expiry"] == "applied"


@pytest.mark.parametrize("path", [LIVE, OLD_LIVE])
def test_events(client, path):
    """Audio events of 1024 bytes of PCM, whatever the format, then an end without a name."""
    reply = speak(client, path, sample_rate=8000, output_format="mp3")
    assert reply.headers["content-type"].startswith("text/event-stream")
    *chunks, end = sse_events(reply.text)
    assert end == ("", {"status": "200", "done": True})
    assert {name for name, _ in chunks} == {"audio"}
    assert all(data.keys() == {"audio", "done", "status"} for _, data in chunks)
    assert {(data["done"], data["status"]) for _, data in chunks} == {(False, "206")}
    parts = [base64.b64decode(data["audio"]) for _, data in chunks]
    assert {len(part) for part in parts[:-1]} == {1024}
    assert b"".join(parts) == speak(client, sample_rate=8000).content


def test_the_old_routes_have_their_own_rate_and_header_switch(client):
    """The deprecated routes speak at 24000 Hz, and take the old word for a WAV file."""
    pcm = speak(client, sample_rate=24000).content
    assert speak(client, OLD).content == pcm
    assert speak(client, OLD, add_wav_header=True).content == encode(pcm, "wav", 24000)


def test_the_old_routes_may_be_retired():
    """With the switch off they answer 410 and name their successors."""
    with client_of(Settings(lightning_v31_live=False)) as client:
        replies = {path: client.post(path, json=BODY) for path in (OLD, OLD_LIVE)}
    assert {reply.status_code for reply in replies.values()} == {410}
    assert replies[OLD].json()["error_code"] == "MODEL_DEPRECATED"
    assert replies[OLD].json()["recommended_endpoint"] == TTS
    assert replies[OLD_LIVE].json()["recommended_endpoint"] == LIVE


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"output_format": "mulaw"},
            {"code": "invalid_enum_value", "path": ["output_format"], "received": "mulaw"},
        ),
        ({"sample_rate": 22050}, {"code": "invalid_enum_value", "path": ["sample_rate"]}),
        ({"speed": 2.5}, {"code": "too_big", "path": ["speed"], "maximum": 2}),
        ({"speed": "1"}, {"code": "invalid_type", "path": ["speed"], "received": "string"}),
        ({"text": "  \n "}, {"code": "too_small", "path": ["text"]}),
        ({"text": "x" * 8001}, {"code": "too_big", "path": ["text"], "maximum": 8000}),
        (
            {"voice_id": "nobody"},
            {"code": "custom", "path": ["voice_id"], "message": "Invalid Voice ID"},
        ),
        (
            {"language": "fi"},
            {"code": "invalid_enum_value", "path": ["language"], "received": "fi"},
        ),
        ({"language": "xx"}, {"code": "invalid_enum_value", "path": ["language"]}),
        ({"request_id": "a b"}, {"code": "invalid_string", "path": ["request_id"]}),
        ({"pronunciation_dicts": ["none"]}, {"code": "custom", "path": ["pronunciation_dicts"]}),
    ],
)
@pytest.mark.parametrize("path", [TTS, LIVE])
def test_refusals(client, path, fields, expected):
    """A request that breaks a rule is refused with one issue that says which."""
    (issue,) = issues_of(client, path, **fields)
    assert {name: issue[name] for name in expected} == expected


def test_an_unsupported_language_is_answered_with_those_there_are(client):
    """The issue lists what the model speaks, as data and in its message."""
    (issue,) = issues_of(client, language="fi")
    assert issue["options"][:2] == ["auto", "en"]
    assert "fi" not in issue["options"]
    assert ", ".join(issue["options"]) in issue["message"]
    speak(client, language="fi", model="lightning_v3.1_pro", voice_id="meher")


def test_missing_fields_are_named(client):
    """A body without its required fields is refused for each of them."""
    reply = client.post(TTS, json={})
    found = {(issue["code"], *issue["path"], issue["message"]) for issue in reply.json()["error"]}
    assert found == {("invalid_type", field, "Required") for field in ("text", "voice_id")}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"text"', b"\xff"])
def test_a_body_that_is_no_object_is_refused(client, content):
    """Anything but a JSON object is a 400 with issues, not a fault of the server."""
    reply = client.post(TTS, content=content)
    assert reply.status_code == 400
    assert reply.json()["error"][0]["message"]


def test_the_length_of_a_text_counts_without_the_space_around_it(client):
    """A text is as long as it is when trimmed."""
    assert issues_of(client, text=" " + "x" * 8001)
    assert speak(client, text=f"  {TEXT}\n").content == speak(client).content


def test_unknown_fields_are_ignored(client):
    """Fields of older models make no difference."""
    assert speak(client, consistency=0.5, save_history=True).content == speak(client).content


def test_a_number_language_becomes_the_language_where_there_is_none(client):
    """Without `language`, the language of numbers is that of the text."""
    german = speak(client, language="de").content
    assert speak(client, number_pronunciation_language="de").content == german
    english = speak(client, language="en").content
    both = speak(client, language="en", number_pronunciation_language="de").content
    assert both == english != german


def test_a_dictionary_respells():
    """The items of a stored dictionary reach the engine; an unknown id is refused."""
    state = State()
    try:
        items = [{"word": "GIF", "pronunciation": "jiff"}]
        known = state.store.insert(DICTIONARIES, {"items": items}).id
        body = BODY | {"pronunciation_dicts": [known]}
        assert check_meaning(state, body) == []
        assert speech_of(state, body).respellings == {"GIF": "jiff"}
        (issue,) = check_meaning(state, BODY | {"pronunciation_dicts": ["none"]})
        assert "'none'" in issue.message
    finally:
        state.close()


@pytest.mark.parametrize("path", [TTS, LIVE])
def test_going_away_leaves_no_complaint(path, caplog):
    """A client that goes away after the first of a long audio is no fault of the server's."""
    with client_of() as client:
        with client.stream("POST", path, json=BODY | {"text": TEXT * 100}) as reply:
            next(reply.iter_raw())
        speak(client)
    assert not [record for record in caplog.records if record.levelname != "INFO"]


@pytest.mark.parametrize(("path", "size"), [(TTS, 1600), (LIVE, 1024)])
def test_audio_arrives_while_it_is_made(path, size):
    """At a pace of hours the first chunk comes at once, and going away ends the rest."""
    with client_of(Settings(real_time_factor=0.0001)) as client:
        with client.stream("POST", path, json=BODY | {"sample_rate": 8000}) as reply:
            first = next(reply.iter_raw())
    if path == LIVE:
        ((_, data),) = sse_events(first.decode())
        first = base64.b64decode(data["audio"])
    assert len(first) == size


def test_first_audio_can_be_late():
    """The latency of the settings passes before the first byte, scaled like every wait."""
    late = Settings(first_audio_seconds=20, time_scale=0.01)
    with client_of() as client, client_of(late) as slow:
        speak(slow)
        assert speak(slow).elapsed.total_seconds() > 0.2
        assert speak(slow).content == speak(client).content


def test_a_failure_to_speak_is_a_500_that_says_nothing(monkeypatch, caplog):
    """A fault of the engine is logged here, and its traceback does not reach the client."""

    def fail(*_):
        raise RuntimeError("secret path")

    with client_of() as client:
        monkeypatch.setattr("smallestai.sandbox.speech.chunk_bytes", fail)
        reply = client.post(TTS, json=BODY)
    assert reply.status_code == 500
    assert reply.json() == {"error": "Internal server error", "message": "Internal server error"}
    assert reply.headers["x-request-id"]
    assert "secret path" in caplog.text
