"""Pronunciation dictionaries: how words are to be said. Blocking and async, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai.waves._pronunciation import (
    PronunciationDictionary,
    check_gone,
    dictionaries_of,
    dictionary_of,
    id_of,
    items_of,
    read_csv,
)

if TYPE_CHECKING:
    import os

    from smallestai_waves.api import RequestOptions

    from smallestai._http import AsyncTransport, Transport
    from smallestai.waves._pronunciation import Words

__all__ = ["AsyncPronunciation", "Pronunciation", "PronunciationDictionary", "read_csv"]


class Pronunciation:
    """`client.waves.pronunciation`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self, *, request_options: RequestOptions | None = None
    ) -> list[PronunciationDictionary]:
        """List the dictionaries with their words.

        Raises:
            APIError: The service refused the request.

        Source: operation `getPronunciationDicts`.
        """
        from smallestai_waves.api.pronunciation_dictionaries import (
            PronunciationDictionaries as Operations,
        )

        operations = Operations(self._transport.send)
        found = operations.get_pronunciation_dicts(request_options=request_options)
        return dictionaries_of(found)

    def create(
        self, words: Words, *, request_options: RequestOptions | None = None
    ) -> PronunciationDictionary:
        """Make a dictionary.

            names = client.waves.pronunciation.create({"Pune": "poo-nay"})
            client.waves.tts.synthesize("The train to Pune.", pronunciation_dicts=[names])

        Args:
            words: Each word with how it is to be said, respelled (not in IPA): a mapping, or pairs.
                Words match in their own case alone.
            request_options: Timeout, headers and retries of this call.

        Raises:
            ArgumentError: There are no words, one is empty, or one is there twice.
            APIError: The service refused the request.

        Source: operation `createPronunciationDict`.
        """
        from smallestai_waves.api.pronunciation_dictionaries import (
            PronunciationDictionaries as Operations,
        )

        items = items_of(words)
        operations = Operations(self._transport.send)
        return dictionary_of(
            operations.create_pronunciation_dict(items=items, request_options=request_options)
        )

    def replace(
        self,
        dictionary: str | PronunciationDictionary,
        words: Words,
        *,
        request_options: RequestOptions | None = None,
    ) -> PronunciationDictionary:
        """Replace all words of a dictionary.

        Args:
            dictionary: The dictionary, or its id.
            words: All the words it shall have; see `create`.
            request_options: Timeout, headers and retries of this call.

        Raises:
            ArgumentError: There are no words, one is empty, or one is there twice.
            APIError: The service refused the request.

        Source: operation `updatePronunciationDict`.
        """
        from smallestai_waves.api.pronunciation_dictionaries import (
            PronunciationDictionaries as Operations,
        )

        name, items = id_of(dictionary), items_of(words)
        operations = Operations(self._transport.send)
        return dictionary_of(
            operations.update_pronunciation_dict(
                id=name, items=items, request_options=request_options
            )
        )

    def from_csv(
        self, path: str | os.PathLike[str], *, request_options: RequestOptions | None = None
    ) -> PronunciationDictionary:
        """Make a dictionary of a CSV file.

        Args:
            path: UTF-8, two columns, a word and how it is said in each line; a first line
                ``word,pronunciation`` is a heading.
            request_options: Timeout, headers and retries of this call.

        Raises:
            ArgumentError: The file cannot be read, or a line of it is not as above.
            APIError: The service refused the request.

        Source: operation `createPronunciationDict`.
        """
        return self.create(read_csv(path), request_options=request_options)

    def delete(
        self,
        dictionary: str | PronunciationDictionary,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a dictionary.

        Args:
            dictionary: The dictionary, or its id.
            request_options: Timeout, headers and retries of this call.

        Raises:
            APIError: The service refused the request.
            RemoteProtocolError: It did not say that the dictionary is gone.

        Source: operation `deletePronunciationDict`.
        """
        from smallestai_waves.api.pronunciation_dictionaries import (
            PronunciationDictionaries as Operations,
        )

        name = id_of(dictionary)
        operations = Operations(self._transport.send)
        check_gone(
            operations.delete_pronunciation_dict(id=name, request_options=request_options), name
        )


class AsyncPronunciation:
    """`client.waves.pronunciation` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(
        self, *, request_options: RequestOptions | None = None
    ) -> list[PronunciationDictionary]:
        """List the dictionaries with their words; see `Pronunciation.list`."""
        from smallestai_waves.api.pronunciation_dictionaries import (
            AsyncPronunciationDictionaries as Operations,
        )

        operations = Operations(self._transport.send)
        found = await operations.get_pronunciation_dicts(request_options=request_options)
        return dictionaries_of(found)

    async def create(
        self, words: Words, *, request_options: RequestOptions | None = None
    ) -> PronunciationDictionary:
        """Make a dictionary; see `Pronunciation.create`."""
        from smallestai_waves.api.pronunciation_dictionaries import (
            AsyncPronunciationDictionaries as Operations,
        )

        items = items_of(words)
        operations = Operations(self._transport.send)
        return dictionary_of(
            await operations.create_pronunciation_dict(items=items, request_options=request_options)
        )

    async def replace(
        self,
        dictionary: str | PronunciationDictionary,
        words: Words,
        *,
        request_options: RequestOptions | None = None,
    ) -> PronunciationDictionary:
        """Replace all words of a dictionary; see `Pronunciation.replace`."""
        from smallestai_waves.api.pronunciation_dictionaries import (
            AsyncPronunciationDictionaries as Operations,
        )

        name, items = id_of(dictionary), items_of(words)
        operations = Operations(self._transport.send)
        return dictionary_of(
            await operations.update_pronunciation_dict(
                id=name, items=items, request_options=request_options
            )
        )

    async def from_csv(
        self, path: str | os.PathLike[str], *, request_options: RequestOptions | None = None
    ) -> PronunciationDictionary:
        """Make a dictionary of a CSV file; see `Pronunciation.from_csv`. It is read in a thread."""
        from asyncio import to_thread

        words = await to_thread(read_csv, path)
        return await self.create(words, request_options=request_options)

    async def delete(
        self,
        dictionary: str | PronunciationDictionary,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a dictionary; see `Pronunciation.delete`."""
        from smallestai_waves.api.pronunciation_dictionaries import (
            AsyncPronunciationDictionaries as Operations,
        )

        name = id_of(dictionary)
        operations = Operations(self._transport.send)
        check_gone(
            await operations.delete_pronunciation_dict(id=name, request_options=request_options),
            name,
        )
