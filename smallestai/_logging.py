"""The logger ``smallestai``: silent until it is set up, and without keys whatever it says.

    logging.getLogger("smallestai").setLevel(logging.DEBUG)

INFO has retries, DEBUG every request and answer. Bodies are never logged.
"""

from __future__ import annotations

import logging
import re
from base64 import b64encode
from urllib.parse import quote

logger = logging.getLogger("smallestai")
logger.addHandler(logging.NullHandler())

MASK = "***"
_SECRETS = (  # compiled, and kept by re, when there is something to log
    r"(?i)(?P<before>\bbearer\s+|\b(?:token|api_key|access_token)=|://[^/\s:@]*:(?=[^/\s@]+@))"
    r"[^\s&\"',;#@]+"
    r"|\b(?:sk|wat|wct)_[\w-]{4,}"
)


def redact(text: str, *secrets: str) -> str:
    """Return the text with every key in it masked.

    Args:
        text: Anything a person may see: a URL, a header, a body.
        *secrets: Keys that are known; besides these, what looks like a key is masked too: bearer
            tokens, ``sk_...`` and ``wat_...``, ``token=`` and ``api_key=`` values, URL passwords.
    """
    return re.sub(_SECRETS, lambda match: (match["before"] or "") + MASK, mask(text, *secrets))


def mask(text: str, *secrets: str) -> str:
    """Return the text with these keys masked, also as they stand in a URL or in Base64."""
    for secret in filter(None, secrets):
        packed = b64encode(secret.encode("utf-8", "replace")).decode().rstrip("=")
        for spelling in (secret, quote(secret, safe=""), quote(secret), packed):
            text = text.replace(spelling, MASK)
    return text


def mask_bytes(body: bytes, *secrets: str) -> bytes:
    """Return a body with these keys masked; every byte that is not of a key stays as it is."""
    return mask(body.decode("latin-1"), *secrets).encode("latin-1")


def telling(error: BaseException, *secrets: str) -> BaseException | None:
    """Return what an error is raised from; None where a traceback of it would show a key."""
    seen: BaseException | None = error
    while seen is not None:
        shown = f"{seen} {seen!r}"
        if redact(shown, *secrets) != shown:
            return None
        seen = seen.__cause__ or seen.__context__
    return error
