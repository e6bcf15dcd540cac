"""The logger ``smallestai``: silent until it is set up, and without keys whatever it says.

    logging.getLogger("smallestai").setLevel(logging.DEBUG)

INFO has retries, DEBUG every request and answer. Bodies are never logged.
"""

from __future__ import annotations

import logging
import re

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
    for secret in filter(None, secrets):
        text = text.replace(secret, MASK)
    return re.sub(_SECRETS, lambda match: (match["before"] or "") + MASK, text)
