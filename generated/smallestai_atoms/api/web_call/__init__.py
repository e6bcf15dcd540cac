"""The namespace `WebCall` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from ...models.web_session_response import WebSessionResponse
    from .. import AsyncSend, RequestOptions, Send


class WebCall:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawWebCall:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawWebCall(self._send)

    def start_web_chat_conversation(
        self, *, agent_id: str, request_options: RequestOptions | None = None
    ) -> WebSessionResponse:
        """Start a chat in a room.

        Opens a LiveKit room in which the agent answers in writing, and returns what is needed to
        join it.

        Args:
            agent_id: Id of the agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How to join the room.
        """
        from . import start_web_chat_conversation as _operation

        return self._send(
            _operation._get_kwargs(body={"agentId": agent_id}), _operation._parse, request_options
        )

    def start_web_call_conversation(
        self, *, agent_id: str, request_options: RequestOptions | None = None
    ) -> WebSessionResponse:
        """Start a web call in a room.

        Opens a LiveKit room in which the agent speaks, and returns what is needed to join it.

        Args:
            agent_id: Id of the agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How to join the room.
        """
        from . import start_web_call_conversation as _operation

        return self._send(
            _operation._get_kwargs(body={"agentId": agent_id}), _operation._parse, request_options
        )


class RawWebCall:
    """The operations of `WebCall`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = WebCall(raw(send))

    start_web_chat_conversation = RawMethod(WebCall.start_web_chat_conversation)
    start_web_call_conversation = RawMethod(WebCall.start_web_call_conversation)


class AsyncWebCall:
    """The awaitable twin of `WebCall`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawWebCall:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawWebCall(self._send)

    async def start_web_chat_conversation(
        self, *, agent_id: str, request_options: RequestOptions | None = None
    ) -> WebSessionResponse:
        """Start a chat in a room.

        Opens a LiveKit room in which the agent answers in writing, and returns what is needed to
        join it.

        Args:
            agent_id: Id of the agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How to join the room.
        """
        from . import start_web_chat_conversation as _operation

        return await self._send(
            _operation._get_kwargs(body={"agentId": agent_id}), _operation._parse, request_options
        )

    async def start_web_call_conversation(
        self, *, agent_id: str, request_options: RequestOptions | None = None
    ) -> WebSessionResponse:
        """Start a web call in a room.

        Opens a LiveKit room in which the agent speaks, and returns what is needed to join it.

        Args:
            agent_id: Id of the agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How to join the room.
        """
        from . import start_web_call_conversation as _operation

        return await self._send(
            _operation._get_kwargs(body={"agentId": agent_id}), _operation._parse, request_options
        )


class AsyncRawWebCall:
    """The operations of `AsyncWebCall`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncWebCall(raw(send))

    start_web_chat_conversation = AsyncRawMethod(AsyncWebCall.start_web_chat_conversation)
    start_web_call_conversation = AsyncRawMethod(AsyncWebCall.start_web_call_conversation)
