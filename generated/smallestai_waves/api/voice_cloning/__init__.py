"""The namespace `VoiceCloning` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from ...models.clone_language import CloneLanguage
    from ...models.voice_clone_list import VoiceCloneList
    from ...models.voice_clone_result import VoiceCloneResult
    from ...models.voice_pool import VoicePool
    from ...types import Unset, Upload
    from .. import AsyncSend, RequestOptions, Send


class VoiceCloning:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawVoiceCloning:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawVoiceCloning(self._send)

    def list_voice_clones(self, *, request_options: RequestOptions | None = None) -> VoiceCloneList:
        """List the organisation's voice clones.

        Instant and professional clones in one list.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The clones.
        """
        from . import list_voice_clones as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def create_voice_clone(
        self,
        *,
        display_name: str,
        file: Upload,
        description: str | Unset = UNSET,
        accent: str | Unset = UNSET,
        tags: str | Unset = UNSET,
        language: CloneLanguage | Unset = UNSET,
        model: VoicePool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> VoiceCloneResult:
        """Make an instant clone of a voice from a short recording.

        The recording lasts 5 to 15 seconds and has at most 5 MB. The clone speaks on the model it
        was made for. Clones can be deleted on the dashboard only.

        Args:
            display_name: Name for people, 1 to 500 characters.
            file: The recording, MP3, WAV, WebM or MP4; at most 5 MB, 5 to 15 seconds. Give it a
                file name.
            description: What the voice is like.
            accent: Accent of the voice.
            tags: Labels in one text, separated by commas.
            language: Language of the recording, one that `lightning_v3.1` speaks, or `auto`.
            model: A model's voices, in the hyphenated spelling.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The clone; ready when its status is `completed`.
        """
        from . import create_voice_clone as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "displayName": display_name,
                    "file": file,
                    "description": description,
                    "accent": accent,
                    "tags": tags,
                    "language": language,
                    "model": model,
                }
            ),
            _operation._parse,
            request_options,
        )


class RawVoiceCloning:
    """The operations of `VoiceCloning`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = VoiceCloning(raw(send))

    list_voice_clones = RawMethod(VoiceCloning.list_voice_clones)
    create_voice_clone = RawMethod(VoiceCloning.create_voice_clone)


class AsyncVoiceCloning:
    """The awaitable twin of `VoiceCloning`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawVoiceCloning:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawVoiceCloning(self._send)

    async def list_voice_clones(
        self, *, request_options: RequestOptions | None = None
    ) -> VoiceCloneList:
        """List the organisation's voice clones.

        Instant and professional clones in one list.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The clones.
        """
        from . import list_voice_clones as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def create_voice_clone(
        self,
        *,
        display_name: str,
        file: Upload,
        description: str | Unset = UNSET,
        accent: str | Unset = UNSET,
        tags: str | Unset = UNSET,
        language: CloneLanguage | Unset = UNSET,
        model: VoicePool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> VoiceCloneResult:
        """Make an instant clone of a voice from a short recording.

        The recording lasts 5 to 15 seconds and has at most 5 MB. The clone speaks on the model it
        was made for. Clones can be deleted on the dashboard only.

        Args:
            display_name: Name for people, 1 to 500 characters.
            file: The recording, MP3, WAV, WebM or MP4; at most 5 MB, 5 to 15 seconds. Give it a
                file name.
            description: What the voice is like.
            accent: Accent of the voice.
            tags: Labels in one text, separated by commas.
            language: Language of the recording, one that `lightning_v3.1` speaks, or `auto`.
            model: A model's voices, in the hyphenated spelling.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The clone; ready when its status is `completed`.
        """
        from . import create_voice_clone as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "displayName": display_name,
                    "file": file,
                    "description": description,
                    "accent": accent,
                    "tags": tags,
                    "language": language,
                    "model": model,
                }
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawVoiceCloning:
    """The operations of `AsyncVoiceCloning`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncVoiceCloning(raw(send))

    list_voice_clones = AsyncRawMethod(AsyncVoiceCloning.list_voice_clones)
    create_voice_clone = AsyncRawMethod(AsyncVoiceCloning.create_voice_clone)
