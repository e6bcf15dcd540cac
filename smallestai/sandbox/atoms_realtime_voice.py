"""How an agent is heard: its speech sent while it is made, with the words so far, and cut off."""

from __future__ import annotations

import asyncio
import base64
from contextlib import aclosing
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from .atoms_calls_voice import speech_of
from .synthesis import chunk_bytes, speak

if TYPE_CHECKING:
    from .atoms_realtime_call import LiveCall
    from .atoms_realtime_line import Line
    from .state import State


@define
class _Said:
    """How far the agent has come with a text."""

    words: list[str] = field(factory=list)
    told: int = 0  # words that the client knows of
    seconds: float = 0.0


class Voice:
    """Speaks for one session.

    Args:
        state: The server's state.
        line: Where the frames go.
        call: The call.
        sample_rate: The rate of the audio, in hertz.

    Attributes:
        has_spoken: Whether it has said anything to the end.
    """

    def __init__(self, state: State, line: Line, call: LiveCall, sample_rate: int) -> None:
        self._state = state
        self._line = line
        self._call = call
        self._sample_rate = sample_rate
        self._clock = asyncio.get_running_loop().time
        self._played_at = 0.0
        self.has_spoken = False

    @property
    def is_heard(self) -> bool:
        """Whether the user still hears what was sent, which is faster than it is played."""
        return self._clock() < self._played_at

    def fall_silent(self) -> None:
        """Note that the user has dropped what was not played yet."""
        self._played_at = self._clock()

    async def say(self, text: str) -> None:
        """Speak a text, from the start of talking to its transcript; note how far it came."""
        await self._line.talking("start")
        said = _Said()
        try:
            await self._speak(text, said)
            self.has_spoken = True
            await self._line.talking("stop")
            await self._line.send("transcript", role="assistant", text=text)
        except BaseException:  # cut off, by the user or by the end of the call
            if said.words:
                self._call.agent_said(" ".join(said.words), said.seconds, interrupted=True)
            raise
        self._call.agent_said(text, said.seconds)

    async def _speak(self, text: str, said: _Said) -> None:
        settings = self._state.settings
        speech = speech_of(self._state, self._call.agent.body, text, self._sample_rate)
        speech = evolve(speech, words=True)
        pace = settings.time_scale / settings.agent_pace if settings.agent_pace else 0.0
        due = self._clock()
        self._played_at = max(self._played_at, due)
        async with aclosing(speak(self._state, speech, chunk_bytes(self._state, speech))) as sound:
            async for item in sound:
                if not isinstance(item, bytes):
                    said.words.append(item.text)
                    continue
                await self._tell(said)
                seconds = len(item) / (2 * self._sample_rate)
                self._call.speak(item, self._sample_rate)
                self._played_at += seconds * settings.time_scale
                audio = base64.b64encode(item).decode()
                await self._line.send("output_audio.delta", audio=audio)
                said.seconds += seconds
                due += seconds * pace
                await asyncio.sleep(due - self._clock())

    async def _tell(self, said: _Said) -> None:
        """Send the words so far, if there are more than before."""
        if len(said.words) > said.told:
            said.told = len(said.words)
            await self._line.send("transcript.delta", role="assistant", text=" ".join(said.words))
