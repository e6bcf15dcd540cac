"""What the tests of the sandbox's records share: an app over a state whose clock they set."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import httpx
from starlette.applications import Starlette

from smallestai.sandbox.settings import Settings
from smallestai.sandbox.state import State
from smallestai.sandbox.validation import Spec, Specs

if TYPE_CHECKING:
    from types import ModuleType

START = 1_800_000_000.0
KEY = "sk_records"

SPECS = Specs()


class Clock:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        """Return the time it stands at, in Unix seconds."""
        return self.now


class RecordsApp:
    """The routes of some modules over a state of their own; every reply is held to its schema."""

    def __init__(self, *modules: ModuleType, api_key: str | None = None) -> None:
        self.clock = Clock()
        settings = Settings(call_seconds=10.0)
        self.state = State(settings, api_key=api_key, clock=self.clock)
        self.state.specs = SPECS
        self._app = Starlette(
            routes=[route for each in modules for route in each.routes(self.state)]
        )

    def __enter__(self) -> RecordsApp:
        return self

    def __exit__(self, *_: object) -> None:
        self.state.close()

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Send a request through the app and check the reply against the specification."""
        reply = self.send(method, path, **options)
        assert_as_specified(reply)
        return reply

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Send a request through the app, to a route that need not be specified."""
        return asyncio.run(self._send(method, path, **options))

    def data(self, method: str, path: str, **options: Any) -> Any:
        """Send a request that must succeed; return `data`."""
        reply = self.request(method, path, **options)
        assert reply.is_success, reply.text
        return reply.json()["data"]

    async def _send(self, method: str, path: str, **options: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app=self._app)
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
            return await client.request(method, path, **options)


def assert_as_specified(reply: httpx.Response) -> None:
    """Hold a reply to the schema that the specification has for its status."""
    document = SPECS.atoms if reply.url.path.startswith("/atoms/") else SPECS.waves
    declared = _declared(document, reply)
    _, answer = document.resolve(f"{declared}/responses/{reply.status_code}")
    if "content" not in answer:
        assert reply.content == b""
        return
    pointer, _ = document.resolve(f"{declared}/responses/{reply.status_code}")
    schema = f"{pointer}/content/application~1json/schema"
    problems = [error.message for error in document.validator(schema).iter_errors(reply.json())]
    assert problems == []


def _declared(document: Spec, reply: httpx.Response) -> str:
    """Return the pointer of the operation that a reply belongs to; fixed paths go first."""
    paths = document.document["paths"]
    for path in sorted(paths, key=lambda path: path.count("{")):
        pattern = re.sub(r"\{\w+\}", "[^/]+", path)
        method = reply.request.method.lower()
        if re.fullmatch(pattern, reply.url.path) and method in paths[path]:
            return f"/paths/{path.replace('/', '~1')}/{method}"
    raise AssertionError(f"{reply.request.method} {reply.url.path} is not specified")
