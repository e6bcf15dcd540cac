"""The live socket: its frames, its timers, its two ways to join fragments."""

import json
import time
from itertools import cycle

import httpx
import pytest
from speaking import HEADERS, KEY, VOICE, live_on, pcm_of, words_of
from websockets.exceptions import ConnectionClosed, InvalidStatus

from smallestai.sandbox import Sandbox, Settings

TEXT = "Hello there, I owe $40."
OLD = "/waves/v1/lightning-v3.1/get_speech/stream"
LIVE = "/waves/v1/tts/live"
AT_ONCE = Settings(complete_backoff_ms=0)
# One nominal second lasts ten milliseconds.
FAST = Settings(time_scale=0.01)


@pytest.fixture(scope="module")
def sandbox():
    """Give a sandbox that ends each request without a wait."""
    with Sandbox(api_key=KEY, settings=AT_ONCE) as made:
        yield made


@pytest.fixture
def live(sandbox):
    """Give an open socket."""
    with live_on(sandbox) as opened:
        yield opened


def speak(sandbox, text=TEXT, **fields):
    """Return the PCM that the HTTP route gives for a text."""
    reply = httpx.post(
        f"{sandbox.url}/waves/v1/tts",
        json=VOICE | {"text": text} | fields,
        headers=HEADERS,
        trust_env=False,
    )
    return reply.content


# Plain requests


def test_a_plain_request(sandbox, live):
    """Chunks and one `complete` come, the same speech as over HTTP, at the native rate."""
    live.send(TEXT)
    *chunks, end = live.reply()
    assert pcm_of(chunks) == speak(sandbox)
    assert {frame["status"] for frame in chunks} == {"chunk"}
    assert end.keys() == {"session_id", "request_id", "status"}
    assert end["status"] == "complete"


def test_ids(live):
    """The session keeps its id, each request has another, and the caller's own are added."""
    live.send(TEXT)
    frames = live.reply()
    live.send(TEXT, session_id="call.3", request_id="job-17")
    frames += live.reply()
    assert len({frame["session_id"] for frame in frames}) == 1
    requests = list(dict.fromkeys(frame["request_id"] for frame in frames))
    assert len(requests) == 2
    for frame in frames:
        own = {name: frame[name] for name in frame if name.startswith("external")}
        second = frame["request_id"] == requests[1]
        echo = {"external_session_id": "call.3", "external_request_id": "job-17"}
        assert own == (echo if second else {})


def test_rate_speed_and_format(sandbox, live):
    """Rate and speed are those of the request; the format is PCM whatever it says."""
    live.send(TEXT, sample_rate=8000, speed=1.5, output_format="mp3")
    assert pcm_of(live.reply()[:-1]) == speak(sandbox, sample_rate=8000, speed=1.5)


def test_chunks_are_a_tenth_of_a_second(live):
    """All chunks but the last hold the same number of whole samples."""
    live.send(TEXT, sample_rate=24000)
    *chunks, last, _ = live.reply()
    assert {len(pcm_of([chunk])) for chunk in chunks} == {4800}
    assert 0 < len(pcm_of([last])) <= 4800


def test_a_burst_has_one_end():
    """Requests queued on one socket are spoken in order; one `complete` ends them, the last's."""
    with Sandbox(settings=FAST) as sandbox, live_on(sandbox) as live:
        for text in ("One.", "Two.", "Three."):
            live.send(text, request_id=text[:-1])
        frames = live.reply()
        names = list(dict.fromkeys(frame["external_request_id"] for frame in frames))
        assert names == ["One", "Two", "Three"]
        assert frames[-1]["external_request_id"] == "Three"
        live.raw({"type": "ping"})
        assert live.receive() == {"type": "pong"}


def test_a_request_restarts_the_wait_for_the_end():
    """A request that comes while the end is waited for puts it off: the end is its own."""
    with Sandbox(settings=Settings(time_scale=0.1)) as sandbox, live_on(sandbox) as live:
        live.send("One.", complete_backoff_ms=5000)
        due = len(speak(sandbox, "One."))
        while due:  # until all of the first request has come
            due -= len(pcm_of([live.receive()]))
        live.send("Two.", complete_backoff_ms=7000, request_id="second")
        assert live.reply()[-1]["external_request_id"] == "second"


def test_each_request_may_have_its_end():
    """With the switch on, as many ends come as requests were made."""
    settings = Settings(complete_per_request=True, time_scale=0.01)
    with Sandbox(settings=settings) as sandbox, live_on(sandbox) as live:
        live.send("One.")
        live.send("Two.")
        frames = [*live.reply(), *live.reply()]
    ends = [frame["request_id"] for frame in frames if frame["status"] == "complete"]
    assert ends == list(dict.fromkeys(frame["request_id"] for frame in frames))
    assert len(ends) == 2


def test_the_end_waits_for_the_backoff_of_the_service():
    """Without a backoff of its own, a request's `complete` comes four seconds after it."""
    with Sandbox(settings=Settings(time_scale=0.1)) as sandbox, live_on(sandbox) as live:
        started = time.monotonic()
        live.send("One.")
        assert live.reply()[-1]["status"] == "complete"
        assert time.monotonic() - started >= 0.4


def test_a_request_has_a_backoff_of_its_own():
    """The backoff of a request counts, not that of the service."""
    settings = Settings(complete_backoff_ms=1e9)
    with Sandbox(settings=settings) as sandbox, live_on(sandbox) as live:
        live.send("One.", complete_backoff_ms=0)
        assert live.reply()[-1]["status"] == "complete"


def test_the_server_may_close_after_the_end():
    """With the switch on, a normal close follows the `complete` of a plain request."""
    settings = Settings(close_after_complete=True, complete_backoff_ms=0)
    with Sandbox(settings=settings) as sandbox, live_on(sandbox) as live:
        live.send("One.")
        assert live.reply()[-1]["status"] == "complete"
        with pytest.raises(ConnectionClosed) as closed:
            live.receive()
        assert closed.value.rcvd.code == 1000


# Words


def test_words(sandbox, live):
    """Words are verbatim slices with their places and times; the audio is what it always is."""
    live.send(TEXT, word_timestamps=True)
    frames = live.reply()
    words = words_of(frames)
    assert [(word["id"], word["word"]) for word in words] == list(enumerate(TEXT.split()))
    assert all(word["start"] < word["end"] for word in words)
    assert pcm_of(frames) == speak(sandbox)
    assert frames[0]["status"] == "word_timestamp"
    assert frames[0].keys() == {"session_id", "request_id", "status", "data"}


def test_words_keep_their_letters(live):
    """Other scripts are sent as they are written."""
    live.send("नमस्ते 25th दुनिया", word_timestamps=True)
    assert [word["word"] for word in words_of(live.reply())] == ["नमस्ते", "25th", "दुनिया"]


@pytest.mark.parametrize(
    "fields",
    [{}, {"word_timestamps": False}, {"word_timestamps": True, "voice_id": "magnus"}],
)
def test_no_words(live, fields):
    """Words come only when asked for, and only with the voices that have them."""
    live.send(TEXT, **fields)
    assert {frame["status"] for frame in live.reply()} == {"chunk", "complete"}


# Joining fragments


def test_held_text_is_one_request(sandbox, live):
    """Fragments with `continue` are joined verbatim and spoken on `flush`."""
    for token in ("Hel", "lo ", "there"):
        live.send(token, continue_=True, flush=False)
    live.send("", continue_=False, flush=True)
    assert pcm_of(live.reply()) == speak(sandbox, "Hello there")


def test_the_flush_timer_speaks():
    """Text held with a flush time is spoken without a flush."""
    with Sandbox(settings=FAST) as sandbox, live_on(sandbox) as live:
        live.send("Hello there", continue_=True, max_buffer_flush_ms=1000)
        assert pcm_of(live.reply()) == speak(sandbox, "Hello there")


def test_a_context(sandbox, live):
    """Each segment is a request with its own id, its words from zero, and an end."""
    say = {"context_id": "turn-8", "word_timestamps": True}
    live.send("One moment please, ", continue_=True, **say)
    live.send("I have it now. And", continue_=True, **say)
    live.raw({"context_id": "turn-8", "text": " here it is.", "continue": False})
    first, second = live.reply(), live.reply()
    assert first[0]["request_id"] != second[0]["request_id"]
    assert pcm_of(first) == speak(sandbox, "One moment please, I have it now.")
    assert pcm_of(second) == speak(sandbox, " And here it is.")
    assert [words_of(frames)[0] | {"end": 0} for frames in (first, second)] == [
        {"id": 0, "word": "One", "start": 0.0, "end": 0},
        {"id": 0, "word": "And", "start": 0.0, "end": 0},
    ]
    assert not any("context_id" in frame for frame in first + second)


def test_a_context_ends_at_once_whatever_the_backoff_of_requests():
    """The end of a segment does not wait, unless a fragment names a backoff."""
    with Sandbox(settings=Settings(complete_backoff_ms=1e9)) as sandbox, live_on(sandbox) as live:
        live.send("One.", context_id="c")
        assert live.reply()[-1]["status"] == "complete"


def test_the_delay_of_a_context_speaks():
    """Text without a sentence end is spoken when its delay is over."""
    with Sandbox(settings=FAST) as sandbox, live_on(sandbox) as live:
        live.send("Hello there", context_id="c", continue_=True, max_buffer_delay_ms=5000)
        assert pcm_of(live.reply()) == speak(sandbox, "Hello there")


def test_contexts_share_a_socket(live):
    """Several contexts are spoken in the order of their closing, each with its end."""
    for name in ("a", "b"):
        live.send(f"This is {name}", context_id=name, continue_=True, request_id=name)
    for name in ("b", "a"):
        live.raw({"context_id": name, "continue": False})
    ends = [live.reply()[-1]["external_request_id"] for _ in range(2)]
    assert ends == ["b", "a"]


@pytest.mark.parametrize(
    "frame",
    [
        {"context_id": "c", "continue": False},
        {"context_id": "c", "context_close": True},
        {"context_id": "c", "cancel_request": True},
        {"text": "", "voice_id": "meher", "flush": True},
        {"text": " ", "voice_id": "meher"},
    ],
)
def test_nothing_to_say_is_not_answered(live, frame):
    """A closing frame, a cancel or a flush with nothing held gets no reply, nor does a space."""
    live.raw(frame)
    live.raw({"type": "ping"})
    assert live.receive() == {"type": "pong"}


def test_cancelled_text_is_not_spoken(sandbox, live):
    """After a cancel only later text of the context is heard."""
    live.send("Never to be heard", context_id="c", continue_=True)
    live.raw({"context_id": "c", "cancel_request": True})
    live.send("Hello.", context_id="c")
    assert pcm_of(live.reply()) == speak(sandbox, "Hello.")


# Refusals


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ("{", "Invalid JSON"),
        ([1], "Expected object, received array"),
        ({"text": "Hello"}, "voice_id: Required"),
        ({"text": "Hello", "context_id": "new"}, "voice_id: Required"),
        ({"voice_id": "meher"}, "text: Required"),
        ({"text": "Hello", "voice_id": "nobody"}, "Invalid Voice ID"),
        ({"text": "", "voice_id": "meher"}, "Text must not be empty"),
        ({"text": 1, "voice_id": "meher"}, "text: Expected string, received number"),
        (VOICE | {"text": "x", "speed": 3}, "speed: Number must be less than or equal to 2"),
        (
            VOICE | {"text": "x", "context_id": "c", "flush": True},
            "flush cannot be combined with context_id",
        ),
        (
            VOICE | {"text": "x", "context_id": "c", "max_buffer_flush_ms": 100},
            "max_buffer_flush_ms cannot be combined with context_id",
        ),
    ],
)
def test_refusals_leave_the_socket_open(live, frame, message):
    """A wrong frame is answered with one error frame, and the next request with speech."""
    live.raw(frame)
    assert live.receive() == {"status": "error", "message": message}
    live.send("Hello.")
    assert live.reply()[-1]["status"] == "complete"


def test_every_language_a_model_lacks_is_told(live):
    """The message lists what the model speaks."""
    live.send("Hello", model="lightning_v3.1", language="fi")
    message = live.receive()["message"]
    assert "'fi' is not supported by lightning_v3.1" in message
    assert "en, es" in message


def test_the_other_shape_of_errors():
    """With the switch on, the text of an error stands under `error`."""
    settings = Settings(error_frame="error")
    with Sandbox(settings=settings) as sandbox, live_on(sandbox) as live:
        live.raw("{")
        frame = live.receive()
    assert frame["status"] == "error"
    assert frame["error"]["message"] == "Invalid JSON"
    assert "message" not in frame


def test_a_failure_to_speak_is_an_error_frame(live, monkeypatch, caplog):
    """A fault of the engine is logged; the client is told without details, and may go on."""

    def fail(*_):
        raise RuntimeError("secret path")

    with monkeypatch.context() as patch:
        patch.setattr("smallestai.sandbox.live_speaker.chunk_bytes", fail)
        live.send("One.")
        assert live.receive() == {"status": "error", "message": "Internal server error"}
        assert live.receive()["status"] == "complete"
    assert "secret path" in caplog.text
    live.send("Two.")
    assert pcm_of(live.reply())


# Idle time and keep-alive


@pytest.mark.parametrize(
    ("query", "seconds"), [("", 60), ("?timeout=20", 20), ("?timeout=999", 180)]
)
def test_idle_sockets_are_told_and_closed(query, seconds):
    """The error names the idle time asked for, cut down to the limit, and a close follows."""
    settings = Settings(time_scale=0.002)
    with Sandbox(settings=settings) as sandbox, live_on(sandbox, LIVE + query) as live:
        message = f"Connection timed out after {seconds} seconds of inactivity"
        assert live.receive() == {"status": "error", "message": message}
        with pytest.raises(ConnectionClosed) as closed:
            live.receive()
        assert closed.value.rcvd.code == settings.idle_close_code


def test_the_limit_of_the_idle_time_can_be_lifted():
    """Without a limit any number of seconds is honoured."""
    settings = Settings(time_scale=0.0002, idle_limit_seconds=None)
    with Sandbox(settings=settings) as sandbox, live_on(sandbox, f"{LIVE}?timeout=999") as live:
        assert "after 999 seconds" in live.receive()["message"]


def test_pings_are_answered_and_restart_the_clock():
    """Every spelling gets a pong, and a socket that pings outlives its idle time."""
    words = cycle(["ping", "keepalive", "keep_alive", "keep-alive"])
    settings = Settings(time_scale=0.02)  # idle after 0.4 s
    with Sandbox(settings=settings) as sandbox, live_on(sandbox, f"{LIVE}?timeout=20") as live:
        opened = time.monotonic()
        while time.monotonic() - opened < 0.5:
            live.raw({"type": next(words)})
            assert live.receive() == {"type": "pong"}
            time.sleep(0.02)


@pytest.mark.parametrize("query", ["timeout=0", "timeout=-5", "timeout=soon", "timeout="])
def test_an_idle_time_that_is_none_is_refused(sandbox, query):
    """The upgrade is answered 400 with an issue that names the parameter."""
    with pytest.raises(InvalidStatus) as refused, live_on(sandbox, f"{LIVE}?{query}"):
        pass
    assert refused.value.response.status_code == 400
    assert json.loads(refused.value.response.body)["error"][0]["path"] == ["timeout"]


# Opening


def test_a_key_in_the_query_opens(sandbox):
    """Browsers cannot set headers; `token` does."""
    with live_on(sandbox, f"{LIVE}?token={KEY}", additional_headers={}) as live:
        live.send("One.")
        assert live.reply()[-1]["status"] == "complete"


@pytest.mark.parametrize("parameter", ["token", "api_key"])
def test_a_short_lived_token_opens(sandbox, parameter):
    """A minted token may ride in either parameter."""
    url = f"{sandbox.url}/waves/v1/auth/token"
    token = httpx.post(url, json={}, headers=HEADERS, trust_env=False).json()["access_token"]
    with live_on(sandbox, f"{LIVE}?{parameter}={token}", additional_headers={}) as live:
        live.raw({"type": "ping"})
        assert live.receive() == {"type": "pong"}


@pytest.mark.parametrize(
    ("query", "body"),
    [
        ("", {"message": "Unauthorized: No tokens provided"}),
        (f"?api_key={KEY}", {"message": "Unauthorized: No tokens provided"}),
        ("?token=wrong", {"error": "unauthorized"}),
        ("?api_key=wat_wrong", {"error": "unauthorized"}),
    ],
)
def test_without_a_key_the_upgrade_is_refused(sandbox, query, body):
    """No key and a wrong one are answered 401 over HTTP; `api_key` is for tokens only."""
    with (
        pytest.raises(InvalidStatus) as refused,
        live_on(sandbox, LIVE + query, additional_headers={}),
    ):
        pass
    response = refused.value.response
    assert (response.status_code, json.loads(response.body)) == (401, body)


# The predecessor


def test_the_old_socket(sandbox):
    """The deprecated socket speaks at 24000 Hz and lists its issues."""
    with live_on(sandbox, OLD) as live:
        live.send(TEXT)
        assert pcm_of(live.reply()) == speak(sandbox, sample_rate=24000)
        live.raw({"text": "Hello"})
        frame = live.receive()
        assert frame["message"] == "voice_id: Required"
        assert frame["errors"][0]["path"] == ["voice_id"]


def test_the_old_socket_may_be_retired():
    """With the switch off its upgrade is answered 410."""
    settings = Settings(lightning_v31_live=False)
    with (
        Sandbox(settings=settings) as sandbox,
        pytest.raises(InvalidStatus) as refused,
        live_on(sandbox, OLD),
    ):
        pass
    body = json.loads(refused.value.response.body)
    assert refused.value.response.status_code == 410
    assert body["recommended_endpoint"] == LIVE


# Going away


@pytest.mark.parametrize("factor", [None, 0.001])
def test_going_away_in_mid_speech_ends_it(factor, caplog):
    """A client that leaves a stream, a slow one too, leaves no task and no complaint behind."""
    with Sandbox(settings=Settings(real_time_factor=factor)) as sandbox:
        with live_on(sandbox) as live:
            live.send(TEXT * 50)
            assert live.receive()["status"] == "chunk"
        with live_on(sandbox) as live:
            live.raw({"type": "ping"})
            assert live.receive() == {"type": "pong"}
    assert not caplog.records
