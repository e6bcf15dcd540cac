"""Talking with an agent over a WebSocket. Blocking and async, side by side."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any, Self

from smallestai_atoms.api.realtime import AsyncRealtime as _AsyncOperations
from smallestai_atoms.api.realtime import Realtime as _Operations

from smallestai.atoms._realtime_session import PREFILL
from smallestai.atoms._realtime_settings import RESERVED, wanted
from smallestai.atoms._realtime_tools import AgentTool
from smallestai.atoms._realtime_workers import AsyncWorkers, Workers
from smallestai.errors import LocalProtocolError
from smallestai.waves._hydra_link import closed_error

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
    from types import TracebackType

    from smallestai._config import Timeout
    from smallestai._http import AsyncTransport, Transport
    from smallestai.atoms._realtime_tools import AnyTool
    from smallestai.protocol.agent_events import Event

__all__ = [
    "RESERVED",
    "AgentSession",
    "AgentTool",
    "AsyncAgentSession",
    "AsyncRealtime",
    "Realtime",
]


class Realtime(_Operations):
    """`client.atoms.realtime`."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport.send)
        self._transport = transport

    def connect(
        self,
        agent_id: str | None = None,
        *,
        mode: str = "webcall",
        variables: Mapping[str, str | float | bool] | None = None,
        input_audio_format: str | None = None,
        output_audio_format: str | None = None,
        tools: Iterable[AnyTool] | None = None,
        tool_timeout: float = 15.0,
        reconnects: int = 10,
        token: str | None = None,
        mint: bool = True,
        timeout: Timeout | float | None = None,
    ) -> AgentSession:
        """Return a session with an agent; its ``with`` statement connects.

        Each connection has a token of its own, minted with `register_call`, so that the key is in
        no address. A lost connection is replaced by another, which is a new call: the agent
        remembers nothing of the old one.

        Args:
            agent_id: The agent.
            mode: ``webcall``, in which both sides speak, or ``chat``, in which both write.
            variables: Values for the agent's variables; not those the service sets, `RESERVED`.
            input_audio_format: How the user's audio goes out: ``pcm_24000``, which it is when left
                out, or ``pcm_`` with 8000, 16000, 22050, 44100 or 48000, ``mulaw_8000``,
                ``alaw_8000``, or ``opus_`` with 8000, 16000, 24000 or 48000.
            output_audio_format: How the agent's audio comes: ``pcm_24000``, which it is when left
                out, ``pcm_8000``, ``pcm_16000`` or, with some voices, ``pcm_44100``.
            tools: Functions the agent may call, besides its own: sync or async functions;
                declarations, whose calls `AgentSession.send_tool_output` answers; or an
                `AgentTool`, which says more of one.
            tool_timeout: Seconds the agent waits for a function, 1 to 60.
            reconnects: How many tries in a row may fail until a lost session is given up, 0 to 20;
                0 makes a loss the end.
            token: An ``access_token`` of `register_call`, minted elsewhere, in place of
                ``agent_id``, ``variables`` and ``output_audio_format``. It works once and for 30
                seconds, so there is no reconnect.
            mint: Whether to mint a token; False connects with the key itself, in a header.
            timeout: Seconds, or a `Timeout`, for this session: ``connect``, ``first`` for the
                session to begin, ``between`` for a ping to be answered.

        Raises:
            ArgumentError: An argument has a value the service refuses; nothing is sent.

        Source: operation `registerCall`, channel `agentConnect`.
        """
        self._transport.check_open()
        asked = wanted(
            self._transport.config,
            agent_id=agent_id,
            mode=mode,
            variables=variables,
            input_audio_format=input_audio_format,
            output_audio_format=output_audio_format,
            token=token,
            mint=mint,
            tools=tools,
            tool_timeout=tool_timeout,
            reconnects=reconnects,
            timeout=timeout,
        )
        return AgentSession(asked, self)


class AsyncRealtime(_AsyncOperations):
    """`client.atoms.realtime` of `AsyncSmallestAI`."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport.send)
        self._transport = transport

    def connect(
        self,
        agent_id: str | None = None,
        *,
        mode: str = "webcall",
        variables: Mapping[str, str | float | bool] | None = None,
        input_audio_format: str | None = None,
        output_audio_format: str | None = None,
        tools: Iterable[AnyTool] | None = None,
        tool_timeout: float = 15.0,
        reconnects: int = 10,
        token: str | None = None,
        mint: bool = True,
        timeout: Timeout | float | None = None,
    ) -> AsyncAgentSession:
        """Return a session with an agent; see `Realtime.connect`."""
        self._transport.check_open()
        asked = wanted(
            self._transport.config,
            agent_id=agent_id,
            mode=mode,
            variables=variables,
            input_audio_format=input_audio_format,
            output_audio_format=output_audio_format,
            token=token,
            mint=mint,
            tools=tools,
            tool_timeout=tool_timeout,
            reconnects=reconnects,
            timeout=timeout,
        )
        return AsyncAgentSession(asked, self)


class AgentSession(Workers):
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

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[Event]:
        return iter(self._inbox)

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
        if self._closed:
            raise closed_error()
        if self._opened:
            return
        self._deliver(self._link.open())
        self._opened = True
        self._work("smallestai-agent", self._receive)
        self._work("smallestai-agent-clock", self._tick)

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
        return self._audio(self._subscribe())

    def play(self, *, device: int | str | None = None) -> None:
        """Play the agent's speech from now on, in the background (needs ``[audio]``).

        It falls silent when the user cuts in; `Interrupted` then tells how much was heard.

        Args:
            device: The sound device, by its number or a part of its name; None is the default one.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a sound device is missing.
        """
        from smallestai._player import Player

        self._check_open()
        player = Player(self.format, device, PREFILL)
        player.__enter__()
        with self._delivery:
            if self._player is not None:
                player.close()
                raise LocalProtocolError("the session is being played already")
            box = self._subscribe()
            self._player = player
        self._work("smallestai-agent-player", lambda: self._play(player, box))

    def stream_microphone(self, *, device: int | str | None = None) -> None:
        """Send what the microphone hears from now on, in the background (needs ``[audio]``).

        Args:
            device: The sound device, by its number or a part of its name; None is the default one.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a microphone is missing.
            LocalProtocolError: The session is not open, is a chat, or takes Opus.
        """
        from smallestai._microphone import Microphone

        self._check_open()
        microphone = Microphone(self._wire().rate, device=device)
        microphone.__enter__()
        self._microphone = microphone
        self._work("smallestai-agent-microphone", lambda: self._listen(microphone))

    def close(self) -> None:
        """Hang up; whoever iterates sees the end. Does nothing the second time.

        The service is told and given 2 seconds to agree. Functions that still run are not waited
        for.

        Source: frame ``session.close``.
        """
        self._closed = True
        self._finish(None, at_once=True)
        if self._player is not None:
            self._player.cut()
        self._link.close()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join()


class AsyncAgentSession(AsyncWorkers):
    """A session with an agent, on an event loop; see `AgentSession`.

    Made by `AsyncRealtime.connect`. Functions that are not async run in threads.
    """

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def __aiter__(self) -> AsyncIterator[Event]:
        return aiter(self._inbox)

    async def open(self) -> None:
        """Connect and wait until the session has begun; see `AgentSession.open`."""
        if self._closed:
            raise closed_error()
        if self._opened:
            return
        self._deliver(await self._link.open())
        self._opened = True
        self._work(self._receive())
        self._work(self._tick())

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
        return self._audio(self._subscribe())

    async def play(self, *, device: int | str | None = None) -> None:
        """Play the agent's speech from now on, in the background; see `AgentSession.play`."""
        from smallestai._player import AsyncPlayer

        self._check_open()
        player = AsyncPlayer(self.format, device, PREFILL)
        await player.__aenter__()
        if self._player is not None or self._finished:
            await player.close()
            self._check_open()
            raise LocalProtocolError("the session is being played already")
        box = self._subscribe()
        self._player = player
        self._work(self._play(player, box))

    async def stream_microphone(self, *, device: int | str | None = None) -> None:
        """Send what the microphone hears from now on; see `AgentSession.stream_microphone`."""
        from smallestai._microphone import Microphone

        self._check_open()
        microphone = Microphone(self._wire().rate, device=device)
        await microphone.__aenter__()
        self._microphone = microphone
        self._work(self._listen(microphone))

    async def close(self) -> None:
        """Hang up; see `AgentSession.close`."""
        self._closed = True
        self._finish(None, at_once=True)
        if self._player is not None:
            self._player.cut()
        await self._link.close()
        tasks = self._tasks - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
