"""The namespace `Voices` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from ...models.catalog_voice_list import CatalogVoiceList
    from ...models.voice_list import VoiceList
    from ...models.voice_pool import VoicePool
    from .. import AsyncSend, RequestOptions, Send


class Voices:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawVoices:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawVoices(self._send)

    def get_waves_voices(
        self, model: VoicePool, *, request_options: RequestOptions | None = None
    ) -> VoiceList:
        """List the voices of one model.

        A pool holds only its own voices; the standard and the pro pool share none. No API key is
        needed.

        Args:
            model: The pool, in the hyphenated spelling that paths use.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The voices of the pool.
        """
        from . import get_waves_voices as _operation

        return self._send(_operation._get_kwargs(model=model), _operation._parse, request_options)

    def get_all_voice_models(
        self, *, request_options: RequestOptions | None = None
    ) -> CatalogVoiceList:
        """List the voices of every model.

        Adds descriptions and audio previews, and says less in the tags. An API key is optional.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            All catalogue voices.
        """
        from . import get_all_voice_models as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)


class RawVoices:
    """The operations of `Voices`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Voices(raw(send))

    get_waves_voices = RawMethod(Voices.get_waves_voices)
    get_all_voice_models = RawMethod(Voices.get_all_voice_models)


class AsyncVoices:
    """The awaitable twin of `Voices`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawVoices:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawVoices(self._send)

    async def get_waves_voices(
        self, model: VoicePool, *, request_options: RequestOptions | None = None
    ) -> VoiceList:
        """List the voices of one model.

        A pool holds only its own voices; the standard and the pro pool share none. No API key is
        needed.

        Args:
            model: The pool, in the hyphenated spelling that paths use.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The voices of the pool.
        """
        from . import get_waves_voices as _operation

        return await self._send(
            _operation._get_kwargs(model=model), _operation._parse, request_options
        )

    async def get_all_voice_models(
        self, *, request_options: RequestOptions | None = None
    ) -> CatalogVoiceList:
        """List the voices of every model.

        Adds descriptions and audio previews, and says less in the tags. An API key is optional.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            All catalogue voices.
        """
        from . import get_all_voice_models as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)


class AsyncRawVoices:
    """The operations of `AsyncVoices`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncVoices(raw(send))

    get_waves_voices = AsyncRawMethod(AsyncVoices.get_waves_voices)
    get_all_voice_models = AsyncRawMethod(AsyncVoices.get_all_voice_models)
