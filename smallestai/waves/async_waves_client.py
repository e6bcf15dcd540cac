"""The old client for event loops: `smallest.AsyncSmallest`, `smallestai.waves.AsyncWavesClient`."""

from __future__ import annotations

from asyncio import to_thread
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Self

from smallestai._http import AsyncTransport
from smallestai.waves import _legacy, _legacy_client, catalogue
from smallestai.waves._legacy_client import OldClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from smallestai.waves._legacy import Order
    from smallestai.waves._legacy_reply import Reply

__all__ = ["AsyncWavesClient"]


class AsyncWavesClient(OldClient):
    """The same as `WavesClient`, with ``await``.

        async with AsyncWavesClient(api_key="...") as client:
            audio = await client.synthesize("Hello.")

    Within ``async with``, which may be entered again and again, connections are kept; outside of
    it each call opens one and closes it.
    """

    _new = "await AsyncSmallestAI().waves.tts.synthesize(text)"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.session: AsyncTransport | None = None

    async def __aenter__(self) -> Self:
        self.session = AsyncTransport(self._config)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.session is not None:
            await self.session.close()

    async def synthesize(self, text: str, *args: Any, **kwargs: Any) -> Any:
        """Speak a text; see `WavesClient.synthesize`. With ``stream``, an async generator."""
        order = self._order(text, args, kwargs)
        if order.stream:
            return self._parts(order)
        parts = [data async for data in self._parts(order, resample=False)]
        return await to_thread(order.result, order.samples(b"".join(parts)))

    async def add_voice(self, display_name: str, file_path: str) -> Reply:
        """Make a voice from a recording; see `WavesClient.add_voice`."""
        path = await to_thread(_legacy_client.recording, file_path)
        with _legacy.as_before("the voice was not added"):
            async with self._connected() as transport:
                if self._legacy_routes:
                    request = await to_thread(_legacy_client.old_clone, display_name, path)
                    return await transport.send(request, _legacy_client.reply_of)
                from smallestai.waves.voices import AsyncVoices

                clone = await AsyncVoices(transport).clone(
                    path, display_name=display_name, model=catalogue.BASE
                )
        return _legacy_client.added(clone, catalogue.BASE)

    async def delete_voice(self, voice_id: str) -> Reply:
        """Delete a clone; see `WavesClient.delete_voice`."""
        with _legacy.as_before("the voice was not deleted"):
            async with self._connected() as transport:
                if self._legacy_routes:
                    request = _legacy_client.old_deletion(voice_id)
                    return await transport.send(request, _legacy_client.reply_of)
                from smallestai.waves.voices import AsyncVoices

                await AsyncVoices(transport).delete(voice_id)
        return _legacy_client.deleted(voice_id)

    async def transcribe(
        self,
        file_path: str,
        language: str = "en",
        word_timestamps: bool = False,
        age_detection: bool = False,  # noqa: ARG002 - today's model has none
        gender_detection: bool = False,
        emotion_detection: bool = False,
        model: str = "lightning",
    ) -> dict[str, Any]:
        """Transcribe a recording; see `WavesClient.transcribe`."""
        from smallestai.waves.stt import AsyncSTT

        flags = {"gender_detection": gender_detection, "emotion_detection": emotion_detection}
        options = _legacy_client.transcription(
            file_path, model, language, word_timestamps=word_timestamps, **flags
        )
        with _legacy.as_before("the recording was not transcribed"):
            async with self._connected() as transport:
                transcript = await AsyncSTT(transport).transcribe(file_path, **options)
        return dict(transcript.body)

    async def _parts(self, order: Order, *, resample: bool = True) -> AsyncIterator[bytes]:
        async with self._connected() as transport:
            for piece in order.pieces:
                data = await self._part(transport, order, piece)
                yield order.samples(data) if resample else data

    async def _part(self, transport: AsyncTransport, order: Order, piece: str) -> bytes:
        """Speak a part of a text, by one request."""
        from smallestai.waves.tts import AsyncTTS

        with _legacy.as_before("the text was not spoken"):
            if order.legacy_routes:
                request = _legacy_client.old_speech(order, piece)
                return await transport.send(request, lambda reply: bytes(reply.content))
            return (await AsyncTTS(transport).synthesize(piece, **order.speech)).data

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[AsyncTransport]:
        """Give the connections of the ``async with`` block, or some for this call."""
        if self.session is not None and not self.session.closed:
            yield self.session
            return
        transport = AsyncTransport(self._config)
        try:
            yield transport
        finally:
            await transport.close()
