"""The namespace `WebCall` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...models.web_session_response import WebSessionResponse
    from .. import AsyncSend, RequestOptions, Send


class WebCall:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncWebCall:
    """The awaitable twin of `WebCall`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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
