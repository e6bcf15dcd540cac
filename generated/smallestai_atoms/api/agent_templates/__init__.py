"""The namespace `AgentTemplates` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...models.agent_id_response import AgentIdResponse
    from ...models.agent_templates_response import AgentTemplatesResponse
    from ...models.list_agent_templates_region import ListAgentTemplatesRegion
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class AgentTemplates:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncAgentTemplates:
    """The awaitable twin of `AgentTemplates`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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
