"""Playing on a sound device that the test drives: order, backpressure, cuts, positions."""

from __future__ import annotations

import asyncio
import gc
import inspect
import sys
import threading
import types
from array import array
from collections import deque
from contextlib import contextmanager
from itertools import cycle, pairwise
from typing import TYPE_CHECKING, Any

import cffi
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallestai import _feed, _player
from smallestai._player import AsyncPlayer, Player
from smallestai.audio import AudioFormat
from smallestai.errors import ArgumentError, ConfigurationError, LocalProtocolError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PCM = AudioFormat("pcm", 1000)  # a sample lasts a millisecond, so 3 of them are a fade
FFI = cffi.FFI()


class PortAudioError(Exception):
    """What sounddevice raises."""


class Flags:
    """What sounddevice says of a block."""

    def __init__(self, underflow: bool = False) -> None:
        self.output_underflow = underflow


class Clock:
    """Time passes when the device plays."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Device:
    """A sound device with the interface of sounddevice, which asks for samples when it is told."""

    def __init__(
        self, sound: Sound, callback: Any, finished_callback: Any, **settings: Any
    ) -> None:
        self.latency = sound.latency
        self.settings = settings
        self.callback = callback
        self.finished = finished_callback
        self.thread = threading.get_ident()
        self.calls: list[str] = []
        self.played: list[int] = []
        self._sound = sound
        sound.devices.append(self)

    def start(self) -> None:
        self.calls.append("start")
        if self._sound.refusal:
            raise self._sound.refusal

    def stop(self) -> None:
        assert self.thread != threading.get_ident() or not self._sound.elsewhere
        self.calls.append("stop")
        self._sound.clock.now += self.latency
        self.finished()

    def close(self) -> None:
        self.calls.append("close")

    def pump(self, frames: int, underflow: bool = False, passed: float | None = None) -> list[int]:
        """Play a block, for as long as it lasts or a time that passed; return it."""
        channels = self.settings["channels"]
        memory = FFI.new("char[]", b"\xaa" * (frames * channels * 2))
        block = FFI.buffer(memory, frames * channels * 2)
        self.callback(block, frames, None, Flags(underflow))
        self._sound.clock.now += frames / self.settings["samplerate"] if passed is None else passed
        samples = array("h", block[:]).tolist()
        self.played += samples
        return samples


class Gate:
    """Something that takes as long as the test wants."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.free = threading.Event()


class Sound:
    """The sound of a machine: its devices and its clock."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.devices: list[Device] = []
        self.latency = 0.0
        self.refusal: Exception | None = None
        self.elsewhere = False  # whether devices must be opened and closed off the main thread
        self.opening: Gate | None = None

    @property
    def device(self) -> Device:
        assert len(self.devices) == 1
        return self.devices[0]

    def output(self, **settings: Any) -> Device:
        if self.opening:
            self.opening.begun.set()
            self.opening.free.wait()
        return Device(self, **settings)


@contextmanager
def sound_of_a_machine() -> Iterator[Sound]:
    sound = Sound()
    module = types.ModuleType("sounddevice")
    module.RawOutputStream = sound.output  # type: ignore[attr-defined]
    module.PortAudioError = PortAudioError  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "sounddevice", module)
        patch.setattr(_feed, "perf_counter", sound.clock)
        yield sound


@pytest.fixture
def sound() -> Iterator[Sound]:
    with sound_of_a_machine() as sound:
        yield sound


class Driven(deque[Any]):
    """Lets the device play a block whenever somebody begins to wait."""

    def __init__(self, sound: Sound, blocks: Iterable[int]) -> None:
        super().__init__()
        self._sound = sound
        self._blocks = cycle(blocks)

    def append(self, waiter: Any) -> None:
        super().append(waiter)
        if self._sound.devices:
            self._sound.devices[-1].pump(next(self._blocks))


class Awaited(deque[Any]):
    """Says when somebody begins to wait."""

    def __init__(self, event: Any = threading.Event) -> None:
        super().__init__()
        self.begun = event()

    def append(self, waiter: Any) -> None:
        super().append(waiter)
        self.begun.set()


class Blocking:
    """The blocking player with the manners of the async one."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        self.player = Player(*args, **settings)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.player, name)

    async def __aenter__(self) -> Any:
        self.player.__enter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        self.player.__exit__(*error)

    async def write(self, chunk: bytes) -> None:
        self.player.write(chunk)

    async def wait(self) -> None:
        self.player.wait()

    async def close(self) -> None:
        self.player.close()


WORLDS = pytest.mark.parametrize("kind", [Blocking, AsyncPlayer], ids=["blocking", "async"])


def pcm(*samples: int) -> bytes:
    return array("h", samples).tobytes()


def silence(count: int) -> list[int]:
    return [0] * count


def sounding(samples: Iterable[int]) -> list[int]:
    return [each for each in samples if each]


# -- order


@WORLDS
@given(
    st.lists(st.integers(0, 90), max_size=8),
    st.lists(st.integers(1, 40), min_size=1, max_size=6),
    st.integers(0, 20),
    st.integers(20, 50),
    st.sampled_from([1, 2]),
    st.data(),
)
def test_the_device_gets_what_was_written(
    kind: Any,
    sizes: list[int],
    blocks: list[int],
    prefill: int,
    buffer: int,
    channels: int,
    data: Any,
) -> None:
    """Whatever the sizes of chunks, blocks and buffer: every sample, once, in order."""
    form = AudioFormat("pcm", 1000, channels)
    written = bytes(byte % 255 + 1 for byte in range(sum(sizes)))  # no zero: that is silence
    cuts = [sum(sizes[:count]) for count in range(len(sizes) + 1)]

    async def main() -> None:
        player = kind(form, None, prefill / 1000, buffer / 1000)
        player._feed.waiters = Driven(sound, blocks)
        async with player:
            for start, end in pairwise(cuts):
                await player.write(written[start:end])
                for block in data.draw(st.lists(st.integers(1, 30), max_size=2)):
                    sound.device.pump(block)
        played = sounding(sound.device.played)
        whole = len(written) // (2 * channels) * 2 * channels
        assert array("h", played).tobytes() == written[:whole]
        assert player.position == pytest.approx(whole / 2 / channels / 1000)

    with sound_of_a_machine() as sound:
        asyncio.run(main())


def test_two_threads_at_full_speed(sound: Sound) -> None:
    """A device that runs beside the writer, switched at any moment, sees no torn sample."""
    form = AudioFormat("pcm", 24000)
    written = array("h", [number % 32000 + 1 for number in range(60_000)])
    over = threading.Event()

    def play(device: Device) -> None:
        while not over.is_set():
            device.pump(97)

    player = Player(form, prefill=0.001, buffer=0.02)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with player:
            thread = threading.Thread(target=play, args=(sound.device,))
            thread.start()
            data = written.tobytes()
            for start in range(0, len(data), 1501):
                player.write(data[start : start + 1501])
            player.wait()
        assert sounding(sound.device.played) == written.tolist()
    finally:
        over.set()
        sys.setswitchinterval(interval)
    thread.join()


# -- the buffer


def opened(sound: Sound, **settings: Any) -> Player:
    player = Player(PCM, **{"prefill": 0, **settings})
    player.__enter__()
    return player


def test_the_device_is_asked_for_what_is_played(sound: Sound) -> None:
    """Rate, channels, device and low latency; nothing is opened before it is needed."""
    player = Player(AudioFormat("pcm", 48000, 2), device="Speaker")
    assert sound.devices == []
    player.write(b"")
    assert sound.device.settings == {
        "samplerate": 48000,
        "channels": 2,
        "dtype": "int16",
        "device": "Speaker",
        "latency": "low",
    }
    assert sound.device.calls == ["start"]
    finish(sound, player)


def test_sound_begins_when_enough_is_collected(sound: Sound) -> None:
    """Nothing is heard of less than the prefill."""
    player = opened(sound, prefill=0.03)
    player.write(pcm(*[5] * 29))
    assert sound.device.pump(10) == silence(10)
    player.write(pcm(5))
    assert sound.device.pump(10) == [5] * 10
    finish(sound, player)


def test_the_first_sample_does_not_wait_for_ever(sound: Sound) -> None:
    """When nothing more comes, sound begins after the time the prefill would have lasted."""
    player = opened(sound, prefill=0.03)
    sound.device.pump(50)
    player.write(pcm(5))
    assert [sound.device.pump(10)[0] for _ in range(4)] == [0, 0, 0, 5]
    finish(sound, player)


@WORLDS
def test_waiting_plays_the_rest_at_once(sound: Sound, kind: Any) -> None:
    """Who waits has no more to write, so a short text is not held back."""

    async def main() -> None:
        player = kind(PCM, prefill=0.5)
        player._feed.waiters = Driven(sound, [10])
        await player.write(pcm(1, 2, 3))
        await player.wait()
        assert sound.device.played[:3] == [1, 2, 3]
        await player.close()

    asyncio.run(main())


def test_write_waits_while_the_buffer_is_full(sound: Sound) -> None:
    """It holds no more than the buffer, and goes on as soon as the device has taken a block."""
    player = opened(sound, buffer=0.02)
    waiters = player._feed.waiters = Awaited()
    writer = threading.Thread(target=player.write, args=(pcm(*range(1, 46)),))
    writer.start()
    blocks = []
    for _ in range(3):
        assert waiters.begun.wait(5)
        assert writer.is_alive()
        assert player._feed.ring.free == 0
        waiters.begun.clear()
        blocks += sound.device.pump(10)
    writer.join(5)
    assert not writer.is_alive()
    assert blocks + sound.device.pump(15) == list(range(1, 46))
    finish(sound, player)


def finish(sound: Sound, player: Player) -> None:
    """Close a player, its device going on."""
    player._feed.waiters = Driven(sound, [10])
    player.close()


# -- underruns


def test_an_underrun_is_counted_when_sound_goes_on(sound: Sound) -> None:
    """Samples that came too late are one underrun, and the prefill is collected anew."""
    player = opened(sound, prefill=0.02)
    player.write(pcm(*[5] * 25))
    assert sound.device.pump(20) + sound.device.pump(20) == [5] * 25 + silence(15)
    assert player.underruns == 0  # it may have been the end
    player.write(pcm(*[6] * 19))
    assert sound.device.pump(5) == silence(5)
    player.write(pcm(6))
    assert sound.device.pump(5) == [6] * 5
    assert player.underruns == 1
    finish(sound, player)


@pytest.mark.parametrize("how", ["wait", "cut", "cut after"])
def test_a_pause_between_texts_is_no_underrun(sound: Sound, how: str) -> None:
    """After `wait` or `cut` silence is meant."""
    player = opened(sound)
    player.write(pcm(*[5] * 10))
    if how == "wait":
        player._feed.waiters = Driven(sound, [7])
        player.wait()
    else:
        sound.device.pump(7 if how == "cut" else 11)
        player.cut()
    sound.device.pump(10)
    player.write(pcm(6))
    assert sound.device.pump(1) == [6]
    assert player.underruns == 0
    finish(sound, player)


def test_a_program_too_busy_for_the_device_is_an_underrun(sound: Sound) -> None:
    """What the device reports counts while there is sound, and not in silence."""
    player = opened(sound)
    sound.device.pump(10, underflow=True)
    assert player.underruns == 0
    player.write(pcm(*[5] * 20))
    sound.device.pump(10)
    sound.device.pump(10, underflow=True)
    assert player.underruns == 1
    finish(sound, player)


# -- cuts


def test_a_cut_fades_within_one_block(sound: Sound) -> None:
    """The next block holds a ramp of 3 ms and then silence; what was buffered is gone."""
    player = opened(sound)
    player.write(pcm(*[900] * 40, *[-900] * 40))
    assert sound.device.pump(10) == [900] * 10
    player.cut()
    assert sound.device.pump(10) == [600, 300, 0, *silence(7)]
    assert sound.device.pump(50) == silence(50)
    assert player.position == pytest.approx(0.013)
    player.write(pcm(7, 8))
    assert sound.device.pump(2) == [7, 8]
    finish(sound, player)


@pytest.mark.parametrize(
    ("left", "block", "heard"),
    [(40, 2, [450, 0]), (2, 10, [450, 0, *silence(8)]), (0, 5, silence(5)), (40, 1, [0])],
)
def test_a_cut_of_little(sound: Sound, left: int, block: int, heard: list[int]) -> None:
    """A block, or a rest, shorter than the ramp makes the ramp shorter."""
    player = opened(sound)
    player.write(pcm(*[900] * (10 + left)))
    sound.device.pump(10)
    player.cut()
    assert sound.device.pump(block) == heard
    assert sounding(sound.device.pump(50)) == []
    finish(sound, player)


def test_a_cut_fades_all_channels_alike(sound: Sound) -> None:
    """The ramp goes by frames, not by samples, and keeps the sign."""
    player = Player(AudioFormat("pcm", 1000, 2), prefill=0)
    player.write(pcm(*[900, -300] * 20))
    sound.device.pump(2)
    player.cut()
    assert sound.device.pump(4) == [600, -200, 300, -100, 0, 0, 0, 0]
    finish(sound, player)


def test_a_cut_before_sound_has_begun(sound: Sound) -> None:
    """Nothing is heard of what was still being collected, nor counted as played."""
    player = opened(sound, prefill=0.03)
    player.write(pcm(*[5] * 20))
    sound.device.pump(5)
    player.cut()
    assert sounding(sound.device.pump(100)) == []
    assert player.position == 0
    player.cut()
    finish(sound, player)


def test_what_is_written_behind_a_cut_is_played(sound: Sound) -> None:
    """The next text does not wait until the device has noticed the cut, nor go with it."""
    player = opened(sound)
    player.write(pcm(*[900] * 40) + b"\x99")  # half a sample does not meet the next text
    sound.device.pump(10)
    player.cut()
    player.write(pcm(1, 2, 3))
    assert sound.device.pump(5) == [600, 300, 0, 0, 0]
    assert sound.device.pump(5) == [1, 2, 3, 0, 0]
    finish(sound, player)


def test_a_write_that_waits_is_cut_too(sound: Sound) -> None:
    """It returns at once, and the rest of its chunk is never played."""
    player = opened(sound, buffer=0.02)
    waiters = player._feed.waiters = Awaited()
    writer = threading.Thread(target=player.write, args=(pcm(*[900] * 100),))
    writer.start()
    assert waiters.begun.wait(5)
    player.cut()
    writer.join(5)
    assert not writer.is_alive()
    assert sounding(sound.device.pump(50) + sound.device.pump(50)) == []
    finish(sound, player)


@WORLDS
def test_waiting_ends_with_a_cut(sound: Sound, kind: Any) -> None:
    """After a cut there is nothing to wait for but the block in which it happens."""

    async def main() -> None:
        player = kind(PCM, prefill=0)
        await player.write(pcm(*[900] * 1000))
        sound.device.pump(10)
        player.cut()
        player._feed.waiters = Driven(sound, [10])
        await player.wait()
        assert sounding(sound.device.played) == [*[900] * 10, 600, 300]
        assert len(sound.device.played) <= 30
        await player.close()

    asyncio.run(main())


# -- position


def test_position_is_what_was_heard(sound: Sound) -> None:
    """Samples count when they have left the device, and silence in between does not."""
    sound.latency = 0.025
    player = opened(sound, prefill=0.02)
    seen = [player.position]
    player.write(pcm(*[5] * 30))
    for _ in range(8):
        sound.device.pump(10)
        seen.append(player.position)
    player.write(pcm(*[5] * 20))
    sound.device.pump(20)
    sound.clock.now += 0.0148
    seen.append(player.position)
    sound.clock.now += 9
    seen.append(player.position)
    assert [round(each * 1000) for each in seen] == [0, 0, 0, 5, 15, 25, 30, 30, 30, 40, 50]
    finish(sound, player)


@given(
    st.lists(st.tuples(st.integers(1, 30), st.floats(0, 0.04)), max_size=20),
    st.floats(0, 0.1),
)
def test_position_never_goes_back(blocks: list[tuple[int, float]], latency: float) -> None:
    """A device that asks early or late makes it skip or stand, and at the end it is all."""
    with sound_of_a_machine() as sound:
        sound.latency = latency
        player = opened(sound)
        player.write(pcm(*[5] * 600))
        seen = [0.0]
        for frames, passed in blocks:
            sound.device.pump(frames, passed=passed / 2)
            seen.append(player.position)
            sound.clock.now += passed / 2
            seen.append(player.position)
        sound.clock.now += 1
        seen.append(player.position)
        assert seen == sorted(seen)
        assert seen[-1] == pytest.approx(sum(frames for frames, _ in blocks) / 1000)
        finish(sound, player)


@WORLDS
def test_waiting_lasts_until_the_last_sample_is_heard(sound: Sound, kind: Any) -> None:
    """What the device still holds is waited for, block by block."""
    sound.latency = 0.1

    async def main() -> None:
        player = kind(PCM)
        player._feed.waiters = Driven(sound, [10])
        await player.write(pcm(*[5] * 30))
        await player.wait()
        assert player.position == pytest.approx(0.03)
        assert len(sound.device.played) == 130
        await player.close()

    asyncio.run(main())


def test_position_stays_after_closing(sound: Sound) -> None:
    """What was played of a closed player is what had been heard when it fell silent."""
    sound.latency = 0.02
    player = opened(sound)
    player.write(pcm(*[900] * 100))
    sound.device.pump(50)
    player._feed.waiters = Driven(sound, [10])
    player.close()
    assert player.position == pytest.approx(0.053)
    sound.clock.now += 1
    assert player.position == pytest.approx(0.053)
    assert repr(player) == "<Player closed, 0.05 s played>"


# -- opening and closing


@WORLDS
def test_a_block_of_code_ends_when_all_is_heard(sound: Sound, kind: Any) -> None:
    """Leaving a with statement plays the rest, then lets go of the device."""

    async def main() -> None:
        async with kind(PCM) as player:
            player._feed.waiters = Driven(sound, [10])
            assert sound.device.calls == ["start"]
            await player.write(pcm(*range(1, 100)))
        assert sounding(sound.device.played) == list(range(1, 100))
        assert sound.device.calls == ["start", "stop", "close"]
        await player.close()
        assert sound.device.calls == ["start", "stop", "close"]
        with pytest.raises(LocalProtocolError, match="closed"):
            await player.write(b"\0\0")
        await player.wait()

    asyncio.run(main())


@WORLDS
def test_a_block_of_code_that_fails_is_silent_at_once(sound: Sound, kind: Any) -> None:
    """An exception fades out and passes; nothing more is played."""

    async def main() -> None:
        async with kind(PCM, prefill=0) as player:
            player._feed.waiters = Driven(sound, [10])
            await player.write(pcm(*[900] * 500))
            sound.device.pump(10)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(main())
    assert sounding(sound.device.played) == [*[900] * 10, 600, 300]
    assert sound.device.calls == ["start", "stop", "close"]


def test_closing_from_another_thread(sound: Sound) -> None:
    """A write that waits sees the end, quietly; the next one is out of turn."""
    player = opened(sound, buffer=0.02)
    waiters = player._feed.waiters = Awaited()
    writer = threading.Thread(target=player.write, args=(pcm(*[5] * 100),))
    writer.start()
    assert waiters.begun.wait(5)
    player._feed.waiters = Driven(sound, [10])
    player._feed.waiters.extendleft(waiters)
    player.close()
    writer.join(5)
    assert not writer.is_alive()
    with pytest.raises(LocalProtocolError):
        player.write(b"\0\0")


def test_closing_a_player_that_was_never_used(sound: Sound) -> None:
    """No device is opened to be closed."""
    player = Player(PCM)
    player.wait()
    assert repr(player) == "<Player new, 0.00 s played>"
    player.close()
    assert sound.devices == []


@WORLDS
def test_closing_while_the_device_is_opened(sound: Sound, kind: Any) -> None:
    """The device that still opens is let go, and nothing is played."""
    sound.opening = gate = Gate()
    player: Any = kind(PCM)

    def write() -> None:
        asyncio.run(player.write(pcm(5)))

    writer = threading.Thread(target=write)
    writer.start()
    assert gate.begun.wait(5)
    asyncio.run(player.close())
    gate.free.set()
    writer.join(5)
    assert not writer.is_alive()
    assert sound.device.calls == ["start", "stop", "close"]
    assert player._feed.ring.written == 0


def test_a_forgotten_player_lets_go_of_its_device(sound: Sound) -> None:
    """It says so, and the device does not go on calling what is gone."""
    player = opened(sound)
    with pytest.warns(ResourceWarning, match="<Player open, 0.00 s played> was never closed"):
        del player
        gc.collect()
    assert sound.device.calls == ["start", "stop", "close"]


# -- failures


@pytest.mark.parametrize("problem", [None, OSError("PortAudio library not found")])
def test_without_the_extra_the_remedy_is_named(
    monkeypatch: pytest.MonkeyPatch, problem: Exception | None
) -> None:
    """No package and no library are the same to who wants to hear something."""
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    if problem is not None:
        monkeypatch.delitem(sys.modules, "sounddevice")

        class Finder:
            def find_spec(self, name: str, *_: Any) -> None:
                if name == "sounddevice":
                    raise problem

        monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    player = Player(PCM)
    with pytest.raises(ConfigurationError, match=r"smallestai\[audio\]"):
        player.write(b"\0\0")
    player.close()


@WORLDS
@pytest.mark.parametrize(
    "refusal", [PortAudioError("Invalid sample rate"), ValueError("No output device matching 'x'")]
)
def test_a_device_that_refuses(sound: Sound, kind: Any, refusal: Exception) -> None:
    """Why it refused is said; there is nothing left to close."""
    sound.refusal = refusal

    async def main() -> None:
        with pytest.raises(ConfigurationError, match=f"can play this: {refusal}"):
            async with kind(PCM):
                pytest.fail("it was opened")

    asyncio.run(main())
    assert sound.device.calls == ["start", "close"]


@WORLDS
def test_a_device_that_is_lost(sound: Sound, kind: Any) -> None:
    """Who waits for it is woken with an error, and so is everyone after."""

    class Losing(Driven):
        def append(self, waiter: Any) -> None:
            deque.append(self, waiter)
            sound.device.finished()

    async def main() -> None:
        player = kind(PCM, device=3, buffer=0.06)
        player._feed.waiters = Losing(sound, [1])
        with pytest.raises(OutputError, match=r"sound device \(3\) .* has stopped"):
            await player.write(pcm(*[5] * 100))
        with pytest.raises(OutputError, match="has stopped"):
            await player.write(pcm(5))
        with pytest.raises(OutputError, match="has stopped"):
            await player.wait()
        await player.close()

    asyncio.run(main())


@WORLDS
def test_a_device_that_asks_for_nothing(
    sound: Sound, kind: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing waits for ever: neither write nor wait nor close."""
    monkeypatch.setattr(_player, "_STALL", 0.01)
    monkeypatch.setattr(_player, "_STALL_AT_CLOSE", 0.01)

    async def main() -> None:
        player = kind(PCM, buffer=0.06)
        with pytest.raises(OutputError, match=r"the default\) .* asked for nothing for 0.01 s"):
            await player.write(pcm(*[5] * 100))
        with pytest.raises(OutputError, match="asked for nothing"):
            await player.wait()
        await player.close()
        assert sound.device.calls == ["start", "stop", "close"]

    asyncio.run(main())


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"format": AudioFormat("mp3", 24000)}, "format='mp3': .*ask for 'pcm'"),
        ({"format": AudioFormat("wav", 24000)}, "ask for 'pcm'"),
        ({"format": AudioFormat("ulaw", 8000)}, "ask for 'pcm'"),
        ({"prefill": -1}, "prefill=-1: must lie between 0 and the buffer, 2.0"),
        ({"prefill": 3}, "prefill=3"),
        ({"prefill": float("nan")}, "prefill=nan"),
        ({"buffer": 0}, "buffer=0: must be a positive"),
        ({"buffer": float("inf")}, "buffer=inf"),
    ],
)
def test_arguments_are_checked(settings: dict[str, Any], message: str) -> None:
    """What cannot be played is refused before a device is opened, with no complaint at its end."""
    with pytest.raises(ArgumentError, match=message):
        Player(**{"format": PCM, **settings})


# -- the event loop


def test_the_loop_is_never_kept_waiting(sound: Sound) -> None:
    """The device is opened and closed in another thread; other tasks run while a write waits."""
    sound.elsewhere = True

    async def main() -> None:
        async with AsyncPlayer(PCM, prefill=0, buffer=0.02) as player:
            device = sound.device
            assert device.thread != threading.get_ident()
            device.thread = threading.get_ident()  # where it must not be closed
            writing = asyncio.create_task(player.write(pcm(*[5] * 100)))
            turns = 0
            while not writing.done():
                await asyncio.sleep(0)
                turns += 1
                if turns % 10 == 0:  # from a thread, as a device does
                    await asyncio.to_thread(device.pump, 10)
            assert turns > 50
            player._feed.waiters = Driven(sound, [10])
        assert sounding(device.played) == [5] * 100

    asyncio.run(main())


def test_cancelling_the_opening(sound: Sound) -> None:
    """A device that opens after all is let go, and the player is closed."""
    sound.opening = gate = Gate()

    async def main() -> AsyncPlayer:
        player = AsyncPlayer(PCM)
        entering = asyncio.create_task(player.__aenter__())
        await asyncio.to_thread(gate.begun.wait, 5)
        entering.cancel()
        with pytest.raises(asyncio.CancelledError):
            await entering
        gate.free.set()
        return player

    player = asyncio.run(main())  # which waits for its threads
    assert sound.device.calls == ["start", "stop", "close"]
    assert repr(player) == "<AsyncPlayer closed, 0.00 s played>"


def test_cancelling_a_write(sound: Sound) -> None:
    """What was taken is played; the device wakes nobody who has gone."""
    complaints: list[Any] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda *each: complaints.append(each))
        player = AsyncPlayer(PCM, prefill=0, buffer=0.02)
        waiters = player._feed.waiters = Awaited(asyncio.Event)
        writing = asyncio.create_task(player.write(pcm(*range(1, 101))))
        await waiters.begun.wait()
        writing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await writing
        assert sound.device.pump(30) == [*range(1, 21), *silence(10)]
        await asyncio.sleep(0)
        player._feed.waiters = Driven(sound, [10])
        await player.close()

    asyncio.run(main())
    assert complaints == []


def test_a_device_that_outlives_the_loop(sound: Sound) -> None:
    """Waking a task of a loop that was closed is no error in the device's thread."""
    player = AsyncPlayer(PCM, prefill=0, buffer=0.02)

    async def main() -> None:
        waiters = player._feed.waiters = Awaited(asyncio.Event)
        writing = asyncio.create_task(player.write(pcm(*[5] * 100)))
        await waiters.begun.wait()
        writing.cancel()

    asyncio.run(main())
    assert sound.device.pump(10) == [5] * 10
    player._feed.waiters = Driven(sound, [10])
    asyncio.run(player.close())


def test_the_two_worlds_are_alike() -> None:
    """Same public names, same parameters."""

    def members(kind: type) -> dict[str, list[str] | None]:
        names = [name for name in dir(kind) if not name.startswith("_")]
        return {
            name: list(inspect.signature(member).parameters) if callable(member) else None
            for name, member in ((name, getattr(kind, name)) for name in names)
        }

    assert members(Player) == members(AsyncPlayer)
    assert inspect.signature(Player) == inspect.signature(AsyncPlayer)
