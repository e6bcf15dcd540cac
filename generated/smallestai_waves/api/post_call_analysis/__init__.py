"""The namespace `PostCallAnalysis` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...models.call_analysis import CallAnalysis
    from ...models.call_generation import CallGeneration
    from ...models.disposition_metric import DispositionMetric
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class PostCallAnalysis:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawPostCallAnalysis:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawPostCallAnalysis(self._send)

    def post_call_analysis(
        self,
        *,
        transcript: str,
        disposition_metrics: Sequence[DispositionMetric | Mapping[str, Any]] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallAnalysis:
        """Summarise a call and answer questions about it.

        Without metrics only the summary is made.

        Args:
            transcript: The call in words, with the speakers marked.
            disposition_metrics: The questions; without any, only a summary is made.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The summary and the findings.
        """
        from . import post_call_analysis as _operation

        return self._send(
            _operation._get_kwargs(
                body={"transcript": transcript, "dispositionMetrics": disposition_metrics}
            ),
            _operation._parse,
            request_options,
        )

    def post_call_generate(
        self, *, prompt: str, request_options: RequestOptions | None = None
    ) -> CallGeneration:
        """Answer a free prompt with the analysis model.

        Put the transcript into the prompt, together with what to make of it.

        Args:
            prompt: The prompt.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The model's answer.
        """
        from . import post_call_generate as _operation

        return self._send(
            _operation._get_kwargs(body={"prompt": prompt}), _operation._parse, request_options
        )


class RawPostCallAnalysis:
    """The operations of `PostCallAnalysis`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = PostCallAnalysis(raw(send))

    post_call_analysis = RawMethod(PostCallAnalysis.post_call_analysis)
    post_call_generate = RawMethod(PostCallAnalysis.post_call_generate)


class AsyncPostCallAnalysis:
    """The awaitable twin of `PostCallAnalysis`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawPostCallAnalysis:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawPostCallAnalysis(self._send)

    async def post_call_analysis(
        self,
        *,
        transcript: str,
        disposition_metrics: Sequence[DispositionMetric | Mapping[str, Any]] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallAnalysis:
        """Summarise a call and answer questions about it.

        Without metrics only the summary is made.

        Args:
            transcript: The call in words, with the speakers marked.
            disposition_metrics: The questions; without any, only a summary is made.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The summary and the findings.
        """
        from . import post_call_analysis as _operation

        return await self._send(
            _operation._get_kwargs(
                body={"transcript": transcript, "dispositionMetrics": disposition_metrics}
            ),
            _operation._parse,
            request_options,
        )

    async def post_call_generate(
        self, *, prompt: str, request_options: RequestOptions | None = None
    ) -> CallGeneration:
        """Answer a free prompt with the analysis model.

        Put the transcript into the prompt, together with what to make of it.

        Args:
            prompt: The prompt.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The model's answer.
        """
        from . import post_call_generate as _operation

        return await self._send(
            _operation._get_kwargs(body={"prompt": prompt}), _operation._parse, request_options
        )


class AsyncRawPostCallAnalysis:
    """The operations of `AsyncPostCallAnalysis`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncPostCallAnalysis(raw(send))

    post_call_analysis = AsyncRawMethod(AsyncPostCallAnalysis.post_call_analysis)
    post_call_generate = AsyncRawMethod(AsyncPostCallAnalysis.post_call_generate)
