"""Tokens for the agent socket: minted for one call, used once, good for half a minute."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from .atoms_calls_voice import output_rates
from .atoms_realtime_audio import USUAL_RATE, input_flaw
from .atoms_records import require_agent
from .issues import Issue
from .operations import RefusedError, read_json
from .replies import atoms_error, atoms_issues, atoms_ok
from .validation import check_request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State

PREFIX = "wct_"
SECONDS = 30
"""For how long a token is good."""

_TOKENS = "call_tokens"
_INPUT, _OUTPUT = "input_audio_format", "output_audio_format"


def routes(state: State) -> list[BaseRoute]:
    """Return the route that mints tokens.

    It has refusals of its own for audio formats, so their names are not held to the specification.
    """

    async def endpoint(request: Request) -> Response:
        try:
            body = read_json(await request.body() or b"{}")
        except ValueError:
            return atoms_issues([Issue("custom", (), "Invalid JSON")])
        formats = _named_formats(body)
        rest = {name: body[name] for name in body if name not in formats} if formats else body
        if issues := check_request(state.specs.atoms, "registerCall", body=rest):
            return atoms_issues(issues)
        try:
            return await run_in_threadpool(_register, state, rest, formats)
        except RefusedError as refused:
            return refused.reply

    return [Route("/atoms/v1/conversation/register-call", endpoint, methods=["POST"])]


def read(state: State, token: str) -> Mapping[str, Any] | None:
    """Return what a token was minted for; None for one that is unknown, used, or too old."""
    found = state.store.get(_TOKENS, _digest(token))
    if found is None or state.clock() >= found.body["expires"]:
        return None
    return found.body


def spend(state: State, token: str) -> bool:
    """Use a token up; return whether there was anything to use."""
    return state.store.delete(_TOKENS, _digest(token))


def _register(state: State, body: Mapping[str, Any], formats: Mapping[str, str]) -> Response:
    agent = require_agent(state, body["agent_id"])
    if agent.body["archivedAt"] is not None:
        return atoms_error(400, "Agent is archived")
    source = formats.get(_INPUT, f"pcm_{USUAL_RATE}")
    if flaw := input_flaw(source):
        return atoms_error(400, f"{_INPUT} '{source}' is not supported. {flaw}")
    rates = output_rates(agent.body)
    rate = _rate(body.get("sample_rate"), formats.get(_OUTPUT), rates)
    token = f"{PREFIX}{secrets.token_urlsafe(24)}"
    record = {
        "agentId": agent.id,
        "mode": body.get("mode", "webcall"),
        "variables": body.get("variables", {}),
        "input": source,
        "rate": rate,
        "expires": state.clock() + SECONDS * state.settings.time_scale,
    }
    state.store.insert(_TOKENS, record, document_id=_digest(token))
    data = {"access_token": token, "expires_in": SECONDS, "sample_rate": rate}
    return atoms_ok({**data, _INPUT: source, _OUTPUT: f"pcm_{rate}"}, 201)


def _rate(asked: int | None, named: str | None, rates: tuple[int, ...]) -> int:
    """Return the rate of the agent's audio; both ways to ask for one must agree."""
    known = {f"pcm_{rate}": rate for rate in rates}
    if named is not None and named not in known:
        supported = f"is not supported by this agent's voice. Supported: {', '.join(known)}"
        raise RefusedError(atoms_error(400, f"{_OUTPUT} '{named}' {supported}"))
    if asked is not None and asked not in rates:
        supported = ", ".join(map(str, rates))
        text = f"sample_rate {asked} is not supported. Supported: {supported}"
        raise RefusedError(atoms_error(400, text))
    if named is not None and asked not in (None, known[named]):
        text = f"sample_rate {asked} and {_OUTPUT} '{named}' disagree; send one"
        raise RefusedError(atoms_error(400, text))
    return known[named] if named is not None else asked or USUAL_RATE


def _named_formats(body: Any) -> dict[str, str]:
    given = body if isinstance(body, dict) else {}
    return {name: given[name] for name in (_INPUT, _OUTPUT) if isinstance(given.get(name), str)}


def _digest(token: str) -> str:
    """Return what the store keeps instead of a token."""
    return sha256(token.encode()).hexdigest()
