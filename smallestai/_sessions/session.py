"""A session as far as nothing is waited for: what both worlds, and both services, share."""

from __future__ import annotations

import sys
import threading
import warnings
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from smallestai._resample import Resampler, check_channels, check_rate
from smallestai._sessions.link import closed_error
from smallestai.audio import AudioFormat
from smallestai.errors import ArgumentError, LocalProtocolError
from smallestai.protocol.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smallestai._microphone import Microphone
    from smallestai._playback import Playback
    from smallestai._sessions.hub import Hub
    from smallestai._sessions.link import BaseLink, Wanted
    from smallestai._tools import Tool


class Call(Protocol):
    """An event that asks for a function."""

    @property
    def call_id(self) -> str:
        """The id of the call."""

    @property
    def name(self) -> str | None:
        """The function."""


class Session:
    """What is known of any session; what depends on the service is said by a subclass.

    Attributes:
        muted: While this is true, `stream_microphone` sends silence.
    """

    _heard: ClassVar[type[Any]]  # the event that has audio
    _link: BaseLink[Any]
    _hub: Hub[Any]
    _opened = False  # also of one that could not be made

    def __init__(self, wanted: Wanted) -> None:
        self.muted = False
        self._tools: dict[str, Tool] = dict(wanted.tools)
        self._key = wanted.config.api_key
        self._conversion = threading.Lock()  # of those who resample
        self._resamplers: dict[tuple[int, int], Resampler] = {}
        self._player: Playback | None = None
        self._ledger = Ledger()
        self._microphone: Microphone | None = None
        self._closed = False  # by the caller

    @property
    def id(self) -> str | None:
        """The service's id of the session, for its support; another one after a reconnect."""
        return self._link.protocol.session_id

    @property
    def output_rate(self) -> int:
        """Samples per second of the speech that comes, as the service says once it is open."""
        return self._link.protocol.output_rate

    @property
    def format(self) -> AudioFormat:
        """The format of the speech that comes: 16-bit mono PCM at `output_rate`."""
        return AudioFormat("pcm", self.output_rate)

    @property
    def tools(self) -> list[Tool]:
        """The client's functions that may be called."""
        return list(self._tools.values())

    # -- of the service

    @property
    def _input_rate(self) -> int:
        """Samples per second of the user's audio."""
        raise NotImplementedError

    def _converted(self, pcm: Any) -> bytes:
        """Return samples as the service takes them; raise where it takes none."""
        raise NotImplementedError

    def _give(self, samples: bytes) -> None:
        """Hand samples to the protocol."""
        raise NotImplementedError

    def _finished_tool(self, call: Any, output: str, seconds: float, failed: bool) -> None:
        """Hand what a function gave to the protocol, and tell of it."""
        raise NotImplementedError

    def _arguments(self, call: Any) -> str | None:
        """Return the arguments of a call as JSON."""
        raise NotImplementedError

    def _deliver(self, happened: Sequence[Any]) -> None:
        """Hand events to all who want them."""
        raise NotImplementedError

    def _call(self, call: Call) -> None:
        """Have a function run."""
        raise NotImplementedError

    def _is_cut(self, event: Any) -> bool:
        """Whether nothing more is to be heard of what audio belongs to."""
        raise NotImplementedError

    # -- of all

    def _respond(self, call_id: str, output: str) -> bool:
        """Hand the result of a call to the protocol; return whether it was sent."""
        return self._link.protocol.send_output(call_id, output, monotonic())

    def _block(self, block: bytes) -> bytes:
        """Return what is sent for a block of the microphone."""
        return self._converted(bytes(len(block)) if self.muted else block)

    def _resampled(self, pcm: bytes, sample_rate: int, channels: int) -> bytes:
        with self._conversion:
            check_rate("sample_rate", sample_rate)
            check_channels(channels)
            resampler = self._resamplers.get((sample_rate, channels))
            if resampler is None:
                resampler = Resampler(sample_rate, self._input_rate, channels=channels)
                self._resamplers[sample_rate, channels] = resampler
            return resampler.feed(pcm)

    def _check_open(self) -> None:
        if self._hub.finished:
            raise closed_error()
        self._check_begun()

    def _check_begun(self) -> None:
        """Raise unless it is open, or was."""
        if not (self._opened or self._closed):
            raise LocalProtocolError(
                "the session is not open yet", hint="Use it in a with statement."
            )

    def _check_unplayed(self) -> None:
        """Raise where it is played already."""
        if self._player is not None:
            raise LocalProtocolError("the session is being played already")

    def _check_unheard(self) -> None:
        """Raise unless it is open and there is no microphone yet: two would speak in turns."""
        self._check_open()
        if self._microphone is not None:
            raise LocalProtocolError("the session listens to a microphone already")

    @property
    def _is_leaked(self) -> bool:
        """Whether a connection is open that nobody can close any more."""
        return self._opened and not self._hub.finished and not sys.is_finalizing()

    def _warn(self) -> None:
        message = f"{self!r} was never closed: use it in a with statement"
        warnings.warn(message, ResourceWarning, stacklevel=3, source=self)


def checked_id(call_id: Any) -> str:
    """Return the id of a call.

    Raises:
        ArgumentError: It is none.
    """
    if not isinstance(call_id, str) or not call_id:
        raise ArgumentError("call_id", call_id, "must be the id of a call")
    return call_id


def checked_pcm(pcm: Any) -> bytes:
    """Return samples as bytes that nobody can change any more.

    Raises:
        ArgumentError: These are none.
    """
    if not isinstance(pcm, bytes | bytearray | memoryview):
        raise ArgumentError("pcm", type(pcm), "must be bytes of 16-bit samples")
    return bytes(pcm)


def played(player: Playback) -> int:
    """Return the bytes a player has played."""
    return round(player.position * player.format.sample_rate) * 2
