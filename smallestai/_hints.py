"""What to do about a refusal, where the cause is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

CONSOLE = "https://app.smallest.ai"
KEY_HINT = f"Make a key in the console at {CONSOLE} and set SMALLEST_API_KEY or pass api_key=."
SUCCESSOR = "lightning_v3.1_pro"

_SUCCESSION = r"(?i)\b(?:use|to|by)\s+['\"`]?([\w/][\w./-]*\w)"
_US_ONLY = frozenset({"zh", "yue", "ja", "ko"})
_INDIA_ONLY = frozenset({"ta", "te", "kn", "ml", "hi-dev"})
_CLOSES = {
    1008: "The plan does not include this, or too many streams are open.",
    1009: "A message was larger than the service takes: send smaller ones.",
    1013: "The service is full at the moment: try again in a minute.",
}
_CODES = {
    "server_full": _CLOSES[1013],
    "concurrency_limit_reached": "Close a stream before you open another one, or raise the limit.",
}
_STATUSES = {
    402: f"The account has no credits left: see {CONSOLE}.",
    404: "Check the id, and that the key belongs to the organisation that owns it.",
    413: "Send less at once: the service takes up to 250 MB.",
    423: "The agent's configuration is frozen: it can be changed again once the freeze is lifted.",
}


def is_plan_gate(status: int, text: str) -> bool:
    """Tell whether the refusal means that the plan does not include a feature."""
    words = text.lower()
    return status == 400 and "upgrade" in words and "plan" in words


def is_organization_gate(status: int, text: str) -> bool:
    """Tell whether the refusal means that the feature is closed to the organisation."""
    return status == 403 and "not available for your organization" in text.lower()


def is_concurrency(text: str, code: str | None) -> bool:
    """Tell whether a limit counts requests under way at once, not requests per minute."""
    return "concurren" in f"{text} {code or ''}".lower()


def successor_of(text: str, code: str | None, body: Any) -> str | None:
    """Return the route or model that took the place of a retired one, None when none is named."""
    endpoint = body.get("recommended_endpoint") if isinstance(body, Mapping) else None
    if isinstance(endpoint, str) and endpoint:
        return endpoint
    named = next((name for name in re.findall(_SUCCESSION, text) if _is_address(name)), None)
    return named or (SUCCESSOR if code == "MODEL_DEPRECATED" else None)


def _is_address(name: str) -> bool:
    return name.startswith(("/", "lightning", "pulse"))


def hint_of(status: int, text: str, code: str | None, body: Any) -> str | None:
    """Return one or two sentences on what to do, or None where that is not known."""
    if "invalid voice" in text.lower():
        return "List the voices with client.waves.voices.list(), or with the command: voices."
    if code == "LANGUAGE_NOT_ENABLED_IN_REGION":
        return _region_hint(body)
    if is_plan_gate(status, text):
        return f"The plan of this account does not include it: see {CONSOLE}."
    if status == 401:
        return f"The API key is missing or wrong. {KEY_HINT}"
    if status == 403:
        return _permission_hint(text)
    if status == 404 and isinstance(body, str):
        return "There is no such route at this address: check base_url."
    if status == 410:
        return _successor_hint(successor_of(text, code, body))
    if status == 429:
        return _limit_hint(text, code)
    if status // 100 == 3:
        return "Set base_url to the address the service has now: redirects are not followed."
    return _STATUSES.get(status)


def close_hint(close_code: int | None, code: str | None) -> str | None:
    """Return what to do about a stream that was closed or that reported ``code``."""
    return _CODES.get(code or "") or _CLOSES.get(close_code or 0)


def _region_hint(body: Any) -> str:
    language = body.get("language") if isinstance(body, Mapping) else None
    if language in _US_ONLY:
        return "Make the client with region='us', which serves this language."
    if language in _INDIA_ONLY:
        return "Make the client with region='india', which serves this language."
    return "Make the client with another region= ('us' or 'india'), or choose another language."


def _permission_hint(text: str) -> str:
    if is_organization_gate(403, text):
        return "The service opens this to chosen organisations only; no plan includes it."
    if "token" in text.lower():
        return "Access tokens (wat_...) open speech routes only: use the API key here."
    return (
        "The plan or the key's rights do not allow it; a token (wat_...) opens speech routes only."
    )


def _successor_hint(successor: str | None) -> str:
    if successor is None:
        return "The service has given this up."
    if successor == SUCCESSOR:
        return f"Use model={SUCCESSOR!r}."
    return f"Use {successor} instead; for speech, model={SUCCESSOR!r}."


def _limit_hint(text: str, code: str | None) -> str:
    if is_concurrency(text, code):
        return "Too many requests are under way: wait for one to end, or raise the plan's limit."
    return "Too many requests in a short time: send fewer, or wait for retry_after seconds."
