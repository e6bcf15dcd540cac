"""Voice cloning: recordings taken in, the voices made from them, and how none is deleted."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .atoms_account import ORGANIZATION
from .clones_sound import UnreadableError, listen, sound_of
from .operations import Inputs, operation
from .replies import model_retired, timestamp, waves_error, waves_unauthorized
from .voices import CLONES, POOLS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

PATH = "/waves/v1/voice-cloning"
TYPES = (
    *("audio/mpeg", "audio/mpeg-3", "audio/wav", "audio/wave"),
    *("audio/webm", "video/webm", "audio/mp4", "video/mp4"),
)
"""The content types that a recording may have."""

LANGUAGES = {
    "auto": "auto",
    "en": "english",
    "hi": "hindi",
    "mr": "marathi",
    "kn": "kannada",
    "ta": "tamil",
    "bn": "bengali",
    "gu": "gujarati",
    "te": "telugu",
    "ml": "malayalam",
    "pa": "punjabi",
    "or": "odia",
    "es": "spanish",
    "de": "german",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "sv": "swedish",
    "pt": "portuguese",
    "ru": "russian",
    "pl": "polish",
    "he": "hebrew",
}
"""The languages that a recording may be in, and what they are called in replies."""

_MOST_BYTES = 5 * 1024 * 1024
_SHORTEST, _LONGEST = 5.0, 15.0
_SLACK = 0.1  # seconds; encoders pad what they encode
_LONGEST_NAME = 500
_OLD = "/waves/v1/lightning-large"
_FAILURES = {
    "timeout": "Voice cloning took too long",
    "error": "Voice cloning failed",
}


def routes(state: State) -> list[BaseRoute]:
    """Return the routes that make and list clones, and those of old that are gone."""

    async def create(request: Request) -> Response:
        try:
            fields, recording = await _read(request)
        except HTTPException as error:
            return waves_error(400, error.detail)
        return await run_in_threadpool(_create, state, fields, recording)

    return [
        Route(PATH, create, methods=["POST"]),
        operation(state, f"GET {PATH}", _list),
        Route(f"{PATH}/delete", _dashboard_only, methods=["POST"]),
        Route(_OLD, _retired, methods=["DELETE"]),
        Route(f"{_OLD}/add_voice", _retired, methods=["POST"]),
        Route(f"{_OLD}/get_cloned_voices", _retired, methods=["GET"]),
    ]


async def _dashboard_only(_: Request) -> Response:
    """Answer as to a caller that is not signed in: only the dashboard deletes clones."""
    return waves_unauthorized()


async def _retired(_: Request) -> Response:
    return model_retired("lightning-large", PATH)


async def _read(request: Request) -> tuple[dict[str, str], tuple[UploadFile, bytes] | None]:
    """Return the fields of a form by name, and its file with what is in it."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        return {}, None
    async with request.form(max_files=1) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        upload = form.get("file")
        if not isinstance(upload, UploadFile):
            return fields, None
        return fields, (upload, await upload.read(_MOST_BYTES + 1))


def _create(
    state: State, fields: dict[str, str], recording: tuple[UploadFile, bytes] | None
) -> Response:
    if recording is None:
        return waves_error(400, "No file provided")
    upload, data = recording
    refused = _refusal_of_fields(fields) or _refusal_of_file(upload, data)
    if refused is not None:
        return waves_error(400, refused)
    if state.store.count(CLONES) >= state.settings.clone_limit:
        return waves_error(400, f"Voice clone limit reached ({state.settings.clone_limit})")
    try:
        heard = listen(data)
    except UnreadableError as error:
        return waves_error(400, str(error))
    if heard.seconds is not None and not _fits(heard.seconds):
        message = f"Audio must be 5 to 15 seconds long; this is {heard.seconds:.1f} seconds"
        return waves_error(400, message)
    failure = state.settings.clone_failure
    if failure is not None:
        return waves_error(500, _FAILURES[failure], error_code=f"voice_clone_{failure}")
    sound = sound_of(data, heard.pitch)
    return JSONResponse({"message": "Voice cloned", "data": _store(state, fields, upload, sound)})


def _refusal_of_fields(fields: dict[str, str]) -> str | None:
    """Return what is wrong with the fields of a form, in the order in which they are looked at."""
    model = fields.get("model", "lightning-v3.1")
    if model == "lightning-v2":
        return "Voice cloning for lightning-v2 is deprecated. Please use lightning-v3.1"
    if model not in POOLS:
        return f"Invalid model. Supported: {', '.join(POOLS)}"
    if not 1 <= len(fields.get("displayName", "").strip()) <= _LONGEST_NAME:
        return f"displayName must have 1 to {_LONGEST_NAME} characters"
    if fields.get("language", "en") not in LANGUAGES:
        return f"Invalid language. Supported: {', '.join(LANGUAGES)}"
    return None


def _refusal_of_file(upload: UploadFile, data: bytes) -> str | None:
    kind = (upload.content_type or "").partition(";")[0].strip().lower()
    if kind not in TYPES:
        return f"Invalid file type '{kind}'. Supported: {', '.join(TYPES)}"
    if len(data) > _MOST_BYTES:
        return "File too large. At most 5 MB"
    return None


def _fits(seconds: float) -> bool:
    return _SHORTEST <= seconds <= _LONGEST + _SLACK


def _store(
    state: State, fields: dict[str, str], upload: UploadFile, sound: dict[str, Any]
) -> dict[str, Any]:
    """Keep a clone; return it as the reply shows it."""
    voice_id = f"voice_{secrets.token_hex(5)}"
    code = fields.get("language", "en")
    model = fields.get("model", "lightning-v3.1")
    sound["language"] = "en" if code == "auto" else code
    if fields.get("accent"):
        sound["accent"] = fields["accent"].strip().lower()
    tags = [tag.strip() for tag in fields.get("tags", "").split(",")]
    clone = state.store.insert(
        CLONES,
        {
            "voiceId": voice_id,
            "displayName": fields["displayName"].strip(),
            "description": fields.get("description", ""),
            "accent": fields.get("accent", ""),
            "tags": [tag for tag in tags if tag],
            "language": LANGUAGES[code],
            "model": model,
            "sound": sound,
        },
    )
    return {
        "voiceId": voice_id,
        "displayName": clone.body["displayName"],
        "model": {"_id": _model_id(model), "modelName": model},
        "status": _status(state, clone),
        "language": clone.body["language"],
        "audioFileNames": [f"{voice_id}/{upload.filename or 'recording'}"],
        "createdAt": timestamp(clone.created),
        "organizationId": ORGANIZATION,
        "samples": [],
    }


def _list(state: State, _: Inputs) -> Response:
    return JSONResponse({"data": [_entry(state, each) for each in state.store.list(CLONES)]})


def _entry(state: State, clone: Document) -> dict[str, Any]:
    names = ("voiceId", "displayName", "description", "accent", "tags", "language")
    return {
        "_id": clone.id,
        **{name: clone.body[name] for name in names},
        "status": _status(state, clone),
        "cloningType": "instant",
        "modelIds": [_model_id(clone.body["model"])],
        "createdAt": timestamp(clone.created),
    }


def _status(state: State, clone: Document) -> str:
    ready = clone.created + state.settings.clone_seconds * state.settings.time_scale
    return "processing" if state.clock() < ready else "completed"


def _model_id(model: str) -> str:
    return sha256(model.encode()).hexdigest()[:24]
