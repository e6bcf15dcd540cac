"""Webhooks of Atoms: what the service tells an address of yours about calls.

    event = webhooks.unwrap(body, headers, secret)
    if isinstance(event, webhooks.PostConversation):
        print(event.call_id, event.transcript)

A delivery is a POST of JSON whose ``X-Signature`` proves that it comes from whoever knows the
webhook's secret. `unwrap` checks it and returns the event; `WebhookApp` is a whole ASGI application
around that. A delivery comes once and is not repeated when it fails.

The signature covers the body alone and no time, so a delivery that was overheard can be sent again
by anybody and still fits: drop events whose `id` has been seen.

Transcripts of recordings come to addresses as well, unsigned: `smallestai.waves.Transcript.of`
reads those.

Source: operations `preConversationEvent`, `postConversationEvent`, `analyticsCompletedEvent`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai.webhooks_app import WebhookApp
from smallestai.webhooks_events import (
    Analysis,
    AnalyticsCompleted,
    CallData,
    Metric,
    PostConversation,
    PreConversation,
    Turn,
    Unknown,
    WebhookEvent,
    parse,
)
from smallestai.webhooks_signature import HEADER, SignatureError, sign, signature_in, verify

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "HEADER",
    "Analysis",
    "AnalyticsCompleted",
    "CallData",
    "Metric",
    "PostConversation",
    "PreConversation",
    "SignatureError",
    "Turn",
    "Unknown",
    "WebhookApp",
    "WebhookEvent",
    "parse",
    "sign",
    "unwrap",
    "verify",
]


def unwrap(body: bytes, headers: Mapping[str, str], secret: str | bytes) -> WebhookEvent:
    """Return the event of a delivery, once its signature has been checked.

    Args:
        body: The body of the request, byte for byte as it came.
        headers: The headers of the request, their names in any case.
        secret: The webhook's secret, ``decryptedSecretKey`` of `client.atoms.webhooks`.

    Raises:
        SignatureError: There is no signature, or it does not fit.
        RemoteProtocolError: The signature fits, but the body is no event.
        ArgumentError: The body is no bytes, or there is no secret.
    """
    verify(body, signature_in(headers), secret)
    return parse(body)
