"""The user's half of a Hydra conversation: audio in, turns out, noise told from speech."""

from __future__ import annotations

import asyncio
import base64
import math
from typing import TYPE_CHECKING

from .listening import Listener, Started
from .listening_detectors import SAMPLE_RATE

if TYPE_CHECKING:
    from .hydra_entries import Entries, Entry
    from .hydra_line import Line
    from .hydra_responder import Responder
    from .listening import Stopped
    from .state import State

_LEAST_BYTES = 320
_SAMPLE_BYTES = 2
_SLICE = _SAMPLE_BYTES * SAMPLE_RATE  # a second of audio; others get their turn after each


class Ears:
    """Listens to the user, and has the model interrupted and answering.

    Args:
        state: The server's state.
        line: Where the frames go.
        entries: The conversation.
    """

    def __init__(self, state: State, line: Line, entries: Entries) -> None:
        self._line = line
        self._entries = entries
        self._listener = Listener(state.settings.hydra_pause_seconds)
        self._turn: Entry | None = None
        self._gap = state.settings.hydra_gap_seconds
        self._clock = asyncio.get_running_loop().time
        self._audio_at = 0.0

    @property
    def are_hearing(self) -> bool:
        """Whether the user is speaking."""
        return self._turn is not None

    @property
    def due(self) -> float:
        """When the user's turn ends if no more audio comes, by the clock of the loop."""
        return math.inf if self._turn is None else self._audio_at + self._gap

    async def append(self, audio: str, responder: Responder) -> str | None:
        """Take audio as it is in a frame; return what is wrong with it."""
        try:
            pcm = _decoded(audio)
        except ValueError as error:
            return str(error)
        if self._line.spend("invalid_audio"):
            return "audio is not PCM16"
        self._audio_at = self._clock()
        for start in range(0, len(pcm), _SLICE):
            if start:
                await asyncio.sleep(0)
            for heard in self._listener.feed(pcm[start : start + _SLICE]):
                if isinstance(heard, Started):
                    await self._start(heard, responder)
                elif self._turn is not None:
                    await self._stop(heard, self._turn, responder)
        return None

    async def end(self, responder: Responder) -> None:
        """End the user's turn, since no audio comes."""
        heard = self._listener.end()
        if heard is not None and self._turn is not None:
            await self._stop(heard, self._turn, responder)

    async def _start(self, heard: Started, responder: Responder) -> None:
        turn = self._turn = self._entries.message("user")
        about = {"audio_start_ms": round(heard.at * 1000), "item_id": turn.id}
        # This first, so that the client stops playing as soon as can be.
        await self._line.send("input_audio_buffer.speech_started", **about)
        await responder.cancel("interrupted")
        await self._line.send("conversation.item.added", **turn.fields())

    async def _stop(self, heard: Stopped, turn: Entry, responder: Responder) -> None:
        self._turn = None
        about = {"audio_end_ms": round(heard.at * 1000), "item_id": turn.id}
        await self._line.send("input_audio_buffer.speech_stopped", **about)
        turn.status = "completed" if heard.is_speech else "incomplete"
        await self._line.send("conversation.item.done", **turn.fields())
        if heard.is_speech:
            responder.answer(heard)


def _decoded(audio: str) -> bytes:
    try:
        pcm = base64.b64decode(audio, validate=True)
    except ValueError:
        raise ValueError("audio is not valid base64") from None
    if len(pcm) < _LEAST_BYTES:
        raise ValueError(f"audio frame too small ({len(pcm)} bytes, need {_LEAST_BYTES})")
    if len(pcm) % _SAMPLE_BYTES:
        raise ValueError(f"audio is not PCM16 ({len(pcm)} bytes)")
    return pcm
