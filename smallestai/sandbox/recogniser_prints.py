"""Prints of audio: 32 bits for each hundredth of a second, alike for all that sounds alike.

Each bit says whether the balance of two neighbouring bands moved one way or the other within
fifty milliseconds (after Haitsma and Kalker, ISMIR 2002). Prints of one recording agree in nine
bits of ten when its rate was changed, its samples rounded or companded; prints of different
speech differ in three of ten and more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

if TYPE_CHECKING:
    import numpy.typing as npt

SAMPLE_RATE = 16000
STEP = 0.01
"""Seconds from one print to the next."""

_HOP, _WINDOW = 160, 1024
_BANDS = 33
_LOWEST, _HIGHEST = 150.0, 3500.0  # hertz; a telephone passes no more
_REACH = 5  # prints back, to compare with
_FLOOR = 1e-3  # of a frame's power: what is quieter than that is noise of companding
_LOUD = -48.0  # dBFS


@frozen
class Prints:
    """Prints in a row.

    Attributes:
        bits: The prints.
        loud: Whether anything is to be heard there.
    """

    bits: npt.NDArray[np.uint32]
    loud: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.bits)

    def __getitem__(self, part: slice) -> Prints:
        return Prints(self.bits[part], self.loud[part])

    def __add__(self, other: Prints) -> Prints:
        return Prints(
            np.concatenate([self.bits, other.bits]), np.concatenate([self.loud, other.loud])
        )


NO_PRINTS = Prints(np.empty(0, np.uint32), np.empty(0, np.bool_))


class Printer:
    """Makes prints of 16-bit mono PCM at 16000 Hz as it comes.

    Print number n stands for the sound around n hundredths of a second.
    """

    def __init__(self) -> None:
        self._samples = np.zeros(_WINDOW // 2, np.float32)
        self._earlier = np.zeros((_REACH, _BANDS - 1), np.float32)

    def feed(self, pcm: bytes) -> Prints:
        """Take whole samples; return the prints they complete."""
        added = np.frombuffer(pcm, "<i2").astype(np.float32)
        samples = np.concatenate([self._samples, added])
        count = max((len(samples) - _WINDOW) // _HOP + 1, 0)
        self._samples = samples[count * _HOP :]
        return self._printed(samples, count) if count else NO_PRINTS

    def end(self) -> Prints:
        """Return the prints of what is left, as if silence followed."""
        return self.feed(bytes(_WINDOW))

    def _printed(self, samples: npt.NDArray[np.float32], count: int) -> Prints:
        frames = np.lib.stride_tricks.sliding_window_view(samples, _WINDOW)[::_HOP][:count]
        spectrum = np.fft.rfft(frames * _TAPER, axis=1)
        power = spectrum.real**2 + spectrum.imag**2
        bands = np.add.reduceat(power, _EDGES, axis=1)[:, :_BANDS]
        total = bands.sum(axis=1, keepdims=True)
        level = np.log(bands + total * _FLOOR + 1)
        balance = np.concatenate([self._earlier, level[:, :-1] - level[:, 1:]])
        self._earlier = balance[-_REACH:]
        moved = balance[_REACH:] > balance[:-_REACH]
        bits = np.packbits(moved, axis=1).view(np.uint32)[:, 0]
        return Prints(bits, total[:, 0] > _LOUD_POWER)


def _edges() -> npt.NDArray[np.intp]:
    """Return where the bands begin among the frequencies, evenly on the mel scale."""
    low, high = (np.log(1 + hertz / 700) for hertz in (_LOWEST, _HIGHEST))
    hertz = 700 * (np.exp(np.linspace(low, high, _BANDS + 1)) - 1)
    return np.ceil(hertz * _WINDOW / SAMPLE_RATE).astype(np.intp)


_TAPER = np.hanning(_WINDOW).astype(np.float32)
_EDGES = _edges()
_LOUD_POWER = float(32768**2 * 10 ** (_LOUD / 10) * _WINDOW * (_TAPER**2).sum() / 2)
