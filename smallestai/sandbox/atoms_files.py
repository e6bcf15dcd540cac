"""Files that are sent and fetched by presigned URLs: no key, but a signature in the address.

The address is one of this server. `PUT` takes the bytes of a file that was announced, with the
content type it was announced with; `GET` gives them back.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import b64decode, b64encode
from contextlib import suppress
from sqlite3 import IntegrityError
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from .atoms_account import organization

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from .operations import Inputs
    from .state import State
    from .store import Document

FILES = "files"
PATH = "/files/"

_MOST_BYTES = 100 * 1024 * 1024


def routes(state: State) -> list[BaseRoute]:
    """Return the route that takes files and gives them back."""

    async def endpoint(request: Request) -> Response:
        found = _announced(state, request)
        if found is None:
            return PlainTextResponse("SignatureDoesNotMatch", 403)
        if request.method == "GET":
            return _content(found)
        return await _take(state, found, request)

    return [Route(PATH + "{key:path}", endpoint, methods=["GET", "PUT"])]


def upload_url(state: State, inputs: Inputs, key: str, kind: str) -> str:
    """Announce a file and return the URL that takes it by `PUT`.

    Args:
        state: The server's state.
        inputs: The request, which says how this server is reached.
        key: What the file is called afterwards.
        kind: The content type it must be sent with.
    """
    with suppress(IntegrityError):
        state.store.insert(FILES, {"kind": kind, "data": None, "size": None}, document_id=key)
    return _address(state, inputs, key)


def file_url(state: State, inputs: Inputs, key: str, kind: str, data: bytes) -> str:
    """Keep a file and return the URL that gives it back."""
    upload_url(state, inputs, key, kind)
    state.store.update(FILES, key, _kept(data))
    return _address(state, inputs, key)


def size_of(state: State, key: str) -> int | None:
    """Return how many bytes were sent under a key; None when nothing was."""
    found = state.store.get(FILES, key)
    return None if found is None else found.body["size"]


def safe_name(name: str) -> str:
    """Return a file's name as it may stand in a key."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-.") or "file"


def _address(state: State, inputs: Inputs, key: str) -> str:
    host = inputs.headers.get("host", "127.0.0.1")
    return f"http://{host}{PATH}{quote(key)}?signature={_signature(state, key)}"


def _signature(state: State, key: str) -> str:
    secret = organization(state).body["secret"]
    return hmac.new(secret.encode(), key.encode(), hashlib.sha256).hexdigest()


def _announced(state: State, request: Request) -> Document | None:
    key = request.path_params["key"]
    given = request.query_params.get("signature", "")
    if not hmac.compare_digest(given.encode(), _signature(state, key).encode()):
        return None
    return state.store.get(FILES, key)


def _content(file: Document) -> Response:
    if file.body["data"] is None:
        return PlainTextResponse("NoSuchKey", 404)
    return Response(b64decode(file.body["data"]), media_type=file.body["kind"])


async def _take(state: State, file: Document, request: Request) -> Response:
    kind = request.headers.get("content-type", "")
    if kind != file.body["kind"]:
        return PlainTextResponse("SignatureDoesNotMatch", 403)
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > _MOST_BYTES:
            return PlainTextResponse("EntityTooLarge", 400)
    await run_in_threadpool(state.store.update, FILES, file.id, _kept(bytes(data)))
    etag = hashlib.md5(data, usedforsecurity=False).hexdigest()
    return Response(status_code=200, headers={"ETag": f'"{etag}"'})


def _kept(data: bytes) -> dict[str, str | int]:
    return {"data": b64encode(data).decode(), "size": len(data)}
