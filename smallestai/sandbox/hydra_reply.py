"""One reply of Hydra: its frames, from `response.created` to `response.done`."""

from __future__ import annotations

import asyncio
import base64
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from .engine import Speech
from .synthesis import chunk_bytes, new_id, speak

if TYPE_CHECKING:
    from .chat_script import Call
    from .hydra_entries import Entries, Entry
    from .hydra_line import Line
    from .state import State
    from .voices import VoiceProfile

TOKENS_PER_SECOND = 25
"""What a second of audio counts for in the usage, either way."""

_AUDIO = "response.output_audio"
_ARGUMENTS = "response.function_call_arguments"
_PIECE = 12  # characters of arguments in a frame


class Reply:
    """Sends one reply.

    Args:
        state: The server's state.
        line: Where the frames go.
        entries: The conversation.
    """

    def __init__(self, state: State, line: Line, entries: Entries) -> None:
        self.id = new_id("resp")
        self._state = state
        self._settings = state.settings
        self._line = line
        self._entries = entries
        self._output: list[Entry] = []
        self._seconds = 0.0  # of audio sent
        self._delta: dict[str, Any] | None = None  # the audio frame sent last

    @property
    def tokens(self) -> int:
        """What it counts for in the usage."""
        return round(self._seconds * TOKENS_PER_SECOND)

    async def begin(self) -> None:
        """Announce it."""
        await self._line.send("response.created", response={"id": self.id})

    async def say(self, text: str, profile: VoiceProfile, sample_rate: int) -> None:
        """Speak a text in a voice, at a rate in hertz."""
        entry = self._entries.message("assistant")
        place = {
            "response_id": self.id,
            "item_id": entry.id,
            "output_index": len(self._output),
            "content_index": 0,
        }
        await self._open(entry)
        await self._speak(Speech(text, profile, language="en", sample_rate=sample_rate), place)
        await self._line.send(f"{_AUDIO}.done", **place)
        await self._close(entry)

    async def call(self, call_id: str, call: Call) -> None:
        """Tell of a function call."""
        entry = self._entries.call(call, call_id)
        await self._open(entry)
        about = {"response_id": self.id, "call_id": call_id}
        name = {"name": call.name}
        for start in range(0, len(call.arguments), _PIECE):
            first = {} if start else name
            delta = call.arguments[start : start + _PIECE]
            await self._line.send(f"{_ARGUMENTS}.delta", **about, **first, delta=delta)
        entry.about["arguments"] = call.arguments
        whole = {**name, "arguments": call.arguments}
        await self._line.send(f"{_ARGUMENTS}.done", **about, **whole)
        entry.status = "completed"
        if self._settings.hydra_tool_done:
            await self._line.send("conversation.item.done", **entry.fields())

    async def repeat(self, times: int) -> None:
        """Send the last audio again, as frames that come too late."""
        for _ in range(times if self._delta is not None else 0):
            await self._line.send(f"{_AUDIO}.delta", **(self._delta or {}))

    async def break_off(self) -> None:
        """Leave what is being said unfinished."""
        for entry in self._output:
            if entry.status == "in_progress":
                entry.status = "incomplete"
                if self._settings.hydra_cancelled_items:
                    await self._line.send("conversation.item.done", **entry.fields())

    async def end(self, status: str, input_tokens: int, **details: Any) -> None:
        """Tell how it ended; `details` say why, if not by itself."""
        done = {
            "id": self.id,
            "status": status,
            **({"status_details": details} if details else {}),
            "output": [entry.item() for entry in self._output],
            "usage": {
                "input_tokens": input_tokens,
                "output_tokens": self.tokens,
                "total_tokens": input_tokens + self.tokens,
            },
        }
        await self._line.send("response.done", response=done)

    async def _open(self, entry: Entry) -> None:
        self._output.append(entry)
        await self._line.send("conversation.item.added", **entry.fields())

    async def _close(self, entry: Entry) -> None:
        entry.status = "completed"
        await self._line.send("conversation.item.done", **entry.fields())

    async def _speak(self, speech: Speech, place: dict[str, Any]) -> None:
        settings, clock = self._settings, asyncio.get_running_loop().time
        pace = settings.time_scale / settings.hydra_pace if settings.hydra_pace else 0.0
        due = clock()
        async with aclosing(speak(self._state, speech, chunk_bytes(self._state, speech))) as sound:
            async for pcm in sound:
                if isinstance(pcm, bytes):
                    self._delta = {**place, "delta": base64.b64encode(pcm).decode()}
                    await self._line.send(f"{_AUDIO}.delta", **self._delta)
                    seconds = len(pcm) / (2 * speech.sample_rate)
                    self._seconds += seconds
                    due += seconds * pace
                    await asyncio.sleep(due - clock())
