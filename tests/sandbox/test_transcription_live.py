"""The live socket: its handshake, its session, its ends, its faults."""

import base64
import json
from contextlib import suppress

import httpx
import pytest
from speaking import HEADERS, KEY, live_on
from transcribing import LIVE, SPEC, assert_near, check, silence, spoken_by, transcribing
from websockets.exceptions import ConnectionClosed, InvalidStatus

from smallestai.sandbox import Sandbox, Settings

OLD = "/waves/v1/pulse/get_text"
TEXT = "Hello there, I owe $40."


@pytest.fixture(scope="module")
def sandbox():
    """Give a sandbox that knows one key."""
    with Sandbox(api_key=KEY) as made:
        yield made


@pytest.fixture(scope="module")
def speech(sandbox):
    """Give PCM that the sandbox said, and its words."""
    return spoken_by(sandbox, TEXT)


def denied(sandbox, path=LIVE, **query):
    """Return the status and the body that come instead of a socket."""
    with pytest.raises(InvalidStatus) as refused:
        with transcribing(sandbox, path, **query):
            pass
    reply = refused.value.response
    return reply.status_code, json.loads(reply.body)


def test_a_session(sandbox, speech):
    """No greeting; interims, a final, an empty final for a turn, the last one, a normal close."""
    pcm, words = speech
    with transcribing(sandbox, word_timestamps="true", vad_events="true") as session:
        session.audio(silence(0.5) + pcm + silence(1))
        frames = session.until(lambda frame: frame.get("is_final"))
        session.command("finalize")
        empty = session.receive()
        session.command("close_stream")
        (code, _), rest = session.closed()
    assert frames[0]["type"] == "speech_started"
    assert frames[-1]["transcript"] == TEXT
    assert_near(frames[-1]["words"], words, 0.5)
    assert len({frame["session_id"] for frame in [*frames, empty, *rest]}) == 1
    assert (empty["transcript"], empty["is_final"]) == ("", True)
    assert [frame["is_last"] for frame in rest] == [True]
    assert code == 1000


def test_speech_that_is_only_being_said(sandbox):
    """Audio is recognised while the sandbox still says the rest of it."""
    text = "First we count to ten, then we begin with the work of the day."
    with live_on(sandbox) as voice, transcribing(sandbox) as session:
        voice.send(text, sample_rate=16000, complete_backoff_ms=0)
        while (frame := voice.receive())["status"] == "chunk":
            session.audio(base64.b64decode(frame["data"]["audio"]))
        session.audio(silence(1))
        assert " ".join(each["transcript"] for each in session.finals()).strip() == text


def test_what_is_ignored(sandbox, speech):
    """Old commands, unknown ones and text that is no JSON change nothing."""
    with transcribing(sandbox) as session:
        for text in ('{"type":"end"}', '{"flag":"END"}', '{"type":"Finalize"}', "hi", "[]", "3"):
            session.connection.send(text)
        session.audio(speech[0] + silence(1))
        assert [frame["transcript"] for frame in session.finals()] == [TEXT, ""]


def test_the_older_socket(sandbox, speech):
    """It needs no query, and gives word times unless they are not wanted."""
    with transcribing(sandbox, OLD, model=None, language=None) as session:
        session.audio(speech[0] + silence(1))
        final = session.finals()[0]
    assert final["transcript"] == TEXT
    assert_near(final["words"], speech[1])
    with transcribing(sandbox, OLD, word_timestamps="false") as session:
        assert "words" not in session.finals()[0]


# Refusals


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ({"model": None}, "Missing required query param: model."),
        ({"language": None}, "Missing required query param: language."),
        ({"encoding": "opus"}, "encoding: This sandbox cannot decode Opus"),
        ({"eou_timeout_ms": "5"}, "eou_timeout_ms:"),
        (
            {"model": "pulse-pro"},
            "Pulse Pro has no streaming transport. Use POST /waves/v1/stt/",
        ),
    ],
)
def test_wrong_queries(sandbox, query, error):
    """A wrong query is 400 instead of the upgrade."""
    status, body = denied(sandbox, **query)
    assert status == 400
    assert body["error"].startswith(error)
    check(SPEC, "SttError", body)


def test_the_number_of_sessions(speech):
    """One socket too many opens and is closed at once; a place that is free again is taken."""
    with Sandbox(settings=Settings(transcription_sockets=1)) as limited:
        with transcribing(limited) as first:
            with transcribing(limited) as second:
                assert second.closed() == ((1008, "concurrency_limit_reached"), [])
            first.command("close_stream")
            first.closed()
        with transcribing(limited) as third:
            assert third.finals()[-1]["is_last"]


def test_languages_of_other_regions(sandbox):
    """India closes without a word, the United States after an error frame."""
    with transcribing(sandbox, language="ja") as session:
        close, frames = session.closed()
        assert (close[0], close[1], frames) == (1000, "", [])
    with Sandbox(settings=Settings(region="us-west-2")) as west:
        with transcribing(west, language="ta") as session:
            close, (error,) = session.closed()
        with transcribing(west, language="ja") as session:
            assert session.finals()[-1]["language"] == "ja"
    assert (error["type"], error["error_code"]) == ("error", "LANGUAGE_NOT_ENABLED_IN_REGION")


# Faults


@pytest.mark.parametrize("name", ["concurrency_limit_reached", "forbidden", "rate_limit_exceeded"])
def test_policy_faults(sandbox, name):
    """The socket opens and is closed with the reason."""
    sandbox.fail(name, f"GET {LIVE}")
    with transcribing(sandbox) as session:
        assert session.closed() == ((1008, name), [])


def test_a_refused_upgrade(sandbox):
    """`refuse_<status>` answers with that status, and the next one opens."""
    sandbox.fail("refuse_429", f"GET {LIVE}")
    assert denied(sandbox)[0] == 429
    assert denied(sandbox, sandbox_fault="refuse_503")[0] == 503
    with transcribing(sandbox) as session:
        assert session.finals()[-1]["is_last"]


def test_a_close_after_some_frames(sandbox, speech):
    """The close comes when that many frames were sent, with the code of choice."""
    sandbox.fail("close", f"GET {LIVE}", after=2, code=1013, reason="busy")
    with transcribing(sandbox) as session:
        with suppress(ConnectionClosed):  # before the last of it was sent
            session.audio(speech[0])
        close, frames = session.closed()
    assert (close, len(frames)) == ((1013, "busy"), 2)


def test_a_lost_connection(sandbox):
    """The TCP connection ends without a close frame, after what was sent before."""
    sandbox.fail("drop", f"GET {LIVE}", after=1)
    with transcribing(sandbox) as session:
        session.command("finalize")  # one frame, and nothing under way that a reset could overtake
        close, frames = session.closed()
    assert (close, len(frames)) == (None, 1)


def test_an_error_frame(sandbox, speech):
    """The frame has the shape of this socket; the session goes on."""
    sandbox.fail("error", f"GET {LIVE}", code="decoder_failed", message="No more")
    with transcribing(sandbox) as session:
        frame = session.receive()
        assert session.finals()[-1]["is_last"]
    assert (frame["error_code"], frame["message"]) == ("decoder_failed", "No more")


def test_a_silent_server(sandbox, speech):
    """Nothing comes any more, and no close either."""
    sandbox.fail("silent", f"GET {LIVE}")
    with transcribing(sandbox) as session:
        session.audio(speech[0])
        session.command("close_stream")
        with pytest.raises(TimeoutError):
            session.connection.recv(timeout=0.2)


def test_a_language_that_is_not_enabled(sandbox):
    """The error frame of another region comes for any language."""
    sandbox.fail("language_not_enabled", f"GET {LIVE}")
    with transcribing(sandbox) as session:
        _, (error,) = session.closed()
    assert error["error_code"] == "LANGUAGE_NOT_ENABLED_IN_REGION"


def test_an_unknown_frame(sandbox):
    """A frame of no known type comes between others, and the session goes on."""
    sandbox.fail("unknown_frame", f"GET {LIVE}")
    with transcribing(sandbox) as session:
        assert session.receive()["type"] not in {"transcription", "error"}
        assert session.finals()[-1]["is_last"]


def test_speech_that_never_ends(sandbox, speech):
    """The end of speech is not told."""
    sandbox.fail("vad_without_end", f"GET {LIVE}")
    with transcribing(sandbox, vad_events="true") as session:
        session.audio(speech[0] + silence(1))
        session.command("close_stream")
        _, frames = session.closed()
    kinds = {frame["type"] for frame in frames}
    assert kinds == {"speech_started", "transcription"}


def test_faults_of_the_speech_socket(sandbox):
    """The socket that speaks acts out the shared ones too."""
    sandbox.fail("close", "GET /waves/v1/tts/live", after=1, code=1012)
    with live_on(sandbox) as live:
        live.send(TEXT)
        assert live.receive()["status"] == "chunk"
        with pytest.raises(ConnectionClosed) as closed:
            live.reply()
    assert closed.value.rcvd.code == 1012
    sandbox.fail("error", "GET /waves/v1/tts/live", message="Tired")
    with live_on(sandbox) as live:
        assert live.receive() == {"status": "error", "message": "Tired"}


def test_sessions_are_logged(sandbox, speech):
    """What was transcribed is in the log, with the length of the audio."""
    with transcribing(sandbox, external_session_id="mine") as session:
        session.audio(speech[0] + silence(1))
        session.finals()
        session.closed()
    logs = f"{sandbox.url}/waves/v1/analytics/asr/logs"
    entry = httpx.get(logs, headers=HEADERS, trust_env=False).json()["data"][0]
    assert (entry["transcription"], entry["request_type"]) == (TEXT, "ws")
    assert entry["duration"] == pytest.approx(len(speech[0]) / 32000 + 1, abs=0.2)
