"""Speech to speech. Blocking and async, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai.waves._hydra_settings import MODEL, VOICES, wanted
from smallestai.waves.hydra_session import AsyncHydraSession, HydraSession

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smallestai._config import Timeout
    from smallestai._http import AsyncTransport, Transport
    from smallestai._tools import Function, Tool
    from smallestai.waves.tokens import AccessToken

__all__ = ["MODEL", "VOICES", "AsyncHydra", "AsyncHydraSession", "Hydra", "HydraSession"]


class Hydra:
    """`client.waves.hydra`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def connect(
        self,
        *,
        model: str = MODEL,
        instructions: str | None = None,
        voice: str | None = None,
        tools: Iterable[Function | Mapping[str, Any] | Tool] | None = None,
        generate_initial_response: bool | None = None,
        tool_deadline: float = 5.0,
        reconnects: int = 10,
        token: AccessToken | str | None = None,
        timeout: Timeout | float | None = None,
    ) -> HydraSession:
        """Return a session; its ``with`` statement connects.

        A lost connection is replaced by another, which is a new session: it is configured anew,
        and remembers nothing.

        Args:
            model: ``hydra-v1.1``, ``hydra-v1.0``, or ``hydra``, an older name of the latter.
            instructions: What the model is to do, in free text.
            voice: One of the model's `VOICES`; None is the service's choice.
            tools: Functions the model may call, sync or async; or declarations, whose calls
                `HydraSession.send_tool_output` answers.
            generate_initial_response: Whether the model speaks first.
            tool_deadline: Seconds after which a placeholder answers a call; the result follows.
            reconnects: How many tries in a row may fail until a lost session is given up; 0 makes
                a loss the end.
            token: From `Tokens.create`, in place of the client's key.
            timeout: Seconds, or a `Timeout`, for this session: ``connect``, ``first`` for the
                service to listen, ``between`` for a reply to go on.

        Raises:
            ArgumentError: An argument has a value the service refuses; nothing is sent.

        Source: channel `s2s`, frame ``session.configure``.
        """
        self._transport.check_open()
        return HydraSession(
            wanted(
                self._transport.config,
                model=model,
                instructions=instructions,
                voice=voice,
                tools=tools,
                generate_initial_response=generate_initial_response,
                tool_deadline=tool_deadline,
                reconnects=reconnects,
                token=token,
                timeout=timeout,
            )
        )


class AsyncHydra:
    """`client.waves.hydra` of `AsyncSmallestAI`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    def connect(
        self,
        *,
        model: str = MODEL,
        instructions: str | None = None,
        voice: str | None = None,
        tools: Iterable[Function | Mapping[str, Any] | Tool] | None = None,
        generate_initial_response: bool | None = None,
        tool_deadline: float = 5.0,
        reconnects: int = 10,
        token: AccessToken | str | None = None,
        timeout: Timeout | float | None = None,
    ) -> AsyncHydraSession:
        """Return a session; its ``async with`` statement connects. See `Hydra.connect`."""
        self._transport.check_open()
        return AsyncHydraSession(
            wanted(
                self._transport.config,
                model=model,
                instructions=instructions,
                voice=voice,
                tools=tools,
                generate_initial_response=generate_initial_response,
                tool_deadline=tool_deadline,
                reconnects=reconnects,
                token=token,
                timeout=timeout,
            )
        )
