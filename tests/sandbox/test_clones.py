"""Voice cloning: what is refused, what comes of the rest, and how a clone speaks."""

import io
import struct
import wave
from contextlib import contextmanager

import httpx
import numpy as np
import pytest
from records_app import SPECS, assert_as_specified
from speaking import HEADERS, KEY

from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.clones import LANGUAGES, TYPES
from smallestai.sandbox.clones_sound import UnreadableError, listen, median_pitch, sound_of
from smallestai.sandbox.formats import encode

PATH = "/waves/v1/voice-cloning"
TTS = "/waves/v1/tts"
TEXT = "Your parcel leaves tonight, and it will be with you on Monday morning."


def wav_of(pcm, rate=8000, channels=1):
    """Return PCM as a WAV file."""
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(pcm)
    return target.getvalue()


def hum(hertz=120, seconds=6.0, rate=8000, channels=1):
    """Return a voice-like tone with overtones, as PCM."""
    times = np.arange(round(seconds * rate)) / rate
    tone = sum(np.sin(2 * np.pi * hertz * n * times) / n for n in range(1, 8)) * 4000
    return np.repeat(tone.astype("<i2"), channels).tobytes()


RECORDING = wav_of(hum())


@contextmanager
def client_of(settings=None):
    with (
        Sandbox(api_key=KEY, settings=settings) as sandbox,
        httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def client():
    """Give a client of a sandbox whose limit nobody reaches here."""
    with client_of(Settings(clone_limit=1000)) as made:
        yield made


def post(client, data=RECORDING, kind="audio/wav", **fields):
    form = {"displayName": "Ana", **fields}
    reply = client.post(PATH, data=form, files={"file": ("ana.wav", data, kind)})
    assert_as_specified(reply)
    return reply


def clone(client, data=RECORDING, **fields):
    """Return a new clone as the reply shows it."""
    reply = post(client, data, **fields)
    assert reply.status_code == 200, reply.text
    return reply.json()["data"]


def refused(client, data=RECORDING, kind="audio/wav", **fields):
    """Return the text of a refusal."""
    reply = post(client, data, kind, **fields)
    assert reply.status_code == 400
    assert set(reply.json()) == {"error"}
    return reply.json()["error"]


def test_a_clone(client):
    """The reply shows the voice, its model as a record, and that it is ready."""
    made = clone(client, language="hi", model="lightning-v3.1-pro")
    assert made["voiceId"].startswith("voice_")
    assert made["model"]["modelName"] == "lightning-v3.1-pro"
    assert (made["displayName"], made["status"], made["language"]) == ("Ana", "completed", "hindi")
    assert made["audioFileNames"] == [f"{made['voiceId']}/ana.wav"]


def test_the_list_of_clones():
    """It holds every clone in order, as it was described."""
    with client_of() as client:
        assert client.get(PATH).json() == {"data": []}
        described = {"description": "Warm", "accent": "Indian", "tags": "calm, , low"}
        ids = [clone(client, **described)["voiceId"], clone(client)["voiceId"]]
        reply = client.get(PATH)
        assert_as_specified(reply)
        first, second = reply.json()["data"]
        assert [first["voiceId"], second["voiceId"]] == ids
        assert (first["description"], first["accent"]) == ("Warm", "Indian")
        assert (first["tags"], second["tags"]) == (["calm", "low"], [])
        assert first["cloningType"] == "instant"
        assert first["modelIds"] == second["modelIds"]
        voices = client.get("/waves/v1/lightning-v3.1/get_voices").json()["voices"]
        assert not {*ids} & {each["voiceId"] for each in voices}


def test_a_clone_may_take_its_time():
    """It is `processing` for as long as the settings say, then `completed`."""
    with client_of(Settings(clone_seconds=3600)) as client:
        assert clone(client)["status"] == "processing"
        assert client.get(PATH).json()["data"][0]["status"] == "processing"
    with client_of(Settings(clone_seconds=3600, time_scale=1e-9)) as client:
        clone(client)
        assert client.get(PATH).json()["data"][0]["status"] == "completed"


def test_the_form_needs_its_parts(client):
    """A missing file and a missing or too long name are told apart."""
    reply = client.post(PATH, data={"displayName": "Ana"})
    assert (reply.status_code, reply.json()) == (400, {"error": "No file provided"})
    for options in ({"json": {}}, {"data": {"displayName": "Ana", "file": "x.wav"}}, {}):
        assert client.post(PATH, **options).json() == {"error": "No file provided"}
    for name in ("", "  ", "x" * 501):
        assert "displayName" in refused(client, displayName=name)
    assert clone(client, displayName="x" * 500)["displayName"] == "x" * 500


def test_a_broken_form_is_refused(client):
    """A body that is no multipart form, whatever its type says, is a 400."""
    headers = {"content-type": "multipart/form-data"}
    reply = client.post(PATH, content=b"x", headers=headers)
    assert reply.status_code == 400
    assert isinstance(reply.json()["error"], str)


def test_languages(client):
    """The 22 of the model are taken; the refusal of another lists them."""
    schema = SPECS.waves.document["components"]["schemas"]["CloneLanguage"]["enum"]
    assert list(LANGUAGES) == schema
    text = refused(client, language="xx")
    assert text.startswith("Invalid language. Supported: ")
    assert all(code in text for code in LANGUAGES)
    assert {clone(client, language=code)["language"] for code in ("de", "auto")} == {
        "german",
        "auto",
    }


def test_models(client):
    """The two models of today are taken; the one before is refused with what to use instead."""
    assert refused(client, model="lightning-v2") == (
        "Voice cloning for lightning-v2 is deprecated. Please use lightning-v3.1"
    )
    assert "lightning-v3.1-pro" in refused(client, model="lightning_v3.1")


@pytest.mark.parametrize("kind", TYPES)
def test_types_that_are_taken(client, kind):
    """Each of the eight, also with a parameter."""
    assert post(client, kind=kind).status_code == 200
    assert post(client, kind=f"{kind}; codecs=1").status_code == 200


@pytest.mark.parametrize("kind", ["text/plain", "audio/ogg", "audio/x-wav", "image/png"])
def test_types_that_are_not(client, kind):
    """The refusal names the type."""
    assert kind in refused(client, kind=kind)


@pytest.mark.parametrize("seconds", [0.5, 4.9, 15.2])
def test_lengths_that_are_refused(client, seconds):
    """A recording lasts 5 to 15 seconds; the refusal says how long this one is."""
    assert f"{seconds:.1f} seconds" in refused(client, wav_of(hum(seconds=seconds)))


@pytest.mark.parametrize("seconds", [5, 15])
def test_the_limits_of_the_length_are_taken(client, seconds):
    """Both ends of the range are valid, in a compressed file as well, and in stereo."""
    clone(client, wav_of(hum(seconds=seconds)))
    clone(client, wav_of(hum(seconds=seconds, channels=2), channels=2))
    clone(client, encode(hum(seconds=seconds, rate=44100), "mp3", 44100))


def test_a_large_file_is_refused(client):
    """Just 5 MB are taken, a byte more is not."""
    most = 5 * 1024 * 1024
    padding = most - len(RECORDING) - 8
    full = RECORDING + struct.pack("<4sI", b"LIST", padding) + bytes(padding)
    assert len(full) == most
    clone(client, full)
    assert "5 MB" in refused(client, full + b"\0")


@pytest.mark.parametrize("data", [b"", b"no audio at all", b"RIFF" + bytes(40), RECORDING[:100]])
def test_what_is_no_audio_is_refused(client, data):
    """A file that cannot be read is a 400, not a fault of the server."""
    assert "could not be read" in refused(client, data)


def test_there_are_only_so_many_clones():
    """Beyond the limit of the plan no clone is made."""
    with client_of(Settings(clone_limit=1)) as client:
        clone(client)
        assert "limit reached" in refused(client)
        assert len(client.get(PATH).json()["data"]) == 1
    with client_of() as client:
        assert [post(client).status_code for _ in range(11)] == [200] * 10 + [400]


@pytest.mark.parametrize("failure", ["timeout", "error"])
def test_cloning_may_fail(failure):
    """On request it ends in a 500 with its code, and no clone is kept."""
    with client_of(Settings(clone_failure=failure)) as client:
        reply = post(client)
        assert reply.status_code == 500
        assert reply.json()["error_code"] == f"voice_clone_{failure}"
        assert reply.json()["error"]
        assert client.get(PATH).json()["data"] == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("DELETE", "/waves/v1/lightning-large"),
        ("POST", "/waves/v1/lightning-large/add_voice"),
        ("GET", "/waves/v1/lightning-large/get_cloned_voices"),
    ],
)
def test_the_routes_of_old_are_gone(client, method, path):
    """Each is a 410 with the code of a retired model."""
    reply = client.request(method, path)
    assert reply.status_code == 410
    body = reply.json()
    assert (body["status"], body["error_code"]) == ("error", "MODEL_DEPRECATED")
    assert body["recommended_endpoint"] == PATH


def test_a_key_deletes_no_clone(client):
    """The route of the dashboard knows no API key."""
    assert client.post(f"{PATH}/delete", json={"voiceId": "voice_x"}).status_code == 401


def test_a_token_clones_nothing(client):
    """Both routes are shut to short-lived tokens."""
    token = client.post("/waves/v1/auth/token", json={}).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get(PATH, headers=headers).status_code == 403
    assert client.post(PATH, headers=headers).status_code == 403


def pitch_of(client, voice_id, **fields):
    """Return the pitch at which a voice speaks."""
    body = {"text": TEXT, "voice_id": voice_id, "sample_rate": 24000, **fields}
    reply = client.post(TTS, json=body)
    assert reply.status_code == 200, reply.text
    samples = np.frombuffer(reply.content, "<i2").astype(np.float32) / 32768
    return median_pitch(samples, 24000)


@pytest.mark.parametrize("voice_id", ["magnus", "rachel", "robert", "mia"])
def test_a_clone_speaks_like_its_recording(client, voice_id):
    """It has the pitch of the voice that was recorded, to a seventh."""
    body = {"text": f"{TEXT} {TEXT}", "voice_id": voice_id, "output_format": "wav"}
    recording = client.post(TTS, json=body).content
    heard = listen(recording)
    assert 5 <= heard.seconds <= 15
    spoken = pitch_of(client, clone(client, recording)["voiceId"])
    assert spoken == pytest.approx(heard.pitch, rel=1 / 7)


def test_clones_of_low_and_high_voices_differ(client):
    """A low hum makes a lower voice than a high one."""
    low, high = (clone(client, wav_of(hum(hertz)))["voiceId"] for hertz in (95, 230))
    assert pitch_of(client, low) < 0.7 * pitch_of(client, high)


def test_a_clone_speaks_the_language_it_was_made_in(client):
    """Unasked it speaks its own language; asked, the one that is asked for."""
    german = clone(client, language="de")["voiceId"]

    def spoken(**fields):
        body = {"text": "Guten Morgen.", "voice_id": german, "sample_rate": 8000, **fields}
        return client.post(TTS, json=body).content

    assert spoken() == spoken(language="de") != spoken(language="en")


def test_an_unknown_clone_cannot_speak(client):
    """Only clones that were made have a voice."""
    assert client.post(TTS, json={"text": "Hi.", "voice_id": "voice_none"}).status_code == 400


@pytest.mark.parametrize("hertz", [80, 120, 200, 320])
def test_the_pitch_of_a_hum(hertz):
    """It is found to a hundredth or so, whatever the rate and the channels."""
    for rate, channels in ((8000, 1), (44100, 2)):
        heard = listen(wav_of(hum(hertz, 1, rate, channels), rate, channels))
        assert heard.pitch == pytest.approx(hertz, rel=0.03)
        assert heard.seconds == pytest.approx(1)


def test_a_voice_on_one_side_is_heard():
    """Both channels of a stereo file count."""
    stereo = np.frombuffer(hum(120, 1, channels=2), "<i2").reshape(-1, 2).copy()
    stereo[:, 0] = 0
    assert listen(wav_of(stereo.tobytes(), channels=2)).pitch == pytest.approx(120, rel=0.03)


def test_silence_has_no_pitch():
    """Nor has noise; a voice is found for either all the same, the same one every time."""
    noise = np.random.default_rng(1).integers(-9000, 9000, 48000).astype("<i2").tobytes()
    for pcm in (bytes(96000), noise, b""):
        data = wav_of(pcm)
        assert listen(data).pitch is None
        assert sound_of(data, None) == sound_of(data, None)


@pytest.mark.parametrize("pitch", [20, 90, 159, 161, 250, 900])
def test_every_pitch_has_a_voice(pitch):
    """Low ones are male, high ones female, and the engine takes all of them."""
    for data in (b"a", b"b", b"c"):
        sound = sound_of(data, pitch)
        assert sound["gender"] == ("male" if pitch <= 160 else "female")
        assert sound["variant"][0] == sound["gender"][0]
        assert 0 <= sound["pitch"] <= 99


def webm(duration=b"", scale=b""):
    return b"\x1a\x45\xdf\xa3" + bytes(20) + scale + duration + bytes(20)


def mp4(body):
    return struct.pack(">I4s4s", 16, b"ftyp", b"isom") + bytes(4) + b"mvhd" + body


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (mp4(struct.pack(">4xIIII", 0, 0, 1000, 7500)), 7.5),
        (mp4(struct.pack(">B3xQQIQ", 1, 0, 0, 1000, 7500)), 7.5),
        (mp4(struct.pack(">4xIIII", 0, 0, 1000, 0)), None),
        (mp4(struct.pack(">4xIIII", 0, 0, 0, 9)), None),
        (mp4(b"\0"), None),
        (webm(b"\x44\x89\x88" + struct.pack(">d", 7500)), 7.5),
        (webm(b"\x44\x89\x84" + struct.pack(">f", 75), b"\x2a\xd7\xb1\x83\x98\x96\x80"), 0.75),
        (webm(), None),
        (webm(b"\x44\x89\x81"), None),
        (b"\x1a\x45\xdf\xa3\x44\x89", None),
        (b"\x1a\x45\xdf\xa3\x44\x89\x88", None),
    ],
)
def test_the_length_of_compressed_files(data, seconds):
    """It is read where the file tells it, and unknown where it does not."""
    heard = listen(data)
    assert heard.pitch is None
    assert heard.seconds == (None if seconds is None else pytest.approx(seconds))


@pytest.mark.parametrize("data", [b"", b"ID3", b"\xff", b"OggS" + bytes(50)])
def test_what_is_none_of_the_kinds(data):
    """It cannot be listened to."""
    with pytest.raises(UnreadableError):
        listen(data)
