"""A text that is still being written, spoken by one HTTP request for each piece.

Blocking and async, side by side.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from smallestai.errors import SmallestError
from smallestai.protocol.events import Complete
from smallestai.waves._feeds import AsyncFeed, Feed
from smallestai.waves._reply_links import AsyncReplyLink, ReplyLink

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from smallestai._http import AsyncTransport, Transport
    from smallestai.protocol.events import SpeechEvent
    from smallestai.waves.request import SpeechRequest


class ReplyNarrationLink(Feed):
    """The blocking link."""

    def __init__(
        self,
        transport: Transport,
        request: SpeechRequest,
        source: Iterable[Any],
        *narrator: Any,
        events: bool,
    ) -> None:
        super().__init__(transport.config, source, *narrator)
        self._transport = transport
        self._request = request
        self._events = events
        self._reply: ReplyLink | None = None

    def open(self) -> None:
        self.narration.connected()
        self._start_feed()

    def receive(self) -> list[SpeechEvent] | None:
        while self._has_turn():
            try:
                events = self._exchange()
            except SmallestError as error:
                self._drop()
                self.narration.connected()
                self._pause(self._pause_after(error))
                continue
            if events:
                return events
        return None if self._stopped else self._final()

    def close(self) -> None:
        with self._changed:
            self._stopped = True
            self.narration.cancel()
            self._changed.notify_all()
        self._drop()

    def _exchange(self) -> list[SpeechEvent]:
        if self._reply is None:
            with self._changed:
                (text,) = self.narration.texts_to_send()
            request = replace(self._request, text=text)
            self._reply = ReplyLink(self._transport, request, events=self._events)
            self._reply.open()
        events = self._reply.receive()
        if events is None:
            return []
        if events and type(events[-1]) is Complete:
            self._drop()
        with self._changed:
            events = self._kept(self.narration.take(events))
            self._changed.notify_all()
        return events

    def _drop(self) -> None:
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.close()


class AsyncReplyNarrationLink(AsyncFeed):
    """The async link."""

    def __init__(
        self,
        transport: AsyncTransport,
        request: SpeechRequest,
        source: AsyncIterable[Any] | Iterable[Any],
        *narrator: Any,
        events: bool,
    ) -> None:
        super().__init__(transport.config, source, *narrator)
        self._transport = transport
        self._request = request
        self._events = events
        self._reply: AsyncReplyLink | None = None

    async def open(self) -> None:
        self.narration.connected()
        self._start_feed()

    async def receive(self) -> list[SpeechEvent] | None:
        while await self._has_turn():
            try:
                events = await self._exchange()
            except SmallestError as error:
                await self._drop()
                self.narration.connected()
                await asyncio.sleep(self._pause_after(error))
                continue
            if events:
                return events
        return None if self._stopped else self._final()

    async def close(self) -> None:
        self._stopped = True
        self.narration.cancel()
        await self._stop_feed()
        await self._drop()

    def abandon(self) -> None:
        self._stopped = True
        if self._feeder is not None:
            self._feeder.cancel()

    async def _exchange(self) -> list[SpeechEvent]:
        if self._reply is None:
            (text,) = self.narration.texts_to_send()
            request = replace(self._request, text=text)
            self._reply = AsyncReplyLink(self._transport, request, events=self._events)
            await self._reply.open()
        events = await self._reply.receive()
        if events is None:
            return []
        if events and type(events[-1]) is Complete:
            await self._drop()
        events = self._kept(self.narration.take(events))
        self._changed.set()
        return events

    async def _drop(self) -> None:
        reply, self._reply = self._reply, None
        if reply is not None:
            await reply.close()
