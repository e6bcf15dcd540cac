"""The microphone on a sound device that the test drives."""

from __future__ import annotations

import asyncio
import struct
import sys
import threading
import types
from typing import Any

import pytest

from smallestai import _microphone
from smallestai._microphone import Microphone, level_of
from smallestai.errors import ArgumentError, ConfigurationError, LocalProtocolError

BLOCK = b"\1\0" * 320


class PortAudioError(Exception):
    """What sounddevice raises."""


class Device:
    """Gives a block when it is told to."""

    def __init__(self, sound: Sound, **settings: Any) -> None:
        if settings["samplerate"] not in sound.rates:
            raise PortAudioError("Invalid sample rate")
        self.settings = settings
        self.state = "made"
        sound.devices.append(self)
        sound.opened.set()

    def start(self) -> None:
        self.state = "started"

    def abort(self) -> None:
        self.state = "aborted"

    def close(self) -> None:
        self.state = "closed"

    def hear(self, *blocks: bytes) -> None:
        for block in blocks:
            self.settings["callback"](memoryview(block), len(block) // 2, None, None)

    def unplug(self) -> None:
        self.settings["finished_callback"]()


class Sound(types.ModuleType):
    """Stands in for sounddevice."""

    PortAudioError = PortAudioError

    def __init__(self) -> None:
        super().__init__("sounddevice")
        self.devices: list[Device] = []
        self.rates = {16000, 48000}
        self.opened = threading.Event()

    def RawInputStream(self, **settings: Any) -> Device:  # noqa: N802
        return Device(self, **settings)

    def query_devices(self, device: Any, kind: str) -> dict[str, float]:
        assert kind == "input"
        return {"default_samplerate": 48000.0}

    @property
    def device(self) -> Device:
        return self.devices[-1]


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> Sound:
    sound = Sound()
    monkeypatch.setitem(sys.modules, "sounddevice", sound)
    return sound


def test_blocks_arrive_in_order_until_it_is_closed(sound: Sound) -> None:
    """What the device hears is iterated; closing from inside ends it and lets go of the device."""
    taken = []
    with Microphone() as microphone:
        sound.device.hear(BLOCK, b"\2\0" * 320)
        for block in microphone:
            taken.append(block)
            if len(taken) == 2:
                microphone.close()
    assert taken == [BLOCK, b"\2\0" * 320]
    assert sound.device.state == "closed"
    settings = sound.device.settings
    assert (settings["blocksize"], settings["channels"], settings["dtype"]) == (320, 1, "int16")


def test_close_from_another_thread_wakes_a_reader(sound: Sound) -> None:
    """A reader who waits for sound sees the end."""
    microphone = Microphone()
    taken: list[bytes] = []
    reader = threading.Thread(target=lambda: taken.extend(microphone))
    reader.start()
    assert sound.opened.wait(5)
    microphone.close()
    reader.join(5)
    assert not reader.is_alive()
    assert taken == []


def test_async_the_same(sound: Sound) -> None:
    """On an event loop a task iterates, another closes, and a device thread wakes it."""

    async def play() -> list[bytes]:
        taken = []
        heard = asyncio.Event()
        async with Microphone() as microphone:

            async def read() -> None:
                async for block in microphone:
                    taken.append(block)
                    heard.set()

            reader = asyncio.create_task(read())
            await asyncio.to_thread(sound.device.hear, BLOCK)
            await heard.wait()
            microphone.close()
            await reader
        return taken

    assert asyncio.run(play()) == [BLOCK]
    assert sound.device.state == "closed"


def test_the_oldest_blocks_are_dropped_and_counted(sound: Sound) -> None:
    """Two seconds are kept for a reader who is late."""
    with Microphone(block_seconds=0.5) as microphone:
        sound.device.hear(*(struct.pack("<h", at) * 8000 for at in range(6)))
        assert microphone.dropped == 2
        assert next(iter(microphone))[:2] == struct.pack("<h", 2)


def test_a_device_of_another_rate_is_resampled(sound: Sound) -> None:
    """A device that only knows 48 kHz is asked for that, and gives 16 kHz all the same."""
    sound.rates = {48000}
    with Microphone() as microphone:
        assert sound.device.settings["samplerate"] == 48000
        sound.device.hear(*[bytes(1920)] * 4)
        heard = iter(microphone)
        assert 0 < len(next(heard) + next(heard)) <= 4 * 640


def test_level_is_that_of_the_last_block(sound: Sound) -> None:
    """Silence is 0, half of full scale is 0.5."""
    with Microphone() as microphone:
        assert microphone.level == 0
        sound.device.hear(struct.pack("<h", 16384) * 320)
        assert microphone.level == pytest.approx(0.5)
    assert level_of(b"\0" * 5) == 0


def test_a_device_that_goes_away_is_said(sound: Sound) -> None:
    """What was heard before is still given out."""
    with Microphone(device="USB") as microphone:
        sound.device.hear(BLOCK)
        sound.device.unplug()
        heard = iter(microphone)
        assert next(heard) == BLOCK
        with pytest.raises(ConfigurationError, match=r"'USB'.*stopped"):
            next(heard)


def test_a_device_that_falls_silent_is_said(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for ever for a device that gives nothing."""
    monkeypatch.setattr(_microphone, "_STALL", 0.01)
    with Microphone() as microphone:
        with pytest.raises(ConfigurationError, match="given nothing"):
            next(iter(microphone))

    async def play() -> None:
        async with Microphone() as microphone:
            await anext(aiter(microphone))

    with pytest.raises(ConfigurationError, match="given nothing"):
        asyncio.run(play())


def test_no_device_and_no_extra_are_said(sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both say what is missing."""
    sound.rates = set()
    with pytest.raises(ConfigurationError, match="no microphone"):
        Microphone().__enter__()
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'smallestai\[audio\]'"):
        Microphone().__enter__()


def test_a_closed_microphone_stays_closed(sound: Sound) -> None:
    """It is not opened again by reading it, and closing twice does nothing."""
    microphone = Microphone()
    microphone.close()
    microphone.close()
    assert "closed" in repr(microphone)
    with pytest.raises(LocalProtocolError):
        next(iter(microphone))
    assert sound.devices == []


@pytest.mark.parametrize("arguments", [{"sample_rate": 0}, {"block_seconds": 0}])
def test_what_cannot_be_is_refused(arguments: dict[str, Any]) -> None:
    """Before any device is opened."""
    with pytest.raises(ArgumentError):
        Microphone(**arguments)
