"""What both kinds of sockets share: wishes in, failures out, and an end when either side ends."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

import msgspec
from starlette.websockets import WebSocketDisconnect, WebSocketState

from smallestai.errors import SmallestError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

    from starlette.websockets import WebSocket

_log = logging.getLogger(__name__)

T = TypeVar("T", bound=msgspec.Struct)


@asynccontextmanager
async def served(websocket: WebSocket) -> AsyncIterator[None]:
    """Accept a socket, tell it what goes wrong, and close it."""
    await websocket.accept()
    failure = None
    try:
        yield
    except WebSocketDisconnect:
        return
    except (SmallestError, msgspec.MsgspecError) as error:
        failure = message_of(error)
    except Exception:
        _log.exception("The playground has failed")
        failure = "Something unforeseen happened; the terminal shows what."
    if websocket.client_state is WebSocketState.CONNECTED:
        with suppress(WebSocketDisconnect):  # it has gone just now
            if failure is not None:
                await websocket.send_json({"type": "failed", "message": failure})
            await websocket.close()


async def wish_of(websocket: WebSocket, kind: type[T]) -> T:
    """Return what the page wants, the first message of a socket.

    Raises:
        msgspec.MsgspecError: It is not what is expected.
    """
    return msgspec.json.decode(await websocket.receive_text(), type=kind)


async def first_of(*works: Coroutine[object, object, None]) -> None:
    """Run them side by side until one ends, then cancel the others; raise what one raised."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result


def message_of(error: Exception) -> str:
    """Return a failure as one line for the page."""
    return " ".join(str(error).split()) or type(error).__name__
