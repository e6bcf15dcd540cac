"""How a recording sounds: its length, and the voice of the engine that comes near it."""

from __future__ import annotations

import struct
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soxr
from attrs import frozen

from smallestai._mp3 import mp3_seconds
from smallestai._resample import read_wav
from smallestai.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_RATE = 8000
_FRAME, _HOP = 512, 256
_LOWEST, _HIGHEST = 60, 400  # what a voice can have as its pitch, in hertz
_VOICED = 0.5  # of a frame's energy that repeats with the pitch
_LOUD = 0.15  # of the loudest frame

_PARTING = 160  # hertz; higher voices are rendered with female variants
# The median pitch, in hertz, of the engine's variants at its pitches 0, 50 and 99 (measured).
_VARIANTS: Mapping[str, Mapping[str, tuple[float, float, float]]] = {
    "female": {
        "f1": (108, 174, 296),
        "f2": (121, 186, 320),
        "f3": (134, 200, 320),
        "f4": (108, 174, 296),
        "f5": (123, 200, 348),
    },
    "male": {
        "m1": (70, 90, 154),
        "m2": (67, 98, 174),
        "m3": (67, 100, 167),
        "m4": (72, 90, 148),
        "m5": (65, 98, 167),
        "m6": (68, 98, 167),
        "m7": (72, 101, 163),
        "m8": (70, 82, 136),
    },
}

_EBML, _DURATION, _SCALE = b"\x1a\x45\xdf\xa3", b"\x44\x89", b"\x2a\xd7\xb1\x83"
_HEAD = 4096  # bytes of a WebM file among which its length stands
_NANOSECONDS = 1e9
_UNKNOWN = (0, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF)


class UnreadableError(ValueError):
    """A recording that is none of the known kinds."""


@frozen
class Recording:
    """What is known of a recording.

    Attributes:
        seconds: Its length; None where the file does not tell.
        pitch: The median pitch of the voice in hertz; None where nobody speaks, or in a
            compressed file, which is not decoded.
    """

    seconds: float | None
    pitch: float | None


def listen(data: bytes) -> Recording:
    """Return what is known of a WAV, MP3, MP4 or WebM file.

    Raises:
        UnreadableError: It is none of them.
    """
    if data[:4] == b"RIFF":
        return _listen_to_wav(data)
    if data[:4] == _EBML:
        return Recording(_webm_seconds(data[:_HEAD]), None)
    if data[4:8] == b"ftyp":
        return Recording(_mp4_seconds(data), None)
    seconds = mp3_seconds(data)
    if not seconds:
        raise UnreadableError("The audio could not be read")
    return Recording(seconds, None)


def sound_of(data: bytes, pitch: float | None) -> dict[str, Any]:
    """Return `gender`, and `variant` and `pitch` of the engine, for a voice like a recording's.

    Args:
        data: The recording; it decides where the pitch leaves a choice.
        pitch: The pitch of the voice in hertz, if known.
    """
    chance = sha256(data).digest()
    if pitch is None:
        pitch = 90 + chance[1] / 255 * 150
    gender = "female" if pitch > _PARTING else "male"
    variants = _VARIANTS[gender]
    names = [name for name, (low, _, high) in variants.items() if low <= pitch <= high]
    nearest = min(variants, key=lambda name: abs(variants[name][1] - pitch))
    variant = (names or [nearest])[chance[0] % max(len(names), 1)]
    setting = float(np.interp(pitch, variants[variant], (0, 50, 99)))
    return {"gender": gender, "variant": variant, "pitch": round(setting)}


def median_pitch(samples: Samples, rate: int) -> float | None:
    """Return the median pitch of a voice in hertz, or None where there is none.

    The pitch of a frame is where its autocorrelation peaks.

    Args:
        samples: Mono samples.
        rate: How many of them are a second.
    """
    narrow = soxr.resample(samples, rate, _RATE)
    count = (len(narrow) - _FRAME) // _HOP + 1
    if count < 1:
        return None
    places = np.arange(count)[:, None] * _HOP + np.arange(_FRAME)
    frames = narrow[places] - narrow[places].mean(axis=1, keepdims=True)
    energy = (frames**2).sum(axis=1)
    loud = energy > max(float(energy.max()) * _LOUD**2, 1e-6)
    spectrum = np.fft.rfft(frames[loud], 2 * _FRAME)
    repeats = np.fft.irfft(np.abs(spectrum) ** 2)[:, :_FRAME]
    # Longer lags overlap less, which must not count against them.
    repeats /= repeats[:, :1] * (1 - np.arange(_FRAME) / _FRAME)
    shortest, longest = _RATE // _HIGHEST, _RATE // _LOWEST
    window = repeats[:, shortest : longest + 1]
    best = window.max(axis=1, keepdims=True)
    # Twice the period repeats as well as the period: the first of the high peaks is the pitch.
    first = shortest + (window >= 0.9 * best).argmax(axis=1, keepdims=True)
    lags = np.arange(shortest, longest + 1)
    near = (lags >= first) & (lags <= first * 1.25)
    lags = shortest + np.where(near, window, -1).argmax(axis=1)
    pitches = _RATE / lags[best[:, 0] > _VOICED]
    return float(np.median(pitches)) if len(pitches) else None


def _listen_to_wav(data: bytes) -> Recording:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "recording.wav")
        path.write_bytes(data)
        try:
            pcm, rate, channels = read_wav(path)
        except ArgumentError:
            raise UnreadableError("The audio could not be read") from None
    frames = np.frombuffer(pcm, "<i2").reshape(-1, channels)
    mono = frames.mean(axis=1, dtype=np.float32) / 32768
    return Recording(len(mono) / rate, median_pitch(mono, rate))


def _mp4_seconds(data: bytes) -> float | None:
    """Return what the movie header (`mvhd`, ISO/IEC 14496-12) says."""
    at = data.find(b"mvhd") + 4
    form = ">4xQQIQ" if data[at : at + 1] == b"\1" else ">4xIIII"
    if at < 4 or len(data) < at + struct.calcsize(form):
        return None
    *_, scale, length = struct.unpack_from(form, data, at)
    return length / scale if scale and length not in _UNKNOWN else None


def _webm_seconds(head: bytes) -> float | None:
    """Return what `Duration` and `TimestampScale` (RFC 9559) say."""
    at = head.find(_DURATION) + 2
    form = {0x84: ">f", 0x88: ">d"}.get(head[at] if 2 <= at < len(head) else 0)
    if form is None or len(head) < at + 1 + struct.calcsize(form):
        return None
    (length,) = struct.unpack_from(form, head, at + 1)
    found = head.find(_SCALE)
    scale = int.from_bytes(head[found + 4 : found + 7], "big") if found >= 0 else 1_000_000
    return float(length) * scale / _NANOSECONDS
