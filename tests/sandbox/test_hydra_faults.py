"""Failures of Hydra sessions: those asked for, and clients that vanish at any point."""

import asyncio
import json
import logging
import socket
import threading
import time
from contextlib import suppress

import pytest
from hydra_talk import KEY, PATH, kinds, last, silence, speech, talk_on
from websockets.exceptions import ConnectionClosed, InvalidStatus

from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.chat_script import Answer
from smallestai.sandbox.hydra_mind import Mind, Result

FAST = Settings(time_scale=0.01, hydra_idle_seconds=1e6)
SLOW = Settings(hydra_pace=1e-9, hydra_idle_seconds=1e6)
TARGET = f"GET {PATH}"
MAYA = {"voice": "maya"}
OPENING = {"voice": "maya", "generate_initial_response": True}
CALLING = OPENING | {"instructions": "sandbox: -> now()"}
DELTA, RESPONSE_DONE = "response.output_audio.delta", "response.done"


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(api_key=KEY, settings=FAST) as made:
        yield made


def ending(talk):
    """Read to the end; return the frames and the close frame, None for a connection that broke."""
    frames = []
    while True:
        try:
            frames.append(talk.receive())
        except ConnectionClosed as closed:
            return frames, closed.rcvd


@pytest.mark.parametrize(
    ("name", "status"), [("unauthorized", 401), ("refuse_401", 401), ("refuse_429", 429)]
)
def test_a_refused_upgrade(sandbox, name, status):
    """A status comes instead of the upgrade; the next socket opens."""
    sandbox.fail(name, TARGET)
    with pytest.raises(InvalidStatus) as denied, talk_on(sandbox):
        pass
    assert denied.value.response.status_code == status
    with talk_on(sandbox, **MAYA):
        pass


@pytest.mark.parametrize(
    ("name", "code"), [("server_full", 1013), ("internal_error", 1011), ("session_ended", 1000)]
)
@pytest.mark.parametrize("after", [0, 1, 2])
def test_errors_that_end_the_session(sandbox, name, code, after):
    """The error comes after so many frames, then the close."""
    sandbox.fail(name, TARGET, after=after)
    with talk_on(sandbox) as talk:
        with suppress(ConnectionClosed):  # it may be over already
            talk.send("session.configure", session=OPENING)
        frames, close = ending(talk)
    assert len(frames) == after + 1
    assert frames[-1]["error"]["code"] == name
    assert close.code == code


def test_a_close(sandbox):
    """Code and reason are those that were asked for; a reply under way is no hindrance."""
    sandbox.fail("close", TARGET, after=6, code=4001, reason="gone")
    with talk_on(sandbox, **OPENING) as talk:
        frames, close = ending(talk)
    assert len(frames) == 4  # two were read while the session was configured
    assert (close.code, close.reason) == (4001, "gone")


def test_a_connection_that_breaks(sandbox):
    """No close frame comes."""
    sandbox.fail("drop", TARGET, after=6)
    with talk_on(sandbox, **OPENING) as talk:
        assert ending(talk)[1] is None


def test_an_error_of_ones_own(sandbox):
    """The session goes on after it."""
    sandbox.fail("error", TARGET, after=2, code="invalid_frame", message="Malformed")
    with talk_on(sandbox, **MAYA) as talk:
        error = talk.receive()["error"]
        assert (error["code"], error["message"]) == ("invalid_frame", "Malformed")
        assert talk.is_quiet()


def test_a_fault_in_the_address(sandbox):
    """The query may ask for one."""
    with talk_on(sandbox, query="&sandbox_fault=server_full") as talk:
        assert ending(talk)[1].code == 1013


@pytest.mark.parametrize("name", ["silent_configure", "silent"])
def test_settings_that_are_not_answered(name):
    """The client waits until the session idles, or until it has enough."""
    with Sandbox(settings=Settings(time_scale=0.01)) as sandbox:
        sandbox.fail(name, TARGET, after=1)
        with talk_on(sandbox) as talk:
            talk.until("session.created")
            with suppress(ConnectionClosed):  # where all this takes long
                talk.send("session.configure", session=MAYA)
            frames, close = ending(talk)
    assert (frames, close.code) == ([], 1000)


def test_settings_without_a_rate(sandbox):
    """The rest of the answer is there."""
    sandbox.fail("no_rate", TARGET)
    with talk_on(sandbox) as talk:
        session = talk.configure(**MAYA)["session"]
    assert "output_audio_sample_rate" not in session
    assert session["output_audio_format"] == "pcm16"


def test_audio_that_is_refused_once(sandbox):
    """Only the first; its neighbours are heard."""
    sandbox.fail("invalid_audio", TARGET)
    with talk_on(sandbox, **MAYA) as talk:
        talk.append(silence(0.1) + speech(sandbox))
        frames = talk.until(RESPONSE_DONE)
    assert frames[0]["error"]["code"] == "invalid_audio"
    assert [frame["type"] for frame in frames].count("error") == 1


def test_frames_that_nobody_knows(sandbox):
    """One follows each frame; without them the conversation is what it was."""
    sandbox.fail("unknown_frame", TARGET, after=1)
    with talk_on(sandbox) as talk:
        talk.send("session.configure", session=OPENING)
        frames = []
        while not frames or frames[-1]["type"] != RESPONSE_DONE:
            frames.append(json.loads(talk.connection.recv(5)))
    assert [frame["type"] for frame in frames[1::2]] == ["session.weather"] * (len(frames) // 2)
    known = kinds(frames[::2])
    assert known[:3] == ["session.created", "session.configured", "response.created"]


def test_audio_that_comes_late():
    """Some of a cancelled reply comes before its end, some after."""
    with Sandbox(settings=SLOW) as sandbox:
        sandbox.fail("late_deltas", TARGET, count=2)
        with talk_on(sandbox, **OPENING) as talk:
            talk.until(DELTA)
            talk.send("response.cancel")
            frames = [talk.receive() for _ in range(5)]
            assert talk.is_quiet()
    assert [frame["type"] for frame in frames] == [DELTA, DELTA, RESPONSE_DONE, DELTA, DELTA]
    done = frames[2]["response"]["id"]
    assert {frame["response_id"] for frame in frames if frame["type"] == DELTA} == {done}


def test_a_reply_that_fails(sandbox):
    """It ends with what broke it; the next one is as ever."""
    sandbox.fail("response_failed", TARGET)
    with talk_on(sandbox, **OPENING) as talk:
        response = talk.until(RESPONSE_DONE)[-1]["response"]
        assert response["status"] == "failed"
        assert response["status_details"]["error"]["code"] == "internal_error"
        talk.append(speech(sandbox))
        assert talk.until(RESPONSE_DONE)[-1]["response"]["status"] == "completed"


@pytest.mark.parametrize("reason", [None, "content_filter"])
def test_a_reply_that_is_incomplete(sandbox, reason):
    """The reason may be chosen."""
    options = {} if reason is None else {"reason": reason}
    sandbox.fail("response_incomplete", TARGET, **options)
    with talk_on(sandbox, **OPENING) as talk:
        response = talk.until(RESPONSE_DONE)[-1]["response"]
        assert response["status"] == "incomplete"
        assert response["status_details"] == {"reason": reason or "max_output_tokens"}


def test_an_incomplete_reply_waits_for_no_function(sandbox):
    """The functions it has called are lost with it."""
    sandbox.fail("response_incomplete", TARGET)
    with talk_on(sandbox, **CALLING) as talk:
        talk.until(RESPONSE_DONE)
        talk.send("response.create")
        assert talk.is_quiet()


def test_functions_that_are_not_waited_for(sandbox):
    """However fast the results are, the turn is lost."""
    sandbox.fail("tool_response_timeout", TARGET)
    with talk_on(sandbox, **CALLING) as talk:
        assert talk.until("error")[-1]["error"]["code"] == "tool_response_timeout"


def test_an_engine_that_fails(sandbox, monkeypatch, caplog):
    """The reply ends as failed, the log has the reason, the session goes on."""

    async def broken(*_):
        raise ZeroDivisionError
        yield b""

    monkeypatch.setattr(sandbox._state.engine, "speak", broken)
    with talk_on(sandbox, **OPENING) as talk:
        frames = talk.until(RESPONSE_DONE)
        assert talk.is_quiet()
    response = frames[-1]["response"]
    assert response["status"] == "failed"
    assert response["output"][0]["status"] == "incomplete"
    assert "A turn of the model failed" in caplog.text


# Clients that vanish


@pytest.fixture
def quiet_log(caplog):
    """Fail a test that leaves a warning or worse in the log."""
    with caplog.at_level(logging.WARNING):
        yield
    assert not caplog.records


def tasks_of(sandbox):
    """Return what runs on the loop of a sandbox, besides what keeps it listening."""
    counted = threading.Event()
    found = []

    def count():
        found.extend(task.get_coro().__qualname__ for task in asyncio.all_tasks(loop))
        counted.set()

    loop = sandbox._server._loop
    loop.call_soon_threadsafe(count)
    assert counted.wait(10)
    return {*found} - {"Server._serve", "Event.wait"}


def is_left_alone(sandbox):
    """Wait until nothing runs for a client any more; return whether that came."""
    until = time.monotonic() + 10
    while tasks_of(sandbox):
        if time.monotonic() > until:
            return False
    return True


STAGES = {
    "at once": lambda talk, said: None,
    "greeted": lambda talk, said: talk.until("session.created"),
    "configured": lambda talk, said: talk.configure(**MAYA),
    "replying": lambda talk, said: (talk.configure(**OPENING), talk.until(DELTA)),
    "calling": lambda talk, said: (
        talk.configure(**CALLING),
        talk.until("response.function_call_arguments.done"),
    ),
    "heard": lambda talk, said: (
        talk.configure(**MAYA),
        talk.append(said[: len(said) // 2]),
        talk.until("input_audio_buffer.speech_started"),
    ),
    "understood": lambda talk, said: (talk.configure(**MAYA), talk.append(said)),
    "interrupted": lambda talk, said: (
        talk.configure(**OPENING),
        talk.until(DELTA),
        talk.append(said),
    ),
}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("rudely", [False, True], ids=["close", "reset"])
@pytest.mark.usefixtures("quiet_log")
def test_a_client_that_vanishes_leaves_nothing(slow, stage, rudely):
    """No task and no word in the log, whatever it was doing and however it went."""
    sandbox, said = slow
    with talk_on(sandbox) as talk:
        STAGES[stage](talk, said)
        assert tasks_of(sandbox)
        if rudely:
            linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"  # the connection is reset, not closed
            talk.connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            talk.connection.socket.shutdown(socket.SHUT_RD)
            talk.connection.socket.close()
    assert is_left_alone(sandbox)


@pytest.fixture(scope="module")
def slow():
    """Give a sandbox whose replies do not end, and something said."""
    with Sandbox(api_key=KEY, settings=SLOW) as made:
        yield made, speech(made)


@pytest.mark.usefixtures("quiet_log")
def test_a_sandbox_that_closes_under_a_reply():
    """The client is told; nothing is left of the reply."""
    with Sandbox(settings=SLOW) as sandbox, talk_on(sandbox, **OPENING) as talk:
        talk.until(DELTA)
        sandbox.close()
        assert ending(talk)[1].code == 1012


def test_many_sessions_at_once(sandbox):
    """Each gets its own turns, in order, whatever the others do."""
    said, failed = speech(sandbox), []

    def session():
        try:
            with talk_on(sandbox, **MAYA) as talk:
                talk.append(said, 1280)
                response = last(talk.until(RESPONSE_DONE), RESPONSE_DONE)["response"]
                assert response["status"] == "completed"
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=session) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


# The mind


def test_what_the_mind_says_by_itself():
    """It repeats what it understood, or tells how long it listened; it reads results out."""
    mind = Mind("Be brief.")
    assert mind.open() == Answer("Hello. How can I help you?")
    assert mind.answer(2.34) == Answer("I heard you for 2.3 seconds.")
    assert mind.answer(1, "Good day.") == Answer("You said: Good day.")
    results = [Result("now", '{"local_time": "noon"}'), Result("sky", "blue")]
    assert mind.resume(results) == Answer("now says: local time : noon . sky says: blue.")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{user} took {seconds}", "Hi. took 1.5"),
        ("{now.time.hour} and {now.time}", '12 and {"hour": 12}'),
        ("{now.date}, {sky.colour}, {nothing}", ", , {nothing}"),
        ("{tool}", '{"time": {"hour": 12}} blue'),
    ],
)
def test_what_a_script_may_quote(line, said):
    """What was understood, and what functions have returned, whole or a field of it."""
    mind = Mind(script=["One.", line])
    mind.answer(1.5, "Hi.")
    results = [Result("now", '{"time": {"hour": 12}}'), Result("sky", "blue")]
    assert mind.resume(results).text == said
    assert mind.answer(3) == Answer("I heard you for 3.0 seconds.")
