"""The record that a call on the agent socket leaves: its turns, its events, its sound."""

from __future__ import annotations

import asyncio
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from .atoms_calls_board import board_of
from .atoms_calls_course import conclude
from .atoms_calls_lines import assign, record
from .atoms_conversations_recordings import RATE, keep, recording_url
from .atoms_events_kinds import Exchange, begun, finished, heard, spoken, thought
from .atoms_events_story import event
from .atoms_progress import starts
from .atoms_records import CALLS
from .atoms_webhooks_delivery import announce
from .engine import Resampler
from .listening_detectors import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .atoms_events_kinds import Told
    from .state import State
    from .store import Document

_MOST_BYTES = 2 * RATE * 15 * 60


class LiveCall:
    """Keeps what happens in one call, and tells those who follow it.

    Args:
        state: The server's state.
        agent: Who answers.
        variables: Values of the agent's variables.
        host: How the server is reached.
    """

    def __init__(
        self, state: State, agent: Document, variables: Mapping[str, Any], host: str
    ) -> None:
        self.agent = agent
        self._state = state
        self._board = board_of(state)
        self._live: dict[str, Any] = {
            "status": "in_progress",
            "endedAt": None,
            "seconds": 0.0,
            "reason": "",
            "turns": [],
            "events": [],
        }
        body = record(state, agent, "", "webcall", variables)
        more = {"live": self._live, "host": host, "outcome": "completed"}
        self._document = state.store.insert(CALLS, body | more)
        self._track = _Track()
        self._asked, self._answers = "", 0
        self._answered = False

    @property
    def id(self) -> str:
        """The id of the call."""
        return str(self._document.body["callId"])

    @property
    def body(self) -> dict[str, Any]:
        """The body of its record, as it was at the beginning."""
        return self._document.body

    async def take_line(self) -> None:
        """Return when there is a line for the call; never, if it is called off before."""
        with self._board.follow(self.id) as follower:
            assign(self._state)
            while (left := self._left()) > 0:
                await follower.next(left if math.isfinite(left) else None)
        self._answered = True
        self._board.start(announce(self._state, self.id, "pre-conversation"))
        self.tell(*begun(self.body["variables"]))

    async def called_off(self) -> None:
        """Return when somebody has called the call off."""
        with self._board.follow(self.id) as follower:
            while "cancelledAt" not in self._read().body:
                await follower.next()

    def now(self) -> float:
        """Return the seconds of the call so far."""
        call = self._read()
        return float((self._state.clock() - starts(call)) / call.body["scale"])

    def tell(self, *told: Told) -> None:
        """Put down events, and send them to those who follow."""
        for kind, fields in told:
            number, at = len(self._live["events"]), self._state.clock()
            made = event(self.body, number, at, kind, **fields)
            self._live["events"].append(made)
            self._board.publish(self.id, made)

    def hear(self, pcm: bytes) -> None:
        """Take the user's audio, at the listener's rate."""
        self._track.hear(pcm)

    def speak(self, pcm: bytes, sample_rate: int) -> None:
        """Take the agent's audio."""
        self._track.speak(pcm, sample_rate)

    def drop_unplayed(self) -> None:
        """Take back what the agent has said and the user, who cut in, has not heard."""
        self._track.cut()

    def user(self, text: str, seconds: float) -> None:
        """Note what the user has said, for how long, just now."""
        self._asked = text
        self._turn("user", text, seconds)
        self.tell(*heard(text))

    def answers(self, text: str) -> None:
        """Note what the agent is about to say."""
        self.tell(*thought(self._exchange(text)))

    def agent_said(self, text: str, seconds: float, *, interrupted: bool = False) -> None:
        """Note what the agent has said, for how long; the end of it if the user cut in."""
        self._turn("agent", text, seconds)
        self.tell(*spoken(self._exchange(text, interrupted=interrupted)))
        self._answers += 1
        self._asked = ""

    async def end(self, reason: str) -> None:
        """End the call; `reason` says who or what did."""
        cancelled = "cancelledAt" in self._read().body
        status = "cancelled" if cancelled or not self._answered else "completed"
        seconds = round(max(self.now(), 0.0), 3) if self._answered else 0.0
        ending = {"status": status, "seconds": seconds, "reason": reason}
        self._live |= ending | {"endedAt": self._state.clock()}
        if status == "completed":
            pcm = await asyncio.to_thread(self._track.mixed)
            keep(self._state, self.id, pcm)
        else:
            self.tell(("call_cancelled", {}))
        self._save()
        self.tell(*finished(reason, recording_url(self._read(), self._state.clock())))
        self._save()
        self._board.publish(self.id, None)
        assign(self._state)
        self._board.start(conclude(self._state, self.id))

    def _left(self) -> float:
        """Return the seconds until the call has a line."""
        call = self._read()
        off = "cancelledAt" in call.body
        return math.inf if off else starts(call) - self._state.clock()

    def _exchange(self, text: str, *, interrupted: bool = False) -> Exchange:
        variables = self.body["variables"]
        return Exchange(self._asked, text, self._answers, variables, interrupted=interrupted)

    def _turn(self, role: str, text: str, seconds: float) -> None:
        end = max(self.now(), 0.0)
        start = max(end - seconds, 0.0)
        turn = {"role": role, "content": text, "start": round(start, 3), "end": round(end, 3)}
        self._live["turns"].append(turn)
        self._save()

    def _save(self) -> None:
        self._state.store.update(CALLS, self._document.id, {"live": self._live})

    def _read(self) -> Document:
        return self._state.store.get(CALLS, self._document.id) or self._document


class _Track:
    """The sound of a call, both sides; the user's audio, which comes all the time, is its clock."""

    def __init__(self) -> None:
        self._user, self._agent = bytearray(), bytearray()
        self._ear = Resampler(SAMPLE_RATE, RATE)
        self._mouth: Resampler | None = None

    def hear(self, pcm: bytes) -> None:
        if len(self._user) < _MOST_BYTES:
            self._user += self._ear.feed(pcm)

    def speak(self, pcm: bytes, sample_rate: int) -> None:
        self._mouth = self._mouth or Resampler(sample_rate, RATE)
        silence = len(self._user) - len(self._agent)
        if len(self._agent) < _MOST_BYTES:
            self._agent += bytes(max(silence, 0)) + self._mouth.feed(pcm)

    def cut(self) -> None:
        if self._user:  # else there is no clock that says what was played
            del self._agent[len(self._user) :]

    def mixed(self) -> bytes:
        self._user += self._ear.finish()
        if self._mouth is not None:
            self._agent += self._mouth.finish()
        sides = [
            np.frombuffer(bytes(side), "<i2").astype(np.int32) for side in (self._user, self._agent)
        ]
        whole = np.zeros(max(map(len, sides)), np.int32)
        for side in sides:
            whole[: len(side)] += side
        return bytes(np.clip(whole, -32768, 32767).astype("<i2"))
