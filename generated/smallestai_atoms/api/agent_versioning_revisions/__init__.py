"""The namespace `AgentVersioningRevisions` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ...models.diff_response import DiffResponse
    from ...models.publish_response import PublishResponse
    from ...models.revision import Revision
    from ...models.revision_config_response import RevisionConfigResponse
    from ...models.revision_history_response import RevisionHistoryResponse
    from ...models.revision_list_response import RevisionListResponse
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class AgentVersioningRevisions:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawAgentVersioningRevisions:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawAgentVersioningRevisions(self._send)

    def list(
        self,
        id: str,
        branch_id: str,
        *,
        limit: int | Unset = UNSET,
        skip: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> RevisionListResponse:
        """List a branch's revisions.

        Returns the published states of a branch.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            limit: Entries per page, 1 to 100; 20 when left out.
            skip: Entries to skip; 0 when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of revisions.
        """
        from . import agent_versioning_revisions_list as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, limit=limit, skip=skip),
            _operation._parse,
            request_options,
        )

    def iter(
        self,
        id: str,
        branch_id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[Revision]:
        """List a branch's revisions: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once, at most 100; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import agent_versioning_revisions_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, branch_id=branch_id, **page),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.revisions",),
                key="id",
                start="skip",
                size="limit",
                total="data.total",
                most=100,
            ),
            limit,
            page_size,
        )

    def get(
        self,
        id: str,
        branch_id: str,
        revision_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> RevisionConfigResponse:
        """Get a revision.

        Returns one published state of a branch with all its settings.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            revision_id: Id of the revision, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The revision and its settings.
        """
        from . import agent_versioning_revisions_get as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, revision_id=revision_id),
            _operation._parse,
            request_options,
        )

    def get_history(
        self,
        id: str,
        branch_id: str,
        revision_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> RevisionHistoryResponse:
        """Get how a revision came about.

        Returns the edits of the draft that became the revision.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            revision_id: Id of the revision, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The edits.
        """
        from . import get_history as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, revision_id=revision_id),
            _operation._parse,
            request_options,
        )

    def restore(
        self,
        id: str,
        branch_id: str,
        revision_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> PublishResponse:
        """Restore a revision.

        Publishes the settings of an older revision as the new head of the branch. 200 (committed):
        done; 202 (scanning): once they have passed a security check.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            revision_id: Id of the revision, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The revision is restored.
            The revision is being checked first.
        """
        from . import agent_versioning_revisions_restore as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, revision_id=revision_id),
            _operation._parse,
            request_options,
        )

    def diff(
        self, id: str, *, a: str, b: str, request_options: RequestOptions | None = None
    ) -> DiffResponse:
        """Compare two states of an agent.

        Returns where the settings of two states of an agent differ.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            a: Reference to the first state, 1 to 64 characters.
            b: Reference to the second state, 1 to 64 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The differences.
        """
        from . import agent_versioning_revisions_diff as _operation

        return self._send(
            _operation._get_kwargs(id=id, a=a, b=b), _operation._parse, request_options
        )


class RawAgentVersioningRevisions:
    """The operations of `AgentVersioningRevisions`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = AgentVersioningRevisions(raw(send))

    list = RawMethod(AgentVersioningRevisions.list)
    get = RawMethod(AgentVersioningRevisions.get)
    get_history = RawMethod(AgentVersioningRevisions.get_history)
    restore = RawMethod(AgentVersioningRevisions.restore)
    diff = RawMethod(AgentVersioningRevisions.diff)


class AsyncAgentVersioningRevisions:
    """The awaitable twin of `AgentVersioningRevisions`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawAgentVersioningRevisions:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawAgentVersioningRevisions(self._send)

    async def list(
        self,
        id: str,
        branch_id: str,
        *,
        limit: int | Unset = UNSET,
        skip: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> RevisionListResponse:
        """List a branch's revisions.

        Returns the published states of a branch.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            limit: Entries per page, 1 to 100; 20 when left out.
            skip: Entries to skip; 0 when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of revisions.
        """
        from . import agent_versioning_revisions_list as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, limit=limit, skip=skip),
            _operation._parse,
            request_options,
        )

    def iter(
        self,
        id: str,
        branch_id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[Revision]:
        """List a branch's revisions: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once, at most 100; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import agent_versioning_revisions_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, branch_id=branch_id, **page),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.revisions",),
                key="id",
                start="skip",
                size="limit",
                total="data.total",
                most=100,
            ),
            limit,
            page_size,
        )

    async def get(
        self,
        id: str,
        branch_id: str,
        revision_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> RevisionConfigResponse:
        """Get a revision.

        Returns one published state of a branch with all its settings.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            revision_id: Id of the revision, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The revision and its settings.
        """
        from . import agent_versioning_revisions_get as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, revision_id=revision_id),
            _operation._parse,
            request_options,
        )

    async def get_history(
        self,
        id: str,
        branch_id: str,
        revision_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> RevisionHistoryResponse:
        """Get how a revision came about.

        Returns the edits of the draft that became the revision.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            revision_id: Id of the revision, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The edits.
        """
        from . import get_history as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, revision_id=revision_id),
            _operation._parse,
            request_options,
        )

    async def restore(
        self,
        id: str,
        branch_id: str,
        revision_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> PublishResponse:
        """Restore a revision.

        Publishes the settings of an older revision as the new head of the branch. 200 (committed):
        done; 202 (scanning): once they have passed a security check.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            revision_id: Id of the revision, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The revision is restored.
            The revision is being checked first.
        """
        from . import agent_versioning_revisions_restore as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, revision_id=revision_id),
            _operation._parse,
            request_options,
        )

    async def diff(
        self, id: str, *, a: str, b: str, request_options: RequestOptions | None = None
    ) -> DiffResponse:
        """Compare two states of an agent.

        Returns where the settings of two states of an agent differ.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            a: Reference to the first state, 1 to 64 characters.
            b: Reference to the second state, 1 to 64 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The differences.
        """
        from . import agent_versioning_revisions_diff as _operation

        return await self._send(
            _operation._get_kwargs(id=id, a=a, b=b), _operation._parse, request_options
        )


class AsyncRawAgentVersioningRevisions:
    """The operations of `AsyncAgentVersioningRevisions`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncAgentVersioningRevisions(raw(send))

    list = AsyncRawMethod(AsyncAgentVersioningRevisions.list)
    get = AsyncRawMethod(AsyncAgentVersioningRevisions.get)
    get_history = AsyncRawMethod(AsyncAgentVersioningRevisions.get_history)
    restore = AsyncRawMethod(AsyncAgentVersioningRevisions.restore)
    diff = AsyncRawMethod(AsyncAgentVersioningRevisions.diff)
