"""A speech-to-speech session, as far as nothing is waited for: what both worlds share."""

from __future__ import annotations

import threading
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from smallestai._microphone import level_of
from smallestai._resample import Resampler, check_channels, check_rate
from smallestai._tools import Function, Tool, text_of, tools_of
from smallestai.audio import AudioFormat
from smallestai.errors import ArgumentError, LocalProtocolError
from smallestai.protocol import hydra_events as events
from smallestai.protocol.hydra_events import AudioDelta, Event
from smallestai.protocol.hydra_intake import INPUT_RATE
from smallestai.protocol.hydra_ledger import Ledger
from smallestai.waves._hydra_link import closed_error
from smallestai.waves._hydra_tracks import SessionRecorder

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

    from smallestai._microphone import Microphone
    from smallestai._playback import Playback
    from smallestai.waves._hydra_links import AsyncLink, Link
    from smallestai.waves._hydra_mailbox import AsyncMailbox, Mailbox
    from smallestai.waves._hydra_settings import Wanted

L = TypeVar("L", bound="Link | AsyncLink")
B = TypeVar("B", bound="Mailbox | AsyncMailbox")


class Session(Generic[L, B]):
    """What both worlds share: everything that does not wait."""

    _link: L
    _inbox: B  # of whoever iterates the session

    def __init__(self, wanted: Wanted) -> None:
        self.muted = False
        self._wanted = wanted
        self._tools: dict[str, Tool] = dict(wanted.tools)
        self._boxes: list[B] = []
        self._speakers: list[B] = []  # those of audio only
        self._delivery = threading.RLock()  # of those who hand out events
        self._conversion = threading.Lock()  # of those who resample
        self._resamplers: dict[tuple[int, int], Resampler] = {}
        self._cut: set[str | None] = set()  # replies of which nothing more is to be heard
        self._player: Playback | None = None
        self._ledger = Ledger()
        self._microphone: Microphone | None = None
        self._recorder: SessionRecorder | None = None
        self._last_in = self._last_out = b""
        self._opened = False
        self._finished = False  # nothing more will come
        self._closed = False  # by the caller

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"<{name} {self._wanted.model} {self.state}, {self.id or 'no id yet'}>"

    @property
    def model(self) -> str:
        """The model spoken to."""
        return self._wanted.model

    @property
    def id(self) -> str | None:
        """The service's id of the session, for its support; another one after a reconnect."""
        return self._link.protocol.session_id

    @property
    def state(self) -> str:
        """Where it stands.

        ``offline`` (not connected, or to be connected again), ``greeting``, ``configuring``,
        ``listening``, ``responding``, ``calling`` (functions) or ``ended``.
        """
        return "ended" if self._finished else self._link.protocol.state.value

    @property
    def voice(self) -> str | None:
        """The voice in use, as the service names it."""
        return self._link.protocol.voice

    @property
    def output_rate(self) -> int:
        """Samples per second of the model's speech, as the service says once it is open."""
        return self._link.protocol.output_rate

    @property
    def format(self) -> AudioFormat:
        """The format of the model's speech: 16-bit mono PCM at `output_rate`."""
        return AudioFormat("pcm", self.output_rate)

    @property
    def tools(self) -> list[Tool]:
        """The functions the model may call."""
        return list(self._tools.values())

    @property
    def level(self) -> float:
        """How loud the last block sent was: its root mean square, from 0.0 to 1.0."""
        return level_of(self._last_in)

    @property
    def output_level(self) -> float:
        """How loud the last piece of the model's speech was, from 0.0 to 1.0."""
        return level_of(self._last_out)

    @property
    def dropped(self) -> int:
        """Bytes sent while the service did not listen that were too much to be kept (10 s are)."""
        return self._link.protocol.held_dropped

    # -- going out

    def _converted(self, pcm: Any, sample_rate: int = INPUT_RATE, channels: int = 1) -> bytes:
        """Return samples as the service takes them."""
        if not isinstance(pcm, bytes | bytearray | memoryview):
            raise ArgumentError("pcm", type(pcm), "must be bytes of 16-bit samples")
        if self._finished or not self._opened:
            raise closed_error() if self._finished else _not_open()
        if sample_rate == INPUT_RATE and channels == 1:
            samples = bytes(pcm)
        else:
            samples = self._resampled(bytes(pcm), sample_rate, channels)
        self._last_in = samples
        if self._recorder is not None:
            self._recorder.listen(samples, monotonic())
        return samples

    def _resampled(self, pcm: bytes, sample_rate: int, channels: int) -> bytes:
        with self._conversion:
            check_rate("sample_rate", sample_rate)
            check_channels(channels)
            resampler = self._resamplers.get((sample_rate, channels))
            if resampler is None:
                resampler = Resampler(sample_rate, INPUT_RATE, channels=channels)
                self._resamplers[sample_rate, channels] = resampler
            return resampler.feed(pcm)

    def _output(self, call_id: str, output: Any) -> tuple[str, str]:
        if not isinstance(call_id, str) or not call_id:
            raise ArgumentError("call_id", call_id, "must be the id of a call")
        return call_id, text_of(output)

    def _declared(
        self, tools: Iterable[Function | Mapping[str, Any] | Tool] | None
    ) -> list[dict[str, Any]]:
        """Take new tools; return how they are declared."""
        by_name = tools_of(tools)
        self._tools = by_name
        return [tool.hydra() for tool in by_name.values()]

    # -- coming in

    def _deliver(self, happened: list[Event]) -> None:
        """Hand events to all who want them."""
        with self._delivery:
            for event in happened:
                if type(event) is AudioDelta:
                    self._speak(event)
                else:
                    self._tell(event, happened)

    def _speak(self, event: AudioDelta) -> None:
        if event.response_id in self._cut:  # meanwhile
            return
        self._last_out = event.data
        if self._player is not None:
            self._ledger.add(event.response_id, len(event.data))
        if self._recorder is not None:
            self._recorder.speak(event.data, monotonic())
        for box in self._boxes:
            box.put(event)

    def _tell(self, event: Event, happened: list[Event]) -> None:
        if isinstance(event, events.Interrupted):
            if event.reason == "lost":
                self._put(event)
            elif event.response_id not in self._cut:
                self._hush(event.reason, event.response_id)
            return
        if isinstance(event, events.ResponseCreated) and self._player is not None:
            self._ledger.begin(self._played(self._player))
        self._put(event)
        if isinstance(event, events.SpeechStarted):
            cut = [each for each in happened if isinstance(each, events.Interrupted)]
            self._hush("speech", cut[0].response_id if cut else None)
        elif isinstance(event, events.ArgumentsDone):
            self._call(event)

    def _put(self, event: Event) -> None:
        for box in self._boxes:
            box.put(event)

    def _hush(self, reason: str, response_id: str | None) -> None:
        """Let nothing more be heard, and say of every reply what was not.

        Args:
            reason: Why.
            response_id: The reply that is cut off; None where only what it left is.
        """
        unheard: dict[str | None, tuple[float | None, int]] = {}
        if response_id is not None:
            self._cut.add(response_id)
            unheard[response_id] = (None, 0)
        for box in self._boxes:
            if box in self._speakers or response_id is not None:
                whose = None if box in self._speakers else response_id
                for name, size in box.silence(whose).items():
                    unheard[name] = (None, max(size, unheard.get(name, (None, 0))[1]))
        if self._player is not None:
            unheard = self._silenced(self._player, response_id)
        if self._recorder is not None:
            self._recorder.cut(monotonic())
        for name, (heard, size) in unheard.items():
            self._put(
                events.Interrupted(response_id=name, reason=reason, heard=heard, dropped=size)
            )

    def _silenced(
        self, player: Playback, response_id: str | None
    ) -> dict[str | None, tuple[float | None, int]]:
        """Cut the player; return the seconds heard and the bytes not heard of each reply."""
        rest = self._ledger.cut(self._played(player))
        self._cut.update(each.response_id for each in rest)  # before: it tells what is written now
        player.cut()
        unheard: dict[str | None, tuple[float | None, int]] = {
            each.response_id: (player.format.seconds(each.heard), each.dropped) for each in rest
        }
        if response_id is not None:
            unheard.setdefault(response_id, (0.0, 0))
        return unheard

    def _played(self, player: Playback) -> int:
        return round(player.position * player.format.sample_rate) * 2

    def _call(self, event: events.ArgumentsDone) -> None:
        raise NotImplementedError

    # -- recording

    def _record(self, path: str | os.PathLike[str]) -> None:
        self._check_open()
        if self._recorder is not None:
            raise LocalProtocolError("the session is being recorded already")
        self._recorder = SessionRecorder(path, self.output_rate, monotonic())

    def _write_recording(self) -> None:
        if self._recorder is not None:
            self._recorder.write(monotonic())

    def _end_recording(self) -> None:
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.close()

    def _check_begun(self) -> None:
        """Raise unless it is open, or was."""
        if not (self._opened or self._closed):
            raise _not_open()

    def _check_unheard(self) -> None:
        """Raise unless it is open and there is no microphone yet: two would speak in turns."""
        self._check_open()
        if self._microphone is not None:
            raise LocalProtocolError("the session listens to a microphone already")

    def _check_open(self) -> None:
        if self._finished:
            raise closed_error()
        if not self._opened:
            raise _not_open()


def _not_open() -> LocalProtocolError:
    return LocalProtocolError("the session is not open yet", hint="Use it in a with statement.")
