"""Calls: the operations, and waiting for the end of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from smallestai_atoms.api.calls import AsyncCalls as AsyncOperations
from smallestai_atoms.api.calls import Calls as Operations

from smallestai.atoms._waiting import Watch, async_wait, status_of, wait

if TYPE_CHECKING:
    import threading

    from smallestai_atoms.models import Call

    from smallestai._config import Config
    from smallestai.atoms._sending import AsyncSender, Sender

__all__ = ["AsyncCalls", "Calls"]

_FINAL = frozenset({"completed", "failed", "no_answer", "cancelled"})
_CALL_SECONDS = 600.0


class Calls(Operations):
    """`client.atoms.calls`."""

    def __init__(self, send: Sender) -> None:
        super().__init__(send)
        self._transport = send.transport

    def wait(
        self,
        call_id: str,
        *,
        timeout: float = _CALL_SECONDS,
        cancel: threading.Event | None = None,
    ) -> Call:
        """Look at a call until it has ended, and return it.

            started = client.atoms.calls.start_outbound_call(
                agent_id=agent_id, phone_number="+14155550123"
            )
            call = client.atoms.calls.wait(started.data.conversation_id, timeout=900)
            print(call.status, call.transcript)

        Only looking is repeated; no call is placed. Closing the client from another thread ends the
        waiting.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            timeout: Seconds to wait, at most.
            cancel: Ends the waiting when it is set.

        Returns:
            The call, its status completed, failed, no_answer or cancelled; as it stands, when
            ``cancel`` was set.

        Raises:
            APITimeoutError: It has not ended in time; it is on ``error.received`` as it stood last.
            APIError: The service refused to show it.

        Source: operation `callsGet`.
        """

        def look(options: Any) -> Call:
            return cast("Call", self.get(call_id, request_options=options).data)

        return wait(self._transport, look, _watch(call_id, timeout, self._transport.config), cancel)


class AsyncCalls(AsyncOperations):
    """`client.atoms.calls` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, send: AsyncSender) -> None:
        super().__init__(send)
        self._transport = send.transport

    async def wait(
        self,
        call_id: str,
        *,
        timeout: float = _CALL_SECONDS,
        cancel: threading.Event | None = None,
    ) -> Call:
        """Look at a call until it has ended; see `Calls.wait`. Cancelling the task ends it too."""

        async def look(options: Any) -> Call:
            return cast("Call", (await self.get(call_id, request_options=options)).data)

        watch = _watch(call_id, timeout, self._transport.config)
        return await async_wait(self._transport, look, watch, cancel)


def _watch(call_id: str, timeout: float, config: Config) -> Watch[Call]:
    return Watch(f"the call {call_id}", timeout, lambda call: status_of(call) in _FINAL, config)
