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
    from smallestai.waves._narrator import Script
    from smallestai.waves.request import SpeechRequest


class ReplyNarrationLink(Feed):
    """The blocking link."""

    def __init__(
        self,
        transport: Transport,
        request: SpeechRequest,
        source: Iterable[Any],
        script: Script,
        *,
        events: bool,
    ) -> None:
        super().__init__(transport.config, source, script)
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
                self._begin_again()
                if not self._stopped:
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
        """Wait for more of the reply to the present piece, which is asked for where it is not."""
        reply = self._reply or self._ask()
        events = reply.receive() if reply is not None else None
        if not events:
            return []
        if type(events[-1]) is Complete:
            self._drop()
        with self._changed:
            events = self._kept(self.narration.take(events))
            self._changed.notify_all()
        return events

    def _ask(self) -> ReplyLink | None:
        with self._changed:
            texts = self._texts()
            if not texts:  # closed meanwhile
                return None
            request = replace(self._request, text=texts[0])
            reply = self._reply = ReplyLink(self._transport, request, events=self._events)
        reply.open()
        self.narration.request_id = self.narration.request_id or reply.request_id
        if self._stopped:
            reply.close()
            return None
        return reply

    def _begin_again(self) -> None:
        """What is not complete is to be asked for again."""
        with self._changed:
            self.narration.connected()
        self._drop()

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
        script: Script,
        *,
        events: bool,
    ) -> None:
        super().__init__(transport.config, source, script)
        self._transport = transport
        self._request = request
        self._events = events
        self._reply: AsyncReplyLink | None = None
        self._opening: asyncio.Task[None] | None = None

    async def open(self) -> None:
        self.narration.connected()
        self._start_feed()

    async def receive(self) -> list[SpeechEvent] | None:
        while await self._has_turn():
            try:
                events = await self._exchange()
            except SmallestError as error:
                await self._begin_again()
                if not self._stopped:
                    await self._pause(self._pause_after(error))
                continue
            except BaseException:  # given up in the middle of a body, which cannot be read on
                await self._begin_again()
                raise
            if events:
                return events
        return None if self._stopped else self._final()

    async def close(self) -> None:
        self._stopped = True
        self.narration.cancel()
        if self._opening is not None:
            self._opening.cancel()
        await self._drop()
        await self._stop_feed()

    def abandon(self) -> None:
        self._abandon_feed(self._close_soon)

    def _close_soon(self) -> None:
        self._closing = asyncio.create_task(self.close())

    async def _exchange(self) -> list[SpeechEvent]:
        """Wait for more of the reply to the present piece, which is asked for where it is not."""
        reply = self._reply or await self._ask()
        events = await reply.receive() if reply is not None else None
        if not events:
            return []
        if type(events[-1]) is Complete:
            await self._drop()
        events = self._kept(self.narration.take(events))
        self._changed.set()
        return events

    async def _ask(self) -> AsyncReplyLink | None:
        texts = self._texts()
        if not texts:  # closed meanwhile
            return None
        request = replace(self._request, text=texts[0])
        reply = self._reply = AsyncReplyLink(self._transport, request, events=self._events)
        self._opening = asyncio.create_task(reply.open())
        try:
            await self._opening
        except asyncio.CancelledError:
            if self._stopped:
                return None
            raise
        self.narration.request_id = self.narration.request_id or reply.request_id
        return reply

    async def _begin_again(self) -> None:
        """What is not complete is to be asked for again."""
        self.narration.connected()
        await self._drop()

    async def _drop(self) -> None:
        reply, self._reply = self._reply, None
        if reply is not None:
            await reply.close()
