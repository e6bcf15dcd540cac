"""The namespace `Conversations` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...models.cancelled_call_response import CancelledCallResponse
    from ...models.download_url_response import DownloadUrlResponse
    from ...models.retries_response import RetriesResponse
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class Conversations:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncConversations:
    """The awaitable twin of `Conversations`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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
