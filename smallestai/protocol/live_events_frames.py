"""From the data of a server-sent event to what has happened in a call.

Source: component `LiveCallEvent` in `openapi/atoms.yaml`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from smallestai.errors import RemoteProtocolError
from smallestai.protocol.live_events import (
    AgentNote,
    ApiRequest,
    CallCancelled,
    CallEnded,
    CallRecording,
    CallStarted,
    InterimTranscript,
    KnowledgeLookup,
    LiveEvent,
    Metrics,
    NodeHop,
    NodeState,
    ReplyCompleted,
    SpeechCompleted,
    StreamClosed,
    StreamOpened,
    ToolCall,
    TurnLatency,
    UnknownEvent,
    UserTranscript,
    VariableExtraction,
)

_SHOWN = 200

KINDS: dict[str, type[LiveEvent]] = {
    "sse_init": StreamOpened,
    "sse_close": StreamClosed,
    "call_start": CallStarted,
    "call_end": CallEnded,
    "user_interim_transcription": InterimTranscript,
    "user_transcription": UserTranscript,
    "tts_completed": SpeechCompleted,
    "llm_full_response_end": ReplyCompleted,
    "turn_latency": TurnLatency,
    "metrics": Metrics,
    "agent_node_state": NodeState,
    "hopping": NodeHop,
    "knowledgebase": KnowledgeLookup,
    "variable_extraction": VariableExtraction,
    "pre_call_api": ApiRequest,
    "post_call_api": ApiRequest,
    "agent_error": AgentNote,
    "agent_log": AgentNote,
    "tool_call_start": ToolCall,
    "tool_call_end": ToolCall,
    "tool_call_error": ToolCall,
    "call_recording": CallRecording,
    "call_cancelled": CallCancelled,
}


def event_of(data: bytes) -> LiveEvent:
    """Return the event that the data of a server-sent event holds.

    Raises:
        RemoteProtocolError: It is no JSON object.
    """
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _broken("an event is not JSON", data) from error
    if not isinstance(raw, dict):
        raise _broken("an event is no JSON object", data)
    kind = KINDS.get(str(raw.get("event_type")))
    if kind is Metrics and isinstance(raw.get("metrics"), dict):
        raw["metrics"] = [raw["metrics"]]  # as the service's schema has it
    if kind is not None:
        try:
            return msgspec.convert(raw, kind)
        except msgspec.ValidationError:
            pass
    return UnknownEvent(**_common(raw), raw=raw)


def _common(raw: dict[str, Any]) -> dict[str, Any]:
    """Return what all events have, as far as it can be read."""
    texts = {name: raw.get(name) for name in ("event_id", "call_id", "observer_class", "source")}
    found = {name: value for name, value in texts.items() if isinstance(value, str)}
    timestamp = raw.get("timestamp")
    is_time = isinstance(timestamp, int | float | str) and not isinstance(timestamp, bool)
    return {
        **found,
        "type": str(raw.get("event_type") or ""),
        "timestamp": timestamp if is_time else None,
    }


def _broken(message: str, data: bytes) -> RemoteProtocolError:
    return RemoteProtocolError(message, body=data[:_SHOWN].decode("utf-8", "replace"))
