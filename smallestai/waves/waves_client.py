"""The old blocking client: `smallest.Smallest`, from 3.0 on `smallestai.waves.WavesClient`."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

from smallestai._http import Transport
from smallestai.waves import _legacy, _legacy_client, catalogue
from smallestai.waves._legacy_client import OldClient

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smallestai.waves._legacy import Order
    from smallestai.waves._legacy_reply import Reply

__all__ = ["WavesClient"]


class WavesClient(OldClient):
    """Speaks with today's models what old programs ask of the old ones.

        client = WavesClient(api_key="...")
        client.synthesize("Hello.", save_as="hello.wav")

    New programs use `smallestai.SmallestAI`. The options are those of `OldClient`. Its connection
    is kept, and closed when the client is no longer used.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._transport = Transport(self._config)
        weakref.finalize(self, self._transport.close)

    def synthesize(self, text: str, *args: Any, **kwargs: Any) -> Any:
        """Speak a text.

        Args:
            text: The text. Line ends and tabs count as spaces.
            *args: ``stream`` and ``save_as``, or ``save_as``, or as in 2.1 ``consistency``,
                ``similarity``, ``enhancement`` and ``save_as``: told apart by their types.
            **kwargs: The same by name, and any option of the constructor, for this call only.

        Returns:
            The audio: WAV, or PCM without ``add_wav_header``, or what ``output_format`` says.
            None with ``save_as``, a path that ends with ``.wav``. With ``stream`` a generator of
            PCM, an item for each part of the text; nothing is sent before it is iterated.

        Raises:
            ValidationError: A value is not possible; nothing was sent.
            TTSError: ``save_as`` cannot be used; nothing was sent.
            ValueError: There is no such option.
            APIError: The service refused it, or could not be reached.
        """
        order = self._order(text, args, kwargs)
        if order.stream:
            return self._parts(order)
        return order.result(order.samples(b"".join(self._parts(order, resample=False))))

    def add_voice(self, display_name: str, file_path: str) -> Reply:
        """Make a voice from a recording, .mp3 or .wav; see `Voices.clone`.

        Raises:
            TTSError: There is no such file.
            APIError: The service refused it.
        """
        path = _legacy_client.recording(file_path)
        with _legacy.as_before("the voice was not added"):
            if self._legacy_routes:
                request = _legacy_client.old_clone(display_name, path)
                return self._transport.send(request, _legacy_client.reply_of)
            from smallestai.waves.voices import Voices

            clone = Voices(self._transport).clone(
                path, display_name=display_name, model=catalogue.BASE
            )
        return _legacy_client.added(clone, catalogue.BASE)

    def delete_voice(self, voice_id: str) -> Reply:
        """Delete a clone, where the service lets an API key do it; see `Voices.delete`.

        Raises:
            APIError: The service refused it.
        """
        with _legacy.as_before("the voice was not deleted"):
            if self._legacy_routes:
                request = _legacy_client.old_deletion(voice_id)
                return self._transport.send(request, _legacy_client.reply_of)
            from smallestai.waves.voices import Voices

            Voices(self._transport).delete(voice_id)
        return _legacy_client.deleted(voice_id)

    def transcribe(
        self,
        file_path: str,
        language: str = "en",
        word_timestamps: bool = False,
        age_detection: bool = False,  # noqa: ARG002 - today's model has none
        gender_detection: bool = False,
        emotion_detection: bool = False,
        model: str = "lightning",
    ) -> dict[str, Any]:
        """Transcribe a recording with today's model; see `STT.transcribe`.

        Returns:
            The answer of the service. ``age_detection`` has no effect.

        Raises:
            ValidationError: There is no such file, language or model.
            APIError: The service refused it.
        """
        from smallestai.waves.stt import STT

        flags = {"gender_detection": gender_detection, "emotion_detection": emotion_detection}
        options = _legacy_client.transcription(
            file_path, model, language, word_timestamps=word_timestamps, **flags
        )
        with _legacy.as_before("the recording was not transcribed"):
            return dict(STT(self._transport).transcribe(file_path, **options).body)

    def _parts(self, order: Order, *, resample: bool = True) -> Iterator[bytes]:
        for piece in order.pieces:
            data = self._part(order, piece)
            yield order.samples(data) if resample else data

    def _part(self, order: Order, piece: str) -> bytes:
        """Speak a part of a text, by one request."""
        from smallestai.waves.tts import TTS

        with _legacy.as_before("the text was not spoken"):
            if order.legacy_routes:
                request = _legacy_client.old_speech(order, piece)
                return self._transport.send(request, lambda reply: bytes(reply.content))
            return TTS(self._transport).synthesize(piece, **order.speech).data
