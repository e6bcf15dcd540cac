"""The namespace `Widget` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...models.avatar_upload_response import AvatarUploadResponse
    from ...models.success_response import SuccessResponse
    from ...models.widget_config import WidgetConfig
    from ...models.widget_response import WidgetResponse
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class Widget:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawWidget:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawWidget(self._send)

    def get_agent_widget_config(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> WidgetResponse:
        """Get an agent's widget.

        Deprecated. Returns look and behaviour of the agent's widget. The agent itself holds them as
        widgetConfig.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The widget.
        """
        from . import get_agent_widget_config as _operation

        warnings.warn("get_agent_widget_config is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def update_agent_widget_config(
        self,
        id: str,
        *,
        widget_config: WidgetConfig | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> SuccessResponse:
        """Update an agent's widget.

        Deprecated. Changes look and behaviour of the agent's widget. The drafts of the agent's
        branches replace it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            widget_config: Look and behaviour of the agent's widget for web pages.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The change is stored.
        """
        from . import update_agent_widget_config as _operation

        warnings.warn("update_agent_widget_config is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(id=id, body={"widgetConfig": widget_config}),
            _operation._parse,
            request_options,
        )

    def get_agent_avatar_presigned_url(
        self,
        id: str,
        *,
        file_name: str,
        content_type: str,
        file_size: float,
        request_options: RequestOptions | None = None,
    ) -> AvatarUploadResponse:
        """Get an address to upload a picture to.

        Deprecated. Returns a URL to which the picture's bytes are to be sent with PUT, without a
        key but with the same content type, and the URL under which it is found afterwards.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            file_name: Name of the file.
            content_type: Media type of the file.
            file_size: Size of the file in bytes.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Where to send the picture, and where it is found.
        """
        from . import get_agent_avatar_presigned_url as _operation

        warnings.warn(
            "get_agent_avatar_presigned_url is deprecated", DeprecationWarning, stacklevel=2
        )
        return self._send(
            _operation._get_kwargs(
                id=id,
                body={"fileName": file_name, "contentType": content_type, "fileSize": file_size},
            ),
            _operation._parse,
            request_options,
        )


class RawWidget:
    """The operations of `Widget`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Widget(raw(send))

    get_agent_widget_config = RawMethod(Widget.get_agent_widget_config)
    update_agent_widget_config = RawMethod(Widget.update_agent_widget_config)
    get_agent_avatar_presigned_url = RawMethod(Widget.get_agent_avatar_presigned_url)


class AsyncWidget:
    """The awaitable twin of `Widget`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawWidget:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawWidget(self._send)

    async def get_agent_widget_config(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> WidgetResponse:
        """Get an agent's widget.

        Deprecated. Returns look and behaviour of the agent's widget. The agent itself holds them as
        widgetConfig.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The widget.
        """
        from . import get_agent_widget_config as _operation

        warnings.warn("get_agent_widget_config is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def update_agent_widget_config(
        self,
        id: str,
        *,
        widget_config: WidgetConfig | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> SuccessResponse:
        """Update an agent's widget.

        Deprecated. Changes look and behaviour of the agent's widget. The drafts of the agent's
        branches replace it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            widget_config: Look and behaviour of the agent's widget for web pages.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The change is stored.
        """
        from . import update_agent_widget_config as _operation

        warnings.warn("update_agent_widget_config is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(id=id, body={"widgetConfig": widget_config}),
            _operation._parse,
            request_options,
        )

    async def get_agent_avatar_presigned_url(
        self,
        id: str,
        *,
        file_name: str,
        content_type: str,
        file_size: float,
        request_options: RequestOptions | None = None,
    ) -> AvatarUploadResponse:
        """Get an address to upload a picture to.

        Deprecated. Returns a URL to which the picture's bytes are to be sent with PUT, without a
        key but with the same content type, and the URL under which it is found afterwards.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            file_name: Name of the file.
            content_type: Media type of the file.
            file_size: Size of the file in bytes.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Where to send the picture, and where it is found.
        """
        from . import get_agent_avatar_presigned_url as _operation

        warnings.warn(
            "get_agent_avatar_presigned_url is deprecated", DeprecationWarning, stacklevel=2
        )
        return await self._send(
            _operation._get_kwargs(
                id=id,
                body={"fileName": file_name, "contentType": content_type, "fileSize": file_size},
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawWidget:
    """The operations of `AsyncWidget`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncWidget(raw(send))

    get_agent_widget_config = AsyncRawMethod(AsyncWidget.get_agent_widget_config)
    update_agent_widget_config = AsyncRawMethod(AsyncWidget.update_agent_widget_config)
    get_agent_avatar_presigned_url = AsyncRawMethod(AsyncWidget.get_agent_avatar_presigned_url)
