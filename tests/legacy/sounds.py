"""Sounds for tests."""

from __future__ import annotations

import math
import struct

from smallestai.waves.utils import add_wav_header


def tone(seconds: float, rate: int = 16000) -> bytes:
    """Return a WAV of a tone that comes and goes."""
    waves = (
        6000 * math.sin(2 * math.pi * 180 * n / rate) * abs(math.sin(2 * math.pi * n / rate))
        for n in range(int(seconds * rate))
    )
    return add_wav_header(b"".join(struct.pack("<h", int(each)) for each in waves), rate)
