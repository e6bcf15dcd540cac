"""Voices cloned from recordings: made, awaited, listed, deleted. Blocking and async, side by side.

`client.waves.voices` has these as its own methods.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

from smallestai._hints import CONSOLE
from smallestai._retry import async_sleep
from smallestai.errors import APIError, ArgumentError, RemoteProtocolError
from smallestai.waves import catalogue
from smallestai.waves._answers import of_answer
from smallestai.waves._clones import Clone, CloneOptions, CloneSample, Order, clone_of
from smallestai.waves._uploads import recording_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smallestai_waves import models
    from smallestai_waves.api import RequestOptions

    from smallestai._http import AsyncTransport, Transport
    from smallestai.waves._uploads import Progress, RecordingFile

__all__ = ["AsyncClones", "Clone", "CloneOptions", "CloneSample", "Clones"]

_BY_HAND = f"Delete it in the console at {CONSOLE}: the service opens that to no API key."
# The console's route, closed to keys so far, and the one that keys once had.
_DELETE = {"method": "POST", "url": "/waves/v1/voice-cloning/delete"}
_RETIRED_DELETE = {"method": "DELETE", "url": "/waves/v1/lightning-large"}
_CLOSED = frozenset({401, 403, 404, 405, 410})
_GONE = frozenset({403, 405, 410})


class Clones:
    """The part of `client.waves.voices` that is about clones."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(self, file: RecordingFile, progress: Progress | None, order: Order) -> Clone:
        """Make a clone; see `Voices.clone`."""
        from smallestai_waves.api.voice_cloning import VoiceCloning as Operations

        fields = order.fields(recording_of(file), progress)
        options = order.request_options(self._transport.config)
        operations = Operations(self._transport.send)
        clone = order.made(operations.create_voice_clone(**fields, request_options=options))
        pauses = self._transport.attached(_Pauses)
        with order.blamed():
            for pause in order.pauses():
                pauses.wait(pause)
                clone = order.seen(self.list())
        return clone

    def list(self, request_options: RequestOptions | None = None) -> list[Clone]:
        """List the clones; see `Voices.clones`."""
        from smallestai_waves.api.voice_cloning import VoiceCloning as Operations

        operations = Operations(self._transport.send)
        return _listed(operations.list_voice_clones(request_options=request_options))

    def delete(self, clone: str | Clone, request_options: RequestOptions | None = None) -> None:
        """Delete a clone; see `Voices.delete`."""
        name, options = _id_of(clone), _options(request_options)
        body = {"json": {"voiceId": name}}
        try:
            self._transport.send({**_DELETE, **body}, _done, options)
        except APIError as error:
            _check_closed(error)
            try:
                self._transport.send({**_RETIRED_DELETE, **body}, _done, options)
            except APIError as refusal:
                raise _with_remedy(refusal) from None
        _check_gone(name, self.list(request_options))


class AsyncClones:
    """The same as `Clones`, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def create(self, file: RecordingFile, progress: Progress | None, order: Order) -> Clone:
        """Make a clone; see `Voices.clone`."""
        from asyncio import to_thread

        from smallestai_waves.api.voice_cloning import AsyncVoiceCloning as Operations

        fields = order.fields(await to_thread(recording_of, file), progress)
        options = order.request_options(self._transport.config)
        operations = Operations(self._transport.send)
        clone = order.made(await operations.create_voice_clone(**fields, request_options=options))
        with order.blamed():
            for pause in order.pauses():
                await async_sleep(pause)
                clone = order.seen(await self.list())
        return clone

    async def list(self, request_options: RequestOptions | None = None) -> list[Clone]:
        """List the clones; see `Voices.clones`."""
        from smallestai_waves.api.voice_cloning import AsyncVoiceCloning as Operations

        operations = Operations(self._transport.send)
        return _listed(await operations.list_voice_clones(request_options=request_options))

    async def delete(
        self, clone: str | Clone, request_options: RequestOptions | None = None
    ) -> None:
        """Delete a clone; see `Voices.delete`."""
        name, options = _id_of(clone), _options(request_options)
        body = {"json": {"voiceId": name}}
        try:
            await self._transport.send({**_DELETE, **body}, _done, options)
        except APIError as error:
            _check_closed(error)
            try:
                await self._transport.send({**_RETIRED_DELETE, **body}, _done, options)
            except APIError as refusal:
                raise _with_remedy(refusal) from None
        _check_gone(name, await self.list(request_options))


class _Pauses:
    """Waits that end at once when the client is closed."""

    def __init__(self) -> None:
        self._closed = threading.Event()

    def wait(self, seconds: float) -> None:
        self._closed.wait(seconds)

    def close(self) -> None:
        self._closed.set()


@of_answer
def _listed(result: models.VoiceCloneList) -> list[Clone]:
    return [clone_of(each.to_dict()) for each in result.data or []]


def _id_of(clone: str | Clone) -> str:
    name = clone.id if isinstance(clone, Clone) else clone
    if not isinstance(name, str) or not name.strip():
        raise ArgumentError("clone", name, "must be a clone or its id; see voices.clones()")
    if catalogue.model_of(name) is not None:
        raise ArgumentError("clone", name, "is a voice of the catalogue, not a clone")
    return name


def _options(given: RequestOptions | None) -> Mapping[str, object] | None:
    return cast("Mapping[str, object] | None", given)


def _done(response: Any) -> int:
    """Whether it is gone is seen from the list, not from the answer."""
    return int(response.status_code)


def _check_closed(error: APIError) -> None:
    if error.status not in _CLOSED:
        raise error


def _with_remedy(error: APIError) -> APIError:
    if error.status in _GONE:
        error.hint = _BY_HAND
    return error


def _check_gone(name: str, clones: list[Clone]) -> None:
    if any(each.id == name for each in clones):
        message = f"the service accepted the deletion of {name} and lists it still"
        raise RemoteProtocolError(message, hint=_BY_HAND)
