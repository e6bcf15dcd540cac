"""Conversations: the operations, and saving the recording of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai_atoms.api.conversations import AsyncConversations as AsyncOperations
from smallestai_atoms.api.conversations import Conversations as Operations

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from smallestai_atoms.api import RequestOptions

    from smallestai.atoms._files import Progress
    from smallestai.atoms._sending import AsyncSender, Sender

__all__ = ["AsyncConversations", "Conversations"]


class Conversations(Operations):
    """`client.atoms.conversations`."""

    def __init__(self, send: Sender) -> None:
        super().__init__(send)
        self._transport = send.transport

    def save_recording(
        self,
        call_id: str,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> Path:
        """Write the recording of a call to a file, as it comes.

            client.atoms.conversations.save_recording(call_id, "call.wav")

        It is written beside its place and renamed when it is whole.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            path: The file; what is there is replaced.
            progress: Called with the bytes written so far and with how many there are.
            request_options: Timeout, headers and retries of each request.

        Returns:
            The path.

        Raises:
            OutputError: The file could not be written.
            APIError: There is no recording, or the service or its store refused it.
            APIConnectionError: It broke off; there is no file.

        Source: operation `getRecordingDownloadUrl`.
        """
        from smallestai.atoms._presigned import save

        answer = self.get_recording_download_url(call_id, request_options=request_options)
        return save(self._transport, _url(answer), path, progress, request_options)


class AsyncConversations(AsyncOperations):
    """`client.atoms.conversations` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, send: AsyncSender) -> None:
        super().__init__(send)
        self._transport = send.transport

    async def save_recording(
        self,
        call_id: str,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> Path:
        """Write the recording of a call to a file; see `Conversations.save_recording`."""
        from smallestai.atoms._presigned import async_save

        answer = await self.get_recording_download_url(call_id, request_options=request_options)
        return await async_save(self._transport, _url(answer), path, progress, request_options)


def _url(answer: Any) -> Any:
    return getattr(answer.data, "presigned_url", None)
