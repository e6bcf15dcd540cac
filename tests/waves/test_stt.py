"""Transcribing recordings, in both worlds, against servers that answer as a test says."""

from __future__ import annotations

import asyncio
import io
import json
import struct
import threading
import tracemalloc
from array import array
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from servers import answer, read_request, tcp_server

from smallestai import AsyncSmallestAI, Audio, AudioFormat, SmallestAI
from smallestai.audio import wav_header
from smallestai.errors import (
    APIConnectionError,
    APIError,
    ArgumentError,
    AuthenticationError,
    RateLimitError,
    RemoteProtocolError,
    SmallestError,
)
from smallestai.waves import _stt_upload
from smallestai.waves.transcript import Transcript, TranscriptionJob

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

KEY = "sk_test_0123456789"
RATE = 1000
OK = b'{"status":"success","transcription":"we ship","request_id":"r1","metadata":{"duration":1.5}}'

Transcribe = Any


def _blocking(url: str, source: Any, *, retries: int = 2, **options: Any) -> Any:
    with SmallestAI(KEY, base_url=url, timeout=5, max_retries=retries) as client:
        return client.waves.stt.transcribe(source, **options)


def _async(url: str, source: Any, *, retries: int = 2, **options: Any) -> Any:
    async def play() -> Any:
        async with AsyncSmallestAI(KEY, base_url=url, timeout=5, max_retries=retries) as client:
            return await client.waves.stt.transcribe(source, **options)

    return asyncio.run(play())


both = pytest.mark.parametrize("transcribe", [_blocking, _async], ids=["blocking", "async"])


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_stt_upload, "_FIRST_PAUSE", 0.001)
    monkeypatch.setattr(_stt_upload, "_LONGEST_PAUSE", 0.001)


class Request:
    """What came: its query, headers and body."""

    def __init__(self, raw: bytes) -> None:
        head, _, self.body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        self.path = urlsplit(first.split()[1]).path
        self.query = {k: v[0] for k, v in parse_qs(urlsplit(first.split()[1]).query).items()}
        self.headers = dict(line.lower().split(": ", 1) for line in lines)


@contextmanager
def served(reply: Callable[[Request], bytes]) -> Iterator[tuple[str, list[Request]]]:
    """Answer each request with what a function makes of it."""
    requests: list[Request] = []

    def talk(connection: Any) -> None:
        request = Request(read_request(connection))
        requests.append(request)
        connection.sendall(reply(request))

    with tcp_server(talk) as url:
        yield url, requests


def json_reply(body: bytes = OK, status: str = "200 OK", *, headers: str = "") -> bytes:
    """Return an HTTP reply of JSON."""
    reply = answer(body, "application/json", status=status)
    return reply.replace(b"\r\nX-Request-Id", f"\r\n{headers}X-Request-Id".encode(), 1)


def wav(seconds: float, samples: Any = None, rate: int = RATE) -> bytes:
    """Return a WAV of silence, or of these samples."""
    data = array("h", samples or [0] * int(seconds * rate)).tobytes()
    return wav_header(AudioFormat("pcm", rate), len(data)) + data


@both
def test_a_file_is_sent_as_it_is(transcribe: Transcribe, tmp_path: Path) -> None:
    """Bytes, query, headers and the progress on the way; the transcript that came back."""
    path = tmp_path / "call.wav"
    path.write_bytes(wav(100))
    told: list[tuple[int, int | None]] = []
    with served(lambda _: json_reply()) as (url, requests):
        made = transcribe(
            url,
            path,
            language="de",
            word_timestamps=True,
            diarize=False,
            on_progress=lambda sent, total: told.append((sent, total)),
        )
    (request,) = requests
    assert (made.text, made.duration, made.request_id) == ("we ship", 1.5, "r1")
    assert request.body == path.read_bytes()
    assert request.path == "/waves/v1/stt/"
    wanted = {"model": "pulse", "language": "de", "word_timestamps": "true", "diarize": "false"}
    assert request.query == wanted
    assert request.headers["content-type"] == "application/octet-stream"
    assert request.headers["content-length"] == str(path.stat().st_size)
    size = path.stat().st_size
    assert told[-1] == (size, size)
    assert [sent for sent, _ in told] == sorted({sent for sent, _ in told})


@both
def test_every_kind_of_source(transcribe: Transcribe, tmp_path: Path) -> None:
    """A path as text, bytes, an open file from where it stands, and audio that was synthesized."""
    data = wav(1)
    path = tmp_path / "a.wav"
    path.write_bytes(data)
    later = io.BytesIO(b"skipped" + data)
    later.seek(7)
    audio = Audio(data[44:], AudioFormat("pcm", RATE))
    with served(lambda _: json_reply()) as (url, requests):
        for source in (str(path), data, bytearray(data), later, audio):
            assert transcribe(url, source).text == "we ship"
        with path.open("rb") as file:
            transcribe(url, file)
            assert not file.closed
    assert [request.body for request in requests] == [data] * 6


class Pipe(io.RawIOBase):
    """A source that can be read once, in small pieces."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._data.readinto(memoryview(buffer)[:1000])


def test_a_source_of_unknown_length_goes_in_chunks() -> None:
    """What can be read only once is sent as it comes, and not a second time."""
    bodies: list[bytes] = []

    def talk(connection: Any) -> None:
        data = b""
        while not data.endswith(b"0\r\n\r\n"):
            data += connection.recv(65536)
        head, _, body = data.partition(b"\r\n\r\n")
        assert b"transfer-encoding: chunked" in head.lower()
        while body:
            size, _, body = body.partition(b"\r\n")
            bodies.append(body[: int(size, 16)])
            body = body[int(size, 16) + 2 :]
        connection.sendall(json_reply(b'{"error":"slow down"}', "429 Too Many Requests"))

    data = wav(30)
    with tcp_server(talk) as url:
        with pytest.raises(RateLimitError):
            _blocking(url, Pipe(data))
    assert b"".join(bodies) == data


@both
def test_headerless_samples_get_a_header(transcribe: Transcribe) -> None:
    """Raw samples are taken where the caller says what they are, and become a WAV on their way."""
    data = struct.pack("<4h", 1, -2, 3, -4)
    with served(lambda _: json_reply()) as (url, requests):
        transcribe(url, data, encoding="linear16", sample_rate=8000)
        transcribe(url, b"\xff\x7f\xff", encoding="mulaw", sample_rate=8000)
    assert requests[0].body == wav_header(AudioFormat("pcm", 8000), 8) + data
    assert requests[1].body[20:22] == b"\x07\x00"


@both
def test_an_address_is_fetched_by_the_service(transcribe: Transcribe) -> None:
    """It goes out as JSON."""
    address = "https://media.example.com/a.mp3?sig=1"
    with served(lambda _: json_reply()) as (url, requests):
        assert transcribe(url, address).text == "we ship"
        assert transcribe(url, "http://10.0.0.7/a.mp3", allow_private_urls=True).text == "we ship"
    assert json.loads(requests[0].body) == {"url": address}
    assert requests[0].headers["content-type"] == "application/json"


@both
def test_a_job_has_a_receipt(transcribe: Transcribe) -> None:
    """With a webhook the answer is the receipt; the delivery is read by `Transcript.of`."""
    receipt = b'{"status":"processing","request_id":"j1"}'
    with served(lambda _: json_reply(receipt)) as (url, requests):
        job = transcribe(
            url,
            wav(1),
            model="pulse-pro",
            webhook_url="https://hooks.example.com/stt",
            webhook_method="POST",
            webhook_extra={"call": "42", "at": "12:30"},
        )
    assert job == TranscriptionJob("j1", "processing")
    assert requests[0].query["webhook_extra"] == "call:42,at:12:30"
    assert Transcript.of(OK).text == "we ship"


def test_refusals_and_answers_that_are_none() -> None:
    """What the service refuses has its error; what is no transcript is said to be none."""
    with served(lambda _: json_reply(b'{"error":"unauthorized"}', "401 Unauthorized")) as (url, _):
        with pytest.raises(AuthenticationError):
            _blocking(url, wav(1))
    for body in (b"[1]", b"{}", b"<html>", b'{"transcription":5,"words":"x"}'):
        with served(lambda _, body=body: json_reply(body)) as (url, _):
            with pytest.raises(RemoteProtocolError, match="no transcript"):
                _blocking(url, wav(1))


@both
def test_what_may_be_sent_again(transcribe: Transcribe) -> None:
    """After 429 it is; after a fault that may come from half-way through the work it is not."""
    replies = [
        json_reply(b'{"error":"slow down"}', "429 Too Many Requests", headers="Retry-After: 0\r\n"),
        json_reply(b"{}", "503 Service Unavailable", headers="Retry-After: 0\r\n"),
        json_reply(),
    ]
    with served(lambda _: replies.pop(0)) as (url, requests):
        assert transcribe(url, wav(1)).text == "we ship"
    assert [request.body for request in requests] == [wav(1)] * 3
    for status in ("500 Oops", "502 Bad Gateway"):
        with served(lambda _, status=status: json_reply(b"{}", status)) as (url, requests):
            with pytest.raises(APIError):
                transcribe(url, wav(1))
        assert len(requests) == 1
    with served(lambda _: b"") as (url, requests):
        with pytest.raises(APIConnectionError):
            transcribe(url, wav(1))
    assert len(requests) == 1


@both
def test_an_upload_that_breaks_off_is_sent_again(transcribe: Transcribe, tmp_path: Path) -> None:
    """Half a recording cannot have been transcribed; progress never goes back."""
    data = wav(8000)
    bodies: list[bytes] = []

    def talk(connection: Any) -> None:
        if not bodies:
            bodies.append(connection.recv(1000))
            connection.setsockopt(1, 13, struct.pack("ii", 1, 0))  # SO_LINGER: reset
            return
        bodies.append(Request(read_request(connection)).body)
        connection.sendall(json_reply())

    told: list[int] = []
    with tcp_server(talk) as url:
        made = transcribe(url, data, split=False, on_progress=lambda sent, total: told.append(sent))
    assert made.text == "we ship"
    assert bodies[1] == data
    assert told == sorted(told)


@both
def test_what_progress_raises_stops_the_upload(transcribe: Transcribe) -> None:
    """The caller's exception comes out as it is."""

    def stop(sent: int, total: int | None) -> None:
        raise KeyError("enough")

    def talk(connection: Any) -> None:
        with suppress(ConnectionError):
            read_request(connection)

    with tcp_server(talk) as url:
        with pytest.raises(KeyError, match="enough"):
            transcribe(url, wav(100), on_progress=stop)


# -- in parts


def spoken(seconds: int) -> bytes:
    """Return a WAV that is loud, but for half a second around each 10th."""
    samples = []
    for at in range(seconds * RATE):
        near = min(at % (10 * RATE), 10 * RATE - at % (10 * RATE))
        samples.append(0 if near < RATE * 0.4 else 8000 if at % 2 else -8000)
    return wav(seconds, samples)


def transcript_of(request: Request) -> bytes:
    """Say in which part what loud stretch begins and ends, as words."""
    samples = array("h", request.body[44:])
    assert request.body[:44] == wav_header(AudioFormat("pcm", RATE), len(samples) * 2)
    loud = [abs(each) > 0 for each in samples]
    words, start = [], None
    for at, is_loud in enumerate([*loud, False]):
        if is_loud and start is None:
            start = at
        elif not is_loud and start is not None:
            words.append(
                {"word": f"w{at - start}", "start": start / RATE, "end": at / RATE, "speaker": 0}
            )
            start = None
    body = {"transcription": " ".join(word["word"] for word in words), "words": words}
    return json.dumps({**body, "language": "en", "request_id": "p"}).encode()


@both
def test_parts_are_cut_in_silence_and_joined_on_one_clock(transcribe: Transcribe) -> None:
    """Every word is there once, at its time in the whole, however many parts there were."""
    data = spoken(60)
    told: list[tuple[int, int | None]] = []
    with served(lambda request: json_reply(transcript_of(request))) as (url, requests):
        made = transcribe(
            url, data, split=20, parallel=3, on_progress=lambda *each: told.append(each)
        )
    assert len(requests) == 3
    whole = json.loads(transcript_of_whole(data))
    assert [word.text for word in made.words] == [word["word"] for word in whole["words"]]
    for word, wanted in zip(made.words, whole["words"], strict=True):
        assert word.start == pytest.approx(wanted["start"])
        assert word.end == pytest.approx(wanted["end"])
    assert made.text == whole["transcription"]
    assert made.duration == 60
    assert made.language == "en"
    assert made.missing == ()
    assert sum(len(request.body) - 44 for request in requests) == len(data) - 44
    assert told[-1][0] == told[-1][1] == len(data) + 2 * 44
    assert made.speakers == (0, 1, 2)


def transcript_of_whole(data: bytes) -> bytes:
    """Return the transcript that the whole would have."""
    request = Request(b"POST / HTTP/1.1\r\n\r\n" + data)
    return transcript_of(request)


@both
def test_parts_are_sent_again_and_again(transcribe: Transcribe) -> None:
    """Rate limits are waited for, faults and broken connections repeated; the others go on."""
    faults = {
        0: [json_reply(b"{}", "429 Too Many Requests", headers="Retry-After: 0\r\n")] * 4,
        1: [json_reply(b"{}", "502 Bad Gateway"), b""],
    }
    first = {}

    def reply(request: Request) -> bytes:
        number = first.setdefault(request.body, len(first))
        waiting = faults.get(number)
        return waiting.pop() if waiting else json_reply(transcript_of(request))

    with served(reply) as (url, requests):
        made = transcribe(url, distinct(60), split=20, parallel=2)
    assert len(requests) == 3 + 4 + 2
    assert made.missing == ()
    assert made.duration == 60


def distinct(seconds: int) -> bytes:
    """Return a WAV no part of which is like another."""
    return wav(seconds, [at % 997 for at in range(seconds * RATE)])


@both
def test_what_is_done_is_on_the_error(transcribe: Transcribe) -> None:
    """When a part fails for good the others are kept, and the gap has its times."""
    replies = [None, json_reply(b'{"error":"no"}', "401 Unauthorized")]

    def reply(request: Request) -> bytes:
        return replies.pop(0) or json_reply(transcript_of(request))

    with served(reply) as (url, requests):
        with pytest.raises(SmallestError) as caught:
            transcribe(url, spoken(60), split=20, parallel=1)
    assert isinstance(caught.value, AuthenticationError)
    assert len(requests) == 2
    partial = caught.value.received
    assert len(partial.words) == 2
    assert partial.missing[0][0] > partial.words[-1].end
    assert partial.missing[0][1] == partial.missing[1][0]
    assert partial.missing[1][1] == partial.duration == 60


class Zeros(io.RawIOBase):
    """A long recording that is nowhere."""

    def __init__(self, size: int) -> None:
        self._head = wav(0)
        self._size, self._at = size, 0

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + (self._size if whence == 2 else 0)
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        size = min(size, self._size - self._at)
        block = self._head[self._at : self._at + size].ljust(size, b"\0")
        self._at += size
        return block


@both
@pytest.mark.parametrize("split", [False, 3600])
def test_a_long_recording_takes_no_memory(transcribe: Transcribe, split: Any) -> None:
    """Whole or in parts, it is never held."""

    def talk(connection: Any) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += connection.recv(1000)
        left = int(Request(head).headers["content-length"])
        left -= len(head.partition(b"\r\n\r\n")[2])
        while left:
            left -= len(connection.recv(65536))
        connection.sendall(json_reply())

    size = 40_000_000
    tracemalloc.start()
    try:
        with tcp_server(talk) as url:
            assert "we ship" in transcribe(url, Zeros(size), split=split).text
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < size / 8


@both
def test_what_progress_raises_stops_the_parts(transcribe: Transcribe) -> None:
    """The caller's exception comes out as it is, from whichever part."""
    calls = threading.Semaphore(3)

    def stop(sent: int, total: int | None) -> None:
        if not calls.acquire(blocking=False):
            raise KeyError("enough")

    with served(lambda request: json_reply(transcript_of(request))) as (url, _):
        with pytest.raises(KeyError, match="enough"):
            transcribe(url, spoken(60), split=20, parallel=1, on_progress=stop)


def test_when_a_recording_goes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """By itself when it is long or too large, else when it is asked to; jobs go whole."""
    from smallestai.waves import _stt_catalogue, recordings

    data = distinct(60)
    with served(lambda _: json_reply()) as (url, requests):

        def count(**options: Any) -> int:
            requests.clear()
            _blocking(url, data, **options)
            return len(requests)

        assert count() == 1
        assert count(split=True) == 1
        assert count(split=False) == 1
        assert count(split=31) == 2
        monkeypatch.setattr(recordings, "PART_SECONDS", 20.0)
        assert count(split=True) == 3
        monkeypatch.setattr(recordings, "LONG_SECONDS", 30.0)
        assert count() == 3
        assert count(split=False) == 1
        assert count(diarize=True) == 1
        monkeypatch.setattr(_stt_catalogue, "MAX_BYTES", 50_000)
        assert count(diarize=True) >= 3
        assert all(len(request.body) <= 50_000 for request in requests)
        with pytest.raises(ArgumentError, match="the service takes 250"):
            count(split=False)
        with pytest.raises(ArgumentError, match="the service takes 250"):
            _blocking(url, b"ID3" + bytes(60_000))
        pro: dict[str, Any] = {"model": "pulse-pro", "webhook_url": "https://a.example.com"}
        with pytest.raises(ArgumentError, match="the service takes 250"):
            count(**pro)
        with pytest.raises(ArgumentError, match="does not go with split="):
            count(**pro, split=True)
