"""The namespace `KnowledgeBase` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import builtins
import warnings
from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ...models.knowledge_base import KnowledgeBase as KnowledgeBaseModel
    from ...models.knowledge_base_id_response import KnowledgeBaseIdResponse
    from ...models.knowledge_base_list_response import KnowledgeBaseListResponse
    from ...models.knowledge_base_response import KnowledgeBaseResponse
    from ...models.knowledge_entry import KnowledgeEntry
    from ...models.knowledge_list_response import KnowledgeListResponse
    from ...models.object_response import ObjectResponse
    from ...models.scraped_url import ScrapedUrl
    from ...models.scraped_url_list_response import ScrapedUrlListResponse
    from ...models.sitemap_response import SitemapResponse
    from ...models.status_response import StatusResponse
    from ...models.upload_url_response import UploadUrlResponse
    from ...types import Unset, Upload
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class KnowledgeBase:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawKnowledgeBase:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawKnowledgeBase(self._send)

    def list(self, *, request_options: RequestOptions | None = None) -> KnowledgeBaseListResponse:
        """List knowledge bases.

        Returns the organisation's knowledge bases, without what they hold.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The knowledge bases.
        """
        from . import knowledge_base_list as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[KnowledgeBaseModel]:
        """List knowledge bases: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import knowledge_base_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> KnowledgeBaseIdResponse:
        """Create a knowledge base.

        Creates an empty knowledge base and returns its id.

        Args:
            name: Name of the knowledge base, 1 to 40 characters.
            description: What the knowledge base is about.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the new knowledge base.
        """
        from . import knowledge_base_create as _operation

        return self._send(
            _operation._get_kwargs(body={"name": name, "description": description}),
            _operation._parse,
            request_options,
        )

    def get(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> KnowledgeBaseResponse:
        """Get a knowledge base.

        Returns one knowledge base, without what it holds.

        Args:
            id: Id of the knowledge base.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The knowledge base.
        """
        from . import knowledge_base_get as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def update(
        self,
        id: str,
        *,
        name: str,
        description: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> StatusResponse:
        """Rename a knowledge base.

        Replaces the name and the description of a knowledge base.

        Args:
            id: Id of the knowledge base.
            name: Name of the knowledge base, 1 to 40 characters.
            description: What the knowledge base is about.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The change is stored.
        """
        from . import knowledge_base_update as _operation

        return self._send(
            _operation._get_kwargs(id=id, body={"name": name, "description": description}),
            _operation._parse,
            request_options,
        )

    def delete(self, id: str, *, request_options: RequestOptions | None = None) -> StatusResponse:
        """Delete a knowledge base.

        Deletes a knowledge base with all it holds.

        Args:
            id: Id of the knowledge base.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The knowledge base is deleted.
        """
        from . import knowledge_base_delete as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def list_items(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> KnowledgeListResponse:
        """List what a knowledge base holds.

        Returns the files and texts of a knowledge base, and for each how far it has been read.

        Args:
            id: Id of the knowledge base.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The files and texts.
        """
        from . import list_items as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def iter_items(
        self, id: str, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[KnowledgeEntry]:
        """List what a knowledge base holds: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            id: Id of the knowledge base.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_items as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    def delete_item(
        self,
        knowledge_base_id: str,
        knowledge_base_item_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> StatusResponse:
        """Delete a file or text.

        Removes a file or a text from a knowledge base.

        Args:
            knowledge_base_id: Id of the knowledge base.
            knowledge_base_item_id: Id of the file or text.
            request_options: Timeout, headers and retries of this call.

        Returns:
            It is removed.
        """
        from . import delete_item as _operation

        return self._send(
            _operation._get_kwargs(
                knowledge_base_id=knowledge_base_id, knowledge_base_item_id=knowledge_base_item_id
            ),
            _operation._parse,
            request_options,
        )

    def upload_media(
        self, id: str, *, media: Upload, request_options: RequestOptions | None = None
    ) -> StatusResponse:
        """Upload a file.

        Adds a file, such as a PDF, to a knowledge base. It is read afterwards; its processingStatus
        tells when it can be searched.

        Args:
            id: Id of the knowledge base.
            media: The file.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The file is stored and will be read.
        """
        from . import upload_media as _operation

        return self._send(
            _operation._get_kwargs(id=id, body={"media": media}), _operation._parse, request_options
        )

    def upload_text(
        self, id: str, *, title: str, content: str, request_options: RequestOptions | None = None
    ) -> StatusResponse:
        """Add a text.

        Deprecated. Adds a text to a knowledge base. Only clients of version 3 knew this route.

        Args:
            id: Id of the knowledge base.
            title: Heading of the text.
            content: The text.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The text is stored and will be read.
        """
        from . import upload_text as _operation

        warnings.warn("upload_text is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(id=id, body={"title": title, "content": content}),
            _operation._parse,
            request_options,
        )

    def get_upload_url(
        self,
        *,
        file_name: str,
        file_size: int,
        content_type: str,
        knowledge_base_id: str,
        request_options: RequestOptions | None = None,
    ) -> UploadUrlResponse:
        """Get an address to upload a file to.

        The first of three steps for large files: returns a URL to which the file's bytes are to be
        sent with PUT, without a key but with the same content type. Then complete_upload adds the
        file to the knowledge base.

        Args:
            file_name: Name of the file.
            file_size: Size of the file in bytes, at least 1.
            content_type: Media type of the file.
            knowledge_base_id: Id of the knowledge base.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Where to send the file.
        """
        from . import get_upload_url as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "fileName": file_name,
                    "fileSize": file_size,
                    "contentType": content_type,
                    "knowledgeBaseId": knowledge_base_id,
                }
            ),
            _operation._parse,
            request_options,
        )

    def complete_upload(
        self,
        *,
        file_name: str,
        content_type: str,
        knowledge_base_id: str,
        key: str,
        file_size: int,
        request_options: RequestOptions | None = None,
    ) -> ObjectResponse:
        """Add an uploaded file.

        The last of three steps for large files: adds the file that was sent to the URL of
        get_upload_url. It is read afterwards; its processingStatus tells when it can be searched.

        Args:
            file_name: Name of the file.
            content_type: Media type of the file.
            knowledge_base_id: Id of the knowledge base.
            key: Key of the file in the store, as get_upload_url gave it.
            file_size: Size of the file in bytes, at least 1.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The file will be read.
        """
        from . import complete_upload as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "fileName": file_name,
                    "contentType": content_type,
                    "knowledgeBaseId": knowledge_base_id,
                    "key": key,
                    "fileSize": file_size,
                }
            ),
            _operation._parse,
            request_options,
        )

    def extract_sitemap_urls(
        self,
        *,
        site_url: str,
        knowledge_base_id: str,
        request_options: RequestOptions | None = None,
    ) -> SitemapResponse:
        """List the pages of a website.

        Returns the addresses that the site's map names, to choose from for scrape_urls. A 422 when
        nothing can be read there.

        Args:
            site_url: URL of the site.
            knowledge_base_id: Id of the knowledge base they are meant for.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The addresses.
        """
        from . import extract_sitemap_urls as _operation

        return self._send(
            _operation._get_kwargs(
                body={"siteUrl": site_url, "knowledgeBaseId": knowledge_base_id}
            ),
            _operation._parse,
            request_options,
        )

    def scrape_urls(
        self, id: str, *, urls: builtins.list[str], request_options: RequestOptions | None = None
    ) -> ObjectResponse:
        """Read pages into a knowledge base.

        Has pages fetched and added to a knowledge base. It goes on after the answer;
        list_scraped_urls tells how far it is.

        Args:
            id: Id of the knowledge base.
            urls: URLs of the pages, at least one.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The pages will be fetched.
        """
        from . import scrape_urls as _operation

        return self._send(
            _operation._get_kwargs(id=id, body={"urls": urls}), _operation._parse, request_options
        )

    def list_scraped_urls(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> ScrapedUrlListResponse:
        """List the pages read.

        Returns the pages that were to be fetched for a knowledge base, and what became of each.

        Args:
            id: Id of the knowledge base.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The pages.
        """
        from . import list_scraped_urls as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def iter_scraped_urls(
        self, id: str, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[ScrapedUrl]:
        """List the pages read: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            id: Id of the knowledge base.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_scraped_urls as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    def delete_scraped_url(
        self,
        knowledge_base_id: str,
        knowledge_base_scraped_urls_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> StatusResponse:
        """Delete a page.

        Removes a fetched page from a knowledge base.

        Args:
            knowledge_base_id: Id of the knowledge base.
            knowledge_base_scraped_urls_id: Id of the page.
            request_options: Timeout, headers and retries of this call.

        Returns:
            It is removed.
        """
        from . import delete_scraped_url as _operation

        return self._send(
            _operation._get_kwargs(
                knowledge_base_id=knowledge_base_id,
                knowledge_base_scraped_urls_id=knowledge_base_scraped_urls_id,
            ),
            _operation._parse,
            request_options,
        )


class RawKnowledgeBase:
    """The operations of `KnowledgeBase`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = KnowledgeBase(raw(send))

    list = RawMethod(KnowledgeBase.list)
    create = RawMethod(KnowledgeBase.create)
    get = RawMethod(KnowledgeBase.get)
    update = RawMethod(KnowledgeBase.update)
    delete = RawMethod(KnowledgeBase.delete)
    list_items = RawMethod(KnowledgeBase.list_items)
    delete_item = RawMethod(KnowledgeBase.delete_item)
    upload_media = RawMethod(KnowledgeBase.upload_media)
    upload_text = RawMethod(KnowledgeBase.upload_text)
    get_upload_url = RawMethod(KnowledgeBase.get_upload_url)
    complete_upload = RawMethod(KnowledgeBase.complete_upload)
    extract_sitemap_urls = RawMethod(KnowledgeBase.extract_sitemap_urls)
    scrape_urls = RawMethod(KnowledgeBase.scrape_urls)
    list_scraped_urls = RawMethod(KnowledgeBase.list_scraped_urls)
    delete_scraped_url = RawMethod(KnowledgeBase.delete_scraped_url)


class AsyncKnowledgeBase:
    """The awaitable twin of `KnowledgeBase`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawKnowledgeBase:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawKnowledgeBase(self._send)

    async def list(
        self, *, request_options: RequestOptions | None = None
    ) -> KnowledgeBaseListResponse:
        """List knowledge bases.

        Returns the organisation's knowledge bases, without what they hold.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The knowledge bases.
        """
        from . import knowledge_base_list as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[KnowledgeBaseModel]:
        """List knowledge bases: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import knowledge_base_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    async def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> KnowledgeBaseIdResponse:
        """Create a knowledge base.

        Creates an empty knowledge base and returns its id.

        Args:
            name: Name of the knowledge base, 1 to 40 characters.
            description: What the knowledge base is about.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the new knowledge base.
        """
        from . import knowledge_base_create as _operation

        return await self._send(
            _operation._get_kwargs(body={"name": name, "description": description}),
            _operation._parse,
            request_options,
        )

    async def get(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> KnowledgeBaseResponse:
        """Get a knowledge base.

        Returns one knowledge base, without what it holds.

        Args:
            id: Id of the knowledge base.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The knowledge base.
        """
        from . import knowledge_base_get as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def update(
        self,
        id: str,
        *,
        name: str,
        description: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> StatusResponse:
        """Rename a knowledge base.

        Replaces the name and the description of a knowledge base.

        Args:
            id: Id of the knowledge base.
            name: Name of the knowledge base, 1 to 40 characters.
            description: What the knowledge base is about.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The change is stored.
        """
        from . import knowledge_base_update as _operation

        return await self._send(
            _operation._get_kwargs(id=id, body={"name": name, "description": description}),
            _operation._parse,
            request_options,
        )

    async def delete(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> StatusResponse:
        """Delete a knowledge base.

        Deletes a knowledge base with all it holds.

        Args:
            id: Id of the knowledge base.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The knowledge base is deleted.
        """
        from . import knowledge_base_delete as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def list_items(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> KnowledgeListResponse:
        """List what a knowledge base holds.

        Returns the files and texts of a knowledge base, and for each how far it has been read.

        Args:
            id: Id of the knowledge base.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The files and texts.
        """
        from . import list_items as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def iter_items(
        self, id: str, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[KnowledgeEntry]:
        """List what a knowledge base holds: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            id: Id of the knowledge base.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_items as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    async def delete_item(
        self,
        knowledge_base_id: str,
        knowledge_base_item_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> StatusResponse:
        """Delete a file or text.

        Removes a file or a text from a knowledge base.

        Args:
            knowledge_base_id: Id of the knowledge base.
            knowledge_base_item_id: Id of the file or text.
            request_options: Timeout, headers and retries of this call.

        Returns:
            It is removed.
        """
        from . import delete_item as _operation

        return await self._send(
            _operation._get_kwargs(
                knowledge_base_id=knowledge_base_id, knowledge_base_item_id=knowledge_base_item_id
            ),
            _operation._parse,
            request_options,
        )

    async def upload_media(
        self, id: str, *, media: Upload, request_options: RequestOptions | None = None
    ) -> StatusResponse:
        """Upload a file.

        Adds a file, such as a PDF, to a knowledge base. It is read afterwards; its processingStatus
        tells when it can be searched.

        Args:
            id: Id of the knowledge base.
            media: The file.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The file is stored and will be read.
        """
        from . import upload_media as _operation

        return await self._send(
            _operation._get_kwargs(id=id, body={"media": media}), _operation._parse, request_options
        )

    async def upload_text(
        self, id: str, *, title: str, content: str, request_options: RequestOptions | None = None
    ) -> StatusResponse:
        """Add a text.

        Deprecated. Adds a text to a knowledge base. Only clients of version 3 knew this route.

        Args:
            id: Id of the knowledge base.
            title: Heading of the text.
            content: The text.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The text is stored and will be read.
        """
        from . import upload_text as _operation

        warnings.warn("upload_text is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(id=id, body={"title": title, "content": content}),
            _operation._parse,
            request_options,
        )

    async def get_upload_url(
        self,
        *,
        file_name: str,
        file_size: int,
        content_type: str,
        knowledge_base_id: str,
        request_options: RequestOptions | None = None,
    ) -> UploadUrlResponse:
        """Get an address to upload a file to.

        The first of three steps for large files: returns a URL to which the file's bytes are to be
        sent with PUT, without a key but with the same content type. Then complete_upload adds the
        file to the knowledge base.

        Args:
            file_name: Name of the file.
            file_size: Size of the file in bytes, at least 1.
            content_type: Media type of the file.
            knowledge_base_id: Id of the knowledge base.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Where to send the file.
        """
        from . import get_upload_url as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "fileName": file_name,
                    "fileSize": file_size,
                    "contentType": content_type,
                    "knowledgeBaseId": knowledge_base_id,
                }
            ),
            _operation._parse,
            request_options,
        )

    async def complete_upload(
        self,
        *,
        file_name: str,
        content_type: str,
        knowledge_base_id: str,
        key: str,
        file_size: int,
        request_options: RequestOptions | None = None,
    ) -> ObjectResponse:
        """Add an uploaded file.

        The last of three steps for large files: adds the file that was sent to the URL of
        get_upload_url. It is read afterwards; its processingStatus tells when it can be searched.

        Args:
            file_name: Name of the file.
            content_type: Media type of the file.
            knowledge_base_id: Id of the knowledge base.
            key: Key of the file in the store, as get_upload_url gave it.
            file_size: Size of the file in bytes, at least 1.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The file will be read.
        """
        from . import complete_upload as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "fileName": file_name,
                    "contentType": content_type,
                    "knowledgeBaseId": knowledge_base_id,
                    "key": key,
                    "fileSize": file_size,
                }
            ),
            _operation._parse,
            request_options,
        )

    async def extract_sitemap_urls(
        self,
        *,
        site_url: str,
        knowledge_base_id: str,
        request_options: RequestOptions | None = None,
    ) -> SitemapResponse:
        """List the pages of a website.

        Returns the addresses that the site's map names, to choose from for scrape_urls. A 422 when
        nothing can be read there.

        Args:
            site_url: URL of the site.
            knowledge_base_id: Id of the knowledge base they are meant for.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The addresses.
        """
        from . import extract_sitemap_urls as _operation

        return await self._send(
            _operation._get_kwargs(
                body={"siteUrl": site_url, "knowledgeBaseId": knowledge_base_id}
            ),
            _operation._parse,
            request_options,
        )

    async def scrape_urls(
        self, id: str, *, urls: builtins.list[str], request_options: RequestOptions | None = None
    ) -> ObjectResponse:
        """Read pages into a knowledge base.

        Has pages fetched and added to a knowledge base. It goes on after the answer;
        list_scraped_urls tells how far it is.

        Args:
            id: Id of the knowledge base.
            urls: URLs of the pages, at least one.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The pages will be fetched.
        """
        from . import scrape_urls as _operation

        return await self._send(
            _operation._get_kwargs(id=id, body={"urls": urls}), _operation._parse, request_options
        )

    async def list_scraped_urls(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> ScrapedUrlListResponse:
        """List the pages read.

        Returns the pages that were to be fetched for a knowledge base, and what became of each.

        Args:
            id: Id of the knowledge base.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The pages.
        """
        from . import list_scraped_urls as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def iter_scraped_urls(
        self, id: str, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[ScrapedUrl]:
        """List the pages read: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            id: Id of the knowledge base.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_scraped_urls as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    async def delete_scraped_url(
        self,
        knowledge_base_id: str,
        knowledge_base_scraped_urls_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> StatusResponse:
        """Delete a page.

        Removes a fetched page from a knowledge base.

        Args:
            knowledge_base_id: Id of the knowledge base.
            knowledge_base_scraped_urls_id: Id of the page.
            request_options: Timeout, headers and retries of this call.

        Returns:
            It is removed.
        """
        from . import delete_scraped_url as _operation

        return await self._send(
            _operation._get_kwargs(
                knowledge_base_id=knowledge_base_id,
                knowledge_base_scraped_urls_id=knowledge_base_scraped_urls_id,
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawKnowledgeBase:
    """The operations of `AsyncKnowledgeBase`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncKnowledgeBase(raw(send))

    list = AsyncRawMethod(AsyncKnowledgeBase.list)
    create = AsyncRawMethod(AsyncKnowledgeBase.create)
    get = AsyncRawMethod(AsyncKnowledgeBase.get)
    update = AsyncRawMethod(AsyncKnowledgeBase.update)
    delete = AsyncRawMethod(AsyncKnowledgeBase.delete)
    list_items = AsyncRawMethod(AsyncKnowledgeBase.list_items)
    delete_item = AsyncRawMethod(AsyncKnowledgeBase.delete_item)
    upload_media = AsyncRawMethod(AsyncKnowledgeBase.upload_media)
    upload_text = AsyncRawMethod(AsyncKnowledgeBase.upload_text)
    get_upload_url = AsyncRawMethod(AsyncKnowledgeBase.get_upload_url)
    complete_upload = AsyncRawMethod(AsyncKnowledgeBase.complete_upload)
    extract_sitemap_urls = AsyncRawMethod(AsyncKnowledgeBase.extract_sitemap_urls)
    scrape_urls = AsyncRawMethod(AsyncKnowledgeBase.scrape_urls)
    list_scraped_urls = AsyncRawMethod(AsyncKnowledgeBase.list_scraped_urls)
    delete_scraped_url = AsyncRawMethod(AsyncKnowledgeBase.delete_scraped_url)
