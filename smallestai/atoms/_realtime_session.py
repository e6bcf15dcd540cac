"""A session with an agent, as far as nothing is waited for: what both worlds share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from smallestai._sessions.session import Session, checked_id, checked_pcm, played
from smallestai._tools import text_of
from smallestai.atoms._realtime_tools import AnyTool, tools_of
from smallestai.errors import ArgumentError, LocalProtocolError
from smallestai.protocol import agent_events as events
from smallestai.protocol.agent_audio import wire_of
from smallestai.protocol.agent_calls import LARGEST_OUTPUT
from smallestai.protocol.agent_events import AudioDelta, Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smallestai._sessions.mailbox import AsyncMailbox, Mailbox
    from smallestai.atoms._realtime_link import AgentLink
    from smallestai.atoms._realtime_settings import Wanted
    from smallestai.protocol.agent_audio import Wire
    from smallestai.protocol.agent_events import FunctionCall, Interrupted


class AgentState(Session):
    """What both worlds share: everything that does not wait."""

    _heard = AudioDelta
    _link: AgentLink

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted)
        self._wanted = wanted
        self._turn = 0  # audio of turns before this is not to be heard

    def __repr__(self) -> str:
        call = self.call_id or "no call yet"
        return f"<{type(self).__name__} {self.mode} {self.state}, {call}>"

    @property
    def mode(self) -> str:
        """``webcall`` or ``chat``."""
        return self._wanted.mode

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
        return "ended" if self._hub.finished else self._link.protocol.state.value

    @property
    def input_format(self) -> str:
        """Name of the format in which the user's audio goes out, such as ``pcm_24000``."""
        return self._link.protocol.input_format

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

    @property
    def _input_rate(self) -> int:
        return self._wire().rate

    def _converted(self, pcm: Any, sample_rate: int | None = None, channels: int = 1) -> bytes:
        """Return samples at the rate the service takes."""
        samples = checked_pcm(pcm)
        self._check_open()
        rate = self._input_rate
        if sample_rate in (None, rate) and channels == 1:
            return samples
        return self._resampled(samples, rate if sample_rate is None else sample_rate, channels)

    def _give(self, samples: bytes) -> None:
        self._link.protocol.send_audio(samples)

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
        checked_id(call_id)
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

    def _deliver(self, happened: Sequence[Event]) -> None:
        """Hand events to all who want them."""
        with self._hub.lock:
            for event in happened:
                if type(event) is AudioDelta:
                    if self._player is not None:
                        self._ledger.add(str(event.turn), len(event.data))
                    self._hub.put(event)
                elif isinstance(event, events.Interrupted):
                    self._hub.put(self._hushed())
                else:
                    self._tell(event)

    def _tell(self, event: Event) -> None:
        if isinstance(event, events.StartedTalking) and self._player is not None:
            self._ledger.begin(played(self._player))
        self._hub.put(event)
        if isinstance(event, events.FunctionCall):
            self._call(event)

    def _hushed(self) -> Interrupted:
        """Let nothing more be heard of what has come; return how much that was."""
        self._turn = self._link.protocol.turn
        dropped = max(map(_silenced, self._hub.boxes))
        player = self._player
        if player is None:
            return events.Interrupted(dropped=dropped)
        rest = self._ledger.cut(played(player))
        player.cut()
        heard = player.format.seconds(sum(each.heard for each in rest))
        return events.Interrupted(heard=heard, dropped=sum(each.dropped for each in rest))

    def _is_cut(self, event: AudioDelta) -> bool:
        return event.turn < self._turn

    # -- functions

    def _arguments(self, call: FunctionCall) -> str:
        return msgspec.json.encode({} if call.arguments is None else call.arguments).decode()

    def _finished_tool(self, call: FunctionCall, output: str, seconds: float, failed: bool) -> None:
        if (size := len(output.encode())) > LARGEST_OUTPUT:
            reason = f"{call.name} gave {size} bytes, more than the {LARGEST_OUTPUT} allowed"
            output, failed = text_of({"error": reason}), True
        finished = events.ToolFinished(
            call_id=call.call_id,
            name=call.name,
            output=output,
            seconds=seconds,
            failed=failed,
            sent=self._respond(call.call_id, output),
        )
        self._deliver([finished])


def _silenced(box: Mailbox[Event] | AsyncMailbox[Event]) -> int:
    """Take out all audio; return how many bytes that was."""
    removed = box.remove(lambda event: isinstance(event, AudioDelta))
    return sum(len(event.data) for event in removed if isinstance(event, AudioDelta))
