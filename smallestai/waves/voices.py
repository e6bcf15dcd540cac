"""The voice catalogue, and voices cloned from recordings.

Which voices there are, filtered on our side; how one sounds; clones. Blocking and async, side by
side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from smallestai.waves._voices import Voice, filter_of, found, pool_of, spoken_by, voices_of

if TYPE_CHECKING:
    import builtins  # a class with a method `list` hides the type

    from smallestai_waves.api import RequestOptions

    from smallestai._http import AsyncTransport, Transport
    from smallestai.audio import Audio
    from smallestai.waves._clones import Clone, CloneOptions
    from smallestai.waves._uploads import Progress, RecordingFile
    from smallestai.waves.request import SpeechOptions

__all__ = ["AsyncVoices", "Voice", "Voices"]

_SAMPLE = "Hello! This is how I sound when I speak."
_CLONING_SECONDS = 120.0


class Voices:
    """`client.waves.voices`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        model: str | None = None,
        language: str | None = None,
        gender: str | None = None,
        accent: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> list[Voice]:
        """List the voices, those of every model unless one is named.

        Args:
            model: ``lightning_v3.1`` or ``lightning_v3.1_pro``.
            language: A code such as ``hi`` or a name such as ``hindi``.
            gender: ``male`` or ``female``.
            accent: For example ``indian``.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The voices that are all of this, in the service's order. The service has no filters:
            ours choose from its answer.

        Raises:
            ArgumentError: The model or the language is not known.
            APIError: The service refused the request.

        Source: operation `getWavesVoices`.
        """
        from smallestai_waves.api.voices import Voices as Operations

        wanted = filter_of(model, language, gender, accent)
        operations = Operations(self._transport.send)
        return [
            voice
            for name in wanted.models
            for voice in voices_of(
                operations.get_waves_voices(pool_of(name), request_options=request_options), name
            )
            if wanted.admits(voice)
        ]

    def get(self, voice_id: str, *, request_options: RequestOptions | None = None) -> Voice:
        """Return a voice of the catalogue by its id.

        Args:
            voice_id: For example ``meher``. Clones are in `clones`.
            request_options: Timeout, headers and retries of this call.

        Raises:
            NotFoundError: There is no such voice. The hint names those it may have meant.
            APIError: The service refused the request.

        Source: operation `getWavesVoices`.
        """
        return found(voice_id, self.list(request_options=request_options))

    def preview(
        self,
        voice: str | Voice | Clone,
        *,
        text: str = _SAMPLE,
        **options: Unpack[SpeechOptions],
    ) -> Audio:
        """Return a short sample of a voice, spoken now: it costs what its characters cost.

            client.waves.voices.preview("meher").play()

        The service keeps finished samples of some voices as well, as `audio_preview` in
        ``client.waves.api.voices.get_all_voice_models()``.

        Args:
            voice: A voice of the catalogue or a clone, or its id.
            text: What it says, in a language that it speaks.
            **options: How to speak it; see `SpeechOptions`.

        Raises:
            ArgumentError, APIError: See `TTS.synthesize`.

        Source: operation `synthesizeSpeech`.
        """
        from smallestai.waves.tts import TTS

        return TTS(self._transport).synthesize(text, **spoken_by(voice, options))

    def clone(
        self,
        file: RecordingFile,
        *,
        display_name: str,
        wait: bool = True,
        timeout: float = _CLONING_SECONDS,
        progress: Progress | None = None,
        **options: Unpack[CloneOptions],
    ) -> Clone:
        """Make a voice from a recording of somebody who has agreed to it.

            clone = client.waves.voices.clone("ana.wav", display_name="Ana", language="en")
            client.waves.tts.synthesize("Hello.", voice_id=clone.id, model=clone.model)

        Closing the client from another thread ends the waiting.

        Args:
            file: A path, the bytes of a file, or a file open for reading bytes: WAV, MP3, WebM or
                MP4, at most 5 MB, 5 to 15 seconds, mono or stereo.
            display_name: Its name for people, 1 to 500 characters.
            wait: Return it when it is ready to speak, not before.
            timeout: Seconds for all of it, the upload included.
            progress: Called with the bytes sent so far and with how many there are. What it raises
                ends the upload.
            **options: ``language``, ``model`` and more; see `CloneOptions`.

        Returns:
            The clone; its ``id`` is what ``voice_id`` takes.

        Raises:
            ArgumentError: The recording or another argument is not what cloning takes; nothing was
                sent.
            APIError: The service refused it, for example as there are too many clones.
            APITimeoutError: It was not ready in time; the clone is on ``error.received``.

        Source: operations `createVoiceClone` and `listVoiceClones`.
        """
        from smallestai.waves._clones import Order
        from smallestai.waves.clones import Clones

        order = Order(display_name, wait=wait, timeout=timeout, options=options)
        return Clones(self._transport).create(file, progress, order)

    def clones(self, *, request_options: RequestOptions | None = None) -> builtins.list[Clone]:
        """List the organisation's clones, instant and professional ones.

        Raises:
            APIError: The service refused the request.

        Source: operation `listVoiceClones`.
        """
        from smallestai.waves.clones import Clones

        return Clones(self._transport).list(request_options)

    def delete(self, clone: str | Clone, *, request_options: RequestOptions | None = None) -> None:
        """Delete a clone, where the service lets an API key do it.

        Today it lets none: it is tried, and the error says where a person can do it. When this
        returns, the clone is no longer in the list.

        Args:
            clone: The clone, or its id.
            request_options: Timeout, headers and retries of each request.

        Raises:
            ModelRetiredError: The service has closed the deletion of clones to API keys.
            APIError: It refused for another reason.
            RemoteProtocolError: It accepted the deletion and lists the clone still.

        Source: ``DELETE /waves/v1/lightning-large`` and ``POST /waves/v1/voice-cloning/delete``,
        which the specification leaves out, as neither serves an API key.
        """
        from smallestai.waves.clones import Clones

        Clones(self._transport).delete(clone, request_options)


class AsyncVoices:
    """`client.waves.voices` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(
        self,
        *,
        model: str | None = None,
        language: str | None = None,
        gender: str | None = None,
        accent: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> list[Voice]:
        """List the voices, those of every model unless one is named; see `Voices.list`."""
        from smallestai_waves.api.voices import AsyncVoices as Operations

        wanted = filter_of(model, language, gender, accent)
        operations = Operations(self._transport.send)
        return [
            voice
            for name in wanted.models
            for voice in voices_of(
                await operations.get_waves_voices(pool_of(name), request_options=request_options),
                name,
            )
            if wanted.admits(voice)
        ]

    async def get(self, voice_id: str, *, request_options: RequestOptions | None = None) -> Voice:
        """Return a voice of the catalogue by its id; see `Voices.get`."""
        return found(voice_id, await self.list(request_options=request_options))

    async def preview(
        self,
        voice: str | Voice | Clone,
        *,
        text: str = _SAMPLE,
        **options: Unpack[SpeechOptions],
    ) -> Audio:
        """Return a short sample of a voice, spoken now; see `Voices.preview`."""
        from smallestai.waves.tts import AsyncTTS

        return await AsyncTTS(self._transport).synthesize(text, **spoken_by(voice, options))

    async def clone(
        self,
        file: RecordingFile,
        *,
        display_name: str,
        wait: bool = True,
        timeout: float = _CLONING_SECONDS,
        progress: Progress | None = None,
        **options: Unpack[CloneOptions],
    ) -> Clone:
        """Make a voice from a recording; see `Voices.clone`. The file is read in a thread."""
        from smallestai.waves._clones import Order
        from smallestai.waves.clones import AsyncClones

        order = Order(display_name, wait=wait, timeout=timeout, options=options)
        return await AsyncClones(self._transport).create(file, progress, order)

    async def clones(
        self, *, request_options: RequestOptions | None = None
    ) -> builtins.list[Clone]:
        """List the organisation's clones; see `Voices.clones`."""
        from smallestai.waves.clones import AsyncClones

        return await AsyncClones(self._transport).list(request_options)

    async def delete(
        self, clone: str | Clone, *, request_options: RequestOptions | None = None
    ) -> None:
        """Delete a clone, where the service lets an API key do it; see `Voices.delete`."""
        from smallestai.waves.clones import AsyncClones

        await AsyncClones(self._transport).delete(clone, request_options)
