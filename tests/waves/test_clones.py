"""Cloned voices: recordings looked at before they are sent, waiting until they can speak, gone."""

from __future__ import annotations

import io
import struct
import threading
import wave
from typing import TYPE_CHECKING, Any

import pytest
from servers import answer, http_server, read_request, tcp_server

from smallestai import (
    APITimeoutError,
    ArgumentError,
    AuthenticationError,
    BadRequestError,
    LocalProtocolError,
    ModelRetiredError,
    RemoteProtocolError,
    ServerError,
    SmallestAI,
)
from smallestai.waves import _clones, clones
from smallestai.waves._clones import Clone
from smallestai.waves._uploads import MOST_BYTES, recording_of
from waves.worlds import blocking, both, json_reply, sent

if TYPE_CHECKING:
    from pathlib import Path

NOWHERE = "http://127.0.0.1:9"
MADE = {
    "voiceId": "voice_Ab3",
    "displayName": "Ana",
    "model": {"_id": "m1", "modelName": "lightning-v3.1-pro"},
    "status": "completed",
    "language": "english",
    "createdAt": "2026-10-02T09:00:00Z",
    "samples": [{"text": "Hello.", "audioUrl": "https://example.com/hello.wav"}],
}
ENTRY = {
    "_id": "c1",
    "voiceId": "voice_Ab3",
    "displayName": "Ana",
    "tags": ["warm"],
    "status": "completed",
    "cloningType": "instant",
    "accent": "",
}


def wav(seconds: float, channels: int = 1, rate: int = 8000) -> bytes:
    """Return a WAV file of silence."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(channels)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(bytes(int(seconds * rate) * 2 * channels))
    return file.getvalue()


def mp3(seconds: float) -> bytes:
    """Return an MP3 of empty frames: MPEG-1, 32 kbit/s, 32 kHz, 36 ms and 144 bytes each."""
    return (b"\xff\xfb\x18\x00" + bytes(140)) * round(seconds / 0.036)


def mp4(seconds: float, version: int = 0) -> bytes:
    """Return the beginning of an MP4 with its movie header."""
    times = struct.pack(">QQIQ" if version else ">IIII", 0, 0, 1000, int(seconds * 1000))
    return b"\0\0\0\x10ftypM4A \0\0\0\0" + b"moov\0\0\0\x64mvhd" + bytes([version, 0, 0, 0]) + times


def webm(seconds: float, wide: bool = True, scale: int = 1_000_000) -> bytes:
    """Return the beginning of a WebM with its information."""
    length = struct.pack(">d" if wide else ">f", seconds * 1e9 / scale)
    duration = b"\x44\x89" + bytes([0x80 | len(length)]) + length
    info = b"\x2a\xd7\xb1\x83" + scale.to_bytes(3, "big") + duration
    return b"\x1a\x45\xdf\xa3\x80" + b"\x15\x49\xa9\x66" + bytes([0x80 | len(info)]) + info


VOICE = wav(6)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Make no pauses between looks at a clone, and tell which there would have been."""
    made: list[float] = []

    async def async_sleep(seconds: float) -> None:
        made.append(seconds)

    monkeypatch.setattr(clones._Pauses, "wait", lambda _, seconds: made.append(seconds))
    monkeypatch.setattr(clones, "async_sleep", async_sleep)
    return made


@pytest.mark.parametrize(
    ("data", "kind", "seconds", "channels", "media_type"),
    [
        (wav(6), "WAV", 6, 1, "audio/wav"),
        (wav(5, 2), "WAV", 5, 2, "audio/wav"),
        (mp3(6), "MP3", 6, None, "audio/mpeg"),
        (b"ID3\4\0\0\0\0\0\0" + mp3(15), "MP3", 15, None, "audio/mpeg"),
        (mp4(7), "MP4", 7, None, "audio/mp4"),
        (mp4(7, 1), "MP4", 7, None, "audio/mp4"),
        (mp4(0), "MP4", None, None, "audio/mp4"),
        (mp4(7)[:40], "MP4", None, None, "audio/mp4"),
        (webm(8), "WebM", 8, None, "audio/webm"),
        (webm(8, wide=False, scale=500_000), "WebM", 8, None, "audio/webm"),
        (b"\x1a\x45\xdf\xa3\x80", "WebM", None, None, "audio/webm"),
        (webm(8)[:16], "WebM", None, None, "audio/webm"),
    ],
)
def test_recordings_are_told_apart(
    data: bytes, kind: str, seconds: float | None, channels: int | None, media_type: str
) -> None:
    """Kind, length and channels come from the file itself; what it does not tell is not known."""
    recording = recording_of(data)
    assert (recording.kind, recording.channels) == (kind, channels)
    assert recording.media_type == media_type
    assert recording.seconds == (None if seconds is None else pytest.approx(seconds, abs=0.04))
    assert recording.name == f"recording.{kind.lower()}"


def test_a_wav_with_more_in_it() -> None:
    """Chunks of an odd size are followed by a byte that belongs to none."""
    data = wav(6)
    noted = data[:36] + b"LIST\3\0\0\0abc\0" + data[36:]
    assert recording_of(noted).seconds == 6
    assert recording_of(data[:12]).seconds is None


def test_a_wav_whose_writer_could_not_seek() -> None:
    """A length that nobody filled in is the length of what is there."""
    data = wav(6)
    assert recording_of(data[:40] + b"\xff\xff\xff\xff" + data[44:]).seconds == 6


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (b"", "is empty"),
        (b"Hello, this is no recording at all.", "is none of WAV, MP3, WebM, MP4"),
        (b"\xff\xfe" + b"H\0" * 9, "is none of"),
        (wav(4), "lasts 4.0 s and must last 5 to 15 seconds: record more"),
        (wav(15.2), "lasts 15.2 s and must last 5 to 15 seconds: cut it"),
        (mp3(4), "record more"),
        (mp4(16), "cut it"),
        (webm(4.5), "record more"),
        (wav(6, 3), "has 3 channels and must be mono or stereo"),
        (VOICE + bytes(MOST_BYTES), "is larger than 5 MB"),
        ("nowhere.wav", "cannot be read: No such file"),
        (io.StringIO("text"), "mode 'rb'"),
        (7, "must be a path, bytes, or a file"),
    ],
)
def test_recordings_that_cannot_be_cloned(file: Any, says: str) -> None:
    """Size, kind, length and channels are looked at, and the error says what to do."""
    with pytest.raises(ArgumentError, match=says) as caught:
        recording_of(file)
    assert caught.value.argument == "file"


@both
def test_a_recording_is_refused_before_anything_is_sent(world: Any) -> None:
    """Nobody is asked about a recording that cannot be."""
    with pytest.raises(ArgumentError, match="record more"):
        world(NOWHERE, lambda waves: waves.voices.clone(wav(4), display_name="Ana"))


@both
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("display_name", {"display_name": " "}),
        ("display_name", {"display_name": "x" * 501}),
        ("language", {"language": "klingon"}),
        ("model", {"model": "lightning-large"}),
        ("description", {"description": ""}),
        ("accent", {"accent": 7}),
        ("tags", {"tags": "warm"}),
        ("tags", {"tags": ["warm, low"]}),
        ("tags", {"tags": [""]}),
        ("timeout", {"timeout": 0}),
    ],
)
def test_refused_before_anything_is_sent(world: Any, name: str, options: dict[str, Any]) -> None:
    """What the service refuses is refused here, naming the argument."""
    given = {"display_name": "Ana", **options}
    with pytest.raises(ArgumentError) as caught:
        world(NOWHERE, lambda waves: waves.voices.clone(VOICE, **given))
    assert caught.value.argument == name


@both
def test_a_clone_is_made(world: Any, tmp_path: Path) -> None:
    """The recording goes up in pieces with its name and kind, and the clone comes back."""
    path = tmp_path / "ana.wav"
    path.write_bytes(wav(10, rate=16000))
    seen: list[tuple[int, int]] = []
    with http_server(json_reply({"message": "ok", "data": MADE})) as (url, requests):
        clone = world(
            url,
            lambda waves: waves.voices.clone(
                path,
                display_name="Ana",
                language="Hindi",
                description="Warm.",
                accent="indian",
                tags=["warm", "low"],
                progress=lambda done, total: seen.append((done, total)),
            ),
        )
    assert clone.id == "voice_Ab3"
    assert clone.is_ready
    assert clone.model == "lightning_v3.1_pro"
    assert clone.created_at.isoformat() == "2026-10-02T09:00:00+00:00"
    assert clone.samples[0].text == "Hello."
    head, body = requests[0].split(b"\r\n\r\n", 1)
    assert head.startswith(b"POST /waves/v1/voice-cloning ")
    assert path.read_bytes() in body
    assert b'name="file"; filename="ana.wav"\r\nContent-Type: audio/wav' in body
    for part, value in (
        ("displayName", "Ana"),
        ("model", "lightning-v3.1-pro"),
        ("language", "hi"),
        ("description", "Warm."),
        ("accent", "indian"),
        ("tags", "warm,low"),
    ):
        assert f'name="{part}"\r\nContent-Type: text/plain\r\n\r\n{value}\r\n'.encode() in body
    size = path.stat().st_size
    assert [total for _, total in seen] == [size] * len(seen)
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert seen[-1] == (size, size)
    assert len(seen) > 2


@both
def test_bytes_and_files_are_taken(world: Any, tmp_path: Path) -> None:
    """An open file is read from where it stands; the base model is asked for by its name."""
    path = tmp_path / "ana.wav"
    path.write_bytes(b"before" + VOICE)
    reply = json_reply({"data": {"voiceId": "voice_1", "status": "completed"}})
    for opened in (True, False):
        with http_server(reply) as (url, requests), path.open("rb") as file:
            file.seek(6)
            clone = world(
                url,
                lambda waves, given=file if opened else VOICE: waves.voices.clone(
                    given, display_name="Ana", model="lightning_v3.1"
                ),
            )
        assert clone.model == "lightning_v3.1"
        assert b"\r\n\r\nlightning-v3.1\r\n" in requests[0]
        assert VOICE in requests[0]
        assert b"before" not in requests[0]


class StopError(Exception):
    """What a caller raises."""


@both
def test_progress_can_end_the_upload(world: Any) -> None:
    """What the caller raises comes out as it is."""

    def stop(done: int, total: int) -> None:
        raise StopError

    def serve(connection: Any) -> None:
        read_request(connection)

    with tcp_server(serve) as url:
        with pytest.raises(StopError):
            world(url, lambda waves: waves.voices.clone(VOICE, display_name="A", progress=stop))


@both
def test_a_clone_is_waited_for(world: Any, pauses: list[float]) -> None:
    """It is looked for with longer and longer pauses until it is ready; not listed is not ready."""
    waiting = {**MADE, "status": "pending"}
    looks = [
        json_reply({"data": data})
        for data in (
            waiting,
            [],
            [{**ENTRY, "status": "processing"}, {**ENTRY, "voiceId": "voice_other"}],
            [{**ENTRY, "voiceId": "voice_other"}, ENTRY],
        )
    ]
    with http_server(*looks) as (url, requests):
        clone = world(url, lambda waves: waves.voices.clone(VOICE, display_name="Ana"))
    assert (clone.id, clone.status, clone.kind) == ("voice_Ab3", "completed", "instant")
    assert clone.model == "lightning_v3.1_pro"
    assert clone.samples[0].url == "https://example.com/hello.wav"
    assert len(requests) == 4
    assert len(pauses) == 3
    assert pauses[2] >= 1 >= pauses[0] >= 0.25


@both
def test_it_need_not_be_waited_for(world: Any) -> None:
    """Without waiting the clone comes back as it is."""
    with http_server(json_reply({"data": {**MADE, "status": "pending"}})) as (url, _):
        clone = world(url, lambda waves: waves.voices.clone(VOICE, display_name="A", wait=False))
    assert not clone.is_ready


@both
def test_a_clone_that_fails(world: Any, pauses: list[float]) -> None:
    """The error says so and has the clone."""
    replies = [{**MADE, "status": "pending"}, [{**ENTRY, "status": "failed"}]]
    with http_server(*[json_reply({"data": data}) for data in replies]) as (url, _):
        with pytest.raises(ServerError, match="voice_Ab3 could not be made") as caught:
            world(url, lambda waves: waves.voices.clone(VOICE, display_name="Ana"))
    assert vars(caught.value)["received"].status == "failed"
    assert not caught.value.retryable


@both
def test_a_clone_that_takes_too_long(
    world: Any, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the clone, which is still being made."""
    now = iter([0.0, 50.0, 119.9, 120.0])
    monkeypatch.setattr(_clones, "monotonic", lambda: next(now))
    pending = {**MADE, "status": "pending"}
    with http_server(*[json_reply({"data": data}) for data in (pending, [], [])]) as (url, _):
        with pytest.raises(APITimeoutError, match=r"voice_Ab3 was not ready.*clones") as caught:
            world(url, lambda waves: waves.voices.clone(VOICE, display_name="Ana"))
    assert vars(caught.value)["received"].id == "voice_Ab3"
    assert pauses[-1] == pytest.approx(0.1)


@both
def test_a_look_that_fails_has_the_clone(world: Any, pauses: list[float]) -> None:
    """The id is not lost when the list cannot be had."""
    pending = json_reply({"data": {**MADE, "status": "pending"}})
    with http_server(pending, json_reply({"error": "unauthorized"}, "401 Unauthorized")) as (
        url,
        _,
    ):
        with pytest.raises(AuthenticationError) as caught:
            world(url, lambda waves: waves.voices.clone(VOICE, display_name="Ana"))
    assert vars(caught.value)["received"].id == "voice_Ab3"


def test_closing_the_client_ends_the_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another thread that closes the client does not wait for the pause."""
    began = threading.Event()
    wait = clones._Pauses.wait

    def waits(self: Any, seconds: float) -> None:
        began.set()
        wait(self, 600)

    monkeypatch.setattr(clones._Pauses, "wait", waits)
    pending = json_reply({"data": {**MADE, "status": "pending"}})
    with http_server(pending) as (url, _), SmallestAI("sk_x", base_url=url) as client:
        closer = threading.Thread(target=lambda: (began.wait(10), client.close()))
        closer.start()
        with pytest.raises(LocalProtocolError, match="closed"):
            client.waves.voices.clone(VOICE, display_name="Ana")
        closer.join()


@both
@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": {}}, {"data": "voice_1"}])
def test_an_answer_without_a_clone(world: Any, body: Any) -> None:
    """A success that names no clone is none."""
    with http_server(json_reply(body)) as (url, _):
        with pytest.raises(RemoteProtocolError, match="names no clone"):
            world(url, lambda waves: waves.voices.clone(VOICE, display_name="Ana"))


@both
def test_the_limit_of_clones_is_the_services(world: Any) -> None:
    """A refusal of the service is raised with its words."""
    refusal = json_reply({"error": "Voice clone limit reached"}, "400 Bad Request")
    with http_server(refusal) as (url, requests):
        with pytest.raises(BadRequestError, match="Voice clone limit reached"):
            world(url, lambda waves: waves.voices.clone(VOICE, display_name="Ana"))
    assert len(requests) == 1


@both
def test_clones_are_listed(world: Any) -> None:
    """Each clone comes with what the service says of it."""
    with http_server(json_reply({"data": [ENTRY, {"voiceId": "voice_2"}]})) as (url, _):
        listed = world(url, lambda waves: waves.voices.clones())
    assert listed == [
        Clone("voice_Ab3", "Ana", "completed", kind="instant", tags=("warm",)),
        Clone("voice_2", ""),
    ]


GONE = {
    "status": "error",
    "error_code": "MODEL_DEPRECATED",
    "message": "This model has been deprecated",
    "recommended_endpoint": "/waves/v1/lightning-v3.1/get_speech",
}


@both
@pytest.mark.parametrize("closed", ["401 Unauthorized", "403 Forbidden", "404 Not Found"])
def test_deleting_is_no_silent_success(world: Any, closed: str) -> None:
    """Both routes are tried; the error says where a person can delete the clone."""
    replies = json_reply({"error": "unauthorized"}, closed), json_reply(GONE, "410 Gone")
    with http_server(*replies) as (url, requests):
        with pytest.raises(ModelRetiredError, match=r"console at https://\S+: .*no API key"):
            world(url, lambda waves: waves.voices.delete("voice_Ab3"))
    starts = [request.partition(b" HTTP")[0] for request in requests]
    assert starts == [b"POST /waves/v1/voice-cloning/delete", b"DELETE /waves/v1/lightning-large"]
    assert [sent(request) for request in requests] == [{"voiceId": "voice_Ab3"}] * 2


@both
def test_a_wrong_key_stays_one(world: Any) -> None:
    """A key that no route takes is told of as such; other refusals end it at once."""
    refusal = json_reply({"error": "unauthorized"}, "401 Unauthorized")
    with http_server(refusal, refusal) as (url, _):
        with pytest.raises(AuthenticationError, match="API key is missing or wrong"):
            world(url, lambda waves: waves.voices.delete("voice_Ab3"))
    with http_server(json_reply({"error": "no"}, "400 Bad Request")) as (url, requests):
        with pytest.raises(BadRequestError):
            world(url, lambda waves: waves.voices.delete("voice_Ab3"))
    assert len(requests) == 1


@both
def test_a_deletion_is_seen_from_the_list(world: Any) -> None:
    """Where the service deletes, the list has to be without the clone."""
    done, without = answer(b"", "text/plain"), json_reply({"data": []})
    with http_server(done, without) as (url, requests):
        assert world(url, lambda waves: waves.voices.delete(Clone("voice_Ab3", "Ana"))) is None
    assert len(requests) == 2
    with http_server(done, json_reply({"data": [ENTRY]})) as (url, _):
        with pytest.raises(RemoteProtocolError, match="lists it still"):
            world(url, lambda waves: waves.voices.delete("voice_Ab3"))


@both
@pytest.mark.parametrize("voice", ["meher", "magnus", "", None])
def test_only_clones_are_deleted(world: Any, voice: Any) -> None:
    """A voice of the catalogue cannot be deleted."""
    with pytest.raises(ArgumentError, match="clone"):
        world(NOWHERE, lambda waves: waves.voices.delete(voice))


def test_the_service_has_time_to_clone() -> None:
    """The answer to cloning may take as long as the caller waits, longer than other answers."""
    timeouts: list[Any] = []
    with http_server(json_reply({"data": MADE})) as (url, _):

        def act(waves: Any) -> Any:
            send = waves._transport.send
            waves._transport.send = lambda *given: (timeouts.append(given[2]), send(*given))[1]
            return waves.voices.clone(VOICE, display_name="Ana", timeout=300)

        blocking(url, act)
    assert timeouts[0]["timeout"].first == 300
    assert timeouts[0]["timeout"].between == 20


@both
def test_the_sandbox_makes_clones(world: Any) -> None:
    """A clone that takes its time there is waited for, speaks, and cannot be deleted."""
    from smallestai.sandbox import Sandbox, Settings

    with Sandbox(settings=Settings(clone_seconds=0.2)) as sandbox:
        clone = world(
            sandbox.url,
            lambda waves: waves.voices.clone(wav(6, rate=24000), display_name="Ana", language="en"),
        )
        assert clone.is_ready
        assert world(sandbox.url, lambda waves: waves.voices.preview(clone)).duration > 0.5
        assert [each.id for each in world(sandbox.url, lambda waves: waves.voices.clones())] == [
            clone.id
        ]
        with pytest.raises(ModelRetiredError, match="console"):
            world(sandbox.url, lambda waves: waves.voices.delete(clone))
