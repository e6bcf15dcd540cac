"""What each stage of a call makes the platform tell, for those who follow it live.

Both kinds of call are told with the same words, those that take their course and those on the agent
socket. No request is made and nothing is looked up for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

Told = tuple[str, dict[str, Any]]
"""What kind of event, and the fields of that kind."""

START, TALK = "node-start", "node-talk"

_NODES = {START: ("Greeting", "start_node"), TALK: ("Conversation", "default_node")}
_ORDER = {"id": "A7"}
_FOUND = {"state": "on its way"}
_STEPS_MS = {
    "stt_api_ms": 120.0,
    "stt_to_llm_ms": 4.0,
    "smart_turn_ms": None,
    "llm_api_ms": 240.0,
    "llm_to_tts_ms": 3.0,
    "tts_api_ms": 90.0,
    "tts_to_audio_ms": 8.0,
}


@frozen
class Exchange:
    """What the user said, "" for nothing, and the agent's answer.

    Attributes:
        user: What the user said.
        agent: The answer.
        index: Which answer it is, from 0.
        variables: The variables of the call.
        seconds: How long the answer took.
        interrupted: Whether the user cut in.
    """

    user: str
    agent: str
    index: int
    variables: Mapping[str, Any]
    seconds: float = 0.465
    interrupted: bool = False


def begun(variables: Mapping[str, Any]) -> list[Told]:
    """Return the events of the beginning."""
    return [
        ("pre_call_api", _request("GET", {"extracted_variables": dict(variables)})),
        ("call_start", {"telephony_id": None}),
        ("agent_log", {"metadata": {"message": "The agent is ready"}, "error": None}),
        ("agent_node_state", _node(START, None, None)),
    ]


def heard(text: str) -> list[Told]:
    """Return the events of a turn of the user, the interim one first."""
    words = text.split()
    interim = " ".join(words[: (len(words) + 1) // 2])
    return [
        ("user_interim_transcription", {"interim_transcription_text": interim}),
        ("user_transcription", {"user_transcription_text": text}),
    ]


def thought(exchange: Exchange) -> list[Told]:
    """Return the events between a turn of the user and the first sound of the answer."""
    said: list[Told] = []
    if exchange.index == 1:
        said.append(("hopping", {"from_node_id": START, "to_node_id": TALK}))
    if exchange.user:
        said += [_knowledge(exchange.user), _variables(exchange.variables)]
    said += [
        ("llm_full_response_end", {"llm_text": exchange.agent}),
        ("metrics", {"metrics": _metrics(exchange)}),
    ]
    return said


def spoken(exchange: Exchange) -> list[Told]:
    """Return the events of an answer that has been spoken."""
    milliseconds = exchange.seconds * 1000
    node = TALK if exchange.index else START
    return [
        ("tts_completed", {"tts_text": exchange.agent, "tts_latency": 5.713}),
        (
            "turn_latency",
            {
                "turn_latency": round(exchange.seconds, 3),
                **_STEPS_MS,
                "total_turn_ms": round(milliseconds, 3),
                "turn_index": exchange.index,
                "interrupted": exchange.interrupted,
                "smart_turn_enabled": False,
            },
        ),
        ("agent_node_state", _node(node, exchange.user or None, exchange.agent)),
    ]


def tool_started(call_id: str, name: str, arguments: Mapping[str, Any]) -> Told:
    """Return the event of a tool that is used."""
    return "tool_call_start", _tool(call_id, name, {"arguments": dict(arguments)})


def tool_ended(call_id: str, name: str, response: Any, milliseconds: float) -> Told:
    """Return the event of a tool that has answered."""
    about = {"response": response, "success": True, "latency_ms": round(milliseconds, 3)}
    return "tool_call_end", _tool(call_id, name, None) | about


def tool_failed(call_id: str, name: str, error: str) -> list[Told]:
    """Return the events of a tool that has failed."""
    about = _tool(call_id, name, None) | {"success": False, "error": error}
    return [
        ("tool_call_error", about),
        ("agent_error", {"metadata": {"function_name": name}, "error": error}),
    ]


def looked_up() -> list[Told]:
    """Return the events of a tool that fails and is used again."""
    return [
        tool_started("call-1", "find_order", _ORDER),
        *tool_failed("call-1", "find_order", "The tool did not answer"),
        tool_started("call-2", "find_order", _ORDER),
        tool_ended("call-2", "find_order", _FOUND, 52.0),
    ]


def finished(reason: str, recording: str | None = None) -> list[Told]:
    """Return the events of the end, the last one only for a call that was recorded."""
    said: list[Told] = [
        ("post_call_api", _request("POST", {"extracted_variables": None})),
        ("call_end", {"metadata": {"reason": reason}}),
    ]
    if recording is not None:
        said.append(("call_recording", {"recording_url": recording, "status": "completed"}))
    return said


def _request(method: str, about: dict[str, Any]) -> dict[str, Any]:
    return {
        "method": method,
        "headers": {},
        "body": None,
        "timeout": 5,
        "response": None,
        **about,
        "next_node_id": None,
        "success": True,
        "error": None,
    }


def _node(node: str, user: str | None, agent: str | None) -> dict[str, Any]:
    name, kind = _NODES[node]
    context = {"user_response": user, "agent_response": agent}
    return {"node_id": node, "node_name": name, "node_type": kind, "context": context}


def _knowledge(text: str) -> Told:
    return "knowledgebase", {
        "knowledge_base_id": None,
        "user_transcript": text,
        "response": [],
        "latency": 0.012,
        "error": None,
    }


def _variables(variables: Mapping[str, Any]) -> Told:
    return "variable_extraction", {
        "variables": dict(variables),
        "variable_extraction_prompt": "What the user has said of the variables",
        "latency": 0.085,
        "error": None,
    }


def _tool(call_id: str, name: str, context: Any) -> dict[str, Any]:
    return {
        "turn_id": "turn-1",
        "tool_call_id": call_id,
        "function_name": name,
        "context": context,
    }


def _metrics(exchange: Exchange) -> list[dict[str, Any]]:
    prompt, answer = len(exchange.user) // 4 + 40, len(exchange.agent) // 4 + 1
    counts = {
        "prompt_tokens": prompt,
        "completion_tokens": answer,
        "total_tokens": prompt + answer,
        "cache_read_input_tokens": None,
        "cache_creation_input_tokens": None,
    }
    return [
        {"processor": "LLMService", "model": "electron", "value": counts},
        {"processor": "TTSService", "model": None, "value": len(exchange.agent)},
        {"processor": "TTSService", "model": None, "value": 0.09},
    ]
