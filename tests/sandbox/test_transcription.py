"""Speech to text from recordings: both models, the older route, uploads, addresses, webhooks."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from speaking import HEADERS, KEY, VOICE
from transcribing import SPEC, STT, assert_near, check, resampled, silence, spoken_by

from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.formats import encode

TEXT = "Hello there, I owe $40. My name is Anna."
OLD = "/waves/v1/pulse/get_text"
PULSE = {"model": "pulse", "language": "en"}
PRO = {"model": "pulse-pro", "language": "en"}


@pytest.fixture(scope="module")
def sandbox():
    """Give a sandbox that knows one key."""
    with Sandbox(api_key=KEY) as made:
        yield made


@pytest.fixture(scope="module")
def hasty():
    """Give a client of a sandbox that does not wait before it tries again."""
    with Sandbox(settings=Settings(time_scale=1e-6)) as made:
        with httpx.Client(base_url=made.url, headers=HEADERS, trust_env=False) as client:
            yield client


@pytest.fixture(scope="module")
def client(sandbox):
    """Give a client with the key."""
    with httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as made:
        yield made


@pytest.fixture(scope="module")
def speech(sandbox):
    """Give PCM that the sandbox said, and its words."""
    return spoken_by(sandbox, TEXT)


def transcribe(client, audio, query=PULSE, path=STT, **options):
    """Return the checked transcript of a recording."""
    reply = client.post(path, params=query, content=audio, **options)
    assert reply.status_code == 200, reply.text
    content = reply.json()
    check(SPEC, "Transcript", content)
    return content


def refusal(client, query, audio=b"xx", path=STT, **options):
    """Return the status and the checked body of a refusal."""
    reply = client.post(path, params=query, content=audio, **options)
    check(SPEC, "SttError", reply.json())
    return reply.status_code, reply.json()


# What comes back


def test_the_least(client, speech):
    """Without options there are the text and the figures, and the engine in a header."""
    pcm, _ = speech
    reply = client.post(STT, params=PULSE, content=pcm)
    assert reply.json() == {
        "status": "success",
        "transcription": TEXT,
        "metadata": {"duration": round(len(pcm) / 32000, 3), "fileSize": len(pcm)},
    }
    assert reply.headers["x-sandbox-engine"] == "memory"
    assert "x-request-id" in reply.headers


def test_words_and_utterances(client, speech):
    """Words have the times that the speech had; sentences are utterances."""
    pcm, words = speech
    content = transcribe(client, silence(1.5) + pcm, PULSE | {"word_timestamps": "true"})
    assert_near(content["words"], words, 1.5)
    assert {*content["words"][0]} == {"word", "start", "end", "confidence"}
    texts = [each["text"] for each in content["utterances"]]
    assert texts == ["Hello there, I owe $40.", "My name is Anna."]
    assert content["utterances"][1]["start"] == content["words"][5]["start"]
    assert {*content["utterances"][0]} == {"text", "start", "end"}


def test_speakers(client, speech):
    """With `diarize` every voice has a number, a whole one from 0."""
    other = client.post(
        "/waves/v1/tts", json={"voice_id": "magnus", "text": "I am fine.", "sample_rate": 16000}
    ).content
    query = PULSE | {"word_timestamps": "true", "diarize": "true"}
    content = transcribe(client, speech[0] + silence(0.5) + other, query)
    speakers = [word["speaker"] for word in content["words"]]
    assert speakers == [0] * 9 + [1] * 3
    assert all(0 <= word["speaker_confidence"] <= 1 for word in content["words"])
    assert [each["speaker"] for each in content["utterances"]] == [0, 0, 1]


def test_mood_and_gender(client, speech):
    """Both are told when they are asked for."""
    content = transcribe(
        client, speech[0], PULSE | {"emotion_detection": "true", "gender_detection": "true"}
    )
    assert content["gender"] == "female"
    assert {*content["emotions"]} == {"happiness", "sadness", "disgust", "fear", "anger"}


def test_pulse_pro(client, speech):
    """Pulse Pro tells how it went, and knows no utterances and no speakers."""
    query = PRO | {"word_timestamps": "true", "diarize": "true"}
    content = transcribe(client, speech[0], query)
    expected = {"status", "transcription", "words", "language", "metadata", "totalBytes"}
    assert content.keys() == expected | {"request_id"}
    assert content["transcription"] == TEXT
    assert {*content["metadata"]} == {"duration", "processing_time_ms", "rtfx", "num_chunks"}
    assert content["metadata"]["num_chunks"] == 1
    assert "speaker" not in content["words"][0]
    assert content["totalBytes"] == len(speech[0])


def test_the_look_of_the_text(client, speech):
    """Format, punctuation, capitals and redaction are as the query has them."""
    texts = [
        transcribe(client, speech[0], PULSE | query)["transcription"]
        for query in (
            {"punctuate": "false"},
            {"capitalize": "false"},
            {"format": "false"},
            {"redact_pii": "true"},
        )
    ]
    assert texts == [
        "Hello there I owe $40 My name is Anna",
        "hello there, i owe $40. my name is anna.",
        "hello there i owe $40 my name is anna",
        "Hello there, I owe $40. My name is [FIRSTNAME_1].",
    ]


def test_silence_has_no_text(client):
    """Where nobody speaks, no engine has done anything."""
    reply = client.post(STT, params=PULSE | {"word_timestamps": "true"}, content=silence(1))
    assert reply.json()["transcription"] == ""
    assert reply.json()["words"] == []
    assert reply.headers["x-sandbox-engine"] == "none"


# What may be sent


def test_wav_and_telephone_audio(client, speech):
    """A WAV file is known by its head, G.711 by its content type."""
    pcm, words = speech
    query = PULSE | {"word_timestamps": "true"}
    narrow = resampled(pcm, 16000, 8000)
    for audio, kind in (
        (encode(resampled(pcm, 16000, 44100), "wav", 44100), "application/octet-stream"),
        (encode(narrow, "wav", 8000), "audio/wav"),
        (encode(narrow, "ulaw", 8000), "audio/basic"),
        (encode(narrow, "alaw", 8000), "audio/x-alaw"),
    ):
        content = transcribe(client, audio, query, headers={"Content-Type": kind})
        assert_near(content["words"], words)


def test_what_cannot_be_read(client, monkeypatch):
    """Nothing, a broken file, and a compressed one without a decoder, are 400 with the reason."""
    monkeypatch.setattr("smallestai.sandbox.recordings_ffmpeg._program", lambda: None)
    for audio, part in ((b"", "empty"), (b"RIFF\0\0\0\0WAVE", "WAV"), (b"fLaC" + bytes(9), "FLAC")):
        status, body = refusal(client, PULSE, audio)
        assert status == 400
        assert part in body["error"]
        assert "request_id" in body


def test_compressed_audio_where_ffmpeg_is(client, speech):
    """With ffmpeg an MP3 file is read, and what only looks like one is refused."""
    pytest.importorskip("imageio_ffmpeg")
    audio = encode(speech[0], "mp3", 16000)
    assert transcribe(client, audio)["transcription"] == TEXT
    status, body = refusal(client, PULSE, b"ID3" + bytes(100))
    assert status == 400
    assert "MP3" in body["error"]


def test_a_streamed_upload(client, speech):
    """A body of unknown length is taken as it comes."""
    pcm, _ = speech
    parts = (pcm[start : start + 1000] for start in range(0, len(pcm), 1000))
    assert transcribe(client, parts)["transcription"] == TEXT


def test_too_large():
    """More than the limit is 413, on the older route 400 in its words; the upload is read."""
    settings = Settings(transcription_bytes=1000)
    with Sandbox(settings=settings) as small:
        with httpx.Client(base_url=small.url, headers=HEADERS, trust_env=False) as client:
            audio = bytes(3_000_000)
            status, body = refusal(client, PULSE, audio)
            assert (status, body["error"]) == (413, "File size exceeds maximum limit of 250MB.")
            assert refusal(client, {"language": "en"}, audio, OLD) == (
                400,
                {
                    "errors": "Audio data too large",
                    "status": "error",
                    "message": "Error handling audio data",
                },
            )
            assert transcribe(client, bytes(1000))["transcription"] == ""


# What is refused


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ({}, "Missing required query param: model. Supported values: pulse | pulse-pro."),
        ({"model": "pulse"}, "Missing required query param: language."),
        ({"model": "whisper", "language": "en"}, "Unsupported model 'whisper'."),
        ({"model": "pulse", "language": "tlh"}, "Unsupported language 'tlh'."),
        ({"model": "pulse-pro", "language": "hi"}, "Language 'hi' is not supported by pulse-pro"),
        (PULSE | {"diarize": "1"}, "diarize:"),
        (PULSE | {"redact_pii": "yes"}, "redact_pii:"),
        (PRO | {"webhook_method": "PUT", "webhook_url": "http://127.0.0.1"}, "webhook_method:"),
        (PRO | {"webhook_url": "http://example.com/hook"}, "This sandbox delivers"),
    ],
)
def test_wrong_queries(client, query, error):
    """A wrong query is 400, told with the id of the request."""
    status, body = refusal(client, query)
    assert status == 400
    assert body["error"].startswith(error)
    assert body["request_id"]


def test_a_language_of_another_region(client):
    """A language that is not enabled here is told apart from an unknown one."""
    status, body = refusal(client, {"model": "pulse", "language": "ta"})
    assert status == 400
    assert body.keys() == {"status", "error_code", "message", "language", "region"}
    assert (body["error_code"], body["region"]) == ("LANGUAGE_NOT_ENABLED_IN_REGION", "ap-south-1")
    with Sandbox(settings=Settings(region="us-west-2")) as west:
        with httpx.Client(base_url=west.url, headers=HEADERS, trust_env=False) as other:
            assert refusal(other, {"model": "pulse", "language": "multi-indic"})[0] == 400
    assert transcribe(client, silence(0.1), {"model": "pulse", "language": "multi-indic"})


def test_the_rate_limit():
    """The limit holds for each model and any minute."""
    with Sandbox(settings=Settings(transcriptions_per_minute=2)) as limited:
        with httpx.Client(base_url=limited.url, headers=HEADERS, trust_env=False) as client:
            for query in (PULSE, PRO):
                for _ in range(2):
                    transcribe(client, silence(0.1), query)
                status, body = refusal(client, query)
                assert status == 429
                assert body["error"].startswith("Rate limit exceeded")


def test_the_slash_belongs_to_the_path(client):
    """Without it there is no such route."""
    reply = client.post("/waves/v1/stt", params=PULSE, content=silence(0.1))
    assert (reply.status_code, reply.headers["content-type"][:9]) == (404, "text/html")


# The older route


def test_the_older_route(client, speech):
    """It needs no model and no language, and writes numbers as it is told."""
    content = transcribe(client, speech[0], {"word_timestamps": "true"}, OLD)
    assert content["transcription"] == TEXT
    assert content["utterances"]
    wanted = VOICE | {"text": "Send 42 or seven boxes.", "sample_rate": 16000}
    audio = client.post("/waves/v1/tts", json=wanted).content
    texts = [
        transcribe(client, audio, {"numerals": value, "language": "en"}, OLD)["transcription"]
        for value in ("auto", "true", "false")
    ]
    assert texts == [
        "Send 42 or seven boxes.",
        "Send 42 or 7 boxes.",
        "Send forty two or seven boxes.",
    ]


def test_the_older_route_refuses_tokens(client):
    """A short-lived token opens the new route only."""
    token = client.post("/waves/v1/auth/token", json={}).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    assert client.post(OLD, headers=headers, content=b"").status_code == 403
    assert transcribe(client, silence(0.1), headers=headers)["status"] == "success"


def test_errors_of_the_older_route(client):
    """They keep to its envelope."""
    status, body = refusal(client, {"language": "tlh"}, path=OLD)
    assert status == 400
    assert body.keys() == {"errors", "status", "message"}


# Addresses and webhooks


class Peer:
    """A server on loopback that holds a recording and takes deliveries."""

    def __init__(self, recording=b"", statuses=()):
        self.recording = recording
        self.statuses = list(statuses)
        self.requests = []
        self.done = threading.Event()

    @contextmanager
    def serving(self):
        """Serve; give the address."""
        peer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path.startswith("/hook"):
                    self.take(b"")
                else:
                    self.send_response(200 if self.path == "/a%20call.wav" else 404)
                    self.end_headers()
                    self.wfile.write(peer.recording)

            def do_POST(self):
                self.take(self.rfile.read(int(self.headers["Content-Length"])))

            def take(self, body):
                peer.requests.append((self.command, self.path, body))
                status = peer.statuses.pop(0) if peer.statuses else 200
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()
                if status < 500 or not peer.statuses:
                    peer.done.set()

            def log_message(self, *_):
                pass

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            thread = threading.Thread(target=server.serve_forever, args=(0.01,))
            thread.start()
            try:
                yield f"http://127.0.0.1:{server.server_port}"
            finally:
                server.shutdown()
                thread.join()


def test_a_recording_at_an_address(client, speech):
    """Pulse fetches from this machine, and tells the name of the file."""
    peer = Peer(encode(speech[0], "wav", 16000))
    with peer.serving() as address:
        reply = client.post(STT, params=PULSE, json={"url": f"{address}/a%20call.wav"})
        missing = client.post(STT, params=PULSE, json={"url": f"{address}/other.wav"})
    assert reply.json()["transcription"] == TEXT
    assert reply.json()["metadata"]["filename"] == "a call.wav"
    assert missing.status_code == 400
    assert "404" in missing.json()["error"]


@pytest.mark.parametrize(
    ("query", "body", "part"),
    [
        (PULSE, {"url": "http://example.com/a.wav"}, "this machine only"),
        (PULSE, {"url": "file:///etc/hosts"}, "this machine only"),
        (PULSE, {"url": "http://127.0.0.1:1/a.wav"}, "could not be fetched"),
        (PULSE, {}, "JSON"),
        (PULSE, [], "JSON"),
        (PULSE, {"other": "x" * 100_000}, "JSON"),
        (PRO, {"url": "http://127.0.0.1/a.wav"}, "pulse only"),
    ],
)
def test_addresses_that_are_refused(client, query, body, part):
    """Other machines, other schemes, other bodies, and other models."""
    reply = client.post(STT, params=query, json=body)
    assert reply.status_code == 400
    assert part in reply.json()["error"]


def test_a_webhook(hasty):
    """The transcript goes to the webhook with what was to go along; 5xx is tried again."""
    peer = Peer(statuses=[503, 500, 200])
    audio = hasty.post("/waves/v1/tts", json=VOICE | {"text": TEXT, "sample_rate": 16000}).content
    with peer.serving() as address:
        query = PRO | {"webhook_url": f"{address}/hook", "webhook_extra": "call:17,team:blue"}
        receipt = hasty.post(STT, params=query, content=audio).json()
        assert peer.done.wait(10)
    check(SPEC, "TranscriptionJob", receipt)
    assert receipt == {"status": "processing", "request_id": receipt["request_id"]}
    assert len(peer.requests) == 3
    sent = [json.loads(body) for _, _, body in peer.requests]
    assert sent[0] == sent[1] == sent[2]
    assert (sent[0]["status"], sent[0]["transcription"]) == ("success", TEXT)
    assert (sent[0]["call"], sent[0]["team"]) == ("17", "blue")
    assert sent[0]["request_id"] == receipt["request_id"]
    check(SPEC, "Transcript", sent[0])


def test_a_webhook_is_given_up(hasty):
    """After ten failures nothing more is sent."""
    peer = Peer(statuses=[500] * 10)
    with peer.serving() as address:
        hasty.post(STT, params=PRO | {"webhook_url": f"{address}/hook"}, content=silence(0.1))
        assert peer.done.wait(20)
    assert len(peer.requests) == 10


def test_a_webhook_by_get_of_a_recording_that_fails(hasty):
    """A delivery by GET stands in the query, and tells of failures as well."""
    peer = Peer()
    with peer.serving() as address:
        query = PRO | {"webhook_url": f"{address}/hook", "webhook_method": "GET"}
        receipt = hasty.post(STT, params=query, content=b"RIFF\0\0\0\0WAVE").json()
        assert peer.done.wait(10)
    ((method, path, _),) = peer.requests
    told = httpx.URL(path).params
    assert method == "GET"
    assert (told["status"], told["request_id"]) == ("failed", receipt["request_id"])


# A long recording


def test_a_long_recording(client, speech):
    """Ten minutes are transcribed whole; times do not drift."""
    pcm = speech[0] + silence(0.7)
    count = 600 * 32000 // len(pcm)
    audio = encode(pcm * count, "wav", 16000)
    content = transcribe(client, audio, PRO | {"word_timestamps": "true"}, timeout=120)
    assert content["transcription"] == " ".join([TEXT] * count)
    assert content["metadata"]["num_chunks"] == 20
    assert_near(content["words"][-9:], speech[1], (count - 1) * len(pcm) / 32000)


def test_what_was_served_is_logged(client, speech):
    """A transcript is in the log of transcripts, and speech in that of speech."""
    transcribe(client, speech[0], PULSE | {"diarize": "true"})
    entry = client.get("/waves/v1/analytics/asr/logs").json()["data"][0]
    assert (entry["transcription"], entry["diarize"]) == (TEXT, True)
    for path, text in (("/waves/v1/tts", "Once."), ("/waves/v1/tts/live", "Twice.")):
        assert client.post(path, json=VOICE | {"text": text}).status_code == 200
        entry = client.get("/waves/v1/analytics/tts/logs").json()["data"][0]
        assert (entry["text"], entry["request_type"]) == (text, "rest")
