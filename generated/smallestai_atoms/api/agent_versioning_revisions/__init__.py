"""The namespace `AgentVersioningRevisions` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...models.diff_response import DiffResponse
    from ...models.publish_response import PublishResponse
    from ...models.revision_config_response import RevisionConfigResponse
    from ...models.revision_history_response import RevisionHistoryResponse
    from ...models.revision_list_response import RevisionListResponse
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class AgentVersioningRevisions:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncAgentVersioningRevisions:
    """The awaitable twin of `AgentVersioningRevisions`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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
