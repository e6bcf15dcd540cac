"""The live events of a call: all at once of one that takes its course, or as they were kept."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .atoms_conversations_recordings import recording_url
from .atoms_events_kinds import Exchange, begun, finished, heard, looked_up, spoken, thought
from .atoms_progress import moment, outcome_of, ringing, script, starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .atoms_events_kinds import Told
    from .store import Document

_OBSERVERS = {
    "user_interim_transcription": ("TranscriptionObserver", "stt"),
    "user_transcription": ("TranscriptionObserver", "stt"),
    "tts_completed": ("TTSObserver", "tts"),
    "llm_full_response_end": ("LLMObserver", "llm"),
    "turn_latency": ("LatencyObserver", "pipeline"),
    "metrics": ("MetricsObserver", "pipeline"),
}


@frozen
class Scene:
    """An event, and when it happens: in seconds since the call began to ring."""

    at: float
    kind: str
    fields: Mapping[str, Any]


def event(call: Mapping[str, Any], number: int, at: float, kind: str, **fields: Any) -> Any:
    """Return an event as it is sent.

    Args:
        call: The body of the call's record.
        number: Its place among the events of the call, from 0.
        at: When it happens, in Unix seconds.
        kind: Its type.
        **fields: The fields of that type.
    """
    observer, source = _OBSERVERS.get(kind, ("CallObserver", "worker"))
    return {
        "event_type": kind,
        "event_id": f"{call['callId']}_{number}_{int(at * 1000)}",
        "timestamp": round(at, 3),
        "call_id": call["callId"],
        "observer_class": observer,
        "source": source,
        **fields,
    }


def events(call: Document) -> list[dict[str, Any]]:
    """Return all events of a call that takes its course; none while it has no line in sight."""
    stop = call.body.get("cancelledAt")
    timed = [(moment(call, scene.at), scene.kind, scene.fields) for scene in story(call)]
    if math.isinf(starts(call)):
        timed = []
    if stop is not None:
        kept = [each for each in timed if each[0] < stop]
        end = {"metadata": {"reason": "cancelled"}}
        timed = [*kept, (stop, "call_cancelled", {}), (stop, "call_end", end)]
    return [
        event(call.body, number, at, kind, **fields)
        for number, (at, kind, fields) in enumerate(timed)
    ]


def told(call: Document, now: float) -> list[dict[str, Any]]:
    """Return what has happened in a call up to a Unix time."""
    if "live" in call.body:
        kept: list[dict[str, Any]] = call.body["live"]["events"]
        return kept
    return [each for each in events(call) if each["timestamp"] <= now]


def story(call: Document) -> list[Scene]:
    """Return what happens in a call that takes its course, if nobody calls it off."""
    if outcome_of(call) != "completed":
        return [*_at(ringing(call), finished(outcome_of(call)))]
    return sorted(_scenes(call), key=lambda scene: scene.at)


def _scenes(call: Document) -> Iterator[Scene]:
    turns = script(call)
    yield from _at(ringing(call), begun(call.body["variables"]))
    asked, answers = "", 0
    for turn in turns:
        if turn.role == "user":
            asked = turn.content
            yield from _at((turn.start + turn.end) / 2, heard(asked)[:1])
            yield from _at(turn.end, heard(asked)[1:])
            continue
        exchange = Exchange(asked, turn.content, answers, call.body["variables"])
        if answers == 2:  # by now the agent knows which order to look up
            yield from _at(turn.start, looked_up())
        yield from _at(turn.start, thought(exchange))
        yield from _at(turn.end, spoken(exchange))
        answers += 1
    yield from _at(
        float(call.body["seconds"]), finished("user_hangup", recording_url(call, math.inf))
    )


def _at(seconds: float, said: Sequence[Told]) -> Iterator[Scene]:
    for kind, fields in said:
        yield Scene(seconds, kind, fields)
