"""Every field, query parameter and header of Waves has its effect, or is said to have none."""

from __future__ import annotations

import base64
import json
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import pairwise
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

import httpx
import numpy as np
import pytest
from records_app import SPECS, START, RecordsApp
from speaking import HEADERS, KEY, live_on, pcm_of, sse_events, words_of
from transcribing import say, silence, transcribing
from websockets.exceptions import ConnectionClosed

from smallestai.sandbox import Sandbox, Settings, analytics, clones, dictionaries, tokens
from smallestai.sandbox.analytics import record
from smallestai.sandbox.formats import encode
from smallestai.sandbox.state import State
from smallestai.sandbox.transcription_live_query import LiveQuery, live_query
from smallestai.sandbox.transcription_stream import Stream
from smallestai.sandbox.wording import number_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Speak = Callable[[dict[str, Any]], bytes]
    Frames = list[tuple[float, dict[str, Any]]]

DOCUMENT = Path(__file__).parents[2] / "docs" / "sandbox.md"
SPEC = SPECS.waves
TTS, LIVE = "/waves/v1/tts", "/waves/v1/tts/live"
STT, OLD_STT = "/waves/v1/stt/", "/waves/v1/pulse/get_text"
CHAT = "/waves/v1/chat/completions"
SERIES = ("asr/usage", "tts/usage", "tts/usage/credits", "tts/concurrency", "tts/ws-connections")
RESPELLED = {"word": "NASA", "pronunciation": "banana"}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(api_key=KEY) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as opened:
        yield opened


# Speech


@pytest.fixture(scope="module")
def spoken(sandbox: Sandbox, client: httpx.Client) -> Speak:
    """Give what returns the PCM of a request, which is the same over every transport."""

    @cache
    def speak(content: str) -> bytes:
        body = json.loads(content)
        whole = client.post(TTS, json=body)
        assert whole.status_code == 200, whole.text
        *events, _ = sse_events(client.post(LIVE, json=body).text)
        with live_on(sandbox) as live:
            live.raw({**body, "complete_backoff_ms": 0})
            frames = live.reply()
        parts = (base64.b64decode(data["audio"]) for _, data in events)
        assert whole.content == b"".join(parts) == pcm_of(frames[:-1])
        return whole.content

    return lambda body: speak(json.dumps(body))


PLAIN = {"text": "I have 42 boxes of NASA.", "voice_id": "magnus", "sample_rate": 8000}
PRO = {"voice_id": "meher", "model": "lightning_v3.1_pro"}
DIFFERENT: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"text": "I have 43 boxes of NASA."}, {}),
    ({"voice_id": "olivia"}, {}),
    ({"language": "de"}, {}),
    ({"language": "de"}, {"language": "en"}),
    ({"language": "en", "number_pronunciation_language": "de"}, {"language": "en"}),
    ({"language": "en", "number_pronunciation_language": "de"}, {"language": "de"}),
    ({"language": "auto", "number_pronunciation_language": "de"}, {"language": "auto"}),
    ({"text": "7 - 3", "math_notation": True}, {"text": "7 - 3"}),
    ({"text": "7 + 3", "language": "hi", "math_notation": True}, {"text": "7 + 3"}),
    ({"pronunciation_dicts": ["here"]}, {}),
    ({**PRO, "language": "fi"}, PRO),
]
"""Fields that change what is heard, and what they are compared with."""
ALIKE: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"language": "en", "number_pronunciation_language": "en"}, {"language": "en"}),
    ({"language": "en", "number_pronunciation_language": "auto"}, {"language": "en"}),
    ({"number_pronunciation_language": "de"}, {"language": "de"}),
    ({"language": "auto"}, {}),
    (
        {"text": "The 25th of B12", "language": "en", "number_pronunciation_language": "de"},
        {"text": "The 25th of B12", "language": "en"},
    ),
    ({"text": "7-3 and 1/2", "math_notation": True}, {"text": "7-3 and 1/2"}),
    ({"math_notation": True}, {}),
    ({"pronunciation_dicts": ["here"]}, {"text": "I have 42 boxes of banana."}),
    (
        {"pronunciation_dicts": ["here"], "text": "NASAs nasa."},
        {"text": "NASAs nasa."},
    ),
    ({"speed": 1}, {}),
    ({"model": "lightning_v3.1"}, {}),
    ({"request_id": "a", "session_id": "b"}, {}),
]
"""Fields that change nothing, compared with others."""


def body_of(fields: dict[str, Any], dictionary: str) -> dict[str, Any]:
    named = {"pronunciation_dicts": [dictionary]} if "pronunciation_dicts" in fields else {}
    return {**PLAIN, **fields, **named}


@pytest.fixture(scope="module")
def dictionary(client: httpx.Client) -> str:
    reply = client.post("/waves/v1/pronunciation-dicts", json={"items": [RESPELLED]})
    made: str = reply.json()["id"]
    return made


@pytest.mark.parametrize(("fields", "others"), DIFFERENT)
def test_what_is_heard(
    spoken: Speak,
    dictionary: str,
    fields: dict[str, Any],
    others: dict[str, Any],
) -> None:
    """A field changes the audio, in the same way over each transport."""
    one, other = (spoken(body_of(each, dictionary)) for each in (fields, others))
    assert one != other


@pytest.mark.parametrize(("fields", "others"), ALIKE)
def test_what_is_not_heard(
    spoken: Speak,
    dictionary: str,
    fields: dict[str, Any],
    others: dict[str, Any],
) -> None:
    """A field that has nothing to change in a text changes nothing."""
    one, other = (spoken(body_of(each, dictionary)) for each in (fields, others))
    assert one == other


def test_speed_and_rate(spoken: Speak) -> None:
    """Speed shortens, the rate samples more finely, and both as much as they say."""
    usual = len(spoken(PLAIN))
    for fields, factor in (
        ({"speed": 2}, 0.5),
        ({"speed": 0.5}, 2),
        ({"sample_rate": 16000}, 2),
        ({"sample_rate": 44100}, 44100 / 8000),
    ):
        assert len(spoken({**PLAIN, **fields})) == pytest.approx(usual * factor, rel=0.15)


def test_formats_are_for_the_whole_audio(
    sandbox: Sandbox, client: httpx.Client, spoken: Speak
) -> None:
    """Streams are PCM whatever is asked for; the whole is what is asked for."""
    pcm = spoken(PLAIN)
    body = {**PLAIN, "output_format": "alaw"}
    assert client.post(TTS, json=body).content == encode(pcm, "alaw", 8000)
    *events, _ = sse_events(client.post(LIVE, json=body).text)
    assert b"".join(base64.b64decode(data["audio"]) for _, data in events) == pcm
    with live_on(sandbox) as live:
        live.raw({**body, "complete_backoff_ms": 0})
        assert pcm_of(live.reply()[:-1]) == pcm


STRANGE = {"model": "x", "session_id": 5, "math_notation": 1, "word_timestamps": "?"}


def test_fields_of_other_routes(sandbox: Sandbox, client: httpx.Client, spoken: Speak) -> None:
    """What a route does not know is ignored, whatever its value, on new routes and on old ones."""
    rated = {**PLAIN, "sample_rate": 24000}
    pcm = spoken(rated)
    assert spoken({**rated, "add_wav_header": True, "consistency": 9}) == pcm
    old = "/waves/v1/lightning-v3.1"
    reply = client.post(f"{old}/get_speech", json={**PLAIN, "sample_rate": 24000, **STRANGE})
    assert (reply.status_code, reply.content) == (200, pcm)
    assert "x-external-session-id" not in reply.headers
    *events, _ = sse_events(client.post(f"{old}/stream", json={**rated, **STRANGE}).text)
    assert b"".join(base64.b64decode(data["audio"]) for _, data in events) == pcm
    with live_on(sandbox, f"{old}/get_speech/stream") as live:
        live.raw({**rated, **STRANGE, "context_id": "a", "continue": False})
        frames = [live.receive()]
        while len(pcm_of(frames)) < len(pcm):
            frames.append(live.receive())
    assert pcm_of(frames) == pcm
    assert "external_session_id" not in frames[0]


def test_speech_in_the_log(sandbox: Sandbox, client: httpx.Client) -> None:
    """An entry has what was asked for, and what holds where nothing was."""
    asked = {**PLAIN, **PRO, "speed": 1.5, "language": "hi", "output_format": "ulaw"}
    usual = {"model": "lightning_v3.1", "speed": 1, "sample_rate": 44100, "language": "en"}
    least = {"text": "Hi.", "voice_id": "magnus"}
    old = {"consistency": 0.2, "similarity": 0.3, "enhancement": 2}
    new, former = "/waves/v1/tts/live", "/waves/v1/lightning-v3.1/get_speech"
    for path, body, more in (
        (TTS, asked, {"text_len": 24, "credits": 24}),
        (new, asked, {"output_format": "ulaw"}),
        (TTS, least, {**usual, "output_format": "pcm", "text_len": 3, "credits": 3}),
        (former, {**least, **old}, {**usual, **old, "sample_rate": 24000}),
        (former, {**least, "add_wav_header": True}, {"output_format": "wav"}),
    ):
        assert client.post(path, json=body).status_code == 200
        (entry, *_) = client.get("/waves/v1/analytics/tts/logs").json()["data"]
        shown = {name: each for name, each in body.items() if name != "add_wav_header"}
        assert entry.items() >= {**shown, **more, "request_type": "rest"}.items()
    with live_on(sandbox) as live:
        live.raw({**asked, "complete_backoff_ms": 0})
        live.reply()
    (entry, *_) = client.get("/waves/v1/analytics/tts/logs").json()["data"]
    assert entry.items() >= {**asked, "request_type": "ws"}.items()


@pytest.mark.parametrize("text", ["I have 42 boxes and -3.5, too.", "(42) $5 50%!", "42"])
def test_words_with_numbers_of_another_language(sandbox: Sandbox, text: str) -> None:
    """Each word has its time, in order, as in a text of one language."""
    body = {**PLAIN, **PRO, "text": text, "language": "en", "number_pronunciation_language": "hi"}
    with live_on(sandbox) as live:
        live.raw({**body, "word_timestamps": True, "complete_backoff_ms": 0})
        frames = live.reply()[:-1]
    words = words_of(frames)
    assert [word["word"] for word in words] == text.split()
    assert all(one["start"] < one["end"] <= other["start"] for one, other in pairwise(words))
    assert words[-1]["end"] <= len(pcm_of(frames)) / 2 / PLAIN["sample_rate"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I have 42 boxes.", ["I have ", "42", " boxes."]),
        ("$5, 50% - and 1,200.5!", ["$5,", "50%", " - and ", "1,200.5!"]),
        ("25th, B12, 3kg", ["25th, B12, 3kg"]),
        ("1.5kg 5-7 12:30", ["1.5kg ", "5-7", "12:30"]),
        ("", []),
    ],
)
def test_where_numbers_are(text: str, expected: list[str]) -> None:
    """A number stands by itself, with its signs and the punctuation after it."""
    runs = number_runs(text)
    assert [run for _, run, _ in runs] == expected
    assert all(text[at : at + len(run)] == run for at, run, _ in runs)
    assert [is_number for _, _, is_number in runs] == [
        run[-1] not in " .g" and run != text for run in expected
    ]


# Transcripts of recordings

SAID = "Hello there, I owe twenty five dollars. My name is Anna, card 4111 1111 1111 1111!"


@pytest.fixture(scope="module")
def state() -> Iterator[State]:
    opened = State()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def recording(client: httpx.Client) -> bytes:
    body = {"text": SAID, "voice_id": "olivia", "sample_rate": 16000}
    return client.post(TTS, json=body).content


PULSE = {"model": "pulse", "language": "en"}
PULSE_PRO = {"model": "pulse-pro", "language": "en"}
WORDS, UTTERANCES, TRAITS = {"words"}, {"utterances"}, {"gender", "emotions"}
REPLIES: list[tuple[str, dict[str, str], set[str], str]] = [
    (STT, PULSE, set(), SAID),
    (STT, {**PULSE, "word_timestamps": "true"}, WORDS | UTTERANCES, SAID),
    (STT, {**PULSE, "diarize": "true"}, set(), SAID),
    (STT, {**PULSE, "gender_detection": "true"}, {"gender"}, SAID),
    (STT, {**PULSE, "emotion_detection": "true"}, {"emotions"}, SAID),
    (STT, {**PULSE, "emotion_detection": "false", "redact_pii": "false"}, set(), SAID),
    (STT, {**PULSE, "redact_pci": "true"}, set(), "[CREDITCARDNUMBER_1]!"),
    (STT, {**PULSE, "redact_pii": "true"}, set(), "name is [FIRSTNAME_1],"),
    (STT, {**PULSE, "language": "de", "redact_pci": "true"}, set(), SAID),
    (STT, {**PULSE_PRO, "word_timestamps": "true"}, WORDS, SAID),
    (STT, {**PULSE_PRO, "gender_detection": "true", "diarize": "true"}, set(), SAID),
    (STT, {**PULSE_PRO, "emotion_detection": "true"}, set(), SAID),
    (STT, {**PULSE_PRO, "redact_pci": "true"}, set(), "[CREDITCARDNUMBER_1]!"),
    (OLD_STT, {}, set(), SAID),
    (OLD_STT, {"word_timestamps": "true"}, WORDS | UTTERANCES, SAID),
    (OLD_STT, {"gender_detection": "true", "emotion_detection": "true"}, TRAITS, SAID),
    (OLD_STT, {"encoding": "alaw"}, set(), SAID),
    (OLD_STT, {"format": "false"}, set(), "dollars my name is anna card"),
    (OLD_STT, {"punctuate": "false"}, set(), "dollars My name is Anna card"),
    (OLD_STT, {"capitalize": "false"}, set(), "dollars. my name is anna, card"),
    (OLD_STT, {"language": "en", "numerals": "true"}, set(), "owe 25 dollars."),
    (OLD_STT, {"language": "en", "redact_pii": "true"}, set(), "name is [FIRSTNAME_1],"),
    (OLD_STT, {"language": "en", "redact_pci": "true"}, set(), "[CREDITCARDNUMBER_1]!"),
    (OLD_STT, {"redact_pci": "true"}, set(), SAID),
]
"""Queries, what replies have besides, and what their text has in it."""
OPTIONAL = WORDS | UTTERANCES | TRAITS


@pytest.mark.parametrize(("path", "query", "keys", "text"), REPLIES)
def test_transcripts(
    client: httpx.Client,
    recording: bytes,
    path: str,
    query: dict[str, str],
    keys: set[str],
    text: str,
) -> None:
    """A transcript has what its query asks for and nothing else; so has its entry in the log."""
    content = client.post(path, params=query, content=recording).json()
    assert content.keys() & OPTIONAL == keys
    assert text in content["transcription"]
    (entry, *_) = client.get("/waves/v1/analytics/asr/logs").json()["data"]
    assert entry["transcription"] == content["transcription"]
    asked = {name: value == "true" if value in ("true", "false") else value
             for name, value in query.items()}  # fmt: skip
    logged = SPEC.resolve("/components/schemas/SttLogEntry/properties")[1].keys() - {"numerals"}
    assert entry.items() >= {name: each for name, each in asked.items() if name in logged}.items()
    assert entry.get("gender") == content.get("gender")
    assert entry.get("emotions") == (
        json.dumps(content["emotions"]) if "emotions" in content else None
    )


def test_speakers_are_told_apart_by_pulse(client: httpx.Client, recording: bytes) -> None:
    """Words and utterances name their speakers with `diarize` only."""
    for path, query, told in (
        (STT, {**PULSE, "diarize": "true"}, True),
        (STT, PULSE, False),
        (STT, {**PULSE_PRO, "diarize": "true"}, False),
        (OLD_STT, {"diarize": "true"}, True),
    ):
        query = {**query, "word_timestamps": "true"}
        content = client.post(path, params=query, content=recording).json()
        assert all(("speaker" in each) is told for each in content["words"])
        assert all(("speaker" in each) is told for each in content.get("utterances", ()))


@contextmanager
def taking() -> Iterator[tuple[str, Queue[tuple[str, dict[str, Any]]]]]:
    """Serve an address for deliveries; give it and what comes."""
    came: Queue[tuple[str, dict[str, Any]]] = Queue()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(204)
            self.end_headers()
            came.put((self.command, json.loads(content)))

        def do_GET(self) -> None:
            self.send_response(204)
            self.end_headers()
            came.put((self.command, dict(httpx.URL(self.path).params)))

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", came
        finally:
            server.shutdown()
            thread.join()


def test_webhooks(client: httpx.Client, recording: bytes) -> None:
    """Pulse Pro and the older route deliver, as asked; Pulse by the newer route does not."""
    with taking() as (address, came):
        hook = {"webhook_url": address, "webhook_extra": "call:17,at:10:30"}
        own = client.post(STT, params={**PULSE, **hook}, content=recording).json()
        assert own["transcription"] == SAID
        for path, query, method in (
            (OLD_STT, {}, "POST"),
            (OLD_STT, {"webhook_method": "GET"}, "GET"),
            (STT, PULSE_PRO, "POST"),
            (STT, {**PULSE_PRO, "webhook_method": "GET"}, "GET"),
        ):
            reply = client.post(path, params={**query, **hook}, content=recording).json()
            used, told = came.get(timeout=10)
            assert used == method
            expected = {"transcription": SAID, "call": "17", "at": "10:30", "status": "success"}
            assert told.items() >= expected.items()
            is_receipt = reply["status"] == "processing"
            assert is_receipt == (path == STT)
            assert not is_receipt or reply["request_id"] == told["request_id"]
        assert came.empty()


# Live transcripts


@pytest.fixture(scope="module")
def talk(state: State) -> bytes:
    """Two voices, with a short pause in the first and a long one after it, and a flicker."""
    return b"".join(
        (
            say(state, "Hello there, I owe twenty five dollars.", 16000),
            silence(0.4),
            say(state, "My name is Anna, card 4111 1111 1111 1111", 16000),
            silence(0.9),
            say(state, "I am fine", 16000, voice_id="magnus", model="lightning_v3.1"),
            silence(1.5),
            FLICKER,
            silence(1.0),
        )
    )


def _flicker() -> bytes:
    """Return bursts of 20 ms with as much silence between them, which are speech to a detector."""
    times = np.arange(320) / 16000
    tone = sum(np.sin(2 * np.pi * 140 * n * times) / n for n in range(1, 20)) * 6000
    return (tone.astype("<i2").tobytes() + bytes(640)) * 30


FLICKER = _flicker()


@pytest.fixture(scope="module")
def known() -> dict[str, Frames]:
    """Keep the frames of queries that others are compared with."""
    return {}


def heard(state: State, talk: bytes, query: dict[str, str]) -> Frames:
    """Return the frames of a live transcription, and after how many seconds each came."""
    asked = live_query(SPEC, {**PULSE, **query})
    assert isinstance(asked, LiveQuery)
    stream = Stream(state.spoken, asked, "session")
    frames = []
    for start in range(0, len(talk), 3200):
        frames += [(start / 32000, frame) for frame in stream.feed(talk[start : start + 3200])]
    return [*frames, *((len(talk) / 32000, frame) for frame in stream.close())]


TIMED = {"word_timestamps": "true", "sentence_timestamps": "true"}
EFFECTS: list[tuple[dict[str, str], dict[str, str], bool]] = [
    ({"word_timestamps": "true"}, {}, True),
    ({"sentence_timestamps": "true"}, {}, True),
    ({**TIMED, "diarize": "true"}, TIMED, True),
    ({"diarize": "true"}, {}, False),
    ({"vad_events": "true"}, {}, True),
    ({"vad": "true"}, {"vad_events": "true"}, False),
    ({"vad": "true", "vad_events": "false"}, {}, False),
    ({"vad": "false", "vad_events": "true"}, {"vad_events": "true"}, False),
    ({"vad_events": "true", "vad_min_speech_ms": "5000"}, {"vad_events": "true"}, True),
    ({"endpointing": "false"}, {}, True),
    ({"endpointing_timeout": "700"}, {}, True),
    ({"endpointing": "false", "endpointing_timeout": "700"}, {"endpointing": "false"}, False),
    ({"eou_timeout_ms": "5000"}, {}, True),
    ({"eou_timeout_ms": "100"}, {}, True),
    ({"format": "false"}, {}, True),
    ({"punctuate": "false"}, {}, True),
    ({"capitalize": "false"}, {}, True),
    ({"punctuate": "false", "capitalize": "false"}, {"format": "false"}, False),
    ({"itn_normalize": "true"}, {}, True),
    ({"itn_normalize": "true", "format": "false"}, {"format": "false"}, False),
    ({"numerals": "true"}, {}, True),
    ({"numerals": "false"}, {}, True),
    ({"numerals": "auto"}, {}, False),
    ({"max_words": "3"}, {}, True),
    ({"finalize_on_words": "false"}, {}, False),
    ({"max_words": "3", "finalize_on_words": "false"}, {}, False),
    ({"redact_pii": "true"}, {}, True),
    ({"redact_pci": "true"}, {}, True),
    ({"full_transcript": "true"}, {}, True),
    ({"emotion_detection": "true"}, {}, True),
    ({"gender_detection": "true"}, {}, True),
    ({"language": "de"}, {}, True),
    ({"language": "multi"}, {}, False),
    ({"keywords": "ANNA:5"}, {}, False),
    ({"external_session_id": "mine"}, {}, False),
]
"""Queries, what they are compared with, and whether the frames or their times differ."""


@pytest.mark.parametrize(("query", "other", "differ"), EFFECTS)
def test_live_transcripts(
    state: State,
    talk: bytes,
    known: dict[str, Frames],
    query: dict[str, str],
    other: dict[str, str],
    *,
    differ: bool,
) -> None:
    """A parameter changes the frames where it can."""
    name = json.dumps(other)
    known[name] = known.get(name) or heard(state, talk, other)
    assert (heard(state, talk, query) != known[name]) is differ


def test_how_sure_a_detector_must_be(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """`vad_threshold` is the share of the sound that must be like speech."""
    monkeypatch.setattr("smallestai.sandbox.recogniser_activity.detector", _Loudness)
    for threshold, expected in (("0.4", 1), ("0.5", 1), ("0.9", 0), ("1", 0)):
        query = {"vad_events": "true", "vad_threshold": threshold}
        frames = heard(state, FLICKER + silence(0.5), query)
        assert sum(frame["type"] == "speech_started" for _, frame in frames) == expected


class _Loudness:
    def is_speech(self, frame: bytes, level: float) -> bool:
        return level > -40


def test_a_live_session_in_the_log(
    sandbox: Sandbox, client: httpx.Client, recording: bytes
) -> None:
    """The log has what the query said, and what was told of the speaker."""
    query = {"keywords": "Anna:2", "diarize": "true", "numerals": "true"}
    told = {"gender_detection": "true", "emotion_detection": "true", "redact_pci": "true"}
    with transcribing(sandbox, **query, **told) as session:
        session.audio(recording + silence(0.5))
        session.finals()
        session.closed()
    (entry, *_) = client.get("/waves/v1/analytics/asr/logs").json()["data"]
    asked = {"diarize", *told}
    expected = {**query, **dict.fromkeys(asked, True), "request_type": "ws", "gender": "female"}
    assert entry.items() >= expected.items()
    assert json.loads(entry["emotions"]).keys() >= {"happiness", "anger"}


# Chats

TOOL = {"type": "function", "function": {"name": "get_weather", "parameters": {"type": "object"}}}
NAMED = {"type": "function", "function": {"name": "get_weather"}}
COUNT = [{"role": "user", "content": "Count to 20"}]
GREET = [{"role": "user", "content": "Hello"}]
COUNTED = ", ".join(str(number) for number in range(1, 21)) + "."
CHATS: list[tuple[dict[str, Any], str | None, str]] = [
    ({}, COUNTED, "stop"),
    ({"max_tokens": 3}, "1, 2", "length"),
    ({"max_tokens": 500}, COUNTED, "stop"),
    ({"stop": "4"}, "1, 2, 3, ", "stop"),
    ({"stop": ["9", ", 3"]}, "1, 2", "stop"),
    ({"stop": "none of it"}, COUNTED, "stop"),
    ({"stop": "4", "max_tokens": 3}, "1, 2", "length"),
    ({"response_format": {"type": "text"}}, COUNTED, "stop"),
    ({"response_format": {"type": "json_object"}}, json.dumps({"answer": COUNTED}), "stop"),
    ({"tools": [TOOL]}, COUNTED, "stop"),
    ({"tools": [TOOL], "tool_choice": "auto"}, COUNTED, "stop"),
    ({"tools": [TOOL], "tool_choice": "none"}, COUNTED, "stop"),
    ({"tools": [TOOL], "tool_choice": "required"}, None, "tool_calls"),
    ({"tools": [TOOL], "tool_choice": NAMED}, None, "tool_calls"),
    ({"temperature": 2, "top_p": 0.1, "n": 1, "user": "me"}, COUNTED, "stop"),
    ({"presence_penalty": 2, "frequency_penalty": -2}, COUNTED, "stop"),
    ({"logit_bias": {"5": -100}}, COUNTED, "stop"),
]


def completed(client: httpx.Client, **body: Any) -> dict[str, Any]:
    reply = client.post(CHAT, json={"model": "electron", "messages": COUNT, **body})
    assert reply.status_code == 200, reply.text
    content: dict[str, Any] = reply.json()
    return content


def streamed(client: httpx.Client, **body: Any) -> list[dict[str, Any]]:
    sent = {"model": "electron", "messages": COUNT, "stream": True, **body}
    *events, end = client.post(CHAT, json=sent).text.strip().split("\n\n")
    assert end == "data: [DONE]"
    return [json.loads(event.removeprefix("data: ")) for event in events]


@pytest.mark.parametrize(("fields", "text", "finish"), CHATS)
def test_chats(client: httpx.Client, fields: dict[str, Any], text: str | None, finish: str) -> None:
    """A field changes the answer as it says, whether it is streamed or not."""
    (choice,) = completed(client, **fields)["choices"]
    assert (choice["message"]["content"], choice["finish_reason"]) == (text, finish)
    deltas = [chunk["choices"][0] for chunk in streamed(client, **fields)]
    assert "".join(each["delta"].get("content", "") for each in deltas) == (text or "")
    assert [each["finish_reason"] for each in deltas if each["finish_reason"]] == [finish]
    calls = [call for each in deltas for call in each["delta"].get("tool_calls", ())]
    assert bool(calls) == bool(choice["message"]["tool_calls"]) == (finish == "tool_calls")


def test_what_a_chat_is_told_besides(client: httpx.Client) -> None:
    """Counts come with `include_usage`, probabilities with `logprobs`, other words with a seed."""
    for options, counts in (({"include_usage": True}, 1), ({"include_usage": False}, 0), ({}, 0)):
        found = [each for each in streamed(client, stream_options=options) if "usage" in each]
        assert len(found) == counts
    (plain,) = completed(client)["choices"]
    assert "logprobs" not in plain
    for top in (0, 3):
        (choice,) = completed(client, logprobs=True, top_logprobs=top, max_tokens=2)["choices"]
        assert [len(each["top_logprobs"]) for each in choice["logprobs"]["content"]] == [top] * 2
    texts = {
        completed(client, seed=seed, messages=GREET)["choices"][0]["message"]["content"]
        for seed in range(8)
    }
    assert len(texts) > 1


# What is kept

FORM = {
    "displayName": "Ana",
    "description": "Mine",
    "accent": "british",
    "tags": "calm, low",
    "language": "hi",
    "model": "lightning-v3.1-pro",
}
SHOWN = {
    "displayName": "Ana",
    "description": "Mine",
    "accent": "british",
    "tags": ["calm", "low"],
    "language": "hindi",
}


def test_a_clone_is_read_back() -> None:
    """Each field of the form shows in the list by itself, and what was left out is empty."""
    tone = encode((FLICKER + FLICKER) * 3, "wav", 16000)
    with RecordsApp(clones) as app:
        for name in FORM.keys() - {"displayName"}:
            form = {"displayName": "Ana", name: FORM[name]}
            files = {"file": ("ana.wav", tone, "audio/wav")}
            reply = app.request("POST", clones.PATH, data=form, files=files)
            made = reply.json()["data"]
            kept = app.data("GET", clones.PATH)[-1]
            usual = {"description": "", "accent": "", "tags": [], "language": "english"}
            shown = {name: SHOWN[name]} if name in SHOWN else {}
            assert kept.items() >= {"displayName": "Ana", **usual, **shown}.items(), name
            model = FORM["model"] if name == "model" else "lightning-v3.1"
            assert made["model"]["modelName"] == model
            assert kept["modelIds"] == [made["model"]["_id"]]
            assert made["audioFileNames"] == [f"{made['voiceId']}/ana.wav"]


def test_a_dictionary_is_read_back() -> None:
    """Items are those written last, of that dictionary only; nobody's id is refused."""
    path = dictionaries.PATH
    with RecordsApp(dictionaries) as app:
        one, other = (app.request("POST", path, json={"items": [RESPELLED]}).json() for _ in "ab")
        items = [{"word": "GIF", "pronunciation": "jiff"}]
        app.request("PUT", path, json={"id": one["id"], "items": items})
        assert app.request("GET", path).json() == [{**one, "items": items}, other]
        app.request("DELETE", path, json={"id": one["id"]})
        assert app.request("GET", path).json() == [other]
        for method, more in (("PUT", {"items": items}), ("DELETE", {})):
            assert app.request(method, path, json={"id": one["id"], **more}).status_code == 400


def test_the_life_of_a_token() -> None:
    """It is as long as asked for."""
    with RecordsApp(tokens) as app:
        for body, seconds in (({}, 300), ({"ttl_seconds": 30}, 30), ({"ttl_seconds": 900}, 900)):
            reply = app.request("POST", "/waves/v1/auth/token", json=body, headers=HEADERS)
            assert reply.json()["expires_in"] == seconds


# What was served

EIGHT = "2027-01-15T08:00:00.000Z"  # when the clock of these tests begins
NINE = "2027-01-15T09:00:00.000Z"
PERIODS: list[tuple[dict[str, str], int]] = [
    ({"from": EIGHT, "to": "2027-01-16T08:00:00Z"}, 4),
    ({"from": "2027-01-15T08:00:00.001Z", "to": "2027-01-16T08:00:00Z"}, 3),
    ({"from": EIGHT, "to": "2027-01-15T08:10:00.250Z"}, 2),
    ({"from": EIGHT, "to": "2027-01-15T08:10:00.249Z"}, 1),
    ({"from": "2027-01-15T08:10:00.250Z", "to": "2027-01-15T08:10:00.250Z"}, 1),
    ({"from": "2027-01-15T08:30:00Z", "to": NINE}, 1),
    ({"from": "2027-01-15T08:30:00Z", "to": "2027-01-15T08:59:59.999Z"}, 0),
    ({"from": "2027-01-15T14:30:00+05:30", "to": "2027-01-15T14:30:00+05:30"}, 1),
    ({"from": "2027-01-15", "to": "2027-01-15"}, 3),
    ({"from": "2027-01-16", "to": "2027-01-16"}, 1),
    ({"from": "2027-01-17", "to": "2027-01-18"}, 0),
    ({"from": NINE, "to": EIGHT}, 0),
    ({"to": NINE}, 3),
    ({"from": NINE}, 2),
    ({}, 4),
]
"""Periods, and how many of four moments are in them, the second finer than replies show it."""


@pytest.fixture(scope="module")
def served() -> Iterator[RecordsApp]:
    with RecordsApp(analytics) as app:
        for number, later in enumerate((0, 600.2504, 3600, 86400)):
            app.clock.now = START + later
            record(app.state, "tts", text="x" * 5)
            record(app.state, "tts_socket")
            record(app.state, "asr", request_id=f"r{number}")
            record(app.state, "webhook", request_id=f"r{number}")
        yield app


@pytest.mark.parametrize("granularity", ["hour", "day"])
@pytest.mark.parametrize(("period", "count"), PERIODS)
def test_periods(served: RecordsApp, period: dict[str, str], count: int, granularity: str) -> None:
    """A series counts what lies in its period, both ends included, whatever its steps are."""
    for name in SERIES:
        path = f"/waves/v1/analytics/{name}/timeseries"
        reply = served.request("GET", path, params={**period, "granularity": granularity}).json()
        values = reply["values"]
        assert len(values) == len(reply["timestamps"])
        begin = "T00:00:00.000Z" if granularity == "day" else ":00:00.000Z"
        assert all(each.endswith(begin) for each in reply["timestamps"])
        if name in SERIES[:3]:
            assert sum(values) == count * (5 if "credits" in name else 1)
            total = "totalCredits" if "credits" in name else "totalRequestCount"
            assert reply[total] == sum(values)
        else:
            assert max(values, default=0) == bool(count)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_times_out_of_reach(served: RecordsApp, moment: str) -> None:
    """A time that no reply could show is refused."""
    path = "/waves/v1/analytics/tts/usage/timeseries"
    assert served.send("GET", path, params={"from": moment, "to": moment}).status_code == 400


@pytest.mark.parametrize("kind", ["asr", "tts", "webhooks"])
def test_pages(served: RecordsApp, kind: str) -> None:
    """Logs are newest first, in pages; behind the last page there is nothing."""
    path = f"/waves/v1/analytics/{kind}/logs"
    times = [each["timestamp"] for each in served.request("GET", path).json()["data"]]
    assert times == sorted(times, reverse=True)
    assert len(times) == 4
    for query, expected in (
        ({"pageSize": 3}, times[:3]),
        ({"pageSize": 3, "page": 2}, times[3:]),
        ({"pageSize": 1, "page": 3}, times[2:3]),
        ({"page": 2}, []),
    ):
        reply = served.request("GET", path, params=query).json()
        assert [each["timestamp"] for each in reply["data"]] == expected
        size = query.get("pageSize", 50)
        assert (reply["page"], reply["pageSize"]) == (query.get("page", 1), size)
        assert (reply["totalCount"], reply["totalPages"]) == (4, -(-4 // size))


def test_when_content_expires() -> None:
    """What was to be forgotten is gone from the log after seven days, all else stays."""
    with RecordsApp(analytics) as app:
        for expires in (True, False):
            record(app.state, "tts", text="Bye.", voice_id="magnus", expires=expires)
        for later, texts in ((0, ["Bye.", "Bye."]), (6.99, ["Bye.", "Bye."]), (7, ["Bye.", ""])):
            app.clock.now = START + later * 86400
            entries = app.data("GET", "/waves/v1/analytics/tts/logs")
            assert [each["text"] for each in entries] == texts
            assert {(each["voice_id"], each["text_len"]) for each in entries} == {("magnus", 4)}


@pytest.mark.parametrize("plan", ["applied", "not-entitled"])
def test_what_is_asked_to_expire(monkeypatch: pytest.MonkeyPatch, plan: Any) -> None:
    """Over every transport the header counts, where the plan has it."""
    monkeypatch.setattr(analytics, "_WEEK", 0)
    body = {**PLAIN, "text": "Bye.", "sample_rate": 16000}
    with (
        Sandbox(api_key=KEY, settings=Settings(content_expiry=plan)) as sandbox,
        httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as client,
    ):
        for asked in ({}, {"x-expire-content": "true"}):
            headers = {**HEADERS, **asked}
            pcm = client.post(TTS, json=body, headers=headers).content
            client.post(LIVE, json=body, headers=headers)
            client.post(STT, params=PULSE, content=pcm, headers=headers)
            with live_on(sandbox, additional_headers=headers) as live:
                live.raw({**body, "complete_backoff_ms": 0})
                live.reply()
            path = "/waves/v1/stt/live?model=pulse&language=en"
            with live_on(sandbox, path, additional_headers=headers) as live:
                live.connection.send(pcm)
                live.raw({"type": "close_stream"})
                while not live.receive().get("is_last"):
                    pass
                with suppress(ConnectionClosed):
                    live.receive()
            forgets = bool(asked) and plan == "applied"
            for kind, name, count in (("tts", "text", 3), ("asr", "transcription", 2)):
                entries = client.get(f"/waves/v1/analytics/{kind}/logs").json()["data"][:count]
                assert [each[name] for each in entries] == ["" if forgets else "Bye."] * count


# What nothing depends on

UNUSED = (
    *("Accept", "x-expire-content", "output_format", "encoding", "keywords"),
    *("external_session_id", "consistency", "similarity", "enhancement", "temperature", "top_p"),
    *("presence_penalty", "frequency_penalty", "logit_bias", "user", "response", "tools"),
    *("model", "word_timestamps", "webhook_url"),
)


@pytest.mark.parametrize("name", UNUSED)
def test_what_has_no_effect_is_said(name: str) -> None:
    """The document of the sandbox names it, in the part on Waves."""
    (section,) = (
        each for each in DOCUMENT.read_text("utf-8").split("\n## ") if "no effect" in each[:20]
    )
    _, waves = section.split("\nIn Waves:\n")
    assert f"`{name}`" in waves


SPEECH = {name for fields, _ in DIFFERENT + ALIKE for name in fields}
SPEECH |= {"speed", "sample_rate", "output_format"}
HOOK = {"webhook_url", "webhook_method", "webhook_extra"}
HERE: dict[str, set[str]] = {
    "synthesizeSpeech": SPEECH,
    "synthesizeSpeechSse": SPEECH,
    "transcribe": {name for path, query, *_ in REPLIES if path == STT for name in query} | HOOK,
    "speechToText": {name for path, query, *_ in REPLIES if path == OLD_STT for name in query}
    | {"diarize"}
    | HOOK,
    "electronChatCompletions": {name for fields, *_ in CHATS for name in fields}
    | {"model", "messages", "stream", "stream_options", "logprobs", "top_logprobs", "seed"},
    "createVoiceClone": {*FORM, "file"},
    "createPronunciationDict": {"items"},
    "updatePronunciationDict": {"id", "items"},
    "deletePronunciationDict": {"id"},
    "createAccessToken": {"ttl_seconds"},
}
ELSEWHERE = {
    "postCallAnalysis": "test_analysis.py",
    "postCallGenerate": "test_analysis.py",
    "synthesizeLightningV31": "test_speech.py",
    "synthesizeSseLightningV31": "test_speech.py",
}
"""Where the fields of other operations are held to their effect."""
FRAMES = {"request_id", "session_id", "context_id", "context_close", "cancel_request"}
FRAMES |= {"continue", "flush", "max_buffer_flush_ms", "max_buffer_delay_ms", "complete_backoff_ms"}
"""What fragments have besides; test_live.py and test_live_buffers.py hold it to its effect."""


def test_nothing_is_forgotten() -> None:
    """Every parameter and every field of a body is in a table, said to be unused, or elsewhere."""
    for each in SPEC.operations.values():
        if each.id in ELSEWHERE:
            assert (Path(__file__).parent / ELSEWHERE[each.id]).exists()
            continue
        wanted = {
            parameter["name"] for _, parameter in each.parameters if parameter["in"] != "path"
        }
        wanted |= set(_fields_of_body(each.path, each.method))
        known = HERE.get(each.id, set())
        if "/analytics/" in each.path:
            known = {"from", "to", "granularity", "page", "pageSize"}
        assert wanted - {*known, *UNUSED} == set(), each.id


def test_no_field_of_a_socket_is_forgotten() -> None:
    """Every field of a speech fragment and of the query of a live transcript is held as well."""
    names = set(SPEC.resolve("/components/schemas/TtsFragment/properties")[1])
    assert names - SPEECH - FRAMES - {*UNUSED} == set()
    names = set(SPEC.resolve("/components/schemas/SttLiveQuery/properties")[1])
    held = {name for query, _, _ in EFFECTS for name in query} | {"vad_threshold"}
    # The rest is what test_transcription_stream.py decodes.
    assert names - held - {*UNUSED} == {"sample_rate"}


def _fields_of_body(path: str, method: str) -> list[str]:
    operation = SPEC.document["paths"][path][method.lower()]
    if "requestBody" not in operation:
        return []
    content = operation["requestBody"]["content"]
    schemas = [each["schema"] for kind, each in content.items() if "octet-stream" not in kind]
    names = [schema["$ref"].removeprefix("#") for schema in schemas]
    fields = [name for each in names for name in SPEC.resolve(each)[1]["properties"]]
    return [name for name in fields if name != "url"]  # of a recording: test_transcription.py
