"""Complete a chat with Electron.

Follows the chat completions protocol of OpenAI. With `stream` the reply is a stream of
ChatCompletionChunk events, closed by the text `[DONE]`. Fields not named here are passed to the
model; `prompt_logprobs` is refused. Prompt and answer together hold at most 32768 tokens. Closed to
short-lived tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.chat_completion import ChatCompletion
    from ...models.chat_completion_request import ChatCompletionRequest
    from ...models.chat_error import ChatError
    from ...models.expire_content import ExpireContent


def _get_kwargs(
    *,
    body: ChatCompletionRequest | Mapping[str, Any],
    x_expire_content: ExpireContent | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "post",
        "/waves/v1/chat/completions",
        headers={"x-expire-content": x_expire_content},
        kind="json",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> ChatCompletion:
    return model(lambda: models.ChatCompletion)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ChatCompletion | ChatError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 429, 502, 503):
        return model(lambda: models.ChatError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ChatCompletion | ChatError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ChatCompletionRequest | Mapping[str, Any],
    x_expire_content: ExpireContent | Unset = UNSET,
) -> Response[ChatCompletion | ChatError]:
    """Complete a chat with Electron."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(body=body, x_expire_content=x_expire_content)
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ChatCompletionRequest | Mapping[str, Any],
    x_expire_content: ExpireContent | Unset = UNSET,
) -> Response[ChatCompletion | ChatError]:
    """Complete a chat with Electron."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(body=body, x_expire_content=x_expire_content)
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    body: ChatCompletionRequest | Mapping[str, Any],
    x_expire_content: ExpireContent | Unset = UNSET,
) -> ChatCompletion | ChatError | None:
    """Complete a chat with Electron."""
    return sync_detailed(client=client, body=body, x_expire_content=x_expire_content).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ChatCompletionRequest | Mapping[str, Any],
    x_expire_content: ExpireContent | Unset = UNSET,
) -> ChatCompletion | ChatError | None:
    """Complete a chat with Electron."""
    return (
        await asyncio_detailed(client=client, body=body, x_expire_content=x_expire_content)
    ).parsed
