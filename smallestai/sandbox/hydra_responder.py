"""The speaking half of a Hydra session: the turns of the model, one at a time."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from starlette.websockets import WebSocketDisconnect

from .chat_script import Answer
from .hydra_calls import Calls
from .hydra_reply import TOKENS_PER_SECOND, Reply
from .listening_detectors import SAMPLE_RATE
from .synthesis import new_id

if TYPE_CHECKING:
    from .hydra_entries import Entries
    from .hydra_line import Line
    from .hydra_mind import Mind
    from .listening import Stopped
    from .state import State
    from .voices import VoiceProfile

_log = logging.getLogger(__name__)

_LATE = 3  # frames of a reply that come late, with that fault


class Responder:
    """Takes the turns of the model.

    Args:
        state: The server's state.
        line: Where the frames go.
        entries: The conversation.
        mind: What makes the answers.
        profile: The voice.
        sample_rate: The rate of its speech, in hertz.
        prompt_tokens: What the instructions count for in the usage.
    """

    def __init__(
        self,
        state: State,
        line: Line,
        entries: Entries,
        mind: Mind,
        *,
        profile: VoiceProfile,
        sample_rate: int,
        prompt_tokens: int,
    ) -> None:
        self._state = state
        self._settings = state.settings
        self._line = line
        self._entries = entries
        self._mind = mind
        self._profile = profile
        self._sample_rate = sample_rate
        self._input_tokens = prompt_tokens
        self._calls = Calls()
        self._reply: Reply | None = None  # from its first frame to its last
        self._task: asyncio.Task[None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a turn of the model is under way, the wait for its functions included."""
        return self._task is not None and not self._task.done()

    @property
    def response_id(self) -> str | None:
        """The id of the reply under way."""
        return None if self._reply is None else self._reply.id

    def open(self) -> None:
        """Speak first."""
        self._begin(self._mind.open())

    def answer(self, turn: Stopped) -> None:
        """Answer a turn of the user."""
        self._input_tokens += round(turn.seconds * TOKENS_PER_SECOND)
        self._begin(turn)

    def settle(self, call_id: str, output: str) -> bool:
        """Take the result of a function; return False for a call that was never made."""
        return self._calls.settle(call_id, output)

    def go_on(self, *, is_heard: bool) -> str | None:
        """Go on with the results of functions; return what stands in the way.

        Nothing happens when there are no results that the model has not seen.

        Args:
            is_heard: Whether the user is speaking.
        """
        if self._calls.are_waiting:
            if self._calls.missing:
                return f"{self._calls.missing} function call(s) have no output yet"
            self._calls.go_on()
        elif self._calls.has_results:
            if is_heard or self.is_busy:
                return "a turn is in progress"
            self._begin(self._mind.resume(self._calls.take()))
        return None

    async def cancel(self, reason: Literal["interrupted", "client_cancelled"]) -> None:
        """Break off the turn of the model, if there is one, and tell why."""
        await self.stop()
        reply = self._reply
        if reply is None:
            return
        late = self._line.suffers("late_deltas")
        times = 0 if late is None else late.get("count", _LATE)
        await reply.repeat(times)
        await reply.break_off()
        await self._end(reply, "cancelled", reason=reason)
        await reply.repeat(times)

    async def stop(self) -> None:
        """Fall silent at once, without a word."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    def _begin(self, turn: Stopped | Answer) -> None:
        self._task = asyncio.create_task(self._take_turn(turn))

    async def _take_turn(self, turn: Stopped | Answer) -> None:
        with suppress(WebSocketDisconnect):  # whoever listens learns of it too
            try:
                answer = turn if isinstance(turn, Answer) else await self._answer_to(turn)
                while await self._respond(answer) and answer.calls:
                    answer = self._mind.resume(await self._calls.wait(self._patience()))
            except TimeoutError:
                await self._give_up()
            except WebSocketDisconnect:
                raise
            except Exception:
                _log.exception("A turn of the model failed")
                await self._fail()
            finally:
                self._calls.lose()

    async def _answer_to(self, turn: Stopped) -> Answer:
        # Only what the sandbox itself has said is understood; the search takes some milliseconds.
        match = await asyncio.to_thread(self._state.spoken.find, turn.pcm, SAMPLE_RATE)
        return self._mind.answer(turn.seconds, None if match is None else match.text)

    async def _respond(self, answer: Answer) -> bool:
        """Send a reply; return whether it came to its own end."""
        reply = self._reply = Reply(self._state, self._line, self._entries)
        await reply.begin()
        if self._line.spend("response_failed"):
            await self._fail()
            return False
        if answer.text:
            await reply.say(answer.text, self._profile, self._sample_rate)
        for call in answer.calls:
            call_id = new_id("call")
            # Noted before the client hears of it, whose result may be quick.
            self._calls.add(call_id, call)
            await reply.call(call_id, call)
        incomplete = self._line.suffers("response_incomplete")
        if incomplete is not None and self._line.spend("response_incomplete"):
            reason = incomplete.get("reason", "max_output_tokens")
            await self._end(reply, "incomplete", reason=reason)
            return False
        if not answer.calls or self._settings.hydra_tool_done:
            await self._end(reply, "completed")
        return True

    def _patience(self) -> float:
        if self._line.spend("tool_response_timeout"):
            return 0
        return self._settings.hydra_tool_seconds * self._settings.time_scale

    async def _end(self, reply: Reply, status: str, **details: object) -> None:
        await reply.end(status, self._input_tokens, **details)
        self._input_tokens += reply.tokens
        self._reply = None

    async def _give_up(self) -> None:
        self._reply = None
        message = "The outputs of the function calls did not come in time"
        await self._line.send_error(message, "tool_response_timeout")

    async def _fail(self) -> None:
        if self._reply is not None:
            await self._reply.break_off()
            error = {"code": "internal_error", "type": "server_error"}
            await self._end(self._reply, "failed", error=error)
