"""What a speech request asks for: checked as the service checks it, then made a `Speech`."""

from __future__ import annotations

import asyncio
import secrets
import time
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from attrs import evolve
from starlette.concurrency import run_in_threadpool

from smallestai.waves.catalogue import BASE, LANGUAGES, MAX_TEXT

from . import analytics
from .engine import Speech
from .issues import Issue, custom
from .memory import Voice
from .voices import profile_of
from .wording import language_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    from .state import State
    from .timing import Word

DICTIONARIES = "pronunciation_dicts"
"""The collection of pronunciation dictionaries; their documents hold `items`."""


def new_id(kind: str) -> str:
    """Return an id that the server gives a session or a request, such as `task_5f0c...`."""
    return f"{kind}_{secrets.token_hex(8)}"


def check_meaning(state: State, body: Mapping[str, Any]) -> list[Issue]:
    """Return what is wrong with a request whose fields each agree with the specification."""
    issues = []
    if len(body.get("text", "")) > MAX_TEXT:
        issues.append(custom("text", f"Text must contain at most {MAX_TEXT} character(s)"))
    if profile_of(body["voice_id"], state.store) is None:
        issues.append(custom("voice_id", "Invalid Voice ID"))
    for field in ("language", "number_pronunciation_language"):
        issues += _check_language(field, body)
    for dictionary in body.get("pronunciation_dicts", ()):
        if state.store.get(DICTIONARIES, dictionary) is None:
            issues.append(
                custom("pronunciation_dicts", f"Invalid pronunciation dictionary ID '{dictionary}'")
            )
    return issues


def speech_of(state: State, body: Mapping[str, Any], *, sample_rate: int = 44100) -> Speech:
    """Return what a checked request asks for.

    Args:
        state: The server's state.
        body: The request.
        sample_rate: The rate when the request names none.
    """
    profile = profile_of(body["voice_id"], state.store)
    if profile is None:
        raise LookupError(f"the voice {body['voice_id']} is gone")
    language, numbers = body.get("language"), body.get("number_pronunciation_language")
    return Speech(
        text=body["text"],
        profile=profile,
        language=language or numbers,
        number_language=numbers if language and numbers not in ("auto", language) else None,
        speed=body.get("speed", 1),
        sample_rate=body.get("sample_rate", sample_rate),
        math_notation=body.get("math_notation", False),
        respellings=_respellings(state, body.get("pronunciation_dicts", ())),
    )


async def speak(state: State, speech: Speech, chunk_bytes: int) -> AsyncGenerator[bytes | Word]:
    """Yield what the engine speaks, as late and as slowly as the settings want it; remember it.

    Args:
        state: The server's state.
        speech: What to say.
        chunk_bytes: PCM bytes in each chunk but the last.
    """
    settings = state.settings
    await asyncio.sleep(settings.first_audio_seconds * settings.time_scale)
    pace = 0.0
    if settings.real_time_factor is not None:
        pace = settings.time_scale / (2 * speech.sample_rate * settings.real_time_factor)
    due = asyncio.get_running_loop().time()
    async with aclosing(_remembered(state, speech, chunk_bytes)) as sound:
        async for item in sound:
            if speech.words or isinstance(item, bytes):
                yield item
            if isinstance(item, bytes):
                # Even at full speed others get their turn, and a lost connection is noticed.
                due += len(item) * pace
                await asyncio.sleep(due - asyncio.get_running_loop().time())


def chunk_bytes(state: State, speech: Speech) -> int:
    """Return the bytes of a chunk of the length that the settings name."""
    return 2 * max(round(speech.sample_rate * state.settings.chunk_seconds), 1)


async def log(
    state: State,
    body: Mapping[str, Any],
    speech: Speech,
    *,
    request_type: str,
    started: float,
    expires: bool = False,
) -> None:
    """Put a speech that was made into the log of the service.

    Args:
        state: The server's state.
        body: The request.
        speech: What was said.
        request_type: "rest" for HTTP, "ws" for the socket.
        started: When that began, on the monotonic clock.
        expires: Whether the log forgets the text after seven days.
    """
    facts = {
        "model": body.get("model", BASE),
        "sample_rate": speech.sample_rate,
        "speed": speech.speed,
        "output_format": body.get("output_format", "pcm"),
        "language": _voice(speech).language,
        "request_type": request_type,
        "expires": expires,
    }
    seconds = time.monotonic() - started
    await run_in_threadpool(analytics.record, state, "tts", body, seconds=seconds, **facts)


async def _remembered(
    state: State, speech: Speech, chunk_bytes: int
) -> AsyncGenerator[bytes | Word]:
    """Yield what the engine speaks, words included, and put it down in the server's memory."""
    recording = state.spoken.begin(speech.text, speech.sample_rate, _voice(speech))
    try:
        async with aclosing(state.engine.speak(evolve(speech, words=True), chunk_bytes)) as sound:
            async for item in sound:
                if isinstance(item, bytes):
                    recording.feed(item)
                else:
                    recording.add(item)
                yield item
    finally:
        recording.end()


def _voice(speech: Speech) -> Voice:
    language = speech.language
    if language is None or language == "auto":
        language = language_of(speech.text, speech.profile.language)
    return Voice(speech.profile.voice_id, speech.profile.gender, language)


def _check_language(field: str, body: Mapping[str, Any]) -> list[Issue]:
    model = body.get("model", BASE)
    spoken, wanted = LANGUAGES[model], body.get(field)
    if wanted is None or wanted in spoken:
        return []
    message = f"Language '{wanted}' is not supported by {model}. Supported: {', '.join(spoken)}"
    details = {"received": wanted, "options": list(spoken)}
    return [Issue("invalid_enum_value", (field,), message, details)]


def _respellings(state: State, dictionaries: list[str] | tuple[()]) -> dict[str, str]:
    respellings: dict[str, str] = {}
    for dictionary in dictionaries:
        document = state.store.get(DICTIONARIES, dictionary)
        for item in document.body["items"] if document else ():
            respellings[item["word"]] = item["pronunciation"]
    return respellings
