"""The namespace `AgentTemplates` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ...models.agent_id_response import AgentIdResponse
    from ...models.agent_template import AgentTemplate
    from ...models.agent_templates_response import AgentTemplatesResponse
    from ...models.list_agent_templates_region import ListAgentTemplatesRegion
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class AgentTemplates:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawAgentTemplates:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawAgentTemplates(self._send)

    def list_agent_templates(
        self,
        *,
        region: ListAgentTemplatesRegion | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentTemplatesResponse:
        """List agent templates.

        Returns the ready-made agents that a new agent can start from.

        Args:
            region: Only templates for this region: us (United States) or in (India).
            request_options: Timeout, headers and retries of this call.

        Returns:
            The templates.
        """
        from . import list_agent_templates as _operation

        return self._send(_operation._get_kwargs(region=region), _operation._parse, request_options)

    def iter_agent_templates(
        self,
        *,
        region: ListAgentTemplatesRegion | Unset = UNSET,
        limit: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[AgentTemplate]:
        """List agent templates: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            region: Only templates for this region: us (United States) or in (India).
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_agent_templates as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(region=region, **page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    def create_agent_from_template(
        self,
        *,
        agent_name: str,
        template_id: str,
        agent_description: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentIdResponse:
        """Create an agent from a template.

        Creates an agent with a template's settings and returns its id.

        Args:
            agent_name: Name of the new agent.
            template_id: Id of the template.
            agent_description: What the new agent is for.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the new agent.
        """
        from . import create_agent_from_template as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "agentName": agent_name,
                    "templateId": template_id,
                    "agentDescription": agent_description,
                }
            ),
            _operation._parse,
            request_options,
        )


class RawAgentTemplates:
    """The operations of `AgentTemplates`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = AgentTemplates(raw(send))

    list_agent_templates = RawMethod(AgentTemplates.list_agent_templates)
    create_agent_from_template = RawMethod(AgentTemplates.create_agent_from_template)


class AsyncAgentTemplates:
    """The awaitable twin of `AgentTemplates`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawAgentTemplates:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawAgentTemplates(self._send)

    async def list_agent_templates(
        self,
        *,
        region: ListAgentTemplatesRegion | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentTemplatesResponse:
        """List agent templates.

        Returns the ready-made agents that a new agent can start from.

        Args:
            region: Only templates for this region: us (United States) or in (India).
            request_options: Timeout, headers and retries of this call.

        Returns:
            The templates.
        """
        from . import list_agent_templates as _operation

        return await self._send(
            _operation._get_kwargs(region=region), _operation._parse, request_options
        )

    def iter_agent_templates(
        self,
        *,
        region: ListAgentTemplatesRegion | Unset = UNSET,
        limit: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[AgentTemplate]:
        """List agent templates: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            region: Only templates for this region: us (United States) or in (India).
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_agent_templates as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(region=region, **page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    async def create_agent_from_template(
        self,
        *,
        agent_name: str,
        template_id: str,
        agent_description: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentIdResponse:
        """Create an agent from a template.

        Creates an agent with a template's settings and returns its id.

        Args:
            agent_name: Name of the new agent.
            template_id: Id of the template.
            agent_description: What the new agent is for.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the new agent.
        """
        from . import create_agent_from_template as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "agentName": agent_name,
                    "templateId": template_id,
                    "agentDescription": agent_description,
                }
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawAgentTemplates:
    """The operations of `AsyncAgentTemplates`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncAgentTemplates(raw(send))

    list_agent_templates = AsyncRawMethod(AsyncAgentTemplates.list_agent_templates)
    create_agent_from_template = AsyncRawMethod(AsyncAgentTemplates.create_agent_from_template)
