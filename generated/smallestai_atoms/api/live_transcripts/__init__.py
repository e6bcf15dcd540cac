"""The namespace `LiveTranscripts` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import AsyncSend, Send


class LiveTranscripts:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send


class AsyncLiveTranscripts:
    """The awaitable twin of `LiveTranscripts`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send
