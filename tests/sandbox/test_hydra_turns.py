"""Turns of a Hydra session: the user's, the model's, interruptions, function calls."""

import asyncio

import numpy as np
import pytest
from hydra_talk import KEY, TEXT, audio_of, hiss, kinds, last, silence, speech, talk_on

from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.chat_script import Call
from smallestai.sandbox.hydra_calls import Calls

# Replies come at once, so that no test waits for the end of one.
FAST = Settings(time_scale=0.01, hydra_idle_seconds=1e6)
# Replies never end by themselves: the second chunk is never due.
SLOW = Settings(hydra_pace=1e-9, hydra_idle_seconds=1e6)
# Functions are waited for without end.
PATIENT = Settings(time_scale=0.01, hydra_idle_seconds=1e6, hydra_tool_seconds=1e6)
MAYA = {"voice": "maya"}

STARTED, STOPPED = "input_audio_buffer.speech_started", "input_audio_buffer.speech_stopped"
ADDED, DONE = "conversation.item.added", "conversation.item.done"
DELTA, AUDIO_DONE = "response.output_audio.delta", "response.output_audio.done"
CREATED, RESPONSE_DONE = "response.created", "response.done"
ARGUMENTS = "response.function_call_arguments"
USER = [STARTED, ADDED, STOPPED, DONE]
ASSISTANT = [CREATED, ADDED, DELTA, AUDIO_DONE, DONE, RESPONSE_DONE]


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(api_key=KEY, settings=FAST) as made:
        yield made


@pytest.fixture(scope="module")
def slow():
    with Sandbox(api_key=KEY, settings=SLOW) as made:
        yield made


@pytest.fixture(scope="module")
def patient():
    with Sandbox(api_key=KEY, settings=PATIENT) as made:
        yield made


@pytest.fixture(scope="module")
def said(sandbox):
    """Give a spoken question."""
    return speech(sandbox)


def is_speech(samples, rate):
    """Return whether samples sound like a voice: loud enough, with pauses and a low centre."""
    seconds = len(samples) / rate
    frames = samples[: len(samples) // 480 * 480].reshape(-1, 480)
    levels = np.sqrt((frames**2).mean(axis=1))
    spectrum = np.abs(np.fft.rfft(samples)) ** 2
    centre = (np.fft.rfftfreq(len(samples), 1 / rate) * spectrum).sum() / spectrum.sum()
    lively = np.percentile(levels, 90) > 5 * np.percentile(levels, 10)
    return seconds > 0.7 and levels.mean() > 300 and lively and 150 < centre < 2500


# Turns


@pytest.mark.parametrize("model", ["hydra-v1.1", "hydra-v1.0"])
def test_a_turn(sandbox, said, model):
    """The events of both halves come in the order that is documented; the reply is speech."""
    with talk_on(sandbox, model, instructions="Be brief.") as talk:
        talk.append(silence(0.5) + said)
        frames = talk.until(RESPONSE_DONE)
        assert kinds(frames) == USER + ASSISTANT
        rate = {"hydra-v1.1": 24000, "hydra-v1.0": 48000}[model]
        assert is_speech(audio_of(frames), rate)
        assert talk.is_quiet()


def test_the_entries_of_a_turn(sandbox, said):
    """Ids hold the events of an entry together; each entry follows the last; audio has no text."""
    with talk_on(sandbox, **MAYA) as talk:
        talk.append(said)
        frames = talk.until(RESPONSE_DONE)
    added, assistant = (frame for frame in frames if frame["type"] == ADDED)
    done, spoken = (frame for frame in frames if frame["type"] == DONE)
    user_id, reply_id = added["item"]["id"], assistant["item"]["id"]
    audio = {"type": "input_audio", "text": None}
    user = {"id": user_id, "type": "message", "role": "user", "content": [audio]}
    assert added["item"] == user | {"status": "in_progress"}
    assert done["item"] == user | {"status": "completed"}
    assert {last(frames, STARTED)["item_id"], last(frames, STOPPED)["item_id"]} == {user_id}
    assert (added["previous_item_id"], assistant["previous_item_id"]) == (None, user_id)
    response = last(frames, RESPONSE_DONE)["response"]
    assert response["status"] == "completed"
    assert "status_details" not in response
    assert response["output"] == [spoken["item"]]
    assert spoken["item"]["status"] == "completed"
    assert spoken["item"]["content"] == [{"type": "output_audio", "text": None}]
    for frame in frames:
        if frame["type"] in (DELTA, AUDIO_DONE):
            assert frame["response_id"] == response["id"]
            assert frame["item_id"] == reply_id
            assert (frame["output_index"], frame["content_index"]) == (0, 0)


def test_every_frame_has_an_id_of_its_own(sandbox, said):
    """No two frames of a session share one."""
    with talk_on(sandbox, **MAYA) as talk:
        talk.append(said)
        frames = talk.until(RESPONSE_DONE)
    assert len({frame["event_id"] for frame in frames}) == len(frames)


def test_the_times_of_speech(sandbox, said):
    """They count the audio of the session, not what passes outside."""
    with talk_on(sandbox, **MAYA) as talk:
        for begin in (700, 700 + len(said) // 32 + 1000):
            talk.append(silence(0.7 if begin == 700 else 1.0) + said)
            frames = talk.until(RESPONSE_DONE)
            start, end = last(frames, STARTED), last(frames, STOPPED)
            assert start["audio_start_ms"] == pytest.approx(begin, abs=100)
            seconds = len(said) / 32 - 1000
            length = end["audio_end_ms"] - start["audio_start_ms"]
            assert length == pytest.approx(seconds, abs=450)


def test_the_size_of_frames_does_not_matter(sandbox, said):
    """Ten milliseconds or all at once, what is heard is the same."""
    ends = []
    for size in (320, 1280, len(said)):
        with talk_on(sandbox, **MAYA) as talk:
            talk.append(said, size)
            ends.append(last(talk.until(STOPPED), STOPPED)["audio_end_ms"])
    assert len(set(ends)) == 1


def test_audio_that_just_ends(said):
    """A recording without silence after it is answered too, in its own time."""
    settings = Settings(time_scale=0.01, hydra_idle_seconds=1e6, hydra_gap_seconds=0.2)
    with Sandbox(settings=settings) as sandbox, talk_on(sandbox, **MAYA) as talk:
        half = len(said) // 4 * 2
        talk.append(said[:half], half)
        frames = talk.until(RESPONSE_DONE)
        assert kinds(frames) == USER + ASSISTANT
        assert last(frames, STOPPED)["audio_end_ms"] <= half / 32
        talk.append(silence(1) + said)
        frames = talk.until(RESPONSE_DONE)
        assert last(frames, STARTED)["audio_start_ms"] == pytest.approx(half / 32 + 1000, abs=150)


def test_noise_gets_no_reply(sandbox, said):
    """Its entry ends as incomplete; what is said afterwards is answered."""
    with talk_on(sandbox, **MAYA) as talk:
        talk.append(silence(0.5) + hiss(0.4, -15) + silence(1))
        frames = talk.until(DONE)
        assert kinds(frames) == USER
        assert frames[-1]["item"]["status"] == "incomplete"
        assert talk.is_quiet()
        talk.append(said)
        assert kinds(talk.until(RESPONSE_DONE)) == USER + ASSISTANT


def test_the_model_speaks_first(sandbox):
    """When it is asked to, without a turn of the user."""
    with talk_on(sandbox, generate_initial_response=True) as talk:
        frames = talk.until(RESPONSE_DONE)
    assert kinds(frames) == ASSISTANT
    assert is_speech(audio_of(frames), 24000)


def test_what_is_not_understood_is_measured(patient, said):
    """The answer to speech that this sandbox has not made tells how long it was."""
    with talk_on(patient, instructions="Be brief.") as talk:
        talk.append(said)
        frames = talk.until(RESPONSE_DONE)
    took = last(frames, STOPPED)["audio_end_ms"] - last(frames, STARTED)["audio_start_ms"]
    expected = said_by_script(patient, f"I heard you for {took / 1000:.1f} seconds.")
    assert audio_of(frames).tobytes() == expected


def test_what_the_sandbox_has_said_is_understood(sandbox, said):
    """The model repeats it."""
    with talk_on(sandbox, instructions="Be brief.") as talk:
        talk.append(said)
        frames = talk.until(RESPONSE_DONE)
    expected = said_by_script(sandbox, f"You said: {TEXT}")
    assert audio_of(frames).tobytes() == expected


def test_voices_differ(sandbox):
    """The same words sound different in another voice."""
    replies = set()
    for voice in ("maya", "kai"):
        with talk_on(sandbox, voice=voice, generate_initial_response=True) as talk:
            replies.add(audio_of(talk.until(RESPONSE_DONE)).tobytes())
    assert len(replies) == 2


def test_usage(sandbox, said):
    """Each reply says what was read and made, and how much that is together."""
    used = []
    with talk_on(sandbox, **MAYA) as talk:
        for _ in range(2):
            talk.append(said)
            used.append(last(talk.until(RESPONSE_DONE), RESPONSE_DONE)["response"]["usage"])
    for usage in used:
        assert usage["total_tokens"] == usage["input_tokens"] + usage["output_tokens"]
    assert used[0]["input_tokens"] > 0
    assert used[1]["input_tokens"] > used[0]["total_tokens"]


def test_a_reply_is_sent_a_little_faster_than_it_is_spoken():
    """Its audio takes its length over the pace of the settings, in the sandbox's time."""
    settings = Settings(time_scale=0.1, hydra_pace=2.0)
    with Sandbox(settings=settings) as sandbox:
        with talk_on(sandbox, generate_initial_response=True) as talk:
            begun = talk.clock()  # before the first of it, which may be read late
            frames = talk.until(RESPONSE_DONE)
            took = talk.clock() - begun
    seconds = len(audio_of(frames)) / 24000
    assert took > 0.1 * (seconds - 0.3) / 2


# Interruptions


def test_speech_cuts_a_reply_off(slow, said):
    """The start of speech is told first, then the end of the reply, then the turn goes on."""
    with talk_on(slow, generate_initial_response=True) as talk:
        created = last(talk.until(DELTA), CREATED)["response"]
        talk.append(silence(0.2) + said)
        frames = talk.until(RESPONSE_DONE)
        assert kinds(frames) == [STARTED, RESPONSE_DONE]
        response = frames[-1]["response"]
        assert response["id"] == created["id"]
        assert response["status"] == "cancelled"
        assert response["status_details"] == {"reason": "interrupted"}
        assert response["output"][0]["status"] == "incomplete"
        frames = talk.until(DELTA)
        assert kinds(frames) == [ADDED, STOPPED, DONE, CREATED, ADDED, DELTA]
        assert last(frames, CREATED)["response"]["id"] != created["id"]


def test_noise_cuts_a_reply_off_too(slow):
    """Nobody knows yet that it is noise; no other reply follows."""
    with talk_on(slow, generate_initial_response=True) as talk:
        talk.until(DELTA)
        talk.append(silence(0.2) + hiss(0.4, -15) + silence(1))
        assert kinds(talk.until(DONE)) == [STARTED, RESPONSE_DONE, ADDED, STOPPED, DONE]
        assert talk.is_quiet()


def test_a_reply_can_be_cancelled(slow):
    """The client is told so, once; another id cancels nothing."""
    with talk_on(slow, generate_initial_response=True) as talk:
        created = last(talk.until(DELTA), CREATED)["response"]
        talk.send("response.cancel", response_id="resp_other")
        assert talk.is_quiet()
        talk.send("response.cancel", response_id=created["id"])
        response = talk.receive()["response"]
        assert (response["id"], response["status"]) == (created["id"], "cancelled")
        assert response["status_details"] == {"reason": "client_cancelled"}
        talk.send("response.cancel")
        assert talk.is_quiet()


def test_the_entry_of_a_cancelled_reply_may_be_finished(said):
    """With the switch on it is told of as incomplete before the end of the reply."""
    settings = Settings(hydra_pace=1e-9, hydra_cancelled_items=True)
    with Sandbox(api_key=KEY, settings=settings) as sandbox:
        with talk_on(sandbox, generate_initial_response=True) as talk:
            talk.until(DELTA)
            talk.send("response.cancel")
            done, response = talk.until(RESPONSE_DONE)
    assert done["type"] == DONE
    assert done["item"]["status"] == "incomplete"
    assert response["response"]["output"] == [done["item"]]


# Functions

WEATHER = 'sandbox: -> get_weather({"city": "Pune"})'
REPORT = "sandbox: It is {get_weather.temp} degrees."


def calls_of(frames):
    """Return the calls in frames: id to name and arguments, checked against their pieces."""
    calls = {}
    for frame in frames:
        if frame["type"] == f"{ARGUMENTS}.done":
            pieces = [
                each
                for each in frames
                if each["type"] == f"{ARGUMENTS}.delta" and each["call_id"] == frame["call_id"]
            ]
            assert "".join(each["delta"] for each in pieces) == frame["arguments"]
            assert ["name" in each for each in pieces] == [True] + [False] * (len(pieces) - 1)
            calls[frame["call_id"]] = (frame["name"], frame["arguments"])
    return calls


def said_by_script(sandbox, text):
    """Return the audio of a text."""
    instructions = f"sandbox: {text}"
    with talk_on(sandbox, instructions=instructions, generate_initial_response=True) as talk:
        return audio_of(talk.until(RESPONSE_DONE)).tobytes()


def test_a_function_is_called(patient, said):
    """Its result is spoken of in a reply of its own."""
    with talk_on(patient, instructions=f"Be kind.\n{WEATHER}\n{REPORT}") as talk:
        talk.append(said)
        frames = talk.until(f"{ARGUMENTS}.done")
        called = [CREATED, ADDED, f"{ARGUMENTS}.delta", f"{ARGUMENTS}.done"]
        assert kinds(frames) == USER + called
        ((call_id, call),) = calls_of(frames).items()
        assert call == ("get_weather", '{"city": "Pune"}')
        item = last(frames, ADDED)["item"]
        assert (item["type"], item["call_id"]) == ("function_call", call_id)
        assert talk.is_quiet()
        talk.output(call_id, '{"temp": 21}')
        assert talk.is_quiet()
        talk.send("response.create")
        reply = talk.until(RESPONSE_DONE)
    assert kinds(reply) == ASSISTANT
    assert reply[0]["response"]["id"] != last(frames, CREATED)["response"]["id"]
    assert audio_of(reply).tobytes() == said_by_script(patient, "It is 21 degrees.")


def test_several_functions_are_called_at_once(patient):
    """After a word of warning; all results are needed before the model goes on."""
    script = (
        "sandbox: One moment. -> a({}) -> b({})",
        "sandbox: {a} and {b}, so {tool}.",
    )
    opening = {"instructions": "\n".join(script), "generate_initial_response": True}
    with talk_on(patient, **opening) as talk:
        frames = talk.until(f"{ARGUMENTS}.done") + talk.until(f"{ARGUMENTS}.done")
        first, second = calls_of(frames)
        assert len(audio_of(frames))
        talk.output(second, "two")
        talk.send("response.create", event_id="soon")
        error = talk.receive()["error"]
        assert error["event_id"] == "soon"
        assert "1 function call(s) have no output" in error["message"]
        talk.output(first, "one")
        talk.send("response.create")
        reply = talk.until(RESPONSE_DONE)
    expected = said_by_script(patient, "one and two, so one two.")
    assert audio_of(reply).tobytes() == expected


def test_one_call_may_follow_another(patient):
    """The results of a call may lead to the next call."""
    script = f"{WEATHER}\nsandbox: -> get_time()\nsandbox: It is {{get_time}}."
    with talk_on(patient, instructions=script, generate_initial_response=True) as talk:
        for output in ("rain", "noon"):
            ((call_id, _),) = calls_of(talk.until(f"{ARGUMENTS}.done")).items()
            talk.output(call_id, output)
            talk.send("response.create")
        reply = talk.until(RESPONSE_DONE)
    assert audio_of(reply).tobytes() == said_by_script(patient, "It is noon.")


def test_a_placeholder_and_the_real_result(patient):
    """A call may be answered again, later; the model then speaks again."""
    script = f"{WEATHER}\nsandbox: Wait.\n{REPORT}"
    with talk_on(patient, instructions=script, generate_initial_response=True) as talk:
        ((call_id, _),) = calls_of(talk.until(f"{ARGUMENTS}.done")).items()
        talk.output(call_id, "pending")
        talk.send("response.create")
        assert kinds(talk.until(RESPONSE_DONE)) == ASSISTANT
        talk.output(call_id, '{"temp": 9}')
        talk.send("response.create")
        reply = talk.until(RESPONSE_DONE)
        talk.send("response.create")
        assert talk.is_quiet()
    assert audio_of(reply).tobytes() == said_by_script(patient, "It is 9 degrees.")


def test_a_result_while_the_model_speaks(slow):
    """Another reply cannot be had before this one has ended; the result is kept for it."""
    script = f"{WEATHER}\nsandbox: Wait a moment.\n{REPORT}"
    with talk_on(slow, instructions=script, generate_initial_response=True) as talk:
        ((call_id, _),) = calls_of(talk.until(f"{ARGUMENTS}.done")).items()
        talk.output(call_id, "pending")
        talk.send("response.create")
        talk.until(DELTA)
        talk.output(call_id, '{"temp": 9}')
        talk.send("response.create")
        assert "in progress" in talk.receive()["error"]["message"]
        talk.send("response.cancel")
        talk.until(RESPONSE_DONE)
        talk.send("response.create")
        assert talk.until(DELTA)[0]["type"] == CREATED


def test_a_result_while_the_user_speaks(patient, said):
    """The model goes on with it when the user's turn is over, not before."""
    script = f"{WEATHER}\nsandbox: Wait a moment.\nsandbox: Yes.\n{REPORT}"
    with talk_on(patient, instructions=script, generate_initial_response=True) as talk:
        ((call_id, _),) = calls_of(talk.until(f"{ARGUMENTS}.done")).items()
        talk.output(call_id, "pending")
        talk.send("response.create")
        talk.until(RESPONSE_DONE)
        half = len(said) // 1280 * 640
        talk.append(said[:half])
        talk.until(ADDED)
        talk.output(call_id, '{"temp": 9}')
        talk.send("response.create")
        assert "in progress" in talk.receive()["error"]["message"]
        talk.append(said[half:])
        assert kinds(talk.until(RESPONSE_DONE)) == [STOPPED, DONE, *ASSISTANT]
        talk.send("response.create")
        reply = talk.until(RESPONSE_DONE)
    assert audio_of(reply).tobytes() == said_by_script(patient, "It is 9 degrees.")


def test_results_that_are_late():
    """They cost the turn; then they count for nothing, and the session goes on."""
    settings = Settings(time_scale=0.01, hydra_tool_seconds=5, hydra_idle_seconds=1e6)
    with Sandbox(api_key=KEY, settings=settings) as sandbox:
        with talk_on(sandbox, instructions=WEATHER, generate_initial_response=True) as talk:
            ((call_id, _),) = calls_of(talk.until(f"{ARGUMENTS}.done")).items()
            assert talk.receive()["error"]["code"] == "tool_response_timeout"
            talk.send("response.create")
            talk.output(call_id, "late")
            talk.send("response.create")
            assert talk.is_quiet()
            talk.append(speech(sandbox))
            assert kinds(talk.until(RESPONSE_DONE)) == USER + ASSISTANT


def test_speech_ends_the_wait_for_functions(patient, said):
    """The turn is lost, its results with it; what was said is answered."""
    with talk_on(patient, instructions=WEATHER, generate_initial_response=True) as talk:
        ((call_id, _),) = calls_of(talk.until(f"{ARGUMENTS}.done")).items()
        talk.append(said)
        frames = talk.until(RESPONSE_DONE)
        assert kinds(frames) == [STARTED, RESPONSE_DONE]
        assert frames[-1]["response"]["output"][0]["call_id"] == call_id
        assert kinds(talk.until(RESPONSE_DONE)) == [ADDED, STOPPED, DONE, *ASSISTANT]
        talk.send("response.create")
        talk.output(call_id, "late")
        talk.send("response.create")
        assert talk.is_quiet()


def test_a_reply_with_calls_may_be_closed_before_their_results(said):
    """With the switch on it is, and so is the entry of each call."""
    settings = Settings(time_scale=0.01, hydra_tool_done=True, hydra_tool_seconds=1e6)
    with Sandbox(api_key=KEY, settings=settings) as sandbox:
        opening = {"instructions": WEATHER, "generate_initial_response": True}
        with talk_on(sandbox, **opening) as talk:
            frames = talk.until(RESPONSE_DONE)
            assert kinds(frames)[-3:] == [f"{ARGUMENTS}.done", DONE, RESPONSE_DONE]
            item = last(frames, DONE)["item"]
            assert item["status"] == "completed"
            assert item["arguments"] == '{"city": "Pune"}'
            assert frames[-1]["response"]["output"] == [item]
            talk.output(item["call_id"], "rain")
            talk.send("response.create")
            assert kinds(talk.until(RESPONSE_DONE)) == ASSISTANT


def test_the_script_of_the_settings(said):
    """It plays in every session from its start; those that bring their own play that."""
    script = ("You spoke for {seconds} seconds.",)
    settings = Settings(time_scale=0.01, hydra_script=script)
    with Sandbox(api_key=KEY, settings=settings) as sandbox:
        texts = []
        for own in ("", "sandbox: Mine."):
            with talk_on(sandbox, instructions=own, generate_initial_response=True) as talk:
                texts.append(audio_of(talk.until(RESPONSE_DONE)).tobytes())
        assert texts[1] == said_by_script(sandbox, "Mine.")
        assert texts[0] == said_by_script(sandbox, script[0])


def test_a_lost_turn_leaves_nothing_to_the_next():
    """What was to go on with lost calls does not count for the calls after them."""

    async def lose():
        calls = Calls()
        calls.add("a", Call("now", "{}"))
        assert calls.settle("a", "noon")
        calls.go_on()
        calls.lose()
        assert not calls.has_results
        calls.add("b", Call("now", "{}"))
        assert calls.missing == 1
        with pytest.raises(TimeoutError):
            await calls.wait(0.01)

    asyncio.run(lose())
