"""The namespace `Analytics` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    import datetime
    from collections.abc import AsyncIterator, Iterator

    from ...models.agent_performance_response import AgentPerformanceResponse
    from ...models.analytics_summary_response import AnalyticsSummaryResponse
    from ...models.attempt_cohort_response import AttemptCohortResponse
    from ...models.call_counts_by_day_response import CallCountsByDayResponse
    from ...models.call_counts_log_entry import CallCountsLogEntry
    from ...models.call_counts_log_response import CallCountsLogResponse
    from ...models.call_outcomes_response import CallOutcomesResponse
    from ...models.call_starts_response import CallStartsResponse
    from ...models.call_volume_response import CallVolumeResponse
    from ...models.concurrency_timeseries_response import ConcurrencyTimeseriesResponse
    from ...models.conversation_details_response import ConversationDetailsResponse
    from ...models.daily_call_summary_response import DailyCallSummaryResponse
    from ...models.dashboard_response import DashboardResponse
    from ...models.duration_stats_response import DurationStatsResponse
    from ...models.get_analytics_concurrency_include_agents import (
        GetAnalyticsConcurrencyIncludeAgents,
    )
    from ...models.hourly_performance_response import HourlyPerformanceResponse
    from ...models.number_trends_response import NumberTrendsResponse
    from ...models.pickup_rate_response import PickupRateResponse
    from ...models.sort_order import SortOrder
    from ...models.usage_timeseries_response import UsageTimeseriesResponse
    from ...models.weekly_trends_response import WeeklyTrendsResponse
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class Analytics:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawAnalytics:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawAnalytics(self._send)

    def get_call_counts_log(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallCountsLogResponse:
        """List calls with their cost.

        Returns one page of the calls in a span of time, in brief.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            page: Number of the page, counted from 1; 1 when left out.
            limit: Calls per page; 10 when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of calls.
        """
        from . import get_call_counts_log as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
                page=page,
                limit=limit,
            ),
            _operation._parse,
            request_options,
        )

    def iter_call_counts_log(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[CallCountsLogEntry]:
        """List calls with their cost: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import get_call_counts_log as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    agent_id=agent_id,
                    campaign_id=campaign_id,
                    call_type=call_type,
                    date_from=date_from,
                    date_to=date_to,
                    **page,
                ),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.calls",),
                key="call_id",
                number="page",
                size="limit",
                total="data.total_calls",
            ),
            limit,
            page_size,
        )

    def get_call_counts_by_day(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallCountsByDayResponse:
        """Get calls by day.

        Returns the number of calls on each day of a span of time.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers.
        """
        from . import get_call_counts_by_day as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    def get_conversation_details(
        self, call_id: str, *, request_options: RequestOptions | None = None
    ) -> ConversationDetailsResponse:
        """Get a call's details.

        Returns the transcript and the events of one call.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The call.
        """
        from . import get_conversation_details as _operation

        return self._send(
            _operation._get_kwargs(call_id=call_id), _operation._parse, request_options
        )

    def get_usage_timeseries(
        self,
        *,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UsageTimeseriesResponse:
        """Get credits by day.

        Returns the credits used on each day of a span of time.

        Args:
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The credits.
        """
        from . import get_usage_timeseries as _operation

        return self._send(
            _operation._get_kwargs(date_from=date_from, date_to=date_to),
            _operation._parse,
            request_options,
        )

    def get_dashboard(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DashboardResponse:
        """Get several figures at once.

        Returns summary, volume, outcomes, pickup rates, hours and durations of a span of time in
        one answer.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The figures.
        """
        from . import get_dashboard as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    def get_analytics_summary(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AnalyticsSummaryResponse:
        """Get the summary of a span of time.

        Returns calls, pickup rate, durations and cost of a span of time, beside those of the span
        before it.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The summary.
        """
        from . import get_analytics_summary as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    def get_call_volume_timeseries(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallVolumeResponse:
        """Get calls and minutes by day.

        Returns calls by their outcome, and their time, for each day of a span of time.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The days.
        """
        from . import get_call_volume_timeseries as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    def get_pickup_rate_by_number(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> PickupRateResponse:
        """Get how often each number is answered.

        Returns, for each of the organisation's numbers, how many of its calls were answered.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers.
        """
        from . import get_pickup_rate_by_number as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    def get_phone_number_trends(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> NumberTrendsResponse:
        """Get how often each number is answered, by day.

        Returns, for each of the organisation's numbers and each day, how many of its calls were
        answered.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers.
        """
        from . import get_phone_number_trends as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    def get_hourly_performance(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> HourlyPerformanceResponse:
        """Get calls by hour of the day.

        Returns calls, answers and time for each hour of the day, 0 to 23.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The hours.
        """
        from . import get_hourly_performance as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    def get_call_outcomes_timeseries(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallOutcomesResponse:
        """Get outcomes by day.

        Returns how many calls were answered, not answered, failed or cancelled, for each day and in
        all.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The days.
        """
        from . import get_call_outcomes_timeseries as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    def get_duration_stats(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DurationStatsResponse:
        """Get how long calls last.

        Returns mean, median and high percentiles of the length of calls.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The lengths.
        """
        from . import get_duration_stats as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    def get_weekly_trends(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> WeeklyTrendsResponse:
        """Get figures by week.

        Returns calls, answers and lengths for each week of a span of time.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The weeks.
        """
        from . import get_weekly_trends as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    def get_agent_performance(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        sort_by: str | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        limit: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentPerformanceResponse:
        """Get figures by agent.

        Returns calls, answers, lengths and cost for each agent.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            sort_by: Name of the figure to sort by.
            sort_order: Direction of the sort.
            limit: Agents to return.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The agents.
        """
        from . import get_agent_performance as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
                sort_by=sort_by,
                sort_order=sort_order,
                limit=limit,
            ),
            _operation._parse,
            request_options,
        )

    def get_analytics_concurrency(
        self,
        *,
        date: datetime.date,
        agent_id: str | Unset = UNSET,
        include_agents: GetAnalyticsConcurrencyIncludeAgents | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ConcurrencyTimeseriesResponse:
        """Get calls at one time, by minute.

        Returns how many calls ran at one time in each minute of a day.

        Args:
            date: The day.
            agent_id: Only calls of this agent.
            include_agents: The text 'true' adds figures for each agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The minutes.
        """
        from . import get_analytics_concurrency as _operation

        return self._send(
            _operation._get_kwargs(date=date, agent_id=agent_id, include_agents=include_agents),
            _operation._parse,
            request_options,
        )

    def get_call_start_distribution(
        self,
        *,
        date: datetime.date,
        agent_id: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallStartsResponse:
        """Get calls begun, by minute.

        Returns how many calls began in each minute of a day.

        Args:
            date: The day.
            agent_id: Only calls of this agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The minutes.
        """
        from . import get_call_start_distribution as _operation

        return self._send(
            _operation._get_kwargs(date=date, agent_id=agent_id), _operation._parse, request_options
        )

    def get_daily_call_summary(
        self,
        *,
        date: datetime.date,
        agent_id: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DailyCallSummaryResponse:
        """Get the summary of a day.

        Returns the calls of one day by their outcome.

        Args:
            date: The day.
            agent_id: Only calls of this agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The day.
        """
        from . import get_daily_call_summary as _operation

        return self._send(
            _operation._get_kwargs(date=date, agent_id=agent_id), _operation._parse, request_options
        )

    def get_attempt_cohort(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AttemptCohortResponse:
        """Get answers by attempt.

        Returns how many calls were answered at the first attempt, at the second, and so on.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The attempts.
        """
        from . import get_attempt_cohort as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )


class RawAnalytics:
    """The operations of `Analytics`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Analytics(raw(send))

    get_call_counts_log = RawMethod(Analytics.get_call_counts_log)
    get_call_counts_by_day = RawMethod(Analytics.get_call_counts_by_day)
    get_conversation_details = RawMethod(Analytics.get_conversation_details)
    get_usage_timeseries = RawMethod(Analytics.get_usage_timeseries)
    get_dashboard = RawMethod(Analytics.get_dashboard)
    get_analytics_summary = RawMethod(Analytics.get_analytics_summary)
    get_call_volume_timeseries = RawMethod(Analytics.get_call_volume_timeseries)
    get_pickup_rate_by_number = RawMethod(Analytics.get_pickup_rate_by_number)
    get_phone_number_trends = RawMethod(Analytics.get_phone_number_trends)
    get_hourly_performance = RawMethod(Analytics.get_hourly_performance)
    get_call_outcomes_timeseries = RawMethod(Analytics.get_call_outcomes_timeseries)
    get_duration_stats = RawMethod(Analytics.get_duration_stats)
    get_weekly_trends = RawMethod(Analytics.get_weekly_trends)
    get_agent_performance = RawMethod(Analytics.get_agent_performance)
    get_analytics_concurrency = RawMethod(Analytics.get_analytics_concurrency)
    get_call_start_distribution = RawMethod(Analytics.get_call_start_distribution)
    get_daily_call_summary = RawMethod(Analytics.get_daily_call_summary)
    get_attempt_cohort = RawMethod(Analytics.get_attempt_cohort)


class AsyncAnalytics:
    """The awaitable twin of `Analytics`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawAnalytics:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawAnalytics(self._send)

    async def get_call_counts_log(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallCountsLogResponse:
        """List calls with their cost.

        Returns one page of the calls in a span of time, in brief.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            page: Number of the page, counted from 1; 1 when left out.
            limit: Calls per page; 10 when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of calls.
        """
        from . import get_call_counts_log as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
                page=page,
                limit=limit,
            ),
            _operation._parse,
            request_options,
        )

    def iter_call_counts_log(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[CallCountsLogEntry]:
        """List calls with their cost: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import get_call_counts_log as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    agent_id=agent_id,
                    campaign_id=campaign_id,
                    call_type=call_type,
                    date_from=date_from,
                    date_to=date_to,
                    **page,
                ),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.calls",),
                key="call_id",
                number="page",
                size="limit",
                total="data.total_calls",
            ),
            limit,
            page_size,
        )

    async def get_call_counts_by_day(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallCountsByDayResponse:
        """Get calls by day.

        Returns the number of calls on each day of a span of time.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers.
        """
        from . import get_call_counts_by_day as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    async def get_conversation_details(
        self, call_id: str, *, request_options: RequestOptions | None = None
    ) -> ConversationDetailsResponse:
        """Get a call's details.

        Returns the transcript and the events of one call.

        Args:
            call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The call.
        """
        from . import get_conversation_details as _operation

        return await self._send(
            _operation._get_kwargs(call_id=call_id), _operation._parse, request_options
        )

    async def get_usage_timeseries(
        self,
        *,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UsageTimeseriesResponse:
        """Get credits by day.

        Returns the credits used on each day of a span of time.

        Args:
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The credits.
        """
        from . import get_usage_timeseries as _operation

        return await self._send(
            _operation._get_kwargs(date_from=date_from, date_to=date_to),
            _operation._parse,
            request_options,
        )

    async def get_dashboard(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DashboardResponse:
        """Get several figures at once.

        Returns summary, volume, outcomes, pickup rates, hours and durations of a span of time in
        one answer.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The figures.
        """
        from . import get_dashboard as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    async def get_analytics_summary(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AnalyticsSummaryResponse:
        """Get the summary of a span of time.

        Returns calls, pickup rate, durations and cost of a span of time, beside those of the span
        before it.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The summary.
        """
        from . import get_analytics_summary as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    async def get_call_volume_timeseries(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallVolumeResponse:
        """Get calls and minutes by day.

        Returns calls by their outcome, and their time, for each day of a span of time.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The days.
        """
        from . import get_call_volume_timeseries as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    async def get_pickup_rate_by_number(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> PickupRateResponse:
        """Get how often each number is answered.

        Returns, for each of the organisation's numbers, how many of its calls were answered.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers.
        """
        from . import get_pickup_rate_by_number as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    async def get_phone_number_trends(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> NumberTrendsResponse:
        """Get how often each number is answered, by day.

        Returns, for each of the organisation's numbers and each day, how many of its calls were
        answered.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers.
        """
        from . import get_phone_number_trends as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    async def get_hourly_performance(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> HourlyPerformanceResponse:
        """Get calls by hour of the day.

        Returns calls, answers and time for each hour of the day, 0 to 23.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The hours.
        """
        from . import get_hourly_performance as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    async def get_call_outcomes_timeseries(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallOutcomesResponse:
        """Get outcomes by day.

        Returns how many calls were answered, not answered, failed or cancelled, for each day and in
        all.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The days.
        """
        from . import get_call_outcomes_timeseries as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    async def get_duration_stats(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DurationStatsResponse:
        """Get how long calls last.

        Returns mean, median and high percentiles of the length of calls.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The lengths.
        """
        from . import get_duration_stats as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    async def get_weekly_trends(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> WeeklyTrendsResponse:
        """Get figures by week.

        Returns calls, answers and lengths for each week of a span of time.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The weeks.
        """
        from . import get_weekly_trends as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )

    async def get_agent_performance(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        sort_by: str | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        limit: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentPerformanceResponse:
        """Get figures by agent.

        Returns calls, answers, lengths and cost for each agent.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            sort_by: Name of the figure to sort by.
            sort_order: Direction of the sort.
            limit: Agents to return.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The agents.
        """
        from . import get_agent_performance as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
                sort_by=sort_by,
                sort_order=sort_order,
                limit=limit,
            ),
            _operation._parse,
            request_options,
        )

    async def get_analytics_concurrency(
        self,
        *,
        date: datetime.date,
        agent_id: str | Unset = UNSET,
        include_agents: GetAnalyticsConcurrencyIncludeAgents | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ConcurrencyTimeseriesResponse:
        """Get calls at one time, by minute.

        Returns how many calls ran at one time in each minute of a day.

        Args:
            date: The day.
            agent_id: Only calls of this agent.
            include_agents: The text 'true' adds figures for each agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The minutes.
        """
        from . import get_analytics_concurrency as _operation

        return await self._send(
            _operation._get_kwargs(date=date, agent_id=agent_id, include_agents=include_agents),
            _operation._parse,
            request_options,
        )

    async def get_call_start_distribution(
        self,
        *,
        date: datetime.date,
        agent_id: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallStartsResponse:
        """Get calls begun, by minute.

        Returns how many calls began in each minute of a day.

        Args:
            date: The day.
            agent_id: Only calls of this agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The minutes.
        """
        from . import get_call_start_distribution as _operation

        return await self._send(
            _operation._get_kwargs(date=date, agent_id=agent_id), _operation._parse, request_options
        )

    async def get_daily_call_summary(
        self,
        *,
        date: datetime.date,
        agent_id: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DailyCallSummaryResponse:
        """Get the summary of a day.

        Returns the calls of one day by their outcome.

        Args:
            date: The day.
            agent_id: Only calls of this agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The day.
        """
        from . import get_daily_call_summary as _operation

        return await self._send(
            _operation._get_kwargs(date=date, agent_id=agent_id), _operation._parse, request_options
        )

    async def get_attempt_cohort(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        call_type: str | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AttemptCohortResponse:
        """Get answers by attempt.

        Returns how many calls were answered at the first attempt, at the second, and so on.

        Args:
            agent_id: Only calls of this agent.
            campaign_id: Only calls of this campaign.
            call_type: Only calls of this kind, mostly a CallType.
            date_from: Begin of the span, RFC 3339.
            date_to: End of the span, RFC 3339.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The attempts.
        """
        from . import get_attempt_cohort as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawAnalytics:
    """The operations of `AsyncAnalytics`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncAnalytics(raw(send))

    get_call_counts_log = AsyncRawMethod(AsyncAnalytics.get_call_counts_log)
    get_call_counts_by_day = AsyncRawMethod(AsyncAnalytics.get_call_counts_by_day)
    get_conversation_details = AsyncRawMethod(AsyncAnalytics.get_conversation_details)
    get_usage_timeseries = AsyncRawMethod(AsyncAnalytics.get_usage_timeseries)
    get_dashboard = AsyncRawMethod(AsyncAnalytics.get_dashboard)
    get_analytics_summary = AsyncRawMethod(AsyncAnalytics.get_analytics_summary)
    get_call_volume_timeseries = AsyncRawMethod(AsyncAnalytics.get_call_volume_timeseries)
    get_pickup_rate_by_number = AsyncRawMethod(AsyncAnalytics.get_pickup_rate_by_number)
    get_phone_number_trends = AsyncRawMethod(AsyncAnalytics.get_phone_number_trends)
    get_hourly_performance = AsyncRawMethod(AsyncAnalytics.get_hourly_performance)
    get_call_outcomes_timeseries = AsyncRawMethod(AsyncAnalytics.get_call_outcomes_timeseries)
    get_duration_stats = AsyncRawMethod(AsyncAnalytics.get_duration_stats)
    get_weekly_trends = AsyncRawMethod(AsyncAnalytics.get_weekly_trends)
    get_agent_performance = AsyncRawMethod(AsyncAnalytics.get_agent_performance)
    get_analytics_concurrency = AsyncRawMethod(AsyncAnalytics.get_analytics_concurrency)
    get_call_start_distribution = AsyncRawMethod(AsyncAnalytics.get_call_start_distribution)
    get_daily_call_summary = AsyncRawMethod(AsyncAnalytics.get_daily_call_summary)
    get_attempt_cohort = AsyncRawMethod(AsyncAnalytics.get_attempt_cohort)
