"""The user's half of a conversation with an agent: audio in, turns out."""

from __future__ import annotations

import asyncio
import math
from typing import TYPE_CHECKING

from .atoms_realtime_audio import Decoder
from .listening import Listener, Started

if TYPE_CHECKING:
    from .atoms_realtime_audio import InputFormat
    from .atoms_realtime_call import LiveCall
    from .atoms_realtime_speaker import Speaker
    from .settings import Settings

_SLICE = 32000  # a second of audio; others get their turn after each


class Ears:
    """Listens to the user, and has the agent interrupted and answering.

    Args:
        settings: How turns are told apart.
        source: How the audio is encoded.
        call: The call, which is recorded, and whose agent may not allow to be interrupted.
        speaker: The agent.
    """

    def __init__(
        self, settings: Settings, source: InputFormat, call: LiveCall, speaker: Speaker
    ) -> None:
        self._decoder = Decoder(source)
        self._listener = Listener(settings.agent_pause_seconds)
        self._gap = settings.agent_gap_seconds
        self._call = call
        self._speaker = speaker
        self._clock = asyncio.get_running_loop().time
        self._audio_at = 0.0
        self.are_hearing = False

    @property
    def due(self) -> float:
        """When the user's turn ends if no more audio comes, by the clock of the loop."""
        return self._audio_at + self._gap if self.are_hearing else math.inf

    @property
    def are_deaf(self) -> bool:
        """Whether the agent, which speaks first, hears nobody before it has."""
        agent = self._call.agent.body
        muted = agent["muteUserUntilFirstBotResponse"] and not agent["waitForUserToSpeakFirst"]
        return bool(muted) and not self._speaker.has_spoken

    async def append(self, data: bytes) -> None:
        """Take audio as the client encodes it."""
        if self.are_deaf:
            return
        self._audio_at = self._clock()
        pcm = self._decoder.feed(data)
        self._call.hear(pcm)
        for start in range(0, len(pcm), _SLICE):
            if start:
                await asyncio.sleep(0)
            for heard in self._listener.feed(pcm[start : start + _SLICE]):
                self.are_hearing = isinstance(heard, Started)
                if isinstance(heard, Started):
                    await self.interrupt()
                elif heard.is_speech:
                    self._speaker.answer(heard)

    async def interrupt(self) -> None:
        """Have the agent stop for the user, if it allows that."""
        if self._call.agent.body["allowInterruptions"]:
            await self._speaker.interrupt()

    def end(self) -> None:
        """End the user's turn, since no audio comes."""
        self.are_hearing = False
        heard = self._listener.end()
        if heard is not None and heard.is_speech:
            self._speaker.answer(heard)
