"""Knowledge bases: the operations, files of any size, and waiting until what was added is read."""

# ruff: noqa: A002  (an id is called `id` in every operation)

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from smallestai_atoms.api.knowledge_base import AsyncKnowledgeBase as AsyncOperations
from smallestai_atoms.api.knowledge_base import KnowledgeBase as Operations

from smallestai.atoms._files import opened
from smallestai.atoms._waiting import Watch, async_wait, wait
from smallestai.errors import RemoteProtocolError

if TYPE_CHECKING:
    import threading
    from builtins import list as List  # noqa: N812 - the operations have a method of that name

    from smallestai_atoms.api import RequestOptions
    from smallestai_atoms.models import (
        KnowledgeEntry,
        ScrapedUrl,
        StatusResponse,
        UploadUrlResponse,
    )
    from smallestai_atoms.types import File, Unset

    from smallestai._config import Config
    from smallestai.atoms._files import Progress, Source, Upload
    from smallestai.atoms._sending import AsyncSender, Sender

__all__ = ["AsyncKnowledgeBase", "KnowledgeBase"]

R = TypeVar("R")

_READING_SECONDS = 600.0
_UNFINISHED = frozenset({"pending", "processing", "queued", "in_progress"})


class KnowledgeBase(Operations):
    """`client.atoms.knowledge_base`."""

    def __init__(self, send: Sender) -> None:
        super().__init__(send)
        self._transport = send.transport

    def upload_media(
        self,
        id: str,
        *,
        media: Source | File,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> StatusResponse:
        """Add a file, such as a PDF, in one request. It is read from disk as it is sent.

        Args:
            id: Id of the knowledge base.
            media: A path, the bytes of a file, or a file open for reading bytes.
            progress: Called with the bytes sent so far and with how many there are. What it raises
                ends the upload.
            request_options: Timeout, headers and retries of this call.

        Raises:
            ArgumentError: The file cannot be read, or is empty.
            APIError: The service refused the request.

        Source: operation `uploadMedia`.
        """
        with opened("media", media, progress=progress) as file:
            return super().upload_media(id, media=file.as_part(), request_options=request_options)

    def upload(
        self,
        id: str,
        file: Source | File,
        *,
        name: str | None = None,
        content_type: str | None = None,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> KnowledgeEntry | None:
        """Add a file of any size: ask where it goes, send it there from disk, and confirm.

            client.atoms.knowledge_base.upload(id, "manual.pdf")
            client.atoms.knowledge_base.wait_items(id)

        Args:
            id: Id of the knowledge base.
            file: A path, the bytes of a file, or a file open for reading bytes.
            name: Its name, where that is not the path's.
            content_type: Its media type, where the name does not tell it.
            progress: Called with the bytes sent so far and with how many there are. What it raises
                ends the upload.
            request_options: Timeout, headers and retries of each request.

        Returns:
            The file's entry, not read yet; None where the service does not list it yet.

        Raises:
            ArgumentError: The file cannot be read, or is empty.
            APIError: The service or its store refused it.

        Source: operations `getUploadUrl`, `completeUpload` and `listItems`.
        """
        with opened("file", file, name=name, content_type=content_type, progress=progress) as sent:
            from smallestai.atoms._presigned import send_file

            facts = _facts(id, sent, request_options)
            url, key = _place(self.get_upload_url(**facts))
            send_file(self._transport, url, sent, request_options)
            self.complete_upload(key=key, **facts)
        return _entry(self.list_items(id, request_options=request_options).data, key)

    def wait_items(
        self,
        id: str,
        *,
        timeout: float = _READING_SECONDS,
        cancel: threading.Event | None = None,
    ) -> List[KnowledgeEntry]:
        """Look at the files and texts of a knowledge base until all have been read.

        Args:
            id: Id of the knowledge base.
            timeout: Seconds to wait, at most.
            cancel: Ends the waiting when it is set.

        Returns:
            The entries, each completed or failed; as they stand, when ``cancel`` was set.

        Raises:
            APITimeoutError: They were not read in time; they are on ``error.received``.
            APIError: The service refused to show them.

        Source: operation `listItems`.
        """

        def look(options: Any) -> List[KnowledgeEntry]:
            return _listed(self.list_items(id, request_options=options).data)

        watch: Watch[List[KnowledgeEntry]] = _watch(id, timeout, self._transport.config)
        return wait(self._transport, look, watch, cancel)

    def wait_scraped_urls(
        self,
        id: str,
        *,
        timeout: float = _READING_SECONDS,
        cancel: threading.Event | None = None,
    ) -> List[ScrapedUrl]:
        """Look at the pages of `scrape_urls` until all have been read; see `wait_items`.

        Source: operation `listScrapedUrls`.
        """

        def look(options: Any) -> List[ScrapedUrl]:
            return _listed(self.list_scraped_urls(id, request_options=options).data)

        watch: Watch[List[ScrapedUrl]] = _watch(id, timeout, self._transport.config)
        return wait(self._transport, look, watch, cancel)


class AsyncKnowledgeBase(AsyncOperations):
    """`client.atoms.knowledge_base` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, send: AsyncSender) -> None:
        super().__init__(send)
        self._transport = send.transport

    async def upload_media(
        self,
        id: str,
        *,
        media: Source | File,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> StatusResponse:
        """Add a file in one request; see `KnowledgeBase.upload_media`."""
        with opened("media", media, progress=progress) as file:
            part = file.as_part()
            return await super().upload_media(id, media=part, request_options=request_options)

    async def upload(
        self,
        id: str,
        file: Source | File,
        *,
        name: str | None = None,
        content_type: str | None = None,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> KnowledgeEntry | None:
        """Add a file of any size; see `KnowledgeBase.upload`. It is read in a thread."""
        with opened("file", file, name=name, content_type=content_type, progress=progress) as sent:
            from smallestai.atoms._presigned import async_send_file

            facts = _facts(id, sent, request_options)
            url, key = _place(await self.get_upload_url(**facts))
            await async_send_file(self._transport, url, sent, request_options)
            await self.complete_upload(key=key, **facts)
        return _entry((await self.list_items(id, request_options=request_options)).data, key)

    async def wait_items(
        self,
        id: str,
        *,
        timeout: float = _READING_SECONDS,
        cancel: threading.Event | None = None,
    ) -> List[KnowledgeEntry]:
        """Look until all files and texts have been read; see `KnowledgeBase.wait_items`.

        Cancelling the task ends it too.
        """

        async def look(options: Any) -> List[KnowledgeEntry]:
            return _listed((await self.list_items(id, request_options=options)).data)

        watch: Watch[List[KnowledgeEntry]] = _watch(id, timeout, self._transport.config)
        return await async_wait(self._transport, look, watch, cancel)

    async def wait_scraped_urls(
        self,
        id: str,
        *,
        timeout: float = _READING_SECONDS,
        cancel: threading.Event | None = None,
    ) -> List[ScrapedUrl]:
        """Look until all pages have been read; see `KnowledgeBase.wait_scraped_urls`."""

        async def look(options: Any) -> List[ScrapedUrl]:
            return _listed((await self.list_scraped_urls(id, request_options=options)).data)

        watch: Watch[List[ScrapedUrl]] = _watch(id, timeout, self._transport.config)
        return await async_wait(self._transport, look, watch, cancel)


def _facts(id_: str, file: Upload, options: RequestOptions | None) -> dict[str, Any]:
    return {
        "knowledge_base_id": id_,
        "file_name": file.name,
        "content_type": file.content_type,
        "file_size": file.size,
        "request_options": options,
    }


def _place(answer: UploadUrlResponse) -> tuple[str, str]:
    place: Any = answer.data
    url, key = getattr(place, "url", None), getattr(place, "key", None)
    if not isinstance(url, str) or not isinstance(key, str):
        raise RemoteProtocolError("the service gave no URL for the file", body=answer.to_dict())
    return url, key


def _listed(data: List[R] | Unset) -> List[R]:
    return data if isinstance(data, list) else []


def _entry(data: List[KnowledgeEntry] | Unset, key: str) -> KnowledgeEntry | None:
    found = (each for each in _listed(data) if getattr(each, "key", None) == key)
    return next(found, None)


def _watch(id_: str, timeout: float, config: Config) -> Watch[Any]:
    return Watch(f"the reading of the knowledge base {id_}", timeout, _is_read, config)


def _is_read(entries: List[Any]) -> bool:
    """Whether all are at an end; a status that nobody knows counts as one."""
    return not any(_status(each) in _UNFINISHED for each in entries)


def _status(entry: Any) -> Any:
    return getattr(entry, "processing_status", None) or getattr(entry, "status", None)
