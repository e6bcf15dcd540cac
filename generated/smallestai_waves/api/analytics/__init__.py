"""The namespace `Analytics` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    import datetime

    from ...models.acknowledgement import Acknowledgement
    from ...models.count_timeseries import CountTimeseries
    from ...models.credits_timeseries import CreditsTimeseries
    from ...models.granularity import Granularity
    from ...models.stt_log_page import SttLogPage
    from ...models.tts_log_page import TtsLogPage
    from ...models.values_timeseries import ValuesTimeseries
    from ...models.webhook_log_page import WebhookLogPage
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class Analytics:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawAnalytics:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawAnalytics(self._send)

    def list_streaming_speech_to_text_logs(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> SttLogPage:
        """List speech-to-text requests.

        One entry for each recording or socket session, in pages.

        Args:
            page: Page to return, from 1; the first when absent.
            page_size: Entries on a page, 1 to 100; 50 when absent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of the log.
        """
        from . import list_streaming_speech_to_text_logs as _operation

        return self._send(
            _operation._get_kwargs(page=page, page_size=page_size),
            _operation._parse,
            request_options,
        )

    def delete_streaming_speech_to_text_history(
        self, request_id: str, *, request_options: RequestOptions | None = None
    ) -> Acknowledgement:
        """Delete the stored content of one speech-to-text request.

        Repeating the call is harmless.

        Args:
            request_id: Id of the request, as the log shows it.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Done, or there was nothing to do.
        """
        from . import delete_streaming_speech_to_text_history as _operation

        return self._send(
            _operation._get_kwargs(request_id=request_id), _operation._parse, request_options
        )

    def get_streaming_speech_to_text_usage_timeseries(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        granularity: Granularity | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CountTimeseries:
        """Count speech-to-text requests over time.

        One count for each hour or day of the period.

        Args:
            from_: Start of the period, an RFC 3339 time.
            to: End of the period, an RFC 3339 time.
            granularity: Width of one step of the series.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The series.
        """
        from . import get_streaming_speech_to_text_usage_timeseries as _operation

        return self._send(
            _operation._get_kwargs(from_=from_, to=to, granularity=granularity),
            _operation._parse,
            request_options,
        )

    def list_text_to_speech_logs(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TtsLogPage:
        """List text-to-speech requests.

        One entry for each synthesis, in pages.

        Args:
            page: Page to return, from 1; the first when absent.
            page_size: Entries on a page, 1 to 100; 50 when absent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of the log.
        """
        from . import list_text_to_speech_logs as _operation

        return self._send(
            _operation._get_kwargs(page=page, page_size=page_size),
            _operation._parse,
            request_options,
        )

    def get_text_to_speech_usage_timeseries(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        granularity: Granularity | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CountTimeseries:
        """Count text-to-speech requests over time.

        One count for each hour or day of the period.

        Args:
            from_: Start of the period, an RFC 3339 time.
            to: End of the period, an RFC 3339 time.
            granularity: Width of one step of the series.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The series.
        """
        from . import get_text_to_speech_usage_timeseries as _operation

        return self._send(
            _operation._get_kwargs(from_=from_, to=to, granularity=granularity),
            _operation._parse,
            request_options,
        )

    def get_text_to_speech_credits_timeseries(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        granularity: Granularity | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CreditsTimeseries:
        """Sum the credits spent on text to speech over time.

        One sum for each hour or day of the period.

        Args:
            from_: Start of the period, an RFC 3339 time.
            to: End of the period, an RFC 3339 time.
            granularity: Width of one step of the series.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The series.
        """
        from . import get_text_to_speech_credits_timeseries as _operation

        return self._send(
            _operation._get_kwargs(from_=from_, to=to, granularity=granularity),
            _operation._parse,
            request_options,
        )

    def get_text_to_speech_concurrency_timeseries(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        granularity: Granularity | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ValuesTimeseries:
        """Report simultaneous text-to-speech requests over time.

        One value for each hour or day of the period.

        Args:
            from_: Start of the period, an RFC 3339 time.
            to: End of the period, an RFC 3339 time.
            granularity: Width of one step of the series.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The series.
        """
        from . import get_text_to_speech_concurrency_timeseries as _operation

        return self._send(
            _operation._get_kwargs(from_=from_, to=to, granularity=granularity),
            _operation._parse,
            request_options,
        )

    def get_text_to_speech_websocket_connections_timeseries(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        granularity: Granularity | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ValuesTimeseries:
        """Report open text-to-speech sockets over time.

        One value for each hour or day of the period.

        Args:
            from_: Start of the period, an RFC 3339 time.
            to: End of the period, an RFC 3339 time.
            granularity: Width of one step of the series.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The series.
        """
        from . import get_text_to_speech_websocket_connections_timeseries as _operation

        return self._send(
            _operation._get_kwargs(from_=from_, to=to, granularity=granularity),
            _operation._parse,
            request_options,
        )

    def list_webhook_logs(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> WebhookLogPage:
        """List webhook deliveries.

        One entry for each attempt to deliver, in pages.

        Args:
            page: Page to return, from 1; the first when absent.
            page_size: Entries on a page, 1 to 100; 50 when absent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of the log.
        """
        from . import list_webhook_logs as _operation

        return self._send(
            _operation._get_kwargs(page=page, page_size=page_size),
            _operation._parse,
            request_options,
        )


class RawAnalytics:
    """The operations of `Analytics`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Analytics(raw(send))

    list_streaming_speech_to_text_logs = RawMethod(Analytics.list_streaming_speech_to_text_logs)
    delete_streaming_speech_to_text_history = RawMethod(
        Analytics.delete_streaming_speech_to_text_history
    )
    get_streaming_speech_to_text_usage_timeseries = RawMethod(
        Analytics.get_streaming_speech_to_text_usage_timeseries
    )
    list_text_to_speech_logs = RawMethod(Analytics.list_text_to_speech_logs)
    get_text_to_speech_usage_timeseries = RawMethod(Analytics.get_text_to_speech_usage_timeseries)
    get_text_to_speech_credits_timeseries = RawMethod(
        Analytics.get_text_to_speech_credits_timeseries
    )
    get_text_to_speech_concurrency_timeseries = RawMethod(
        Analytics.get_text_to_speech_concurrency_timeseries
    )
    get_text_to_speech_websocket_connections_timeseries = RawMethod(
        Analytics.get_text_to_speech_websocket_connections_timeseries
    )
    list_webhook_logs = RawMethod(Analytics.list_webhook_logs)


class AsyncAnalytics:
    """The awaitable twin of `Analytics`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawAnalytics:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawAnalytics(self._send)

    async def list_streaming_speech_to_text_logs(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> SttLogPage:
        """List speech-to-text requests.

        One entry for each recording or socket session, in pages.

        Args:
            page: Page to return, from 1; the first when absent.
            page_size: Entries on a page, 1 to 100; 50 when absent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of the log.
        """
        from . import list_streaming_speech_to_text_logs as _operation

        return await self._send(
            _operation._get_kwargs(page=page, page_size=page_size),
            _operation._parse,
            request_options,
        )

    async def delete_streaming_speech_to_text_history(
        self, request_id: str, *, request_options: RequestOptions | None = None
    ) -> Acknowledgement:
        """Delete the stored content of one speech-to-text request.

        Repeating the call is harmless.

        Args:
            request_id: Id of the request, as the log shows it.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Done, or there was nothing to do.
        """
        from . import delete_streaming_speech_to_text_history as _operation

        return await self._send(
            _operation._get_kwargs(request_id=request_id), _operation._parse, request_options
        )

    async def get_streaming_speech_to_text_usage_timeseries(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        granularity: Granularity | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CountTimeseries:
        """Count speech-to-text requests over time.

        One count for each hour or day of the period.

        Args:
            from_: Start of the period, an RFC 3339 time.
            to: End of the period, an RFC 3339 time.
            granularity: Width of one step of the series.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The series.
        """
        from . import get_streaming_speech_to_text_usage_timeseries as _operation

        return await self._send(
            _operation._get_kwargs(from_=from_, to=to, granularity=granularity),
            _operation._parse,
            request_options,
        )

    async def list_text_to_speech_logs(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TtsLogPage:
        """List text-to-speech requests.

        One entry for each synthesis, in pages.

        Args:
            page: Page to return, from 1; the first when absent.
            page_size: Entries on a page, 1 to 100; 50 when absent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of the log.
        """
        from . import list_text_to_speech_logs as _operation

        return await self._send(
            _operation._get_kwargs(page=page, page_size=page_size),
            _operation._parse,
            request_options,
        )

    async def get_text_to_speech_usage_timeseries(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        granularity: Granularity | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CountTimeseries:
        """Count text-to-speech requests over time.

        One count for each hour or day of the period.

        Args:
            from_: Start of the period, an RFC 3339 time.
            to: End of the period, an RFC 3339 time.
            granularity: Width of one step of the series.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The series.
        """
        from . import get_text_to_speech_usage_timeseries as _operation

        return await self._send(
            _operation._get_kwargs(from_=from_, to=to, granularity=granularity),
            _operation._parse,
            request_options,
        )

    async def get_text_to_speech_credits_timeseries(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        granularity: Granularity | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CreditsTimeseries:
        """Sum the credits spent on text to speech over time.

        One sum for each hour or day of the period.

        Args:
            from_: Start of the period, an RFC 3339 time.
            to: End of the period, an RFC 3339 time.
            granularity: Width of one step of the series.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The series.
        """
        from . import get_text_to_speech_credits_timeseries as _operation

        return await self._send(
            _operation._get_kwargs(from_=from_, to=to, granularity=granularity),
            _operation._parse,
            request_options,
        )

    async def get_text_to_speech_concurrency_timeseries(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        granularity: Granularity | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ValuesTimeseries:
        """Report simultaneous text-to-speech requests over time.

        One value for each hour or day of the period.

        Args:
            from_: Start of the period, an RFC 3339 time.
            to: End of the period, an RFC 3339 time.
            granularity: Width of one step of the series.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The series.
        """
        from . import get_text_to_speech_concurrency_timeseries as _operation

        return await self._send(
            _operation._get_kwargs(from_=from_, to=to, granularity=granularity),
            _operation._parse,
            request_options,
        )

    async def get_text_to_speech_websocket_connections_timeseries(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        granularity: Granularity | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ValuesTimeseries:
        """Report open text-to-speech sockets over time.

        One value for each hour or day of the period.

        Args:
            from_: Start of the period, an RFC 3339 time.
            to: End of the period, an RFC 3339 time.
            granularity: Width of one step of the series.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The series.
        """
        from . import get_text_to_speech_websocket_connections_timeseries as _operation

        return await self._send(
            _operation._get_kwargs(from_=from_, to=to, granularity=granularity),
            _operation._parse,
            request_options,
        )

    async def list_webhook_logs(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> WebhookLogPage:
        """List webhook deliveries.

        One entry for each attempt to deliver, in pages.

        Args:
            page: Page to return, from 1; the first when absent.
            page_size: Entries on a page, 1 to 100; 50 when absent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of the log.
        """
        from . import list_webhook_logs as _operation

        return await self._send(
            _operation._get_kwargs(page=page, page_size=page_size),
            _operation._parse,
            request_options,
        )


class AsyncRawAnalytics:
    """The operations of `AsyncAnalytics`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncAnalytics(raw(send))

    list_streaming_speech_to_text_logs = AsyncRawMethod(
        AsyncAnalytics.list_streaming_speech_to_text_logs
    )
    delete_streaming_speech_to_text_history = AsyncRawMethod(
        AsyncAnalytics.delete_streaming_speech_to_text_history
    )
    get_streaming_speech_to_text_usage_timeseries = AsyncRawMethod(
        AsyncAnalytics.get_streaming_speech_to_text_usage_timeseries
    )
    list_text_to_speech_logs = AsyncRawMethod(AsyncAnalytics.list_text_to_speech_logs)
    get_text_to_speech_usage_timeseries = AsyncRawMethod(
        AsyncAnalytics.get_text_to_speech_usage_timeseries
    )
    get_text_to_speech_credits_timeseries = AsyncRawMethod(
        AsyncAnalytics.get_text_to_speech_credits_timeseries
    )
    get_text_to_speech_concurrency_timeseries = AsyncRawMethod(
        AsyncAnalytics.get_text_to_speech_concurrency_timeseries
    )
    get_text_to_speech_websocket_connections_timeseries = AsyncRawMethod(
        AsyncAnalytics.get_text_to_speech_websocket_connections_timeseries
    )
    list_webhook_logs = AsyncRawMethod(AsyncAnalytics.list_webhook_logs)
