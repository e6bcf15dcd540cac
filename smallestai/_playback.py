"""A sound device and its buffer, as far as nothing waits: see `smallestai._player`."""

from __future__ import annotations

import threading
import warnings
from math import inf
from typing import TYPE_CHECKING, Any

from smallestai._feed import Feed
from smallestai.audio import SampleAligner
from smallestai.errors import ArgumentError, ConfigurationError, LocalProtocolError, OutputError

if TYPE_CHECKING:
    from smallestai.audio import AudioFormat


class Playback:
    """What both worlds share of playing."""

    _stream: Any = None  # also where the constructor failed

    def __init__(
        self,
        format: AudioFormat,  # noqa: A002
        device: int | str | None = None,
        prefill: float = 0.06,
        buffer: float = 2.0,
    ) -> None:
        frame = format.frame_size
        if format.encoding != "pcm" or frame is None:
            raise ArgumentError("format", format.encoding, "can not be played; ask for 'pcm'")
        if not 0 < buffer < inf:
            raise ArgumentError("buffer", buffer, "must be a positive number of seconds")
        if not 0 <= prefill <= buffer:
            raise ArgumentError("prefill", prefill, f"must lie between 0 and the buffer, {buffer}")
        if isinstance(device, bool) or not isinstance(device, int | str | None):
            raise ArgumentError("device", device, "must be the number or the name of a device")
        self.format = format
        self._device = device
        self._feed = Feed(format, prefill, buffer)
        self._aligner = SampleAligner(frame)
        self._lock = threading.Lock()  # of those who write, cut and close; never of the device
        self._opening = threading.Lock()
        self._closed = False
        self._turn = 0  # counts the cuts

    def __repr__(self) -> str:
        state = "closed" if self._closed else "new" if self._stream is None else "open"
        return f"<{type(self).__name__} {state}, {self.position:.2f} s played>"

    def __del__(self) -> None:
        if self._stream is not None:
            message = f"{self!r} was never closed: use it in a with statement"
            warnings.warn(message, ResourceWarning, stacklevel=2, source=self)
            self._shut()  # the device must not call what is gone

    @property
    def position(self) -> float:
        """Seconds of samples that have been heard, of all texts together.

        What is still in the device does not count, nor does silence in between. Once the player
        is closed it stays what it was.
        """
        return self._feed.position

    @property
    def underruns(self) -> int:
        """How often sound was interrupted.

        Samples came too late, or the program was too busy to hand them over.
        """
        return self._feed.underruns

    def cut(self) -> None:
        """Fall silent, within one block of the device, and forget what is still to be played.

        The last 3 ms are faded out. A `write` that waits returns, the rest of its chunk dropped;
        what is written from now on is played. What has left for the device is still heard: `wait`,
        then `position` is what was. Does not wait, and may be called from any thread or task.
        """
        with self._lock:
            self._turn += 1
            self._aligner = SampleAligner(2 * self.format.channels)
            self._feed.cut()
        self._feed.wake()

    def _open(self) -> None:
        """Open the device, which may take a while."""
        with self._opening:
            self._check_open()
            if self._stream is None:
                self._stream = self._opened()
        if self._closed:  # meanwhile
            self._shut()

    def _check_open(self) -> None:
        if self._closed:
            raise LocalProtocolError("the player is closed: make another one")

    def _opened(self) -> Any:
        try:
            import sounddevice
        except (ImportError, OSError) as error:
            raise ConfigurationError(
                "playing needs the audio extra and PortAudio: pip install 'smallestai[audio]'"
            ) from error
        try:
            stream = sounddevice.RawOutputStream(
                samplerate=self.format.sample_rate,
                channels=self.format.channels,
                dtype="int16",
                device=self._device,
                latency="low",
                callback=self._feed.fill,
                finished_callback=self._feed.finish,
            )
            self._feed.latency = stream.latency
            return _started(stream)
        except (sounddevice.PortAudioError, ValueError, OverflowError) as error:
            raise ConfigurationError(f"no sound device can play this: {error}") from error

    def _accept(self, chunk: bytes) -> tuple[int, memoryview]:
        """Return the turn a chunk belongs to, and its whole samples."""
        with self._lock:
            return self._turn, memoryview(self._aligner.feed(chunk))

    def _put(self, turn: int, samples: memoryview) -> memoryview:
        """Take what there is room for; return the rest, which is nothing after a cut."""
        with self._lock:
            if turn != self._turn or self._closed:
                return samples[:0]
            self._check_device()
            return samples[self._feed.ring.write(samples) :]

    def _can_put(self, turn: int) -> bool:
        return turn != self._turn or self._feed.is_lost or self._feed.ring.free > 0

    def _end(self) -> None:
        with self._lock:
            self._feed.end()

    def _is_heard(self) -> bool:
        if self._closed or self._stream is None or self._feed.is_heard:
            return True
        self._check_device()
        return False

    def _is_cut(self) -> bool:
        return self._feed.is_lost or self._stream is None or self._feed.is_cut

    def _check_device(self) -> None:
        if self._feed.is_lost and not self._closed:
            raise self._failure("it has stopped")

    def _failure(self, problem: str) -> OutputError:
        name = "the default" if self._device is None else repr(self._device)
        return OutputError(f"sound device ({name})", problem, hint="Make another player.")

    def _begin_close(self) -> None:
        self._closed = True
        self.cut()

    def _shut(self) -> None:
        """Let go of the device once it has played what it was given, which takes its latency."""
        with self._lock:
            stream, self._stream = self._stream, None
        if stream is not None:
            stream.stop()
            stream.close()


def _started(stream: Any) -> Any:
    try:
        stream.start()
    except BaseException:
        stream.close()
        raise
    return stream
