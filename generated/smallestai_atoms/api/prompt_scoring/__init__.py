"""The namespace `PromptScoring` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from ...models.prompt_score_response import PromptScoreResponse
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class PromptScoring:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawPromptScoring:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawPromptScoring(self._send)

    def score(
        self,
        *,
        version_id: str | Unset = UNSET,
        draft_id: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> PromptScoreResponse:
        """Score a prompt.

        Judges the prompt of a version or of a draft. Its 429 says how long to wait in rateLimit.

        Args:
            version_id: Id of the version; not together with draftId.
            draft_id: Id of the draft; not together with versionId.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The score.
        """
        from . import prompt_scoring_score as _operation

        return self._send(
            _operation._get_kwargs(body={"versionId": version_id, "draftId": draft_id}),
            _operation._parse,
            request_options,
        )


class RawPromptScoring:
    """The operations of `PromptScoring`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = PromptScoring(raw(send))

    score = RawMethod(PromptScoring.score)


class AsyncPromptScoring:
    """The awaitable twin of `PromptScoring`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawPromptScoring:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawPromptScoring(self._send)

    async def score(
        self,
        *,
        version_id: str | Unset = UNSET,
        draft_id: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> PromptScoreResponse:
        """Score a prompt.

        Judges the prompt of a version or of a draft. Its 429 says how long to wait in rateLimit.

        Args:
            version_id: Id of the version; not together with draftId.
            draft_id: Id of the draft; not together with versionId.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The score.
        """
        from . import prompt_scoring_score as _operation

        return await self._send(
            _operation._get_kwargs(body={"versionId": version_id, "draftId": draft_id}),
            _operation._parse,
            request_options,
        )


class AsyncRawPromptScoring:
    """The operations of `AsyncPromptScoring`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncPromptScoring(raw(send))

    score = AsyncRawMethod(AsyncPromptScoring.score)
