"""The namespace `Audience` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from ...types import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...models.added_members_response import AddedMembersResponse
    from ...models.audience_list_response import AudienceListResponse
    from ...models.audience_response import AudienceResponse
    from ...models.created_audience_response import CreatedAudienceResponse
    from ...models.deleted_audience_response import DeletedAudienceResponse
    from ...models.json import Json
    from ...models.member_list_response import MemberListResponse
    from ...models.member_search_response import MemberSearchResponse
    from ...models.removed_members_response import RemovedMembersResponse
    from ...models.string_map import StringMap
    from ...types import Unset, Upload
    from .. import AsyncSend, RequestOptions, Send


class Audience:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncAudience:
    """The awaitable twin of `Audience`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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
