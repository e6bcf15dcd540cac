"""A conversation with an agent. Blocking and async, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai._sessions.workers import AsyncWorkers, Workers
from smallestai.atoms._realtime_links import AsyncLink, Link
from smallestai.atoms._realtime_session import AgentState
from smallestai.protocol.agent_events import Event

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

    from smallestai_atoms.api.realtime import AsyncRealtime, Realtime

    from smallestai.atoms._realtime_settings import Wanted
    from smallestai.atoms._realtime_tools import AnyTool

_PREFILL = 0.2  # seconds to collect before sound begins: the agent's audio comes in bursts


class AgentSession(Workers[Event], AgentState):
    """A session with an agent; made by `Realtime.connect`.

        with client.atoms.realtime.connect(agent_id) as session:
            session.stream_microphone()
            session.play()
            for event in session:
                print(event.type)

    Iterating gives every event (`smallestai.protocol.agent_events`), audio among them as
    `AudioDelta`, and ends when the session does. A reader thread receives; functions the agent
    calls run in threads of their own. Any thread may call any method, and `close` ends it for all.

    Iterating raises what ended the session: `StreamClosedError`, whose ``code`` is that of the
    service's last error, or `APIConnectionError` or `APIError` where another connection could not
    be had.

    Attributes:
        muted: While this is true, `stream_microphone` sends silence.
    """

    _thread_name = "smallestai-agent"
    _link: Link

    def __init__(self, wanted: Wanted, operations: Realtime) -> None:
        super().__init__(wanted, Link(wanted, operations))

    def open(self) -> None:
        """Connect and wait until the session has begun; the ``with`` statement does.

        A service that drains or cannot be reached is tried again as often as the client's
        ``max_retries`` says, each time with another token.

        Raises:
            BadRequestError: The service refuses the format, the variables, or has no credits left.
            AuthenticationError: The key or the token is wrong, or the agent is not known.
            StreamClosedError: The agent cannot be had; ``code`` and the message say why.
            APIConnectionError: The service cannot be reached, or does not answer in time.
        """
        super().open()

    def send_audio(self, pcm: bytes, sample_rate: int | None = None, channels: int = 1) -> None:
        """Hand over what the user says, in blocks of any size.

        The service expects it at the pace of speech and without pause, silence included: a turn
        ends where silence is heard. Nothing is paced here. While a lost connection is replaced it
        is dropped, and counted (`dropped`).

        Args:
            pcm: 16-bit little-endian samples, channels interleaved.
            sample_rate: Samples per second; None means those of `input_format`. Others are
                resampled, which needs ``[audio]``.
            channels: How many channels; they are mixed into one.

        Raises:
            ArgumentError: This is no audio.
            ConfigurationError: The ``[audio]`` extra is missing.
            LocalProtocolError: The session is not open, is a chat, or takes Opus.

        Source: frame ``input_audio_buffer.append``.
        """
        self._send(self._converted(pcm, sample_rate, channels))

    def send_packet(self, packet: bytes) -> None:
        """Hand over audio that is in `input_format` already: G.711, or one packet of Opus.

        Raises:
            ArgumentError: This is empty, or a page of Ogg, which the service drops.
            LocalProtocolError: The session is not open, or is a chat.

        Source: frame ``input_audio_buffer.append``.
        """
        data = self._packet(packet)
        with self._link.lock:
            self._link.protocol.send_packet(data)
        self._link.flush()

    def send_text(self, text: str) -> None:
        """Hand over what the user writes, in either mode.

        Raises:
            ArgumentError: The text is empty.
            LocalProtocolError: The session is not open, or is just being connected again.

        Source: frame ``input_text.send``.
        """
        checked = self._text(text)
        with self._link.lock:
            self._link.protocol.send_text(checked)
        self._link.flush()

    def send_tool_output(self, call_id: str, output: Any) -> bool:
        """Answer a call of a function that was declared without one to run.

        Args:
            call_id: The id from `FunctionCall`.
            output: A string, or anything JSON can hold; up to 65536 bytes.

        Returns:
            Whether it was sent: nobody waits for it when it comes too late.

        Raises:
            ArgumentError: The output is too large; nothing was sent.

        Source: frame ``function_call.result``.
        """
        return self._send_output(*self._output(call_id, output))

    def update_tools(self, tools: Iterable[AnyTool] | None) -> None:
        """Replace the functions the agent may call, also for sessions after a reconnect.

        The agent's own stay. `SessionUpdated` confirms it; `ErrorReported` says that the service
        refuses them, and keeps those it has.

        Raises:
            ArgumentError: One cannot be described; nothing was sent.

        Source: frame ``session.update``.
        """
        declared = self._declared(tools)
        with self._link.lock:
            self._link.protocol.update_tools(declared)
        self._link.flush()

    def audio(self) -> Iterator[bytes]:
        """Iterate the agent's speech from now on, for playing: 16-bit mono PCM at `output_rate`.

        What has not been taken when the user cuts in is dropped. It ends when the session does.
        """
        return self._audio(self._subscribe(self._heard))

    def play(self, *, device: int | str | None = None) -> None:
        """Play the agent's speech from now on, in the background (needs ``[audio]``).

        It falls silent when the user cuts in; `Interrupted` then tells how much was heard.

        Args:
            device: The sound device, by its number or a part of its name; None is the default one.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a sound device is missing.
        """
        self._begin_play(device, prefill=_PREFILL)

    def stream_microphone(self, *, device: int | str | None = None) -> None:
        """Send what the microphone hears from now on, in the background (needs ``[audio]``).

        Args:
            device: The sound device, by its number or a part of its name; None is the default one.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a microphone is missing.
            LocalProtocolError: The session is not open, is a chat, or takes Opus.
        """
        self._begin_listening(device, sample_rate=self._input_rate)

    def close(self) -> None:
        """Hang up; whoever iterates sees the end. Does nothing the second time.

        The service is told and given 2 seconds to agree. Functions that still run are not waited
        for.

        Source: frame ``session.close``.
        """
        super().close()


class AsyncAgentSession(AsyncWorkers[Event], AgentState):
    """A session with an agent, on an event loop; see `AgentSession`.

    Made by `AsyncRealtime.connect`. Functions that are not async run in threads.
    """

    _link: AsyncLink

    def __init__(self, wanted: Wanted, operations: AsyncRealtime) -> None:
        super().__init__(wanted, AsyncLink(wanted, operations))

    async def open(self) -> None:
        """Connect and wait until the session has begun; see `AgentSession.open`."""
        await super().open()

    async def send_audio(
        self, pcm: bytes, sample_rate: int | None = None, channels: int = 1
    ) -> None:
        """Hand over what the user says; see `AgentSession.send_audio`."""
        await self._send(self._converted(pcm, sample_rate, channels))

    async def send_packet(self, packet: bytes) -> None:
        """Hand over audio that is encoded already; see `AgentSession.send_packet`."""
        self._link.protocol.send_packet(self._packet(packet))
        await self._link.flush()

    async def send_text(self, text: str) -> None:
        """Hand over what the user writes; see `AgentSession.send_text`."""
        self._link.protocol.send_text(self._text(text))
        await self._link.flush()

    async def send_tool_output(self, call_id: str, output: Any) -> bool:
        """Answer a call by hand; see `AgentSession.send_tool_output`."""
        return await self._send_output(*self._output(call_id, output))

    async def update_tools(self, tools: Iterable[AnyTool] | None) -> None:
        """Replace the functions the agent may call; see `AgentSession.update_tools`."""
        self._link.protocol.update_tools(self._declared(tools))
        await self._link.flush()

    def audio(self) -> AsyncIterator[bytes]:
        """Iterate the agent's speech from now on; see `AgentSession.audio`."""
        return self._audio(self._subscribe(self._heard))

    async def play(self, *, device: int | str | None = None) -> None:
        """Play the agent's speech from now on, in the background; see `AgentSession.play`."""
        await self._begin_play(device, prefill=_PREFILL)

    async def stream_microphone(self, *, device: int | str | None = None) -> None:
        """Send what the microphone hears from now on; see `AgentSession.stream_microphone`."""
        await self._begin_listening(device, sample_rate=self._input_rate)

    async def close(self) -> None:
        """Hang up; see `AgentSession.close`."""
        await super().close()
