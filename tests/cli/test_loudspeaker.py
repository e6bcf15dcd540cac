"""The loudspeaker is heard to its end, cut off, or missed in one line."""

import sys

import pytest

from smallestai.audio import AudioFormat
from smallestai.cli._loudspeaker import loudspeaker
from smallestai.errors import ConfigurationError

from .conftest import Command, Device

PCM = AudioFormat("pcm", 24000)


def test_heard_to_its_end(device: Device) -> None:
    """Samples are handed on as they come; the end waits for those that are still to be heard."""
    with loudspeaker(PCM) as play:
        play(b"\1\0")
        assert device.heard == b"\1\0"
        play(b"\2\0")
    assert device.heard == b"\1\0\2\0"
    assert device.fate == ["started", "stopped", "closed"]


def test_cut_off_by_an_error(device: Device) -> None:
    """What is playing when something fails is not heard to its end."""
    with pytest.raises(KeyboardInterrupt), loudspeaker(PCM):
        raise KeyboardInterrupt
    assert device.fate[:2] == ["started", "cut off"]


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library the remedy is named."""
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(ConfigurationError, match=r"smallestai\[audio\]"), loudspeaker(PCM):
        pass


@pytest.mark.usefixtures("online")
def test_no_device(command: Command, device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can play, that is one line and status 2, and nothing is written."""

    def refuse(_: Device) -> None:
        raise RuntimeError("no default output device")

    monkeypatch.setattr(Device, "__enter__", refuse)
    ran = command("say", "Hello.", "--play", "-o", "a.wav")
    assert ran.status == 2
    assert ran.err == "smallestai: no sound device can play this: no default output device\n"
    assert device.heard == b""
