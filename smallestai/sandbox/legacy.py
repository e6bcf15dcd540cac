"""The routes of the retired models, for a server that still has them (`Settings.legacy_routes`).

| route | answer |
|---|---|
| `POST /waves/v1/{model}/get_speech` | audio: PCM, or WAV with `add_wav_header` |
| `GET /waves/v1/{model}/get_voices` | `{"voices": [...]}` |
| `GET /waves/v1/lightning-large/get_cloned_voices` | `{"voices": [...]}` |
| `POST /waves/v1/lightning-large/add_voice` | `{"message", "data": {"voiceId", ...}}` |
| `DELETE /waves/v1/lightning-large` | `{"success", "voiceId"}` |

`model` is `lightning`, `lightning-large` or `lightning-v2`. Today's voices speak for those of old.
"""

from __future__ import annotations

import json
import time
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from smallestai.waves.catalogue import STANDARD
from smallestai.waves.models import TTSVoices

from . import clones
from .formats import encode
from .replies import waves_error
from .speech import AUDIO
from .synthesis import chunk_bytes, log, speak, speech_of
from .voices import CLONES, profile_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from .state import State

MODELS = ("lightning", "lightning-large", "lightning-v2")
VOICES = (*TTSVoices, "lakshya")

_LARGE = "/waves/v1/lightning-large"
_RATE = 24000
_RATES = range(8000, _RATE + 1)
_SPEEDS = (0.5, 2.0)


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of old, where the settings want them."""
    if not state.settings.legacy_routes:
        return []

    async def voices(_: Request) -> Response:
        listed = [{"voiceId": each, "displayName": each.capitalize()} for each in VOICES]
        tags = {"language": ["english"], "accent": "american", "gender": "female"}
        return JSONResponse({"voices": [{**each, "tags": tags} for each in listed]})

    async def cloned(_: Request) -> Response:
        found = [clones._entry(state, each) for each in state.store.list(CLONES)]
        return JSONResponse({"voices": found})

    async def added(request: Request) -> Response:
        return await _added(state, request)

    async def deleted(request: Request) -> Response:
        return _deleted(state, await _body(request))

    async def spoken(request: Request) -> Response:
        return await _spoken(state, await _body(request))

    return [
        *(Route(f"/waves/v1/{model}/get_speech", spoken, methods=["POST"]) for model in MODELS),
        *(Route(f"/waves/v1/{model}/get_voices", voices, methods=["GET"]) for model in MODELS),
        Route(f"{_LARGE}/get_cloned_voices", cloned, methods=["GET"]),
        Route(f"{_LARGE}/add_voice", added, methods=["POST"]),
        Route(_LARGE, deleted, methods=["DELETE"]),
    ]


async def _body(request: Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.body())
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


async def _spoken(state: State, body: Mapping[str, Any]) -> Response:
    voice = _voice(state, body.get("voice_id"))
    rate, speed = body.get("sample_rate", _RATE), body.get("speed", 1)
    text = body.get("text")
    if not isinstance(text, str) or not text.strip():
        return waves_error(400, "Invalid text")
    if voice is None:
        return waves_error(400, "Invalid Voice ID")
    if rate not in _RATES:
        return waves_error(400, "Invalid sample rate")
    if not isinstance(speed, int | float) or not _SPEEDS[0] <= speed <= _SPEEDS[1]:
        return waves_error(400, "Invalid speed")
    started = time.monotonic()
    asked = {"text": text, "voice_id": voice, "sample_rate": rate, "speed": speed}
    speech = speech_of(state, asked)
    async with aclosing(speak(state, speech, chunk_bytes(state, speech))) as sound:
        pcm = b"".join([each async for each in sound if isinstance(each, bytes)])
    await log(state, asked, speech, request_type="rest", started=started)
    wanted = "wav" if body.get("add_wav_header") else body.get("output_format", "pcm")
    try:
        data = await run_in_threadpool(encode, pcm, wanted, rate)
    except KeyError:
        return waves_error(400, "Invalid output format")
    return Response(data, media_type=AUDIO)


def _voice(state: State, voice_id: Any) -> str | None:
    """Return the voice of today that speaks for one of old, or a clone."""
    if voice_id in VOICES:
        return STANDARD[VOICES.index(voice_id) % len(STANDARD)]
    known = isinstance(voice_id, str) and profile_of(voice_id, state.store) is not None
    return voice_id if known else None


async def _added(state: State, request: Request) -> Response:
    try:
        fields, recording = await clones._read(request)
    except HTTPException as error:
        return waves_error(400, error.detail)
    reply = await run_in_threadpool(clones._create, state, fields, recording)
    if reply.status_code != 200:
        return reply
    made = json.loads(bytes(reply.body))["data"]
    data = {"voiceId": made["voiceId"], "model": "lightning-large", "status": made["status"]}
    return JSONResponse({"message": "Voice added", "data": data})


def _deleted(state: State, body: Mapping[str, Any]) -> Response:
    clone = state.store.find(CLONES, "voiceId", body.get("voiceId"))
    if clone is None:
        return waves_error(404, "Voice not found")
    state.store.delete(CLONES, clone.id)
    return JSONResponse({"success": True, "voiceId": clone.body["voiceId"]})
