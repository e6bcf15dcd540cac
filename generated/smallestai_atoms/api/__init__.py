"""The operations: `Api` and `AsyncApi` hold one namespace per tag; the modules below hold one operation each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypedDict, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

    from .agent_templates import AgentTemplates, AsyncAgentTemplates
    from .agents import Agents, AsyncAgents
    from .calls import AsyncCalls, Calls
    from .user import AsyncUser, User

T = TypeVar("T")


class RequestOptions(TypedDict, total=False):
    """Settings of one call: `timeout` in seconds, `headers` to add, `max_retries`."""

    timeout: float | None
    headers: Mapping[str, str]
    max_retries: int


class Send(Protocol):
    """Sends a request and returns what `parse` makes of the answer.

    `request` holds keyword arguments for `httpx.Client.request`. `parse` is for answers that mean success;
    the sender raises for the others.
    """

    def __call__(
        self,
        request: dict[str, Any],
        parse: Callable[[httpx.Response], T],
        options: RequestOptions | None,
        /,
    ) -> T: ...


class AsyncSend(Protocol):
    """The awaitable twin of `Send`."""

    async def __call__(
        self,
        request: dict[str, Any],
        parse: Callable[[httpx.Response], T],
        options: RequestOptions | None,
        /,
    ) -> T: ...


class Api:
    """Every operation, by tag. A namespace loads on first use."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @cached_property
    def agent_templates(self) -> AgentTemplates:
        from .agent_templates import AgentTemplates

        return AgentTemplates(self._send)

    @cached_property
    def agents(self) -> Agents:
        from .agents import Agents

        return Agents(self._send)

    @cached_property
    def calls(self) -> Calls:
        from .calls import Calls

        return Calls(self._send)

    @cached_property
    def user(self) -> User:
        from .user import User

        return User(self._send)


class AsyncApi:
    """Every operation, by tag. A namespace loads on first use."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @cached_property
    def agent_templates(self) -> AsyncAgentTemplates:
        from .agent_templates import AsyncAgentTemplates

        return AsyncAgentTemplates(self._send)

    @cached_property
    def agents(self) -> AsyncAgents:
        from .agents import AsyncAgents

        return AsyncAgents(self._send)

    @cached_property
    def calls(self) -> AsyncCalls:
        from .calls import AsyncCalls

        return AsyncCalls(self._send)

    @cached_property
    def user(self) -> AsyncUser:
        from .user import AsyncUser

        return AsyncUser(self._send)
