"""What a sound device is given, and when: a buffer between a network and a loudspeaker.

The device calls from a thread of its own, every few milliseconds, and must not be kept waiting. So
that call takes no lock: each counter here has one side that changes it. It wakes whoever waits by
functions that do not wait themselves.
"""

from __future__ import annotations

from array import array
from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from smallestai.audio import AudioFormat

_FADE = 0.003  # seconds


class Ring:
    """Bytes from one writer to one reader.

    Attributes:
        written: Bytes ever written. Only the writer changes it.
        read: Bytes ever read. Only the reader changes it.
    """

    def __init__(self, size: int) -> None:
        self.written = 0
        self.read = 0
        self._size = size
        self._bytes = memoryview(bytearray(size))

    @property
    def free(self) -> int:
        """How much can be written."""
        return self._size - (self.written - self.read)

    def write(self, data: memoryview) -> int:
        """Take what there is room for; return how much that is."""
        count = min(len(data), self.free)
        at = self.written % self._size
        first = min(count, self._size - at)
        self._bytes[at : at + first] = data[:first]
        self._bytes[: count - first] = data[first:count]
        self.written += count
        return count

    def read_into(self, out: Any, count: int) -> None:
        """Move bytes that are there to the front of ``out``."""
        at = self.read % self._size
        first = min(count, self._size - at)
        out[:first] = self._bytes[at : at + first]
        out[first:count] = self._bytes[: count - first]
        self.read += count


class _Mark(NamedTuple):
    """Samples on their way through the device."""

    due: float  # when the first of them is heard
    before: int  # samples played before
    samples: int


class Feed:
    """Feeds a device from a ring.

    Args:
        format: Headerless 16-bit PCM.
        prefill: Seconds to collect before sound begins.
        buffer: Seconds to hold at most.

    Attributes:
        ring: What is still to be played.
        underruns: How often sound was interrupted.
        latency: Seconds from a call of the device until what it was given is heard.
        is_lost: Whether the device will ask for nothing more.
        waiters: Called once, after the next call of the device.
    """

    def __init__(self, format: AudioFormat, prefill: float, buffer: float) -> None:  # noqa: A002
        self._rate = format.sample_rate
        self._channels = format.channels
        self._frame = 2 * format.channels
        self._prefill = self._bytes_in(prefill)
        self._fade = self._bytes_in(_FADE)
        self.ring = Ring(max(self._bytes_in(buffer), self._frame))
        self.underruns = 0
        self.latency = 0.0
        self.is_lost = False
        self.waiters: deque[Callable[[], object]] = deque()
        # Changed by those who write:
        self._cut_at = 0  # what was written before is not to be played
        self._ended_at = 0  # what was written before is all there is for now
        # Changed by the device's thread:
        self._sounding = False
        self._held = 0
        self._dry_at = -1
        self._played = 0
        self._silent_at = 0.0
        self._marks: tuple[_Mark, ...] = ()

    @property
    def position(self) -> float:
        """Seconds of samples that have been heard."""
        now = perf_counter()
        for mark in reversed(self._marks):
            if now >= mark.due:
                return (mark.before + min((now - mark.due) * self._rate, mark.samples)) / self._rate
        return self._marks[0].before / self._rate if self._marks else 0.0

    @property
    def is_cut(self) -> bool:
        """Whether the device has noticed the last cut."""
        return self.ring.read >= self._cut_at

    @property
    def is_heard(self) -> bool:
        """Whether everything written has been heard, or was cut."""
        return self.ring.read == self.ring.written and perf_counter() >= self._silent_at

    def cut(self) -> None:
        """Do not play what has been written so far."""
        self._cut_at = self._ended_at = self.ring.written

    def end(self) -> None:
        """Expect nothing more for now: what there is need not wait for more, nor be missed."""
        self._ended_at = self.ring.written

    def wake(self) -> None:
        """Call the waiters."""
        while self.waiters:
            try:
                waiter = self.waiters.popleft()
            except IndexError:  # another thread was faster
                return
            waiter()

    # -- in the thread of the device

    def fill(self, out: Any, frames: int, _time: Any, status: Any) -> None:
        """Give the device its next block."""
        size = frames * self._frame
        if status.output_underflow and self._sounding:
            self.underruns += 1
        count = self._next(out, size)
        if count < size:
            out[count:size] = bytes(size - count)
        if count:
            self._note(count // self._frame)
        self.wake()

    def finish(self) -> None:
        """Note that the device will ask for nothing more."""
        self.is_lost = True
        self.wake()

    def _next(self, out: Any, size: int) -> int:
        """Put samples to the front of a block; return how many bytes."""
        ring = self.ring
        if self._cut_at > ring.read:
            return self._fade_out(out, size)
        waiting = ring.written - ring.read
        if not self._sounding and not self._may_begin(waiting, size):
            return 0
        count = min(waiting, size)
        ring.read_into(out, count)
        self._sounding = count == size
        if not self._sounding:
            self._dry_at = ring.read
        return count

    def _may_begin(self, waiting: int, size: int) -> bool:
        """Whether enough has been collected, or has waited as long as that would take."""
        if not waiting:
            return False
        ring = self.ring
        if max(waiting, self._held) < self._prefill and ring.written > self._ended_at:
            self._held += size
            return False
        self._held = 0
        if ring.read == self._dry_at and self._dry_at != self._ended_at:
            self.underruns += 1
        return True

    def _fade_out(self, out: Any, size: int) -> int:
        """Carry out a cut: the next few samples, ever softer, then none of what is left."""
        ring, end, count = self.ring, self._cut_at, 0
        if self._sounding:
            count = min(size, self._fade, end - ring.read)
            ring.read_into(out, count)
            out[:count] = _faded(out[:count], self._channels)
        ring.read = end
        self._sounding = False
        self._held = 0
        return count

    def _note(self, count: int) -> None:
        """Note when the samples of this block are heard."""
        now = perf_counter()
        mark = _Mark(now + self.latency, self._played, count)
        self._played += count
        self._silent_at = mark.due + count / self._rate
        marks = (*self._marks, mark)
        while len(marks) > 1 and marks[1].due <= now:
            marks = marks[1:]
        self._marks = marks

    def _bytes_in(self, seconds: float) -> int:
        return round(seconds * self._rate) * self._frame


def _faded(data: bytes, channels: int) -> bytes:
    samples = array("h", data)
    frames = len(samples) // channels
    for at, sample in enumerate(samples):
        samples[at] = int(sample * (frames - 1 - at // channels) / frames)
    return samples.tobytes()
