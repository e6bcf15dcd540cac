"""Formats of speech."""

import struct
from hashlib import sha256
from io import BytesIO
from wave import open as open_wave

import numpy as np
import pytest

from smallestai.sandbox.formats import FORMATS, alaw, encode, encoder, ulaw, wav_header

ALL = np.arange(-32768, 32768).astype("<i2").tobytes()
TONE = (8000 * np.sin(np.arange(24000) / 9)).astype("<i2").tobytes()


@pytest.mark.parametrize(
    ("law", "sample", "code"),
    [
        (ulaw, 0, 0xFF),
        (ulaw, -1, 0x7E),
        (ulaw, 32767, 0x80),
        (ulaw, -32768, 0x00),
        (ulaw, 1000, 0xCE),
        (alaw, 0, 0xD5),
        (alaw, -1, 0x55),
        (alaw, 32767, 0xAA),
        (alaw, -32768, 0x2A),
        (alaw, 1000, 0xFA),
    ],
)
def test_g711_vectors(law, sample, code):
    """Known samples have the codes of the recommendation."""
    assert law(struct.pack("<h", sample))[0] == code


def test_g711_is_exact_for_every_sample():
    """All 65,536 samples agree with the reference, whose tables are known by their digests."""
    assert sha256(ulaw(ALL)).hexdigest() == (
        "81d633c9e6972a18c74a58720b96cb8ca0bdd096d4060b646dd708c3b846019a"
    )
    assert sha256(alaw(ALL)).hexdigest() == (
        "38488f6fd710f4686360edc4d38639f96c491595ef93f8eb8d62d5e07ca6ce7b"
    )


@pytest.mark.parametrize("rate", [8000, 44100])
def test_wav(rate):
    """A WAV file has 44 bytes before its samples, and a library can read it."""
    data = encode(TONE, "wav", rate)
    assert data == wav_header(len(TONE), rate) + TONE
    assert len(data) - len(TONE) == 44
    with open_wave(BytesIO(data)) as file:
        assert file.getparams()[:4] == (1, 2, rate, len(TONE) // 2)


@pytest.mark.parametrize("rate", [8000, 16000, 24000, 44100])
def test_mp3_begins_with_a_frame(rate):
    """An MP3 stream begins with the sync word of layer III."""
    first, second = encode(TONE, "mp3", rate)[:2]
    assert first == 0xFF
    assert second & 0xE6 == 0xE2


def test_pcm_and_g711_have_no_header():
    """PCM stays as it is; G.711 has a byte for every sample."""
    assert encode(TONE, "pcm", 8000) == TONE
    assert len(encode(TONE, "ulaw", 8000)) == len(encode(TONE, "alaw", 8000)) == len(TONE) // 2


@pytest.mark.parametrize("output_format", FORMATS)
def test_pieces_make_no_difference(output_format):
    """Fed in pieces, an encoder gives the same bytes as fed at once."""
    coder = encoder(output_format, 24000)
    parts = [coder.feed(TONE[start : start + 998]) for start in range(0, len(TONE), 998)]
    assert b"".join([*parts, coder.finish()]) == encode(TONE, output_format, 24000)
