"""The agent socket: tokens, the query, turns by voice and by text, tools, closes, faults."""

import base64
import json
import re
import threading

import numpy as np
import pytest
from agent_talk import CALLS, KEY, TEXT, address, audio_of, client_of, kinds, talk_on
from websockets.exceptions import ConnectionClosed, ConnectionClosedError, InvalidStatus
from websockets.sync.client import connect

from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.atoms_realtime_audio import Decoder, input_format
from smallestai.sandbox.atoms_realtime_limits import Limits
from smallestai.sandbox.atoms_realtime_tools import Tools
from smallestai.sandbox.formats import alaw, ulaw

# Speech is sent at once, so that no test waits for the end of it.
FAST = {"agent_pace": None}
# A turn never ends by itself: the second block of audio is never due.
SLOW = {"agent_pace": 1e-9}
# What is waited for is over at once, what is said is sent at once.
HASTY = {"time_scale": 1e-6}
NOBODY = "0" * 24
TOOL = {
    "type": "function",
    "name": "find_order",
    "description": "Finds an order by its id.",
    "parameters": {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]},
}
SCRIPT = (
    'sandbox: Let me look. -> find_order({"id": "A7"})\nsandbox: It is {find_order.state}, {user}.'
)
END = "sandbox: Goodbye. -> end_call({})"


@pytest.fixture(scope="module")
def client():
    with client_of(**FAST) as made:
        yield made


@pytest.fixture(scope="module")
def slow():
    with client_of(**SLOW) as made:
        yield made


@pytest.fixture(scope="module")
def hasty():
    with client_of(**HASTY) as made:
        yield made


@pytest.fixture(scope="module")
def agent(client):
    return client.agent(firstMessage="Hello {{name}}.")


@pytest.fixture(scope="module")
def scripted(client):
    return client.agent(prompt=SCRIPT)


def refused(sandbox, headers=None, **query):
    """Return the reply that takes the place of the upgrade."""
    with (
        pytest.raises(InvalidStatus) as caught,
        connect(address(sandbox, **query), additional_headers=headers),
    ):
        pass
    return caught.value.response


def errors(client, agent_id, **fields):
    """Return the refusal of a token."""
    body = {"agent_id": agent_id, **fields}
    reply = client.request("POST", f"{CALLS}/register-call", json=body)
    assert reply.status_code == 400
    return reply.json()["errors"]


# Tokens


def test_a_token_is_minted(client, agent):
    """The reply has the token, its life, and both formats, by default 24 kHz PCM."""
    minted = client.mint(agent)
    assert re.fullmatch(r"wct_[\w-]{20,}", minted.pop("access_token"))
    assert minted == {
        "expires_in": 30,
        "sample_rate": 24000,
        "input_audio_format": "pcm_24000",
        "output_audio_format": "pcm_24000",
    }


@pytest.mark.parametrize(
    ("fields", "rate"),
    [
        ({"output_audio_format": "pcm_8000"}, 8000),
        ({"output_audio_format": "pcm_44100"}, 44100),
        ({"sample_rate": 16000}, 16000),
        ({"sample_rate": 16000, "output_audio_format": "pcm_16000"}, 16000),
    ],
)
def test_the_rate_is_chosen_at_registration(client, agent, fields, rate):
    """Either way to ask for a rate works, and both together when they agree."""
    minted = client.mint(agent, **fields)
    assert (minted["sample_rate"], minted["output_audio_format"]) == (rate, f"pcm_{rate}")
    with talk_on(client.sandbox, token=minted["access_token"]) as talk:
        assert talk.receive()["sample_rate"] == rate


@pytest.mark.parametrize("name", ["pcm_32000", "ulaw_8000", "opus_12000", "opus_22050"])
def test_an_unknown_input_format_is_refused(client, agent, name):
    """The text names the format and lists those that the service has."""
    [text] = errors(client, agent, input_audio_format=name)
    assert text.startswith(f"input_audio_format '{name}' is not supported. Supported: pcm_8000, ")
    assert text.endswith("opus_48000")


def test_opus_is_refused_honestly(client, agent):
    """The text says that it is this sandbox that cannot decode it."""
    [text] = errors(client, agent, input_audio_format="opus_16000")
    assert "'opus_16000' is not supported. Supported by this sandbox" in text


def test_output_formats_depend_on_the_voice(client, agent):
    """44100 Hz needs a Lightning voice; 48000 is refused either way."""
    other = client.agent(synthesizer={"voiceConfig": {"model": "gpt-realtime", "voiceId": "ash"}})
    [text] = errors(client, other, output_audio_format="pcm_44100")
    wanted = "output_audio_format 'pcm_44100' is not supported by this agent's voice. Supported: "
    assert text == wanted + "pcm_8000, pcm_16000, pcm_24000"
    assert "'pcm_48000'" in errors(client, agent, output_audio_format="pcm_48000")[0]
    assert "48000" in errors(client, agent, sample_rate=48000)[0]


def test_two_rates_must_agree(client, agent):
    """A rate and a format that differ are refused together."""
    [text] = errors(client, agent, sample_rate=16000, output_audio_format="pcm_24000")
    assert "disagree; send one" in text


def test_a_call_is_registered_for_an_agent(client):
    """A missing id is named; an unknown agent and an archived one are refused."""
    reply = client.request("POST", f"{CALLS}/register-call", json={})
    assert reply.json() == {"status": False, "errors": ["agent_id: Required"]}
    assert errors(client, NOBODY) == ["No agent found"]
    gone = client.agent()
    client.data("DELETE", f"/atoms/v1/agent/{gone}/archive")
    assert errors(client, gone) == ["Agent is archived"]
    assert client.http.post(f"{CALLS}/register-call", content=b"{").status_code == 400
    assert errors(client, gone, mode="sms")[0].startswith("mode: ")
    assert errors(client, gone, input_audio_format=7)[0].startswith("input_audio_format: ")


def test_a_token_works_once(client, agent):
    """The second socket with a token is refused with 401 before the upgrade."""
    token = client.mint(agent)["access_token"]
    with talk_on(client.sandbox, token=token) as talk:
        assert talk.receive()["type"] == "session.created"
    assert refused(client.sandbox, token=token).status_code == 401
    assert refused(client.sandbox, token="wct_made_up").status_code == 401


def test_a_token_runs_out(hasty):
    """After 30 seconds, scaled, it is refused; the reply still says 30."""
    minted = hasty.mint(hasty.agent())
    assert minted["expires_in"] == 30
    assert refused(hasty.sandbox, token=minted["access_token"]).status_code == 401


def test_a_refused_query_spends_no_token(client, agent):
    """After a 400 the token can still be used."""
    token = client.mint(agent)["access_token"]
    assert refused(client.sandbox, token=token, input_audio_format="x").status_code == 400
    with talk_on(client.sandbox, token=token, input_audio_format="mulaw_8000") as talk:
        assert talk.receive()["type"] == "session.created"


# The query


def test_a_key_opens_the_socket_too(client, agent):
    """In the query or as a header, with the agent's id; rate, mode and variables count."""
    with talk_on(client.sandbox, token=KEY, agent_id=agent, sample_rate=8000) as talk:
        assert talk.receive()["sample_rate"] == 8000
    variables = json.dumps({"name": "Sam", "visits": 3, "known": True})
    headers = {"Authorization": f"Bearer {KEY}"}
    query = {"agent_id": agent, "mode": "chat", "variables": variables}
    with talk_on(client.sandbox, headers, **query) as talk:
        assert talk.answer()[1] == "Hello Sam."


def test_what_a_token_fixes_cannot_be_changed(client, agent):
    """Agent, mode, variables and rate in the query of a token are ignored."""
    token = client.mint(agent, mode="chat", variables={"name": "Sam"})["access_token"]
    query = {"agent_id": NOBODY, "mode": "webcall", "variables": "x", "sample_rate": 7}
    with talk_on(client.sandbox, token=token, **query) as talk:
        frames, text = talk.answer()
    assert (text, kinds(frames)) == ("Hello Sam.", ["session.created", "transcript"])
    assert frames[0]["sample_rate"] == 24000


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({"sample_rate": 48000}, "Unsupported sample_rate 48000. Supported: 8000, 16000, 24000"),
        ({"mode": "sms"}, "Unsupported mode 'sms'. Supported: webcall, chat"),
        ({"input_audio_format": "x"}, "Unsupported input_audio_format 'x'. Supported: pcm_8000, "),
        ({"input_audio_format": "opus_8000"}, "Unsupported input_audio_format 'opus_8000'. "),
        ({"input_audio_format": "a\r\nb: c"}, "Unsupported input_audio_format 'a??b: c'. "),
        ({"output_audio_format": "pcm_24000"}, "output_audio_format is not accepted here"),
        ({"variables": "{"}, "variables must be a JSON object"),
        ({"variables": '{"a": []}'}, "variables must be a JSON object"),
        ({"agent_id": None}, "agent_id is required"),
    ],
)
def test_a_bad_query_is_refused_in_the_status_line(client, agent, query, reason):
    """The status line says what is wrong, and so does the body."""
    whole = {"token": KEY, "agent_id": agent, **query}
    known = {name: value for name, value in whole.items() if value is not None}
    reply = refused(client.sandbox, **known)
    assert reply.status_code == 400
    assert reply.reason_phrase.startswith(reason)
    assert json.loads(reply.body)["status"] is False


def test_a_socket_needs_one_credential(client, agent):
    """None is a 401, two are a 400, and so is an unknown agent with a key."""
    headers = {"Authorization": f"Bearer {KEY}"}
    assert refused(client.sandbox, agent_id=agent).status_code == 401
    assert refused(client.sandbox, headers, token=KEY, agent_id=agent).status_code == 400
    assert refused(client.sandbox, token=KEY, agent_id=NOBODY).status_code == 401
    with Sandbox(api_key=KEY) as other:
        assert refused(other, token="sk_other", agent_id=agent).status_code == 401


def test_without_an_upgrade_the_path_is_an_agent(client):
    """A plain request is taken for one for the agent named connect."""
    reply = client.request("GET", "/atoms/v1/agent/connect")
    assert (reply.status_code, reply.json()) == (400, {"errors": ["Invalid agent id"]})


def test_an_agent_that_is_gone_is_told_after_the_upgrade(client):
    """An error with "404" and a close with 4000, though the token was good."""
    gone = client.agent()
    token = client.mint(gone)["access_token"]
    client.data("DELETE", f"/atoms/v1/agent/{gone}/archive")
    with talk_on(client.sandbox, token=token) as talk:
        assert talk.receive() == {"type": "error", "code": "404", "message": "No agent found"}
        assert talk.end() == 4000


# Turns


def test_a_session_begins(client, agent):
    """The first frame names the call; then the agent speaks first, with its first message."""
    with client.talk(agent, variables={"name": "Sam"}) as talk:
        created = talk.receive()
        frames, text = talk.answer()
    assert re.fullmatch(r"CALL-\d{13}-[0-9a-f]{6}", created["call_id"])
    assert (created["type"], created["channels"]) == ("session.created", 1)
    assert text == "Hello Sam."
    assert kinds(frames)[0] == "agent_start_talking"
    assert kinds(frames)[-2:] == ["agent_stop_talking", "transcript"]
    assert isinstance(frames[0]["timestamp"], float)


def test_the_agent_speaks(client, agent):
    """Its audio is speech at the negotiated rate, with the words so far, each text longer."""
    text = "Say: one two three four five six seven eight nine ten."
    lengths = {}
    for rate in (8000, 24000):
        with client.talk(agent, output_audio_format=f"pcm_{rate}") as talk:
            talk.answer()
            talk.say(text)
            frames, said = talk.answer()
        pcm = np.frombuffer(audio_of(frames), "<i2").astype(float)
        lengths[rate] = len(pcm) / rate
        assert np.abs(pcm).mean() > 300
        deltas = [each["text"] for each in frames if each["type"] == "transcript.delta"]
        assert len(deltas) > 2
        assert deltas == sorted(deltas, key=len)
        assert all(said.startswith(each) for each in deltas)
        assert deltas[-1] == said == text.removeprefix("Say: ")
    assert lengths[8000] == pytest.approx(lengths[24000], rel=0.02)
    assert 1 < lengths[8000] < 6


@pytest.mark.parametrize("name", ["pcm_16000", "pcm_48000", "mulaw_8000", "alaw_8000"])
def test_a_turn_by_voice(client, agent, name):
    """Speech in any format is understood, transcribed, and answered in the order documented."""
    codec, _, rate = name.partition("_")
    pcm = client.speech(rate=int(rate) if rate != "48000" else 24000)
    if rate == "48000":
        pcm = np.repeat(np.frombuffer(pcm, "<i2"), 2).tobytes()
    audio = {"pcm": bytes, "mulaw": ulaw, "alaw": alaw}[codec](pcm)
    with client.talk(agent, input_audio_format=name) as talk:
        talk.answer()
        talk.hear(audio, size=1921)  # samples may be cut in two
        frames, _ = talk.answer()
    heard = [each for each in frames if each.get("role") == "user"]
    assert [each["text"] for each in heard][-1] == TEXT
    assert [each["type"] for each in heard] == ["transcript.delta"] * 2 + ["transcript"]
    assert kinds(frames)[:3] in (
        ["transcript.delta", "transcript", "agent_start_talking"],
        ["interruption", "transcript.delta", "transcript"],
    )
    assert kinds(frames)[-1] == "transcript"


def test_speech_that_is_not_understood(client, agent):
    """Speech that the sandbox has not made is "…" in the transcript, and answered all the same."""
    pcm = np.frombuffer(client.speech(), "<i2")[: 24000 * 3].astype(float)
    with client.talk(agent) as talk:
        talk.answer()
        talk.hear(np.clip(pcm[::-1], -32768, 32767).astype("<i2").tobytes() + bytes(48000))
        user = talk.until("transcript", role="user")[-1]
        assert user["text"] == "…"
        assert re.fullmatch(r"I heard you for \d\.\d seconds\.", talk.answer()[1])


def test_commit_ends_no_turn(client, agent):
    """The frame is taken without effect; silence ends turns."""
    pcm = client.speech()
    with client.talk(agent) as talk:
        talk.answer()
        talk.hear(pcm[:-48000])
        talk.send("input_audio_buffer.commit")
        talk.send("no_such_frame")
        frames = talk.until("error")
        assert not [each for each in frames if each.get("role") == "user"]
        talk.hear(bytes(48000))
        assert talk.until("transcript", role="user")[-1]["text"] == TEXT


def test_a_turn_ends_when_no_audio_comes(client):
    """A client that stops sending ends its turn after the gap."""
    with client_of(agent_pace=None, agent_gap_seconds=0.05) as other:
        pcm = other.speech()
        with other.talk(other.agent()) as talk:
            talk.answer()
            talk.hear(pcm[:-48000], size=48000)
            assert talk.until("transcript", role="user")[-1]["text"]


@pytest.mark.parametrize("by", ["voice", "text"])
def test_the_user_cuts_in(slow, by):
    """An interruption, no stop, then the answer to what was said; the record has what was heard."""
    pcm = slow.speech()
    with slow.talk(slow.agent(firstMessage="A long greeting that never comes to its end.")) as talk:
        created = talk.until("output_audio.delta")[0]
        if by == "voice":
            talk.hear(pcm)
        else:
            talk.say("Hello.")
        frames = talk.until("output_audio.delta")
        assert kinds(frames)[0] == "interruption"
        assert "agent_stop_talking" not in kinds(frames)
        assert kinds(frames)[-3] == "agent_start_talking"
    first = slow.ended(created["call_id"])["transcript"][0]
    assert first["content"] != "A long greeting that never comes to its end."


def test_what_is_still_played_can_be_interrupted(client):
    """Audio is sent faster than it is played, so the user may cut in after the last of it."""
    greeting = "This is a greeting of a good many words, which is played for some seconds."
    with client.talk(client.agent(firstMessage=greeting)) as talk:
        talk.answer()
        talk.say("Hello.")
        assert kinds(talk.answer()[0])[:2] == ["interruption", "agent_start_talking"]


def test_an_agent_may_not_allow_it(slow):
    """Then there is no interruption."""
    with slow.talk(slow.agent(allowInterruptions=False)) as talk:
        talk.until("output_audio.delta")
        talk.say("Hello.")
        talk.send("no_such_frame")
        assert kinds(talk.until("error")) == ["error"]


def test_the_user_may_be_muted_at_first(slow, client):
    """Nobody cuts in on such an agent's first words; after them it hears as any other."""
    with slow.talk(slow.agent(muteUserUntilFirstBotResponse=True)) as talk:
        talk.until("output_audio.delta")
        talk.hear(slow.speech())
        talk.send("no_such_frame")
        assert kinds(talk.until("error")) == ["error"]
    pcm = client.speech()
    with client.talk(client.agent(muteUserUntilFirstBotResponse=True)) as talk:
        talk.answer()
        talk.hear(pcm)
        assert talk.until("transcript", role="user")[-1]["text"] == TEXT


def test_an_agent_may_wait_for_the_user(client):
    """With that setting the first words are the user's."""
    with client.talk(client.agent(waitForUserToSpeakFirst=True), mode="chat") as talk:
        talk.receive()
        talk.say("Say: you first.")
        assert talk.answer()[1] == "you first."


def test_a_chat_is_written(client, agent):
    """Transcripts of the agent are its only frames; audio is refused and the session goes on."""
    with client.talk(agent, mode="chat") as talk:
        assert kinds(talk.answer()[0]) == ["session.created", "transcript"]
        talk.say("Say: fine.")
        frames, text = talk.answer()
        assert (kinds(frames), text) == (["transcript"], "fine.")
        talk.hear(bytes(1920))
        assert talk.receive()["code"] == "invalid_event"
        assert kinds(talk.close()) == ["session.closed"]


def test_the_other_spelling():
    """A switch has the start and the stop told with a dot, without a time."""
    with client_of(agent_pace=None, agent_event_names="dotted") as client:
        with client.talk(client.agent()) as talk:
            frames, _ = talk.answer()
    assert frames[1] == {"type": "agent.start_talking"}
    assert {"type": "agent.stop_talking"} in frames


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "invalid_json"),
        (b"\x00", "invalid_json"),
        ("[]", "invalid_event"),
        ('{"type": 7}', "invalid_event"),
        ('{"type": "session.begin"}', "invalid_event"),
        ('{"type": "input_text.send"}', "invalid_event"),
        ('{"type": "input_text.send", "text": ""}', "invalid_event"),
        ('{"type": "input_audio_buffer.append", "audio": "?"}', "invalid_event"),
        ('{"type": "function_call.result", "call_id": "x"}', "invalid_event"),
    ],
)
def test_a_bad_frame_is_told_and_forgiven(client, agent, content, code):
    """An error with its code; the session goes on."""
    with client.talk(agent) as talk:
        talk.answer()
        talk.connection.send(content)
        assert talk.receive()["code"] == code
        talk.say("Say: still here.")
        assert talk.answer()[1] == "still here."


# Tools


def use(client, agent_id, **tool):
    """Open a session that has a tool and whose agent is about to use it."""
    return _Use(client, agent_id, {**TOOL, **tool})


class _Use:
    def __init__(self, client, agent_id, tool):
        self._talk = client.talk(agent_id, mode="chat")
        self._tool = tool

    def __enter__(self):
        talk = self._talk.__enter__()
        talk.answer()
        talk.send("session.update", tools=[self._tool])
        assert talk.receive() == {"type": "session.updated", "tools": ["find_order"]}
        talk.say("Where is my order A7?")
        return talk

    def __exit__(self, *failure):
        return self._talk.__exit__(*failure)


def test_a_tool_is_used(client, scripted):
    """The agent asks with arguments as an object, and goes on with the result."""
    with use(client, scripted) as talk:
        assert talk.answer()[1] == "Let me look."
        asked = talk.receive()
        assert (asked["name"], asked["arguments"]) == ("find_order", {"id": "A7"})
        output = json.dumps({"state": "sent"})
        talk.send("function_call.result", call_id=asked["call_id"], output=output)
        assert talk.answer()[1] == "It is sent, Where is my order A7?."
        talk.send("function_call.result", call_id=asked["call_id"], output=output)
        assert talk.receive()["code"] == "unknown_call_id"


def test_an_agent_without_a_script_finds_the_tool(client, agent):
    """It uses the tool that the words ask for, and tells what came of it."""
    with use(client, agent) as talk:
        asked = talk.receive()
        assert (asked["type"], asked["arguments"]) == ("function_call", {"id": "A7"})
        talk.send("function_call.result", call_id=asked["call_id"], output='{"state": "sent"}')
        assert "state is sent" in talk.answer()[1]


def test_a_turn_waits_for_the_one_before(client, scripted):
    """In a chat what comes meanwhile is answered next; the end of the session ends them all."""
    with use(client, scripted) as talk:
        talk.answer()
        asked = talk.receive()
        talk.say("Say: second.")
        talk.send("function_call.result", call_id=asked["call_id"], output="{}")
        assert talk.answer()[1].startswith("It is ")
        assert talk.answer()[1] == "second."
    with use(client, scripted) as talk:
        talk.until("function_call")
        talk.say("Say: never.")
        assert kinds(talk.close()) == ["session.closed"]
        assert talk.end() == 1000
    last = client.data("GET", CALLS, params={"limit": 1})["logs"][0]["callId"]
    said = client.ended(last)["transcript"]
    assert [turn["content"] for turn in said][1:] == ["Where is my order A7?", "Let me look."]
    assert client.ended(last)["transcript"] == said


def test_a_tool_may_have_no_result(client, scripted):
    """The agent goes on at once; a result is one for no call."""
    with use(client, scripted, expectsResponse=False) as talk:
        frames, _ = talk.answer()
        asked = talk.receive()
        assert talk.answer()[1].startswith("It is ")
        talk.send("function_call.result", call_id=asked["call_id"], output="late")
        assert talk.receive()["code"] == "unknown_call_id"
        assert kinds(frames) == ["transcript"]


def test_a_result_has_a_limit(client, scripted):
    """One byte too many is refused; the call still waits for one that fits."""
    with use(client, scripted) as talk:
        talk.answer()
        call_id = talk.receive()["call_id"]
        talk.send("function_call.result", call_id=call_id, output="é" * 32768 + "x")
        assert talk.receive()["code"] == "result_too_large"
        talk.send("function_call.result", call_id=call_id, output="é" * 32768)
        assert talk.answer()[1].startswith("It is ")


def test_a_tool_may_be_too_slow():
    """An error says so, and the agent goes on without the result."""
    with client_of(time_scale=0.02) as client:
        with use(client, client.agent(prompt=SCRIPT), timeout_ms=1) as talk:
            talk.answer()
            asked = talk.receive()
            error = talk.receive()
            assert error["code"] == "tool_timeout"
            assert "within 1 seconds" in error["message"]  # held to the shortest
            assert talk.answer()[1].startswith("It is ")
            talk.send("function_call.result", call_id=asked["call_id"], output="late")
            assert talk.receive()["code"] == "unknown_call_id"


@pytest.mark.parametrize(
    ("timeout", "seconds"),
    [({}, 15), ({"timeout_ms": 8000}, 8), ({"timeout_ms": 0}, 1), ({"timeout_ms": 99999}, 60)],
)
def test_the_wait_for_a_tool_is_held_to_limits(timeout, seconds):
    """Fifteen seconds when nothing is said, never less than one nor more than sixty."""
    tools = Tools(())
    tools.declare([{**TOOL, **timeout}])
    assert tools.find("find_order").seconds == seconds


def test_each_update_replaces_the_tools(client, agent):
    """The last declaration counts as a whole; one without tools changes nothing."""
    with client.talk(agent, mode="chat") as talk:
        talk.answer()
        for tools, names in (
            ([TOOL], ["find_order"]),
            ([{"name": "b"}, {"name": "a"}], ["b", "a"]),
        ):
            talk.send("session.update", tools=tools)
            assert talk.receive()["tools"] == names
        talk.send("session.update")
        assert talk.receive()["tools"] == ["b", "a"]
        talk.send("session.update", tools=[])
        assert talk.receive()["tools"] == []


@pytest.mark.parametrize(
    ("tools", "code"),
    [
        ("find_order", "invalid_tools"),
        ([7], "invalid_tools"),
        ([{"name": " "}], "invalid_tools"),
        ([{**TOOL, "type": "code"}], "invalid_tools"),
        ([{**TOOL, "parameters": []}], "invalid_tools"),
        ([{**TOOL, "timeout_ms": "1"}], "invalid_tools"),
        ([{**TOOL, "expectsResponse": 1}], "invalid_tools"),
        ([TOOL, TOOL], "tool_name_conflict"),
        ([{"name": "hang_up"}], "tool_name_conflict"),
    ],
)
def test_bad_tools_are_refused(client, tools, code):
    """The error has its code, and the tools before stay in use."""
    own = {"type": "end_call", "name": "hang_up", "description": "Ends the call."}
    with client.talk(client.agent(prompt="Be brief.", tools=[own]), mode="chat") as talk:
        talk.answer()
        talk.send("session.update", tools=[{"name": "kept"}])
        talk.receive()
        talk.send("session.update", tools=tools)
        assert talk.receive()["code"] == code
        talk.send("session.update")
        assert talk.receive()["tools"] == ["kept"]


def test_a_tool_nobody_has(client):
    """The agent learns that there is none, and goes on."""
    agent = client.agent(prompt="sandbox: -> fly({})\nsandbox: {fly.error}.")
    with client.talk(agent, mode="chat") as talk:
        talk.answer()
        talk.say("Go.")
        assert talk.answer()[1] == "There is no tool 'fly'."


def test_updates_may_be_ignored_or_too_many():
    """One switch has them ignored; another limits them."""
    with client_of(agent_session_update="ignored") as client:
        with client.talk(client.agent(), mode="chat") as talk:
            talk.answer()
            talk.send("session.update", tools=[TOOL])
            assert kinds(talk.close()) == ["session.closed"]
    with client_of(agent_updates=1) as client:
        with client.talk(client.agent(), mode="chat") as talk:
            talk.answer()
            talk.send("session.update", tools=[TOOL])
            talk.send("session.update", tools=[])
            assert talk.receive()["tools"] == ["find_order"]
            assert talk.receive()["code"] == "too_many_updates"


# The end


def test_the_client_ends_the_session(client, agent):
    """The server says so too, then closes with 1000; the record has the call."""
    with client.talk(agent) as talk:
        call_id = talk.answer()[0][0]["call_id"]
        assert talk.close()[-1]["reason"] == "client_requested"
        assert talk.end() == 1000
    call = client.ended(call_id)
    assert (call["status"], call["type"]) == ("completed", "webcall")
    assert [turn["role"] for turn in call["transcript"]] == ["agent"]


def test_the_agent_ends_the_session(client):
    """A script may hang up: `ended`, close 1000, and the record says who it was."""
    with client.talk(client.agent(prompt=END)) as talk:
        call_id = talk.answer()[0][0]["call_id"]
        talk.say("Bye.")
        assert talk.answer()[1] == "Goodbye."
        assert talk.receive() == {"type": "session.closed", "reason": "ended"}
        assert talk.end() == 1000
    client.ended(call_id)
    assert found(client, call_id)["disconnectionReason"] == "agent_hangup"


def found(client, call_id):
    """Return a call as listings show it."""
    return client.data("POST", f"{CALLS}/search", json={"callIds": [call_id]})["logs"][0]


def test_a_call_has_a_longest_time():
    """It is ended then, by the server."""
    with client_of(agent_pace=None, agent_call_seconds=0.2) as client:
        with client.talk(client.agent(), mode="chat") as talk:
            talk.answer()
            assert talk.receive() == {"type": "session.closed", "reason": "ended"}
            assert talk.end() == 1000


def test_a_silent_user_is_asked_then_left():
    """With idle times the agent speaks up as often as it may, then ends the call."""
    idle = {"chatTimeoutTimeInSecs": 5, "maxRetries": 1}
    with client_of(agent_pace=None, time_scale=0.01, agent_call_seconds=1e6) as client:
        unlimited = {"sessionTimeoutConfig": {"timeoutTimeInSecs": 3600}}
        agent = client.agent(llmIdleTimeoutConfig=idle, **unlimited)
        token = {"token": KEY, "agent_id": agent, "mode": "chat"}
        with talk_on(client.sandbox, **token) as talk:
            talk.answer()
            assert talk.answer()[1] == "Are you still there?"
            assert talk.receive()["reason"] == "ended"


def test_silence_counts_from_the_last_word():
    """Nobody is silent while the agent speaks; a word of the user makes good all reminders."""
    idle = {"webcallTimeoutTimeInSecs": 10, "maxRetries": 1}
    agent = {"sessionTimeoutConfig": {}, "llmIdleTimeoutConfig": idle}
    limits = Limits(Settings(agent_call_seconds=100), agent, "webcall", 0.0)
    assert (limits.due, limits.passed(9, busy=False)) == (10, None)
    assert (limits.passed(10, busy=True), limits.due) == (None, 20)
    assert (limits.passed(20, busy=False), limits.due) == ("remind", 30)
    limits.touch(25)
    assert limits.passed(30, busy=False) is None
    assert [limits.passed(at, busy=False) for at in (35, 45)] == ["remind", "end"]
    limits.touch(95)
    assert (limits.due, limits.passed(100, busy=True)) == (100, "end")


def test_a_call_is_called_off(client, agent):
    """Cancelling it over HTTP ends the session; the record says so."""
    with client.talk(agent) as talk:
        call_id = talk.answer()[0][0]["call_id"]
        data = client.data("POST", f"{CALLS}/cancel", json={"callId": call_id})
        assert data["previousStatus"] == "in_progress"
        assert talk.receive() == {"type": "session.closed", "reason": "ended"}
        assert talk.end() == 1000
    assert client.ended(call_id)["status"] == "cancelled"


def test_sessions_wait_for_a_line():
    """One more than the lines hold gets its first frame when another has ended."""
    with client_of(agent_pace=None, plan_limits={"concurrentCalls": 1}) as client:
        agent = client.agent()
        with client.talk(agent) as first, client.talk(agent) as second:
            first.answer()
            waiting = client.data("GET", CALLS, params={"statusFilter": "in_queue"})["logs"]
            assert len(waiting) == 1
            with pytest.raises(TimeoutError):
                second.connection.recv(timeout=0)
            first.close()
            assert second.answer()[0][0]["call_id"] == waiting[0]["callId"]


def test_whoever_leaves_the_queue_gives_up_its_place():
    """A client that goes before it has a line is no longer waited for; early frames are kept."""
    with client_of(agent_pace=None, plan_limits={"concurrentCalls": 1}) as client:
        agent = client.agent()
        with client.talk(agent, mode="chat") as first, client.talk(agent, mode="chat") as third:
            first.answer()
            third.say("Say: early.")
            with client.talk(agent, mode="chat"):
                pass
            query = {"statusFilter": "cancelled"}
            while not (gone := client.data("GET", CALLS, params=query)["logs"]):
                pass
            assert [each["duration"] for each in gone] == [0]
            assert [each["disconnectionReason"] for each in gone] == ["user_hangup"]
            first.close()
            third.answer()
            assert third.answer()[1] == "early."


def test_a_call_is_called_off_before_it_has_a_line():
    """The session ends without having begun."""
    with client_of(agent_pace=None, plan_limits={"concurrentCalls": 0}) as client:
        with client.talk(client.agent()) as talk:
            [waiting] = client.data("GET", CALLS, params={"statusFilter": "in_queue"})["logs"]
            client.data("POST", f"{CALLS}/{waiting['callId']}/cancel")
            assert talk.receive() == {"type": "session.closed", "reason": "ended"}
            assert talk.end() == 1000
        assert client.ended(waiting["callId"])["status"] == "cancelled"


def test_the_sandbox_closes_during_a_session():
    """The client is told, and nothing is left behind."""
    with client_of(agent_pace=1e-9) as client, client.talk(client.agent()) as talk:
        talk.until("output_audio.delta")
        client.sandbox.close()
        assert talk.end() == 1012


def test_a_bad_script_is_told(client):
    """A script that cannot be read is an error of the agent: "400" and 4000."""
    with client.talk(client.agent(prompt="sandbox: Hi. -> fly(7)")) as talk:
        error = talk.receive()
        assert (error["code"], talk.end()) == ("400", 4000)
        assert "script" in error["message"]


# Faults


@pytest.mark.parametrize(
    ("name", "status", "reason"),
    [
        ("unauthorized", 401, "Unauthorized"),
        ("bad_query", 400, "The query is not valid"),
        ("draining", 503, "Service Unavailable"),
        ("refuse_403", 403, "Forbidden"),
    ],
)
def test_a_socket_is_refused(client, agent, name, status, reason):
    """Faults take the place of the upgrade, once, and spend no token."""
    token = client.mint(agent)["access_token"]
    client.sandbox.fail(name, "GET /atoms/v1/agent/connect")
    reply = refused(client.sandbox, token=token)
    assert (reply.status_code, reply.reason_phrase) == (status, reason)
    with talk_on(client.sandbox, token=token) as talk:
        assert talk.receive()["type"] == "session.created"


@pytest.mark.parametrize(
    ("name", "options", "code"),
    [
        ("internal_error", {}, "internal_error"),
        ("worker_not_ready", {}, "worker_not_ready"),
        ("dependency_down", {}, "503"),
        ("no_agent", {}, "404"),
        ("no_credits", {}, "400"),
        ("fatal", {"code": "model_lost"}, "model_lost"),
        ("fatal", {}, None),
    ],
)
@pytest.mark.parametrize("after", [0, 2])
def test_a_session_fails(client, agent, name, options, code, after):
    """An error with the code, if there is one, and a close with 4000; at once or later."""
    client.sandbox.fail(name, "GET /atoms/v1/agent/connect", after=after, **options)
    with client.talk(agent) as talk:
        frames = [talk.receive() for _ in range(after + (code is not None))]
        with pytest.raises(ConnectionClosedError) as closed:
            talk.receive()
        assert closed.value.rcvd.code == 4000
    if code is not None:
        assert (frames[-1]["type"], frames[-1]["code"]) == ("error", code)


def test_other_faults_of_sessions(client, agent):
    """Failed setup, a mute close, unknown frames, managed tools, a cut, a plain error."""
    fail, path = client.sandbox.fail, "GET /atoms/v1/agent/connect"
    fail("setup_failed", path)
    with client.talk(agent) as talk:
        assert talk.receive()["reason"] == "setup_failed"
        assert talk.end() == 4000
    fail("no_closed", path)
    with client.talk(agent, mode="chat") as talk:
        talk.answer()
        talk.send("session.close")
        with pytest.raises(ConnectionClosed) as closed:
            talk.receive()
        assert closed.value.rcvd.code == 1000
    fail("unknown_frame", path)
    with client.talk(agent, mode="chat") as talk:
        assert talk.receive()["type"] == "session.created"
        assert json.loads(talk.connection.recv(timeout=10))["type"] == "session.weather"
    fail("managed_tools", path)
    with client.talk(agent, mode="chat") as talk:
        talk.answer()
        talk.send("session.update", tools=[TOOL])
        assert talk.receive()["code"] == "client_tools_managed_by_config"
    fail("drop", path, after=1)
    with client.talk(agent) as talk:
        talk.receive()
        with pytest.raises(ConnectionClosedError) as closed:
            talk.receive()
        assert closed.value.rcvd is None
    fail("error", path, after=1, code="hiccup")
    with client.talk(agent) as talk:
        assert talk.until("error")[-1]["code"] == "hiccup"
        assert talk.answer()[1]


# Audio


def test_audio_may_be_cut_anywhere():
    """However a stream is cut into blocks, the listener gets the same samples."""
    tone = (np.sin(np.arange(4800) / 9) * 8000).astype("<i2").tobytes()
    for name, data in (("pcm_16000", tone), ("pcm_24000", tone), ("mulaw_8000", ulaw(tone))):
        whole = Decoder(input_format(name))
        wanted = whole.feed(data) + whole.feed(bytes(9600))
        parts = Decoder(input_format(name))
        got = b"".join(parts.feed(data[at : at + 333]) for at in range(0, len(data), 333))
        got += parts.feed(bytes(9600))
        assert got[: len(data) // 4] == wanted[: len(data) // 4] != b""


def test_many_may_talk_at_once(client, agent):
    """Sessions do not disturb one another."""
    said = {}

    def converse(name):
        with client.talk(agent, mode="chat", variables={"name": name}) as talk:
            said[name] = talk.answer()[1]

    threads = [threading.Thread(target=converse, args=(f"user {n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert said == {f"user {n}": f"Hello user {n}." for n in range(8)}


def test_base64_is_of_bytes(client, agent):
    """The audio of a delta is base64 of whole samples."""
    with client.talk(agent) as talk:
        frames, _ = talk.answer()
    for frame in frames:
        if frame["type"] == "output_audio.delta":
            assert len(base64.b64decode(frame["audio"], validate=True)) % 2 == 0
