"""Speech to text from recordings: Pulse and Pulse Pro, and the older route of Pulse.

What the sandbox has said itself is transcribed exactly; the header `x-sandbox-engine` tells what
did the work: `memory`, `pocketsphinx`, both, or `none`.
"""

from __future__ import annotations

import asyncio
import json
import math
import tempfile
import time
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any, BinaryIO

from attrs import frozen
from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from . import analytics
from .recogniser import Recogniser
from .recordings import UnreadableError, read
from .transcription_fetch import FetchError, TooLargeError, fetch, name_of
from .transcription_jobs import Jobs, deliver
from .transcription_languages import may_be_english
from .transcription_limits import Rate
from .transcription_orders import LEGACY, UNIFIED, Order, RefusedOrderError, order_of
from .transcription_text import (
    Speakers,
    is_on,
    redactor_of,
    text_of,
    traits_of,
    utterances_of,
    words_of,
)

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .recogniser import HeardWord
    from .state import State
    from .transcription_orders import Edition

ENGINE = "x-sandbox-engine"

_IN_MEMORY = 1 << 20  # bytes of a recording; the rest goes to a file
_LONGEST_BODY = 1 << 16  # bytes of JSON
_CHUNK_SECONDS = 30


@frozen
class _Recording:
    """A recording as it has come in."""

    file: BinaryIO
    size: int
    content_type: str = ""
    name: str | None = None


@frozen
class _Hearing:
    """What was heard in a recording."""

    words: list[HeardWord]
    duration: float  # of the recording, in seconds
    took: float  # seconds
    engine: str


def routes(state: State) -> list[BaseRoute]:
    """Return the route for recordings and its predecessor."""
    rate = Rate(state.settings.transcriptions_per_minute, state.clock)
    jobs = Jobs()
    return [_Desk(state, edition, rate, jobs).route() for edition in (UNIFIED, LEGACY)]


class _Desk:
    """Takes the recordings of one route."""

    def __init__(self, state: State, edition: Edition, rate: Rate, jobs: Jobs) -> None:
        self._state = state
        self._edition = edition
        self._rate = rate
        self._jobs = jobs

    def route(self) -> Route:
        """Return the route."""
        return Route(self._edition.path, self._answer, methods=["POST"])

    async def _answer(self, request: Request) -> Response:
        try:
            order = order_of(self._state, self._edition, request)
            if not self._rate.admits((request.headers.get("authorization"), order.model)):
                raise order.refused(429, "Rate limit exceeded. Try again in a minute.")
            reply = await self._take(request, order)
        except RefusedOrderError as refused:
            # A client that is still sending would not read the reply.
            with suppress(RuntimeError):  # all of it was read
                async for _ in request.stream():
                    pass
            reply = refused.reply
        return reply

    async def _take(self, request: Request, order: Order) -> Response:
        with ExitStack() as undo:
            file = undo.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))
            recording = await self._receive(request, order, file)
            if order.is_job:
                self._jobs.start(self._work(order, recording, undo.pop_all()))
                return order.reply({"status": "processing", "request_id": order.request_id})
            try:
                hearing = await run_in_threadpool(self._hear, order, recording)
            except UnreadableError as error:
                raise order.refused(400, str(error)) from error
        content = self._transcript(order, recording, hearing)
        if order.has_webhook:
            self._jobs.start(self._deliver(order, content))
        return order.reply(content, **{ENGINE: hearing.engine})

    # Taking in

    async def _receive(self, request: Request, order: Order, file: Any) -> _Recording:
        size, limit = 0, self._state.settings.transcription_bytes
        async for part in request.stream():
            size += len(part)
            if size > limit:
                raise order.too_large()
            await run_in_threadpool(file.write, part)
        kind = request.headers.get("content-type", "")
        if kind.partition(";")[0].strip().lower() == "application/json":
            return await run_in_threadpool(self._fetch, order, file)
        return _Recording(file, size, kind)

    def _fetch(self, order: Order, file: Any) -> _Recording:
        """Put the recording, whose address a file holds, into that file."""
        file.seek(0)
        try:
            url = json.loads(file.read(_LONGEST_BODY))["url"]
        except (ValueError, TypeError, KeyError):
            raise order.refused(400, 'The JSON body must be {"url": "..."}') from None
        if order.model != "pulse":
            raise order.refused(400, "URL input is supported by model=pulse only.")
        file.seek(0)
        file.truncate()
        try:
            size = fetch(self._state, url, file)
        except FetchError as error:
            raise order.refused(400, str(error)) from error
        except TooLargeError:
            raise order.too_large() from None
        return _Recording(file, size, name=name_of(url))

    # Transcribing

    def _hear(self, order: Order, recording: _Recording) -> _Hearing:
        started = time.perf_counter()
        recogniser = Recogniser(self._state.spoken, english=may_be_english(order.language))
        for pcm in read(recording.file, recording.content_type):
            recogniser.feed(pcm)
        recogniser.end()
        took = time.perf_counter() - started
        words = order.style.write(recogniser.words_since())
        words, _ = redactor_of(order.query, order.language).mask(words)
        hearing = _Hearing(words, round(recogniser.seconds, 3), took, recogniser.engine)
        self._record(order, recording, hearing)
        return hearing

    def _record(self, order: Order, recording: _Recording, hearing: _Hearing) -> None:
        analytics.record(
            self._state,
            "asr",
            order.query,
            seconds=hearing.took,
            expires=order.expires,
            request_id=order.request_id,
            request_type="rest",
            model=order.model,
            language=order.language,
            file_size=str(recording.size),
            duration=hearing.duration,
            transcription=text_of(hearing.words),
            **_traits(order, hearing),
        )

    def _transcript(self, order: Order, recording: _Recording, hearing: _Hearing) -> dict[str, Any]:
        make = self._pro_transcript if order.model == "pulse-pro" else self._pulse_transcript
        return make(order, recording, hearing)

    def _pulse_transcript(
        self, order: Order, recording: _Recording, hearing: _Hearing
    ) -> dict[str, Any]:
        query, words = order.query, hearing.words
        content: dict[str, Any] = {"status": "success", "transcription": text_of(words)}
        speakers = Speakers() if is_on(query, "diarize") else None
        if is_on(query, "word_timestamps"):
            content["words"] = words_of(words, speakers)
            content["utterances"] = utterances_of(words, speakers)
        content |= _traits(order, hearing)
        metadata: dict[str, Any] = {"duration": hearing.duration, "fileSize": recording.size}
        if recording.name is not None:
            metadata["filename"] = recording.name
        return content | {"metadata": metadata}

    def _pro_transcript(
        self, order: Order, recording: _Recording, hearing: _Hearing
    ) -> dict[str, Any]:
        content: dict[str, Any] = {"status": "success", "transcription": text_of(hearing.words)}
        if is_on(order.query, "word_timestamps"):
            content["words"] = words_of(hearing.words, None)
        metadata = {
            "duration": hearing.duration,
            "processing_time_ms": round(1000 * hearing.took, 1),
            "rtfx": round(hearing.duration / max(hearing.took, 1e-6), 1),
            "num_chunks": max(math.ceil(hearing.duration / _CHUNK_SECONDS), 1),
        }
        return content | {
            "language": "en",
            "metadata": metadata,
            "totalBytes": recording.size,
            "request_id": order.request_id,
        }

    # Webhooks

    async def _work(self, order: Order, recording: _Recording, undo: ExitStack) -> None:
        with undo:
            try:
                hearing = await run_in_threadpool(self._hear, order, recording)
                content = self._transcript(order, recording, hearing)
            except UnreadableError as error:
                content = {"status": "failed", "error": str(error), "transcription": ""}
        await self._deliver(order, content)

    async def _deliver(self, order: Order, content: dict[str, Any]) -> None:
        await asyncio.sleep(0)  # the reply to the request goes first
        await deliver(self._state, order.query, content | {"request_id": order.request_id})


def _traits(order: Order, hearing: _Hearing) -> dict[str, Any]:
    """Return what is told of the speaker, as far as it is asked for; Pulse Pro tells nothing."""
    if order.model == "pulse-pro":
        return {}
    gender, emotions = (is_on(order.query, f"{name}_detection") for name in ("gender", "emotion"))
    return traits_of(hearing.words, gender=gender, emotions=emotions)
