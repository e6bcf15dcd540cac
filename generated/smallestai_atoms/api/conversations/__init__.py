"""The namespace `Conversations` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ...models.cancelled_call_response import CancelledCallResponse
    from ...models.download_url_response import DownloadUrlResponse
    from ...models.json import Json
    from ...models.retries_response import RetriesResponse
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class Conversations:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawConversations:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawConversations(self._send)

    def get_recording_download_url(
        self, call_id: str, *, request_options: RequestOptions | None = None
    ) -> DownloadUrlResponse:
        """Get the address of a call's recording.

        Returns a URL that fetches the recording without a key, for a short while. Fetch it soon;
        ask again when it has run out.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The URL.
        """
        from . import get_recording_download_url as _operation

        return self._send(
            _operation._get_kwargs(call_id=call_id), _operation._parse, request_options
        )

    def list_retry_attempts(
        self, call_id: str, *, request_options: RequestOptions | None = None
    ) -> RetriesResponse:
        """List the attempts of a call.

        Returns the further attempts that a call led to.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The attempts.
        """
        from . import list_retry_attempts as _operation

        return self._send(
            _operation._get_kwargs(call_id=call_id), _operation._parse, request_options
        )

    def iter_retry_attempts(
        self,
        call_id: str,
        *,
        limit: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[Json]:
        """List the attempts of a call: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_retry_attempts as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(call_id=call_id, **page), _operation._parse, request_options
            ),
            Listing(("data.retries",)),
            limit,
            None,
        )

    def cancel(
        self,
        *,
        call_id: str,
        reason: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CancelledCallResponse:
        """Cancel a call.

        Calls off a call. The answer says how it stood before.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            reason: Why, for the record.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How the call stood and stands.
        """
        from . import conversations_cancel as _operation

        return self._send(
            _operation._get_kwargs(body={"callId": call_id, "reason": reason}),
            _operation._parse,
            request_options,
        )

    def cancel_queued(
        self, call_id: str, *, request_options: RequestOptions | None = None
    ) -> CancelledCallResponse:
        """Cancel a call that waits.

        Takes a call out of the queue. A call that has left the queue is refused with a 400.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How the call stands.
        """
        from . import cancel_queued as _operation

        return self._send(
            _operation._get_kwargs(call_id=call_id), _operation._parse, request_options
        )


class RawConversations:
    """The operations of `Conversations`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Conversations(raw(send))

    get_recording_download_url = RawMethod(Conversations.get_recording_download_url)
    list_retry_attempts = RawMethod(Conversations.list_retry_attempts)
    cancel = RawMethod(Conversations.cancel)
    cancel_queued = RawMethod(Conversations.cancel_queued)


class AsyncConversations:
    """The awaitable twin of `Conversations`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawConversations:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawConversations(self._send)

    async def get_recording_download_url(
        self, call_id: str, *, request_options: RequestOptions | None = None
    ) -> DownloadUrlResponse:
        """Get the address of a call's recording.

        Returns a URL that fetches the recording without a key, for a short while. Fetch it soon;
        ask again when it has run out.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The URL.
        """
        from . import get_recording_download_url as _operation

        return await self._send(
            _operation._get_kwargs(call_id=call_id), _operation._parse, request_options
        )

    async def list_retry_attempts(
        self, call_id: str, *, request_options: RequestOptions | None = None
    ) -> RetriesResponse:
        """List the attempts of a call.

        Returns the further attempts that a call led to.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The attempts.
        """
        from . import list_retry_attempts as _operation

        return await self._send(
            _operation._get_kwargs(call_id=call_id), _operation._parse, request_options
        )

    def iter_retry_attempts(
        self,
        call_id: str,
        *,
        limit: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[Json]:
        """List the attempts of a call: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_retry_attempts as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(call_id=call_id, **page), _operation._parse, request_options
            ),
            Listing(("data.retries",)),
            limit,
            None,
        )

    async def cancel(
        self,
        *,
        call_id: str,
        reason: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CancelledCallResponse:
        """Cancel a call.

        Calls off a call. The answer says how it stood before.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            reason: Why, for the record.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How the call stood and stands.
        """
        from . import conversations_cancel as _operation

        return await self._send(
            _operation._get_kwargs(body={"callId": call_id, "reason": reason}),
            _operation._parse,
            request_options,
        )

    async def cancel_queued(
        self, call_id: str, *, request_options: RequestOptions | None = None
    ) -> CancelledCallResponse:
        """Cancel a call that waits.

        Takes a call out of the queue. A call that has left the queue is refused with a 400.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How the call stands.
        """
        from . import cancel_queued as _operation

        return await self._send(
            _operation._get_kwargs(call_id=call_id), _operation._parse, request_options
        )


class AsyncRawConversations:
    """The operations of `AsyncConversations`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncConversations(raw(send))

    get_recording_download_url = AsyncRawMethod(AsyncConversations.get_recording_download_url)
    list_retry_attempts = AsyncRawMethod(AsyncConversations.list_retry_attempts)
    cancel = AsyncRawMethod(AsyncConversations.cancel)
    cancel_queued = AsyncRawMethod(AsyncConversations.cancel_queued)
