"""Talking with an agent over a WebSocket. Blocking and async, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai_atoms.api.realtime import AsyncRealtime as _AsyncOperations
from smallestai_atoms.api.realtime import Realtime as _Operations

from smallestai.atoms._realtime_settings import RESERVED, wanted
from smallestai.atoms._realtime_tools import AgentTool
from smallestai.atoms.realtime_session import AgentSession, AsyncAgentSession

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smallestai._config import Timeout
    from smallestai._http import AsyncTransport, Transport
    from smallestai.atoms._realtime_tools import AnyTool

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
