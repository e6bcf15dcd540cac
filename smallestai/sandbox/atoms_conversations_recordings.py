"""Recordings of calls: addresses that need no key but run out, and the sound behind them."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode, b64encode
from contextlib import aclosing
from typing import TYPE_CHECKING

import numpy as np
from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from .atoms_calls_voice import caller_speech, speech_of
from .atoms_progress import ended, progress, script
from .atoms_records import CALLS
from .formats import wav_header
from .synthesis import chunk_bytes, speak

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from .atoms_progress import Turn
    from .state import State
    from .store import Document

RATE = 8000
"""The rate of recordings, in hertz."""

_RECORDINGS = "call_recordings"
_PATH = "/files/recordings/"
_SALT = b"smallestai sandbox recordings"
_KEPT = 7 * 24 * 3600.0


def routes(state: State) -> list[BaseRoute]:
    """Return the route that gives recordings to whoever has an address that is signed."""

    async def endpoint(request: Request) -> Response:
        name, query = request.path_params["name"], request.query_params
        expires, signature = query.get("expires", ""), query.get("signature", "")
        wanted = _signature(name, expires)
        if not hmac.compare_digest(signature.encode(), wanted.encode()):
            return PlainTextResponse("SignatureDoesNotMatch", 403)
        if state.clock() > float(expires):
            return PlainTextResponse("Request has expired", 403)
        call = await run_in_threadpool(state.store.find, CALLS, "callId", name)
        if call is None:
            return PlainTextResponse("NoSuchKey", 404)
        pcm = await _sound(state, call)
        return Response(wav_header(len(pcm), RATE) + pcm, media_type="audio/wav")

    return [Route(_PATH + "{name}.wav", endpoint, methods=["GET"])]


def recording_url(call: Document, now: float) -> str | None:
    """Return the address of a call's recording; None for a call that has none, or none yet."""
    if progress(call, now).status != "completed":
        return None
    return presigned(call, ended(call) + _KEPT)


def presigned(call: Document, expires: float) -> str:
    """Return an address that gives the recording until a Unix time, without a key."""
    name, until = call.body["callId"], str(int(expires))
    host = call.body.get("host", "127.0.0.1")
    signature = _signature(name, until)
    return f"http://{host}{_PATH}{name}.wav?expires={until}&signature={signature}"


def keep(state: State, call_id: str, pcm: bytes) -> None:
    """Keep what was heard on the agent socket: 16-bit mono PCM at `RATE`."""
    state.store.insert(_RECORDINGS, {"pcm": b64encode(pcm).decode()}, document_id=call_id)


def _signature(name: str, expires: str) -> str:
    signed = f"{name} {expires}".encode()
    return hmac.new(_SALT, signed, hashlib.sha256).hexdigest()[:32]


async def _sound(state: State, call: Document) -> bytes:
    kept = await run_in_threadpool(state.store.get, _RECORDINGS, call.body["callId"])
    if kept is not None:
        return b64decode(kept.body["pcm"])
    samples = np.zeros(round(float(call.body["seconds"]) * RATE), "<i2")
    for turn in script(call):
        pcm = np.frombuffer(await _said(state, call, turn), "<i2")
        start = round(turn.start * RATE)
        room = samples[start : start + len(pcm)]
        room[:] = np.clip(room.astype(np.int32) + pcm[: len(room)], -32768, 32767)
    return samples.tobytes()


async def _said(state: State, call: Document, turn: Turn) -> bytes:
    if turn.role == "agent":
        speech = speech_of(state, call.body, turn.content, RATE)
    else:
        speech = caller_speech(turn.content, RATE)
    size = chunk_bytes(state, speech)
    async with aclosing(speak(state, speech, size)) as sound:
        return b"".join([part async for part in sound if isinstance(part, bytes)])
