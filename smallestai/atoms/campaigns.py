"""Campaigns: the operations, waiting for the end of one, and its tables of calls and results."""

# ruff: noqa: A002  (an id is called `id` in every operation)

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from smallestai_atoms.api.campaigns import AsyncCampaigns as AsyncOperations
from smallestai_atoms.api.campaigns import Campaigns as Operations

from smallestai.atoms._waiting import Watch, async_wait, status_of, wait

if TYPE_CHECKING:
    import os
    import threading
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from smallestai_atoms.api import RequestOptions
    from smallestai_atoms.models import Campaign

    from smallestai._config import Config
    from smallestai.atoms._files import Progress
    from smallestai.atoms._sending import AsyncSender, Sender

__all__ = ["AsyncCampaigns", "Campaigns"]

_FINAL = frozenset({"completed", "failed"})
_CAMPAIGN_SECONDS = 3600.0


class Campaigns(Operations):
    """`client.atoms.campaigns`."""

    def __init__(self, send: Sender) -> None:
        super().__init__(send)
        self._transport = send.transport

    def wait(
        self,
        id: str,
        *,
        timeout: float = _CAMPAIGN_SECONDS,
        cancel: threading.Event | None = None,
    ) -> Campaign:
        """Look at a campaign until it has ended, and return it.

            client.atoms.campaigns.start_or_resume(campaign_id)
            campaign = client.atoms.campaigns.wait(campaign_id, timeout=7200)

        A campaign that is paused is waited for. Closing the client from another thread ends the
        waiting.

        Args:
            id: Id of the campaign.
            timeout: Seconds to wait, at most.
            cancel: Ends the waiting when it is set.

        Returns:
            The campaign, its status completed or failed; as it stands, when ``cancel`` was set.

        Raises:
            APITimeoutError: It has not ended in time; it is on ``error.received`` as it stood last.
            APIError: The service refused to show it.

        Source: operation `campaignsGet`.
        """

        def look(options: Any) -> Campaign:
            return _campaign(self.get(id, request_options=options))

        return wait(self._transport, look, _watch(id, timeout, self._transport.config), cancel)

    def iter_campaign_logs(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> Iterator[dict[str, str]]:
        """Give the rows of `export_campaign_logs`, one for each call, as they come.

        Args:
            id: Id of the campaign.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Rows by the names of the columns; every cell is text.

        Raises:
            APIError: The service refused the request.
            APIConnectionError: The table broke off.

        Source: operation `exportCampaignLogs`.
        """
        return self._rows(_logs(id), request_options)

    def iter_campaign_results(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> Iterator[dict[str, str]]:
        """Give the rows of `export_campaign_results_by_audience_member`, one for each person.

        Source: operation `exportCampaignResultsByAudienceMember`. See `iter_campaign_logs`.
        """
        return self._rows(_results(id), request_options)

    def save_campaign_logs(
        self,
        id: str,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> Path:
        """Write the table of `export_campaign_logs` to a file, as it comes.

        It is written beside its place and renamed when it is whole.

        Args:
            id: Id of the campaign.
            path: The file; what is there is replaced.
            progress: Called with the bytes written so far, twice: how many there will be is not
                known.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The path.

        Raises:
            OutputError: The file could not be written.
            APIError: The service refused the request.
            APIConnectionError: The table broke off; there is no file.

        Source: operation `exportCampaignLogs`.
        """
        return self._save(_logs(id), path, progress, request_options)

    def save_campaign_results(
        self,
        id: str,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> Path:
        """Write the table of `export_campaign_results_by_audience_member` to a file.

        Source: operation `exportCampaignResultsByAudienceMember`. See `save_campaign_logs`.
        """
        return self._save(_results(id), path, progress, request_options)

    def _rows(self, request: dict[str, Any], options: Any) -> Iterator[dict[str, str]]:
        from smallestai.atoms._tables import Rows

        rows = Rows()
        with self._transport.stream(request, options) as stream:
            for piece in stream:
                yield from rows.feed(piece)
        yield from rows.end()

    def _save(
        self,
        request: dict[str, Any],
        path: str | os.PathLike[str],
        progress: Progress | None,
        options: Any,
    ) -> Path:
        from smallestai.atoms._files import download

        with download(path) as file, self._transport.stream(request, options) as stream:
            for piece in stream:
                file.write(piece)
                if progress is not None:
                    progress(file.size, file.size)
        return file.path


class AsyncCampaigns(AsyncOperations):
    """`client.atoms.campaigns` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, send: AsyncSender) -> None:
        super().__init__(send)
        self._transport = send.transport

    async def wait(
        self,
        id: str,
        *,
        timeout: float = _CAMPAIGN_SECONDS,
        cancel: threading.Event | None = None,
    ) -> Campaign:
        """Look at a campaign until it has ended; see `Campaigns.wait`.

        Cancelling the task ends it too.
        """

        async def look(options: Any) -> Campaign:
            return _campaign(await self.get(id, request_options=options))

        watch = _watch(id, timeout, self._transport.config)
        return await async_wait(self._transport, look, watch, cancel)

    def iter_campaign_logs(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[dict[str, str]]:
        """Give the rows of `export_campaign_logs`; see `Campaigns.iter_campaign_logs`."""
        return self._rows(_logs(id), request_options)

    def iter_campaign_results(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[dict[str, str]]:
        """Give a row for each person; see `Campaigns.iter_campaign_results`."""
        return self._rows(_results(id), request_options)

    async def save_campaign_logs(
        self,
        id: str,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> Path:
        """Write a table to a file; see `Campaigns.save_campaign_logs`. A thread writes it."""
        return await self._save(_logs(id), path, progress, request_options)

    async def save_campaign_results(
        self,
        id: str,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> Path:
        """Write a table to a file; see `Campaigns.save_campaign_results`."""
        return await self._save(_results(id), path, progress, request_options)

    async def _rows(self, request: dict[str, Any], options: Any) -> AsyncIterator[dict[str, str]]:
        from smallestai.atoms._tables import Rows

        rows = Rows()
        async with self._transport.stream(request, options) as stream:
            async for piece in stream:
                for row in rows.feed(piece):
                    yield row
        for row in rows.end():
            yield row

    async def _save(
        self,
        request: dict[str, Any],
        path: str | os.PathLike[str],
        progress: Progress | None,
        options: Any,
    ) -> Path:
        from asyncio import to_thread

        from smallestai.atoms._files import download

        with download(path) as file:
            async with self._transport.stream(request, options) as stream:
                async for piece in stream:
                    await to_thread(file.write, piece)
                    if progress is not None:
                        progress(file.size, file.size)
        return file.path


def _watch(id_: str, timeout: float, config: Config) -> Watch[Campaign]:
    def is_final(campaign: Campaign) -> bool:
        return status_of(campaign) in _FINAL

    return Watch(f"the campaign {id_}", timeout, is_final, config)


def _campaign(answer: Any) -> Campaign:
    return cast("Campaign", getattr(answer.data, "campaign", None))


def _logs(id_: str) -> dict[str, Any]:
    from smallestai_atoms.api.campaigns import export_campaign_logs as operation

    return operation._get_kwargs(id_)


def _results(id_: str) -> dict[str, Any]:
    from smallestai_atoms.api.campaigns import (
        export_campaign_results_by_audience_member as operation,
    )

    return operation._get_kwargs(id_, format_="csv")
