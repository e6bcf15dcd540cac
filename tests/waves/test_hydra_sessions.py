"""Sessions of speech to speech: sound devices, recordings, replays, ends of every kind."""

from __future__ import annotations

import asyncio
import itertools
import logging
import socket
import sys
import threading
import time
import traceback
import types
import wave
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import cffi
import pytest
from servers import answer, http_server, stays, websocket_server

from smallestai import AsyncSmallestAI, SmallestAI, Timeout, _feed, _player
from smallestai.errors import (
    APITimeoutError,
    ArgumentError,
    AuthenticationError,
    ConfigurationError,
    LocalProtocolError,
    SmallestError,
    StreamClosedError,
    StreamError,
)
from smallestai.protocol import hydra, hydra_losses
from smallestai.protocol.hydra_events import (
    AudioDelta,
    Disconnected,
    Event,
    Interrupted,
    ToolFinished,
)
from smallestai.waves.hydra import VOICES
from smallestai.waves.tokens import AccessToken

from .hydra_script import KEY, greet, heard, say, speak, until_closed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from websockets.sync.server import ServerConnection

FFI = cffi.FFI()
Begin = Any
BLOCK = bytes(640)
SECOND = b"\1\2" * 24_000  # at the model's rate


@pytest.fixture(autouse=True)
def _no_thread_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for loss in ("full", "broken"):
        monkeypatch.setitem(hydra_losses.PAUSES, loss, (0.01, 0.01))
    before = set(threading.enumerate())
    yield
    assert [thread for thread in set(threading.enumerate()) - before if stays(thread)] == []


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


class Stream:
    """A loudspeaker or a microphone that the test drives."""

    latency = 0.0

    def __init__(self, **settings: Any) -> None:
        self.settings = settings

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def abort(self) -> None: ...

    def close(self) -> None:
        self.settings["finished_callback"]()


class Sound(types.ModuleType):
    """Stands in for sounddevice."""

    class PortAudioError(Exception):
        """What sounddevice raises."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("sounddevice")
        self.clock = clock
        self.out: Stream | None = None
        self.microphone: Stream | None = None

    def RawOutputStream(self, **settings: Any) -> Stream:  # noqa: N802
        self.out = Stream(**settings)
        return self.out

    def RawInputStream(self, **settings: Any) -> Stream:  # noqa: N802
        self.microphone = Stream(**settings)
        return self.microphone

    def ask(self, frames: int) -> bytes:
        """Let the loudspeaker ask for a block, and play it."""
        assert self.out is not None
        block = FFI.buffer(FFI.new("char[]", 2 * frames))
        status = types.SimpleNamespace(output_underflow=False)
        self.out.settings["callback"](block, frames, None, status)
        self.clock.now += frames / self.out.settings["samplerate"]
        return bytes(block[:])

    def ask_until_sound(self, frames: int) -> None:
        """Ask until the samples that have come are played."""
        end = time.monotonic() + 5
        while not any(self.ask(frames)):
            assert time.monotonic() < end

    def hear(self, block: bytes) -> None:
        """Let the microphone hear something."""
        assert self.microphone is not None
        self.microphone.settings["callback"](block, len(block) // 2, None, None)


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> Sound:
    clock = Clock()
    monkeypatch.setattr(_feed, "perf_counter", clock)
    monkeypatch.setattr(_player, "_STALL_AT_CLOSE", 0.01)  # nobody asks any more
    sound = Sound(clock)
    monkeypatch.setitem(sys.modules, "sounddevice", sound)
    return sound


def client(url: str, **options: Any) -> SmallestAI:
    return SmallestAI(KEY, base_url=url, **{"timeout": 5, "max_retries": 0, **options})


def begin_blocking(url: str, *, retries: int = 0, **options: Any) -> None:
    """Open a session and close it."""
    with client(url, max_retries=retries) as api, api.waves.hydra.connect(**options):
        pass


def begin_async(url: str, *, retries: int = 0, **options: Any) -> None:
    """Open a session and close it, on an event loop."""

    async def begin() -> None:
        async with AsyncSmallestAI(KEY, base_url=url, max_retries=retries) as api:
            async with api.waves.hydra.connect(**options):
                pass

    asyncio.run(begin())


both = pytest.mark.parametrize("begin", [begin_blocking, begin_async], ids=["blocking", "async"])


def barging(connection: ServerConnection) -> None:
    """Reply with a second of sound; the first audio of the user cuts it off."""
    greet(connection)
    heard(connection)
    speak(connection, "r1", SECOND, end=False)
    heard(connection)
    say(connection, "input_audio_buffer.speech_started")
    say(connection, "response.done", response={"id": "r1", "status": "cancelled"})
    until_closed(connection)


def test_the_loudspeaker_falls_silent_when_the_user_speaks(sound: Sound) -> None:
    """How much of the reply was heard is told to the sample, and nothing of it is heard again."""
    with (
        websocket_server(barging) as url,
        client(url) as api,
        api.waves.hydra.connect() as session,
    ):
        session.play()
        session.send_audio(BLOCK)
        sound.ask_until_sound(2400)
        session.send_audio(BLOCK)
        event = next(event for event in session if isinstance(event, Interrupted))
        assert event.response_id == "r1"
        assert event.heard == pytest.approx(0.1, abs=0.001)
        assert event.dropped == len(SECOND) - 4800
        sound.ask(2400)  # fades out
        assert not any(sound.ask(2400))


def test_async_the_loudspeaker_falls_silent(sound: Sound) -> None:
    """The same on an event loop."""

    async def play(url: str) -> Interrupted:
        async with AsyncSmallestAI(KEY, base_url=url, timeout=5) as api:
            async with api.waves.hydra.connect() as session:
                await session.play()
                await session.send_audio(BLOCK)
                await asyncio.to_thread(sound.ask_until_sound, 2400)
                await session.send_audio(BLOCK)
                async for event in session:
                    if isinstance(event, Interrupted):
                        return event
        raise AssertionError

    with websocket_server(barging) as url:
        event = asyncio.run(play(url))
    assert event.heard == pytest.approx(0.1, abs=0.001)
    assert event.dropped == len(SECOND) - 4800


def test_a_reply_that_is_complete_can_still_be_cut_off(sound: Sound) -> None:
    """The service sends faster than one listens: what still plays when the user speaks is cut."""

    def handler(connection: ServerConnection) -> None:
        greet(connection)
        heard(connection)
        speak(connection, "r1", SECOND)
        heard(connection)
        say(connection, "input_audio_buffer.speech_started")
        until_closed(connection)

    with (
        websocket_server(handler) as url,
        client(url) as api,
        api.waves.hydra.connect() as session,
    ):
        session.play()
        session.send_audio(BLOCK)
        sound.ask_until_sound(2400)
        events = iter(session)
        while next(events).type != "response.done":
            pass
        session.send_audio(BLOCK)
        event = next(event for event in events if isinstance(event, Interrupted))
        assert (event.response_id, event.dropped) == ("r1", len(SECOND) - 4800)


def test_audio_is_for_playing() -> None:
    """`audio` gives the bytes; what has not been taken when the user speaks is dropped."""

    def handler(connection: ServerConnection) -> None:
        greet(connection)
        heard(connection)
        speak(connection, "r1", b"\1\0" * 10)
        speak(connection, "r2", b"\2\0" * 10)
        heard(connection)
        say(connection, "input_audio_buffer.speech_started")
        speak(connection, "r3", b"\3\0" * 10)
        connection.close()

    with websocket_server(handler) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            audio = session.audio()
            session.send_audio(BLOCK)
            assert next(audio) == b"\1\0" * 10
            events = iter(session)
            while next(events).type != "response.done" or session.output_level == 0:
                pass
            while next(events).type != "response.done":
                pass
            session.send_audio(BLOCK)
            cut = next(event for event in events if isinstance(event, Interrupted))
            assert (cut.response_id, cut.heard, cut.dropped) == ("r2", None, 20)
            assert list(audio) == [b"\3\0" * 10]


def test_the_microphone_is_streamed_and_can_be_muted(sound: Sound) -> None:
    """What it hears is sent; while muted silence is, so that the service hears on."""
    got: list[bytes] = []
    arrived = threading.Event()

    def handler(connection: ServerConnection) -> None:
        greet(connection)
        for _ in range(2):
            got.append(heard(connection))
            arrived.set()
        until_closed(connection)

    with (
        websocket_server(handler) as url,
        client(url) as api,
        api.waves.hydra.connect() as session,
    ):
        session.stream_microphone()
        sound.hear(b"\0\x40" * 320)
        assert arrived.wait(5)
        assert session.level == pytest.approx(0.5)
        arrived.clear()
        session.muted = True
        sound.hear(b"\0\x40" * 320)
        assert arrived.wait(5)
    assert got == [b"\0\x40" * 320, bytes(640)]


def test_other_rates_and_channels_are_converted() -> None:
    """The service gets 16 kHz mono whatever is handed over."""
    got: list[bytes] = []

    def handler(connection: ServerConnection) -> None:
        greet(connection)
        got.extend(heard(connection) for _ in range(20))
        until_closed(connection)

    with (
        websocket_server(handler) as url,
        client(url) as api,
        api.waves.hydra.connect() as session,
    ):
        for _ in range(50):
            session.send_audio(b"\0\x10\0\x30" * 441, 44_100, 2)
        with pytest.raises(ArgumentError):
            session.send_audio("text")  # type: ignore[arg-type]
        with pytest.raises(ArgumentError):
            session.send_audio(b"", 0)
    middle = got[10]
    assert abs(int.from_bytes(middle[100:102], "little") - 0x2000) < 8


def test_both_sides_are_recorded_on_one_clock(tmp_path: Path) -> None:
    """The user is on the left, the model on the right, at the model's rate."""

    def handler(connection: ServerConnection) -> None:
        greet(connection)
        for _ in range(10):
            heard(connection)
        speak(connection, "r1", b"\0\x20" * 2400)
        until_closed(connection)

    path = tmp_path / "both.wav"
    with websocket_server(handler) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            session.record(path)
            with pytest.raises(LocalProtocolError):
                session.record(path)
            for _ in range(10):
                session.send_audio(b"\0\x10" * 320)
            next(event for event in session if isinstance(event, AudioDelta))
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getframerate()) == (2, 24_000)
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    left, right = samples[0::2].tolist(), samples[1::2].tolist()
    begin = next(at for at, sample in enumerate(left) if sample)
    assert left[begin + 1000] == pytest.approx(0x1000, rel=0.01)
    assert [sample for sample in right if sample] == [0x2000] * 2400
    assert begin < right.index(0x2000)


def recording(tmp_path: Path) -> Path:
    """Return a short stereo recording at another rate."""
    path = tmp_path / "in.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(b"\0\x10" * 2 * 800)
    return path


def turning(connection: ServerConnection) -> None:
    """Take the turn that silence ends, and reply."""
    greet(connection)
    loud = False
    while True:
        audio = heard(connection)
        if not loud and any(audio):
            loud = True
            say(connection, "input_audio_buffer.speech_started", item_id="u1")
        elif loud and not any(audio):
            break
    say(connection, "input_audio_buffer.speech_stopped", item_id="u1")
    item = {"id": "u1", "role": "user", "status": "completed"}
    say(connection, "conversation.item.done", item=item)
    speak(connection, "r1", SECOND)
    until_closed(connection)


def test_a_recording_is_replayed(tmp_path: Path) -> None:
    """It is converted, followed by silence, and what is heard is returned and saved."""
    out = tmp_path / "out.wav"
    with websocket_server(turning) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            replay = session.replay_wav(recording(tmp_path), out)
    assert bytes(replay.audio) == SECOND
    assert (replay.audio.sample_rate, replay.audio.duration) == (24_000, 1.0)
    assert replay.spoken == pytest.approx(0.1, abs=0.001)
    assert replay.silence > 0
    assert replay.latency is not None
    assert replay.events[0].type == "input_audio_buffer.speech_started"
    with wave.open(str(out)) as file:
        assert (file.getframerate(), file.getnframes()) == (24_000, 24_000)


def test_async_a_recording_is_replayed_at_once(tmp_path: Path) -> None:
    """Without keeping to real time the end of the turn is heard as well."""

    async def replay(url: str) -> Any:
        async with AsyncSmallestAI(KEY, base_url=url, timeout=5) as api:
            async with api.waves.hydra.connect() as session:
                return await session.replay_wav(recording(tmp_path), realtime=False)

    with websocket_server(turning) as url:
        assert bytes(asyncio.run(replay(url)).audio) == SECOND


def test_a_recording_nobody_replies_to(tmp_path: Path) -> None:
    """Noise gets no reply: after the wait what was heard is nothing."""

    def handler(connection: ServerConnection) -> None:
        greet(connection)
        until_closed(connection)

    with websocket_server(handler) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            replay = session.replay_wav(recording(tmp_path), wait=0.05)
            assert (len(replay.audio), replay.latency) == (0, None)
            with pytest.raises(ArgumentError, match="cannot be read"):
                session.replay_wav(tmp_path / "none.wav")


# -- ends


def silent(connection: ServerConnection) -> None:
    """Open a session and say nothing more."""
    greet(connection)
    until_closed(connection)


def test_close_from_another_thread_ends_the_iteration() -> None:
    """Whoever waits for an event or for audio sees the end, without an error."""
    with websocket_server(silent) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            audio = session.audio()
            ended: list[object] = []
            waiting = threading.Thread(target=lambda: ended.append(list(audio)))
            waiting.start()
            closing = threading.Timer(0.01, session.close)
            closing.start()
            seen = [event.type for event in session]
            assert seen == ["session.created", "session.configured"][: len(seen)]
            waiting.join(5)
            closing.join()
            assert ended == [[]]
            session.close()
            with pytest.raises(LocalProtocolError, match="closed"):
                session.send_audio(BLOCK)


def test_async_close_from_another_task_ends_the_iteration() -> None:
    """The same on an event loop."""

    async def play(url: str) -> list[str]:
        async with AsyncSmallestAI(KEY, base_url=url, timeout=5) as api:
            async with api.waves.hydra.connect() as session:
                seen = []
                async for event in session:
                    seen.append(event.type)
                    if event.type == "session.configured":
                        closing = asyncio.create_task(session.close())
                await closing
            assert asyncio.all_tasks() == {asyncio.current_task()}
            return seen

    with websocket_server(silent) as url:
        assert asyncio.run(play(url)) == ["session.created", "session.configured"]


def listening(url: str) -> None:
    """Open a session and listen to its end."""
    with client(url) as api, api.waves.hydra.connect() as session:
        list(session)


def listening_async(url: str) -> None:
    """Open a session and listen to its end, on an event loop."""

    async def listen() -> None:
        async with AsyncSmallestAI(KEY, base_url=url, timeout=5) as api:
            async with api.waves.hydra.connect() as session:
                async for _ in session:
                    pass

    asyncio.run(listen())


@pytest.mark.parametrize("listen", [listening, listening_async], ids=["blocking", "async"])
def test_silence_keeps_a_session_open(
    listen: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who only listens sends a frame of silence now and then."""
    monkeypatch.setattr(hydra, "HEARTBEAT", 0.05)
    got: list[bytes] = []

    def handler(connection: ServerConnection) -> None:
        greet(connection)
        got.extend(heard(connection) for _ in range(2))
        connection.close()

    with websocket_server(handler) as url:
        listen(url)
    assert got == [bytes(640)] * 2


def test_whether_to_try_again_is_said() -> None:
    """A full service may do better later, a refused setting never."""

    def full(connection: ServerConnection) -> None:
        say(connection, "error", error={"code": "server_full", "message": "no room"})
        connection.close(1013)

    def refusing(connection: ServerConnection) -> None:
        connection.send('{"type":"session.created"}')
        say(connection, "error", error={"code": "invalid_request_error", "message": "no"})
        until_closed(connection)

    for handler, retryable in ((full, True), (refusing, False)):
        with websocket_server(handler) as url, pytest.raises(StreamError) as raised:
            begin_blocking(url)
        assert raised.value.retryable is retryable


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="the system has no such limit")
def test_a_network_that_is_gone_is_noticed() -> None:
    """In both worlds the kernel is told how long a peer may acknowledge nothing."""
    limit = (socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)

    async def of_async(url: str) -> int:
        async with AsyncSmallestAI(KEY, base_url=url, timeout=5) as api:
            async with api.waves.hydra.connect() as session:
                assert session._link._socket is not None
                transport = session._link._socket.transport
                return int(transport.get_extra_info("socket").getsockopt(*limit))

    with websocket_server(silent) as url:
        with client(url) as api, api.waves.hydra.connect() as session:
            assert session._link._socket is not None
            assert session._link._socket.socket.getsockopt(*limit) == 5000
        assert asyncio.run(of_async(url)) == 5000


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pause before the next try be longer than any test."""
    monkeypatch.setitem(hydra_losses.PAUSES, "broken", (3600.0, 3600.0))


def losing(connection: ServerConnection) -> None:
    """Open a session and lose it."""
    greet(connection)
    connection.close(1011, f"broken, {KEY}")


@pytest.mark.usefixtures("patient")
def test_close_ends_a_pause() -> None:
    """Nobody waits for the next try once the session is closed."""
    with websocket_server(losing) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            event = next(each for each in session if isinstance(each, Disconnected))
            assert (event.close_code, event.reason, event.tries) == (1011, "broken, ***", 0)
            assert event.pause >= 1800
            assert session.state == "offline"
            session.send_audio(BLOCK)  # is kept


@pytest.mark.usefixtures("patient")
def test_async_close_ends_a_pause() -> None:
    """The same on an event loop."""

    async def play(url: str) -> None:
        async with AsyncSmallestAI(KEY, base_url=url, timeout=5) as api:
            async with api.waves.hydra.connect() as session:
                async for event in session:
                    if isinstance(event, Disconnected):
                        break
        assert asyncio.all_tasks() == {asyncio.current_task()}

    with websocket_server(losing) as url:
        asyncio.run(play(url))


def test_async_the_microphone_is_streamed(sound: Sound) -> None:
    """What it hears is sent, and closing the session lets go of it."""
    got: list[bytes] = []

    def handler(connection: ServerConnection) -> None:
        greet(connection)
        got.append(heard(connection))
        connection.send('{"type":"got.it"}')
        until_closed(connection)

    async def play(url: str) -> None:
        async with AsyncSmallestAI(KEY, base_url=url, timeout=5) as api:
            async with api.waves.hydra.connect() as session:
                await session.stream_microphone()
                await asyncio.to_thread(sound.hear, b"\5\0" * 320)
                async for event in session:
                    if event.type == "got.it":
                        break
        assert asyncio.all_tasks() == {asyncio.current_task()}

    with websocket_server(handler) as url:
        asyncio.run(play(url))
    assert got == [b"\5\0" * 320]


@pytest.mark.usefixtures("sound")
def test_a_session_listens_to_one_microphone() -> None:
    """A second one would speak in turns with the first."""
    with websocket_server(silent) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            session.stream_microphone()
            with pytest.raises(LocalProtocolError, match="microphone already"):
                session.stream_microphone()


def test_a_microphone_that_stops_ends_the_session(sound: Sound) -> None:
    """Whoever iterates is told why."""
    with websocket_server(silent) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            session.stream_microphone()
            assert sound.microphone is not None
            sound.microphone.close()
            with pytest.raises(ConfigurationError, match="stopped"):
                list(session)


def test_a_session_is_used_only_while_it_is_open() -> None:
    """Before it is opened nothing can be sent, and opening it twice does nothing."""
    with websocket_server(silent) as url, client(url) as api:
        session = api.waves.hydra.connect()
        assert session.state == "offline"
        for call in (lambda: session.send_audio(BLOCK), session.audio, session.play):
            with pytest.raises(LocalProtocolError, match="not open"):
                call()
        with session:
            session.open()
            assert (session.id, session.output_rate) == ("s1", 24_000)
            assert "hydra-v1.1 listening" in repr(session)


def test_what_cannot_be_replaced_is_raised() -> None:
    """After as many tries as are allowed the iteration ends with the loss."""
    tries: list[int] = []

    def handler(connection: ServerConnection) -> None:
        tries.append(1)
        if len(tries) == 1:
            greet(connection)
        connection.close(1011, "broken")

    with websocket_server(handler) as url, client(url) as api:
        with api.waves.hydra.connect(reconnects=2) as session:
            with pytest.raises(StreamClosedError, match="broken"):
                list(session)
            assert session.state == "ended"
            assert list(session) == []
    assert len(tries) == 3


def test_a_good_session_makes_the_tries_begin_anew() -> None:
    """Whatever was lost before: one that has replied was a good one."""
    tries: list[int] = []

    def handler(connection: ServerConnection) -> None:
        tries.append(1)
        greet(connection)
        speak(connection, "r1", b"\1\0")
        connection.close(1000 if len(tries) == 4 else 1011)

    with websocket_server(handler) as url, client(url) as api:
        with api.waves.hydra.connect(reconnects=1) as session:
            kinds = [event.type for event in session]
    assert kinds.count("session.reconnected") == 3


def test_audio_that_was_on_its_way_is_not_given_out() -> None:
    """A piece that another thread has taken in hand when its reply is cut off is dropped."""
    with websocket_server(silent) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            session._deliver([Interrupted(response_id="r1", reason="cancel")])
            session._deliver([AudioDelta(data=b"\1\0", response_id="r1")])
            session._deliver([AudioDelta(data=b"\2\0", response_id="r2")])
            kinds = ((event.type, getattr(event, "data", b"")) for event in session)
            assert list(itertools.islice(kinds, 4))[2:] == [
                ("session.interrupted", b""),
                ("response.output_audio.delta", b"\2\0"),
            ]


def test_what_was_cut_off_is_not_recorded(tmp_path: Path) -> None:
    """The recording ends a reply about where the user spoke."""
    path = tmp_path / "both.wav"
    with websocket_server(barging) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            session.record(path)
            session.send_audio(BLOCK)
            next(event for event in session if isinstance(event, AudioDelta))
            session.send_audio(BLOCK)
            next(event for event in session if isinstance(event, Interrupted))
    with wave.open(str(path)) as file:
        samples = memoryview(file.readframes(file.getnframes())).cast("h").tolist()
    assert sum(1 for sample in samples[1::2] if sample) < 24_000


def test_audio_spoken_meanwhile_is_kept() -> None:
    """What is said while a connection is replaced is heard by the next one."""
    first, again = threading.Event(), threading.Event()
    got: list[bytes] = []

    def handler(connection: ServerConnection) -> None:
        if first.is_set():
            assert again.wait(5)
            greet(connection)
            got.append(heard(connection))
            until_closed(connection)
        else:
            first.set()
            greet(connection)
            connection.close(1012, "restart")

    with websocket_server(handler) as url, client(url) as api:
        with api.waves.hydra.connect() as session:
            events = iter(session)
            while next(events).type != "session.disconnected":
                pass
            session.send_audio(b"\7\0" * 320)
            again.set()
            while next(events).type != "session.reconnected":
                pass
            assert session.dropped == 0
    assert got == [b"\7\0" * 320]


def test_a_reply_that_stops_coming_is_a_loss() -> None:
    """A service that falls silent in the middle of a reply is left, and another session begun."""
    tries: list[int] = []

    def handler(connection: ServerConnection) -> None:
        tries.append(1)
        greet(connection)
        if len(tries) == 1:
            say(connection, "response.created", response={"id": "r1"})
        until_closed(connection)

    with websocket_server(handler) as url, client(url) as api:
        with api.waves.hydra.connect(timeout=Timeout(between=0.05)) as session:
            lost = next(event for event in session if isinstance(event, Disconnected))
            assert lost.close_code == 1006
            assert next(event for event in session if event.type == "session.reconnected")
    assert len(tries) == 2


@both
def test_a_service_that_never_listens_is_given_up(begin: Begin) -> None:
    """The session does not wait for ever to begin."""
    with websocket_server(until_closed) as url:
        with pytest.raises(APITimeoutError, match="did not begin"):
            begin(url, timeout=0.1)


# -- keys


@both
@pytest.mark.parametrize("status", ["401 Unauthorized", "503 Busy"])
def test_a_refused_key_is_never_shown(
    begin: Begin, status: str, caplog: pytest.LogCaptureFixture
) -> None:
    """401 is not tried again; the key in the address is in no message, traceback or log line."""
    caplog.set_level(logging.DEBUG)
    body = f'{{"error":"no access with {KEY}"}}'.encode()
    refusal = answer(body, "application/json", status=status)
    with http_server(refusal, refusal) as (url, requests):
        with pytest.raises(SmallestError) as raised:
            begin(url, retries=1)
    assert len(requests) == (1 if status.startswith("401") else 2)
    assert isinstance(raised.value, AuthenticationError) or status.startswith("503")
    shown = "".join(traceback.format_exception(raised.value)) + repr(vars(raised.value))
    assert KEY not in shown + caplog.text
    assert "?model=hydra-v1.1&api_key=" in requests[0].decode()


def test_no_key_in_logs_or_reprs_of_a_session(caplog: pytest.LogCaptureFixture) -> None:
    """At DEBUG every frame is told, audio shortened, and the key nowhere."""
    caplog.set_level(logging.DEBUG, "smallestai")

    def handler(connection: ServerConnection) -> None:
        greet(connection)
        speak(connection, "r1", SECOND)
        until_closed(connection)

    with websocket_server(handler) as url, client(url) as api:
        with api.waves.hydra.connect(instructions=f"never say {KEY}") as session:
            session.send_audio(BLOCK)
            next(event for event in session if event.type == "response.done")
            shown = repr(session) + repr(session._wanted)
    assert KEY not in shown + caplog.text
    assert "session.configure" in caplog.text
    assert len(caplog.text) < 6000


def test_a_token_takes_the_place_of_the_key() -> None:
    """It is in the address and the header, and the key is in neither."""
    seen: list[str] = []

    def handler(connection: ServerConnection) -> None:
        assert connection.request is not None
        seen.append(connection.request.path + connection.request.headers["Authorization"])
        silent(connection)

    token = AccessToken("wat_123456", datetime.now(UTC))
    with websocket_server(handler) as url, client(url) as api:
        with api.waves.hydra.connect(token=token) as session:
            assert "wat_" not in repr(session) + repr(token) + str(token)
        with api.waves.hydra.connect(token="wat_123456"):
            pass
    assert seen == ["/waves/v1/s2s?model=hydra-v1.1&api_key=wat_123456Bearer wat_123456"] * 2


# -- functions


def asking(connection: ServerConnection) -> None:
    """Call two functions and go on."""
    greet(connection)
    say(connection, "response.created", response={"id": "r1"})
    for call_id, name in (("c1", "first"), ("c2", "second")):
        say(
            connection,
            "response.function_call_arguments.done",
            response_id="r1",
            call_id=call_id,
            name=name,
            arguments="{}",
        )
    for _ in range(3):
        connection.recv(5)
    speak(connection, "r2", b"\1\0")
    connection.close()


def meeting() -> list[Callable[[], Any]]:
    """Return two functions that wait for each other, one of them async."""
    both = threading.Barrier(2, timeout=5)

    def first() -> str:
        both.wait()
        return "1"

    async def second() -> str:
        await asyncio.to_thread(both.wait)
        return "2"

    return [first, second]


def outputs_of(events: list[Event]) -> dict[str, str]:
    """Return what the functions gave."""
    return {event.name: event.output for event in events if isinstance(event, ToolFinished)}


def test_functions_run_at_the_same_time() -> None:
    """Sync and async ones."""
    with websocket_server(asking) as url, client(url) as api:
        with api.waves.hydra.connect(tools=meeting()) as session:
            assert outputs_of(list(session)) == {"first": "1", "second": "2"}


def test_async_functions_run_at_the_same_time() -> None:
    """Sync ones do not keep the event loop waiting."""

    async def play(url: str) -> dict[str, str]:
        async with AsyncSmallestAI(KEY, base_url=url, timeout=5) as api:
            async with api.waves.hydra.connect(tools=meeting()) as session:
                return outputs_of([event async for event in session])

    with websocket_server(asking) as url:
        assert asyncio.run(play(url)) == {"first": "1", "second": "2"}


def test_a_failure_of_a_function_is_logged_whole(caplog: pytest.LogCaptureFixture) -> None:
    """The model hears the kind of the exception; the log has the rest, without keys."""

    def first() -> None:
        raise ValueError(f"bad thing with {KEY}")

    def second() -> object:
        return object()

    with websocket_server(asking) as url, client(url) as api:
        with api.waves.hydra.connect(tools=[first, second]) as session:
            outputs = outputs_of(list(session))
    assert outputs["first"] == '{"error":"first failed: ValueError"}'
    assert outputs["second"].startswith('"<object')
    assert "bad thing with ***" in caplog.text
    assert KEY not in caplog.text


# -- arguments


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"voice": "nobody"}, "zoe, maya"),
        ({"voice": "sterling"}, "is a voice of 'hydra-v1.0'"),
        ({"voice": "wren"}, "is a voice of 'hydra'"),
        ({"model": "hydra-v1.0", "voice": "maya"}, "hydra-v1.1"),
        ({"model": "hydra-v9"}, "must be one of"),
        ({"instructions": 7}, "string"),
        ({"generate_initial_response": "yes"}, "True or False"),
        ({"tools": [7]}, "functions"),
        ({"tool_deadline": 0}, "seconds"),
        ({"reconnects": -1}, "whole number"),
        ({"token": 7}, "AccessToken"),
        ({"timeout": 0}, "seconds"),
    ],
)
def test_what_the_service_refuses_is_not_sent(options: dict[str, Any], says: str) -> None:
    """Arguments are checked before anything is connected."""
    with client("http://127.0.0.1:9") as api:
        with pytest.raises(ArgumentError, match=says):
            api.waves.hydra.connect(**options)


@pytest.mark.parametrize(("model", "voices"), VOICES.items())
def test_every_voice_of_a_model_is_accepted(model: str, voices: tuple[str, ...]) -> None:
    """And so is none at all."""
    with client("http://127.0.0.1:9") as api:
        for voice in (None, *voices):
            api.waves.hydra.connect(model=model, voice=voice)
