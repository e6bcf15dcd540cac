"""What chat completions answer: a whole message, the chunks of one, and errors."""

from __future__ import annotations

import json
import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .chat_tokens import tokens
from .replies import waves_nested_error
from .synthesis import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from starlette.responses import JSONResponse

    from .chat_script import Answer

_KINDS = {
    400: "invalid_request_error",
    401: "authentication_error",
    403: "permission_error",
    429: "rate_limit_error",
}
_OTHER_KIND = "server_error"

_ALTERNATIVES = (" the", " a", ".", " and", " to", ",", " of", " it", " is", " in", " you", " I")
_CERTAIN = -0.05
_STEP = 0.5


@frozen
class Piece:
    """One token of an answer: of its text, or of the call with an index; the first names it."""

    text: str
    call: int | None = None
    name: str | None = None


@frozen
class Completion:
    """An answer as it is sent.

    Attributes:
        id: Its id.
        created: When it was begun, in Unix seconds.
        model: What made it.
        pieces: Its tokens: the text, then one call after the other.
        finish_reason: Why it ended.
        usage: What it cost.
        top_logprobs: How many alternatives each token comes with; None for no probabilities.
    """

    id: str
    created: int
    model: str
    pieces: Sequence[Piece]
    finish_reason: str
    usage: Mapping[str, Any]
    top_logprobs: int | None


def complete(
    body: Mapping[str, Any], answer: Answer, *, now: float, prompt: int, cached: int
) -> Completion:
    """Return an answer as a request wants it: cut where it says, and counted.

    Args:
        body: The request.
        answer: What the model would say.
        now: The time, in Unix seconds.
        prompt: The tokens of the prompt.
        cached: Those of them that were known before.
    """
    pieces, finish_reason = _cut(answer, body.get("stop") or (), body.get("max_tokens"))
    usage = {
        "prompt_tokens": prompt,
        "completion_tokens": len(pieces),
        "total_tokens": prompt + len(pieces),
        "prompt_tokens_details": {"cached_tokens": cached},
    }
    top = body.get("top_logprobs", 0) if body.get("logprobs") else None
    completion_id = f"chatcmpl-{secrets.token_hex(12)}"
    return Completion(completion_id, int(now), body["model"], pieces, finish_reason, usage, top)


def whole(completion: Completion) -> dict[str, Any]:
    """Return a completion in one piece."""
    texts = [piece for piece in completion.pieces if piece.call is None]
    calls = _calls(completion.pieces)
    content = "".join(piece.text for piece in texts)
    message = {
        "role": "assistant",
        "content": content if texts or not calls else None,
        "tool_calls": calls or None,
    }
    choice: dict[str, Any] = {"index": 0, "message": message}
    if completion.top_logprobs is not None:
        choice["logprobs"] = _logprobs(texts, completion.top_logprobs)
    choice["finish_reason"] = completion.finish_reason
    head = _head(completion, "chat.completion")
    return {**head, "choices": [choice], "usage": completion.usage}


def chunks(completion: Completion, *, include_usage: bool) -> Iterator[dict[str, Any]]:
    """Yield a completion in pieces: the role, a token at a time, the end, the count if wanted."""
    yield _chunk(completion, {"role": "assistant"})
    for piece in completion.pieces:
        if piece.call is not None:
            yield _chunk(completion, {"tool_calls": [_call_delta(piece)]})
            continue
        extra = {}
        if completion.top_logprobs is not None:
            extra["logprobs"] = _logprobs([piece], completion.top_logprobs)
        yield _chunk(completion, {"content": piece.text}, extra)
    yield _chunk(completion, {}, {"finish_reason": completion.finish_reason})
    if include_usage:
        head = _head(completion, "chat.completion.chunk")
        yield {**head, "choices": [], "usage": completion.usage}


def event(data: Mapping[str, Any]) -> bytes:
    """Return a chunk as a server-sent event."""
    return b"data: %s\n\n" % encoded(data)


def encoded(data: Mapping[str, Any]) -> bytes:
    """Return JSON; half of a surrogate pair, which has no UTF-8, is a question mark."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "replace")


END = b"data: [DONE]\n\n"
"""The last event of a stream."""


def refusal(status: int, message: str, **extra: Any) -> JSONResponse:
    """Return an error of the type that goes with a status; its request id is that of the reply."""
    request_id, kind = new_id("req"), _KINDS.get(status, _OTHER_KIND)
    reply = waves_nested_error(status, message, kind, request_id=request_id, **extra)
    reply.headers["X-Request-Id"] = request_id
    return reply


def _cut(
    answer: Answer, stop: str | Sequence[str], max_tokens: int | None
) -> tuple[list[Piece], str]:
    """Return the tokens up to a stop text or the limit, and why they end there."""
    stops = [stop] if isinstance(stop, str) else stop
    places = [place for each in stops if each and (place := answer.text.find(each)) >= 0]
    text = answer.text[: min(places, default=None)]
    pieces = [Piece(token) for token in tokens(text)]
    if not places:
        for index, call in enumerate(answer.calls):
            pieces.append(Piece("", index, call.name))
            pieces += [Piece(token, index) for token in tokens(call.arguments)]
    if max_tokens is not None and len(pieces) > max_tokens:
        return pieces[:max_tokens], "length"
    return pieces, "tool_calls" if pieces and pieces[-1].call is not None else "stop"


def _head(completion: Completion, kind: str) -> dict[str, Any]:
    return {
        "id": completion.id,
        "object": kind,
        "created": completion.created,
        "model": completion.model,
    }


def _chunk(
    completion: Completion, delta: Mapping[str, Any], extra: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": None, **(extra or {})}
    return {**_head(completion, "chat.completion.chunk"), "choices": [choice]}


def _calls(pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    calls: list[dict[str, Any]] = []
    for piece in pieces:
        if piece.name is not None:
            calls.append(_call(piece.name))
        elif piece.call is not None:
            calls[-1]["function"]["arguments"] += piece.text
    return calls


def _call(name: str) -> dict[str, Any]:
    call_id = f"call_{secrets.token_hex(8)}"
    return {"id": call_id, "type": "function", "function": {"name": name, "arguments": ""}}


def _call_delta(piece: Piece) -> dict[str, Any]:
    if piece.name is not None:
        return {"index": piece.call, **_call(piece.name)}
    return {"index": piece.call, "function": {"arguments": piece.text}}


def _logprobs(pieces: Sequence[Piece], top: int) -> dict[str, Any]:
    return {"content": [_probabilities(piece.text, top) for piece in pieces], "refusal": None}


def _probabilities(token: str, top: int) -> dict[str, Any]:
    """Return how likely a token was, made up from its letters, and what else there might be."""
    chosen = _CERTAIN - sha256(token.encode("utf-8", "replace")).digest()[0] / 512
    others = [each for each in _ALTERNATIVES if each != token]
    others += [f" {number}" for number in range(top)]
    ranked = [_probable(token, chosen)]
    ranked += [_probable(each, chosen - _STEP * rank) for rank, each in enumerate(others, 1)]
    return {**_probable(token, chosen), "top_logprobs": ranked[:top]}


def _probable(token: str, logprob: float) -> dict[str, Any]:
    spelled = token.encode("utf-8", "replace")
    return {"token": token, "logprob": round(logprob, 4), "bytes": list(spelled)}
