"""The namespace `Audience` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from ...models.added_members_response import AddedMembersResponse
    from ...models.audience import Audience as AudienceModel
    from ...models.audience_list_response import AudienceListResponse
    from ...models.audience_member import AudienceMember
    from ...models.audience_response import AudienceResponse
    from ...models.created_audience_response import CreatedAudienceResponse
    from ...models.deleted_audience_response import DeletedAudienceResponse
    from ...models.json import Json
    from ...models.member_list_response import MemberListResponse
    from ...models.member_search_response import MemberSearchResponse
    from ...models.removed_members_response import RemovedMembersResponse
    from ...models.string_map import StringMap
    from ...types import Unset, Upload
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class Audience:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawAudience:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawAudience(self._send)

    def list(self, *, request_options: RequestOptions | None = None) -> AudienceListResponse:
        """List audiences.

        Returns the organisation's lists of people to call.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The audiences.
        """
        from . import audience_list as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[AudienceModel]:
        """List audiences: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import audience_list as _operation

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
        phone_number_column_name: str,
        file: Upload,
        description: str | Unset = UNSET,
        identifier_column_name: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CreatedAudienceResponse:
        """Create an audience from a CSV file.

        Reads people to call from a CSV file, one for each row; the first row names the columns.

        Args:
            name: Name of the audience.
            phone_number_column_name: Column that holds the phone numbers.
            file: The CSV file; its first row names the columns.
            description: What the audience is for.
            identifier_column_name: Column that tells people apart.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new audience.
        """
        from . import audience_create as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "name": name,
                    "phoneNumberColumnName": phone_number_column_name,
                    "file": file,
                    "description": description,
                    "identifierColumnName": identifier_column_name,
                }
            ),
            _operation._parse,
            request_options,
        )

    def get(self, id: str, *, request_options: RequestOptions | None = None) -> AudienceResponse:
        """Get an audience.

        Returns one audience, without its members.

        Args:
            id: Id of the audience.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The audience.
        """
        from . import audience_get as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def delete(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> DeletedAudienceResponse:
        """Delete an audience.

        Deletes an audience and its members.

        Args:
            id: Id of the audience.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The audience is deleted.
        """
        from . import audience_delete as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def list_members(
        self,
        id: str,
        *,
        page: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> MemberListResponse:
        """List an audience's members.

        Returns one page of the people in an audience.

        Args:
            id: Id of the audience.
            page: Number of the page, counted from 1; 1 when left out.
            offset: Members per page (a page size, in spite of the name); 5 when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of members.
        """
        from . import list_members as _operation

        return self._send(
            _operation._get_kwargs(id=id, page=page, offset=offset),
            _operation._parse,
            request_options,
        )

    def iter_members(
        self,
        id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[AudienceMember]:
        """List an audience's members: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            id: Id of the audience.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_members as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(
                ("data.members",), key="id", number="page", size="offset", total="data.total_count"
            ),
            limit,
            page_size,
        )

    def add_members(
        self,
        id: str,
        *,
        members: Sequence[Json | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> AddedMembersResponse:
        """Add members to an audience.

        Adds people to an audience. The answer counts those added and those skipped.

        Args:
            id: Id of the audience.
            members: The people, each an object of values by column.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How many were added.
        """
        from . import add_members as _operation

        return self._send(
            _operation._get_kwargs(id=id, body={"members": members}),
            _operation._parse,
            request_options,
        )

    def remove_members(
        self,
        id: str,
        *,
        member_ids: builtins.list[str],
        request_options: RequestOptions | None = None,
    ) -> RemovedMembersResponse:
        """Remove members from an audience.

        Removes people from an audience, by the ids of their entries.

        Args:
            id: Id of the audience.
            member_ids: Ids of their entries.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How many were removed.
        """
        from . import remove_members as _operation

        return self._send(
            _operation._get_kwargs(id=id, body={"memberIds": member_ids}),
            _operation._parse,
            request_options,
        )

    def search_members(
        self,
        id: str,
        *,
        query: str | Unset = UNSET,
        wildcard: str | StringMap | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> MemberSearchResponse:
        """Search an audience's members.

        Finds people by a text in any column (query), or by the values of certain columns: each
        further query parameter is the name of a column with the text to look for in it.

        Args:
            id: Id of the audience.
            query: Text to look for in every column.
            wildcard: Texts by the names of their columns, each sent as a parameter of its own.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The members found.
        """
        from . import search_members as _operation

        return self._send(
            _operation._get_kwargs(id=id, query=query, wildcard=wildcard),
            _operation._parse,
            request_options,
        )


class RawAudience:
    """The operations of `Audience`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Audience(raw(send))

    list = RawMethod(Audience.list)
    create = RawMethod(Audience.create)
    get = RawMethod(Audience.get)
    delete = RawMethod(Audience.delete)
    list_members = RawMethod(Audience.list_members)
    add_members = RawMethod(Audience.add_members)
    remove_members = RawMethod(Audience.remove_members)
    search_members = RawMethod(Audience.search_members)


class AsyncAudience:
    """The awaitable twin of `Audience`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawAudience:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawAudience(self._send)

    async def list(self, *, request_options: RequestOptions | None = None) -> AudienceListResponse:
        """List audiences.

        Returns the organisation's lists of people to call.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The audiences.
        """
        from . import audience_list as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[AudienceModel]:
        """List audiences: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import audience_list as _operation

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
        phone_number_column_name: str,
        file: Upload,
        description: str | Unset = UNSET,
        identifier_column_name: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CreatedAudienceResponse:
        """Create an audience from a CSV file.

        Reads people to call from a CSV file, one for each row; the first row names the columns.

        Args:
            name: Name of the audience.
            phone_number_column_name: Column that holds the phone numbers.
            file: The CSV file; its first row names the columns.
            description: What the audience is for.
            identifier_column_name: Column that tells people apart.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new audience.
        """
        from . import audience_create as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "name": name,
                    "phoneNumberColumnName": phone_number_column_name,
                    "file": file,
                    "description": description,
                    "identifierColumnName": identifier_column_name,
                }
            ),
            _operation._parse,
            request_options,
        )

    async def get(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> AudienceResponse:
        """Get an audience.

        Returns one audience, without its members.

        Args:
            id: Id of the audience.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The audience.
        """
        from . import audience_get as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def delete(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> DeletedAudienceResponse:
        """Delete an audience.

        Deletes an audience and its members.

        Args:
            id: Id of the audience.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The audience is deleted.
        """
        from . import audience_delete as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def list_members(
        self,
        id: str,
        *,
        page: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> MemberListResponse:
        """List an audience's members.

        Returns one page of the people in an audience.

        Args:
            id: Id of the audience.
            page: Number of the page, counted from 1; 1 when left out.
            offset: Members per page (a page size, in spite of the name); 5 when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of members.
        """
        from . import list_members as _operation

        return await self._send(
            _operation._get_kwargs(id=id, page=page, offset=offset),
            _operation._parse,
            request_options,
        )

    def iter_members(
        self,
        id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[AudienceMember]:
        """List an audience's members: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            id: Id of the audience.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_members as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(
                ("data.members",), key="id", number="page", size="offset", total="data.total_count"
            ),
            limit,
            page_size,
        )

    async def add_members(
        self,
        id: str,
        *,
        members: Sequence[Json | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> AddedMembersResponse:
        """Add members to an audience.

        Adds people to an audience. The answer counts those added and those skipped.

        Args:
            id: Id of the audience.
            members: The people, each an object of values by column.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How many were added.
        """
        from . import add_members as _operation

        return await self._send(
            _operation._get_kwargs(id=id, body={"members": members}),
            _operation._parse,
            request_options,
        )

    async def remove_members(
        self,
        id: str,
        *,
        member_ids: builtins.list[str],
        request_options: RequestOptions | None = None,
    ) -> RemovedMembersResponse:
        """Remove members from an audience.

        Removes people from an audience, by the ids of their entries.

        Args:
            id: Id of the audience.
            member_ids: Ids of their entries.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How many were removed.
        """
        from . import remove_members as _operation

        return await self._send(
            _operation._get_kwargs(id=id, body={"memberIds": member_ids}),
            _operation._parse,
            request_options,
        )

    async def search_members(
        self,
        id: str,
        *,
        query: str | Unset = UNSET,
        wildcard: str | StringMap | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> MemberSearchResponse:
        """Search an audience's members.

        Finds people by a text in any column (query), or by the values of certain columns: each
        further query parameter is the name of a column with the text to look for in it.

        Args:
            id: Id of the audience.
            query: Text to look for in every column.
            wildcard: Texts by the names of their columns, each sent as a parameter of its own.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The members found.
        """
        from . import search_members as _operation

        return await self._send(
            _operation._get_kwargs(id=id, query=query, wildcard=wildcard),
            _operation._parse,
            request_options,
        )


class AsyncRawAudience:
    """The operations of `AsyncAudience`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncAudience(raw(send))

    list = AsyncRawMethod(AsyncAudience.list)
    create = AsyncRawMethod(AsyncAudience.create)
    get = AsyncRawMethod(AsyncAudience.get)
    delete = AsyncRawMethod(AsyncAudience.delete)
    list_members = AsyncRawMethod(AsyncAudience.list_members)
    add_members = AsyncRawMethod(AsyncAudience.add_members)
    remove_members = AsyncRawMethod(AsyncAudience.remove_members)
    search_members = AsyncRawMethod(AsyncAudience.search_members)
