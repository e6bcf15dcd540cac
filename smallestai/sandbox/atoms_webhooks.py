"""Webhooks: addresses that are told of calls, and which events of which agents they are told of."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .atoms_plan import require_feature
from .atoms_records import AGENTS, require_agent
from .atoms_resources import Resource, stamped
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

SUBSCRIPTIONS = "webhook_subscriptions"
"""The collection of subscriptions: `webhookId`, `agentId`, `eventType`."""

_MOST_HEADERS, _LONGEST_HEADER = 10, 1024
_RESERVED = {
    "connection",
    "content-length",
    "content-type",
    "host",
    "transfer-encoding",
    "user-agent",
    "x-signature",
}
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_PRINTABLE = re.compile(r"[ -~]*")
_SECRET_FIELDS = ("secret", "headers", "organization")


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of webhooks and of subscriptions."""
    one, subscriptions = "/atoms/v1/webhook/{id}", "/atoms/v1/agent/{agentId}/webhook-subscriptions"
    handlers = {
        "GET /atoms/v1/webhook": _list,
        "POST /atoms/v1/webhook": _create,
        f"PATCH {one}": _update,
        f"DELETE {one}": WEBHOOKS.delete(lambda: atoms_ok("Webhook deleted"), check=_unassigned),
        f"GET {subscriptions}": _list_subscriptions,
        f"POST {subscriptions}": _replace_subscriptions,
        f"DELETE {subscriptions}": _delete_subscriptions,
    }
    return [operation(state, target, handler) for target, handler in handlers.items()]


def _show(state: State, webhook: Document) -> dict[str, Any]:
    shown = {name: value for name, value in stamped(webhook).items() if name not in _SECRET_FIELDS}
    return {
        **shown,
        "organizationId": webhook.body["organization"],
        "decryptedSecretKey": webhook.body["secret"],
        "subscriptions": [
            {**stamped(each), "agentId": _agent(state, each.body["agentId"])}
            for each in state.store.list(SUBSCRIPTIONS, where={"webhookId": webhook.id})
        ],
    }


WEBHOOKS = Resource(
    noun="Webhook",
    collection="webhooks",
    fields={"url": ..., "description": "", "headers": {}},
    show=_show,
    feature="webhooks",
)


def _agent(state: State, agent_id: str) -> dict[str, Any] | None:
    agent = state.store.get(AGENTS, agent_id)
    if agent is None:
        return None
    names = ("name", "description")
    return {"_id": agent.id, **{name: agent.body[name] for name in names}}


def _list(state: State, inputs: Inputs) -> Response:
    wanted = inputs.query["webhookId"]
    if wanted is None:
        return atoms_ok(WEBHOOKS.all(state))
    return atoms_ok(_show(state, WEBHOOKS.require(state, wanted, status=400)))


def _create(state: State, inputs: Inputs) -> Response:
    body = inputs.body
    require_feature(state, "webhooks")
    _check_endpoint(body["endpoint"])
    for trigger in body["events"]:
        require_agent(state, trigger["agentId"])
    given = {"url": body["endpoint"], "description": body["description"]}
    webhook = WEBHOOKS.insert(state, given, status="enabled", secret=secrets.token_hex(32))
    for trigger in body["events"]:
        _subscribe(state, webhook.id, trigger["agentId"], trigger["eventType"])
    return atoms_ok(webhook.id, 201)


def _update(state: State, inputs: Inputs) -> Response:
    webhook, body = WEBHOOKS.require(state, inputs.path["id"]), inputs.body
    if "endpoint" in body:
        _check_endpoint(body["endpoint"])
    _check_headers(body.get("headers", {}))
    fields = {"endpoint": "url", "description": "description", "headers": "headers"}
    changes = {field: body[name] for name, field in fields.items() if name in body}
    state.store.update(WEBHOOKS.collection, webhook.id, changes)
    return atoms_ok("Webhook updated")


def _unassigned(state: State, webhook: Document) -> None:
    if state.store.count(SUBSCRIPTIONS, {"webhookId": webhook.id}):
        text = "The webhook is assigned to agents; remove their subscriptions first"
        raise RefusedError(atoms_error(400, text))


def _list_subscriptions(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["agentId"])
    found = state.store.list(SUBSCRIPTIONS, where={"agentId": agent.id})
    return atoms_ok([stamped(each) for each in found])


def _replace_subscriptions(state: State, inputs: Inputs) -> Response:
    require_feature(state, "webhooks")
    agent = require_agent(state, inputs.path["agentId"])
    webhook = WEBHOOKS.require(state, inputs.body["webhookId"])
    _unsubscribe(state, agent)
    for kind in inputs.body["eventTypes"]:
        _subscribe(state, webhook.id, agent.id, kind)
    return atoms_ok("Subscriptions updated", 201)


def _delete_subscriptions(state: State, inputs: Inputs) -> Response:
    _unsubscribe(state, require_agent(state, inputs.path["agentId"]))
    return atoms_ok("Subscriptions deleted")


def _subscribe(state: State, webhook_id: str, agent_id: str, kind: str) -> None:
    subscription = {"webhookId": webhook_id, "agentId": agent_id, "eventType": kind}
    if not state.store.count(SUBSCRIPTIONS, subscription):
        state.store.insert(SUBSCRIPTIONS, subscription)


def _unsubscribe(state: State, agent: Document) -> None:
    for each in state.store.list(SUBSCRIPTIONS, where={"agentId": agent.id}):
        state.store.delete(SUBSCRIPTIONS, each.id)


def _check_endpoint(endpoint: str) -> None:
    try:
        parts = urlsplit(endpoint)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        sound = False
    if not sound:
        raise RefusedError(atoms_error(400, "endpoint: Invalid url"))


def _check_headers(headers: Mapping[str, str]) -> None:
    problem = None
    if len(headers) > _MOST_HEADERS:
        problem = f"at most {_MOST_HEADERS} headers may be set"
    for name, value in headers.items():
        if name.lower() in _RESERVED:
            problem = f"'{name}' is reserved"
        elif not _HEADER_NAME.fullmatch(name) or not _PRINTABLE.fullmatch(value):
            problem = f"'{name}' is no valid header"
        elif len(value) > _LONGEST_HEADER:
            problem = f"'{name}' is longer than {_LONGEST_HEADER} characters"
    if problem is not None:
        raise RefusedError(atoms_error(400, f"headers: {problem}"))
