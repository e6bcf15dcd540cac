"""List agents.

Returns one page of the organisation's agents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.agent_list_response import AgentListResponse
    from ...models.error_response import ErrorResponse
    from ...models.list_agents_sort_field import ListAgentsSortField
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.sort_order import SortOrder
    from ...models.workflow_type import WorkflowType


def _get_kwargs(
    *,
    page: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    search: str | Unset = UNSET,
    type_: WorkflowType | Unset = UNSET,
    sort_field: ListAgentsSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
    archived: bool | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "get",
        "/atoms/v1/agent",
        params={
            "page": page,
            "offset": offset,
            "search": search,
            "type": type_,
            "sortField": sort_field,
            "sortOrder": sort_order,
            "archived": archived,
        },
    )


def _parse(response: httpx.Response) -> AgentListResponse:
    return model(lambda: models.AgentListResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AgentListResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[AgentListResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    page: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    search: str | Unset = UNSET,
    type_: WorkflowType | Unset = UNSET,
    sort_field: ListAgentsSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
    archived: bool | Unset = UNSET,
) -> Response[AgentListResponse | ErrorResponse | RateLimitResponse]:
    """List agents."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(
                page=page,
                offset=offset,
                search=search,
                type_=type_,
                sort_field=sort_field,
                sort_order=sort_order,
                archived=archived,
            )
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    page: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    search: str | Unset = UNSET,
    type_: WorkflowType | Unset = UNSET,
    sort_field: ListAgentsSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
    archived: bool | Unset = UNSET,
) -> Response[AgentListResponse | ErrorResponse | RateLimitResponse]:
    """List agents."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(
                page=page,
                offset=offset,
                search=search,
                type_=type_,
                sort_field=sort_field,
                sort_order=sort_order,
                archived=archived,
            )
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    page: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    search: str | Unset = UNSET,
    type_: WorkflowType | Unset = UNSET,
    sort_field: ListAgentsSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
    archived: bool | Unset = UNSET,
) -> AgentListResponse | ErrorResponse | RateLimitResponse | None:
    """List agents."""
    return sync_detailed(
        client=client,
        page=page,
        offset=offset,
        search=search,
        type_=type_,
        sort_field=sort_field,
        sort_order=sort_order,
        archived=archived,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    page: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    search: str | Unset = UNSET,
    type_: WorkflowType | Unset = UNSET,
    sort_field: ListAgentsSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
    archived: bool | Unset = UNSET,
) -> AgentListResponse | ErrorResponse | RateLimitResponse | None:
    """List agents."""
    return (
        await asyncio_detailed(
            client=client,
            page=page,
            offset=offset,
            search=search,
            type_=type_,
            sort_field=sort_field,
            sort_order=sort_order,
            archived=archived,
        )
    ).parsed
