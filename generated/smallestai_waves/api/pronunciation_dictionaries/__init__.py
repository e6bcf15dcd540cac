"""The namespace `PronunciationDictionaries` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...models.pronunciation_dict import PronunciationDict
    from ...models.pronunciation_dict_deletion import PronunciationDictDeletion
    from ...models.pronunciation_entry import PronunciationEntry
    from .. import AsyncSend, RequestOptions, Send


class PronunciationDictionaries:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawPronunciationDictionaries:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawPronunciationDictionaries(self._send)

    def get_pronunciation_dicts(
        self, *, request_options: RequestOptions | None = None
    ) -> list[PronunciationDict]:
        """List the pronunciation dictionaries.

        Returns every dictionary with its entries.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The dictionaries.
        """
        from . import get_pronunciation_dicts as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def update_pronunciation_dict(
        self,
        *,
        id: str,
        items: Sequence[PronunciationEntry | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> PronunciationDict:
        """Replace the entries of a pronunciation dictionary.

        The given list becomes the whole content; entries left out are gone.

        Args:
            id: Id of the dictionary.
            items: All entries it shall have.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The dictionary as it is now, without `createdAt`.
        """
        from . import update_pronunciation_dict as _operation

        return self._send(
            _operation._get_kwargs(body={"id": id, "items": items}),
            _operation._parse,
            request_options,
        )

    def create_pronunciation_dict(
        self,
        *,
        items: Sequence[PronunciationEntry | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> PronunciationDict:
        """Create a pronunciation dictionary.

        Pass its id in `pronunciation_dicts` of a synthesis request to have it applied.

        Args:
            items: The entries, at least one.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new dictionary.
        """
        from . import create_pronunciation_dict as _operation

        return self._send(
            _operation._get_kwargs(body={"items": items}), _operation._parse, request_options
        )

    def delete_pronunciation_dict(
        self, *, id: str, request_options: RequestOptions | None = None
    ) -> PronunciationDictDeletion:
        """Delete a pronunciation dictionary.

        The id travels in a JSON body, not in the path.

        Args:
            id: Id of the dictionary.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id, and that it is gone.
        """
        from . import delete_pronunciation_dict as _operation

        return self._send(
            _operation._get_kwargs(body={"id": id}), _operation._parse, request_options
        )


class RawPronunciationDictionaries:
    """The operations of `PronunciationDictionaries`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = PronunciationDictionaries(raw(send))

    get_pronunciation_dicts = RawMethod(PronunciationDictionaries.get_pronunciation_dicts)
    update_pronunciation_dict = RawMethod(PronunciationDictionaries.update_pronunciation_dict)
    create_pronunciation_dict = RawMethod(PronunciationDictionaries.create_pronunciation_dict)
    delete_pronunciation_dict = RawMethod(PronunciationDictionaries.delete_pronunciation_dict)


class AsyncPronunciationDictionaries:
    """The awaitable twin of `PronunciationDictionaries`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawPronunciationDictionaries:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawPronunciationDictionaries(self._send)

    async def get_pronunciation_dicts(
        self, *, request_options: RequestOptions | None = None
    ) -> list[PronunciationDict]:
        """List the pronunciation dictionaries.

        Returns every dictionary with its entries.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The dictionaries.
        """
        from . import get_pronunciation_dicts as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def update_pronunciation_dict(
        self,
        *,
        id: str,
        items: Sequence[PronunciationEntry | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> PronunciationDict:
        """Replace the entries of a pronunciation dictionary.

        The given list becomes the whole content; entries left out are gone.

        Args:
            id: Id of the dictionary.
            items: All entries it shall have.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The dictionary as it is now, without `createdAt`.
        """
        from . import update_pronunciation_dict as _operation

        return await self._send(
            _operation._get_kwargs(body={"id": id, "items": items}),
            _operation._parse,
            request_options,
        )

    async def create_pronunciation_dict(
        self,
        *,
        items: Sequence[PronunciationEntry | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> PronunciationDict:
        """Create a pronunciation dictionary.

        Pass its id in `pronunciation_dicts` of a synthesis request to have it applied.

        Args:
            items: The entries, at least one.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new dictionary.
        """
        from . import create_pronunciation_dict as _operation

        return await self._send(
            _operation._get_kwargs(body={"items": items}), _operation._parse, request_options
        )

    async def delete_pronunciation_dict(
        self, *, id: str, request_options: RequestOptions | None = None
    ) -> PronunciationDictDeletion:
        """Delete a pronunciation dictionary.

        The id travels in a JSON body, not in the path.

        Args:
            id: Id of the dictionary.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id, and that it is gone.
        """
        from . import delete_pronunciation_dict as _operation

        return await self._send(
            _operation._get_kwargs(body={"id": id}), _operation._parse, request_options
        )


class AsyncRawPronunciationDictionaries:
    """The operations of `AsyncPronunciationDictionaries`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncPronunciationDictionaries(raw(send))

    get_pronunciation_dicts = AsyncRawMethod(AsyncPronunciationDictionaries.get_pronunciation_dicts)
    update_pronunciation_dict = AsyncRawMethod(
        AsyncPronunciationDictionaries.update_pronunciation_dict
    )
    create_pronunciation_dict = AsyncRawMethod(
        AsyncPronunciationDictionaries.create_pronunciation_dict
    )
    delete_pronunciation_dict = AsyncRawMethod(
        AsyncPronunciationDictionaries.delete_pronunciation_dict
    )
