"""The namespace `PromptScoring` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...models.prompt_score_response import PromptScoreResponse
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class PromptScoring:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncPromptScoring:
    """The awaitable twin of `PromptScoring`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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
