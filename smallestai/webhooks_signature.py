"""Signatures of webhooks: HMAC-SHA256 of the body (RFC 2104), in lower-case hexadecimal digits."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from smallestai.errors import ArgumentError, SmallestError

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADER = "X-Signature"
"""The header that has the signature. Source: parameter `Signature` in `openapi/atoms.yaml`."""


class SignatureError(SmallestError, ValueError):
    """A delivery has no signature, or one that does not fit its body and the secret."""


def sign(body: bytes, secret: str | bytes) -> str:
    """Return the signature of a body, to send a delivery oneself: in a test, or once more.

    Args:
        body: The body, byte for byte.
        secret: The webhook's secret.

    Raises:
        ArgumentError: The body is no bytes, or there is no secret.
    """
    return hmac.new(_key(secret), _raw(body), hashlib.sha256).hexdigest()


def verify(body: bytes, signature: str | None, secret: str | bytes) -> None:
    """Check that a delivery comes from whoever knows the secret, in constant time.

    Args:
        body: The body of the request, byte for byte as it came. JSON that was read and written
            again has other bytes.
        signature: The value of the header ``X-Signature``; None where there was none.
        secret: The webhook's secret.

    Raises:
        SignatureError: There is no signature, or it does not fit.
        ArgumentError: The body is no bytes, or there is no secret.
    """
    expected = sign(body, secret)
    if not isinstance(signature, str | None):
        raise ArgumentError("signature", type(signature), "must be the text of the header")
    if not signature:
        raise SignatureError(f"the delivery has no {HEADER}")
    if not hmac.compare_digest(expected.encode(), signature.encode("utf-8", "surrogateescape")):
        raise SignatureError(
            f"the {HEADER} does not fit",
            hint="Is the secret that of this webhook, and the body as it came?",
        )


def signature_in(headers: Mapping[str, str]) -> str | None:
    """Return the signature among headers, whose names may be in any case."""
    if not hasattr(headers, "items"):
        raise ArgumentError("headers", type(headers), "must map header names to values")
    return next((value for name, value in headers.items() if _is_ours(name)), None)


def _is_ours(name: object) -> bool:
    return isinstance(name, str) and name.lower() == HEADER.lower()


def _raw(body: bytes) -> bytes:
    if isinstance(body, bytes | bytearray | memoryview):
        return bytes(body)
    remedy = "must be the bytes of the request as they came, such as await request.body()"
    raise ArgumentError("body", type(body), remedy)


def _key(secret: str | bytes) -> bytes:
    try:
        key = secret.encode() if isinstance(secret, str) else secret
    except UnicodeEncodeError:  # half of a surrogate pair
        key = b""
    if not isinstance(key, bytes) or not key:
        # What was given is not shown: it may be a secret all the same.
        remedy = "must be the webhook's secret, decryptedSecretKey of client.atoms.webhooks"
        raise ArgumentError("secret", type(secret), remedy)
    return key
