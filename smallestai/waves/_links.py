"""How a stream of speech reaches its connection: what a link does, blocking and async.

A link opens, waits for the next events, and closes; what they mean is decided in
`smallestai.protocol`. There are two: a WebSocket of its own (`_socket_links`), and an HTTP body
(`_reply_links`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from smallestai.protocol.events import SpeechEvent


@dataclass(slots=True)
class Facts:
    """What a link knows for the metrics; times are those of `time.perf_counter`.

    Attributes:
        reconnects: How often it went on over another connection.
        piece_latencies: For a text that comes in pieces: from asking for each to its first samples.
        first_text_at: When the source gave its first text.
    """

    reconnects: int = 0
    piece_latencies: list[float] = field(default_factory=list)
    first_text_at: float | None = None


class Link(Protocol):
    """What a blocking stream asks of a link."""

    @property
    def request_id(self) -> str | None:
        """The service's id of the request, once it is known."""

    @property
    def facts(self) -> Facts:
        """What the metrics need to know of it."""

    @property
    def audio(self) -> bytes:
        """The audio received so far."""

    def open(self) -> None:
        """Connect and send the request."""

    def receive(self) -> list[SpeechEvent] | None:
        """Wait for the next events; None once the link was closed from elsewhere."""

    def close(self) -> None:
        """End the wait of whoever is in `receive`, and let go of the connection."""


class AsyncLink(Protocol):
    """What an async stream asks of a link."""

    @property
    def request_id(self) -> str | None:
        """The service's id of the request, once it is known."""

    @property
    def facts(self) -> Facts:
        """What the metrics need to know of it."""

    @property
    def audio(self) -> bytes:
        """The audio received so far."""

    async def open(self) -> None:
        """Connect and send the request."""

    async def receive(self) -> list[SpeechEvent] | None:
        """Wait for the next events; None once the link was closed from elsewhere."""

    async def close(self) -> None:
        """End the wait of whoever is in `receive`, and let go of the connection."""

    def abandon(self) -> None:
        """Let go of the connection without waiting, for a stream that nobody closed."""
