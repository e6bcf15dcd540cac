"""A session with an agent, as far as nothing is waited for: what both worlds share."""

from __future__ import annotations

import threading
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from smallestai._resample import Resampler, check_channels, check_rate
from smallestai._tools import Tool, text_of
from smallestai.atoms._realtime_tools import AnyTool, tools_of
from smallestai.audio import AudioFormat
from smallestai.errors import ArgumentError, LocalProtocolError
from smallestai.protocol import agent_events as events
from smallestai.protocol.agent_audio import wire_of
from smallestai.protocol.agent_calls import LARGEST_OUTPUT
from smallestai.protocol.hydra_ledger import Ledger
from smallestai.waves._hydra_link import closed_error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smallestai._microphone import Microphone
    from smallestai._playback import Playback
    from smallestai.atoms._realtime_links import AsyncLink, Link
    from smallestai.atoms._realtime_settings import Wanted
    from smallestai.protocol.agent_audio import Wire
    from smallestai.protocol.agent_events import AudioDelta, Event, FunctionCall, Interrupted
    from smallestai.waves._mailbox import AsyncMailbox, Mailbox

L = TypeVar("L", bound="Link | AsyncLink")
B = TypeVar("B", bound="Mailbox[Event] | AsyncMailbox[Event]")

PREFILL = 0.2  # seconds to collect before sound begins: the agent's audio comes in bursts


class Session(Generic[L, B]):
    """What both worlds share: everything that does not wait."""

    _link: L
    _inbox: B  # of whoever iterates the session

    def __init__(self, wanted: Wanted) -> None:
        self.muted = False
        self._wanted = wanted
        self._tools: dict[str, Tool] = dict(wanted.tools)
        self._speakers: list[B] = []  # those of audio only
        self._delivery = threading.RLock()  # of those who hand out events
        self._conversion = threading.Lock()  # of those who resample
        self._resamplers: dict[tuple[int, int], Resampler] = {}
        self._turn = 0  # audio of turns before this is not to be heard
        self._player: Playback | None = None
        self._ledger = Ledger()
        self._microphone: Microphone | None = None
        self._opened = False
        self._finished = False  # nothing more will come
        self._closed = False  # by the caller

    def __repr__(self) -> str:
        call = self.call_id or "no call yet"
        return f"<{type(self).__name__} {self.mode} {self.state}, {call}>"

    @property
    def mode(self) -> str:
        """``webcall`` or ``chat``."""
        return self._wanted.mode

    @property
    def id(self) -> str | None:
        """The service's id of the session; another one after a reconnect."""
        return self._link.protocol.session_id

    @property
    def call_id(self) -> str | None:
        """The service's id of the call, as logs and `live_events` know it."""
        return self._link.protocol.call_id

    @property
    def state(self) -> str:
        """Where it stands.

        ``offline`` (not connected, or to be connected again), ``greeting``, ``open``, ``closing``
        or ``ended``.
        """
        return "ended" if self._finished else self._link.protocol.state.value

    @property
    def input_format(self) -> str:
        """Name of the format in which the user's audio goes out, such as ``pcm_24000``."""
        return self._link.protocol.input_format

    @property
    def output_rate(self) -> int:
        """Samples per second of the agent's speech, as the service says once it is open."""
        return self._link.protocol.output_rate

    @property
    def format(self) -> AudioFormat:
        """The format of the agent's speech: 16-bit mono PCM at `output_rate`."""
        return AudioFormat("pcm", self.output_rate)

    @property
    def tools(self) -> list[Tool]:
        """The functions of the client that the agent may call."""
        return list(self._tools.values())

    @property
    def dropped(self) -> int:
        """Bytes of audio given while there was no session; they are lost."""
        return self._link.protocol.dropped

    # -- going out

    def _wire(self) -> Wire:
        """Return the format of the user's audio, where samples can be sent."""
        if self.mode == "chat":
            raise LocalProtocolError("a chat takes no audio", hint="Use send_text.")
        wire = wire_of(self.input_format)
        if wire.codec == "opus":
            raise LocalProtocolError("the session takes Opus", hint="Use send_packet.")
        return wire

    def _converted(self, pcm: Any, sample_rate: int | None = None, channels: int = 1) -> bytes:
        """Return samples at the rate the service takes."""
        if not isinstance(pcm, bytes | bytearray | memoryview):
            raise ArgumentError("pcm", type(pcm), "must be bytes of 16-bit samples")
        self._check_open()
        rate = self._wire().rate
        if sample_rate in (None, rate) and channels == 1:
            return bytes(pcm)
        return self._resampled(bytes(pcm), rate if sample_rate is None else sample_rate, channels)

    def _resampled(self, pcm: bytes, sample_rate: int, channels: int) -> bytes:
        with self._conversion:
            resampler = self._resamplers.get((sample_rate, channels))
            if resampler is None:
                check_rate("sample_rate", sample_rate)
                check_channels(channels)
                resampler = Resampler(sample_rate, self._wire().rate, channels=channels)
                self._resamplers[sample_rate, channels] = resampler
            return resampler.feed(pcm)

    def _packet(self, packet: Any) -> bytes:
        if not isinstance(packet, bytes | bytearray | memoryview) or not len(packet):
            raise ArgumentError("packet", type(packet), "must be bytes, one packet of them")
        data = bytes(packet)
        if data.startswith(b"OggS"):
            raise ArgumentError("packet", data[:4], "is a page of Ogg; send the packets in it")
        self._check_open()
        if self.mode == "chat":
            raise LocalProtocolError("a chat takes no audio", hint="Use send_text.")
        return data

    def _text(self, text: Any) -> str:
        if not isinstance(text, str) or not text:
            raise ArgumentError("text", text, "must be a string that is not empty")
        self._check_open()
        return text

    def _output(self, call_id: str, output: Any) -> tuple[str, str]:
        if not isinstance(call_id, str) or not call_id:
            raise ArgumentError("call_id", call_id, "must be the id of a call")
        text = text_of(output)
        if (size := len(text.encode())) > LARGEST_OUTPUT:
            remedy = f"has {size} bytes; the service takes up to {LARGEST_OUTPUT}"
            raise ArgumentError("output", text, remedy)
        return call_id, text

    def _declared(self, tools: Iterable[AnyTool] | None) -> list[dict[str, Any]]:
        """Take new tools; return how they are declared."""
        self._tools, declared = tools_of(tools, self._wanted.tool_timeout)
        return declared

    # -- coming in

    def _deliver(self, happened: list[Event]) -> None:
        """Hand events to all who want them."""
        with self._delivery:
            for event in happened:
                if type(event) is events.AudioDelta:
                    self._speak(event)
                elif isinstance(event, events.Interrupted):
                    self._inbox.put(self._hushed())
                else:
                    self._tell(event)

    def _speak(self, event: AudioDelta) -> None:
        if self._player is not None:
            self._ledger.add(str(event.turn), len(event.data))
        self._inbox.put(event)
        for box in self._speakers:
            box.put(event)

    def _tell(self, event: Event) -> None:
        if isinstance(event, events.StartedTalking) and self._player is not None:
            self._ledger.begin(_played(self._player))
        self._inbox.put(event)
        if isinstance(event, events.FunctionCall):
            self._call(event)

    def _hushed(self) -> Interrupted:
        """Let nothing more be heard of what has come; return how much that was."""
        self._turn = self._link.protocol.turn
        dropped = max(_silenced(box) for box in (self._inbox, *self._speakers))
        player = self._player
        if player is None:
            return events.Interrupted(dropped=dropped)
        rest = self._ledger.cut(_played(player))
        player.cut()
        heard = player.format.seconds(sum(each.heard for each in rest))
        return events.Interrupted(heard=heard, dropped=sum(each.dropped for each in rest))

    # -- functions

    def _call(self, event: FunctionCall) -> None:
        raise NotImplementedError

    def _arguments(self, event: FunctionCall) -> str:
        """Return the arguments as the callers of functions take them."""
        return msgspec.json.encode({} if event.arguments is None else event.arguments).decode()

    def _unknown(self, event: FunctionCall) -> str:
        return text_of({"error": f"there is no function {event.name!r}"})

    def _finished_tool(
        self, event: FunctionCall, output: str, seconds: float, failed: bool
    ) -> None:
        """Hand over what a function gave, and tell of it; it is still to be written."""
        if (size := len(output.encode())) > LARGEST_OUTPUT:
            reason = f"{event.name} gave {size} bytes, more than the {LARGEST_OUTPUT} allowed"
            output, failed = text_of({"error": reason}), True
        finished = events.ToolFinished(
            call_id=event.call_id,
            name=event.name,
            output=output,
            seconds=seconds,
            failed=failed,
            sent=self._link.protocol.send_output(event.call_id, output, monotonic()),
        )
        self._deliver([finished])

    def _key(self) -> str:
        return self._wanted.config.api_key

    # -- private

    def _check_open(self) -> None:
        if self._finished:
            raise closed_error()
        if not self._opened:
            raise LocalProtocolError(
                "the session is not open yet", hint="Use it in a with statement."
            )


def _played(player: Playback) -> int:
    """Return the bytes a player has played."""
    return round(player.position * player.format.sample_rate) * 2


def _silenced(box: Mailbox[Event] | AsyncMailbox[Event]) -> int:
    """Take out all audio; return how many bytes that was."""
    removed = box.remove(lambda event: isinstance(event, events.AudioDelta))
    return sum(len(event.data) for event in removed if isinstance(event, events.AudioDelta))
