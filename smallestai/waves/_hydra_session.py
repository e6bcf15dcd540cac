"""A speech-to-speech session, as far as nothing is waited for: what both worlds share."""

from __future__ import annotations

from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._microphone import level_of
from smallestai._sessions.session import Session, checked_id, checked_pcm, played
from smallestai._tools import Function, Tool, text_of, tools_of
from smallestai.errors import LocalProtocolError, OutputError
from smallestai.protocol import hydra_events as events
from smallestai.protocol.hydra_events import AudioDelta, Event
from smallestai.protocol.hydra_intake import INPUT_RATE
from smallestai.waves._hydra_tracks import SessionRecorder

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping, Sequence

    from smallestai._playback import Playback
    from smallestai._sessions.mailbox import AsyncMailbox, Mailbox
    from smallestai.waves._hydra_link import HydraLink
    from smallestai.waves._hydra_settings import Wanted


class HydraState(Session):
    """What both worlds share: everything that does not wait."""

    _heard = AudioDelta
    _link: HydraLink
    _recorder: SessionRecorder | None = None  # also of one that could not be made

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted)
        self._wanted = wanted
        self._cut: set[str | None] = set()  # replies of which nothing more is to be heard
        self._last_in = self._last_out = b""

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"<{name} {self._wanted.model} {self.state}, {self.id or 'no id yet'}>"

    @property
    def model(self) -> str:
        """The model spoken to."""
        return self._wanted.model

    @property
    def state(self) -> str:
        """Where it stands.

        ``offline`` (not connected, or to be connected again), ``greeting``, ``configuring``,
        ``listening``, ``responding``, ``calling`` (functions) or ``ended``.
        """
        return "ended" if self._hub.finished else self._link.protocol.state.value

    @property
    def voice(self) -> str | None:
        """The voice in use, as the service names it."""
        return self._link.protocol.voice

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

    @property
    def _input_rate(self) -> int:
        return INPUT_RATE

    def _converted(self, pcm: Any, sample_rate: int = INPUT_RATE, channels: int = 1) -> bytes:
        """Return samples as the service takes them."""
        samples = checked_pcm(pcm)
        self._check_open()
        if sample_rate != INPUT_RATE or channels != 1:
            samples = self._resampled(samples, sample_rate, channels)
        self._last_in = samples
        if self._recorder is not None:
            self._recorder.listen(samples, monotonic())
        return samples

    def _give(self, samples: bytes) -> None:
        self._link.protocol.send_audio(samples, monotonic())

    def _output(self, call_id: str, output: Any) -> tuple[str, str]:
        return checked_id(call_id), text_of(output)

    def _declared(
        self, tools: Iterable[Function | Mapping[str, Any] | Tool] | None
    ) -> list[dict[str, Any]]:
        """Take new tools; return how they are declared."""
        by_name = tools_of(tools)
        self._tools = by_name
        return [tool.hydra() for tool in by_name.values()]

    # -- coming in

    def _deliver(self, happened: Sequence[Event]) -> None:
        """Hand events to all who want them."""
        with self._hub.lock:
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
        self._hub.put(event)

    def _tell(self, event: Event, happened: Sequence[Event]) -> None:
        if isinstance(event, events.Interrupted):
            if event.reason == "lost":
                self._hub.put(event)
            elif event.response_id not in self._cut:
                self._hush(event.reason, event.response_id)
            return
        if isinstance(event, events.ResponseCreated) and self._player is not None:
            self._ledger.begin(played(self._player))
        self._hub.put(event)
        if isinstance(event, events.SpeechStarted):
            cut = [each for each in happened if isinstance(each, events.Interrupted)]
            self._hush("speech", cut[0].response_id if cut else None)
        elif isinstance(event, events.ArgumentsDone):
            self._call(event)

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
        speakers = self._hub.speakers
        for box in self._hub.boxes:
            if box in speakers or response_id is not None:
                whose = None if box in speakers else response_id
                for name, size in silenced(box, whose).items():
                    unheard[name] = (None, max(size, unheard.get(name, (None, 0))[1]))
        if self._player is not None:
            unheard = self._silenced(self._player, response_id)
        if self._recorder is not None:
            self._recorder.cut(monotonic())
        for name, (heard, size) in unheard.items():
            self._hub.put(
                events.Interrupted(response_id=name, reason=reason, heard=heard, dropped=size)
            )

    def _silenced(
        self, player: Playback, response_id: str | None
    ) -> dict[str | None, tuple[float | None, int]]:
        """Cut the player; return the seconds heard and the bytes not heard of each reply."""
        rest = self._ledger.cut(played(player))
        self._cut.update(each.response_id for each in rest)  # before: it tells what is written now
        player.cut()
        unheard: dict[str | None, tuple[float | None, int]] = {
            each.response_id: (player.format.seconds(each.heard), each.dropped) for each in rest
        }
        if response_id is not None:
            unheard.setdefault(response_id, (0.0, 0))
        return unheard

    def _is_cut(self, event: AudioDelta) -> bool:
        return event.response_id in self._cut

    # -- functions

    def _arguments(self, call: events.ArgumentsDone) -> str | None:
        return call.arguments

    def _finished_tool(
        self, call: events.ArgumentsDone, output: str, seconds: float, failed: bool
    ) -> None:
        """Hand over what a function gave, and before it can be answered tell the caller."""
        if self._respond(call.call_id, output):
            finished = events.ToolFinished(
                call_id=call.call_id,
                name=call.name or "",
                output=output,
                seconds=seconds,
                failed=failed,
            )
            self._deliver([finished])

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

    def _let_go(self) -> None:
        """Close the recording of a session that nobody holds any more."""
        with suppress(OutputError):
            self._end_recording()


def silenced(
    box: Mailbox[Event] | AsyncMailbox[Event], response_id: str | None = None
) -> dict[str | None, int]:
    """Take out the audio of one reply, or all; return how many bytes of which that was."""
    sizes: dict[str | None, int] = {}
    for event in box.remove(lambda event: _belongs(event, response_id)):
        if type(event) is AudioDelta:
            sizes[event.response_id] = sizes.get(event.response_id, 0) + len(event.data)
    return sizes


def _belongs(event: Event, response_id: str | None) -> bool:
    return type(event) is AudioDelta and response_id in (None, event.response_id)
