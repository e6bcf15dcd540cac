"""The health check of the sandbox."""

from __future__ import annotations

from records_app import RecordsApp

from smallestai.sandbox import health


def test_everything_is_up() -> None:
    """The health check answers 200 and names each part as connected."""
    with RecordsApp(health) as app:
        reply = app.request("GET", "/waves/v1/health")
    assert reply.status_code == 200
    assert reply.json() == {
        "status": "ok",
        "mongo": {"status": "connected"},
        "redis": {"status": "connected"},
        "rabbitmq": {"status": "connected"},
    }
