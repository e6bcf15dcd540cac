"""What the playground serves: the page, what its pickers offer, and two kinds of sockets."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute

from smallestai.errors import SmallestError
from smallestai.waves.hydra import MODEL, VOICES

from .bridge import message_of
from .guard import Guard
from .speech import speak
from .talk import talk

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.types import ASGIApp
    from starlette.websockets import WebSocket

    from smallestai import AsyncSmallestAI

# Not from the system's table, which on some machines calls scripts plain text.
_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_OLDER = "hydra"  # another name of v1.0


def create_app(client: AsyncSmallestAI, token: str, port: int, *, offline: bool) -> ASGIApp:
    """Return the application.

    Args:
        client: Speaks with the service.
        token: The first part of every path: who does not know it finds nothing.
        port: The port it is served on.
        offline: Whether the service is a sandbox.
    """
    about = {
        "offline": offline,
        "service": "the sandbox" if offline else urlsplit(client.base_url).hostname,
        "model": MODEL,
        "models": {name: voices for name, voices in VOICES.items() if name != _OLDER},
    }

    async def tell(_: Request) -> Response:
        return JSONResponse(about)

    async def voices(_: Request) -> Response:
        try:
            found = await client.waves.voices.list()
        except SmallestError as error:
            return JSONResponse({"message": message_of(error)}, 502)
        names = ("id", "name", "model", "languages", "gender")
        return JSONResponse([{name: getattr(each, name) for name in names} for each in found])

    async def talk_socket(websocket: WebSocket) -> None:
        await talk(client, websocket)

    async def speech_socket(websocket: WebSocket) -> None:
        await speak(client, websocket)

    routes = [
        Route("/about", tell),
        Route("/voices", voices),
        WebSocketRoute("/talk", talk_socket),
        WebSocketRoute("/speech", speech_socket),
        *(Route(path, _fixed(*content)) for path, content in _contents().items()),
    ]
    app = Starlette(routes=[Mount(f"/{token}", routes=routes)])
    return Guard(app, token, port)


def _fixed(body: bytes, media_type: str) -> Callable[[Request], Response]:
    """Return what answers with something that does not change."""
    return lambda _: Response(body, media_type=media_type)


def _contents() -> dict[str, tuple[bytes, str]]:
    """Return the files of the page, by path."""
    folder = files("smallestai.playground") / "static"
    found = {
        f"/{file.name}": (file.read_bytes(), _TYPES[file.name.rpartition(".")[2]])
        for file in folder.iterdir()
    }
    return {**found, "/": found["/index.html"]}
