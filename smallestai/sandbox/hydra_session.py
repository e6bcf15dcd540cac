"""A Hydra session: its greeting, its settings, the frames of the client, its idle time.

Where the service is silent the sandbox does this: any frame but audio before `session.configure`
is an error, as are binary frames, an output for a call that was never made, and `response.create`
while an output is missing or a turn is in progress. `response.create` without any new output does
nothing. The user's speech ends a turn that waits for functions; their outputs then count for
nothing. Noise is reported as speech is, but its entry ends as `incomplete`.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from starlette.websockets import WebSocketDisconnect

from .chat_script import ScriptError
from .hydra_ears import Ears
from .hydra_entries import Entries
from .hydra_mind import Mind
from .hydra_models import DEFAULT_VOICE, profile_of
from .hydra_responder import Responder
from .issues import issues_of
from .synthesis import new_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.websockets import WebSocket

    from .hydra_line import Line
    from .hydra_models import Model
    from .state import State

_APPEND, _CONFIGURE = "input_audio_buffer.append", "session.configure"
_DEFAULTS: dict[str, Any] = {
    "instructions": "",
    "voice": DEFAULT_VOICE,
    "tools": [],
    "generate_initial_response": False,
}
_SCHEMAS = {
    _CONFIGURE: "HydraSessionConfigure",
    "session.update": "HydraSessionUpdate",
    "conversation.item.create": "HydraEntryCreate",
    "response.create": "HydraResponseCreate",
    "response.cancel": "HydraResponseCancel",
}


class Session:
    """One session, from the greeting to the close.

    Args:
        state: The server's state.
        websocket: The socket, accepted.
        line: The way out of it.
        model: The version of the model.
    """

    def __init__(self, state: State, websocket: WebSocket, line: Line, model: Model) -> None:
        self._state = state
        self._settings = state.settings
        self._websocket = websocket
        self._line = line
        self._model = model
        self._entries = Entries()
        self._ears = Ears(state, line, self._entries)
        self._tools: list[Any] = []
        self._responder: Responder | None = None  # None until the session is configured
        self._handlers: dict[str, Callable[[Any, Responder], Awaitable[None]]] = {
            _APPEND: self._append,
            "session.update": self._update,
            "conversation.item.create": self._settle,
            "response.create": self._go_on,
            "response.cancel": self._cancel,
        }

    async def run(self) -> None:
        """Serve the socket until it closes."""
        try:
            with suppress(WebSocketDisconnect):
                await self._greet()
                await self._listen()
        finally:
            if self._responder is not None:
                await self._responder.stop()

    async def _greet(self) -> None:
        await self._line.open()
        tag, successor = self._model.tag, self._model.successor
        if successor is not None:
            message = f"Model '{tag}' is deprecated. Use '{successor}' instead."
            await self._line.send("warning", code="model_deprecated", message=message)
        await self._line.send("session.created", session_id=new_id("sess"))

    async def _listen(self) -> None:
        while True:
            message = await self._next()
            if message is None:
                return await self._line.close(1000)
            if message["type"] == "websocket.disconnect":
                return None
            self._line.touch()
            await self._receive(message.get("text"))

    async def _next(self) -> Any:
        """Return the next message; None when neither side has sent anything for too long."""
        idle = self._settings.hydra_idle_seconds * self._settings.time_scale
        clock = asyncio.get_running_loop().time
        while (left := self._line.active_at + idle - clock()) > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(min(left, self._ears.due - clock())):
                    return await self._websocket.receive()
            if self._responder is not None and clock() >= self._ears.due:
                await self._ears.end(self._responder)
        return None

    # Frames of the client

    async def _receive(self, text: str | None) -> None:
        try:
            frame = json.loads(text or "")
        except ValueError:
            return await self._line.send_error("The frame is not valid JSON")
        kind = frame.get("type") if isinstance(frame, dict) else None
        if not isinstance(kind, str):
            return await self._refuse("Every frame needs a type, a string", "type", frame)
        if kind == _CONFIGURE:
            return await self._configure(frame)
        if kind not in self._handlers:
            if self._settings.hydra_unknown_frames == "error":
                await self._refuse(f"Unknown type '{kind}'", "type", frame)
            return None
        if self._responder is None:
            if kind != _APPEND:
                await self._refuse("The first frame must be session.configure", "type", frame)
            return None
        if kind == _APPEND or await self._is_sound(frame):
            await self._handlers[kind](frame, self._responder)
        return None

    async def _configure(self, frame: Any) -> None:
        if self._responder is not None or not await self._is_sound(frame):
            return
        asked = frame["session"]
        try:
            mind = Mind(asked.get("instructions", ""), self._settings.hydra_script)
        except ScriptError as error:
            await self._refuse(str(error), f"{_CONFIGURE}.session.instructions", frame)
            return
        if "voice" in asked and asked["voice"] not in self._model.voices:
            known = ", ".join(self._model.voices)
            message = f"Unknown voice '{asked['voice']}' for {self._model.tag}. Available: {known}"
            await self._refuse(message, f"{_CONFIGURE}.session.voice", frame)
        elif self._line.suffers("silent_configure") is None:
            session = {name: asked.get(name, usual) for name, usual in _DEFAULTS.items()}
            await self._begin(session, mind)

    async def _begin(self, session: dict[str, Any], mind: Mind) -> None:
        self._tools = session["tools"]
        self._responder = Responder(
            self._state,
            self._line,
            self._entries,
            mind,
            profile=profile_of(session["voice"]),
            sample_rate=self._model.sample_rate,
            prompt_tokens=len(session["instructions"]) // 4,
        )
        output: dict[str, Any] = {"output_audio_format": "pcm16"}
        if self._line.suffers("no_rate") is None:
            output["output_audio_sample_rate"] = self._model.sample_rate
        await self._line.send("session.configured", session=session | output)
        if session["generate_initial_response"]:
            self._responder.open()

    async def _append(self, frame: Any, responder: Responder) -> None:
        audio = frame.get("audio")
        if not isinstance(audio, str):
            return await self._refuse("audio must be a string of base64", "audio", frame)
        if flaw := await self._ears.append(audio, responder):
            await self._line.send_error(flaw, "invalid_audio", param="audio", about=frame)
        return None

    async def _update(self, frame: Any, _: Responder) -> None:
        for field in frame["session"].keys() - {"tools"}:
            param = f"session.update.session.{field}"
            return await self._refuse("Only tools can be updated", param, frame)
        tools = frame["session"].get("tools", self._tools)
        if tools != self._tools:
            self._tools = tools
            await self._line.send("session.updated", session={"tools": tools})
        return None

    async def _settle(self, frame: Any, responder: Responder) -> None:
        item = frame["item"]
        if not responder.settle(item["call_id"], item["output"]):
            message = f"No function was called with the id '{item['call_id']}'"
            await self._refuse(message, "conversation.item.create.item.call_id", frame)

    async def _go_on(self, frame: Any, responder: Responder) -> None:
        if obstacle := responder.go_on(is_heard=self._ears.are_hearing):
            await self._refuse(f"No response can be created: {obstacle}", "response.create", frame)

    async def _cancel(self, frame: Any, responder: Responder) -> None:
        if frame.get("response_id", responder.response_id) == responder.response_id:
            await responder.cancel("client_cancelled")

    # Errors

    async def _is_sound(self, frame: Any) -> bool:
        """Return whether a frame agrees with its schema, after an error if it does not."""
        schema = f"/components/schemas/{_SCHEMAS[frame['type']]}"
        issues = issues_of(self._state.specs.waves.validator(schema).iter_errors(frame))
        for issue in issues[:1]:
            path = ".".join(str(part) for part in (frame["type"], *issue.path))
            await self._refuse(issue.text(), path, frame)
        return not issues

    async def _refuse(self, message: str, param: str, frame: Any) -> None:
        await self._line.send_error(message, param=param, about=frame)
