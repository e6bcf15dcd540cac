"""The audio formats of sessions with an agent."""

from __future__ import annotations

import pytest

from smallestai.protocol.agent_audio import INPUT_FORMATS, Encoder, Wire, wire_of
from smallestai.sandbox.formats import alaw, ulaw

EVERY_SAMPLE = bytes(byte for value in range(65536) for byte in value.to_bytes(2, "little"))


@pytest.mark.parametrize(("codec", "reference"), [("mulaw", ulaw), ("alaw", alaw)])
def test_companding_is_that_of_the_standard(codec: str, reference: object) -> None:
    """Every sample has the code that another implementation of G.711 gives it."""
    coded = b"".join(Encoder(Wire(codec, 8000)).feed(EVERY_SAMPLE))
    assert coded == reference(EVERY_SAMPLE)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("codec", "sample", "code"),
    [("mulaw", 0, 0xFF), ("mulaw", 32767, 0x80), ("alaw", 0, 0xD5), ("alaw", -32768, 0x2A)],
)
def test_companding_of_known_samples(codec: str, sample: int, code: int) -> None:
    """Silence and the loudest sample, as the tables of G.711 have them."""
    pcm = sample.to_bytes(2, "little", signed=True)
    assert Encoder(Wire(codec, 8000)).feed(pcm) == [bytes([code])]


def test_companded_frames_have_40_ms_too() -> None:
    """320 samples of 8 kHz."""
    frames = Encoder(wire_of("mulaw_8000")).feed(bytes(1400))
    assert [len(each) for each in frames] == [320, 320, 60]


def test_names() -> None:
    """Every format can be taken apart; one nobody knows is taken for the usual one."""
    assert {wire_of(name).codec for name in INPUT_FORMATS} == {"pcm", "mulaw", "alaw", "opus"}
    assert wire_of("pcm_22050") == ("pcm", 22050)
    assert wire_of("strange") == ("pcm", 24000)
