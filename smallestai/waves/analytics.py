"""Logs and usage. Blocking and async, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai.waves._analytics import (
    MOST_ON_A_PAGE,
    OPERATIONS,
    Granularity,
    Measure,
    Pager,
    Point,
    Series,
    checked_id,
    period,
    series_of,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from smallestai_waves.api import RequestOptions
    from smallestai_waves.api.analytics import Analytics as Operations
    from smallestai_waves.api.analytics import AsyncAnalytics as AsyncOperations
    from smallestai_waves.models import SttLogEntry, TtsLogEntry, WebhookLogEntry

    from smallestai._http import AsyncTransport, Transport

__all__ = ["Analytics", "AsyncAnalytics", "Granularity", "Measure", "Point", "Series"]


class Analytics:
    """`client.waves.analytics`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def stt_logs(
        self,
        *,
        page_size: int = MOST_ON_A_PAGE,
        request_options: RequestOptions | None = None,
    ) -> Iterator[SttLogEntry]:
        """Iterate the log of speech to text, one entry for each recording or socket session.

        Pages are asked for as they are needed, each once.

        Args:
            page_size: Entries on a page, 1 to 100.
            request_options: Timeout, headers and retries of each request.

        Raises:
            ArgumentError: The page size is out of its range.
            APIError: The service refused a request.

        Source: operation `listStreamingSpeechToTextLogs`.
        """
        call = self._operations().list_streaming_speech_to_text_logs
        return _entries(call, Pager(page_size), request_options)

    def tts_logs(
        self,
        *,
        page_size: int = MOST_ON_A_PAGE,
        request_options: RequestOptions | None = None,
    ) -> Iterator[TtsLogEntry]:
        """Iterate the log of text to speech, one entry for each synthesis; see `stt_logs`.

        Source: operation `listTextToSpeechLogs`.
        """
        call = self._operations().list_text_to_speech_logs
        return _entries(call, Pager(page_size), request_options)

    def webhook_logs(
        self,
        *,
        page_size: int = MOST_ON_A_PAGE,
        request_options: RequestOptions | None = None,
    ) -> Iterator[WebhookLogEntry]:
        """Iterate the log of webhooks, one entry for each attempt to deliver; see `stt_logs`.

        Source: operation `listWebhookLogs`.
        """
        return _entries(self._operations().list_webhook_logs, Pager(page_size), request_options)

    def series(
        self,
        measure: Measure,
        start: datetime.datetime | None = None,
        end: datetime.datetime | None = None,
        *,
        granularity: Granularity = "day",
        request_options: RequestOptions | None = None,
    ) -> Series:
        """Return a number over time.

            week = datetime.now(UTC) - timedelta(days=7)
            for point in client.waves.analytics.series("tts_credits", week):
                print(point.time, point.value)

        Args:
            measure: ``stt_requests``, ``tts_requests``, ``tts_credits``, ``tts_concurrency`` (how
                many at once), or ``tts_connections`` (open sockets).
            start: Where the period begins, with its time zone; the service decides by default.
            end: Where it ends, likewise.
            granularity: ``hour`` or ``day``: the width of a step.
            request_options: Timeout, headers and retries of this call.

        Raises:
            ArgumentError: The measure is not known, or the period cannot be.
            APIError: The service refused the request.

        Source: operations `getStreamingSpeechToTextUsageTimeseries`,
        `getTextToSpeechUsageTimeseries`, `getTextToSpeechCreditsTimeseries`,
        `getTextToSpeechConcurrencyTimeseries`, `getTextToSpeechWebsocketConnectionsTimeseries`.
        """
        fields = period(measure, start, end, granularity)
        call = getattr(self._operations(), OPERATIONS[measure])
        return series_of(call(**fields, request_options=request_options))

    def delete_stt_record(
        self, request_id: str, *, request_options: RequestOptions | None = None
    ) -> None:
        """Delete what is stored of one request of speech to text. Repeating it is harmless.

        Args:
            request_id: As the log has it.
            request_options: Timeout, headers and retries of this call.

        Raises:
            ArgumentError: The id is empty.
            APIError: The service refused the request.

        Source: operation `deleteStreamingSpeechToTextHistory`.
        """
        call = self._operations().delete_streaming_speech_to_text_history
        call(checked_id(request_id), request_options=request_options)

    def _operations(self) -> Operations:
        from smallestai_waves.api.analytics import Analytics

        return Analytics(self._transport.send)


class AsyncAnalytics:
    """`client.waves.analytics` of `AsyncSmallestAI`: the same methods, to be awaited.

    Logs are iterated with ``async for``.
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    def stt_logs(
        self,
        *,
        page_size: int = MOST_ON_A_PAGE,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[SttLogEntry]:
        """Iterate the log of speech to text; see `Analytics.stt_logs`."""
        call = self._operations().list_streaming_speech_to_text_logs
        return _async_entries(call, Pager(page_size), request_options)

    def tts_logs(
        self,
        *,
        page_size: int = MOST_ON_A_PAGE,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[TtsLogEntry]:
        """Iterate the log of text to speech; see `Analytics.stt_logs`."""
        call = self._operations().list_text_to_speech_logs
        return _async_entries(call, Pager(page_size), request_options)

    def webhook_logs(
        self,
        *,
        page_size: int = MOST_ON_A_PAGE,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[WebhookLogEntry]:
        """Iterate the log of webhooks; see `Analytics.stt_logs`."""
        call = self._operations().list_webhook_logs
        return _async_entries(call, Pager(page_size), request_options)

    async def series(
        self,
        measure: Measure,
        start: datetime.datetime | None = None,
        end: datetime.datetime | None = None,
        *,
        granularity: Granularity = "day",
        request_options: RequestOptions | None = None,
    ) -> Series:
        """Return a number over time; see `Analytics.series`."""
        fields = period(measure, start, end, granularity)
        call = getattr(self._operations(), OPERATIONS[measure])
        return series_of(await call(**fields, request_options=request_options))

    async def delete_stt_record(
        self, request_id: str, *, request_options: RequestOptions | None = None
    ) -> None:
        """Delete what is stored of one request; see `Analytics.delete_stt_record`."""
        call = self._operations().delete_streaming_speech_to_text_history
        await call(checked_id(request_id), request_options=request_options)

    def _operations(self) -> AsyncOperations:
        from smallestai_waves.api.analytics import AsyncAnalytics as Operations

        return Operations(self._transport.send)


def _entries(call: Callable[..., Any], pager: Pager, options: Any) -> Iterator[Any]:
    while pager.page is not None:
        yield from pager.take(call(page=pager.page, page_size=pager.size, request_options=options))


async def _async_entries(
    call: Callable[..., Awaitable[Any]], pager: Pager, options: Any
) -> AsyncIterator[Any]:
    while pager.page is not None:
        answer = await call(page=pager.page, page_size=pager.size, request_options=options)
        for entry in pager.take(answer):
            yield entry
