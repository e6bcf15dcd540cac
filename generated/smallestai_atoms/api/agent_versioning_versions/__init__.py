"""The namespace `AgentVersioningVersions` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, given, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ...models.agent_version import AgentVersion
    from ...models.agent_version_config_response import AgentVersionConfigResponse
    from ...models.agent_version_list_response import AgentVersionListResponse
    from ...models.agent_version_response import AgentVersionResponse
    from ...models.diff_response import DiffResponse
    from ...models.test_call_mode import TestCallMode
    from ...models.test_call_response import TestCallResponse
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class AgentVersioningVersions:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawAgentVersioningVersions:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawAgentVersioningVersions(self._send)

    def list_versions(
        self,
        id: str,
        *,
        limit: int | Unset = UNSET,
        skip: int | Unset = UNSET,
        is_pinned: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentVersionListResponse:
        """List an agent's versions.

        Deprecated. Returns the versions of an agent. Revisions of branches replace them; the 409
        says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            limit: Entries per page, 1 to 100; 20 when left out.
            skip: Entries to skip; 0 when left out.
            is_pinned: Only versions that are pinned (true), or not (false).
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of versions.
        """
        from . import list_versions as _operation

        warnings.warn("list_versions is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(id=id, limit=limit, skip=skip, is_pinned=is_pinned),
            _operation._parse,
            request_options,
        )

    def iter_versions(
        self,
        id: str,
        *,
        is_pinned: bool | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[AgentVersion]:
        """List an agent's versions: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            is_pinned: Only versions that are pinned (true), or not (false).
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once, at most 100; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_versions as _operation

        warnings.warn("iter_versions is deprecated", DeprecationWarning, stacklevel=2)
        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, is_pinned=is_pinned, **page),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.versions",),
                key="id",
                start="skip",
                size="limit",
                total="data.total",
                most=100,
            ),
            limit,
            page_size,
        )

    def diff_versions(
        self,
        id: str,
        *,
        version_a: str,
        version_b: str,
        request_options: RequestOptions | None = None,
    ) -> DiffResponse:
        """Compare two versions.

        Deprecated. Returns where the settings of two versions differ. The comparison of revisions
        replaces it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            version_a: Id of the version to start from, 24 hexadecimal digits.
            version_b: Id of the version to compare with it, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The differences.
        """
        from . import diff_versions as _operation

        warnings.warn("diff_versions is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(id=id, version_a=version_a, version_b=version_b),
            _operation._parse,
            request_options,
        )

    def get_version(
        self, id: str, version_id: str, *, request_options: RequestOptions | None = None
    ) -> AgentVersionConfigResponse:
        """Get a version.

        Deprecated. Returns one version with all its settings. Revisions of branches replace it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            version_id: Id of the version, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The version and its settings.
        """
        from . import get_version as _operation

        warnings.warn("get_version is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(id=id, version_id=version_id), _operation._parse, request_options
        )

    def update_version_metadata(
        self,
        id: str,
        version_id: str,
        *,
        label: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        is_pinned: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentVersionResponse:
        """Label a version.

        Deprecated. Changes what a version is called and whether it is pinned. Revisions of branches
        replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            version_id: Id of the version, 24 hexadecimal digits.
            label: Label of the version, at most 200 characters.
            description: What it is about, at most 2000 characters.
            is_pinned: Whether it is kept at hand.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The version.
        """
        from . import update_version_metadata as _operation

        warnings.warn("update_version_metadata is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(
                id=id,
                version_id=version_id,
                body={"label": label, "description": description, "isPinned": is_pinned},
            ),
            _operation._parse,
            request_options,
        )

    def activate_version(
        self, id: str, version_id: str, *, request_options: RequestOptions | None = None
    ) -> AgentVersionResponse:
        """Make a version live.

        Deprecated. Has the agent take calls with this version. Making a branch live replaces it;
        the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            version_id: Id of the version, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The version.
        """
        from . import activate_version as _operation

        warnings.warn("activate_version is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(id=id, version_id=version_id), _operation._parse, request_options
        )

    def test_version(
        self,
        id: str,
        version_id: str,
        *,
        mode: TestCallMode | Unset = UNSET,
        to_phone: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TestCallResponse:
        """Try a version in a call.

        Deprecated. Places a call, or opens a room for one, with the version's settings. Branches
        have test calls of their own.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            version_id: Id of the version, 24 hexadecimal digits.
            mode: How a test call is carried; webcall when left out.
            to_phone: The number to dial; for telephony.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The call, and how to join it.
        """
        from . import test_version as _operation

        warnings.warn("test_version is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(
                id=id, version_id=version_id, body=given({"mode": mode, "toPhone": to_phone})
            ),
            _operation._parse,
            request_options,
        )


class RawAgentVersioningVersions:
    """The operations of `AgentVersioningVersions`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = AgentVersioningVersions(raw(send))

    list_versions = RawMethod(AgentVersioningVersions.list_versions)
    diff_versions = RawMethod(AgentVersioningVersions.diff_versions)
    get_version = RawMethod(AgentVersioningVersions.get_version)
    update_version_metadata = RawMethod(AgentVersioningVersions.update_version_metadata)
    activate_version = RawMethod(AgentVersioningVersions.activate_version)
    test_version = RawMethod(AgentVersioningVersions.test_version)


class AsyncAgentVersioningVersions:
    """The awaitable twin of `AgentVersioningVersions`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawAgentVersioningVersions:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawAgentVersioningVersions(self._send)

    async def list_versions(
        self,
        id: str,
        *,
        limit: int | Unset = UNSET,
        skip: int | Unset = UNSET,
        is_pinned: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentVersionListResponse:
        """List an agent's versions.

        Deprecated. Returns the versions of an agent. Revisions of branches replace them; the 409
        says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            limit: Entries per page, 1 to 100; 20 when left out.
            skip: Entries to skip; 0 when left out.
            is_pinned: Only versions that are pinned (true), or not (false).
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of versions.
        """
        from . import list_versions as _operation

        warnings.warn("list_versions is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(id=id, limit=limit, skip=skip, is_pinned=is_pinned),
            _operation._parse,
            request_options,
        )

    def iter_versions(
        self,
        id: str,
        *,
        is_pinned: bool | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[AgentVersion]:
        """List an agent's versions: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            is_pinned: Only versions that are pinned (true), or not (false).
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once, at most 100; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_versions as _operation

        warnings.warn("iter_versions is deprecated", DeprecationWarning, stacklevel=2)
        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, is_pinned=is_pinned, **page),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.versions",),
                key="id",
                start="skip",
                size="limit",
                total="data.total",
                most=100,
            ),
            limit,
            page_size,
        )

    async def diff_versions(
        self,
        id: str,
        *,
        version_a: str,
        version_b: str,
        request_options: RequestOptions | None = None,
    ) -> DiffResponse:
        """Compare two versions.

        Deprecated. Returns where the settings of two versions differ. The comparison of revisions
        replaces it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            version_a: Id of the version to start from, 24 hexadecimal digits.
            version_b: Id of the version to compare with it, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The differences.
        """
        from . import diff_versions as _operation

        warnings.warn("diff_versions is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(id=id, version_a=version_a, version_b=version_b),
            _operation._parse,
            request_options,
        )

    async def get_version(
        self, id: str, version_id: str, *, request_options: RequestOptions | None = None
    ) -> AgentVersionConfigResponse:
        """Get a version.

        Deprecated. Returns one version with all its settings. Revisions of branches replace it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            version_id: Id of the version, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The version and its settings.
        """
        from . import get_version as _operation

        warnings.warn("get_version is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(id=id, version_id=version_id), _operation._parse, request_options
        )

    async def update_version_metadata(
        self,
        id: str,
        version_id: str,
        *,
        label: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        is_pinned: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentVersionResponse:
        """Label a version.

        Deprecated. Changes what a version is called and whether it is pinned. Revisions of branches
        replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            version_id: Id of the version, 24 hexadecimal digits.
            label: Label of the version, at most 200 characters.
            description: What it is about, at most 2000 characters.
            is_pinned: Whether it is kept at hand.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The version.
        """
        from . import update_version_metadata as _operation

        warnings.warn("update_version_metadata is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(
                id=id,
                version_id=version_id,
                body={"label": label, "description": description, "isPinned": is_pinned},
            ),
            _operation._parse,
            request_options,
        )

    async def activate_version(
        self, id: str, version_id: str, *, request_options: RequestOptions | None = None
    ) -> AgentVersionResponse:
        """Make a version live.

        Deprecated. Has the agent take calls with this version. Making a branch live replaces it;
        the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            version_id: Id of the version, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The version.
        """
        from . import activate_version as _operation

        warnings.warn("activate_version is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(id=id, version_id=version_id), _operation._parse, request_options
        )

    async def test_version(
        self,
        id: str,
        version_id: str,
        *,
        mode: TestCallMode | Unset = UNSET,
        to_phone: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TestCallResponse:
        """Try a version in a call.

        Deprecated. Places a call, or opens a room for one, with the version's settings. Branches
        have test calls of their own.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            version_id: Id of the version, 24 hexadecimal digits.
            mode: How a test call is carried; webcall when left out.
            to_phone: The number to dial; for telephony.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The call, and how to join it.
        """
        from . import test_version as _operation

        warnings.warn("test_version is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(
                id=id, version_id=version_id, body=given({"mode": mode, "toPhone": to_phone})
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawAgentVersioningVersions:
    """The operations of `AsyncAgentVersioningVersions`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncAgentVersioningVersions(raw(send))

    list_versions = AsyncRawMethod(AsyncAgentVersioningVersions.list_versions)
    diff_versions = AsyncRawMethod(AsyncAgentVersioningVersions.diff_versions)
    get_version = AsyncRawMethod(AsyncAgentVersioningVersions.get_version)
    update_version_metadata = AsyncRawMethod(AsyncAgentVersioningVersions.update_version_metadata)
    activate_version = AsyncRawMethod(AsyncAgentVersioningVersions.activate_version)
    test_version = AsyncRawMethod(AsyncAgentVersioningVersions.test_version)
