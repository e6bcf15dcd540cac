"""A conversation with a speech-to-speech model. Blocking and async, side by side."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._sessions.workers import AsyncWorkers, Workers
from smallestai.protocol.hydra_events import Event
from smallestai.waves._hydra_links import AsyncLink, Link
from smallestai.waves._hydra_replay import Rehearsal, rehearse, rehearse_async
from smallestai.waves._hydra_session import HydraState

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator, Iterable, Iterator, Mapping

    from smallestai._tools import Function, Tool
    from smallestai.waves._hydra_replay import Replay
    from smallestai.waves._hydra_settings import Wanted


class HydraSession(Workers[Event], HydraState):
    """A session that listens and speaks at once; made by `Hydra.connect`.

        with client.waves.hydra.connect(voice="maya") as session:
            session.stream_microphone()
            session.play()
            for event in session:
                print(event.type)

    Iterating gives every event (`smallestai.protocol.hydra_events`), audio among them as
    `AudioDelta`, and ends when the session does. A reader thread receives; functions of the model
    run in threads of their own. Any thread may call any method, and `close` ends it for all.

    Iterating raises what ended the session: `StreamClosedError`, `APIConnectionError` or
    `AuthenticationError` when the connection was lost and another one could not be had.

    Attributes:
        muted: While this is true, `stream_microphone` sends silence.
    """

    _thread_name = "smallestai-hydra"
    _link: Link

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted, Link(wanted))

    def __del__(self) -> None:
        self._let_go()
        super().__del__()

    def open(self) -> None:
        """Connect and wait until the service listens; the ``with`` statement does.

        A service that is full or cannot be reached is tried again as often as the client's
        ``max_retries`` says.

        Raises:
            AuthenticationError: The key is wrong.
            StreamError: The service refuses the settings, or is full (``code`` says which).
            APIConnectionError: It cannot be reached, or does not answer in time.
        """
        super().open()

    def send_audio(self, pcm: bytes, sample_rate: int = 16_000, channels: int = 1) -> None:
        """Hand over what the user says, in blocks of any size.

        The service expects it at the pace of speech and without pause, silence included: a turn
        ends where silence is heard. Nothing is paced here. While a lost connection is replaced, up
        to 10 s are kept.

        Args:
            pcm: 16-bit little-endian samples, channels interleaved.
            sample_rate: Samples per second; others than 16000 need ``[audio]``.
            channels: How many channels; they are mixed into one.

        Raises:
            ArgumentError: This is no audio.
            ConfigurationError: The ``[audio]`` extra is missing.
            LocalProtocolError: The session is not open.

        Source: frame ``input_audio_buffer.append``.
        """
        self._send(self._converted(pcm, sample_rate, channels))

    def send_tool_output(self, call_id: str, output: Any) -> bool:
        """Answer a call of a function that was declared without one to run.

        Args:
            call_id: The id from `ArgumentsDone`.
            output: A string, or anything JSON can hold.

        Returns:
            Whether it was sent; a call of a session that was lost is nobody's any more.

        Source: frame ``conversation.item.create``.
        """
        return self._send_output(*self._output(call_id, output))

    def update_tools(self, tools: Iterable[Function | Mapping[str, Any] | Tool] | None) -> None:
        """Replace the functions the model may call, also for sessions after a reconnect.

        `SessionUpdated` confirms it, unless nothing has changed: then nothing is sent.

        Raises:
            ArgumentError: One cannot be described; nothing was sent.

        Source: frame ``session.update``.
        """
        declared = self._declared(tools)
        with self._link.lock:
            self._link.protocol.update_tools(declared)
        self._link.flush()

    def cancel(self) -> None:
        """Stop the model: what it still says is not heard, and playback falls silent at once.

        Source: frame ``response.cancel``.
        """
        with self._link.lock:
            happened = self._link.protocol.cancel()
        with self._hub.lock:
            self._deliver(happened)
            self._hush("cancel", None)
        self._link.flush()

    def audio(self) -> Iterator[bytes]:
        """Iterate the model's speech from now on, for playing: 16-bit mono PCM at `output_rate`.

        What has not been taken when the user speaks is dropped. It ends when the session does.
        """
        return self._audio(self._subscribe(self._heard))

    def play(self, *, device: int | str | None = None) -> None:
        """Play the model's speech from now on, in the background (needs ``[audio]``).

        It falls silent when the user speaks; `Interrupted` then tells how much was heard.

        Args:
            device: The sound device, by its number or a part of its name; None is the default one.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a sound device is missing.
        """
        self._begin_play(device)

    def stream_microphone(self, *, device: int | str | None = None) -> None:
        """Send what the microphone hears from now on, in the background (needs ``[audio]``).

        Args:
            device: The sound device, by its number or a part of its name; None is the default one.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a microphone is missing.
        """
        self._begin_listening(device)

    def record(self, path: str | os.PathLike[str]) -> None:
        """Record both sides from now on into a WAV: the user left, the model right.

        The file can be read at any time, also after the process has died. It ends with the session.

        Args:
            path: Where to write; a file that is there is replaced.

        Raises:
            ConfigurationError: The ``[audio]`` extra is missing.
            OutputError: The file cannot be written.
        """
        self._record(path)

    def replay_wav(
        self,
        path: str | os.PathLike[str],
        out: str | os.PathLike[str] | None = None,
        *,
        realtime: bool = True,
        wait: float = 15.0,
    ) -> Replay:
        """Play a recording to the model as if somebody spoke it, and return what is heard.

        Silence follows, so that the turn ends. It is over when the replies to it are complete.

        Args:
            path: A WAV of any rate, width and number of channels.
            out: Where to save what is heard, as a WAV.
            realtime: Keep to the pace of speech, as the service expects; without, all of it is
                sent at once.
            wait: Seconds to wait for a reply after the recording.

        Raises:
            ArgumentError: The file cannot be read.
            OutputError: What was heard cannot be saved.
        """
        self._check_open()
        rehearsal = Rehearsal(path, realtime=realtime, wait=wait, now=monotonic())
        box = self._subscribe()
        try:
            rehearse(rehearsal, box, self.send_audio)
        finally:
            self._hub.remove(box)
        replay = rehearsal.result(self.output_rate)
        if out is not None:
            replay.audio.save(out)
        return replay

    def close(self) -> None:
        """End the session; whoever iterates sees the end. Does nothing the second time.

        Functions that still run are not waited for.

        Raises:
            OutputError: The recording cannot be written.
        """
        super().close()
        self._end_recording()

    def _ticked(self) -> None:
        self._write_recording()


class AsyncHydraSession(AsyncWorkers[Event], HydraState):
    """A session that listens and speaks at once, on an event loop; see `HydraSession`.

    Made by `AsyncHydra.connect`. Functions that are not async run in threads.
    """

    _link: AsyncLink

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted, AsyncLink(wanted))

    def __del__(self) -> None:
        self._let_go()
        super().__del__()

    async def open(self) -> None:
        """Connect and wait until the service listens; see `HydraSession.open`."""
        await super().open()

    async def send_audio(self, pcm: bytes, sample_rate: int = 16_000, channels: int = 1) -> None:
        """Hand over what the user says; see `HydraSession.send_audio`."""
        await self._send(self._converted(pcm, sample_rate, channels))

    async def send_tool_output(self, call_id: str, output: Any) -> bool:
        """Answer a call by hand; see `HydraSession.send_tool_output`."""
        return await self._send_output(*self._output(call_id, output))

    async def update_tools(
        self, tools: Iterable[Function | Mapping[str, Any] | Tool] | None
    ) -> None:
        """Replace the functions the model may call; see `HydraSession.update_tools`."""
        self._link.protocol.update_tools(self._declared(tools))
        await self._link.flush()

    async def cancel(self) -> None:
        """Stop the model; see `HydraSession.cancel`."""
        self._deliver(self._link.protocol.cancel())
        self._hush("cancel", None)
        await self._link.flush()

    def audio(self) -> AsyncIterator[bytes]:
        """Iterate the model's speech from now on; see `HydraSession.audio`."""
        return self._audio(self._subscribe(self._heard))

    async def play(self, *, device: int | str | None = None) -> None:
        """Play the model's speech from now on, in the background; see `HydraSession.play`."""
        await self._begin_play(device)

    async def stream_microphone(self, *, device: int | str | None = None) -> None:
        """Send what the microphone hears from now on; see `HydraSession.stream_microphone`."""
        await self._begin_listening(device)

    async def record(self, path: str | os.PathLike[str]) -> None:
        """Record both sides from now on into a WAV; see `HydraSession.record`."""
        self._record(path)

    async def replay_wav(
        self,
        path: str | os.PathLike[str],
        out: str | os.PathLike[str] | None = None,
        *,
        realtime: bool = True,
        wait: float = 15.0,
    ) -> Replay:
        """Play a recording to the model as if somebody spoke it; see `HydraSession.replay_wav`."""
        self._check_open()
        rehearsal = await asyncio.to_thread(
            Rehearsal, path, realtime=realtime, wait=wait, now=monotonic()
        )
        box = self._subscribe()
        try:
            await rehearse_async(rehearsal, box, self.send_audio)
        finally:
            self._hub.remove(box)
        replay = rehearsal.result(self.output_rate)
        if out is not None:
            await asyncio.to_thread(replay.audio.save, out)
        return replay

    async def close(self) -> None:
        """End the session; see `HydraSession.close`."""
        await super().close()
        await asyncio.to_thread(self._end_recording)

    async def _ticked(self) -> None:
        if self._recorder is not None:
            await asyncio.to_thread(self._write_recording)
