"""HTTP connections for clients whose event loop nobody knows."""

from __future__ import annotations

import httpx


def unpooled() -> httpx.AsyncClient:
    """Return connections that are each closed after one reply, on the loop that opened them.

    Nothing is left open between requests, so there is nothing to close in the end.
    """
    return httpx.AsyncClient(limits=httpx.Limits(max_keepalive_connections=0), trust_env=False)
