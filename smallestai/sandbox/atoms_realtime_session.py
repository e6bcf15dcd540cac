"""A session on the agent socket: its greeting, the frames of the client, its silences, its end.

Where the service is silent the sandbox does this: what the user types is not repeated as a
transcript, audio in a chat is an error, and an agent that may not be interrupted answers when it
has finished. A client that does not say goodbye has hung up.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from starlette.websockets import WebSocketDisconnect

from .atoms_progress import filled
from .atoms_realtime_ears import Ears
from .atoms_realtime_limits import Limits
from .atoms_realtime_mind import AgentMind
from .atoms_realtime_speaker import Speaker
from .atoms_realtime_tools import ToolError, Tools
from .atoms_realtime_voice import Voice
from .atoms_records import workflow_of
from .chat_script import ScriptError
from .issues import issues_of
from .synthesis import new_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.websockets import WebSocket

    from .atoms_realtime_admission import Admission
    from .atoms_realtime_call import LiveCall
    from .atoms_realtime_line import Line
    from .state import State

_SCHEMAS = {
    "input_audio_buffer.append": "AgentAudioAppend",
    "input_audio_buffer.commit": "AgentAudioCommit",
    "input_text.send": "AgentTextInput",
    "function_call.result": "AgentFunctionResult",
    "session.close": "AgentSessionClose",
}
_STILL_THERE = "Are you still there?"


class Session:
    """One session, from its opening to its close.

    Args:
        state: The server's state.
        websocket: The socket, accepted.
        line: The way out of it.
        call: The call.
        admission: What the session is to be like.
    """

    def __init__(
        self,
        state: State,
        websocket: WebSocket,
        line: Line,
        call: LiveCall,
        admission: Admission,
    ) -> None:
        self._state = state
        self._settings = state.settings
        self._websocket = websocket
        self._line = line
        self._call = call
        self._admission = admission
        self._clock = asyncio.get_running_loop().time
        workflow = workflow_of(state, call.agent).body
        self._prompt = f"{call.agent.body['globalPrompt']}\n{workflow['prompt']}"
        self._tools = Tools(workflow["tools"])
        self._early: deque[Any] = deque()  # messages that came before there was a line
        self._updates = 0
        self._reason = "user_hangup"
        self._handlers: dict[str, Callable[[Any], Awaitable[None]]] = {
            "input_audio_buffer.append": self._append,
            "input_audio_buffer.commit": self._commit,
            "input_text.send": self._read,
            "session.update": self._update,
            "function_call.result": self._settle,
            "session.close": self._close,
        }

    async def run(self) -> None:
        """Serve the socket until it closes."""
        watch = asyncio.create_task(self._watch())
        try:
            with suppress(WebSocketDisconnect):
                await self._line.open()
                await self._wait_for_line()
                await self._converse(self._made_speaker())
        except ScriptError as error:
            await self._line.fail("400", f"The script cannot be read: {error}")
        finally:
            watch.cancel()
            await self._call.end(self._reason)

    async def _converse(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._ears = Ears(self._settings, self._admission.source, self._call, speaker)
        mode, agent = self._admission.mode, self._call.agent.body
        self._limits = Limits(self._settings, agent, mode, self._clock())
        try:
            await self._greet()
            await self._listen()
        finally:
            await speaker.stop()
            self._reason = speaker.ending or self._reason

    async def _wait_for_line(self) -> None:
        """Return when there is a line; a client that leaves meanwhile gives up its place.

        Raises:
            WebSocketDisconnect: It has left.
        """
        line = asyncio.create_task(self._call.take_line())
        try:
            while not line.done():
                message = asyncio.create_task(self._websocket.receive())
                await asyncio.wait({line, message}, return_when=asyncio.FIRST_COMPLETED)
                if not message.done():
                    message.cancel()
                elif message.result()["type"] == "websocket.disconnect":
                    raise WebSocketDisconnect
                else:
                    self._early.append(message.result())
            await line
        finally:
            line.cancel()

    async def _watch(self) -> None:
        """End the session when somebody calls the call off."""
        with suppress(WebSocketDisconnect):
            await self._call.called_off()
            self._reason = "cancelled"
            await self._line.end("ended")

    def _made_speaker(self) -> Speaker:
        variables = self._call.body["variables"]
        prompt = filled(self._prompt, variables)
        mind = AgentMind(prompt, self._call.body["opening"], self._tools)
        rate = self._admission.sample_rate
        speaks = self._admission.speaks
        voice = Voice(self._state, self._line, self._call, rate) if speaks else None
        return Speaker(self._state, self._line, self._call, mind, self._tools, voice)

    async def _greet(self) -> None:
        await self._line.send(
            "session.created",
            session_id=new_id("sess"),
            call_id=self._call.id,
            sample_rate=self._admission.sample_rate,
            channels=1,
        )
        if not self._call.agent.body["waitForUserToSpeakFirst"]:
            self._speaker.open()

    async def _listen(self) -> None:
        while True:
            try:
                async with asyncio.timeout_at(min(self._limits.due, self._ears.due)):
                    message = await self._next()
            except TimeoutError:
                if not await self._goes_on():
                    return
                continue
            if message["type"] == "websocket.disconnect":
                return
            await self._receive(message.get("text"))

    async def _next(self) -> Any:
        return self._early.popleft() if self._early else await self._websocket.receive()

    async def _goes_on(self) -> bool:
        """Do what is due by now; return whether the session goes on."""
        now = self._clock()
        if now >= self._ears.due:
            self._ears.end()
        match self._limits.passed(now, busy=self._speaker.is_busy or self._ears.are_hearing):
            case "remind":
                self._speaker.say(_STILL_THERE)
            case "end":
                self._reason = "timeout"
                await self._speaker.stop()
                await self._line.end("ended")
                return False
        return True

    # Frames of the client

    async def _receive(self, text: str | None) -> None:
        try:
            frame = json.loads(text or "")
        except ValueError:
            return await self._line.error("invalid_json", "The frame is not valid JSON")
        kind = frame.get("type") if isinstance(frame, dict) else None
        if not isinstance(kind, str) or kind not in self._handlers:
            return await self._line.error("invalid_event", f"Unknown type {kind!r}")
        schema = _SCHEMAS.get(kind)
        if schema is not None:
            validator = self._state.specs.atoms.validator(f"/components/schemas/{schema}")
            for issue in issues_of(validator.iter_errors(frame))[:1]:
                return await self._line.error("invalid_event", f"{kind}: {issue.text()}")
        return await self._handlers[kind](frame)

    async def _append(self, frame: Any) -> None:
        if not self._admission.speaks:
            return await self._line.error("invalid_event", "A chat takes no audio")
        try:
            data = base64.b64decode(frame["audio"], validate=True)
        except ValueError:
            return await self._line.error("invalid_event", "audio is not valid base64")
        await self._ears.append(data)
        if self._ears.are_hearing:
            self._limits.touch(self._clock())
        return None

    async def _commit(self, _: Any) -> None:
        """Do nothing: the agent finds the ends of turns itself."""

    async def _read(self, frame: Any) -> None:
        self._limits.touch(self._clock())
        if self._admission.speaks:
            await self._ears.interrupt()
        self._speaker.answer(frame["text"])

    async def _update(self, frame: Any) -> None:
        if self._settings.agent_session_update == "ignored":
            return
        self._updates += 1
        if self._updates > self._settings.agent_updates:
            most = self._settings.agent_updates
            await self._line.error("too_many_updates", f"A session takes {most} updates")
        elif self._line.has("managed_tools"):
            message = "The tools of this agent are managed by its configuration"
            await self._line.error("client_tools_managed_by_config", message)
        else:
            await self._declare(frame)

    async def _declare(self, frame: Any) -> None:
        try:
            if "tools" in frame:
                self._tools.declare(frame["tools"])
        except ToolError as refused:
            await self._line.error(refused.code, refused.message)
        else:
            await self._line.send("session.updated", tools=self._tools.names)

    async def _settle(self, frame: Any) -> None:
        try:
            self._tools.settle(frame["call_id"], frame["output"])
        except ToolError as refused:
            await self._line.error(refused.code, refused.message)

    async def _close(self, _: Any) -> None:
        await self._speaker.stop()
        await self._line.end("client_requested")
