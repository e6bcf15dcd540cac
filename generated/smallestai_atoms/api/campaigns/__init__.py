"""The namespace `Campaigns` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    import datetime
    from collections.abc import AsyncIterator, Iterator

    from ...models.campaign import Campaign
    from ...models.campaign_list_response import CampaignListResponse
    from ...models.campaign_response import CampaignResponse
    from ...models.campaign_results import CampaignResults
    from ...models.campaign_status import CampaignStatus
    from ...models.campaigns_list_sort_field import CampaignsListSortField
    from ...models.created_campaign_response import CreatedCampaignResponse
    from ...models.export_campaign_results_by_audience_member_format import (
        ExportCampaignResultsByAudienceMemberFormat,
    )
    from ...models.sort_order import SortOrder
    from ...models.started_campaign_response import StartedCampaignResponse
    from ...models.status_response import StatusResponse
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class Campaigns:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawCampaigns:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawCampaigns(self._send)

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        status: CampaignStatus | Unset = UNSET,
        search: str | Unset = UNSET,
        sort_field: CampaignsListSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CampaignListResponse:
        """List campaigns.

        Returns one page of the organisation's campaigns.

        Args:
            page: Number of the page, counted from 1; 1 when left out.
            offset: Campaigns per page (a page size, in spite of the name); 5 when left out.
            status: Only campaigns that stand like this.
            search: Text to look for in the campaigns' names.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of campaigns.
        """
        from . import campaigns_list as _operation

        return self._send(
            _operation._get_kwargs(
                page=page,
                offset=offset,
                status=status,
                search=search,
                sort_field=sort_field,
                sort_order=sort_order,
            ),
            _operation._parse,
            request_options,
        )

    def iter(
        self,
        *,
        status: CampaignStatus | Unset = UNSET,
        search: str | Unset = UNSET,
        sort_field: CampaignsListSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[Campaign]:
        """List campaigns: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            status: Only campaigns that stand like this.
            search: Text to look for in the campaigns' names.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import campaigns_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    status=status,
                    search=search,
                    sort_field=sort_field,
                    sort_order=sort_order,
                    **page,
                ),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.campaigns",),
                key="id",
                number="page",
                size="offset",
                total="data.pagination.total",
            ),
            limit,
            page_size,
        )

    def create(
        self,
        *,
        name: str,
        audience_id: str,
        agent_id: str,
        description: str | Unset = UNSET,
        phone_number_ids: builtins.list[str] | Unset = UNSET,
        scheduled_at: datetime.datetime | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        retry_delay: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CreatedCampaignResponse:
        """Create a campaign.

        Sets up calls by one agent to everyone in an audience. It begins at the time given, or when
        it is started.

        Args:
            name: Name of the campaign.
            audience_id: Id of the audience to call.
            agent_id: Id of the agent that calls.
            description: What the campaign is for.
            phone_number_ids: Ids of the phone numbers (products) to call from.
            scheduled_at: When to begin, RFC 3339; when it is started, if left out.
            max_retries: Further attempts for a call that is not answered, 0 to 10; 3 when left
                out.
            retry_delay: Minutes between attempts, 1 to 1440; 15 when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new campaign.
        """
        from . import campaigns_create as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "name": name,
                    "audienceId": audience_id,
                    "agentId": agent_id,
                    "description": description,
                    "phoneNumberIds": phone_number_ids,
                    "scheduledAt": scheduled_at,
                    "maxRetries": max_retries,
                    "retryDelay": retry_delay,
                }
            ),
            _operation._parse,
            request_options,
        )

    def get(self, id: str, *, request_options: RequestOptions | None = None) -> CampaignResponse:
        """Get a campaign.

        Returns one campaign with what has happened to it and how many of its contacts were reached.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The campaign.
        """
        from . import campaigns_get as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def delete(self, id: str, *, request_options: RequestOptions | None = None) -> StatusResponse:
        """Delete a campaign.

        Deletes a campaign.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The campaign is deleted.
        """
        from . import campaigns_delete as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def start_or_resume(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> StartedCampaignResponse:
        """Start a campaign, or go on with it.

        Begins to dial, or goes on where a paused campaign stopped. The answer comes before the
        first call is placed; the campaign's status tells how far it is.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The campaign will run.
        """
        from . import start_or_resume as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def pause(self, id: str, *, request_options: RequestOptions | None = None) -> StatusResponse:
        """Pause a campaign.

        Places no further calls until the campaign is started again.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The campaign is paused.
        """
        from . import campaigns_pause as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def export_campaign_results_by_audience_member(
        self,
        id: str,
        *,
        format_: ExportCampaignResultsByAudienceMemberFormat | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CampaignResults | str:
        """Export a campaign's results.

        Returns, for everyone in the audience, the first call, the further attempts and the outcome.
        With format=csv the answer is a table in CSV.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            format_: Form of the answer; json when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The results, as an object or as CSV text.
        """
        from . import export_campaign_results_by_audience_member as _operation

        return self._send(
            _operation._get_kwargs(id=id, format_=format_), _operation._parse, request_options
        )

    def export_campaign_logs(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> str:
        """Export a campaign's calls as CSV.

        Returns one row for each call of the campaign.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The calls, as CSV text.
        """
        from . import export_campaign_logs as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)


class RawCampaigns:
    """The operations of `Campaigns`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Campaigns(raw(send))

    list = RawMethod(Campaigns.list)
    create = RawMethod(Campaigns.create)
    get = RawMethod(Campaigns.get)
    delete = RawMethod(Campaigns.delete)
    start_or_resume = RawMethod(Campaigns.start_or_resume)
    pause = RawMethod(Campaigns.pause)
    export_campaign_results_by_audience_member = RawMethod(
        Campaigns.export_campaign_results_by_audience_member
    )
    export_campaign_logs = RawMethod(Campaigns.export_campaign_logs)


class AsyncCampaigns:
    """The awaitable twin of `Campaigns`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawCampaigns:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawCampaigns(self._send)

    async def list(
        self,
        *,
        page: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        status: CampaignStatus | Unset = UNSET,
        search: str | Unset = UNSET,
        sort_field: CampaignsListSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CampaignListResponse:
        """List campaigns.

        Returns one page of the organisation's campaigns.

        Args:
            page: Number of the page, counted from 1; 1 when left out.
            offset: Campaigns per page (a page size, in spite of the name); 5 when left out.
            status: Only campaigns that stand like this.
            search: Text to look for in the campaigns' names.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of campaigns.
        """
        from . import campaigns_list as _operation

        return await self._send(
            _operation._get_kwargs(
                page=page,
                offset=offset,
                status=status,
                search=search,
                sort_field=sort_field,
                sort_order=sort_order,
            ),
            _operation._parse,
            request_options,
        )

    def iter(
        self,
        *,
        status: CampaignStatus | Unset = UNSET,
        search: str | Unset = UNSET,
        sort_field: CampaignsListSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[Campaign]:
        """List campaigns: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            status: Only campaigns that stand like this.
            search: Text to look for in the campaigns' names.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import campaigns_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    status=status,
                    search=search,
                    sort_field=sort_field,
                    sort_order=sort_order,
                    **page,
                ),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.campaigns",),
                key="id",
                number="page",
                size="offset",
                total="data.pagination.total",
            ),
            limit,
            page_size,
        )

    async def create(
        self,
        *,
        name: str,
        audience_id: str,
        agent_id: str,
        description: str | Unset = UNSET,
        phone_number_ids: builtins.list[str] | Unset = UNSET,
        scheduled_at: datetime.datetime | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        retry_delay: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CreatedCampaignResponse:
        """Create a campaign.

        Sets up calls by one agent to everyone in an audience. It begins at the time given, or when
        it is started.

        Args:
            name: Name of the campaign.
            audience_id: Id of the audience to call.
            agent_id: Id of the agent that calls.
            description: What the campaign is for.
            phone_number_ids: Ids of the phone numbers (products) to call from.
            scheduled_at: When to begin, RFC 3339; when it is started, if left out.
            max_retries: Further attempts for a call that is not answered, 0 to 10; 3 when left
                out.
            retry_delay: Minutes between attempts, 1 to 1440; 15 when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new campaign.
        """
        from . import campaigns_create as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "name": name,
                    "audienceId": audience_id,
                    "agentId": agent_id,
                    "description": description,
                    "phoneNumberIds": phone_number_ids,
                    "scheduledAt": scheduled_at,
                    "maxRetries": max_retries,
                    "retryDelay": retry_delay,
                }
            ),
            _operation._parse,
            request_options,
        )

    async def get(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> CampaignResponse:
        """Get a campaign.

        Returns one campaign with what has happened to it and how many of its contacts were reached.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The campaign.
        """
        from . import campaigns_get as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def delete(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> StatusResponse:
        """Delete a campaign.

        Deletes a campaign.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The campaign is deleted.
        """
        from . import campaigns_delete as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def start_or_resume(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> StartedCampaignResponse:
        """Start a campaign, or go on with it.

        Begins to dial, or goes on where a paused campaign stopped. The answer comes before the
        first call is placed; the campaign's status tells how far it is.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The campaign will run.
        """
        from . import start_or_resume as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def pause(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> StatusResponse:
        """Pause a campaign.

        Places no further calls until the campaign is started again.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The campaign is paused.
        """
        from . import campaigns_pause as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def export_campaign_results_by_audience_member(
        self,
        id: str,
        *,
        format_: ExportCampaignResultsByAudienceMemberFormat | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CampaignResults | str:
        """Export a campaign's results.

        Returns, for everyone in the audience, the first call, the further attempts and the outcome.
        With format=csv the answer is a table in CSV.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            format_: Form of the answer; json when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The results, as an object or as CSV text.
        """
        from . import export_campaign_results_by_audience_member as _operation

        return await self._send(
            _operation._get_kwargs(id=id, format_=format_), _operation._parse, request_options
        )

    async def export_campaign_logs(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> str:
        """Export a campaign's calls as CSV.

        Returns one row for each call of the campaign.

        Args:
            id: Id of the campaign, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The calls, as CSV text.
        """
        from . import export_campaign_logs as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)


class AsyncRawCampaigns:
    """The operations of `AsyncCampaigns`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncCampaigns(raw(send))

    list = AsyncRawMethod(AsyncCampaigns.list)
    create = AsyncRawMethod(AsyncCampaigns.create)
    get = AsyncRawMethod(AsyncCampaigns.get)
    delete = AsyncRawMethod(AsyncCampaigns.delete)
    start_or_resume = AsyncRawMethod(AsyncCampaigns.start_or_resume)
    pause = AsyncRawMethod(AsyncCampaigns.pause)
    export_campaign_results_by_audience_member = AsyncRawMethod(
        AsyncCampaigns.export_campaign_results_by_audience_member
    )
    export_campaign_logs = AsyncRawMethod(AsyncCampaigns.export_campaign_logs)
