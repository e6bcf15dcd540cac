"""What webhooks are told of a call: three events, each signed, sent once, to this machine only.

The signature is the HMAC-SHA256 of the body, in hexadecimal, with the secret of the webhook. An
endpoint elsewhere is never contacted; the log says so.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from typing import TYPE_CHECKING, Any, Literal

import httpx
from starlette.concurrency import run_in_threadpool

from . import analytics
from .atoms_conversations_recordings import recording_url
from .atoms_progress import ended, moment, outcome_of, progress, ringing, transcript
from .atoms_progress_analysis import dispositions, marks, summary
from .atoms_records import CALLS
from .atoms_webhooks import SUBSCRIPTIONS, WEBHOOKS
from .replies import timestamp
from .store import new_id
from .transcription_fetch import is_here

if TYPE_CHECKING:
    from .state import State
    from .store import Document

Kind = Literal["pre-conversation", "post-conversation", "analytics-completed"]

PATIENCE = 30.0
"""How long an endpoint may take, in seconds."""

_TYPES = {"telephony_outbound": "telephonyOutbound", "telephony_inbound": "telephonyInbound"}


def signature(secret: str, body: bytes) -> str:
    """Return what `X-Signature` says of a body."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


async def announce(state: State, call_id: str, kind: Kind) -> None:
    """Tell those webhooks of an event of a call that are subscribed to it; return when all know."""
    told = await run_in_threadpool(_told, state, call_id, kind)
    if told:
        patience = PATIENCE * state.settings.time_scale
        async with httpx.AsyncClient(timeout=patience, trust_env=False) as client:
            await asyncio.gather(*(_deliver(state, client, *each) for each in told))


def _told(state: State, call_id: str, kind: Kind) -> list[tuple[Document, dict[str, Any]]]:
    """Return the webhooks that are told, and what."""
    call = state.store.find(CALLS, "callId", call_id)
    if call is None:
        return []
    where = {"agentId": call.body["agentId"], "eventType": kind}
    subscriptions = state.store.list(SUBSCRIPTIONS, where=where)
    found = [state.store.get(WEBHOOKS.collection, each.body["webhookId"]) for each in subscriptions]
    webhooks = [each for each in found if each is not None]
    return [(each, _envelope(state, each, call, kind)) for each in webhooks]


def _envelope(state: State, webhook: Document, call: Document, kind: Kind) -> dict[str, Any]:
    agent_id = call.body["agentId"]
    metadata = {
        "agentId": agent_id,
        "eventType": kind,
        "conversationType": _TYPES.get(call.body["type"], call.body["type"]),
        "callId": call.body["callId"],
    }
    return {
        "url": webhook.body["url"],
        "description": webhook.body["description"],
        "event": f"{agent_id}.{kind}",
        "id": new_id(state.clock()),
        "metadata": metadata | _particulars(call, kind, state.clock()),
    }


def _particulars(call: Document, kind: Kind, now: float) -> dict[str, Any]:
    turns = progress(call, now).turns
    if kind == "pre-conversation":
        return {"toPhone": call.body["to"], "fromPhone": call.body["from"]}
    if kind == "post-conversation":
        return {
            "recordingUrl": recording_url(call, now),
            "callData": _course(call, now),
            "transcript": transcript(call, turns),
            "variables": call.body["variables"],
        }
    found = {
        "summary": summary(call.body, turns),
        "dispositionMetrics": dispositions(call.body, turns),
        "successMetrics": marks(call.body, turns),
    }
    return {"analytics": found, "callData": _course(call, now)}


def _course(call: Document, now: float) -> dict[str, Any]:
    course = progress(call, now)
    status = "busy" if outcome_of(call) == "busy" else course.status
    phone = call.body["type"] in _TYPES
    return {
        "fromNumber": call.body["from"] or None,
        "toNumber": call.body["to"] or None,
        "callDuration": float(course.talked),
        "callStatus": status,
        **({"callDirection": call.body["type"]} if phone else {}),
        "answerTime": timestamp(_answered(call)) if course.turns else None,
        "endTime": timestamp(ended(call)),
    }


def _answered(call: Document) -> float:
    return moment(call, 0 if "live" in call.body else ringing(call))


async def _deliver(
    state: State, client: httpx.AsyncClient, webhook: Document, envelope: dict[str, Any]
) -> None:
    """Send an event once, and log what came of it."""
    began = time.monotonic()
    status, error = await _attempt(client, webhook, envelope)
    facts = {
        "request_id": envelope["id"],
        "webhook_url": webhook.body["url"],
        "method": "POST",
        "event_type": envelope["metadata"]["eventType"],
        "status": "SUCCESS" if status is not None and 200 <= status < 300 else "FAILED",
        "attempt": 1,
        "response_status_code": status,
        "duration_ms": round(1000 * (time.monotonic() - began)),
        "error": error,
    }
    known = {name: value for name, value in facts.items() if value is not None}
    await run_in_threadpool(analytics.record, state, "webhook", known)


async def _attempt(
    client: httpx.AsyncClient, webhook: Document, envelope: dict[str, Any]
) -> tuple[int | None, str | None]:
    """Return the status that an endpoint answers with, or why there is none."""
    if not is_here(webhook.body["url"]):
        return None, "refused: a sandbox contacts endpoints on this machine only (127.0.0.1)"
    body = json.dumps(envelope, ensure_ascii=False, separators=(",", ":")).encode()
    signed = {"X-Signature": signature(webhook.body["secret"], body)}
    headers = {**webhook.body["headers"], "Content-Type": "application/json", **signed}
    try:
        async with asyncio.timeout(client.timeout.read):  # the whole exchange has this long
            reply = await client.post(webhook.body["url"], content=body, headers=headers)
    except (TimeoutError, httpx.TimeoutException):
        return None, f"no answer within {PATIENCE:.0f} seconds"
    except (httpx.HTTPError, httpx.InvalidURL) as failure:
        return None, str(failure) or type(failure).__name__
    return reply.status_code, None
