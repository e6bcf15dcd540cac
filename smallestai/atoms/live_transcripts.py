"""Live events by the name of their operation. Blocking and async, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai_atoms.api.live_transcripts import AsyncLiveTranscripts as AsyncOperations
from smallestai_atoms.api.live_transcripts import LiveTranscripts as Operations

from smallestai.atoms.live_events import AsyncLiveEvents, LiveEvents

if TYPE_CHECKING:
    from smallestai._config import Timeout
    from smallestai.atoms._sending import AsyncSender, Sender
    from smallestai.atoms.live_events import AsyncLiveEventStream, LiveEventStream

__all__ = ["AsyncLiveTranscripts", "LiveTranscripts"]


class LiveTranscripts(Operations):
    """`client.atoms.live_transcripts`."""

    def __init__(self, send: Sender) -> None:
        super().__init__(send)
        self._events = LiveEvents(send.transport)

    def subscribe_to_live_events(
        self, call_id: str, *, reconnects: int = 10, timeout: Timeout | float | None = None
    ) -> LiveEventStream:
        """Follow a call that runs: what `client.atoms.live_events.stream` does.

        Args:
            call_id: The call, such as ``CALL-1700000000000-a1b2c3``.
            reconnects: How many tries in a row may fail until a broken connection is given up, 0 to
                20.
            timeout: Seconds, or a `Timeout`.

        Returns:
            The events, to be iterated; the request is sent by the first read.

        Raises:
            ArgumentError: An argument cannot be used; nothing is sent.

        Source: operation `subscribeToLiveEvents`.
        """
        return self._events.stream(call_id, reconnects=reconnects, timeout=timeout)


class AsyncLiveTranscripts(AsyncOperations):
    """`client.atoms.live_transcripts` of `AsyncSmallestAI`."""

    def __init__(self, send: AsyncSender) -> None:
        super().__init__(send)
        self._events = AsyncLiveEvents(send.transport)

    def subscribe_to_live_events(
        self, call_id: str, *, reconnects: int = 10, timeout: Timeout | float | None = None
    ) -> AsyncLiveEventStream:
        """Follow a call that runs; see `LiveTranscripts.subscribe_to_live_events`."""
        return self._events.stream(call_id, reconnects=reconnects, timeout=timeout)
