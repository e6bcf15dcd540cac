"""The agent's half of a conversation: its turns, one at a time, and the tools it uses in them."""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.websockets import WebSocketDisconnect

from .atoms_events_kinds import tool_ended, tool_failed, tool_started
from .chat_script import Answer
from .hydra_mind import Result
from .listening_detectors import SAMPLE_RATE
from .synthesis import new_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .atoms_realtime_call import LiveCall
    from .atoms_realtime_line import Line
    from .atoms_realtime_mind import AgentMind
    from .atoms_realtime_tools import ClientTool, Tools
    from .atoms_realtime_voice import Voice
    from .chat_script import Call
    from .listening import Stopped
    from .state import State

_log = logging.getLogger(__name__)

UNKNOWN = "…"
"""What stands in transcripts for speech that was not understood."""


class Speaker:
    """Takes the turns of the agent.

    Args:
        state: The server's state.
        line: Where the frames go.
        call: The call.
        mind: What makes the answers.
        tools: What can be used for them.
        voice: What speaks them; None in a chat.
    """

    def __init__(
        self,
        state: State,
        line: Line,
        call: LiveCall,
        mind: AgentMind,
        tools: Tools,
        voice: Voice | None,
    ) -> None:
        self._state = state
        self._line = line
        self._call = call
        self._mind = mind
        self._tools = tools
        self._voice = voice
        self._tasks: list[asyncio.Task[None]] = []  # each waits for the one before it
        self._is_speaking = False
        self.ending: str | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a turn of the agent is under way or still heard."""
        heard = self._voice is not None and self._voice.is_heard
        return heard or not all(task.done() for task in self._tasks)

    @property
    def has_spoken(self) -> bool:
        """Whether the agent has said anything to the end, in a call that is spoken."""
        return self._voice is not None and self._voice.has_spoken

    def open(self) -> None:
        """Speak first."""
        self._begin(self._mind.open())

    def say(self, text: str) -> None:
        """Say something unasked."""
        self._begin(Answer(text))

    def answer(self, turn: Stopped | str) -> None:
        """Answer what the user has said or written, when the turn under way is over."""
        self._begin(turn)

    async def interrupt(self) -> None:
        """Break off for the user, who cuts in; the client is to drop what it has not played."""
        is_heard = self._voice is not None and self._voice.is_heard
        speaking = self._is_speaking
        await self.stop()
        if self._voice is not None and (is_heard or speaking):
            self._voice.fall_silent()
            self._call.drop_unplayed()
            await self._line.send("interruption")

    async def stop(self) -> None:
        """Fall silent at once, without a word."""
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, turn: Stopped | str | Answer) -> None:
        left = [task for task in self._tasks if not task.done()]
        before = left[-1] if left else None
        self._tasks = [*left, asyncio.create_task(self._take_turn(turn, before))]

    async def _take_turn(
        self, turn: Stopped | str | Answer, before: asyncio.Task[None] | None
    ) -> None:
        if before is not None:
            await asyncio.wait({before})
        with suppress(WebSocketDisconnect):  # whoever listens learns of it too
            try:
                answer = turn if isinstance(turn, Answer) else await self._answer_to(turn)
                while await self._utter(answer) and answer.calls:
                    answer = self._mind.resume(await self._use(answer.calls))
            except (WebSocketDisconnect, asyncio.CancelledError):
                raise
            except Exception:
                _log.exception("A turn of the agent failed")
                await self._line.fail("internal_error", "Internal server error")

    async def _answer_to(self, turn: Stopped | str) -> Answer:
        if isinstance(turn, str):
            self._call.user(turn, 0.0)
            return self._mind.answer(0.0, turn)
        # Only what the sandbox itself has said is understood; the search takes some milliseconds.
        match = await asyncio.to_thread(self._state.spoken.find, turn.pcm, SAMPLE_RATE)
        text = UNKNOWN if match is None else match.text
        words = text.split()
        for end in sorted({(len(words) + 1) // 2, len(words)}):
            so_far = " ".join(words[:end])
            await self._line.send("transcript.delta", role="user", text=so_far)
        await self._line.send("transcript", role="user", text=text)
        self._call.user(text, turn.seconds)
        return self._mind.answer(turn.seconds, None if match is None else text)

    async def _utter(self, answer: Answer) -> bool:
        """Say the text of an answer; return whether the call goes on."""
        if answer.text:
            self._call.answers(answer.text)
            if self._voice is None:
                await self._line.send("transcript", role="assistant", text=answer.text)
                self._call.agent_said(answer.text, 0.0)
            else:
                self._is_speaking = True
                try:
                    await self._voice.say(answer.text)
                finally:
                    self._is_speaking = False
        if any(self._ends(call) for call in answer.calls):
            self.ending = "agent_hangup"
            await self._line.end("ended")
            return False
        return True

    def _ends(self, call: Call) -> bool:
        return self._tools.find(call.name) is None and self._tools.ends_call(call.name)

    # Tools

    async def _use(self, calls: Sequence[Call]) -> list[Result]:
        return list(await asyncio.gather(*(self._use_one(call) for call in calls)))

    async def _use_one(self, call: Call) -> Result:
        call_id, clock = new_id("call"), asyncio.get_running_loop().time
        arguments = json.loads(call.arguments)
        self._call.tell(tool_started(call_id, call.name, arguments))
        began = clock()
        try:
            output = await self._output_of(call.name, call_id, arguments)
        except (LookupError, TimeoutError) as error:
            self._call.tell(*tool_failed(call_id, call.name, str(error)))
            return Result(call.name, json.dumps({"error": str(error)}))
        self._call.tell(tool_ended(call_id, call.name, output, 1000 * (clock() - began)))
        return Result(call.name, output)

    async def _output_of(self, name: str, call_id: str, arguments: object) -> str:
        """Return what a tool returns.

        Raises:
            TimeoutError: It returned nothing in time.
            LookupError: There is no such tool.
        """
        tool = self._tools.find(name)
        if tool is not None:
            return await self._ask(tool, call_id, arguments)
        if self._tools.has_own(name):
            return json.dumps({"status": "done"})
        raise LookupError(f"There is no tool '{name}'")

    async def _ask(self, tool: ClientTool, call_id: str, arguments: object) -> str:
        about = {"call_id": call_id, "name": tool.name, "arguments": arguments}
        if not tool.answers:
            await self._line.send("function_call", **about)
            return json.dumps({"status": "sent"})
        # Expected before the client hears of it, whose result may be quick.
        result = self._tools.expect(call_id)
        try:
            await self._line.send("function_call", **about)
            async with asyncio.timeout(tool.seconds * self._state.settings.time_scale):
                return await result
        except TimeoutError:
            message = f"'{tool.name}' gave no result within {tool.seconds:g} seconds"
            await self._line.error("tool_timeout", message)
            raise TimeoutError(message) from None
